// What of a person's page is the same for whoever reads it, kept from one reader to the next. Who may read it, who else may and
// who looked is asked each time.
#pragma once
#include "features/categories/membership.hpp"
#include "features/people/people.hpp"
#include "features/skills/level_standing.hpp"
#include "features/skills/routes.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <tuple>

namespace home {

struct SharedPage {
    people::Profile profile;
    json::Written<std::vector<categories::Membership>> categories;
    json::Written<skills::PersonSkills> skills;
    std::optional<skills::LevelStanding> level;
};

/// One municipality's; a service. Thread-safe. Holds the pages of some people; when it is full it begins anew.
class KeptPages {
public:
    struct Key {
        StaffId staff;
        Date on, announced;                            ///< postings announced up to then are on the page
        auto operator<=>(Key const&) const = default;  // NOLINT(modernize-use-nullptr): as in ids.hpp
    };

    /// Nothing unless the page is what the transaction would read.
    std::shared_ptr<SharedPage const> find(db::Tx&, Key const&) const;
    /// The page as read in this transaction.
    void keep(db::Tx&, Key const&, std::shared_ptr<SharedPage const>);

private:
    struct Kept {
        people::ChangeMark mark;
        std::shared_ptr<SharedPage const> page;
    };
    mutable std::mutex guard_;
    std::map<Key, Kept> pages_;
};

}  // namespace home
