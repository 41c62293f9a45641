// Each family declares its commands once; help, completion and the man page are read from the declarations.
#pragma once
#include "platform/core/refused.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iosfwd>
#include <string>

namespace cli {

struct Console {
    std::ostream& out;
    std::ostream& err;
    std::string version;
    bool json = false;
};

/// Something to be told to the person in front, one sentence; exit status 1.
struct Complaint : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// Reasons that are already on standard error; exit status 1.
struct AlreadyTold {};

void declare_serve(CLI::App&, Console&);
void declare_demo(CLI::App&, Console&);
void declare_plan(CLI::App&, Console&);
void declare_import(CLI::App&, Console&);
void declare_account(CLI::App&, Console&);
void declare_backup(CLI::App&, Console&);
void declare_contract(CLI::App&, Console&);

/// `--json`: results and reasons for machines.
void json_flag(CLI::App& command, Console&);
/// `--data DIR`, required.
void data_option(CLI::App& command, std::filesystem::path& data);

/// What was declared, as the shell and the manual want it.
std::string bash_completion(CLI::App const&);
std::string man_page(CLI::App const&, std::string const& version);

}  // namespace cli
