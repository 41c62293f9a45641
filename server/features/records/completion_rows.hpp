// A list of completions read row by row: who, which course, when, and why a row cannot be taken in. Writes nothing.
#pragma once
#include "features/imports/row_problem.hpp"
#include "features/plan/plan.hpp"
#include "features/records/completion_field.hpp"
#include "features/records/learners.hpp"

namespace records {

/// How a name in the list came to stand for a course of the plan.
enum class MatchedBy { nothing, name, likeness, memory, choice };
BOOST_DESCRIBE_ENUM(MatchedBy, nothing, name, likeness, memory, choice)

struct CourseName {
    std::string given;
    std::int64_t rows = 0;
    std::string course;  ///< of the plan; empty: none is found, or the rows are left out
    MatchedBy by = MatchedBy::nothing;
};
BOOST_DESCRIBE_STRUCT(CourseName, (), (given, rows, course, by))

/// What the list's names mean: as chosen, else as the last time, else the plan's code or name, else a name that is like it.
class CourseNames {
public:
    using Chosen = std::map<std::string, std::string>;  ///< name to code; an empty code leaves the rows out
    /// Refuses with invalid_input a code that the plan does not have. `remembered` by the folded name.
    CourseNames(plan::Plan const&, Chosen const& chosen, Chosen const& remembered);
    CourseName& of(std::string_view given);
    std::vector<CourseName> all() const;  ///< in the order of appearance
    static std::string key(std::string_view given);

private:
    CourseName meaning(std::string_view given) const;
    bool knows(std::string const& code) const;
    plan::Plan const& plan_;
    Chosen chosen_, remembered_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<CourseName> names_;
};

struct CompletionRow {
    std::int64_t line = 0;
    Learner const* learner = nullptr;
    std::string course;
    Date completed_on;
};

struct RefusedCompletion {
    std::int64_t line = 0;
    std::string staff_no, name;  ///< as given
    std::vector<imports::RowProblem> problems;
};
BOOST_DESCRIBE_STRUCT(RefusedCompletion, (), (line, staff_no, name, problems))

struct ReadCompletions {
    std::vector<CompletionRow> rows;
    std::vector<RefusedCompletion> refused;
    std::vector<std::size_t> refused_rows;  ///< indices into the sheet, beside `refused`
    std::int64_t not_completed = 0;         ///< rows that say so
    std::int64_t left_out = 0;              ///< rows of a course that was chosen not to be taken in
};

/// What holds for every row where the list has no column for it.
struct WholeList {
    std::string course;  ///< a code of the plan, or empty
    std::optional<Date> completed_on;
};

/// Refuses with invalid_input a list without courses or days, unless `whole` says them.
ReadCompletions read_completions(imports::SheetFile const&, Columns const&, Learners const&, CourseNames&, WholeList const& whole,
                                 Date today);

}  // namespace records
