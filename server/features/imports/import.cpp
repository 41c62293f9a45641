#include "features/imports/import.hpp"

#include "features/audit/audit.hpp"
#include "features/imports/dated.hpp"
#include "features/imports/empty_units.hpp"
#include "features/imports/undo.hpp"
#include "platform/sheets/xlsx.hpp"

namespace imports {
namespace {

constexpr std::size_t kProblemsNamed = 20;

struct RunRow {
    ImportId id;
    std::string file_name;
    Date as_of{};
    bool whole = false;
    std::string summary;
    Instant imported_at{};
    std::optional<std::string> imported_by;
    std::optional<Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(RunRow, (), (id, file_name, as_of, whole, summary, imported_at, imported_by, undone_at))

struct Options {
    std::map<std::string, std::string> columns;
    bool create_units = false, close_units = false, skip_refused = false;
    std::optional<Date> announced_on;
    std::map<std::string, StaffId> same_person;
};
BOOST_DESCRIBE_STRUCT(Options, (), (columns, create_units, close_units, skip_refused, announced_on, same_person))

db::Sql const kList{R"(
    SELECT r.id AS id, r.file_name AS file_name, r.as_of AS as_of, r.whole AS whole, r.summary AS summary,
           r.imported_at AS imported_at, a.display_name AS imported_by, r.undone_at AS undone_at
      FROM import_run r LEFT JOIN account a ON a.id = r.imported_by ORDER BY r.id DESC LIMIT 200)"};
db::Sql const kOne{R"(
    SELECT r.id AS id, r.file_name AS file_name, r.as_of AS as_of, r.whole AS whole, r.summary AS summary,
           r.imported_at AS imported_at, a.display_name AS imported_by, r.undone_at AS undone_at
      FROM import_run r LEFT JOIN account a ON a.id = r.imported_by WHERE r.id = $1)"};

db::Sql const kNewest{R"(
    SELECT r.id AS id, r.file_name AS file_name, r.as_of AS as_of, r.whole AS whole, r.summary AS summary,
           r.imported_at AS imported_at, a.display_name AS imported_by, r.undone_at AS undone_at
      FROM import_run r LEFT JOIN account a ON a.id = r.imported_by ORDER BY r.id DESC LIMIT 1)"};

void tell(Surroundings const& around, int percent, std::string_view step)
{
    if (around.progress) around.progress(percent, step);
}

struct Compared {
    Columns columns;
    bool create_units = false;
    Comparison comparison;
};

/// The file read once, outside any transaction, and compared inside one.
class ImportRun {
public:
    ImportRun(ImportRequest const& request, Surroundings const& around)
        : request_(request), around_(around), file_(request.file, request.choice)
    {
    }

    RosterFile const& file() const { return file_; }

    Compared compare(db::Tx& tx, std::size_t rows_shown = 500) const
    {
        auto columns = request_.columns ? Columns(*request_.columns, file_.width()) : Columns(columns_for(tx, file_));
        tell(around_, 15, "行を読んでいます");
        Reading const reading{file_.book(), file_.sheet(), file_.header(), columns};
        auto rows = read_rows(reading);
        tell(around_, 25, "今の職員と比べています");
        World world(tx, request_.as_of);
        auto const create_units = request_.create_units.value_or(request_.whole || no_units(tx));
        Units units(tx, request_.as_of, create_units, world.next().unit);
        auto const& ranks = around_.neighbours.ranks;
        Titles titles(ranks ? ranks(tx, request_.as_of) : std::vector<plan::Rank>{});
        auto comparison = imports::compare(
            reading, std::move(rows), world, units, titles,
            {request_.as_of, request_.whole, request_.announced_on, request_.same_person, rows_shown}, around_.clock.now());
        if (request_.whole) look_for_empty_units(tx, units, comparison);
        return {std::move(columns), create_units, std::move(comparison)};
    }

