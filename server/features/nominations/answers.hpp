// The one screen on which a head answers: the section's people with whether they may be named and why not, last year's first, and
// the answer so far. "Nobody this year" with a reason is an answer too.
#pragma once
#include "features/nominations/nominees.hpp"
#include "features/people/seeing.hpp"

#include <unordered_map>

namespace nominations {

/// filled: who goes on in the role fills the quota, nobody is asked for.
enum class AnswerState { unanswered, nominated, none, filled };
BOOST_DESCRIBE_ENUM(AnswerState, unanswered, nominated, none, filled)

/// Who is asked to answer for a section.
struct AskedHead {
    StaffId staff;
    std::string name, unit_name;
    bool stands_above = false;  ///< the section itself has no head, or the head is on leave
};
BOOST_DESCRIBE_STRUCT(AskedHead, (), (staff, name, unit_name, stands_above))

struct SectionRow {
    OrgUnitId unit_id;
    bool asked = true;
    int quota = 0;
    std::string answer, reason;
    std::optional<Instant> answered_at;
    std::string answered_by;
    bool proxy = false;
    std::int64_t revision = 0;
    std::optional<Instant> reminded_at;
    int reminded_times = 0;
};
BOOST_DESCRIBE_STRUCT(SectionRow, (),
                      (unit_id, asked, quota, answer, reason, answered_at, answered_by, proxy, revision, reminded_at,
                       reminded_times))
std::vector<SectionRow> section_rows(db::Tx&, NominationRoundId);

struct SectionAnswer {
    OrgUnitId unit;
    std::string unit_name, unit_path;
    bool asked = true;
    int quota = 0;  ///< 0 = no set number
    AnswerState state = AnswerState::unanswered;
    int named = 0, going_on = 0;  ///< of the quota
    std::string reason;           ///< why nobody
    std::optional<Instant> answered_at;
    std::string answered_by;
    bool proxy = false;  ///< typed by somebody who was not asked
    std::int64_t revision = 0;
    std::optional<AskedHead> head;  ///< nobody: there is no head up to the top
    std::optional<Instant> reminded_at;
    int reminded_times = 0;
    std::int64_t held_last_year = 0;
};
BOOST_DESCRIBE_STRUCT(SectionAnswer, (),
                      (unit, unit_name, unit_path, asked, quota, state, named, going_on, reason, answered_at, answered_by, proxy,
                       revision, head, reminded_at, reminded_times, held_last_year))

/// How many each section has named, so that a round of a thousand sections is counted once.
class NamedBySection {
public:
    explicit NamedBySection(std::vector<NomineeRow> const&);
    int of(OrgUnitId) const;

private:
    std::unordered_map<std::int64_t, int> named_;
};
SectionAnswer answer_of(people::Roster const&, Judge const&, people::Place, SectionRow const&, NamedBySection const&);

struct SectionCandidate {
    StaffId staff;
    std::string staff_no, name, unit_name, rank;
    bool on_leave = false;
    std::vector<Words> against;  ///< why not; empty = may be named
    std::optional<LastTerm> last;
    std::optional<MoveAhead> move;
    std::optional<NomineeStatus> status;  ///< in this round
    std::string reason, decision_reason;
};
BOOST_DESCRIBE_STRUCT(SectionCandidate, (),
                      (staff, staff_no, name, unit_name, rank, on_leave, against, last, move, status, reason, decision_reason))

/// Held the role in the section last year and stands elsewhere now.
struct MovedAway {
    StaffId staff;
    std::string name, now_in;  ///< empty: not among the staff any more
};
BOOST_DESCRIBE_STRUCT(MovedAway, (), (staff, name, now_in))

struct SectionSheet {
    Round round;
    Words title;
    SectionAnswer section;
    bool may_answer = false;                   ///< this reader, now
    std::vector<SectionCandidate> candidates;  ///< last year's first, then who may be named, by rank and kana
    std::vector<MovedAway> moved_away;
};
BOOST_DESCRIBE_STRUCT(SectionSheet, (), (round, title, section, may_answer, candidates, moved_away))

/// For the heads in whose reach the section lies and for the office. Refuses with not_found, also while the round is a draft.
SectionSheet section_sheet(http::Call const&, NominationRoundId, OrgUnitId);

struct Named {
    StaffId staff;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Named, (), (staff, reason))
struct AnswerInput {
    std::int64_t revision = 0;  ///< of the answer that the form showed
    std::vector<Named> nominees;
    bool none = false;
    std::string reason;  ///< why nobody
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (revision, nominees, none, reason))
/// The whole answer of a section; a later one replaces it until the deadline. Refuses with wrong_status outside the period (the
/// office may still answer for a section as long as nothing is decided) and once the office has judged one of them, with
/// changed_meanwhile, and with invalid_input naming each person who may not be named, more than the quota, and nobody without a
/// reason.
void answer(http::Call const&, NominationRoundId, OrgUnitId, AnswerInput const&);

/// The sections of today that the actor may answer for.
class Reach {
public:
    Reach(http::Call const&, people::Roster const&);
    bool office() const { return office_; }
    /// False for whoever heads nobody and keeps nothing.
    bool anybody() const { return heads_.anybody() || offices_.anybody(); }
    /// Whether the office's part is the actor's here: for all sections, or for those of a unit.
    bool keeps(people::Place place) const { return office_ || offices_.sees(place); }
    bool section(people::Place place) const { return heads_.sees(place) || offices_.sees(place); }
    bool person(people::Person const& person) const { return heads_.sees(person) || offices_.sees(person); }

private:
    bool office_;
    people::Seeing heads_, offices_;
};

}  // namespace nominations
