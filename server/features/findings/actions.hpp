// From result to action: the plan's issue (課題) → direction → measure → owner → status, beside the trend that should move.
#pragma once
#include "features/findings/trend.hpp"

using SurveyActionId = Id<struct SurveyActionTag>;

namespace findings {

enum class ActionStatus { planned, under_way, done, dropped };
BOOST_DESCRIBE_ENUM(ActionStatus, planned, under_way, done, dropped)

struct ActionForm {
    std::string issue;      ///< code of the plan's issue
    std::string direction;  ///< what should become different
    std::string measure;    ///< code of the plan's measure, may be empty
    std::string what;       ///< what is done
    std::string owner;
    std::optional<Date> due;
    ActionStatus status = ActionStatus::planned;
    std::string indicator;             ///< "survey/indicator" that should move, may be empty
    std::optional<SurveyWaveId> wave;  ///< the result that it follows from
    std::string note;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ActionForm, (), (issue, direction, measure, what, owner, due, status, indicator, wave, note))
struct ActionChange : ActionForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(ActionChange, (ActionForm), (revision))
struct Action : ActionForm {
    SurveyActionId id;
    std::string issue_name, measure_name;
    bool overdue = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Action, (ActionForm), (id, issue_name, measure_name, overdue, revision))

struct IssueOffer {
    std::string code, name, direction;
};
BOOST_DESCRIBE_STRUCT(IssueOffer, (), (code, name, direction))
struct MeasureOffer {
    std::string code, name;
};
BOOST_DESCRIBE_STRUCT(MeasureOffer, (), (code, name))
struct Actions {
    std::vector<Action> actions;  ///< by issue in the plan's order
    std::vector<IssueOffer> issues;
    std::vector<MeasureOffer> measures;
    std::vector<Trend> trends;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(Actions, (), (actions, issues, measures, trends, may_edit))

Actions actions(http::Call const&);
/// Refuse with invalid_input an issue, measure or indicator that does not exist; the second also with changed_meanwhile.
Actions add_action(http::Call const&, ActionForm const&);
Actions change_action(http::Call const&, SurveyActionId, ActionChange const&);
Actions remove_action(http::Call const&, SurveyActionId);

}  // namespace findings
