#include "cli/where.hpp"
#include "features/audit/audit.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/workbook.hpp"
#include "platform/files/disk.hpp"

#include <iostream>

namespace cli {
namespace {

struct PlanCommand {
    Where where;
    std::vector<std::filesystem::path> files;
    std::string day, to;
};

plan::ReadPlan read(std::filesystem::path const& file)
{
    auto const text = files::read_whole(file);
    if (!text) throw Complaint{file.string() + " is not there."};
    auto read = file.extension() == ".xlsx" ? plan::from_workbook(sheets::read_table(*text)) : plan::read_yaml(*text);
    if (read.problems.empty()) read.problems = plan::check(read.plan, read.places);
    return read;
}

struct FileProblem {
    std::string file;
    PlacedProblem problem;
};
BOOST_DESCRIBE_STRUCT(FileProblem, (), (file, problem))
struct Found {
    std::vector<FileProblem> problems;
};
BOOST_DESCRIBE_STRUCT(Found, (), (problems))

/// FILE:line:column: what is wrong, as editors expect it.
void tell(std::vector<FileProblem> const& problems, Console& console)
{
    if (console.json) {
        console.err << json::write(Found{problems}) << '\n';
        return;
    }
    for (auto const& [file, problem] : problems) {
        console.err << file << ':';
        if (problem.line > 0) console.err << problem.line << ':' << problem.column << ':';
        console.err << ' ' << problem.ja << " / " << problem.en;
        if (problem.line == 0) console.err << " (" << problem.pointer << ')';
        console.err << '\n';
    }
}

void check(PlanCommand const& command, Console& console)
{
    std::vector<FileProblem> problems;
    for (auto const& file : command.files)
        for (auto& problem : read(file).problems) problems.push_back({file.string(), std::move(problem)});
    if (problems.empty()) {
        if (!console.json)
            console.out << command.files.size() << (command.files.size() == 1 ? " plan" : " plans")
                        << " checked: nothing wrong.\n";
        return;
    }
    tell(problems, console);
    throw AlreadyTold{};
}

Date day_of(std::string const& text)
{
    auto const day = date_from_iso(text);
    if (!day) throw Complaint{"\"" + text + "\" is no day; write it as 2026-04-01."};
    return *day;
}

void import(PlanCommand const& command, Console& console)
{
    auto const& file = command.files.front();
    auto const read = cli::read(file);
    if (!read.problems.empty()) {
        std::vector<FileProblem> problems;
        for (auto const& problem : read.problems) problems.push_back({file.string(), problem});
        tell(problems, console);
        throw AlreadyTold{};
    }
    SystemClock const clock;
    auto where = command.where;
    if (where.municipality.empty()) where.municipality = read.plan.municipality.slug;
    auto const slug = slug_of(where);
    auto const from = !command.day.empty() ? day_of(command.day) : read.plan.document.in_force_from.value_or(clock.today());
    auto const database = open(where, slug, true);
    database->write([&](db::Tx& tx) {
        for (auto const& other : plan::versions(tx, clock))
            if (other.status == plan::VersionStatus::in_force && other.in_force_from && *other.in_force_from >= from)
                throw Complaint{"A plan is in force from " + to_iso(*other.in_force_from) + "; give a later day with --from."};
        auto const id = plan::import_in_force(tx, read.plan, from, clock);
        audit::record(tx, system_actor("command line"), clock.now(), "plan.imported", "plan_version", id, read.plan.document);
    });
    console.out << "/" << slug << "/  " << read.plan.document.title << ", in force from " << to_iso(from) << ".\n";
}

void export_plan(PlanCommand const& command, Console& console)
{
    SystemClock const clock;
    auto const database = open(command.where, slug_of(command.where));
    auto const day = command.day.empty() ? clock.today() : day_of(command.day);
    plan::Library library;
    auto const version = database->read([&](db::Tx& tx) { return library.in_force(tx, day); });
    auto const xlsx = command.to.ends_with(".xlsx");
    auto const bytes = xlsx ? sheets::xlsx_bytes(plan::to_workbook(version->plan)) : plan::write_yaml(version->plan);
    if (command.to.empty())
        console.out << bytes;
    else
        files::write_whole(command.to, bytes);
}

}  // namespace

void declare_plan(CLI::App& app, Console& console)
{
    auto const it = std::make_shared<PlanCommand>();
    auto* const group = app.add_subcommand("plan", "Check, import and export a city's plan");
    group->require_subcommand(1);

    auto* const checking = group->add_subcommand("check", "Say what is wrong with plan packs, with line and column");
    checking->add_option("files", it->files, "Plan packs: YAML, or xlsx")->required()->type_name("FILE…");
    json_flag(*checking, console);
    checking->callback([it, &console] { check(*it, console); });

    auto* const importing = group->add_subcommand("import", "Put a plan pack in force; makes the municipality when it is new");
    importing->add_option("file", it->files, "A plan pack: YAML, or xlsx")->required()->expected(1)->type_name("FILE");
    where_options(*importing, it->where);
    importing->add_option("--from", it->day, "The day it comes into force; else the one in the plan, else today")
        ->type_name("DATE");
    json_flag(*importing, console);
    importing->callback([it, &console] { import(*it, console); });

    auto* const exporting = group->add_subcommand("export", "Write the plan in force as YAML or xlsx");
    where_options(*exporting, it->where);
    exporting->add_option("--on", it->day, "The plan in force on that day; else today")->type_name("DATE");
    exporting->add_option("--to", it->to, "A file ending in .yaml or .xlsx; else YAML on standard output")->type_name("FILE");
    json_flag(*exporting, console);
    exporting->callback([it, &console] { export_plan(*it, console); });
}

}  // namespace cli
