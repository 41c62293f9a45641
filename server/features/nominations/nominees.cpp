#include "features/nominations/nominees.hpp"

namespace nominations {
namespace {

#define SQL_NOMINEE                                                                                           \
    "SELECT n.id, n.round_id, n.staff_id, n.unit_id, n.status, n.applied, n.reason, n.place, n.head_reason, " \
    "n.decision_reason, n.basis_no, n.basis_on, s.staff_no, s.name, u.name AS unit_name, s.left_on "          \
    "FROM nominee n JOIN staff s ON s.id = n.staff_id JOIN org_unit u ON u.id = n.unit_id "
db::Sql const kNominee{SQL_NOMINEE "WHERE n.id = $1"};
db::Sql const kOfPerson{SQL_NOMINEE "WHERE n.round_id = $1 AND n.staff_id = $2"};
db::Sql const kOfRound{SQL_NOMINEE "WHERE n.round_id = $1 ORDER BY u.code, n.unit_id, n.place, n.id"};
db::Sql const kMove{"UPDATE nominee SET status = $2, changed_at = $3, changed_by = $4 WHERE id = $1"};
db::Sql const kInsert{R"(
    INSERT INTO nominee (round_id, staff_id, unit_id, status, applied, reason, place, changed_at, changed_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)"};
db::Sql const kAgain{R"(
    UPDATE nominee SET unit_id = $2, applied = $3, reason = $4, place = $5, head_reason = '', decision_reason = '' WHERE id = $1)"};

}  // namespace

NomineeRow nominee_row(db::Tx& tx, NomineeId id)
{
    auto row = tx.maybe_one<NomineeRow>(kNominee, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

std::optional<NomineeRow> nominee_of(db::Tx& tx, NominationRoundId round, StaffId staff)
{
    return tx.maybe_one<NomineeRow>(kOfPerson, round, staff);
}

std::vector<NomineeRow> nominees_of(db::Tx& tx, NominationRoundId round) { return tx.all<NomineeRow>(kOfRound, round); }

NomineeRow as_told(NomineeRow row, RoundRow const& round)
{
    if (round.status == RoundStatus::decided) return row;
    if (is_judged(row.status)) row.status = NomineeStatus::nominated;
    row.decision_reason.clear();
    return row;
}

void become(db::Tx& tx, Actor const& actor, NomineeRow const& nominee, NomineeStatus to, Clock const& clock)
{
    if (!may_become(nominee.status, to)) {
        auto const now = word_of(nominee.status), then = word_of(to);
        throw Refused{Code::wrong_status,
                      {nominee.name + "さんはいま「" + now.ja + "」のため、「" + then.ja + "」にできません。",
                       nominee.name + " is “" + now.en + "” and cannot become “" + then.en + "”."}};
    }
    tx.run(kMove, nominee.id, to, clock.now(), actor.account);
}

NomineeId put_nominee(db::Tx& tx, Actor const& actor, NominationRoundId round, NewNominee const& wanted, Clock const& clock)
{
    auto const before = nominee_of(tx, round, wanted.staff);
    if (!before)
        return NomineeId{tx.insert(kInsert, round, wanted.staff, wanted.unit, wanted.status, wanted.applied, wanted.reason,
                                   wanted.place, clock.now(), actor.account)};
    become(tx, actor, *before, wanted.status, clock);
    tx.run(kAgain, before->id, wanted.unit, wanted.applied, wanted.reason, wanted.place);
    return before->id;
}

std::string rank_of(people::Roster const& roster, people::Person const& person)
{
    return person.posts.empty() ? std::string{} : roster.words.text(person.posts.front().rank);
}

Nominee shown(people::Roster const& roster, Judge const& judge, NomineeRow row)
{
    Nominee nominee;
    nominee.id = row.id;
    nominee.staff = row.staff_id;
    nominee.staff_no = std::move(row.staff_no);
    nominee.name = std::move(row.name);
    nominee.unit = row.unit_id;
    nominee.unit_name = std::move(row.unit_name);
    nominee.status = row.status;
    nominee.applied = row.applied;
    nominee.reason = std::move(row.reason);
    nominee.head_reason = std::move(row.head_reason);
    nominee.decision_reason = std::move(row.decision_reason);
    nominee.place = row.place;
    nominee.move = judge.move_ahead(row.staff_id);
    auto const* person = roster.find(row.staff_id);
    if (!person) return nominee;
    nominee.rank = rank_of(roster, *person);
    nominee.on_leave = person->on_leave;
    nominee.last = judge.last_term(*person);
    if (row.status != NomineeStatus::appointed) nominee.against = judge.against(*person);
    auto const section = judge.sections().of(*person);
    if (section != people::kNowhere && roster.tree.at(section).id != row.unit_id) nominee.now_in = roster.tree.at(section).name;
    return nominee;
}

}  // namespace nominations
