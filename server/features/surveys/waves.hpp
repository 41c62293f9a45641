// 調査の回: one asking of a published survey. Who is asked is a rule and a day; with the opening everybody who is asked gets a
// pseudonym (keys.hpp), and the smallest group shown, the readers and the day on which the key is destroyed are fixed.
#pragma once
#include "features/audience/audience.hpp"
#include "features/plan/versions.hpp"
#include "features/surveys/library.hpp"

namespace surveys {

/// before, after and follow_up are paired with another wave: the same person has the same pseudonym.
enum class WaveKind { baseline, before, after, follow_up, other };
BOOST_DESCRIBE_ENUM(WaveKind, baseline, before, after, follow_up, other)
enum class WaveStatus { draft, open, closed, cancelled };
BOOST_DESCRIBE_ENUM(WaveStatus, draft, open, closed, cancelled)
/// Who reads the results beside the office: nobody; executives and heads; every member of staff.
enum class Readers { office, leaders, everybody };
BOOST_DESCRIBE_ENUM(Readers, office, leaders, everybody)

inline constexpr int kUsualThreshold = 5, kLeastThreshold = 4;

struct WaveForm {
    SurveyId survey;
    std::string name;
    WaveKind kind = WaveKind::other;
    std::optional<SurveyWaveId> pairs_with;
    std::string audience;      ///< a rule; empty: the plan's population
    Date as_of;                ///< the day the rule is asked of
    Date opens_on, closes_on;  ///< closes_on is the last day
    int threshold = kUsualThreshold;
    Readers readers = Readers::office;
    Date keys_until;   ///< the key is destroyed on the day after
    std::string note;  ///< told to those who are asked
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(WaveForm, (),
                      (survey, name, kind, pairs_with, audience, as_of, opens_on, closes_on, threshold, readers, keys_until,
                       note))

struct WaveChange : WaveForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(WaveChange, (WaveForm), (revision))

struct Wave : WaveForm {
    SurveyWaveId id;
    std::string survey_code, survey_title, survey_title_en;
    int survey_version = 1;
    std::string audience_text, audience_text_en;  ///< the rule as a sentence
    std::string pairs_with_name;
    WaveStatus status = WaveStatus::draft;
    bool takes_answers = false;              ///< open, and today lies within the period
    std::int64_t invited = 0, answered = 0;  ///< once open
    std::optional<Instant> keys_destroyed_at;
    std::optional<CourseRunId> run;  ///< attached to a run of a course
    std::string run_name;
    std::string issuer;  ///< who asks, as the plan names itself
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Wave, (WaveForm),
                      (id, survey_code, survey_title, survey_title_en, survey_version, audience_text, audience_text_en,
                       pairs_with_name, status, takes_answers, invited, answered, keys_destroyed_at, run, run_name, issuer,
                       revision))

struct WaveList {
    std::vector<Wave> waves;  ///< open ones first, then the newest
};
BOOST_DESCRIBE_STRUCT(WaveList, (), (waves))

struct AudienceQuery {
    std::string rule;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(AudienceQuery, (), (rule, on))
using audience::AudienceCount;

/// As it is kept.
struct WaveRow {
    SurveyWaveId id;
    SurveyId survey_id;
    std::string name;
    WaveKind kind = WaveKind::other;
    std::optional<SurveyWaveId> pairs_with;
    std::int64_t panel_id = 0;  ///< waves of one panel share their pseudonyms
    std::string audience;
    Date as_of, opens_on, closes_on;
    int threshold = kUsualThreshold;
    Readers readers = Readers::office;
    Date keys_until;
    std::string note;
    WaveStatus status = WaveStatus::draft;
    std::int64_t invited = 0;
    std::int64_t batch = 0;  ///< answers up to this batch are in the results
    std::optional<Instant> keys_destroyed_at;
    std::optional<CourseRunId> run_id;
    std::int64_t revision = 1;
    bool takes_answers(Date today) const { return status == WaveStatus::open && opens_on <= today && today <= closes_on; }
};
BOOST_DESCRIBE_STRUCT(WaveRow, (),
                      (id, survey_id, name, kind, pairs_with, panel_id, audience, as_of, opens_on, closes_on, threshold, readers,
                       keys_until, note, status, invited, batch, keys_destroyed_at, run_id, revision))

/// Asks nobody who acts. Refuses with not_found.
WaveRow wave_row(db::Tx&, SurveyWaveId);
/// The office for the whole city manages surveys; others see waves whose results they may read. A draft is the office's.
bool manages(http::Call const&);
/// Refuses with not_allowed.
void must_manage(http::Call const&);
bool may_read(http::Call const&, WaveRow const&);

WaveList waves(http::Call const&);
/// Refuses with not_found what the actor may not see.
Wave wave(http::Call const&, SurveyWaveId);
AudienceCount audience_count(http::Call const&, AudienceQuery const&);
/// Refuse with invalid_input a survey that is not published, a rule that is not well formed, days in the wrong order, a pair of
/// another survey's questions; change_wave also with changed_meanwhile, and with wrong_status once it is open.
Wave add_wave(http::Call const&, WaveForm const&);
Wave change_wave(http::Call const&, SurveyWaveId, WaveChange const&);
/// Everybody of the audience is given a pseudonym. Refuses with wrong_status, with conflict when nobody would be asked, when
/// fewer than the threshold would be, and when the key of the wave it is paired with is destroyed.
Wave open_wave(http::Call const&, SurveyWaveId);
struct LastDay {
    Date closes_on;
};
BOOST_DESCRIBE_STRUCT(LastDay, (), (closes_on))
/// While it is open: later, or earlier but not before today. Refuses with wrong_status, with invalid_input.
Wave move_last_day(http::Call const&, SurveyWaveId, LastDay const&);
/// No answer comes after it. Refuses with wrong_status.
Wave close_wave(http::Call const&, SurveyWaveId);
/// A draft is forgotten; an open one ends without results, its answers are deleted.
void cancel_wave(http::Call const&, SurveyWaveId);

/// Every wave as it is kept: open ones first, then drafts, then the newest.
std::vector<WaveRow> all_waves(db::Tx&);
/// As wave(), for what has asked already who reads it.
Wave any_wave(http::Call const&, WaveRow const&);

}  // namespace surveys
