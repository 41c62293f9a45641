// How the organisation changes: a unit begins, gets another name, is merged into another, ends. What it was stays readable.
#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"
#include "features/people/records.hpp"
#include "features/people/units.hpp"
#include "platform/core/refused.hpp"

namespace people {
namespace {

struct Stored {
    OrgUnitId id;
    std::string code, name, kind;
    std::optional<OrgUnitId> parent_id;
    std::string authority, tags;
    int sort = 0;
    Date valid_from;
    std::optional<Date> valid_until;
    std::optional<OrgUnitId> succeeded_by;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by))

db::Sql const kUnit{R"(
    SELECT id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by FROM org_unit WHERE id = $1)"};
db::Sql const kCodeTaken{"SELECT id FROM org_unit WHERE code = $1 AND (valid_until IS NULL OR valid_until > $2) LIMIT 1"};
db::Sql const kInsert{R"(
    INSERT INTO org_unit (code, name, kind, parent_id, authority, tags, sort, valid_from)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)"};
db::Sql const kSetName{"UPDATE org_unit SET name = $2 WHERE id = $1"};
db::Sql const kSetTags{"UPDATE org_unit SET tags = $2 WHERE id = $1"};
db::Sql const kClose{"UPDATE org_unit SET valid_until = $2, succeeded_by = $3 WHERE id = $1"};
db::Sql const kBelow{R"(
    SELECT id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by FROM org_unit
     WHERE parent_id = $1 AND (valid_until IS NULL OR valid_until > $2) ORDER BY sort, code, id)"};
db::Sql const kSetParent{"UPDATE org_unit SET parent_id = $2 WHERE id = $1"};
db::Sql const kLastSort{"SELECT COALESCE(max(sort), 0) FROM org_unit"};

// The people of a unit that is carried on: who stands there that day begins a posting in the successor.
db::Sql const kPeopleFrom{"SELECT id FROM posting WHERE unit_id = $1 AND (ended_on IS NULL OR ended_on > $2) LIMIT 1"};
db::Sql const kContinuePostings{R"(
    INSERT INTO posting (staff_id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on)
    SELECT staff_id, CAST($2 AS INTEGER), kind, rank, title, is_head, CAST($3 AS TEXT), ended_on, CAST($4 AS TEXT) FROM posting
     WHERE unit_id = $1 AND effective_on < $3 AND (ended_on IS NULL OR ended_on > $3))"};
db::Sql const kEndPostings{
    "UPDATE posting SET ended_on = $2 WHERE unit_id = $1 AND effective_on < $2 AND (ended_on IS NULL OR ended_on > $2)"};
db::Sql const kTurnComingPostings{"UPDATE posting SET unit_id = $2 WHERE unit_id = $1 AND effective_on >= $3"};
db::Sql const kContinueGrants{R"(
    INSERT INTO account_role (account_id, role, unit_id, granted_at, granted_by)
    SELECT account_id, role, CAST($2 AS INTEGER), granted_at, granted_by FROM account_role WHERE unit_id = $1)"};

Stored stored(db::Tx& tx, OrgUnitId id)
{
    auto unit = tx.maybe_one<Stored>(kUnit, id);
    if (!unit) throw Refused{Code::not_found};
    return *std::move(unit);
}

bool exists_on(Stored const& unit, Date day) { return unit.valid_from <= day && (!unit.valid_until || *unit.valid_until > day); }

std::string joined(std::vector<std::string> const& tags)
{
    std::string text;
    for (auto const& tag : tags) {
        if (tag.empty() || tag.find(',') != std::string::npos)
            throw Refused{
                Code::invalid_input, {}, {{"/tags", "タグにコンマは使えません。", "A tag must not be empty or hold a comma."}}};
        text += (text.empty() ? "" : ",") + tag;
    }
    return text;
}

Unit answer(db::Tx& tx, OrgUnitId id)
{
    auto const row = stored(tx, id);
    Unit unit;
    unit.id = row.id;
    unit.code = row.code;
    unit.name = row.name;
    unit.kind = row.kind;
    unit.parent = row.parent_id;
    for (auto above = row.parent_id; above; above = stored(tx, *above).parent_id) ++unit.depth;
    unit.tags = tags_of(row.tags);
    unit.valid_from = row.valid_from;
    unit.valid_until = row.valid_until;
    unit.succeeded_by = row.succeeded_by;
    return unit;
}

OrgUnitId open_successor(db::Tx& tx, Stored const& unit, std::string const& name, std::optional<OrgUnitId> parent, Date day)
{
    return OrgUnitId{tx.insert(kInsert, unit.code, name, unit.kind, parent, unit.authority, unit.tags, unit.sort, day)};
}

/// Closes the unit on the day and lets the successor carry on its people, its grants and the units below it.
void hand_over(db::Tx& tx, Stored const& unit, OrgUnitId successor, Date day, Date today)
{
    tx.run(kClose, unit.id, day, successor);
    tx.run(kContinuePostings, unit.id, successor, day, std::min(day, today));
    tx.run(kEndPostings, unit.id, day);
    tx.run(kTurnComingPostings, unit.id, successor, day);
    tx.run(kContinueGrants, unit.id, successor);
    for (auto const& child : tx.all<Stored>(kBelow, unit.id, day)) {
        if (child.valid_from >= day) {
            tx.run(kSetParent, child.id, successor);
        } else {
            hand_over(tx, child, open_successor(tx, child, child.name, successor, day), day, today);
        }
    }
}

bool stands_below(db::Tx& tx, OrgUnitId unit, OrgUnitId above)
{
    for (std::optional<OrgUnitId> step = unit; step; step = stored(tx, *step).parent_id) {
        if (*step == above) return true;
    }
    return false;
}

void must_be_open(Stored const& unit)
{
    if (unit.valid_until) throw Refused{Code::changed_meanwhile, unit.name + "〜" + to_iso(*unit.valid_until)};
}

OrgUnitId rename(db::Tx& tx, Stored const& unit, std::string const& name, Date from, Date today)
{
    must_be_open(unit);
    if (from <= unit.valid_from) {  // it never had another name
        tx.run(kSetName, unit.id, name);
        return unit.id;
    }
    auto const successor = open_successor(tx, unit, name, unit.parent_id, from);
    hand_over(tx, unit, successor, from, today);
    return successor;
}

OrgUnitId merge(db::Tx& tx, Stored const& unit, OrgUnitId successor, Date day, Date today)
{
    must_be_open(unit);
    must_follow(unit.valid_from, day, "/valid_until");
    if (!exists_on(stored(tx, successor), day) || stands_below(tx, successor, unit.id)) {
        throw Refused{
            Code::invalid_input,
            {},
            {{"/succeeded_by", "その日に存在する別の所属を選んでください。", "Choose another section that exists on that day."}}};
    }
    hand_over(tx, unit, successor, day, today);
    return successor;
}

void end(db::Tx& tx, Stored const& unit, Date day)
{
    must_be_open(unit);
    must_follow(unit.valid_from, day, "/valid_until");
    if (tx.maybe_one<std::int64_t>(kPeopleFrom, unit.id, day) || !tx.all<Stored>(kBelow, unit.id, day).empty())
        throw Refused{Code::in_use, unit.name};
    tx.run(kClose, unit.id, day, std::optional<OrgUnitId>{});
}

}  // namespace

