// Who has not answered, in figures: by section, never by name, and no section smaller than the threshold. Reminders go to the
// people themselves, and to their heads as a count.
#pragma once
#include "features/reminders/outbox.hpp"
#include "features/surveys/waves.hpp"

namespace surveys {

struct SectionRate {
    std::optional<OrgUnitId> unit;  ///< none: the sections that are too small, together
    std::string name;
    std::int64_t invited = 0, answered = 0;
};
BOOST_DESCRIBE_STRUCT(SectionRate, (), (unit, name, invited, answered))
struct ResponseRates {
    Wave wave;
    std::vector<SectionRate> sections;  ///< in the organisation's order; for a head the own ones
    std::int64_t too_small = 0;         ///< sections that are not shown alone
};
BOOST_DESCRIBE_STRUCT(ResponseRates, (), (wave, sections, too_small))
ResponseRates response_rates(http::Call const&, SurveyWaveId);

struct SurveyReminderInput {
    std::string note;
    bool heads = true;
    static json::object limits(std::string_view) { return {{"maxLength", 1000}}; }
};
BOOST_DESCRIBE_STRUCT(SurveyReminderInput, (), (note, heads))
struct SurveyReminder {
    std::int64_t people = 0;   ///< who have not answered; each sees it on the first screen
    std::int64_t letters = 0;  ///< by mail, where there is a relay and an address
    std::int64_t without_address = 0;
    std::int64_t heads = 0;
    Instant reminded_at;
    std::string note, reminded_by;
};
BOOST_DESCRIBE_STRUCT(SurveyReminder, (), (people, letters, without_address, heads, reminded_at, note, reminded_by))
struct SurveyReminders {
    bool relay = false;
    std::vector<SurveyReminder> reminders;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(SurveyReminders, (), (relay, reminders))
SurveyReminders survey_reminders(http::Call const&, SurveyWaveId);
/// Refuses with wrong_status unless it takes answers, with conflict when all have answered.
SurveyReminders remind(http::Call const&, SurveyWaveId, SurveyReminderInput const&);

}  // namespace surveys
