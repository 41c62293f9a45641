// One person's record as people keep it. Categories and skills are put beside it by the rooms above.
#pragma once
#include "features/people/appointments.hpp"
#include "features/people/staff_writes.hpp"

namespace people {

struct CurrentEngagement {
    std::string employment, occupation, recruitment;
    bool uses_pc = false, is_external = false;
    Date valid_from;
};
BOOST_DESCRIBE_STRUCT(CurrentEngagement, (), (employment, occupation, recruitment, uses_pc, is_external, valid_from))

struct PostingLine {
    PostingId id;
    OrgUnitId unit;
    std::string unit_name, unit_path;
    PostingKind kind = PostingKind::primary;
    std::string rank, title;
    bool is_head = false;
    Date effective_on;
    std::optional<Date> ended_on;
    Date announced_on;
};
BOOST_DESCRIBE_STRUCT(PostingLine, (),
                      (id, unit, unit_name, unit_path, kind, rank, title, is_head, effective_on, ended_on, announced_on))

struct LeaveLine {
    LeaveId id;
    std::string kind;
    Date valid_from;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(LeaveLine, (), (id, kind, valid_from, valid_until))

struct SystemLine {
    SystemDutyId id;
    std::string system;
    Date valid_from;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(SystemLine, (), (id, system, valid_from, valid_until))

enum class HistoryKind { joined, posting, leave, appointment, completion, certification };
BOOST_DESCRIBE_ENUM(HistoryKind, joined, posting, leave, appointment, completion, certification)
struct HistoryLine {
    Date on;
    HistoryKind kind = HistoryKind::posting;
    std::string text, text_en;
};
BOOST_DESCRIBE_STRUCT(HistoryLine, (), (on, kind, text, text_en))

/// このページを見られる人.
struct Viewer {
    std::string who, why, why_en;
};
BOOST_DESCRIBE_STRUCT(Viewer, (), (who, why, why_en))

struct Look {
    Instant at;
    std::string actor;
};
BOOST_DESCRIBE_STRUCT(Look, (), (at, actor))

struct Profile {
    StaffId id;
    std::string staff_no;
    std::vector<std::string> numbers;  ///< all there ever were, the present one first
    std::string name, kana, former_name, legal_name, email;
    std::optional<Date> joined_on, left_on;
    std::string motivation;
    std::optional<CurrentEngagement> engagement;
    std::vector<PostingLine> postings;  ///< the latest first; those ahead only as far as they are announced to the actor
    std::vector<LeaveLine> leaves;
    std::vector<SystemLine> systems;
    std::vector<Appointment> appointments;
    std::vector<HistoryLine> history;  ///< up to the day, the latest first
    std::vector<Viewer> visible_to;
    std::vector<Look> looked;  ///< who looked lately: told to the person and to those who read the audit
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (id, staff_no, numbers, name, kana, former_name, legal_name, email, joined_on, left_on, motivation,
                       engagement, postings, leaves, systems, appointments, history, visible_to, looked))

/// What a name opens before its page is asked for.
struct StaffCard {
    StaffId id;
    std::string staff_no, name, kana, former_name, email;
};
BOOST_DESCRIBE_STRUCT(StaffCard, (), (id, staff_no, name, kana, former_name, email))
/// Refuses with not_found whom the actor does not see.
StaffCard card(db::Tx&, Actor const&, StaffId, Date today);

/// The record, or the one that took it in. Refuses with not_found.
StaffId living(db::Tx&, StaffId);
/// What every reader is shown alike who may know of postings announced up to that day: all but who may see it and who looked.
Profile shared_profile(db::Tx&, PlanWords&, StaffId, Date on, Date announced, Date today);
/// The rest.
void add_readers(db::Tx&, Actor const&, Profile&, Date today);

/// A merged record leads to the one that took it in. Refuses with not_found whom the actor does not see. The caller reports the
/// look.
Profile profile(db::Tx&, Actor const&, PlanWords&, StaffId, Date on, Clock const&);

/// The postings the actor may know of. An end that lies ahead is part of the secret until the next posting is announced.
std::vector<PostingLine> postings_of(db::Tx&, StaffId, Date announced, Date today);
std::vector<HistoryLine> history_of(db::Tx&, PlanWords&, Profile const&, Date on);
std::vector<Viewer> viewers_of(db::Tx&, StaffId, Date today);

}  // namespace people
