// Who belongs to which category: asked before an import writes and again after, so that it can say who changed.
// Categories stand above imports; the app puts what answers into the services.
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/ids.hpp"
#include "platform/db/tx.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace imports {

struct Memberships {
    struct Category {
        std::string code, name;
    };
    std::vector<Category> categories;
    std::vector<std::pair<StaffId, std::uint32_t>> members;  ///< of whom, and which of `categories`; in any order, none twice
};

class CategoryWatch {
public:
    virtual ~CategoryWatch() = default;
    /// As the database stands on the day before the import; what is kept in memory may answer.
    virtual Memberships before(db::Tx&, Date on) = 0;
    /// As this transaction has left it.
    virtual Memberships after(db::Tx&, Date on) = 0;
};

struct CategoryMove {
    StaffId staff;
    std::string name;
    bool enters = false;
};
BOOST_DESCRIBE_STRUCT(CategoryMove, (), (staff, name, enters))

struct CategoryChange {
    std::string code, name;
    std::int64_t enters = 0, leaves = 0;
    std::vector<CategoryMove> people;  ///< the first kPeopleNamed
};
BOOST_DESCRIBE_STRUCT(CategoryChange, (), (code, name, enters, leaves, people))

inline constexpr std::size_t kPeopleNamed = 100;

/// Only categories in which something changed.
std::vector<CategoryChange> changes_between(db::Tx&, Memberships before, Memberships after);

}  // namespace imports
