// Everything an import writes, in one transaction, with every row as it was and as it became.
#pragma once
#include "features/actor/actor.hpp"
#include "features/imports/compare.hpp"
#include "platform/db/tx.hpp"

namespace imports {

/// PostgreSQL: nobody else adds people meanwhile, so that identities can be given out here. SQLite has one writer anyway.
void lock_tables(db::Tx&);

struct ImportHead {
    std::string file_name;
    Date as_of{};
    bool whole = false;
    std::string options;  ///< JSON
    Instant at{};
    std::optional<AccountId> by;
};

/// Whose account; none for what the system does by itself.
std::optional<AccountId> account_of(Actor const&);

using Progress = std::function<void(int percent, std::string_view step)>;

ImportId apply(db::Tx&, Comparison&, ImportHead const&, Progress const&);
void set_summary(db::Tx&, ImportId, std::string const& summary_json);

}  // namespace imports
