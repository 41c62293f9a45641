// 研修の振り返り: what the end of a year says of a course: it stays, it changes or it stops. It stands on the year board beside
// what was held, and the draft of the next year follows it.
#pragma once
#include "platform/http/table.hpp"

#include <map>

namespace training {

enum class Judgement { keep, change, stop };
BOOST_DESCRIBE_ENUM(Judgement, keep, change, stop)

struct Review {
    Judgement judgement = Judgement::keep;
    std::string change;  ///< what is to be changed, or why it stops
    std::int64_t revision = 1;
    Instant reviewed_at;
    std::string reviewed_by;
};
BOOST_DESCRIBE_STRUCT(Review, (), (judgement, change, revision, reviewed_at, reviewed_by))

struct ReviewInput {
    int fiscal_year = 0;
    Judgement judgement = Judgement::keep;
    std::string change;
    std::int64_t revision = 0;  ///< of the review that is changed; 0 = there is none yet
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReviewInput, (), (fiscal_year, judgement, change, revision))

struct ReviewQuery {
    int fiscal_year = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReviewQuery, (), (fiscal_year))

/// For the office, who edits the plan and who sees the figures.
bool sees_reviews(Actor const&);
/// By course.
std::map<std::string, Review> reviews(db::Tx&, int fiscal_year);

/// Refuses with not_found a course that the year neither plans nor holds, with invalid_input a change that is not named, with
/// changed_meanwhile when somebody else has written one.
Review review(http::Call const&, std::string const& course, ReviewInput const&);
/// As if it had not been written. Refuses with not_found.
void take_back_review(http::Call const&, std::string const& course, ReviewQuery const&);

}  // namespace training
