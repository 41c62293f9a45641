#include "features/skills/person_skills.hpp"

#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"

#include <algorithm>

namespace skills {
namespace {

struct EvidenceRow : Evidence {
    std::string skill_code;
};
BOOST_DESCRIBE_STRUCT(EvidenceRow, (Evidence), (skill_code))

struct CompletionRow {
    std::string course_code, source;
    Date completed_on;
};
BOOST_DESCRIBE_STRUCT(CompletionRow, (), (course_code, source, completed_on))

struct DecisionRow {
    std::string skill_code, reason;
    bool needed = false;
    Date decided_on;
    std::optional<std::string> by_name;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (skill_code, reason, needed, decided_on, by_name))

db::Sql const kEvidence{R"(
    SELECT e.id, e.skill_code, e.kind, e.holds, e.dated_on, e.valid_until, e.source, e.note, coalesce(a.display_name, '') AS "by",
           e.url
      FROM skill_evidence e LEFT JOIN account a ON a.id = e.created_by
     WHERE e.staff_id = $1 AND e.dated_on <= $2 AND e.withdrawn_at IS NULL
     ORDER BY e.dated_on DESC, e.id DESC)"};

db::Sql const kCompletions{R"(
    SELECT course_code, source, completed_on FROM completion WHERE staff_id = $1 AND completed_on <= $2 ORDER BY completed_on DESC, id DESC)"};

db::Sql const kDecisions{R"(
    SELECT d.skill_code, d.reason, d.needed, d.decided_on, a.display_name AS by_name
      FROM conditional_decision d LEFT JOIN account a ON a.id = d.created_by
     WHERE d.staff_id = $1 AND d.decided_on <= $2 ORDER BY d.id)"};

db::Sql const kDecide{R"(
    INSERT INTO conditional_decision (staff_id, skill_code, needed, reason, decided_on, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)"};

std::string const& area_name(plan::Plan const& plan, std::string const& code)
{
    static std::string const none;
    auto const area = std::find_if(plan.areas.begin(), plan.areas.end(), [&](auto const& a) { return a.code == code; });
    return area == plan.areas.end() ? none : area->name;
}

/// Gathers one person's list; the skills are the plan's, in its order.
class Listing {
public:
    Listing(db::Tx& tx, GapIndex const& index, StaffId id)
        : index_(index),
          plan_(index.plan()),
          standing_(*index.standing(id)),
          rows_(plan_.skills.size()),
          known_(plan_.skills.size(), false)
    {
        auto const on = index.roster().on;
        for (auto const& row : tx.all<EvidenceRow>(kEvidence, id, on)) take(row);
        for (auto const& row : tx.all<CompletionRow>(kCompletions, id, on)) take(row);
        for (auto const& row : tx.all<DecisionRow>(kDecisions, id, on)) take(row);
    }

    PersonSkills listed()
    {
        PersonSkills result;
        result.required = static_cast<std::int64_t>(standing_.needed.count());
        result.held = static_cast<std::int64_t>((standing_.needed & standing_.held).count());
        result.conditional_open = static_cast<std::int64_t>(standing_.open.count());
        categories(result);
        for (auto const& wanted :
             {std::function<bool(std::size_t)>{[&](std::size_t i) { return standing_.needed.test(i); }},
              std::function<bool(std::size_t)>{[&](std::size_t i) { return standing_.open.test(i); }},
              std::function<bool(std::size_t)>{[&](std::size_t i) { return known_[i] || rows_[i].decision.has_value(); }}}) {
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                if (done_.test(i) || !wanted(i)) continue;
                done_.set(i);
                finish(i);
                result.rows.push_back(std::move(rows_[i]));
            }
        }
        return result;
    }

private:
    void take(EvidenceRow const& row)
    {
        auto const found = index_.map().find_skill(row.skill_code);
        if (found < 0) return;  // of a skill the plan no longer has: kept, not shown here
        auto const i = static_cast<std::size_t>(found);
        known_[i] = true;
        auto& skill = rows_[i];
        skill.evidence.push_back(row);
        auto& newest = row.kind == EvidenceKind::self        ? skill.self
                       : row.kind == EvidenceKind::confirmed ? skill.confirmed
                                                             : skill.certified;
        if (!newest) newest = skill.evidence.back();
    }

    void take(CompletionRow const& row)
    {
        for (auto const& course : plan_.courses) {
            if (course.code != row.course_code) continue;
            for (auto const& code : course.skills) {
                auto const found = index_.map().find_skill(code);
                if (found < 0) continue;
                auto& skill = rows_[static_cast<std::size_t>(found)];
                known_[static_cast<std::size_t>(found)] = true;
                skill.evidence.push_back(
                    {std::nullopt, EvidenceKind::course, true, row.completed_on, std::nullopt, course.name, row.source, "", ""});
                if (!skill.certified || skill.certified->dated_on < row.completed_on) skill.certified = skill.evidence.back();
            }
        }
    }

    void take(DecisionRow const& row)
    {
        auto const found = index_.map().find_skill(row.skill_code);
        if (found >= 0)
            rows_[static_cast<std::size_t>(found)].decision = {row.needed, row.reason, row.decided_on, row.by_name.value_or("")};
    }

    void finish(std::size_t i)
    {
        auto const& skill = plan_.skills[i];
        auto& row = rows_[i];
        row.skill = skill.code;
        row.name = skill.name;
        row.name_en = skill.name_en;
        row.area = skill.area;
        row.area_name = area_name(plan_, skill.area);
        row.text = skill.text;
        row.kind = skill.kind;
        row.needed = standing_.needed.test(i);
        row.holds = standing_.held.test(i);
        std::stable_sort(row.evidence.begin(), row.evidence.end(),
                         [](auto const& a, auto const& b) { return a.dated_on > b.dated_on; });
        required_by(i, row);
        if (row.holds) {
            expiry(skill, row);
        } else {
            for (auto const* course : index_.map().courses_for(i)) {
                row.courses.push_back(
                    {course->code, course->name, course->name_en, course->delivery, course->provider, course->reachable_from});
            }
        }
    }

    void required_by(std::size_t skill, SkillRow& row) const
    {
        for (std::size_t c = 0; c < index_.map().categories(); ++c) {
            auto const& cell = index_.map().cell(c, skill);
            if (!(standing_.categories >> c & 1) || !cell.requirement) continue;
            auto const mark = cell.requirement->mark == plan::Mark::required ? RowMark::required : RowMark::conditional;
            if (row.mark != RowMark::required) row.mark = mark;
            if (row.qualifier.empty()) row.qualifier = cell.requirement->qualifier;
            if (row.scope == plan::Scope::unspecified) row.scope = cell.requirement->scope;
            RequiredBy by{plan_.categories[c].code, plan_.categories[c].name, {}, cell.requirement->clause};
            if (cell.inherited_from != categories::kNoCategory)
                by.inherited_from = plan_.categories[static_cast<std::size_t>(cell.inherited_from)].name;
            row.from.push_back(std::move(by));
        }
    }

    void expiry(plan::Skill const& skill, SkillRow& row) const
    {
        std::vector<Finding> findings;
        findings.reserve(row.evidence.size());
        for (auto const& evidence : row.evidence)
            findings.push_back({evidence.kind, evidence.holds, evidence.dated_on, evidence.valid_until});
        row.expires_on = state_of(skill, findings, index_.roster().on).expires_on;
    }

    void categories(PersonSkills& result) const
    {
        for (std::size_t c = 0; c < index_.map().categories(); ++c) {
            if (!(standing_.categories >> c & 1)) continue;
            // What this category asks of the person: its ●, and those of its ★ that were decided.
            auto const own = categories::CategorySet{1} << c;
            auto const asked = (index_.map().required(own) | index_.map().conditional(own)) & standing_.needed;
            auto const& category = plan_.categories[c];
            result.categories.push_back({category.code, category.name, category.name_en, static_cast<std::int64_t>(asked.count()),
                                         static_cast<std::int64_t>((asked & standing_.held).count())});
        }
    }

    GapIndex const& index_;
    plan::Plan const& plan_;
    Standing const& standing_;
    std::vector<SkillRow> rows_;
    std::vector<bool> known_;
    SkillSet done_;
};

}  // namespace

json::object DecisionInput::limits(std::string_view member)
{
    if (member == "reason") return {{"minLength", 1}, {"maxLength", 500}};
    return {};
}

PersonSkills person_skills(db::Tx& tx, GapIndex const& index, StaffId id)
{
    if (!index.standing(id)) return {};  // not employed that day
    return Listing{tx, index, id}.listed();
}

ConditionalDecision decide(db::Tx& tx, Actor const& actor, GapIndex const& index, StaffId staff, std::string_view skill,
                           DecisionInput const& input, Clock const& clock)
{
    auto const* standing = index.standing(staff);
    auto const found = index.map().find_skill(skill);
    if (!standing || found < 0) throw Refused{Code::not_found};
    if (actor.staff == staff)
        throw Refused{Code::not_allowed,
                      {"自分の★は所属長が判断します。", "Your own ★ is for the head of your section to decide."}};
    if (!index.map().conditional(standing->categories).test(static_cast<std::size_t>(found))) {
        throw Refused{Code::conflict,
                      {"この職員には★(業務により求められる)ではないスキルです。",
                       "For this person the skill is not a ★ (asked for by the work)."}};
    }
    tx.insert(kDecide, staff, skill, input.needed, input.reason, clock.today(), clock.now(), actor.account);
    people::note_change(tx, staff);
    audit::record(tx, actor, clock.now(), "skills.conditional_decided", "staff", staff, input);
    return {input.needed, input.reason, clock.today(), actor.name};
}

}  // namespace skills
