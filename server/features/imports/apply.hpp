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

using Progress = std::function<void(int percent, std::string_view step)>;

ImportId apply(db::Tx&, Comparison&, ImportHead const&, Progress const&);
void set_summary(db::Tx&, ImportId, std::string const& summary_json);

}  // namespace imports
