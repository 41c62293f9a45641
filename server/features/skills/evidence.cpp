#include "features/skills/evidence.hpp"

#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace skills {
namespace {

struct Owner {
    StaffId staff_id;
    std::string skill_code;
    std::optional<AccountId> created_by;
};
BOOST_DESCRIBE_STRUCT(Owner, (), (staff_id, skill_code, created_by))

db::Sql const kAdd{R"(
    INSERT INTO skill_evidence (staff_id, skill_code, kind, holds, dated_on, valid_until, source, note, created_at, created_by, url)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id)"};

db::Sql const kOwner{"SELECT staff_id, skill_code, created_by FROM skill_evidence WHERE id = $1 AND withdrawn_at IS NULL"};
db::Sql const kWithdraw{"UPDATE skill_evidence SET withdrawn_at = $2 WHERE id = $1"};

void must_be_allowed(Actor const& actor, StaffId staff, EvidenceKind kind)
{
    auto const own = actor.staff == staff;
    auto const allowed = kind == EvidenceKind::self ? own && may(actor, Permission::rate_self)
                         : kind == EvidenceKind::confirmed
                             ? !own && may(actor, Permission::confirm_skills)
                             : may(actor, Permission::record_evidence) || (!own && may(actor, Permission::confirm_skills));
    if (!allowed) throw Refused{Code::not_allowed};
}

plan::Skill const& skill_called(plan::Plan const& plan, std::string_view code)
{
    auto const skill = std::find_if(plan.skills.begin(), plan.skills.end(), [&](auto const& s) { return s.code == code; });
    if (skill == plan.skills.end()) throw Refused{Code::not_found};
    return *skill;
}

}  // namespace

json::object EvidenceInput::limits(std::string_view member)
{
    if (member == "source") return {{"minLength", 1}, {"maxLength", 200}};
    if (member == "note") return {{"maxLength", 2000}};
    return {};
}

void write_evidence(db::Tx& tx, std::span<EvidenceLine const> lines)
{
    tx.insert_many<EvidenceLine>(
        "skill_evidence",
        {"staff_id", "skill_code", "kind", "holds", "dated_on", "valid_until", "source", "note", "created_at", "created_by"},
        lines);
}

Evidence add_evidence(db::Tx& tx, Actor const& actor, plan::Plan const& plan, StaffId staff, std::string_view skill,
                      EvidenceInput const& input, Clock const& clock, std::string_view url)
{
    must_be_allowed(actor, staff, input.kind);
    auto const& known = skill_called(plan, skill);
    if (input.dated_on > clock.today()) {
        throw Refused{
            Code::invalid_input, {}, {{"/dated_on", "今日までの日付にしてください。", "Give a day not later than today."}}};
    }
    EvidenceId const id{tx.insert(kAdd, staff, known.code, input.kind, input.holds, input.dated_on, input.valid_until,
                                  input.source, input.note, clock.now(), actor.account, url)};
    people::note_change(tx, staff);
    audit::record(tx, actor, clock.now(), "skills.evidence_added", "staff", staff, input);
    return {id,           input.kind, input.holds, input.dated_on,  input.valid_until,
            input.source, input.note, actor.name,  std::string{url}};
}

Withdrawn withdraw_evidence(db::Tx& tx, Actor const& actor, EvidenceId id, Clock const& clock)
{
    auto const owner = tx.maybe_one<Owner>(kOwner, id);
    if (!owner) throw Refused{Code::not_found};
    if (owner->created_by != actor.account && !may(actor, Permission::record_evidence)) throw Refused{Code::not_allowed};
    return take_back_evidence(tx, actor, id, clock);
}

Withdrawn take_back_evidence(db::Tx& tx, Actor const& actor, EvidenceId id, Clock const& clock)
{
    auto const owner = tx.maybe_one<Owner>(kOwner, id);
    if (!owner) throw Refused{Code::not_found};
    tx.run(kWithdraw, id, clock.now());
    people::note_change(tx, owner->staff_id);
    audit::record(tx, actor, clock.now(), "skills.evidence_withdrawn", "skill_evidence", id);
    return {id, owner->staff_id, owner->skill_code};
}

}  // namespace skills
