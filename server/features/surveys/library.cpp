#include "features/surveys/library.hpp"

#include "features/audit/audit.hpp"
#include "features/surveys/check.hpp"
#include "features/surveys/packs.hpp"

namespace surveys {
namespace {

struct Row : SurveySummary {
    std::string document;
};
BOOST_DESCRIBE_STRUCT(Row, (SurveySummary), (document))

#define SQL_SURVEY                                                                               \
    "SELECT s.id, s.code, s.version, s.title, s.title_en, s.purpose, s.status, s.revision, "     \
    "s.published_at, s.questions, (SELECT count(*) FROM survey_wave w WHERE w.survey_id = s.id " \
    "AND w.status <> 'cancelled') AS waves"
db::Sql const kAll{SQL_SURVEY " FROM survey s ORDER BY CASE WHEN s.status = 'draft' THEN 0 ELSE 1 END, s.id DESC"};
db::Sql const kOne{SQL_SURVEY ", s.document FROM survey s WHERE s.id = $1"};
db::Sql const kNewest{"SELECT max(version) AS version FROM survey WHERE code = $1"};
db::Sql const kDraftOf{"SELECT id FROM survey WHERE code = $1 AND status = 'draft'"};
db::Sql const kInsert{R"(
    INSERT INTO survey (code, version, title, title_en, purpose, status, document, questions, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9) RETURNING id)"};
db::Sql const kSave{R"(
    UPDATE survey SET title = $3, title_en = $4, purpose = $5, document = $6, questions = $7, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND status = 'draft')"};
db::Sql const kPublish{"UPDATE survey SET status = 'published', published_at = $2, revision = revision + 1 WHERE id = $1"};
db::Sql const kDelete{"DELETE FROM survey WHERE id = $1"};

std::int64_t size_of(Survey const& survey) { return static_cast<std::int64_t>(survey.questions.size()); }

Row row_of(db::Tx& tx, SurveyId id)
{
    auto row = tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

Row draft_of(db::Tx& tx, SurveyId id)
{
    auto row = row_of(tx, id);
    if (row.status != SurveyStatus::draft)
        throw Refused{Code::wrong_status,
                      {"公開した調査票は変えられません。次の版をつくってください。",
                       "A published survey does not change. Begin its next version."}};
    return row;
}

SurveyDetail shown(db::Tx& tx, SurveyId id)
{
    auto const row = row_of(tx, id);
    SurveyDetail detail{row, json::read_stored<Survey>(row.document), {}};
    if (row.status == SurveyStatus::draft) detail.problems = as_problems(check(detail.survey));
    return detail;
}

SurveyDetail begin(http::Call const& call, Survey survey)
{
    if (call.tx.maybe_one<SurveyId>(kDraftOf, survey.code))
        throw Refused{Code::conflict,
                      {"この調査票には、書きかけの版がもうあります。それを続けるか、破棄してください。",
                       "That survey has an unfinished draft already. Go on with it or discard it."}};
    auto const version = call.tx.one<std::optional<int>>(kNewest, survey.code).value_or(0) + 1;
    SurveyId const id{call.tx.insert(kInsert, survey.code, version, survey.title, survey.title_en, survey.purpose,
                                     json::write(survey), size_of(survey), call.clock.now(), call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.begun", "survey", id);
    return shown(call.tx, id);
}

/// A code nobody has yet.
std::string free_code(db::Tx& tx)
{
    for (int number = 1;; ++number) {
        auto code = "survey-" + std::to_string(number);
        if (!tx.one<std::optional<int>>(kNewest, code)) return code;
    }
}

Survey blank(db::Tx& tx, std::string const& title)
{
    Survey survey;
    survey.code = free_code(tx);
    survey.title = title;
    survey.sections.push_back({"S1", "設問", "Questions", "", ""});
    return survey;
}

}  // namespace

json::object SurveyStart::limits(std::string_view member)
{
    if (member == "title") return {{"maxLength", 200}};
    return {{"maxLength", 40}};
}

SurveyList survey_list(db::Tx& tx)
{
    SurveyList list{tx.all<SurveySummary>(kAll), {}};
    for (auto const& pack : packs())
        list.packs.push_back({pack.code, pack.title, pack.title_en, pack.purpose, pack.source, size_of(pack)});
    return list;
}

SurveyDetail survey_detail(db::Tx& tx, SurveyId id) { return shown(tx, id); }

SurveyDetail start_survey(http::Call const& call, SurveyStart const& start)
{
    if (start.copy_of) return begin(call, json::read_stored<Survey>(row_of(call.tx, *start.copy_of).document));
    if (!start.pack.empty()) {
        auto const* const shipped = pack(start.pack);
        if (!shipped) throw Refused{Code::not_found};
        return begin(call, *shipped);
    }
    if (start.title.empty())
        throw Refused{Code::invalid_input, {}, {{"/title", "調査票の名前を入力してください。", "Give the survey a title."}}};
    return begin(call, blank(call.tx, start.title));
}

SurveyDetail take_in_survey(http::Call const& call, Survey survey)
{
    if (survey.code.empty()) survey.code = free_code(call.tx);
    return begin(call, std::move(survey));
}

SurveyDetail save_survey(http::Call const& call, SurveyId id, SurveyDraft const& draft)
{
    auto const before = draft_of(call.tx, id);
    auto survey = draft.survey;
    survey.code = before.code;
    auto const written = call.tx.run(kSave, id, draft.revision, survey.title, survey.title_en, survey.purpose,
                                     json::write(survey), size_of(survey));
    if (written == 0) throw Refused{Code::changed_meanwhile};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.saved", "survey", id);
    return shown(call.tx, id);
}

SurveyDetail publish_survey(http::Call const& call, SurveyId id)
{
    auto const row = draft_of(call.tx, id);
    auto const problems = check(json::read_stored<Survey>(row.document));
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, as_problems(problems)};
    call.tx.run(kPublish, id, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.published", "survey", id);
    return shown(call.tx, id);
}

void discard_survey(http::Call const& call, SurveyId id)
{
    draft_of(call.tx, id);
    call.tx.run(kDelete, id);
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.discarded", "survey", id);
}

std::shared_ptr<Survey const> Library::published(db::Tx& tx, SurveyId id)
{
    {
        std::lock_guard const lock(guard_);
        if (auto const found = read_.find(id); found != read_.end()) return found->second;
    }
    auto const row = row_of(tx, id);
    if (row.status != SurveyStatus::published) throw Refused{Code::not_found};
    auto survey = std::make_shared<Survey const>(json::read_stored<Survey>(row.document));
    std::lock_guard const lock(guard_);
    return read_.try_emplace(id, std::move(survey)).first->second;
}

}  // namespace surveys
