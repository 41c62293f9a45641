// Two records of one human become one. People outlive their numbers: 会計年度任用職員 often get a new one each April.
#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"
#include "features/people/names.hpp"
#include "features/people/staff_writes.hpp"
#include "platform/core/refused.hpp"

namespace people {
namespace {

db::Sql const kLiving{"SELECT id FROM staff WHERE id = $1 AND merged_into IS NULL"};
db::Sql const kBothPosted{R"(
    SELECT a.effective_on FROM posting a JOIN posting b ON b.staff_id = $2 AND b.kind = 'primary'
     WHERE a.staff_id = $1 AND a.kind = 'primary' AND (a.ended_on IS NULL OR a.ended_on > b.effective_on)
       AND (b.ended_on IS NULL OR b.ended_on > a.effective_on) LIMIT 1)"};
db::Sql const kBothEngaged{R"(
    SELECT a.valid_from FROM engagement a JOIN engagement b ON b.staff_id = $2
     WHERE a.staff_id = $1 AND (a.valid_until IS NULL OR a.valid_until > b.valid_from)
       AND (b.valid_until IS NULL OR b.valid_until > a.valid_from) LIMIT 1)"};

db::Sql const kDropDoubles{R"(
    DELETE FROM completion WHERE staff_id = $1 AND EXISTS (
        SELECT 1 FROM completion kept WHERE kept.staff_id = $2 AND kept.course_code = completion.course_code
           AND kept.completed_on = completion.completed_on))"};
// Where both have asked for a seat in the same run, the record that stays keeps its own.
db::Sql const kDropSteps{R"(
    DELETE FROM enrolment_step WHERE enrolment_id IN (
        SELECT a.id FROM enrolment a JOIN enrolment b ON b.run_id = a.run_id AND b.staff_id = $2 WHERE a.staff_id = $1))"};
db::Sql const kDropEnrolments{R"(
    DELETE FROM enrolment WHERE staff_id = $1 AND run_id IN (SELECT b.run_id FROM enrolment b WHERE b.staff_id = $2))"};
db::Sql const kDropMarks{R"(
    DELETE FROM attendance WHERE staff_id = $1 AND session_id IN (SELECT b.session_id FROM attendance b WHERE b.staff_id = $2))"};
db::Sql const kDropRequests{R"(
    DELETE FROM licence_request WHERE staff_id = $1 AND licence_id IN (
        SELECT b.licence_id FROM licence_request b WHERE b.staff_id = $2))"};
db::Sql const kDropClaims{R"(
    DELETE FROM practice_claim WHERE staff_id = $1 AND status IN ('waiting', 'confirmed') AND EXISTS (
        SELECT 1 FROM practice_claim kept WHERE kept.staff_id = $2 AND kept.kind = practice_claim.kind
           AND kept.source_id = practice_claim.source_id AND kept.project = practice_claim.project
           AND kept.skill_code = practice_claim.skill_code AND kept.status IN ('waiting', 'confirmed')))"};
db::Sql const kDropMember{R"(
    DELETE FROM improvement_member WHERE staff_id = $1 AND case_id IN (
        SELECT b.case_id FROM improvement_member b WHERE b.staff_id = $2))"};
db::Sql const kCloseNumbers{R"(
    UPDATE staff_number SET valid_until = CASE WHEN valid_from > $2 THEN valid_from ELSE $2 END
     WHERE staff_id = $1 AND valid_until IS NULL)"};
db::Sql const kNumbers{"UPDATE staff_number SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kPostings{"UPDATE posting SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kEngagements{"UPDATE engagement SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kLeaves{"UPDATE leave_period SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kSystems{"UPDATE system_duty SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kAppointments{"UPDATE appointment SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kCompletions{"UPDATE completion SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kCertifications{"UPDATE level_certification SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kEvidence{"UPDATE skill_evidence SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kDecisions{"UPDATE conditional_decision SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kEnrolments{"UPDATE enrolment SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kAttendance{"UPDATE attendance SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kCorrections{"UPDATE completion_correction SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kRequests{"UPDATE licence_request SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kClaims{"UPDATE practice_claim SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kMembers{"UPDATE improvement_member SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const* const kMoves[] = {&kNumbers,     &kPostings,       &kEngagements, &kLeaves,    &kSystems,    &kAppointments,
                                 &kCompletions, &kCertifications, &kEvidence,    &kDecisions, &kEnrolments, &kAttendance,
                                 &kCorrections, &kRequests,       &kClaims,      &kMembers};

// What the consultation desk keeps. Where both are named, have booked or went along, the record that stays keeps its own.
db::Sql const kDropBookings{R"(
    DELETE FROM slot_booking WHERE staff_id = $1 AND slot_id IN (SELECT b.slot_id FROM slot_booking b WHERE b.staff_id = $2))"};
db::Sql const kDropNamed{R"(
    DELETE FROM subject_adviser WHERE staff_id = $1
       AND subject_id IN (SELECT b.subject_id FROM subject_adviser b WHERE b.staff_id = $2))"};
db::Sql const kDropVisitors{R"(
    DELETE FROM consultation_visitor WHERE staff_id = $1
       AND visit_id IN (SELECT b.visit_id FROM consultation_visitor b WHERE b.staff_id = $2))"};
db::Sql const kAsked{"UPDATE consultation SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kOwned{"UPDATE consultation SET owner_id = $2 WHERE owner_id = $1"};
db::Sql const kGiven{"UPDATE consultation_step SET to_staff_id = $2 WHERE to_staff_id = $1"};
db::Sql const kVisitors{"UPDATE consultation_visitor SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kNamed{"UPDATE subject_adviser SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const kHeld{"UPDATE desk_slot SET holder_id = $2 WHERE holder_id = $1"};
db::Sql const kBookings{"UPDATE slot_booking SET staff_id = $2 WHERE staff_id = $1"};
db::Sql const* const kDeskMoves[] = {&kDropBookings, &kDropNamed, &kDropVisitors, &kAsked, &kOwned,
                                     &kGiven,        &kVisitors,  &kNamed,        &kHeld,  &kBookings};

db::Sql const kMerged{"UPDATE staff SET merged_into = $2 WHERE id = $1"};
db::Sql const kEarlierMerged{"UPDATE staff SET merged_into = $2 WHERE merged_into = $1"};
// The earlier of the two days of joining; text compares as days do.
db::Sql const kJoined{R"(
    UPDATE staff SET joined_on = (SELECT min(b.joined_on) FROM staff b WHERE b.id IN ($1, $2))
     WHERE id = $2 AND joined_on IS NOT NULL)"};
db::Sql const kAccountMoves{
    "UPDATE account SET staff_id = $2 WHERE staff_id = $1 AND NOT EXISTS (SELECT 1 FROM account b WHERE b.staff_id = $2)"};
db::Sql const kAccountEnds{"UPDATE account SET staff_id = NULL, disabled_at = $2 WHERE staff_id = $1"};

void must_fit(db::Tx& tx, StaffId from, StaffId into)
{
    if (from == into || !tx.maybe_one<StaffId>(kLiving, from) || !tx.maybe_one<StaffId>(kLiving, into))
        throw Refused{Code::conflict};
    auto overlap = tx.maybe_one<Date>(kBothPosted, from, into);
    if (!overlap) overlap = tx.maybe_one<Date>(kBothEngaged, from, into);
    if (overlap) throw Refused{Code::dates_overlap, to_iso(*overlap)};
}

}  // namespace

json::object MergeInput::limits(std::string_view member)
{
    if (member == "reason") return {{"minLength", 1}, {"maxLength", 500}};
    return {};
}

void merge_staff(db::Tx& tx, Actor const& actor, StaffId from, MergeInput const& input, Clock const& clock)
{
    accounts::must_reach(tx, actor, Permission::edit_people, from, clock.today());
    accounts::must_reach(tx, actor, Permission::edit_people, input.into, clock.today());
    must_fit(tx, from, input.into);
    for (auto const* sql :
         {&kDropDoubles, &kDropSteps, &kDropEnrolments, &kDropMarks, &kDropRequests, &kDropClaims, &kDropMember})
        tx.run(*sql, from, input.into);
    tx.run(kCloseNumbers, from, clock.today());
    for (auto const* sql : kMoves) tx.run(*sql, from, input.into);
    for (auto const* sql : kDeskMoves) tx.run(*sql, from, input.into);
    tx.run(kJoined, from, input.into);
    tx.run(kMerged, from, input.into);
    tx.run(kEarlierMerged, from, input.into);
    tx.run(kAccountMoves, from, input.into);
    tx.run(kAccountEnds, from, clock.now());
    renew_search_key(tx, input.into);
    note_change(tx, from);
    note_change(tx, input.into);
    audit::record(tx, actor, clock.now(), "people.staff_merged", "staff", from, input);
}

}  // namespace people