    ImportHead head(Compared const& compared) const
    {
        Options options{
            {}, compared.create_units, request_.close_units, request_.skip_refused, request_.announced_on, request_.same_person};
        for (auto const& text : fields())
            for (auto const column : compared.columns.of(text.field))
                options.columns[std::to_string(column)] = std::string(name_of(text.field));
        return {request_.file_name,   request_.as_of,      request_.whole,
                json::write(options), around_.clock.now(), account_of(around_.actor)};
    }

private:
    void look_for_empty_units(db::Tx& tx, Units const& units, Comparison& comparison) const
    {
        for (auto const& unit : units_left_empty(tx, comparison.writes, request_.as_of)) {
            comparison.empty_units.push_back({units.path(unit.id), unit.kind});
            if (request_.close_units) end_on(comparison.writes.units, unit, request_.as_of);
        }
    }

    static bool no_units(db::Tx& tx)
    {
        static db::Sql const kUnits{"SELECT count(*) FROM org_unit"};
        return tx.one<std::int64_t>(kUnits) == 0;
    }

    ImportRequest const& request_;
    Surroundings const& around_;
    RosterFile const file_;
};

void refuse_if_rows_are(Comparison const& comparison, ImportRequest const& request)
{
    if (request.skip_refused || comparison.counts.refused == 0) return;
    std::vector<Problem> problems;
    for (auto const& row : comparison.refused) {
        for (auto const& problem : row.problems) {
            if (problems.size() == kProblemsNamed) break;
            if (!problem.refuses) continue;
            auto const where = std::to_string(row.line) + "行目 " + problem.column;
            problems.push_back({where, problem.problem + problem.remedy, problem.problem_en + " " + problem.remedy_en});
        }
    }
    throw Refused{Code::rows_refused,
                  {std::to_string(comparison.counts.refused) + "行を取り込めません。何も変更していません。",
                   std::to_string(comparison.counts.refused) + " rows cannot be imported. Nothing was changed."},
                  std::move(problems)};
}

struct Written {
    Compared compared;
    ImportId id;
    std::vector<CategoryChange> categories;
};

Written write_facts(db::Tx& tx, ImportRun const& run, ImportRequest const& request, Surroundings const& around)
{
    lock_tables(tx);
    auto* const watch = around.neighbours.categories;
    auto const before = watch ? watch->before(tx, request.as_of) : Memberships{};
    Written written{run.compare(tx), {}, {}};
    auto& comparison = written.compared.comparison;
    refuse_if_rows_are(comparison, request);
    written.id = apply(tx, comparison, run.head(written.compared),
                       [&](int percent, std::string_view step) { tell(around, percent, step); });
    if (!watch) return written;
    tell(around, 85, "区分の変化を調べています");
    written.categories = changes_between(tx, before, watch->after(tx, request.as_of));
    return written;
}

ImportResult write(db::Tx& tx, ImportRun const& run, ImportRequest const& request, Surroundings const& around)
{
    auto written = write_facts(tx, run, request, around);
    auto& comparison = written.compared.comparison;
    ImportResult result;
    result.id = written.id;
    result.counts = comparison.counts;
    result.categories = std::move(written.categories);
    result.new_units = std::move(comparison.new_units);
    if (request.close_units) result.closed_units = std::move(comparison.empty_units);
    for (auto& row : comparison.rows)
        if (row.kind == RowKind::refused) result.refused.push_back(std::move(row));
    set_summary(
        tx, *result.id,
        json::write(ImportSummary{result.counts, result.categories, result.new_units, result.refused, result.closed_units}));
    remember_columns(tx, run.file().fingerprint(), written.compared.columns, around.clock.now());
    audit::record(tx, around.actor, around.clock.now(), "imports.imported", "import_run", *result.id, result.counts);
    return result;
}

/// Thrown to roll a trial back.
struct Trial {};

Written try_out(db::Database& database, ImportRun const& run, ImportRequest request, Surroundings const& around)
{
    request.skip_refused = true;
    Written written;
    try {
        database.write([&](db::Tx& tx) {
            written = write_facts(tx, run, request, around);
            throw Trial{};
        });
    } catch (Trial const&) {
    }
    return written;
}

ImportSummary summary_of(RunRow const& row)
{
    return row.summary == "{}" ? ImportSummary{} : json::read<ImportSummary>(row.summary);
}

ImportEntry entry_of(RunRow const& row, Counts const& counts, std::optional<ImportId> undoable)
{
    return {row.id, row.file_name,      row.as_of,    row.whole, row.imported_at, row.imported_by.value_or("hagukumi import"),
            counts, undoable == row.id, row.undone_at};
}

// Numbers stay text, so that what is corrected in this file can be imported again.
std::vector<sheets::Cell> refused_line(RosterFile const& file, RefusedRow const& refused)
{
    auto const& row = file.sheet().rows[refused.row];
    std::vector<std::string> reasons, remedies;
    for (auto const& problem : refused.problems) {
        reasons.push_back("【" + problem.column + "】" + problem.problem);
        remedies.push_back(problem.remedy);
    }
    std::vector<sheets::Cell> cells{sheets::Cell::of(static_cast<double>(refused.line)),
                                    sheets::Cell::of(join_list(reasons, " ")), sheets::Cell::of(join_list(remedies, " "))};
    for (std::size_t i = 0; i < file.width(); ++i) cells.push_back(sheets::Cell::of(row.text(i)));
    return cells;
}

}  // namespace

ImportPreview preview(db::Database& database, ImportRequest const& request, Surroundings const& around)
{
    ImportRun const run(request, around);
    Written tried;
    if (around.neighbours.categories)
        tried = try_out(database, run, request, around);
    else
        tried.compared = database.read([&](db::Tx& tx) { return run.compare(tx); });
    auto& comparison = tried.compared.comparison;
    return {comparison.counts, std::move(comparison.rows), std::move(tried.categories), std::move(comparison.new_units),
            std::move(comparison.empty_units)};
}

ImportResult run(db::Database& database, ImportRequest const& request, Surroundings const& around,
                 std::function<void(db::Tx&, ImportResult const&)> const& in_transaction)
{
    tell(around, 5, "ファイルを読んでいます");
    ImportRun const run(request, around);
    return database.write([&](db::Tx& tx) {
        auto result = write(tx, run, request, around);
        if (in_transaction) in_transaction(tx, result);
        return result;
    });
}

std::string refused_rows_xlsx(db::Database& database, ImportRequest const& request, Surroundings const& around)
{
    ImportRun const run(request, around);
    auto const comparison = database.read([&](db::Tx& tx) { return run.compare(tx, 0).comparison; });
    sheets::SheetOut sheet;
    sheet.name = "取り込めない行";
    sheet.header = {"元の行", "取り込めない理由", "直し方"};
    for (std::size_t i = 0; i < run.file().width(); ++i) {
        auto const& names = run.file().header().names;
        sheet.header.push_back(i < names.size() && !names[i].empty() ? names[i] : sheets::column_letters(i) + "列");
    }
    for (auto const& refused : comparison.refused) sheet.rows.push_back(refused_line(run.file(), refused));
    return sheets::xlsx_bytes({sheet});
}

std::vector<ImportEntry> list(db::Tx& tx)
{
    auto const undoable = undoable_import(tx);
    std::vector<ImportEntry> entries;
    for (auto const& row : tx.all<RunRow>(kList)) entries.push_back(entry_of(row, summary_of(row).counts, undoable));
    return entries;
}

ImportDetail detail(db::Tx& tx, ImportId id)
{
    auto const row = tx.maybe_one<RunRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    auto summary = summary_of(*row);
    ImportDetail detail;
    static_cast<ImportEntry&>(detail) = entry_of(*row, summary.counts, undoable_import(tx));
    detail.categories = std::move(summary.categories);
    detail.new_units = std::move(summary.new_units);
    if (summary.refused) detail.refused = std::move(*summary.refused);
    if (summary.closed_units) detail.closed_units = std::move(*summary.closed_units);
    return detail;
}

std::optional<NewestImport> newest_import(db::Tx& tx)
{
    auto const row = tx.maybe_one<RunRow>(kNewest);
    if (!row) return {};
    return NewestImport{
        row->id, row->file_name, row->as_of, row->imported_at, row->undone_at.has_value(), summary_of(*row).counts.refused};
}

}  // namespace imports
