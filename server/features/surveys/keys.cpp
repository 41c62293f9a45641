#include "features/surveys/keys.hpp"

#include "features/access/secrets.hpp"

#include <algorithm>
#include <map>

namespace surveys {
namespace {

constexpr std::size_t kPseudonymBytes = 16;

struct Known {
    StaffId staff_id;
    std::string pseudonym;
};
BOOST_DESCRIBE_STRUCT(Known, (), (staff_id, pseudonym))

db::Sql const kOfPanel{"SELECT DISTINCT staff_id, pseudonym FROM survey_key WHERE panel_id = $1"};
db::Sql const kMine{"SELECT pseudonym FROM survey_key WHERE wave_id = $1 AND staff_id = $2"};
db::Sql const kDestroy{"DELETE FROM survey_key WHERE wave_id = $1"};
db::Sql const kInvited{"SELECT staff_id FROM survey_key WHERE wave_id = $1 ORDER BY staff_id"};
db::Sql const kAny{"SELECT 1 FROM survey_key WHERE wave_id = $1 LIMIT 1"};
db::Sql const kGroups{"SELECT pseudonym, category, section, rank_band, occupation FROM survey_key WHERE wave_id = $1"};
db::Sql const kRates{R"(
    SELECT k.unit_id, count(*) AS invited, count(r.pseudonym) AS answered
      FROM survey_key k LEFT JOIN survey_response r ON r.wave_id = k.wave_id AND r.pseudonym = k.pseudonym
     WHERE k.wave_id = $1 GROUP BY k.unit_id)"};
db::Sql const kUnanswered{R"(
    SELECT k.staff_id FROM survey_key k WHERE k.wave_id = $1
       AND NOT EXISTS (SELECT 1 FROM survey_response r WHERE r.wave_id = k.wave_id AND r.pseudonym = k.pseudonym)
     ORDER BY k.staff_id)"};
db::Sql const kPutCode{"UPDATE survey_key SET paper_code = $3, printed_by = $4 WHERE wave_id = $1 AND staff_id = $2"};
db::Sql const kFindCode{"SELECT wave_id, pseudonym, printed_by FROM survey_key WHERE paper_code = $1"};

}  // namespace

void write_keys(db::Tx& tx, std::vector<Key> keys)
{
    if (keys.empty()) return;
    tx.run(kDestroy, keys.front().wave_id);
    std::map<StaffId, std::string> known;
    for (auto& each : tx.all<Known>(kOfPanel, keys.front().panel_id)) known.emplace(each.staff_id, std::move(each.pseudonym));
    for (auto& key : keys) {
        auto const before = known.find(key.staff_id);
        key.pseudonym = before == known.end() ? accounts::random_token(kPseudonymBytes) : before->second;
    }
    auto const& columns = db::member_names<Key>();
    tx.insert_many<Key>("survey_key", {columns.begin(), columns.end()}, keys);
}

std::optional<std::string> pseudonym_of(db::Tx& tx, SurveyWaveId wave, StaffId staff)
{
    return tx.maybe_one<std::string>(kMine, wave, staff);
}

void destroy_keys(db::Tx& tx, SurveyWaveId wave) { tx.run(kDestroy, wave); }
std::vector<StaffId> invited(db::Tx& tx, SurveyWaveId wave) { return tx.all<StaffId>(kInvited, wave); }
bool has_keys(db::Tx& tx, SurveyWaveId wave) { return tx.maybe_one<int>(kAny, wave).has_value(); }
std::vector<Groups> groups_of(db::Tx& tx, SurveyWaveId wave) { return tx.all<Groups>(kGroups, wave); }
std::vector<UnitRate> rates_of(db::Tx& tx, SurveyWaveId wave) { return tx.all<UnitRate>(kRates, wave); }
std::vector<StaffId> unanswered(db::Tx& tx, SurveyWaveId wave) { return tx.all<StaffId>(kUnanswered, wave); }

void put_paper_code(db::Tx& tx, SurveyWaveId wave, StaffId staff, std::string_view code_hash, AccountId printed_by)
{
    tx.run(kPutCode, wave, staff, code_hash, printed_by);
}

std::optional<OnPaper> find_paper_code(db::Tx& tx, std::string_view code_hash)
{
    return tx.maybe_one<OnPaper>(kFindCode, code_hash);
}

}  // namespace surveys
