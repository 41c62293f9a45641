#include "features/records/completion_import.hpp"

#include "features/audit/audit.hpp"
#include "features/imports/cell_text.hpp"
#include "features/people/changes.hpp"
#include "platform/core/fnv.hpp"
#include "platform/sheets/xlsx.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace records {
namespace {

constexpr std::size_t kShown = 500, kProblemsNamed = 20, kMostNamed = 500;

db::Sql const kColumns{"SELECT columns FROM import_mapping WHERE fingerprint = $1 AND kind = 'completions'"};
db::Sql const kKeepColumns{R"(
    INSERT INTO import_mapping (fingerprint, kind, columns, used_at) VALUES ($1, 'completions', $2, $3)
        ON CONFLICT (fingerprint) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at)"};
db::Sql const kLastSource{"SELECT source FROM completion_import WHERE fingerprint = $1 ORDER BY id DESC LIMIT 1"};

struct KnownName {
    std::string name_key, course_code;
};
BOOST_DESCRIBE_STRUCT(KnownName, (), (name_key, course_code))
db::Sql const kNames{"SELECT name_key, course_code FROM completion_course_name WHERE fingerprint = $1"};
db::Sql const kKeepName{R"(
    INSERT INTO completion_course_name (fingerprint, name_key, course_code, used_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (fingerprint, name_key) DO UPDATE SET course_code = excluded.course_code, used_at = excluded.used_at)"};

struct OnRecord {
    StaffId staff_id;
    Date completed_on;
};
BOOST_DESCRIBE_STRUCT(OnRecord, (), (staff_id, completed_on))
db::Sql const kOnRecord{"SELECT staff_id, completed_on FROM completion WHERE course_code = $1"};

struct CompletionLine {
    StaffId staff_id;
    std::string course_code;
    Date completed_on;
    int fiscal_year = 0;
    std::string source;
    Instant created_at;
    std::optional<AccountId> created_by;
    CompletionImportId import_id;
};
BOOST_DESCRIBE_STRUCT(CompletionLine, (),
                      (staff_id, course_code, completed_on, fiscal_year, source, created_at, created_by, import_id))

db::Sql const kAdd{R"(
    INSERT INTO completion_import (file_name, source, fingerprint, summary, imported_at, imported_by)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};

struct Summary {
    CompletionCounts counts;
    std::vector<RefusedCompletion> refused;
};
BOOST_DESCRIBE_STRUCT(Summary, (), (counts, refused))

struct ImportRow {
    CompletionImportId id;
    std::string file_name, source, summary;
    Instant imported_at;
    std::optional<std::string> imported_by;
    std::optional<Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (id, file_name, source, summary, imported_at, imported_by, undone_at))
#define SQL_IMPORTS                                                                                            \
    "SELECT i.id, i.file_name, i.source, i.summary, i.imported_at, a.display_name AS imported_by, i.undone_at" \
    "  FROM completion_import i LEFT JOIN account a ON a.id = i.imported_by "
db::Sql const kImports{SQL_IMPORTS "ORDER BY i.id DESC LIMIT 200"};
db::Sql const kImport{SQL_IMPORTS "WHERE i.id = $1"};

db::Sql const kPeopleOf{"SELECT DISTINCT staff_id FROM completion WHERE import_id = $1 AND run_id IS NULL LIMIT 501"};
db::Sql const kKeepCorrected{R"(
    INSERT INTO completion_correction (staff_id, course_code, completed_on, fiscal_year, source, run_id, created_at, created_by,
                                       corrected_at, corrected_by, reason)
    SELECT staff_id, course_code, completed_on, fiscal_year, source, run_id, created_at, created_by, $2, $3, $4
      FROM completion WHERE import_id = $1 AND run_id IS NULL)"};
db::Sql const kTakeOut{"DELETE FROM completion WHERE import_id = $1 AND run_id IS NULL"};
db::Sql const kLetGo{"UPDATE completion SET import_id = NULL WHERE import_id = $1"};
db::Sql const kUndone{"UPDATE completion_import SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL"};

/// A roster may have the same header.
std::string fingerprint_of(imports::SheetFile const& file)
{
    return digits_of(fnv("completions\n" + file.fingerprint(), kFnvStart));
}

CourseNames::Chosen remembered(db::Tx& tx, std::string const& fingerprint)
{
    CourseNames::Chosen names;
    for (auto& row : tx.all<KnownName>(kNames, fingerprint)) names.emplace(std::move(row.name_key), std::move(row.course_code));
    return names;
}

/// The list held against what is on record.
struct Compared {
    Columns columns;
    CourseNames courses;
    Learners learners;
    ReadCompletions read;
    std::vector<CompletionRow const*> added;
    CompletionCounts counts;
};

class OnRecordAlready {
public:
    explicit OnRecordAlready(db::Tx& tx) : tx_(tx) {}
    /// True the first time, when it is not on record either.
    bool is_new(CompletionRow const& row)
    {
        auto const [known, unread] = known_.try_emplace(row.course);
        auto& of_course = known->second;
        if (unread) {
            tx_.each<OnRecord>(
                kOnRecord, [&](OnRecord&& each) { of_course.insert(key(each.staff_id, each.completed_on)); }, row.course);
        }
        return of_course.insert(key(row.learner->id, row.completed_on)).second;
    }

private:
    static std::int64_t key(StaffId staff, Date day)
    {
        return staff.value * 1'000'000 + std::chrono::sys_days{day}.time_since_epoch().count();
    }
    db::Tx& tx_;
    std::unordered_map<std::string, std::unordered_set<std::int64_t>> known_;
};

void must_be_planned(plan::Plan const& plan, std::string const& code)
{
    auto const is_it = [&](plan::Course const& course) { return course.code == code; };
    if (std::any_of(plan.courses.begin(), plan.courses.end(), is_it)) return;
    throw Refused{Code::invalid_input, {}, {{"/course", "計画にない研修です。", "The plan has no such course."}}};
}

Compared compare(db::Tx& tx, TakingIn const& in)
{
    auto const& input = in.input;
    Compared compared{
        Columns{input.columns, in.file.width()},
        CourseNames{in.plan, input.courses.value_or(CourseNames::Chosen{}), remembered(tx, fingerprint_of(in.file))},
        Learners{tx, in.actor, in.clock},
        {},
        {},
        {}};
    WholeList whole{input.course.value_or(""), input.completed_on};
    if (!whole.course.empty()) must_be_planned(in.plan, whole.course);
    compared.read = read_completions(in.file, compared.columns, compared.learners, compared.courses, whole, in.clock.today());
    OnRecordAlready already{tx};
    for (auto const& row : compared.read.rows)
        if (already.is_new(row)) compared.added.push_back(&row);
    auto const& read = compared.read;
    compared.counts = {static_cast<std::int64_t>(compared.added.size()),
                       static_cast<std::int64_t>(read.rows.size() - compared.added.size()), read.not_completed, read.left_out,
                       static_cast<std::int64_t>(read.refused.size())};
    return compared;
}

std::vector<RefusedCompletion> first_of(std::vector<RefusedCompletion> refused)
{
    if (refused.size() > kShown) refused.resize(kShown);
    return refused;
}

NewCompletion shown(CompletionRow const& row, plan::Plan const& plan)
{
    auto const course =
        std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& each) { return each.code == row.course; });
    auto const& english = course->name_en.empty() ? course->name : course->name_en;
    return {row.line, row.learner->id,  row.learner->staff_no,        row.learner->name, row.course, course->name,
            english,  row.completed_on, fiscal_year(row.completed_on)};
}

