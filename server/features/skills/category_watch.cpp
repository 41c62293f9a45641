#include "features/skills/category_watch.hpp"

#include "features/categories/classifier.hpp"
#include "features/people/days.hpp"
#include "features/people/roster_load.hpp"

namespace skills {

imports::Memberships RuleWatch::memberships(db::Tx& tx, Date on)
{
    auto const versioned = library_.maybe_in_force(tx, on);
    if (!versioned) return {};
    imports::Memberships result;
    for (auto const& category : versioned->plan.categories) result.categories.push_back({category.code, category.name});
    auto roster = people::load_roster(tx, on, people::kAnnouncedOrNot);
    categories::Classifier const classifier{versioned->plan, roster};
    for (auto const& person : roster.people) {
        auto held = classifier.of(person);
        for (std::uint32_t category = 0; held != 0; ++category, held >>= 1) {
            if (held & 1) result.members.emplace_back(person.id, category);
        }
    }
    return result;
}

}  // namespace skills
