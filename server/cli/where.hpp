// Which municipality a command is about, and its database.
#pragma once
#include "cli/commands.hpp"
#include "platform/db/database.hpp"

#include <memory>

namespace cli {

struct Where {
    std::filesystem::path data;
    std::string municipality;  ///< empty: the only one there is
    std::string database;      ///< postgresql://…; then the municipality is the schema
};

void where_options(CLI::App& command, Where&);

/// The municipality that is meant; a Complaint when it is not clear.
std::string slug_of(Where const&);
/// Opened and brought to this program's schema. `make`: a municipality that is not there yet is made.
std::unique_ptr<db::Database> open(Where const&, std::string const& slug, bool make = false);

}  // namespace cli
