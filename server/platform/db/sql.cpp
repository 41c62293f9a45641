#include "platform/db/sql.hpp"

#include <algorithm>
#include <mutex>

namespace db {
namespace {

struct Registry {
    std::mutex mutex;
    std::vector<Sql const*> statements;
    std::uint32_t next_number = 1;
};

// Made by the first statement, so it outlives them all whatever the order of static initialisation.
Registry& registry()
{
    static Registry the_one;
    return the_one;
}

}  // namespace

Sql::Sql(char const* text) : text_(text)
{
    auto& all = registry();
    std::lock_guard const lock{all.mutex};
    number_ = all.next_number++;
    all.statements.push_back(this);
}

Sql::~Sql()
{
    auto& all = registry();
    std::lock_guard const lock{all.mutex};
    std::erase(all.statements, this);
}

std::vector<Sql const*> all_statements()
{
    auto& all = registry();
    std::lock_guard const lock{all.mutex};
    return all.statements;
}

}  // namespace db
