// The key between a person and a pseudonym. It lives in a file of its own (SQLite) or a table of its own (PostgreSQL), no route
// answers from it but with counts and with the person's own form, and it is destroyed on the day that was set at the opening.
// What the key also holds are the groups that results may be crossed by (category, section, rank band, occupation): beside the
// answers they would name the person.
#pragma once
#include "features/actor/actor.hpp"
#include "features/surveys/survey.hpp"
#include "platform/db/tx.hpp"

namespace surveys {

/// One person who is asked.
struct Key {
    SurveyWaveId wave_id;
    std::int64_t panel_id = 0;  ///< waves of one panel share their pseudonyms
    StaffId staff_id;
    std::string pseudonym;
    OrgUnitId unit_id;  ///< the section, 0 = none
    std::string category, section, rank_band, occupation;
};
BOOST_DESCRIBE_STRUCT(Key, (), (wave_id, panel_id, staff_id, pseudonym, unit_id, category, section, rank_band, occupation))

/// Whoever has a pseudonym in the panel keeps it, everybody else is given a random one. What a broken attempt has left goes.
void write_keys(db::Tx&, std::vector<Key>);
/// Nobody: not asked in this wave, or the key is destroyed.
std::optional<std::string> pseudonym_of(db::Tx&, SurveyWaveId, StaffId);
/// Overwrites them for good.
void destroy_keys(db::Tx&, SurveyWaveId);
/// There is somebody in it.
bool has_keys(db::Tx&, SurveyWaveId);

struct Groups {
    std::string pseudonym, category, section, rank_band, occupation;
};
BOOST_DESCRIBE_STRUCT(Groups, (), (pseudonym, category, section, rank_band, occupation))
std::vector<Groups> groups_of(db::Tx&, SurveyWaveId);

struct UnitRate {
    OrgUnitId unit_id;
    std::int64_t invited = 0, answered = 0;
};
BOOST_DESCRIBE_STRUCT(UnitRate, (), (unit_id, invited, answered))
std::vector<UnitRate> rates_of(db::Tx&, SurveyWaveId);
/// Who is asked, whether they have answered or not.
std::vector<StaffId> invited(db::Tx&, SurveyWaveId);
/// Who is asked and has not answered.
std::vector<StaffId> unanswered(db::Tx&, SurveyWaveId);

/// The code's hash stands beside the key from now on; an earlier code of that person ends.
void put_paper_code(db::Tx&, SurveyWaveId, StaffId, std::string_view code_hash, AccountId printed_by);
struct OnPaper {
    SurveyWaveId wave_id;
    std::string pseudonym;
    AccountId printed_by;
};
BOOST_DESCRIBE_STRUCT(OnPaper, (), (wave_id, pseudonym, printed_by))
std::optional<OnPaper> find_paper_code(db::Tx&, std::string_view code_hash);

}  // namespace surveys
