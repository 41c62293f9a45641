#include "features/people/roster.hpp"

#include <algorithm>

namespace people {

Words Words::above(Words const& below)
{
    Words words;
    words.numbers_.clear();
    words.texts_.clear();
    words.below_ = &below;
    words.first_ = below.end();
    return words;
}

Word Words::of(std::string_view text)
{
    if (auto const known = find(text)) return *known;
    auto const number = end();
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), number);
    return number;
}

std::optional<Word> Words::find(std::string_view text) const
{
    if (auto const known = numbers_.find(text); known != numbers_.end()) return known->second;
    return below_ ? below_->find(text) : std::nullopt;
}

OrgTree::OrgTree(std::vector<TreeUnit> pre_order) : units_(std::move(pre_order))
{
    // In pre-order a subtree ends where the next unit of the same or a lesser depth begins.
    std::vector<Place> open;
    for (Place place = 0; place < units_.size(); ++place) {
        while (!open.empty() && units_[open.back()].depth >= units_[place].depth) {
            units_[open.back()].end = place;
            open.pop_back();
        }
        open.push_back(place);
        by_id_.emplace(units_[place].id.value, place);
    }
    for (auto const place : open) units_[place].end = static_cast<Place>(units_.size());
}

std::optional<Place> OrgTree::find(OrgUnitId id) const
{
    auto const known = by_id_.find(id.value);
    return known == by_id_.end() ? std::nullopt : std::optional{known->second};
}

std::vector<Place> OrgTree::named(std::string_view name_or_code) const
{
    std::vector<Place> found;
    for (Place place = 0; place < units_.size(); ++place) {
        if (units_[place].name == name_or_code || units_[place].code == name_or_code) found.push_back(place);
    }
    return found;
}

std::string OrgTree::path(Place place) const
{
    if (place == kNowhere) return {};
    auto const& unit = units_[place];
    return unit.parent == kNowhere ? unit.name : path(unit.parent) + " " + unit.name;
}

std::pair<std::uint32_t, std::uint32_t> Roster::rows_within(Place place) const
{
    auto const by_place = [](Person const& person, Place limit) { return person.place() < limit; };
    auto const first = std::lower_bound(people.begin(), people.end(), place, by_place);
    auto const last = std::lower_bound(first, people.end(), tree.at(place).end, by_place);
    return {static_cast<std::uint32_t>(first - people.begin()), static_cast<std::uint32_t>(last - people.begin())};
}

Person const* Roster::find(StaffId id) const
{
    auto const row = row_of.find(id.value);
    return row == row_of.end() ? nullptr : &people[row->second];
}

}  // namespace people
