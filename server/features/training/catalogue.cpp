#include "features/training/catalogue.hpp"

#include "platform/core/refused.hpp"

#include <algorithm>

namespace training {
namespace {

using skills::GapIndex;

SkillName name_of(plan::Skill const& skill)
{
    return {skill.code, skill.name, skill.name_en.empty() ? skill.name : skill.name_en};
}

plan::Level const* lowest_level(plan::Plan const& plan, std::string const& course)
{
    plan::Level const* lowest = nullptr;
    for (auto const& level : plan.levels) {
        auto const& needed = level.required_courses;
        if (std::find(needed.begin(), needed.end(), course) == needed.end()) continue;
        if (!lowest || level.order < lowest->order) lowest = &level;
    }
    return lowest;
}

/// The plan's course without anybody who looks at it.
CourseLine described(GapIndex const& index, plan::Course const& course)
{
    auto const& plan = index.plan();
    CourseLine line;
    line.code = course.code;
    line.name = course.name;
    line.name_en = course.name_en.empty() ? course.name : course.name_en;
    line.summary = course.summary;
    line.kind = course.kind;
    line.delivery = course.delivery;
    line.provider = course.provider;
    line.reachable_from = course.reachable_from;
    line.capacity = course.capacity;
    line.validity_months = course.validity_months;
    for (auto const& code : course.skills) {
        if (auto const skill = index.map().find_skill(code); skill >= 0)
            line.gives.push_back(name_of(plan.skills[static_cast<std::size_t>(skill)]));
    }
    if (auto const* level = lowest_level(plan, course.code)) line.level = level->name;
    line.audience = course.audience_text;
    if (course.audience.empty()) return line;
    auto const rule = plan::parse_rule(course.audience).root;
    if (line.audience.empty()) line.audience = plan::sentence_ja(rule, plan);
    line.audience_en = plan::sentence_en(rule, plan);
    return line;
}

/// The courses as one person sees them; `row` is none for an account that is no person's.
class Fitting {
public:
    Fitting(GapIndex const& index, YearDuties const& duties, std::optional<std::uint32_t> row)
        : index_(index), duties_(duties), row_(row), completed_(index.plan().courses.size())
    {
        if (!row) return;
        index.each_completion(index.roster().people[*row].id, [&](std::size_t course, Date day) {
            completed_[course] = std::max(completed_[course].value_or(day), day);
        });
    }

    CourseLine line(std::size_t i) const
    {
        auto const& course = index_.plan().courses[i];
        auto line = described(index_, course);
        add_prerequisites(line, course);
        if (!row_) return line;
        line.completed_on = completed_[i];
        if (line.completed_on) line.valid_until = valid_until(course, *line.completed_on);
        auto const& standing = index_.standings()[*row_];
        auto const missing = standing.needed & ~standing.held;
        for (auto const& code : course.skills) {
            auto const skill = index_.map().find_skill(code);
            if (skill >= 0 && missing.test(static_cast<std::size_t>(skill)))
                line.closes.push_back(name_of(index_.plan().skills[static_cast<std::size_t>(skill)]));
        }
        if (auto const duty = duties_.of_course(i); duty && duties_.outstanding(*duty, *row_)) {
            line.fit = Fit::obligation;
            line.due = duties_.duties()[*duty].due;
        } else if (!line.closes.empty()) {
            line.fit = Fit::gap;
        } else if (!counts(i) && index_.in_audience(index_.audience_of(i), *row_)) {
            line.fit = Fit::audience;
        }
        return line;
    }

private:
    bool counts(std::size_t i) const
    {
        return completed_[i] && still_counts(index_.plan().courses[i], *completed_[i], index_.roster().on);
    }

    void add_prerequisites(CourseLine& line, plan::Course const& course) const
    {
        auto const& courses = index_.plan().courses;
        for (auto const& code : course.prerequisites) {
            auto const first = std::find_if(courses.begin(), courses.end(), [&](auto const& each) { return each.code == code; });
            if (first == courses.end()) continue;
            line.prerequisites.push_back({code, first->name, first->name_en.empty() ? first->name : first->name_en,
                                          counts(static_cast<std::size_t>(first - courses.begin()))});
        }
    }

    GapIndex const& index_;
    YearDuties const& duties_;
    std::optional<std::uint32_t> row_;
    std::vector<std::optional<Date>> completed_;
};

int level_order(plan::Plan const& plan, std::string const& course)
{
    auto const* level = lowest_level(plan, course);
    return level ? level->order : INT32_MAX;
}

template <class F>
auto ask(http::Call const& call, F&& f)
{
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](GapIndex const& index) {
        auto const duties = call.service<Obligations>().of(call.tx, index, fiscal_year(today));
        std::optional<std::uint32_t> row;
        if (call.actor.staff) {
            auto const found = index.roster().row_of.find(call.actor.staff->value);
            if (found != index.roster().row_of.end()) row = found->second;
        }
        return f(index, Fitting{index, *duties, row});
    });
}

std::vector<Run> known_runs(http::Call const& call, RunsQuery const& query)
{
    return runs(call.tx, call.actor, call.service<people::PlanWords>(), query, call.clock).runs;
}

bool is_open(Run const& run, std::string const& now)
{
    return run.status == RunStatus::open && !run.sessions.empty() && run.sessions.back().ends_at >= now;
}

}  // namespace

Catalogue catalogue(http::Call const& call)
{
    auto const now = local_minute(call.clock);
    auto const all = known_runs(call, {{}, {}, RunStatus::open});
    return ask(call, [&](GapIndex const& index, Fitting const& fitting) {
        Catalogue list;
        for (std::size_t i = 0; i < index.plan().courses.size(); ++i) {
            auto line = fitting.line(i);
            std::copy_if(all.begin(), all.end(), std::back_inserter(line.runs),
                         [&](Run const& run) { return run.course == line.code && is_open(run, now); });
            list.courses.push_back(std::move(line));
        }
        std::stable_sort(list.courses.begin(), list.courses.end(), [&](CourseLine const& a, CourseLine const& b) {
            auto const& plan = index.plan();
            return std::tuple{a.fit, a.due.value_or(Date{}), level_order(plan, a.code)} <
                   std::tuple{b.fit, b.due.value_or(Date{}), level_order(plan, b.code)};
        });
        return list;
    });
}

CoursePage course_page(http::Call const& call, std::string const& code)
{
    auto const all = known_runs(call, {{}, code, {}});
    return ask(call, [&](GapIndex const& index, Fitting const& fitting) {
        auto const& courses = index.plan().courses;
        auto const course = std::find_if(courses.begin(), courses.end(), [&](auto const& each) { return each.code == code; });
        if (course == courses.end()) throw Refused{Code::not_found};
        CoursePage page{fitting.line(static_cast<std::size_t>(course - courses.begin())), course->note, course->clause, all,
                        materials(call.tx, code)};
        auto const now = local_minute(call.clock);
        std::copy_if(all.begin(), all.end(), std::back_inserter(page.course.runs),
                     [&](Run const& run) { return is_open(run, now); });
        return page;
    });
}

}  // namespace training