void refuse_if_rows_are(Compared const& compared, CompletionsInput const& input)
{
    if (input.skip_refused.value_or(false) || compared.read.refused.empty()) return;
    std::vector<Problem> problems;
    for (auto const& row : compared.read.refused) {
        for (auto const& problem : row.problems) {
            if (problems.size() == kProblemsNamed) break;
            problems.push_back({std::to_string(row.line) + "行目 " + problem.column, problem.problem + problem.remedy,
                                problem.problem_en + " " + problem.remedy_en});
        }
    }
    auto const count = std::to_string(compared.read.refused.size());
    throw Refused{
        Code::rows_refused,
        {count + "行を取り込めません。何も変更していません。", count + " rows cannot be taken in. Nothing was changed."},
        std::move(problems)};
}

void write_completions(db::Tx& tx, Compared const& compared, TakingIn const& in, CompletionImportId id)
{
    std::vector<CompletionLine> lines;
    lines.reserve(compared.added.size());
    for (auto const* row : compared.added)
        lines.push_back({row->learner->id, row->course, row->completed_on, fiscal_year(row->completed_on), in.input.source,
                         in.clock.now(), in.actor.account, id});
    auto const& names = db::member_names<CompletionLine>();
    tx.insert_many<CompletionLine>("completion", {names.begin(), names.end()}, lines);
}

