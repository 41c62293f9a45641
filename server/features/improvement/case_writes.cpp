#include "features/audit/audit.hpp"
#include "features/improvement/adopting.hpp"
#include "features/improvement/files.hpp"
#include "features/improvement/keeping.hpp"
#include "features/improvement/origins.hpp"

#include <algorithm>
#include <set>

namespace improvement {
namespace {

db::Sql const kSent{"SELECT id FROM improvement_case WHERE created_by = $1 AND client_key = $2"};
db::Sql const kUnit{"SELECT id FROM org_unit WHERE id = $1 AND (valid_until IS NULL OR valid_until > $2)"};
db::Sql const kStandsThere{R"(
    WITH RECURSIVE below (id) AS (SELECT id FROM org_unit WHERE id = $1
        UNION SELECT child.id FROM org_unit child JOIN below ON child.parent_id = below.id)
    SELECT p.id FROM posting p JOIN below ON below.id = p.unit_id
     WHERE p.staff_id = $2 AND p.effective_on <= $3 AND (p.ended_on IS NULL OR p.ended_on > $3) LIMIT 1)"};
db::Sql const kPerson{"SELECT id FROM staff WHERE id = $1 AND merged_into IS NULL"};
db::Sql const kTheme{"SELECT id FROM improvement_theme WHERE id = $1 AND unit_id = $2 AND fiscal_year = $3"};
db::Sql const kHoursUsedFor{
    "UPDATE improvement_case SET hours_used_for = $2, updated_at = $3, revision = revision + 1 WHERE id = $1"};
db::Sql const kAdopted{"SELECT id FROM improvement_case WHERE adopted_from = $1 LIMIT 1"};

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

void must_be_people(http::Call const& call, std::vector<MemberInput> const& team)
{
    std::set<StaffId> seen;
    for (std::size_t i = 0; i < team.size(); ++i) {
        if (!call.tx.maybe_one<StaffId>(kPerson, team[i].staff) || !seen.insert(team[i].staff).second) {
            throw wrong("/team/" + std::to_string(i), "名簿にいない人か、二度挙げられた人です。",
                        "Not on the roster, or named twice.");
        }
    }
}

void must_hold(http::Call const& call, CaseForm const& form)
{
    auto const today = call.clock.today();
    if (!call.tx.maybe_one<OrgUnitId>(kUnit, form.unit, today))
        throw wrong("/unit", "今の組織にない所属です。", "There is no such unit today.");
    must_be_people(call, form.team);
    auto const stands = [&](MemberInput const& member) {
        return call.tx.maybe_one<PostingId>(kStandsThere, form.unit, member.staff, today).has_value();
    };
    if (std::none_of(form.team.begin(), form.team.end(), stands)) {
        throw wrong("/unit", "取り組んだ人の誰かがいる所属を選んでください。",
                    "Name a unit in which somebody of the team stands.");
    }
    if (form.theme && !call.tx.maybe_one<ThemeId>(kTheme, *form.theme, form.unit, form.fiscal_year))
        throw wrong("/theme", "その所属・年度の業務課題ではありません。", "Not a theme of that unit and year.");
}

/// What the audit keeps of a write: a draft's words stay with its team.
struct Noted {
    OrgUnitId unit;
    int fiscal_year = 0;
    Stage stage = Stage::issue;
    Status status = Status::draft;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Noted, (), (unit, fiscal_year, stage, status, revision))

/// Recorded with the write, and answered.
Case noted(http::Call const& call, std::string_view action, CaseId id)
{
    auto whole = one_case(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), action, "improvement_case", id,
                  Noted{whole.unit, whole.fiscal_year, whole.stage, whole.status, whole.revision});
    return whole;
}

CaseRow own(http::Call const& call, CaseId id)
{
    auto row = row_of(call, id);
    if (!row.mine) throw Refused{Code::not_allowed};
    return row;
}

}  // namespace

Case add_case(http::Call const& call, NewCase const& wanted)
{
    if (!call.actor.staff) throw Refused{Code::not_allowed};
    if (wanted.key)
        if (auto const sent = call.tx.maybe_one<CaseId>(kSent, call.actor.account, *wanted.key)) return one_case(call, *sent);
    auto form = wanted;
    if (std::none_of(form.team.begin(), form.team.end(), [&](auto const& each) { return each.staff == *call.actor.staff; }))
        form.team.insert(form.team.begin(), {*call.actor.staff, ""});
    must_hold(call, form);
    if (form.adopted_from) must_be_adoptable(call, *form.adopted_from, form.unit);
    auto const title = form.origin ? told_by(call, *form.origin).title : std::string{};
    auto const id = keep_new(call.tx, form, title, call.actor.account, call.clock.today(), call.clock.now());
    post_files(call, id, form.files);
    return noted(call, "improvement.case_added", id);
}

Case change_case(http::Call const& call, CaseId id, CaseChange const& change)
{
    auto const row = own(call, id);
    if (row.status == Status::confirmed) throw Refused{Code::wrong_status};
    must_be(change.revision, call.tx, id);
    must_hold(call, change);
    keep_changes(call.tx, id, change, call.clock.now());
    post_files(call, id, change.files);
    return noted(call, "improvement.case_changed", id);
}

void drop_case(http::Call const& call, CaseId id)
{
    auto const row = own(call, id);
    if (row.status != Status::draft && row.status != Status::returned) throw Refused{Code::wrong_status};
    if (call.tx.maybe_one<CaseId>(kAdopted, id)) throw Refused{Code::wrong_status};
    post_files(call, id, {});
    forget(call.tx, id);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.case_dropped", "improvement_case", id);
}

Case tell_hours_used_for(http::Call const& call, CaseId id, HoursUsedFor const& told)
{
    own(call, id);
    must_be(told.revision, call.tx, id);
    call.tx.run(kHoursUsedFor, id, told.text, call.clock.now());
    let_find(call.tx, id);
    return noted(call, "improvement.hours_told", id);
}

}  // namespace improvement
