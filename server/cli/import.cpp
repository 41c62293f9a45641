#include "features/imports/import.hpp"

#include "cli/where.hpp"
#include "features/plan/versions.hpp"
#include "features/skills/category_watch.hpp"

#include <ostream>

namespace cli {
namespace {

struct Import {
    Where where;
    imports::ImportRequest request;
    std::string as_of, encoding, sheet;
    bool create_units = false, preview = false;
};

void show(Console& console, imports::Counts const& counts)
{
    console.out << counts.added << " added, " << counts.changed << " changed, " << counts.left << " left, " << counts.unchanged
                << " unchanged, " << counts.refused << " refused\n";
}

void show_refused(Console& console, std::string const& file, std::vector<imports::RowReport> const& rows)
{
    for (auto const& row : rows) {
        if (row.kind != imports::RowKind::refused) continue;
        for (auto const& problem : row.problems)
            console.err << file << ':' << row.line << ": " << problem.column << ": " << problem.problem << problem.remedy << " / "
                        << problem.problem_en << ' ' << problem.remedy_en << '\n';
    }
}

imports::ImportRequest request_of(Import const& wish, Clock const& clock)
{
    auto request = wish.request;
    request.file_name = request.file.filename().string();
    request.as_of = clock.today();
    if (!wish.as_of.empty()) {
        auto const day = date_from_iso(wish.as_of);
        if (!day) throw Complaint{"\"" + wish.as_of + "\" is no day; write it as 2026-04-01."};
        request.as_of = *day;
    }
    if (wish.create_units) request.create_units = true;
    if (!wish.sheet.empty()) request.choice.sheet = wish.sheet;
    if (wish.encoding == "utf8") request.choice.encoding = sheets::Encoding::utf8;
    if (wish.encoding == "cp932") request.choice.encoding = sheets::Encoding::cp932;
    return request;
}

// Rows that keep the roster out are named one by one.
imports::ImportResult run_or_name_refused(db::Database& database, imports::ImportRequest const& request,
                                          imports::Surroundings around, Console& console)
{
    try {
        return imports::run(database, request, around);
    } catch (Refused const& refused) {
        if (refused.code != Code::rows_refused || console.json) throw;
    }
    around.neighbours.categories = nullptr;
    auto const preview = imports::preview(database, request, around);
    show_refused(console, request.file.string(), preview.rows);
    throw Complaint{std::to_string(preview.counts.refused) +
                    " rows are refused, so nothing was imported. Correct them, or import the rest with --skip-refused."};
}

void run(Import const& wish, Console& console)
{
    SystemClock const clock;
    auto const request = request_of(wish, clock);
    if (!std::filesystem::exists(request.file)) throw Complaint{request.file.string() + " is not there."};
    auto const database = open(wish.where, slug_of(wish.where));
    plan::Library library;
    skills::RuleWatch watch(library);
    auto const actor = system_actor("command line");
    imports::Surroundings const around{
        clock, actor, {[&](db::Tx& tx, Date on) { return library.ranks(tx, on); }, &watch}, [](int, std::string_view) {}};
    if (wish.preview) {
        auto const preview = imports::preview(*database, request, around);
        if (console.json) return void(console.out << json::write(preview) << '\n');
        show_refused(console, request.file.string(), preview.rows);
        for (auto const& unit : preview.empty_units) console.out << unit.path << ": nobody any more\n";
        return show(console, preview.counts);
    }
    auto const result = run_or_name_refused(*database, request, around, console);
    if (console.json) return void(console.out << json::write(result) << '\n');
    show_refused(console, request.file.string(), result.refused);
    show(console, result.counts);
    for (auto const& unit : result.closed_units) console.out << unit.path << ": ended\n";
    for (auto const& category : result.categories)
        console.out << category.name << ": " << category.enters << " enter, " << category.leaves << " leave\n";
}

}  // namespace

void declare_import(CLI::App& app, Console& console)
{
    auto const wish = std::make_shared<Import>();
    auto* const group = app.add_subcommand("import", "Bring in tables");
    group->require_subcommand(1);
    auto* const staff = group->add_subcommand("staff", "Import a roster: CSV, TSV or xlsx as it comes; all of it or none");
    staff->add_option("file", wish->request.file, "The roster")->required()->type_name("FILE");
    where_options(*staff, wish->where);
    staff->add_option("--as-of", wish->as_of, "The day the roster describes; else today")->type_name("DATE");
    staff->add_flag("--whole", wish->request.whole, "The roster names everybody: who is not in it has left");
    staff->add_flag("--create-units", wish->create_units, "Make sections that are not there yet");
    staff->add_flag("--close-units", wish->request.close_units, "End sections in which nobody stands any more; with --whole")
        ->needs("--whole");
    staff->add_flag("--skip-refused", wish->request.skip_refused, "Import the rest when rows are refused");
    staff->add_flag("--preview", wish->preview, "Only say what would change");
    staff->add_option("--sheet", wish->sheet, "The sheet of a workbook; else the first visible one")->type_name("NAME");
    staff->add_option("--encoding", wish->encoding, "utf8 or cp932; else found by content")
        ->check(CLI::IsMember({"utf8", "cp932"}))
        ->type_name("NAME");
    json_flag(*staff, console);
    staff->callback([wish, &console] { run(*wish, console); });
}

}  // namespace cli