json::object NewUnit::limits(std::string_view member)
{
    if (member == "code") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "name") return {{"minLength", 1}, {"maxLength", 200}};
    if (member == "kind") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "tags") return {{"maxItems", 20}};
    return {};
}

json::object UnitChange::limits(std::string_view member) { return NewUnit::limits(member); }

OrgUnitId insert_unit(db::Tx& tx, NewUnit const& unit, int sort, std::string const& authority)
{
    return OrgUnitId{
        tx.insert(kInsert, unit.code, unit.name, unit.kind, unit.parent, authority, joined(unit.tags), sort, unit.valid_from)};
}

Unit add_unit(db::Tx& tx, Actor const& actor, NewUnit const& input, Clock const& clock)
{
    if (tx.maybe_one<OrgUnitId>(kCodeTaken, input.code, input.valid_from)) throw Refused{Code::already_exists, input.code};
    if (input.parent) {
        auto const parent = tx.maybe_one<Stored>(kUnit, *input.parent);
        if (!parent || !exists_on(*parent, input.valid_from)) {
            throw Refused{Code::invalid_input,
                          {},
                          {{"/parent", "その日に存在する所属を選んでください。", "Choose a section that exists on that day."}}};
        }
    }
    auto const id = insert_unit(tx, input, tx.one<int>(kLastSort) + 1);
    note_change_of_all(tx);
    audit::record(tx, actor, clock.now(), "people.unit_added", "unit", id, input);
    return answer(tx, id);
}

Unit change_unit(db::Tx& tx, Actor const& actor, OrgUnitId id, UnitChange const& change, Clock const& clock)
{
    auto const today = clock.today();
    auto const unit = stored(tx, id);
    if (change.tags) tx.run(kSetTags, id, joined(*change.tags));
    auto goes_on = id;
    if (change.name) {
        goes_on = rename(tx, unit, *change.name, change.from.value_or(today), today);
    } else if (change.succeeded_by) {
        goes_on = merge(tx, unit, *change.succeeded_by, change.valid_until.value_or(today), today);
    } else if (change.valid_until) {
        end(tx, unit, *change.valid_until);
    }
    note_change_of_all(tx);
    audit::record(tx, actor, clock.now(), "people.unit_changed", "unit", id, change);
    return answer(tx, goes_on);
}

}  // namespace people
