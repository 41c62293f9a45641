// A roster against the database as of its day: what each row changes, what keeps a row out, who has left. Writes nothing.
#pragma once
#include "features/imports/records.hpp"
#include "features/imports/roster_row.hpp"
#include "features/imports/titles.hpp"
#include "features/imports/units.hpp"
#include "features/imports/world.hpp"

#include <map>
#include <set>

namespace imports {

enum class RowKind { added, changed, left, unchanged, refused };
BOOST_DESCRIBE_ENUM(RowKind, added, changed, left, unchanged, refused)

struct FieldChange {
    std::string field, label, label_en, before, after;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, label, label_en, before, after))

/// Somebody who may be the person of a row with a number that nobody has had.
struct SamePerson {
    StaffId staff;
    std::string staff_no, name, kana, unit_name;
};
BOOST_DESCRIBE_STRUCT(SamePerson, (), (staff, staff_no, name, kana, unit_name))

struct RowReport {
    std::size_t line = 0;  ///< 0 for people who are not in the file
    RowKind kind = RowKind::unchanged;
    std::string staff_no, name;
    std::vector<FieldChange> changes;
    std::vector<RowProblem> problems;  ///< of a refused row the reasons, else warnings
    std::optional<SamePerson> same_person;
};
BOOST_DESCRIBE_STRUCT(RowReport, (), (line, kind, staff_no, name, changes, problems, same_person))

struct Counts {
    std::int64_t added = 0, changed = 0, left = 0, unchanged = 0, refused = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (added, changed, left, unchanged, refused))

struct NewUnit {
    std::string path, kind;
};
BOOST_DESCRIBE_STRUCT(NewUnit, (), (path, kind))

/// A unit in which nobody stands after the import.
struct EmptyUnit {
    std::string path, kind;
};
BOOST_DESCRIBE_STRUCT(EmptyUnit, (), (path, kind))

struct RefusedRow {
    std::size_t row = 0;  ///< index into the sheet
    std::size_t line = 0;
    std::vector<RowProblem> problems;
};

struct CompareOptions {
    Date as_of{};
    bool whole = false;
    /// Postings that begin later than today stay hidden until this day; without it, until they begin.
    std::optional<Date> announced_on;
    /// Numbers that the officer has said belong to a person known under another number.
    std::map<std::string, StaffId> same_person;
    std::size_t rows_shown = 500;  ///< of each kind
};

struct Comparison {
    ChangeSet writes;
    Counts counts;
    std::vector<RowReport> rows;
    std::vector<RefusedRow> refused;
    std::vector<NewUnit> new_units;
    std::vector<EmptyUnit> empty_units;  ///< only for a whole roster
    std::vector<StaffId> touched;
};

/// Takes the rows apart while it works.
Comparison compare(Reading const&, std::vector<RosterRow>&&, World&, Units&, Titles&, CompareOptions const&, Instant now);

}  // namespace imports
