#include "features/imports/empty_units.hpp"

#include <unordered_map>
#include <unordered_set>

namespace imports {
namespace {

struct Standing {
    OrgUnitId unit_id;
    std::int64_t postings = 0;
};
BOOST_DESCRIBE_STRUCT(Standing, (), (unit_id, postings))

db::Sql const kUnits{R"(
    SELECT id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by FROM org_unit
     WHERE valid_until IS NULL OR valid_until > $1 ORDER BY sort, id)"};
db::Sql const kStanding{R"(
    SELECT unit_id, count(*) AS postings FROM posting WHERE ended_on IS NULL OR ended_on > $1 GROUP BY unit_id)"};

using Postings = std::unordered_map<OrgUnitId, std::int64_t>;

Postings postings_after(db::Tx& tx, Writes<PostingRecord> const& writes, Date day)
{
    Postings postings;
    tx.each<Standing>(
        kStanding, [&](Standing&& standing) { postings[standing.unit_id] = standing.postings; }, day);
    auto const count = [&](PostingRecord const& posting, int by) {
        if (!posting.ended_on || *posting.ended_on > day) postings[posting.unit_id] += by;
    };
    for (auto const& posting : writes.inserted) count(posting, 1);
    for (auto const& posting : writes.removed) count(posting, -1);
    for (auto const& [before, after] : writes.updated) count(before, -1), count(after, 1);
    return postings;
}

}  // namespace

std::vector<UnitRecord> units_left_empty(db::Tx& tx, ChangeSet const& writes, Date day)
{
    auto const units = tx.all<UnitRecord>(kUnits, day);
    std::unordered_map<OrgUnitId, OrgUnitId> parents;
    for (auto const* list : {&units, &writes.units.inserted})
        for (auto const& unit : *list)
            if (unit.parent_id) parents[unit.id] = *unit.parent_id;

    std::unordered_set<OrgUnitId> kept;
    auto const keep = [&](OrgUnitId unit) {
        while (kept.insert(unit).second && parents.contains(unit)) unit = parents[unit];
    };
    for (auto const& [unit, postings] : postings_after(tx, writes.postings, day))
        if (postings > 0) keep(unit);
    for (auto const& unit : units)
        if (unit.valid_from >= day) keep(unit.id);

    std::vector<UnitRecord> empty;
    for (auto const& unit : units)
        if (!kept.contains(unit.id) && !unit.valid_until) empty.push_back(unit);
    return empty;
}

}  // namespace imports
