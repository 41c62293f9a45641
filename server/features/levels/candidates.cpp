#include "features/levels/candidates.hpp"

#include "features/people/seeing.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace levels {
namespace {

CourseName course_named(plan::Plan const& plan, std::string const& code)
{
    auto const found = std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& c) { return c.code == code; });
    return found == plan.courses.end() ? CourseName{code, code, code} : CourseName{code, found->name, found->name_en};
}

LevelRule rule_of(plan::Plan const& plan, plan::Level const& level)
{
    LevelRule rule{level.code, level.name,   level.name_en, level.purpose,   {}, level.needs_previous, {},
                   {},         level.clause, level.note,    level.confidence};
    for (auto const& course : level.required_courses) rule.required.push_back(course_named(plan, course));
    if (auto const* const below = level.needs_previous ? level_below(plan, level) : nullptr) {
        rule.below = below->name;
        rule.below_en = below->name_en;
    }
    return rule;
}

plan::Level const* chosen_level(plan::Plan const& plan, std::optional<std::string> const& code)
{
    if (code) {
        auto const* const level = find_level(plan, *code);
        if (!level) throw Refused{Code::not_found};
        return level;
    }
    auto const first =
        std::min_element(plan.levels.begin(), plan.levels.end(), [](auto const& a, auto const& b) { return a.order < b.order; });
    return first == plan.levels.end() ? nullptr : &*first;
}

std::vector<LevelEvidence> evidence_of(plan::Plan const& plan, plan::Level const& level, Progress const& progress)
{
    std::vector<LevelEvidence> evidence;
    if (progress.below_since) {
        auto const& below = *level_below(plan, level);
        evidence.push_back({LevelEvidenceKind::certification, below.code, below.name, below.name_en, *progress.below_since});
    }
    for (auto const& done : progress.done) {
        auto course = course_named(plan, done.course);
        evidence.push_back({LevelEvidenceKind::completion, std::move(course.code), std::move(course.name),
                            std::move(course.name_en), done.completed_on});
    }
    return evidence;
}

Candidate candidate_of(plan::Plan const& plan, plan::Level const& level, Progress const& progress, people::Roster const& roster,
                       people::Person const& person)
{
    Candidate row;
    row.staff = person.id;
    row.staff_no = roster.words.text(person.staff_no);
    row.name = roster.words.text(person.name);
    if (person.place() != people::kNowhere) {
        row.unit_name = roster.tree.path(person.place());
        row.unit = roster.tree.at(person.place()).id;
    }
    row.on_leave = person.on_leave;
    row.fulfils = progress.fulfils();
    row.evidence = evidence_of(plan, level, progress);
    for (auto const& course : progress.missing) row.missing.push_back(course_named(plan, course));
    if (row.fulfils) {
        for (auto const& piece : row.evidence) row.fulfilled_on = std::max(row.fulfilled_on.value_or(piece.on), piece.on);
    }
    return row;
}

}  // namespace

Candidates candidates(db::Tx& tx, Actor const& actor, plan::Plan const& plan, people::Days& days,
                      std::optional<std::string> const& code, Date on, Clock const& clock)
{
    auto const* const chosen = chosen_level(plan, code);
    Holders const holders{tx, plan, on};
    return days.ask(tx, on, clock.today(), [&](people::DayView const& day) {
        auto const& roster = day.roster();
        people::Seeing const seeing{tx, actor, clock.today(), roster, Permission::level_certify};
        Candidates found{on, {}, chosen ? std::optional{rule_of(plan, *chosen)} : std::nullopt, {}};
        for (auto const& level : plan.levels) {
            LevelLine line{level.code, level.name, level.name_en, static_cast<std::int64_t>(holders.count(level)), 0, 0};
            for (auto const& progress : towards(tx, plan, level, holders, on)) {
                auto const* const person = roster.find(progress.staff);
                if (!person || !progress.near() || !seeing.sees(*person)) continue;
                ++(progress.fulfils() ? line.ready : line.near);
                if (&level == chosen) found.rows.push_back(candidate_of(plan, level, progress, roster, *person));
            }
            found.levels.push_back(std::move(line));
        }
        std::stable_sort(found.rows.begin(), found.rows.end(), [&](Candidate const& a, Candidate const& b) {
            if (a.fulfils != b.fulfils) return a.fulfils;
            return roster.row_of.at(a.staff.value) < roster.row_of.at(b.staff.value);
        });
        return found;
    });
}

}  // namespace levels
