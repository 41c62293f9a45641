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
    std::string by;  ///< for runs without an account
};
BOOST_DESCRIBE_STRUCT(Options, (), (columns, create_units, close_units, skip_refused, announced_on, same_person, by))

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

std::optional<AccountId> account_of(Actor const& actor)
{
    return actor.account.value == 0 ? std::nullopt : std::optional{actor.account};
}

void tell(Surroundings const& around, int percent, std::string_view step)
{
    if (around.progress) around.progress(percent, step);
}

/// The file read once, outside any transaction; compared as often as needed.
class Roster {
public:
    Roster(ImportRequest const& request, Surroundings const& around)
        : request_(request), around_(around), file_(request.file, request.choice)
    {
    }

    RosterFile const& file() const { return file_; }
    Columns const& columns() const { return columns_; }

    Comparison compare(db::Tx& tx, std::size_t rows_shown = 500)
    {
        columns_ = request_.columns ? Columns(*request_.columns, file_.width()) : Columns(columns_for(tx, file_));
        tell(around_, 15, "行を読んでいます");
        Reading const reading{file_.book(), file_.sheet(), file_.header(), columns_};
        auto rows = read_rows(reading);
        tell(around_, 25, "今の職員と比べています");
        World world(tx, request_.as_of);
        create_units_ = request_.create_units.value_or(request_.whole || no_units(tx));
        Units units(tx, request_.as_of, create_units_, world.next().unit);
        Titles titles(around_.ranks ? around_.ranks(tx, request_.as_of) : std::vector<plan::Rank>{});
        auto comparison = imports::compare(
            reading, std::move(rows), world, units, titles,
            {request_.as_of, request_.whole, request_.announced_on, request_.same_person, rows_shown}, around_.clock.now());
        if (request_.whole) look_for_empty_units(tx, units, comparison);
        return comparison;
    }

    ImportHead head() const
    {
        Options options{{},
                        create_units_,
                        request_.close_units,
                        request_.skip_refused,
                        request_.announced_on,
                        request_.same_person,
                        around_.actor.name};
        for (auto const& text : fields())
            for (auto const column : columns_.of(text.field))
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
    Columns columns_;
    bool create_units_ = false;
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

ImportResult write(db::Tx& tx, Roster& roster, ImportRequest const& request, Surroundings const& around)
{
    lock_tables(tx);
    auto const before = around.categories ? around.categories->before(tx, request.as_of) : Memberships{};
    auto comparison = roster.compare(tx);
    refuse_if_rows_are(comparison, request);
    ImportResult result;
    result.id = apply(tx, comparison, roster.head(), [&](int percent, std::string_view step) { tell(around, percent, step); });
    result.counts = comparison.counts;
    result.new_units = std::move(comparison.new_units);
    if (request.close_units) result.closed_units = std::move(comparison.empty_units);
    if (around.categories) {
        tell(around, 85, "区分の変化を調べています");
        result.categories = changes_between(tx, before, around.categories->after(tx, request.as_of));
    }
    for (auto& row : comparison.rows)
        if (row.kind == RowKind::refused) result.refused.push_back(std::move(row));
    set_summary(
        tx, *result.id,
        json::write(ImportSummary{result.counts, result.categories, result.new_units, result.refused, result.closed_units}));
    remember_columns(tx, roster.file().fingerprint(), roster.columns(), around.clock.now());
    audit::record(tx, around.actor, around.clock.now(), "imports.imported", "import_run", *result.id, result.counts);
    return result;
}

/// Thrown to roll a trial back.
struct Trial {};

std::vector<CategoryChange> try_out(db::Database& database, Roster& roster, ImportRequest request, Surroundings const& around)
{
    request.skip_refused = true;
    std::vector<CategoryChange> changes;
    try {
        database.write([&](db::Tx& tx) {
            changes = write(tx, roster, request, around).categories;
            throw Trial{};
        });
    } catch (Trial const&) {
    }
    return changes;
}

ImportSummary summary_of(RunRow const& row)
{
    return row.summary == "{}" ? ImportSummary{} : json::read<ImportSummary>(row.summary);
}

ImportEntry entry_of(RunRow const& row, Counts const& counts, std::optional<ImportId> last)
{
    return {row.id, row.file_name,  row.as_of,    row.whole, row.imported_at, row.imported_by.value_or("hagukumi import"),
            counts, last == row.id, row.undone_at};
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
    Roster roster(request, around);
    auto comparison = database.read([&](db::Tx& tx) { return roster.compare(tx); });
    ImportPreview preview{
        comparison.counts, std::move(comparison.rows), {}, std::move(comparison.new_units), std::move(comparison.empty_units)};
    if (around.categories) preview.categories = try_out(database, roster, request, around);
    return preview;
}

ImportResult run(db::Database& database, ImportRequest const& request, Surroundings const& around,
                 std::function<void(db::Tx&, ImportResult const&)> const& in_transaction)
{
    tell(around, 5, "ファイルを読んでいます");
    Roster roster(request, around);
    return database.write([&](db::Tx& tx) {
        auto result = write(tx, roster, request, around);
        if (in_transaction) in_transaction(tx, result);
        return result;
    });
}

std::string refused_rows_xlsx(db::Database& database, ImportRequest const& request, Surroundings const& around)
{
    Roster roster(request, around);
    auto const comparison = database.read([&](db::Tx& tx) { return roster.compare(tx, 0); });
    sheets::SheetOut sheet;
    sheet.name = "取り込めない行";
    sheet.header = {"元の行", "取り込めない理由", "直し方"};
    for (std::size_t i = 0; i < roster.file().width(); ++i) {
        auto const& names = roster.file().header().names;
        sheet.header.push_back(i < names.size() && !names[i].empty() ? names[i] : sheets::column_letters(i) + "列");
    }
    for (auto const& refused : comparison.refused) sheet.rows.push_back(refused_line(roster.file(), refused));
    return sheets::xlsx_bytes({sheet});
}

std::vector<ImportEntry> list(db::Tx& tx)
{
    auto const last = last_import(tx);
    std::vector<ImportEntry> entries;
    for (auto const& row : tx.all<RunRow>(kList)) entries.push_back(entry_of(row, summary_of(row).counts, last));
    return entries;
}

ImportDetail detail(db::Tx& tx, ImportId id)
{
    auto const row = tx.maybe_one<RunRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    auto summary = summary_of(*row);
    ImportDetail detail;
    static_cast<ImportEntry&>(detail) = entry_of(*row, summary.counts, last_import(tx));
    detail.categories = std::move(summary.categories);
    detail.new_units = std::move(summary.new_units);
    if (summary.refused) detail.refused = std::move(*summary.refused);
    if (summary.closed_units) detail.closed_units = std::move(*summary.closed_units);
    return detail;
}

std::optional<LastImport> newest(db::Tx& tx)
{
    auto const row = tx.maybe_one<RunRow>(kNewest);
    if (!row) return {};
    return LastImport{
        row->id, row->file_name, row->as_of, row->imported_at, row->undone_at.has_value(), summary_of(*row).counts.refused};
}

}  // namespace imports
