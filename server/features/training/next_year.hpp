// 翌年度の案: the year's rows, as the review judges them, become rows of the next year in the plan's draft. What the review stops
// is left out, what it changes carries its note. Rows that hold for every year stay as they are. Asked twice it adds nothing
// twice.
#pragma once
#include "features/training/reviews.hpp"

namespace training {

struct NextYearInput {
    int fiscal_year = 0;  ///< the year that is drafted from
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NextYearInput, (), (fiscal_year))

/// A row of every year that the review would change or stop: somebody has to do it in the draft.
struct ByHand {
    std::string course, name, name_en;
    Judgement judgement = Judgement::change;
    std::string change;
};
BOOST_DESCRIBE_STRUCT(ByHand, (), (course, name, name_en, judgement, change))

struct NextYear {
    int fiscal_year = 0;                   ///< the drafted one
    std::optional<PlanVersionId> version;  ///< the draft; none when there was nothing to add and no draft
    bool new_draft = false;
    std::int64_t added = 0;       ///< rows
    std::int64_t changed = 0;     ///< of them with the review's note
    std::int64_t stopped = 0;     ///< left out by the review
    std::int64_t already = 0;     ///< stood there before
    std::int64_t every_year = 0;  ///< hold without being copied
    std::int64_t gone = 0;        ///< of courses the draft no longer has
    std::vector<ByHand> by_hand;
};
BOOST_DESCRIBE_STRUCT(NextYear, (),
                      (fiscal_year, version, new_draft, added, changed, stopped, already, every_year, gone, by_hand))

/// By the training office or who edits the plan (not_allowed). A course held without a row gets one when the review keeps or
/// changes it, or when the plan has no row of the year at all. Refuses with not_found while there is no plan.
NextYear draft_next_year(http::Call const&, NextYearInput const&);

}  // namespace training
