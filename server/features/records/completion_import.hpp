// Completions out of somebody else's list (J-LIS, LoGoフォーム, Udemy …): looked at first, taken in whole or not at all, taken
// back whole. What is on record already is not written twice, so that the same list twice changes nothing.
#pragma once
#include "features/records/completion_rows.hpp"
#include "platform/db/database.hpp"
#include "platform/json/json.hpp"

namespace records {

using CompletionImportId = Id<struct CompletionImportTag>;

struct CompletionFile {
    std::string upload;
    sheets::Encoding encoding{};
    std::string delimiter, sheet;
    std::vector<std::string> sheets;
    std::int64_t header_row = 0, rows = 0;
    std::vector<imports::FileColumn> columns;
    std::vector<imports::FieldChoice> fields;
    std::vector<Problem> warnings;
    std::string source;  ///< as this kind of list was called the last time, else as its header tells
};
BOOST_DESCRIBE_STRUCT(CompletionFile, (),
                      (upload, encoding, delimiter, sheet, sheets, header_row, rows, columns, fields, warnings, source))

/// The columns as chosen the last time for this header, else as their names say.
CompletionFile describe(db::Tx&, imports::SheetFile const&, std::string upload);

struct CompletionsInput {
    std::string upload;
    std::optional<std::string> sheet;
    std::optional<std::int64_t> header_row;
    std::optional<sheets::Encoding> encoding;
    std::map<std::string, std::optional<std::string>> columns;  ///< index to field
    std::string source;
    std::optional<std::map<std::string, std::string>> courses;  ///< name in the list to code; empty: its rows are left out
    std::optional<std::string> course;                          ///< of every row, where the list has no such column
    std::optional<Date> completed_on;                           ///< the same
    std::optional<bool> skip_refused;                           ///< take in the rest
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CompletionsInput, (),
                      (upload, sheet, header_row, encoding, columns, source, courses, course, completed_on, skip_refused))

struct CompletionCounts {
    std::int64_t added = 0;
    std::int64_t already = 0;  ///< on record, or twice in the list
    std::int64_t not_completed = 0, left_out = 0, refused = 0;
};
BOOST_DESCRIBE_STRUCT(CompletionCounts, (), (added, already, not_completed, left_out, refused))

struct NewCompletion {
    std::int64_t line = 0;
    StaffId staff;
    std::string staff_no, name, course, course_name, course_name_en;
    Date completed_on;
    int fiscal_year = 0;
};
BOOST_DESCRIBE_STRUCT(NewCompletion, (),
                      (line, staff, staff_no, name, course, course_name, course_name_en, completed_on, fiscal_year))

struct CompletionsPreview {
    CompletionCounts counts;
    std::vector<CourseName> courses;
    std::vector<NewCompletion> rows;         ///< the first 500
    std::vector<RefusedCompletion> refused;  ///< the first 500
};
BOOST_DESCRIBE_STRUCT(CompletionsPreview, (), (counts, courses, rows, refused))

struct CompletionImport {
    CompletionImportId id;
    std::string file_name, source;
    Instant imported_at;
    std::string imported_by;
    CompletionCounts counts;
    std::optional<Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(CompletionImport, (), (id, file_name, source, imported_at, imported_by, counts, undone_at))

struct CompletionImports {
    std::vector<CompletionImport> imports;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(CompletionImports, (), (imports))

struct CompletionImportDetail : CompletionImport {
    std::vector<RefusedCompletion> refused;  ///< the first 500; the list itself is gone by then
};
BOOST_DESCRIBE_STRUCT(CompletionImportDetail, (CompletionImport), (refused))

/// A list in the hands of whoever takes it in. All of it outlives the call.
struct TakingIn {
    imports::SheetFile const& file;
    std::string const& file_name;
    CompletionsInput const& input;
    plan::Plan const& plan;
    Actor const& actor;
    Clock const& clock;
};

CompletionsPreview preview(db::Tx&, TakingIn const&);
/// The refused rows as an xlsx: every cell as given, and beside it the reasons and what to do.
std::string refused_rows_xlsx(db::Tx&, TakingIn const&);
/// All or none: rows_refused names the first ones, unless `skip_refused`. Remembers columns and names for the next list.
CompletionImport take_in(db::Tx&, TakingIn const&);

CompletionImports completion_imports(db::Tx&);
/// Refuses with not_found.
CompletionImportDetail completion_import(db::Tx&, CompletionImportId);
/// Its completions leave the records and are kept as corrected; those that a run has made its own since stay. Refuses with
/// not_undoable a second time.
CompletionImport take_back(db::Tx&, Actor const&, CompletionImportId, Clock const&);

}  // namespace records
