// 職場研修(OJT) and 派遣研修: the person says what was learned, where and when; the head confirms it, and then it is evidence of
// the skills. Typed by the head or the office for somebody else, it names who typed it.
#pragma once
#include "features/actor/actor.hpp"
#include "features/plan/plan.hpp"
#include "platform/core/clock.hpp"
#include "platform/core/refused.hpp"
#include "platform/db/tx.hpp"
#include "platform/json/json.hpp"

namespace records {

using WorkTrainingId = Id<struct WorkTrainingTag>;

enum class WorkTrainingKind { ojt, dispatch };
BOOST_DESCRIBE_ENUM(WorkTrainingKind, ojt, dispatch)
enum class WorkTrainingStatus { recorded, confirmed, returned };
BOOST_DESCRIBE_ENUM(WorkTrainingStatus, recorded, confirmed, returned)

struct SkillLearned {
    std::string skill, name, name_en;
};
BOOST_DESCRIBE_STRUCT(SkillLearned, (), (skill, name, name_en))

struct WorkTraining {
    WorkTrainingId id;
    StaffId staff;
    std::string staff_no, name, unit_name;
    WorkTrainingKind kind = WorkTrainingKind::ojt;
    std::string title, place;
    Date from_on, until_on;
    std::string note;
    std::vector<SkillLearned> skills;
    WorkTrainingStatus status = WorkTrainingStatus::recorded;
    std::string proxy;  ///< who typed it for the person; empty = nobody
    std::string decided_by, decided_why;
    std::optional<Instant> decided_at, reported_at;
    bool may_change = false, may_confirm = false;  ///< the actor, now
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(WorkTraining, (),
                      (id, staff, staff_no, name, unit_name, kind, title, place, from_on, until_on, note, skills, status, proxy,
                       decided_by, decided_why, decided_at, reported_at, may_change, may_confirm, revision))

struct WorkTrainingQuery {
    std::optional<StaffId> staff;
    std::optional<WorkTrainingStatus> status;
    std::optional<int> fiscal_year;  ///< in which it ended
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(WorkTrainingQuery, (), (staff, status, fiscal_year))
struct WorkTrainings {
    std::vector<WorkTraining> records;  ///< newest first, at most 500
};
BOOST_DESCRIBE_STRUCT(WorkTrainings, (), (records))

struct WorkTrainingForm {
    WorkTrainingKind kind = WorkTrainingKind::ojt;
    std::string title, place;
    Date from_on, until_on;
    std::string note;
    std::vector<std::string> skills;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(WorkTrainingForm, (), (kind, title, place, from_on, until_on, note, skills))
struct NewWorkTraining : WorkTrainingForm {
    StaffId staff;
};
BOOST_DESCRIBE_STRUCT(NewWorkTraining, (WorkTrainingForm), (staff))
struct WorkTrainingChange : WorkTrainingForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(WorkTrainingChange, (WorkTrainingForm), (revision))

struct ReturnReason {
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReturnReason, (), (reason))

/// The actor's own and those of the people in sight.
WorkTrainings work_trainings(db::Tx&, Actor const&, plan::Plan const&, WorkTrainingQuery const&, Clock const&);
/// Refuses with not_found.
WorkTraining work_training(db::Tx&, Actor const&, plan::Plan const&, WorkTrainingId, Clock const&);

/// One's own, or as training_release reaches. Refuses with invalid_input a skill that the plan does not have and days that do not
/// follow each other.
WorkTraining record_work_training(db::Tx&, Actor const&, plan::Plan const&, NewWorkTraining const&, Clock const&);
/// Until it is confirmed; what was returned stands recorded again. Refuses with wrong_status and changed_meanwhile.
WorkTraining change_work_training(db::Tx&, Actor const&, plan::Plan const&, WorkTrainingId, WorkTrainingChange const&,
                                  Clock const&);
/// Until it is confirmed, with its report.
void drop_work_training(db::Tx&, Actor const&, WorkTrainingId, Clock const&);
/// By a head or whoever keeps records, never one's own (not_allowed): evidence of every skill, dated by the last day. Refuses
/// with wrong_status what is not over yet.
WorkTraining confirm_work_training(db::Tx&, Actor const&, plan::Plan const&, WorkTrainingId, Clock const&);
/// To be corrected. What was confirmed is no longer evidence.
WorkTraining return_work_training(db::Tx&, Actor const&, plan::Plan const&, WorkTrainingId, ReturnReason const&, Clock const&);

}  // namespace records
