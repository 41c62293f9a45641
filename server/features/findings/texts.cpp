#include "features/findings/texts.hpp"

#include "features/audit/audit.hpp"
#include "platform/text/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace findings {
namespace {

constexpr std::size_t kWordsShown = 60;

struct TextRow {
    std::string id, option_code, text;
};
BOOST_DESCRIBE_STRUCT(TextRow, (), (id, option_code, text))
db::Sql const kTexts{"SELECT id, option_code, text FROM survey_text WHERE wave_id = $1 AND question_code = $2 ORDER BY id"};
struct Assigned {
    std::string text_id;
    SurveyThemeId theme_id;
};
BOOST_DESCRIBE_STRUCT(Assigned, (), (text_id, theme_id))
db::Sql const kAssigned{R"(
    SELECT a.text_id, a.theme_id FROM survey_text_theme a JOIN survey_theme t ON t.id = a.theme_id
     WHERE t.wave_id = $1 AND t.question_code = $2 ORDER BY a.text_id, a.theme_id)"};
db::Sql const kThemes{R"(
    SELECT t.id, t.name, t.issue_code AS issue, (SELECT count(*) FROM survey_text_theme a WHERE a.theme_id = t.id) AS texts
      FROM survey_theme t WHERE t.wave_id = $1 AND t.question_code = $2 ORDER BY t.id)"};
struct ThemeRow {
    SurveyThemeId id;
    SurveyWaveId wave_id;
    std::string question_code, name;
};
BOOST_DESCRIBE_STRUCT(ThemeRow, (), (id, wave_id, question_code, name))
db::Sql const kTheme{"SELECT id, wave_id, question_code, name FROM survey_theme WHERE id = $1"};
db::Sql const kThemeNamed{"SELECT 1 FROM survey_theme WHERE wave_id = $1 AND question_code = $2 AND name = $3"};
db::Sql const kAddTheme{R"(
    INSERT INTO survey_theme (wave_id, question_code, name, issue_code) VALUES ($1, $2, $3, $4) RETURNING id)"};
db::Sql const kUnassignTheme{"DELETE FROM survey_text_theme WHERE theme_id = $1"};
db::Sql const kRemoveTheme{"DELETE FROM survey_theme WHERE id = $1"};
struct Of {
    SurveyWaveId wave_id;
    std::string question_code;
};
BOOST_DESCRIBE_STRUCT(Of, (), (wave_id, question_code))
db::Sql const kTextOf{"SELECT wave_id, question_code FROM survey_text WHERE id = $1"};
db::Sql const kUnassign{"DELETE FROM survey_text_theme WHERE text_id = $1"};
db::Sql const kAssign{"INSERT INTO survey_text_theme (text_id, theme_id) VALUES ($1, $2)"};

std::vector<WordCount> frequent_words(std::vector<Text> const& texts)
{
    std::map<std::string, std::int64_t> counts;
    for (auto const& each : texts) {
        auto const found = text::words(each.text);
        for (auto const& word : std::set<std::string>(found.begin(), found.end())) ++counts[word];
    }
    std::vector<WordCount> words;
    for (auto const& [word, count] : counts)
        if (count > 1) words.push_back({word, count});
    std::stable_sort(words.begin(), words.end(), [](auto const& a, auto const& b) { return a.texts > b.texts; });
    if (words.size() > kWordsShown) words.resize(kWordsShown);
    return words;
}

/// Beside a text that names its author, the option would be that person's answer.
void leave_out_rare_options(std::vector<Text>& texts, int threshold)
{
    std::map<std::string, int> shared;
    for (auto const& each : texts) ++shared[each.option];
    for (auto& each : texts)
        if (shared[each.option] < threshold) each.option.clear();
}

Texts read(http::Call const& call, surveys::WaveRow const& wave, std::string const& question)
{
    Texts list;
    list.question = question;
    auto rows = call.tx.all<TextRow>(kTexts, wave.id, question);
    // While it is open every new text would show who has just answered.
    list.too_few = wave.status != surveys::WaveStatus::closed || static_cast<int>(rows.size()) < wave.threshold;
    if (list.too_few) return list;
    for (auto& row : rows) list.texts.push_back({std::move(row.id), std::move(row.option_code), std::move(row.text), {}});
    std::map<std::string_view, Text*> by_id;
    for (auto& each : list.texts) by_id.emplace(each.id, &each);
    for (auto const& each : call.tx.all<Assigned>(kAssigned, wave.id, question))
        by_id.at(each.text_id)->themes.push_back(each.theme_id);
    list.themes = call.tx.all<Theme>(kThemes, wave.id, question);
    list.words = frequent_words(list.texts);
    leave_out_rare_options(list.texts, wave.threshold);
    if (surveys::manages(call)) return list;
    auto const is_few = [&](auto const& each) { return each.texts < wave.threshold; };
    list.texts.clear();
    std::erase_if(list.themes, is_few);
    std::erase_if(list.words, is_few);
    return list;
}

ThemeRow theme_row(db::Tx& tx, SurveyThemeId id)
{
    auto row = tx.maybe_one<ThemeRow>(kTheme, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

}  // namespace

json::object ThemeForm::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 100}};
    return {{"maxLength", 40}};
}

Texts texts(http::Call const& call, SurveyWaveId id, TextsQuery const& query)
{
    auto const wave = surveys::wave_row(call.tx, id);
    if (!surveys::may_read(call, wave)) throw Refused{Code::not_found};
    return read(call, wave, query.question);
}

Texts add_theme(http::Call const& call, SurveyWaveId id, ThemeForm const& form)
{
    surveys::must_manage(call);
    auto const wave = surveys::wave_row(call.tx, id);
    if (wave.status != surveys::WaveStatus::closed)
        throw Refused{Code::wrong_status, {"締め切ってから分類します。", "Texts are grouped once the survey is closed."}};
    if (call.tx.maybe_one<int>(kThemeNamed, id, form.question, form.name)) throw Refused{Code::already_exists};
    SurveyThemeId const theme{call.tx.insert(kAddTheme, id, form.question, form.name, form.issue)};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.theme_added", "survey_theme", theme, form);
    return read(call, wave, form.question);
}

Texts remove_theme(http::Call const& call, SurveyThemeId id)
{
    surveys::must_manage(call);
    auto const theme = theme_row(call.tx, id);
    call.tx.run(kUnassignTheme, id);
    call.tx.run(kRemoveTheme, id);
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.theme_removed", "survey_theme", id);
    return read(call, surveys::wave_row(call.tx, theme.wave_id), theme.question_code);
}

void assign_themes(http::Call const& call, std::string const& text_id, TextThemes const& input)
{
    surveys::must_manage(call);
    auto const of = call.tx.maybe_one<Of>(kTextOf, text_id);
    if (!of) throw Refused{Code::not_found};
    call.tx.run(kUnassign, text_id);
    for (auto const id : std::set<SurveyThemeId>(input.themes.begin(), input.themes.end())) {
        auto const theme = theme_row(call.tx, id);
        if (theme.wave_id != of->wave_id || theme.question_code != of->question_code) throw Refused{Code::not_found};
        call.tx.run(kAssign, text_id, id);
    }
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.themes_assigned", "survey_wave", of->wave_id);
}

}  // namespace findings
