#include "features/training/next_year.hpp"

#include "features/actor/actor.hpp"
#include "features/audit/audit.hpp"
#include "features/plan/items.hpp"
#include "features/training/obligations.hpp"
#include "platform/core/refused.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <set>

namespace training {
namespace {

struct HeldMonth {
    std::string course_code;
    int month = 0;
};
BOOST_DESCRIBE_STRUCT(HeldMonth, (), (course_code, month))
db::Sql const kHeld{R"(
    SELECT r.course_code, CAST(substr(min(s.starts_at), 6, 2) AS INTEGER) AS month
      FROM course_run r JOIN run_session s ON s.run_id = r.id
     WHERE r.fiscal_year = $1 AND r.unit_id IS NULL AND r.status IN ('open', 'closed') GROUP BY r.id, r.course_code
     ORDER BY r.course_code, month)"};

template <class Items>
bool has(Items const& items, std::string const& code)
{
    return std::any_of(items.begin(), items.end(), [&](auto const& each) { return each.code == code; });
}

/// The open draft, or nothing.
std::shared_ptr<plan::VersionedPlan const> open_draft(http::Call const& call, plan::Library& library)
{
    for (auto const& version : plan::versions(call.tx, call.clock))
        if (version.status == plan::VersionStatus::draft) return library.version(call.tx, version.id);
    return nullptr;
}

/// Goes through the rows of the year and sorts out what the next year gets.
class Drafting {
public:
    Drafting(plan::Plan const& target, std::map<std::string, Review> const& reviews, int year)
        : target_(target), reviews_(reviews), year_(year)
    {
        for (auto const& row : target.year_plan) known_.insert(plan::key_of(row));
        result_.fiscal_year = year + 1;
    }

    void of_plan(plan::Plan const& plan)
    {
        for (auto const& row : plan.year_plan) {
            if (row.fiscal_year != 0 && row.fiscal_year != year_) continue;
            planned_.insert(row.course);
            if (row.fiscal_year == year_)
                take(row);
            else
                leave(plan, row);
        }
    }

    void held(std::vector<HeldMonth> const& months)
    {
        auto const no_plan = planned_.empty();
        std::map<std::string, plan::YearRow> rows;
        for (auto const& held : months) {
            auto const review = reviews_.find(held.course_code);
            if (planned_.contains(held.course_code) || (!no_plan && review == reviews_.end())) continue;
            auto& row = rows[held.course_code];
            row.course = held.course_code;
            auto& all = row.months;
            if (std::find(all.begin(), all.end(), held.month) == all.end()) all.push_back(held.month);
        }
        for (auto const& [course, row] : rows) take(row);
    }

    std::vector<plan::YearRow> const& rows() const { return rows_; }
    NextYear const& result() const { return result_; }

private:
    void take(plan::YearRow row)
    {
        auto const review = reviews_.find(row.course);
        auto const judged = review != reviews_.end();
        if (judged && review->second.judgement == Judgement::stop) return void(++result_.stopped);
        if (!row.course.empty() && !has(target_.courses, row.course)) return void(++result_.gone);
        auto const year = text::fiscal_year_text(year_);
        row.fiscal_year = year_ + 1;
        row.clause = year + "の研修計画";
        if (!known_.insert(plan::key_of(row)).second) return void(++result_.already);
        if (judged && review->second.judgement == Judgement::change) {
            row.note += (row.note.empty() ? "" : "\n") + year + "の振り返り: " + review->second.change;
            ++result_.changed;
        }
        ++result_.added;
        rows_.push_back(std::move(row));
    }

    void leave(plan::Plan const& plan, plan::YearRow const& row)
    {
        ++result_.every_year;
        auto const review = reviews_.find(row.course);
        if (review == reviews_.end() || review->second.judgement == Judgement::keep) return;
        auto const course =
            std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& each) { return each.code == row.course; });
        if (course == plan.courses.end()) return;
        result_.by_hand.push_back({row.course, course->name, course->name_en.empty() ? course->name : course->name_en,
                                   review->second.judgement, review->second.change});
    }

    plan::Plan const& target_;
    std::map<std::string, Review> const& reviews_;
    int year_;
    std::set<std::string> known_, planned_;
    std::vector<plan::YearRow> rows_;
    NextYear result_;
};

}  // namespace

json::object NextYearInput::limits(std::string_view) { return {{"minimum", 2000}, {"maximum", 2099}}; }

NextYear draft_next_year(http::Call const& call, NextYearInput const& input)
{
    if (!may(call.actor, Permission::training_manage) && !may(call.actor, Permission::edit_plan))
        throw Refused{Code::not_allowed};
    auto& library = call.service<plan::Library>();
    auto const today = call.clock.today();
    auto source = library.maybe_in_force(call.tx, day_of_year(input.fiscal_year, today));
    if (!source) source = library.in_force(call.tx, today);
    auto const draft = open_draft(call, library);
    auto const target = draft ? draft : library.in_force(call.tx, today);
    auto const judged = reviews(call.tx, input.fiscal_year);
    Drafting drafting{target->plan, judged, input.fiscal_year};
    drafting.of_plan(source->plan);
    drafting.held(call.tx.all<HeldMonth>(kHeld, input.fiscal_year));

    auto result = drafting.result();
    if (draft) result.version = draft->version.id;
    if (drafting.rows().empty()) return result;
    if (!draft) {
        auto const title = text::fiscal_year_text(result.fiscal_year) + "の研修計画";
        result.version = plan::start_draft(call.tx, library, call.actor, {title, ""}, call.clock).id;
        result.new_draft = true;
    }
    plan::add_year_rows(call.tx, library, call.actor, *result.version, drafting.rows(), call.clock);
    audit::record(call.tx, call.actor, call.clock.now(), "training.next_year_drafted", "plan_version", *result.version, result);
    return result;
}

}  // namespace training
