// An indicator over the waves of a survey, beside what the plan published: those figures are as stated, never computed again.
#pragma once
#include "features/surveys/waves.hpp"

namespace findings {

struct TrendPoint {
    std::string label;                 ///< the wave's name, or the published survey's
    std::optional<SurveyWaveId> wave;  ///< none: published
    std::optional<Date> on;            ///< the wave's last day
    std::string fielded;               ///< of a published figure, as the plan writes it
    double share = 0;
    std::optional<std::int64_t> answered;  ///< published figures state none
    std::optional<double> low, high;       ///< 95 % interval
    bool added_up = false;                 ///< the sum of several published figures
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(TrendPoint, (), (label, wave, on, fielded, share, answered, low, high, added_up, note, clause))

struct Trend {
    std::string survey, code, name, name_en, claim, question, question_en, issue, issue_name;
    bool lower_is_better = false;
    std::vector<TrendPoint> points;  ///< published ones first, then by day
};
BOOST_DESCRIBE_STRUCT(Trend, (),
                      (survey, code, name, name_en, claim, question, question_en, issue, issue_name, lower_is_better, points))

struct TrendsQuery {
    std::string survey;  ///< a survey's code; empty: every one
};
BOOST_DESCRIBE_STRUCT(TrendsQuery, (), (survey))
struct Trends {
    std::vector<Trend> trends;
};
BOOST_DESCRIBE_STRUCT(Trends, (), (trends))
/// Closed waves whose results the actor may read.
Trends trends(http::Call const&, TrendsQuery const&);

}  // namespace findings
