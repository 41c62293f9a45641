// 出欠簿 as a file: one row a person and session, names of columns in row 1 and whole times, out to be filled in and in again.
#pragma once
#include "features/imports/row_problem.hpp"
#include "features/training/enrolments.hpp"
#include "platform/http/table.hpp"

#include <filesystem>

namespace training {

struct RollQuery {
    people::ExportFormat format = people::ExportFormat::csv;
};
BOOST_DESCRIBE_STRUCT(RollQuery, (), (format))
/// Everybody with a seat whom the actor sees. Refuses with not_found as run() does.
http::Download export_roll(http::LongCall const&, RollQuery const&);

struct RollMark {
    std::int64_t line = 0;  ///< in the file, counted from 1
    StaffId staff;
    std::string staff_no, name;
    RunSessionId session;
    std::string starts_at;
    Presence mark = Presence::present;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RollMark, (), (line, staff, staff_no, name, session, starts_at, mark, reason))

struct RefusedMark {
    std::int64_t line = 0;
    std::string staff_no, name;  ///< as given
    std::vector<imports::RowProblem> problems;
};
BOOST_DESCRIBE_STRUCT(RefusedMark, (), (line, staff_no, name, problems))

struct RollReport {
    std::vector<RollMark> marks;  ///< that differ from what is on record
    std::int64_t unchanged = 0;   ///< with rows that say nothing
    std::vector<RefusedMark> refused;
    bool recorded = false;
};
BOOST_DESCRIBE_STRUCT(RollReport, (), (marks, unchanged, refused, recorded))

struct RollDecision {
    std::optional<std::string> name;  ///< of the file
    bool check = false;               ///< only say what would happen
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RollDecision, (), (name, check))

/// Marks every row or, when one is refused, nobody: rows_refused, unless only checking. Refuses with unreadable_file when the
/// columns are not found.
RollReport take_roll(db::Tx&, Actor const&, people::PlanWords&, CourseRunId, std::filesystem::path const&, RollDecision const&,
                     Clock const&);

}  // namespace training
