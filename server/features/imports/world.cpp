#include "features/imports/world.hpp"

namespace imports {
namespace {

db::Sql const kStaff{R"(
    SELECT id, staff_no, name, kana, former_name, legal_name, search_key, email, joined_on, left_on, merged_into, motivation,
           created_at FROM staff)"};
db::Sql const kNumbers{"SELECT id, staff_no, staff_id, valid_from, valid_until FROM staff_number ORDER BY valid_from, id"};
db::Sql const kEngagements{R"(
    SELECT id, staff_id, employment, occupation, recruitment, uses_pc, is_external, valid_from, valid_until
      FROM engagement WHERE valid_until IS NULL OR valid_until > $1 ORDER BY valid_from DESC)"};
db::Sql const kPostings{R"(
    SELECT id, staff_id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on
      FROM posting WHERE ended_on IS NULL OR ended_on > $1 ORDER BY effective_on DESC)"};
db::Sql const kLeaves{R"(
    SELECT id, staff_id, kind, valid_from, valid_until FROM leave_period WHERE valid_until IS NULL OR valid_until > $1)"};
db::Sql const kDuties{R"(
    SELECT id, staff_id, system, valid_from, valid_until FROM system_duty
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1))"};
db::Sql const kNext{R"(
    SELECT (SELECT coalesce(max(id), 0) + 1 FROM org_unit) AS unit, (SELECT coalesce(max(id), 0) + 1 FROM staff) AS staff,
           (SELECT coalesce(max(id), 0) + 1 FROM staff_number) AS number,
           (SELECT coalesce(max(id), 0) + 1 FROM engagement) AS engagement,
           (SELECT coalesce(max(id), 0) + 1 FROM posting) AS posting,
           (SELECT coalesce(max(id), 0) + 1 FROM leave_period) AS leave,
           (SELECT coalesce(max(id), 0) + 1 FROM system_duty) AS duty)"};

std::string_view without_zeros(std::string_view number)
{
    auto const first = number.find_first_not_of('0');
    return first == number.npos ? std::string_view{} : number.substr(first);
}

}  // namespace

BOOST_DESCRIBE_STRUCT(NextIds, (), (unit, staff, number, engagement, posting, leave, duty))

bool Known::employed_on(Date day) const
{
    if (left_by(day)) return false;
    return engagement.has_value() || primary.has_value();
}

World::World(db::Tx& tx, Date as_of)
{
    next_ = tx.one<NextIds>(kNext);
    load_people(tx);
    if (!people_.empty()) load_facts(tx, as_of);
}

void World::load_people(db::Tx& tx)
{
    std::vector<std::pair<StaffId, StaffId>> merged;
    tx.each<StaffRecord>(kStaff, [&](StaffRecord&& staff) {
        if (staff.merged_into) return merged.emplace_back(staff.id, *staff.merged_into), void();
        auto const row = static_cast<std::uint32_t>(people_.size());
        rows_.emplace(staff.id.value, row);
        people_.push_back({std::move(staff), {}, {}, {}, {}, {}, {}, {}, {}, false});
    });
    for (std::size_t step = 0; step < 2; ++step)  // a merge into somebody who was merged later
        for (auto const& [from, into] : merged)
            if (auto const found = rows_.find(into.value); found != rows_.end()) rows_.emplace(from.value, found->second);
    numbers_.reserve(people_.size());
    for (std::uint32_t row = 0; row < people_.size(); ++row) numbers_.emplace(people_[row].staff.staff_no, row);
    tx.each<NumberRecord>(kNumbers, [&](NumberRecord&& number) {
        auto const found = rows_.find(number.staff_id.value);
        if (found == rows_.end()) return;
        numbers_.emplace(number.staff_no, found->second);
        people_[found->second].numbers.push_back(std::move(number));
    });
}

void World::load_facts(db::Tx& tx, Date as_of)
{
    auto const person = [&](StaffId id) -> Known* {
        auto const found = rows_.find(id.value);
        return found == rows_.end() || people_[found->second].staff.id != id ? nullptr : &people_[found->second];
    };
    tx.each<EngagementRecord>(
        kEngagements,
        [&](EngagementRecord&& row) {
            auto* const known = person(row.staff_id);
            if (known) (row.valid_from > as_of ? known->later_engagement : known->engagement) = std::move(row);
        },
        as_of);
    tx.each<PostingRecord>(
        kPostings,
        [&](PostingRecord&& row) {
            auto* const known = person(row.staff_id);
            auto const later = row.effective_on > as_of;
            if (!known) return;
            if (row.kind == people::PostingKind::primary)
                (later ? known->later_primary : known->primary) = std::move(row);
            else if (!later)
                known->others.push_back(std::move(row));
        },
        as_of);
    tx.each<LeaveRecord>(
        kLeaves,
        [&](LeaveRecord&& row) {
            if (auto* const known = person(row.staff_id)) known->leaves.push_back(std::move(row));
        },
        as_of);
    tx.each<DutyRecord>(
        kDuties,
        [&](DutyRecord&& row) {
            if (auto* const known = person(row.staff_id)) known->duties.push_back(std::move(row));
        },
        as_of);
}

Known* World::by_number(std::string_view number)
{
    auto const found = numbers_.find(std::string(number));
    return found == numbers_.end() ? nullptr : &people_[found->second];
}

Known* World::by_id(StaffId id)
{
    auto const found = rows_.find(id.value);
    return found == rows_.end() ? nullptr : &people_[found->second];
}

Known* World::by_number_without_zeros(std::string_view number)
{
    constexpr auto kSeveral = UINT32_MAX;
    if (!bare_ready_) {
        bare_ready_ = true;
        for (auto const& [known, row] : numbers_) {
            auto const [place, fresh] = bare_numbers_.emplace(without_zeros(known), row);
            if (!fresh && place->second != row) place->second = kSeveral;
        }
    }
    auto const found = bare_numbers_.find(std::string(without_zeros(number)));
    return found == bare_numbers_.end() || found->second == kSeveral ? nullptr : &people_[found->second];
}

}  // namespace imports
