#include "features/surveys/answering.hpp"

#include "features/access/secrets.hpp"
#include "features/surveys/answer_text.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/recording.hpp"

namespace surveys {
namespace {

db::Sql const kMine{R"(
    SELECT w.id AS wave, w.name, s.title, s.title_en, w.closes_on, s.questions,
           EXISTS (SELECT 1 FROM survey_draft d WHERE d.wave_id = w.id AND d.pseudonym = k.pseudonym) AS begun,
           EXISTS (SELECT 1 FROM survey_response r WHERE r.wave_id = w.id AND r.pseudonym = k.pseudonym) AS answered
      FROM survey_key k JOIN survey_wave w ON w.id = k.wave_id JOIN survey s ON s.id = w.survey_id
     WHERE k.staff_id = $1 AND w.status = 'open' AND w.opens_on <= $2 AND w.closes_on >= $2 ORDER BY w.closes_on, w.id)"};
db::Sql const kDraft{"SELECT answers FROM survey_draft WHERE wave_id = $1 AND pseudonym = $2"};
db::Sql const kKeepDraft{R"(
    INSERT INTO survey_draft (wave_id, pseudonym, answers) VALUES ($1, $2, $3)
    ON CONFLICT (wave_id, pseudonym) DO UPDATE SET answers = excluded.answers)"};
db::Sql const kForgetDraft{"DELETE FROM survey_draft WHERE wave_id = $1 AND pseudonym = $2"};
db::Sql const kAnswered{"SELECT 1 FROM survey_response WHERE wave_id = $1 AND pseudonym = $2"};
db::Sql const kAnswer{R"(
    INSERT INTO survey_response (wave_id, pseudonym, batch, paper, answers) VALUES ($1, $2, 0, $3, $4)
    ON CONFLICT (wave_id, pseudonym) DO NOTHING)"};
db::Sql const kTyped{R"(
    INSERT INTO survey_text (id, wave_id, question_code, option_code, text) VALUES ($1, $2, $3, $4, $5))"};

constexpr std::size_t kTextIdBytes = 12;

/// Whoever is not asked finds nothing, as with a wave that does not exist.
std::string my_pseudonym(http::Call const& call, SurveyWaveId wave)
{
    auto pseudonym = call.actor.staff ? pseudonym_of(call.tx, wave, *call.actor.staff) : std::nullopt;
    if (!pseudonym) throw Refused{Code::not_found};
    return *std::move(pseudonym);
}

bool has_answered(db::Tx& tx, SurveyWaveId wave, std::string const& pseudonym)
{
    return tx.maybe_one<int>(kAnswered, wave, pseudonym).has_value();
}

[[noreturn]] void refuse_second()
{
    throw Refused{Code::already_exists,
                  {"この調査にはもう回答しています。回答は変えられません。",
                   "You have answered this survey already. An answer cannot be changed."}};
}

}  // namespace

std::vector<MySurvey> surveys_to_answer(db::Tx& tx, StaffId staff, Date today) { return tx.all<MySurvey>(kMine, staff, today); }

MySurveys my_surveys(http::Call const& call)
{
    if (!call.actor.staff) return {};
    return {surveys_to_answer(call.tx, *call.actor.staff, call.clock.today())};
}

AnswerForm blank_form(http::Call const& call, WaveRow const& wave)
{
    AnswerForm form;
    form.wave = wave.id;
    form.name = wave.name;
    form.note = wave.note;
    if (auto const plan = call.service<plan::Library>().maybe_in_force(call.tx, call.clock.today()))
        form.issuer = plan->plan.document.colophon.publisher.empty() ? plan->plan.municipality.name
                                                                     : plan->plan.document.colophon.publisher;
    form.closes_on = wave.closes_on;
    form.threshold = wave.threshold;
    form.readers = wave.readers;
    form.keys_until = wave.keys_until;
    form.paired = wave.pairs_with.has_value() || wave.kind == WaveKind::before;
    form.takes_answers = wave.takes_answers(call.clock.today());
    form.survey = *call.service<Library>().published(call.tx, wave.survey_id);
    return form;
}

AnswerForm answer_form(http::Call const& call, SurveyWaveId id)
{
    auto const pseudonym = my_pseudonym(call, id);
    auto const wave = wave_row(call.tx, id);
    auto form = blank_form(call, wave);
    form.answered = has_answered(call.tx, id, pseudonym);
    if (auto const draft = call.tx.maybe_one<std::string>(kDraft, id, pseudonym))
        form.draft = json::read_stored<AnswerInput>(*draft).answers;
    return form;
}

void must_take_answers(WaveRow const& wave, Date today)
{
    if (wave.takes_answers(today)) return;
    if (wave.status == WaveStatus::open && today < wave.opens_on)
        throw Refused{Code::wrong_status, {"回答の受付はまだ始まっていません。", "It does not take answers yet."}};
    throw Refused{Code::wrong_status, {"この調査は締め切りました。", "This survey is closed."}};
}

void keep_draft(http::Call const& call, SurveyWaveId id, AnswerInput const& input)
{
    auto const pseudonym = my_pseudonym(call, id);
    must_take_answers(wave_row(call.tx, id), call.clock.today());
    if (has_answered(call.tx, id, pseudonym)) refuse_second();
    call.tx.run(kKeepDraft, id, pseudonym, json::write(input));
}

void record(db::Tx& tx, Survey const& survey, SurveyWaveId wave, std::string const& pseudonym, AnswerInput const& input,
            Channel channel)
{
    if (has_answered(tx, wave, pseudonym)) refuse_second();
    std::vector<Problem> problems;
    auto const kept = keep(survey, input.answers, problems);
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, std::move(problems)};
    if (tx.run(kAnswer, wave, pseudonym, channel == Channel::paper ? 1 : 0, kept.fields) == 0) refuse_second();
    for (auto const& typed : kept.typed)
        tx.run_later(kTyped, accounts::random_token(kTextIdBytes), wave, typed.question, typed.option, typed.text);
    tx.run_later(kForgetDraft, wave, pseudonym);
}

void answer(http::Call const& call, SurveyWaveId id, AnswerInput const& input)
{
    auto const pseudonym = my_pseudonym(call, id);
    auto const wave = wave_row(call.tx, id);
    must_take_answers(wave, call.clock.today());
    record(call.tx, *call.service<Library>().published(call.tx, wave.survey_id), id, pseudonym, input, Channel::screen);
}

}  // namespace surveys
