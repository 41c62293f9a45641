#include "features/desk/guiding.hpp"

#include "features/audit/audit.hpp"
#include "features/desk/steps.hpp"
#include "platform/core/working_days.hpp"
#include "platform/text/japanese_date.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>

namespace desk {
namespace {

db::Sql const kStage{R"(
    UPDATE consultation SET stage = $2, status = 'open', due_on = $3, revision = revision + 1, last_at = $4 WHERE id = $1)"};
db::Sql const kDue{"UPDATE consultation SET due_on = $2, revision = revision + 1, last_at = $3 WHERE id = $1"};
db::Sql const kOwner{R"(
    UPDATE consultation SET owner_id = $2, owner_unit_id = $3, revision = revision + 1, last_at = $4 WHERE id = $1)"};
db::Sql const kSubject{R"(
    UPDATE consultation SET subject_id = $2, owner_id = $3, owner_unit_id = $4, revision = revision + 1, last_at = $5
     WHERE id = $1)"};
db::Sql const kFinish{R"(
    UPDATE consultation SET status = 'finished', finished_at = $2, answered_at = COALESCE(answered_at, $2), due_on = NULL,
           outcome = $3, outcome_text = $4, effect = $5, saved_hours = $6, revision = revision + 1, last_at = $2 WHERE id = $1)"};
db::Sql const kReopen{R"(
    UPDATE consultation SET status = 'open', finished_at = NULL, due_on = $2, revision = revision + 1, last_at = $3
     WHERE id = $1)"};
struct OfSubject {
    StaffId staff_id;
    bool deputy = false;
};
BOOST_DESCRIBE_STRUCT(OfSubject, (), (staff_id, deputy))
db::Sql const kOfSubject{"SELECT staff_id, deputy FROM subject_adviser WHERE subject_id = $1"};

// What the audit keeps: notes and reasons stay where their readers are.
struct MovedTo {
    ConsultationStage stage = ConsultationStage::reception;
    std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(MovedTo, (), (stage, due_on))
struct DueOn {
    std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(DueOn, (), (due_on))
struct GivenTo {
    std::optional<SubjectId> subject;
    std::optional<StaffId> owner;
};
BOOST_DESCRIBE_STRUCT(GivenTo, (), (subject, owner))

json::object note_limits(std::string_view member, int least)
{
    if (member == "note" || member == "reason") return {{"minLength", least}, {"maxLength", 1000}};
    return {};
}

void must_be_a_due_day(Date due, Date today)
{
    if (due < today) refuse("/due_on", "期日は今日以後にしてください。", "The day cannot be past.");
    if (!is_working_day(due))
        refuse("/due_on", "閉庁日です。次の開庁日は" + text::era_text_with_weekday(next_working_day(due)) + "です。",
               "The city hall is closed that day. The next working day is " + text::english_date(next_working_day(due)) + ".");
}

/// Where the next step is due: as given, else the subject's working days from today; the first answer keeps its own day.
std::optional<Date> due_after(http::Call const& call, ConsultationRow const& row, std::optional<Date> given)
{
    auto const today = call.clock.today();
    if (given) {
        must_be_a_due_day(*given, today);
        return given;
    }
    return row.answered_at ? add_working_days(today, subject_row(call.tx, row.subject_id).step_days) : row.due_on;
}

void must_say_why(ConsultationStage from, ConsultationStage to, std::string_view note)
{
    auto const steps = static_cast<int>(to) - static_cast<int>(from);
    if (steps == 0) throw Refused{Code::wrong_status};
    if (steps == 1 || !text::trim(note).empty()) return;
    if (steps < 0) refuse("/note", "前の段階に戻す理由を入力してください。", "Say why it goes back.");
    refuse("/note", "段階を飛ばす理由を入力してください。", "Say why stages are left out.");
}

}  // namespace

json::object StageMove::limits(std::string_view member) { return note_limits(member, 0); }
json::object DueInput::limits(std::string_view member) { return note_limits(member, 0); }
json::object OwnerInput::limits(std::string_view member) { return note_limits(member, 1); }
json::object SubjectInput::limits(std::string_view member) { return note_limits(member, 1); }

json::object OutcomeInput::limits(std::string_view member)
{
    if (member == "text") return {{"minLength", 1}, {"maxLength", 20000}};
    if (member == "effect") return {{"maxLength", 4000}};
    if (member == "saved_hours") return {{"minimum", 0}, {"maximum", 1000000}};
    return {};
}

void move_stage(http::Call const& call, ConsultationId id, StageMove const& move)
{
    auto const row = going_on_for_desk(call, id, move.revision);
    must_say_why(row.stage, move.stage, move.note);
    auto const due = due_after(call, row, move.due_on);
    call.tx.run(kStage, id, move.stage, due, call.clock.now());
    add_step(call.tx, call.actor, id, {StepKind::stage_moved, move.stage, {}, due, move.note}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.stage_moved", "consultation", id, MovedTo{move.stage, due});
}

void set_due(http::Call const& call, ConsultationId id, DueInput const& input)
{
    going_on_for_desk(call, id, input.revision);
    if (input.due_on) must_be_a_due_day(*input.due_on, call.clock.today());
    call.tx.run(kDue, id, input.due_on, call.clock.now());
    add_step(call.tx, call.actor, id, {StepKind::due_set, {}, {}, input.due_on, input.note}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.due_set", "consultation", id, DueOn{input.due_on});
}

void must_take_over(Advisers const& advisers, StaffId staff, std::string const& pointer)
{
    auto const* const adviser = advisers.find(staff);
    if (!adviser) refuse(pointer, "相談を受ける職員から選んでください。", "Choose somebody who advises.");
    if (adviser->presence != AdviserPresence::here) refuse(pointer, "いまは不在の職員です。", "This person is not here now.");
}

void assign(http::Call const& call, ConsultationId id, OwnerInput const& input)
{
    auto const row = going_on_for_desk(call, id, input.revision);
    Advisers const advisers{call.tx, call.clock.today()};
    must_take_over(advisers, input.staff, "/staff");
    if (input.staff == row.owner_id || input.staff == row.staff_id)
        refuse("/staff", "いまの担当者でも相談者でもない職員を選んでください。",
               "Choose somebody who neither owns it nor asked.");
    call.tx.run(kOwner, id, input.staff, advisers.section(input.staff), call.clock.now());
    add_step(call.tx, call.actor, id, {StepKind::assigned, {}, input.staff, {}, input.reason}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.assigned", "consultation", id, GivenTo{{}, input.staff});
}

OwnerCandidates owner_candidates(http::Call const& call, ConsultationId id)
{
    auto const row = row_for_desk(call, id);
    auto const named = call.tx.all<OfSubject>(kOfSubject, row.subject_id);
    Advisers const advisers{call.tx, call.clock.today()};
    OwnerCandidates list;
    for (auto const& adviser : advisers.all()) {
        if (adviser.staff == row.staff_id) continue;
        auto const of =
            std::find_if(named.begin(), named.end(), [&](auto const& each) { return each.staff_id == adviser.staff; });
        list.candidates.push_back({adviser, of != named.end(), of != named.end() && of->deputy});
    }
    auto const rests = [](OwnerCandidate const& it) {
        return std::tuple{it.presence != AdviserPresence::here, !it.of_subject, it.deputy, it.open, it.minutes};
    };
    std::stable_sort(list.candidates.begin(), list.candidates.end(),
                     [&](auto const& one, auto const& other) { return rests(one) < rests(other); });
    return list;
}

void change_subject_of(http::Call const& call, ConsultationId id, SubjectInput const& input)
{
    auto const row = going_on_for_desk(call, id, input.revision);
    auto const subject = open_subject(call.tx, input.subject);
    if (subject.id == row.subject_id) refuse("/subject", "いまと同じ相談業務です。", "It belongs to this subject already.");
    Advisers const advisers{call.tx, call.clock.today()};
    auto const routed = route(call.tx, advisers, subject.id, row.staff_id);
    auto const unit = routed.to ? advisers.section(*routed.to) : std::nullopt;
    call.tx.run(kSubject, id, subject.id, routed.to, unit, call.clock.now());
    add_step(call.tx, call.actor, id, {StepKind::subject_changed, {}, {}, {}, subject.name + "：" + input.reason},
             call.clock.now());
    add_routed(call.tx, id, routed, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.subject_of_consultation_changed", "consultation", id,
                  GivenTo{subject.id, routed.to});
}

void finish(http::Call const& call, ConsultationId id, OutcomeInput const& input)
{
    going_on_for_desk(call, id, input.revision);
    call.tx.run(kFinish, id, call.clock.now(), input.outcome, input.text, input.effect, input.saved_hours);
    add_step(call.tx, call.actor, id, {StepKind::finished, {}, {}, {}, {}}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.finished", "consultation", id);
}

void reopen(http::Call const& call, ConsultationId id, StepReason const& why)
{
    auto const who = viewer(call);
    auto const row = consultation_row(call.tx, who, id);
    auto const stands = standing(who, row);
    auto const theirs = row.status == ConsultationStatus::finished && (stands.asker || stands.head);
    if (!stands.desk && !theirs) throw Refused{Code::not_allowed};
    must_be(why.revision, row);
    if (is_going_on(row.status) || row.topic_id) throw Refused{Code::wrong_status};
    auto const due = add_working_days(who.today, subject_row(call.tx, row.subject_id).step_days);
    call.tx.run(kReopen, id, due, call.clock.now());
    add_step(call.tx, call.actor, id, {StepKind::reopened, {}, {}, due, why.reason}, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.reopened", "consultation", id);
}

}  // namespace desk
