// 研修の効果: every run of a course is asked before, after and later, by itself, and the course page says what came of it —
// reaction, learning, behaviour, result — for the year's review (研修の振り返り).
#pragma once
#include "features/findings/pairs.hpp"

namespace findings {

/// What is attached to runs from now on. A survey left out is not asked.
struct EvaluationSetting {
    bool on = false;
    std::optional<SurveyId> reaction, awareness, follow_up;
    int answer_days = 14;           ///< how long each one takes answers
    int follow_up_after_days = 60;  ///< after the last session (1–3 months)
    int threshold = surveys::kUsualThreshold;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(EvaluationSetting, (),
                      (on, reaction, awareness, follow_up, answer_days, follow_up_after_days, threshold, revision))
EvaluationSetting evaluation_setting(db::Tx&);
/// Refuses with invalid_input a survey that is not published, with changed_meanwhile.
EvaluationSetting set_evaluation(http::Call const&, EvaluationSetting const&);

struct EvaluationQuery {
    std::string course;
    std::optional<int> fiscal_year;
};
BOOST_DESCRIBE_STRUCT(EvaluationQuery, (), (course, fiscal_year))
struct EvaluatedRun {
    CourseRunId run;
    std::string name;
    Date last_day;
    std::vector<surveys::Wave> waves;
};
BOOST_DESCRIBE_STRUCT(EvaluatedRun, (), (run, name, last_day, waves))
struct Figure {
    std::string name, name_en;
    std::int64_t answered = 0;
    double value = 0;
    bool is_share = false;  ///< else a mean
};
BOOST_DESCRIBE_STRUCT(Figure, (), (name, name_en, answered, value, is_share))
struct CourseEvaluation {
    std::string course;
    int fiscal_year = 0;
    int threshold = surveys::kUsualThreshold;
    std::vector<Figure> reaction;  ///< of all runs of the year together
    std::vector<PairedShare> learning;
    std::vector<PairedMean> learning_means;
    std::vector<Figure> behaviour;
    std::int64_t participants = 0, completed = 0;
    std::vector<std::string> wishes;  ///< texts, in no order
    std::vector<EvaluatedRun> runs;
};
BOOST_DESCRIBE_STRUCT(CourseEvaluation, (),
                      (course, fiscal_year, threshold, reaction, learning, learning_means, behaviour, participants, completed,
                       wishes, runs))
CourseEvaluation course_evaluation(http::Call const&, EvaluationQuery const&);

}  // namespace findings
