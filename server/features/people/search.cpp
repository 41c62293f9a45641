#include "features/people/search.hpp"

#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>

namespace people {
namespace {

/// One kana or letter would find nearly everybody.
bool says_enough(std::string_view folded)
{
    if (folded.empty()) return false;
    auto rest = folded;
    auto const first = text::take_character(rest);
    bool const kanji = first >= 0x3400;
    return kanji || !rest.empty();
}

Hit hit_of(Roster const& roster, Person const& person)
{
    auto const& words = roster.words;
    Hit hit;
    hit.kind = HitKind::staff;
    hit.id = person.id.value;
    hit.code = words.text(person.staff_no);
    hit.title = words.text(person.name);
    hit.subtitle = roster.tree.path(person.place());
    if (!person.posts.empty()) hit.subtitle += " " + words.text(person.posts.front().rank);
    hit.url = "/staff/" + std::to_string(person.id.value);
    return hit;
}

/// Whose kana begins that way comes first, then everybody else in the order of kana.
void find_people(std::vector<Hit>& hits, Roster const& roster, Seeing const& seeing, NameIndex const& names,
                 std::string_view folded, std::size_t most)
{
    if (most == 0) return;
    std::size_t count = 0;
    auto const take = [&](std::uint32_t position) {
        auto const* person = roster.find(names.at(position));
        if (person && seeing.sees(*person)) {
            hits.push_back(hit_of(roster, *person));
            ++count;
        }
        return count < most;
    };
    auto const first = names.first_from(folded);
    auto last = first;
    while (last < names.size() && names.key(last).starts_with(folded)) {
        if (!take(last++)) return;
    }
    names.each_containing(folded,
                          [&](std::uint32_t position) { return (position >= first && position < last) || take(position); });
}

void find_units(std::vector<Hit>& hits, OrgTree const& tree, Names& names, std::string_view folded, std::size_t most)
{
    std::size_t count = 0;
    for (Place place = 0; place < tree.units().size() && count < most; ++place) {
        auto const& unit = tree.at(place);
        if (unit.code != folded && names.folded(unit.name).find(folded) == std::string::npos) continue;
        auto const above = unit.parent == kNowhere ? std::string{} : tree.path(unit.parent);
        hits.push_back({HitKind::unit, unit.id.value, unit.code, unit.name, above, "/units/" + std::to_string(unit.id.value)});
        ++count;
    }
}

}  // namespace

std::vector<Hit> search(db::Tx& tx, Actor const& actor, Days& days, Names& names, PlanWords& words, std::string_view q,
                        Most const& most, Clock const& clock)
{
    auto const folded = text::fold(q);
    if (!says_enough(folded)) return {};
    auto const today = clock.today();
    std::vector<Hit> hits;
    if (most.people + most.units > 0) {
        auto const index = names.at(tx);
        hits = days.ask(tx, today, announced_by(actor, today), [&](DayView const& day) {
            std::vector<Hit> found;
            find_units(found, day.roster().tree, names, folded, most.units);
            find_people(found, day.roster(), Seeing{tx, actor, today, day.roster()}, *index, folded, most.people);
            return found;
        });
    }
    for (auto& hit : words.search(tx, today, folded, most.words)) hits.push_back(std::move(hit));
    return hits;
}

}  // namespace people
