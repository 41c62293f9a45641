// One SQL statement of the product, kept as a static constant above its only caller.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace db {

enum class Dialect { sqlite, postgres };

/// Text in the common subset of SQLite and PostgreSQL with parameters $1…$n. Registers itself, so that a test can prepare every
/// statement of the product on both engines. CAST(… AS INTEGER), REAL and BLOB mean 64 bits and bytes on both.
class Sql {
public:
    explicit Sql(char const* text);
    ~Sql();
    Sql(Sql const&) = delete;
    Sql& operator=(Sql const&) = delete;

    std::string_view text() const { return text_; }
    /// Never used twice in a process: what a connection's cache of prepared statements goes by.
    std::uint32_t number() const { return number_; }

private:
    std::string_view text_;
    std::uint32_t number_;
};

/// Every statement alive now, in the order they were made.
std::vector<Sql const*> all_statements();

}  // namespace db