template <class People>
void note_changes(db::Tx& tx, People const& changed)
{
    if (changed.size() > kMostNamed) return people::note_change_of_all(tx);
    for (auto const id : changed) people::note_change(tx, id);
}

void remember(db::Tx& tx, Compared const& compared, TakingIn const& in)
{
    auto const fingerprint = fingerprint_of(in.file);
    auto const now = in.clock.now();
    tx.run(kKeepColumns, fingerprint, json::write(compared.columns.names()), now);
    for (auto const& name : compared.courses.all())
        if (name.by != MatchedBy::nothing) tx.run(kKeepName, fingerprint, CourseNames::key(name.given), name.course, now);
}

// Numbers stay text, so that what is corrected in this file can be taken in again.
std::vector<sheets::Cell> refused_line(imports::SheetFile const& file, RefusedCompletion const& refused, std::size_t index)
{
    std::vector<std::string> reasons, remedies;
    for (auto const& problem : refused.problems) {
        reasons.push_back((problem.column.empty() ? "" : "【" + problem.column + "】") + problem.problem);
        remedies.push_back(problem.remedy);
    }
    std::vector<sheets::Cell> cells{sheets::Cell::of(static_cast<double>(refused.line)),
                                    sheets::Cell::of(imports::join_list(reasons, " ")),
                                    sheets::Cell::of(imports::join_list(remedies, " "))};
    for (std::size_t i = 0; i < file.width(); ++i) cells.push_back(sheets::Cell::of(file.sheet().rows[index].text(i)));
    return cells;
}

CompletionImport entry_of(ImportRow const& row)
{
    return {row.id,
            row.file_name,
            row.source,
            row.imported_at,
            row.imported_by.value_or(""),
            json::read<Summary>(row.summary).counts,
            row.undone_at};
}

ImportRow import_row(db::Tx& tx, CompletionImportId id)
{
    auto row = tx.maybe_one<ImportRow>(kImport, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

struct Told {
    std::string file_name, source;
    CompletionCounts counts;
};
BOOST_DESCRIBE_STRUCT(Told, (), (file_name, source, counts))

}  // namespace

json::object CompletionsInput::limits(std::string_view member)
{
    if (member == "upload") return {{"minLength", 1}};
    if (member == "source") return {{"minLength", 1}, {"maxLength", 60}};
    if (member == "course") return {{"maxLength", 40}};
    return {};
}

CompletionFile describe(db::Tx& tx, imports::SheetFile const& read, std::string upload)
{
    auto columns = propose(read.header().names);
    columns.resize(read.width());
    auto const fingerprint = fingerprint_of(read);
    if (auto const kept = tx.maybe_one<std::string>(kColumns, fingerprint)) {
        auto const names = json::read<std::vector<std::string>>(*kept);
        for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i < names.size() ? field_named(names[i]) : std::nullopt;
    }
    CompletionFile file;
    file.upload = std::move(upload);
    file.encoding = read.book().encoding;
    file.delimiter = imports::delimiter_of(read);
    file.sheet = read.sheet().name;
    for (auto const& sheet : read.book().sheets) file.sheets.push_back(sheet.name);
    file.header_row = read.header_line();
    file.rows = static_cast<std::int64_t>(read.rows());
    auto const& headers = read.header().names;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        imports::FileColumn column{
            static_cast<std::int64_t>(i), i < headers.size() ? headers[i] : "", imports::samples_of(read, i), {}};
        if (columns[i]) column.field = std::string(name_of(*columns[i]));
        file.columns.push_back(std::move(column));
    }
    for (auto const& text : fields())
        file.fields.push_back(
            {std::string(name_of(text.field)), std::string(text.label), std::string(text.label_en), false, false});
    if (auto const count = read.book().undecodable.size(); count > 0) {
        auto const places = std::to_string(count);
        file.warnings.push_back({"", "読み取れない文字が" + places + "か所あります。文字コードを確かめてください。",
                                 places + " places hold bytes that are no character; check the encoding."});
    }
    file.source = tx.maybe_one<std::string>(kLastSource, fingerprint).value_or(std::string(source_of(headers)));
    return file;
}

