// 年間計画と実績: the rows of the year plan with their months beside what has been held: planned against held.
#pragma once
#include "features/training/my_year.hpp"
#include "features/training/reviews.hpp"

namespace training {

struct HeldRun {
    CourseRunId run;
    std::string name;
    RunStatus status = RunStatus::draft;
    std::optional<std::string> starts_at;
    int month = 0;  ///< of the first session, 0 = none yet
    std::optional<int> capacity;
    std::int64_t seated = 0, completed = 0;
};
BOOST_DESCRIBE_STRUCT(HeldRun, (), (run, name, status, starts_at, month, capacity, seated, completed))

/// What became of a row: held in its months, later than planned, still ahead, not held, or held without being planned.
enum class BoardState { held, ahead, late, not_held, unplanned, activity };
BOOST_DESCRIBE_ENUM(BoardState, held, ahead, late, not_held, unplanned, activity)

struct BoardRow {
    std::optional<std::string> course;  ///< none: an activity
    std::string name, name_en, activity;
    std::string band, band_name, band_name_en;  ///< a level or a category, empty = all
    std::vector<int> months;                    ///< planned; empty = any time of the year
    std::vector<HeldRun> runs;
    BoardState state = BoardState::ahead;
    std::optional<std::int64_t> obliged, outstanding;  ///< people; for those who may see the statistics
    std::optional<Review> review;                      ///< for those who see reviews
    std::string note, clause;
    plan::Confidence confidence = plan::Confidence::certain;
};
BOOST_DESCRIBE_STRUCT(BoardRow, (),
                      (course, name, name_en, activity, band, band_name, band_name_en, months, runs, state, obliged, outstanding,
                       review, note, clause, confidence))

struct Board {
    int fiscal_year = 0;
    std::vector<BoardRow> rows;  ///< the plan's, then what is held without a row
};
BOOST_DESCRIBE_STRUCT(Board, (), (fiscal_year, rows))

/// By the plan in force on the day of the year that is nearest to today.
Board year_board(http::Call const&, YearQuery const&);

}  // namespace training
