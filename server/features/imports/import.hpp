// A roster becomes the database's facts as of a day: previewed, imported in one transaction, told. Without a word of HTTP: the
// wizard, a job and `hagukumi import staff` all come here.
#pragma once
#include "features/actor/actor.hpp"
#include "features/imports/apply.hpp"
#include "features/imports/category_watch.hpp"
#include "features/imports/import_file.hpp"
#include "features/plan/plan.hpp"
#include "platform/db/database.hpp"
#include "platform/json/json.hpp"

namespace imports {

struct ImportRequest {
    std::filesystem::path file;
    std::string file_name;
    SheetChoice choice;
    std::optional<std::map<std::string, std::string>> columns;  ///< index to field; else remembered, else as the headers say
    Date as_of{};
    bool whole = false;                ///< the roster names everybody: who is not in it has left
    std::optional<bool> create_units;  ///< else for a whole roster and for the first import
    bool close_units = false;  ///< of a whole roster: units in which nobody stands any more end, nobody knows yet in whose favour
    bool skip_refused = false;  ///< import the rest when rows are refused; else nothing is written
    std::optional<Date> announced_on;
    std::map<std::string, StaffId> same_person;  ///< new number to the person who has had another
};

/// What the app knows and imports do not: the plan in force, and who belongs where. A service of the municipality.
struct Neighbours {
    /// The ranks of the plan in force on the day; empty when there is none.
    std::function<std::vector<plan::Rank>(db::Tx&, Date)> ranks;
    CategoryWatch* categories = nullptr;
};

/// What an import needs from around it. All of it outlives the call.
struct Surroundings {
    Clock const& clock;
    Actor const& actor;
    Neighbours neighbours;
    Progress progress;
};

struct ImportPreview {
    Counts counts;
    std::vector<RowReport> rows;  ///< the first 500 of each kind, refused ones first
    std::vector<CategoryChange> categories;
    std::vector<NewUnit> new_units;
    std::vector<EmptyUnit> empty_units;  ///< in which nobody would stand any more; `close_units` ends them
};
BOOST_DESCRIBE_STRUCT(ImportPreview, (), (counts, rows, categories, new_units, empty_units))

struct ImportResult {
    std::optional<ImportId> id;
    Counts counts;
    std::vector<CategoryChange> categories;
    std::vector<NewUnit> new_units;
    std::vector<EmptyUnit> closed_units;
    std::vector<RowReport> refused;  ///< the first 500
};
BOOST_DESCRIBE_STRUCT(ImportResult, (), (id, counts, categories, new_units, closed_units, refused))

/// What an import keeps of itself, in import_run.summary.
struct ImportSummary {
    Counts counts;
    std::vector<CategoryChange> categories;
    std::vector<NewUnit> new_units;
    std::optional<std::vector<RowReport>> refused;  ///< none in summaries of before refused rows were kept
    std::optional<std::vector<EmptyUnit>> closed_units;
};
BOOST_DESCRIBE_STRUCT(ImportSummary, (), (counts, categories, new_units, refused, closed_units))

/// What would happen. With a CategoryWatch the import is run and rolled back, to say exactly who would change category.
ImportPreview preview(db::Database&, ImportRequest const&, Surroundings const&);

/// All of it or none. `in_transaction` joins it: a job ends itself there. Refuses with rows_refused (naming the first rows)
/// unless `skip_refused`, and as RosterFile and Columns do.
ImportResult run(db::Database&, ImportRequest const&, Surroundings const&,
                 std::function<void(db::Tx&, ImportResult const&)> const& in_transaction = {});

/// The refused rows as an xlsx: every cell as given, and beside it the reasons and what to do.
std::string refused_rows_xlsx(db::Database&, ImportRequest const&, Surroundings const&);

struct ImportEntry {
    ImportId id;
    std::string file_name;
    Date as_of{};
    bool whole = false;
    Instant imported_at{};
    std::string imported_by;
    Counts counts;
    bool undoable = false;
    std::optional<Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(ImportEntry, (), (id, file_name, as_of, whole, imported_at, imported_by, counts, undoable, undone_at))

struct ImportDetail : ImportEntry {
    std::vector<CategoryChange> categories;
    std::vector<NewUnit> new_units;
    std::vector<RowReport> refused;  ///< the first 500; the file itself is gone by then
    std::vector<EmptyUnit> closed_units;
};
BOOST_DESCRIBE_STRUCT(ImportDetail, (ImportEntry), (categories, new_units, refused, closed_units))

/// Newest first.
std::vector<ImportEntry> list(db::Tx&);
/// Refuses with not_found.
ImportDetail detail(db::Tx&, ImportId);

/// Taken back or not.
struct NewestImport {
    ImportId id;
    std::string file_name;
    Date as_of;
    Instant imported_at;
    bool undone = false;
    std::int64_t refused = 0;  ///< rows of the file that are not in the records
};
BOOST_DESCRIBE_STRUCT(NewestImport, (), (id, file_name, as_of, imported_at, undone, refused))
std::optional<NewestImport> newest_import(db::Tx&);

}  // namespace imports