CompletionsPreview preview(db::Tx& tx, TakingIn const& in)
{
    auto compared = compare(tx, in);
    CompletionsPreview shows{compared.counts, compared.courses.all(), {}, first_of(std::move(compared.read.refused))};
    for (auto const* row : compared.added) {
        if (shows.rows.size() == kShown) break;
        shows.rows.push_back(shown(*row, in.plan));
    }
    return shows;
}

std::string refused_rows_xlsx(db::Tx& tx, TakingIn const& in)
{
    auto const compared = compare(tx, in);
    sheets::SheetOut sheet;
    sheet.name = "取り込めない行";
    sheet.header = {"元の行", "取り込めない理由", "直し方"};
    for (std::size_t i = 0; i < in.file.width(); ++i) {
        auto const& names = in.file.header().names;
        sheet.header.push_back(i < names.size() && !names[i].empty() ? names[i] : sheets::column_letters(i) + "列");
    }
    auto const& read = compared.read;
    for (std::size_t i = 0; i < read.refused.size(); ++i)
        sheet.rows.push_back(refused_line(in.file, read.refused[i], read.refused_rows[i]));
    return sheets::xlsx_bytes({sheet});
}

CompletionImport take_in(db::Tx& tx, TakingIn const& in)
{
    auto compared = compare(tx, in);
    refuse_if_rows_are(compared, in.input);
    Summary const summary{compared.counts, first_of(compared.read.refused)};
    CompletionImportId const id{tx.insert(kAdd, in.file_name, in.input.source, fingerprint_of(in.file), json::write(summary),
                                          in.clock.now(), in.actor.account)};
    write_completions(tx, compared, in, id);
    std::set<StaffId> changed;
    for (auto const* row : compared.added) changed.insert(row->learner->id);
    note_changes(tx, changed);
    remember(tx, compared, in);
    audit::record(tx, in.actor, in.clock.now(), "records.completions_imported", "completion_import", id,
                  Told{in.file_name, in.input.source, compared.counts});
    return entry_of(import_row(tx, id));
}

CompletionImports completion_imports(db::Tx& tx)
{
    CompletionImports list;
    for (auto const& row : tx.all<ImportRow>(kImports)) list.imports.push_back(entry_of(row));
    return list;
}

CompletionImportDetail completion_import(db::Tx& tx, CompletionImportId id)
{
    auto const row = import_row(tx, id);
    CompletionImportDetail detail;
    static_cast<CompletionImport&>(detail) = entry_of(row);
    detail.refused = json::read<Summary>(row.summary).refused;
    return detail;
}

CompletionImport take_back(db::Tx& tx, Actor const& actor, CompletionImportId id, Clock const& clock)
{
    auto const row = import_row(tx, id);
    if (tx.run(kUndone, id, clock.now(), actor.account) == 0) throw Refused{Code::not_undoable};
    auto const changed = tx.all<StaffId>(kPeopleOf, id);
    tx.run(kKeepCorrected, id, clock.now(), actor.account, "取込の取消し: " + row.file_name);
    tx.run(kTakeOut, id);
    tx.run(kLetGo, id);
    note_changes(tx, changed);
    audit::record(tx, actor, clock.now(), "records.completions_taken_back", "completion_import", id,
                  Told{row.file_name, row.source, json::read<Summary>(row.summary).counts});
    return entry_of(import_row(tx, id));
}

}  // namespace records
