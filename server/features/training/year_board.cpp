#include "features/training/year_board.hpp"

#include <algorithm>
#include <set>

namespace training {
namespace {

struct Named {
    std::string ja, en;
};

template <class Items>
std::optional<Named> name_in(Items const& items, std::string const& code)
{
    auto const item = std::find_if(items.begin(), items.end(), [&](auto const& each) { return each.code == code; });
    if (item == items.end()) return std::nullopt;
    return Named{item->name, item->name_en.empty() ? item->name : item->name_en};
}

int month_of(Run const& run) { return run.sessions.empty() ? 0 : std::stoi(run.sessions.front().starts_at.substr(5, 2)); }

HeldRun held(Run const& run)
{
    HeldRun held{run.id, run.name, run.status, {}, month_of(run), run.capacity, run.seated, run.completed};
    if (!run.sessions.empty()) held.starts_at = run.sessions.front().starts_at;
    return held;
}

/// April is the first month of the year.
int place(int month) { return (month + 8) % 12; }

BoardState state_of(BoardRow const& row, int year, Date today)
{
    auto const counts = [](HeldRun const& run) {
        return run.month > 0 && (run.status == RunStatus::open || run.status == RunStatus::closed);
    };
    auto const last = row.months.empty() ? 11 : place(*std::max_element(row.months.begin(), row.months.end(), [](int a, int b) {
        return place(a) < place(b);
    }));
    int first_held = 12;
    for (auto const& run : row.runs)
        if (counts(run)) first_held = std::min(first_held, place(run.month));
    if (first_held <= last) return BoardState::held;
    if (first_held < 12) return BoardState::late;
    auto const deadline = add_months(first_day_of_fiscal_year(year), last + 1);
    return today < deadline ? BoardState::ahead : BoardState::not_held;
}

BoardRow planned(plan::Plan const& plan, plan::YearRow const& row, std::vector<Run> const& runs, int year, Date today)
{
    BoardRow line;
    line.activity = row.activity;
    line.band = row.band;
    auto band = name_in(plan.levels, row.band);
    if (!band) band = name_in(plan.categories, row.band);
    if (band) std::tie(line.band_name, line.band_name_en) = std::pair{band->ja, band->en};
    line.months = row.months;
    line.note = row.note;
    line.clause = row.clause;
    line.confidence = row.confidence;
    if (row.course.empty()) {
        line.name = line.name_en = row.activity;
        line.state = BoardState::activity;
        return line;
    }
    auto const course = name_in(plan.courses, row.course);
    line.course = row.course;
    line.name = course ? course->ja : row.course;
    line.name_en = course ? course->en : row.course;
    for (auto const& run : runs)
        if (run.course == row.course) line.runs.push_back(held(run));
    line.state = state_of(line, year, today);
    return line;
}

std::vector<BoardRow> unplanned(std::vector<Run> const& runs, std::set<std::string> const& courses)
{
    std::vector<BoardRow> rows;
    for (auto const& run : runs) {
        if (courses.contains(run.course)) continue;
        auto row = std::find_if(rows.begin(), rows.end(), [&](auto const& each) { return each.course == run.course; });
        if (row == rows.end()) {
            BoardRow line;
            line.course = run.course;
            line.name = run.course_name;
            line.name_en = run.course_name_en;
            line.state = BoardState::unplanned;
            row = rows.insert(rows.end(), std::move(line));
        }
        row->runs.push_back(held(run));
    }
    return rows;
}

/// The people asked are those of today; for another year nobody is counted.
void count_people(http::Call const& call, Board& board)
{
    auto const today = call.clock.today();
    if (!may(call.actor, Permission::see_statistics) || board.fiscal_year != fiscal_year(today)) return;
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto const duties = call.service<Obligations>().of(call.tx, index, board.fiscal_year);
        for (std::size_t i = 0; i < duties->duties().size(); ++i) {
            auto const& code = index.plan().courses[duties->duties()[i].course].code;
            for (auto& row : board.rows) {
                if (row.course != code) continue;
                row.obliged = duties->people_obliged(i);
                row.outstanding = duties->people_outstanding(i);
            }
        }
        return true;
    });
}

void add_reviews(http::Call const& call, Board& board)
{
    if (!sees_reviews(call.actor)) return;
    auto const judged = reviews(call.tx, board.fiscal_year);
    for (auto& row : board.rows)
        if (auto const review = judged.find(row.course.value_or("")); review != judged.end()) row.review = review->second;
}

}  // namespace

Board year_board(http::Call const& call, YearQuery const& query)
{
    auto const today = call.clock.today();
    Board board;
    board.fiscal_year = query.fiscal_year.value_or(fiscal_year(today));
    auto const runs_of_year =
        runs(call.tx, call.actor, call.service<people::PlanWords>(), {board.fiscal_year, {}, {}}, call.clock).runs;
    auto& library = call.service<plan::Library>();
    auto versioned = library.maybe_in_force(call.tx, day_of_year(board.fiscal_year, today));
    if (!versioned) versioned = library.in_force(call.tx, today);
    std::set<std::string> courses;
    for (auto const& row : versioned->plan.year_plan) {
        if (row.fiscal_year != 0 && row.fiscal_year != board.fiscal_year) continue;
        board.rows.push_back(planned(versioned->plan, row, runs_of_year, board.fiscal_year, today));
        courses.insert(row.course);
    }
    for (auto& row : unplanned(runs_of_year, courses)) board.rows.push_back(std::move(row));
    count_people(call, board);
    add_reviews(call, board);
    return board;
}

}  // namespace training
