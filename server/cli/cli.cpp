#include "cli/cli.hpp"

#include "cli/commands.hpp"
#include "platform/config/options.hpp"
#include "platform/db/error.hpp"
#include "platform/http/server.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
#include <ostream>

namespace cli {
namespace {

struct Reason {
    std::string code, message;
    std::vector<Problem> problems;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (code, message, problems))

int refuse(Console& console, std::string const& code, std::string const& message, std::vector<Problem> const& problems = {})
{
    if (console.json) {
        console.err << json::write(Reason{code, message, problems}) << '\n';
        return 1;
    }
    console.err << message << '\n';
    for (auto const& [pointer, ja, en] : problems) console.err << "  " << pointer << ": " << en << " / " << ja << '\n';
    return 1;
}

int refuse(Console& console, Refused const& refused)
{
    auto message = std::string(text_of(refused.code).en);
    if (!refused.detail_en.empty()) message += " " + refused.detail_en;
    return refuse(console, std::string(name_of(refused.code)), message, refused.problems);
}

std::string sentence(std::filesystem::filesystem_error const& error)
{
    auto const path = error.path1().string();
    if (error.code() == std::errc::no_space_on_device) return "The disk is full; free some space and try again.";
    if (error.code() == std::errc::permission_denied)
        return "No right to use " + path + ": run this as its owner, or name another directory.";
    if (error.code() == std::errc::no_such_file_or_directory) return path + " is not there.";
    return path + ": " + error.code().message() + ".";
}

int told(Console& console)
{
    try {
        throw;
    } catch (Refused const& refused) {
        return refuse(console, refused);
    } catch (AlreadyTold const&) {
        return 1;
    } catch (std::filesystem::filesystem_error const& error) {
        return refuse(console, "failed", sentence(error));
    } catch (std::exception const&
                 error) {  // db::Error, http::CannotListen, config::Wrong, app::CannotCopy, Complaint: each is one sentence
        return refuse(console, "failed", error.what());
    }
}

void declare(CLI::App& app, Console& console)
{
    app.require_subcommand(1);
    app.set_version_flag("--version", "hagukumi " + console.version);
    declare_serve(app, console);
    declare_demo(app, console);
    declare_plan(app, console);
    declare_import(app, console);
    declare_account(app, console);
    declare_backup(app, console);
    declare_contract(app, console);
    app.add_subcommand("completion", "Print the completion for a shell: source <(hagukumi completion bash)")
        ->callback([&] { console.out << bash_completion(app); })
        ->add_option("shell", "bash")
        ->check(CLI::IsMember({"bash"}));
    app.add_subcommand("man", "Print the manual page: hagukumi man | man -l -")->callback([&] {
        console.out << man_page(app, console.version);
    });
}

}  // namespace

void json_flag(CLI::App& command, Console& console)
{
    command.add_flag("--json", console.json, "Results and reasons as JSON, for programs");
}

void data_option(CLI::App& command, std::filesystem::path& data)
{
    command.add_option("--data", data, "The data directory")->required()->type_name("DIR");
}

int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err)
{
    Console console{out, err, HAGUKUMI_VERSION};
    CLI::App app{"Hagukumi: from a city's DX talent plan to each person's skills.", "hagukumi"};
    declare(app, console);
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    try {
        app.parse(std::move(arguments));
        out.flush();
        return out ? 0 : 1;
    } catch (CLI::Success const& shown) {
        return app.exit(shown, out, err);
    } catch (CLI::ParseError const& wrong) {
        app.exit(wrong, out, err);
        return 2;
    } catch (...) {
        return told(console);
    }
}

}  // namespace cli
