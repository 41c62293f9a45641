#include "features/surveys/waves.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/people/days.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/opening.hpp"

namespace surveys {
namespace {

#define SQL_WAVE                                                                                                         \
    "SELECT id, survey_id, name, kind, pairs_with, panel_id, audience, as_of, opens_on, closes_on, threshold, readers, " \
    "keys_until, note, status, invited, batch, keys_destroyed_at, run_id, revision FROM survey_wave "
db::Sql const kOne{SQL_WAVE "WHERE id = $1"};
db::Sql const kAll{SQL_WAVE "ORDER BY CASE status WHEN 'open' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, closes_on DESC, id DESC"};
db::Sql const kInsert{R"(
    INSERT INTO survey_wave (survey_id, name, kind, pairs_with, audience, as_of, opens_on, closes_on, threshold, readers,
                             keys_until, note, status, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13, $14) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE survey_wave SET survey_id = $3, name = $4, kind = $5, pairs_with = $6, audience = $7, as_of = $8, opens_on = $9,
           closes_on = $10, threshold = $11, readers = $12, keys_until = $13, note = $14, revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
db::Sql const kLastDay{"UPDATE survey_wave SET closes_on = $2, revision = revision + 1 WHERE id = $1"};
db::Sql const kCancel{"UPDATE survey_wave SET status = 'cancelled', revision = revision + 1 WHERE id = $1"};
db::Sql const kForget{"DELETE FROM survey_wave WHERE id = $1"};
db::Sql const kForgetAnswers{"DELETE FROM survey_response WHERE wave_id = $1"};
db::Sql const kForgetDrafts{"DELETE FROM survey_draft WHERE wave_id = $1"};
db::Sql const kForgetTexts{"DELETE FROM survey_text WHERE wave_id = $1"};
db::Sql const kForgetLetters{R"(
    DELETE FROM letter WHERE round_id IN (SELECT id FROM reminder_round WHERE survey_wave_id = $1))"};
db::Sql const kAnswered{"SELECT count(*) FROM survey_response WHERE wave_id = $1"};
db::Sql const kPairedBy{"SELECT count(*) FROM survey_wave WHERE pairs_with = $1 AND status <> 'cancelled'"};

struct About {
    std::string code, title, title_en;
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(About, (), (code, title, title_en, version))
db::Sql const kAbout{"SELECT code, title, title_en, version FROM survey WHERE id = $1"};
db::Sql const kRunName{"SELECT name, course_code FROM course_run WHERE id = $1"};
struct RunName {
    std::string name, course_code;
};
BOOST_DESCRIBE_STRUCT(RunName, (), (name, course_code))

[[noreturn]] void refuse(char const* pointer, char const* ja, char const* en)
{
    throw Refused{Code::invalid_input, {}, {{pointer, ja, en}}};
}

void check_days(WaveForm const& form)
{
    if (form.closes_on < form.opens_on)
        refuse("/closes_on", "最終日は始まりの日より前にできません。", "The last day cannot come before the first.");
    if (form.keys_until < form.closes_on)
        refuse("/keys_until", "対応表を消す日は、最終日より後にしてください。督促と「回答済み」の確認に使います。",
               "The key must live until the last day: reminders and \"has answered\" need it.");
}

void check_pair(http::Call const& call, WaveForm const& form, std::optional<SurveyWaveId> self)
{
    if (!form.pairs_with) return;
    if (form.pairs_with == self) refuse("/pairs_with", "自分自身とは組にできません。", "A wave is not paired with itself.");
    auto const other = call.tx.maybe_one<WaveRow>(kOne, *form.pairs_with);
    if (!other || other->status == WaveStatus::cancelled)
        refuse("/pairs_with", "その調査の回はありません。", "There is no such wave.");
    auto const same = call.tx.one<About>(kAbout, other->survey_id).code == call.tx.one<About>(kAbout, form.survey).code;
    if (!same) refuse("/pairs_with", "同じ調査票の回を選んでください。", "Choose a wave of the same survey.");
    if (other->kind != WaveKind::before)
        refuse("/pairs_with", "比べると伝えて始めた「事前」の回を選んでください。",
               "Choose a wave of the kind \"before\", whose people were told of the comparison.");
    if (form.keys_until > other->keys_until)
        refuse("/keys_until", "組になる回で約束した、対応表の保存期限より後にはできません。",
               "It cannot come after the day that was promised in the wave it is paired with.");
}

void check(http::Call const& call, WaveForm const& form, std::optional<SurveyWaveId> self)
{
    try {
        call.service<Library>().published(call.tx, form.survey);
    } catch (Refused const&) {
        refuse("/survey", "公開した調査票を選んでください。", "Choose a published survey.");
    }
    audience::must_be_a_rule(call.service<plan::Library>().in_force(call.tx, form.as_of)->plan, form.audience, "/audience");
    check_days(form);
    check_pair(call, form, self);
}

std::string run_name(http::Call const& call, CourseRunId run)
{
    auto const row = call.tx.one<RunName>(kRunName, run);
    auto const course =
        call.service<people::PlanWords>().name(call.tx, call.clock.today(), people::PlanTerm::course, row.course_code);
    auto const course_name = course ? course->ja : row.course_code;
    return row.name.empty() ? course_name : course_name + " " + row.name;
}

Wave shown(http::Call const& call, WaveRow const& row)
{
    Wave wave;
    wave.survey = row.survey_id;
    wave.name = row.name;
    wave.kind = row.kind;
    wave.pairs_with = row.pairs_with;
    wave.audience = row.audience;
    wave.as_of = row.as_of;
    wave.opens_on = row.opens_on;
    wave.closes_on = row.closes_on;
    wave.threshold = row.threshold;
    wave.readers = row.readers;
    wave.keys_until = row.keys_until;
    wave.note = row.note;
    wave.id = row.id;
    auto const about = call.tx.one<About>(kAbout, row.survey_id);
    wave.survey_code = about.code;
    wave.survey_title = about.title;
    wave.survey_title_en = about.title_en;
    wave.survey_version = about.version;
    if (row.pairs_with) wave.pairs_with_name = call.tx.one<WaveRow>(kOne, *row.pairs_with).name;
    wave.status = row.status;
    wave.takes_answers = row.takes_answers(call.clock.today());
    wave.invited = row.invited;
    if (row.status == WaveStatus::open || row.status == WaveStatus::closed)
        wave.answered = call.tx.one<std::int64_t>(kAnswered, row.id);
    wave.keys_destroyed_at = row.keys_destroyed_at;
    wave.run = row.run_id;
    if (row.run_id) wave.run_name = run_name(call, *row.run_id);
    wave.revision = row.revision;
    if (auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, call.clock.today())) {
        auto const& plan = versioned->plan;
        auto const& rule = row.audience.empty() ? plan.population.rule : row.audience;
        auto const parsed = plan::parse_rule(rule.empty() ? "everyone" : rule);
        if (parsed.errors.empty()) {
            wave.audience_text = plan::sentence_ja(parsed.root, plan);
            wave.audience_text_en = plan::sentence_en(parsed.root, plan);
        }
        wave.issuer = plan.document.colophon.publisher.empty() ? plan.municipality.name : plan.document.colophon.publisher;
    }
    return wave;
}

Wave shown(http::Call const& call, SurveyWaveId id) { return shown(call, wave_row(call.tx, id)); }

void must_be(WaveRow const& row, WaveStatus status)
{
    if (row.status == status) return;
    switch (row.status) {
        case WaveStatus::draft: throw Refused{Code::wrong_status, {"まだ始めていません。", "It has not been opened."}};
        case WaveStatus::open: throw Refused{Code::wrong_status, {"もう始めています。", "It is open already."}};
        case WaveStatus::closed: throw Refused{Code::wrong_status, {"もう締め切りました。", "It is closed."}};
        case WaveStatus::cancelled: throw Refused{Code::wrong_status, {"取りやめました。", "It was called off."}};
    }
}

}  // namespace

json::object WaveForm::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 100}};
    if (member == "audience") return {{"maxLength", 500}};
    if (member == "threshold") return {{"minimum", kLeastThreshold}, {"maximum", 100}};
    if (member == "note") return {{"maxLength", 2000}};
    return {};
}

bool manages(http::Call const& call) { return accounts::reaches_city(call.actor, Permission::survey_manage, call.clock.today()); }

void must_manage(http::Call const& call) { accounts::must_be_city(call.actor, Permission::survey_manage, call.clock.today()); }

bool may_read(http::Call const& call, WaveRow const& wave)
{
    if (manages(call)) return true;
    if (wave.status != WaveStatus::closed) return false;
    switch (wave.readers) {
        case Readers::office: return false;
        case Readers::leaders: return may(call.actor, Permission::survey_read);
        case Readers::everybody: return may(call.actor, Permission::survey_answer);
    }
    return false;
}

WaveRow wave_row(db::Tx& tx, SurveyWaveId id)
{
    auto row = tx.maybe_one<WaveRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

std::vector<WaveRow> all_waves(db::Tx& tx) { return tx.all<WaveRow>(kAll); }
Wave any_wave(http::Call const& call, WaveRow const& row) { return shown(call, row); }

WaveList waves(http::Call const& call)
{
    WaveList list;
    for (auto const& row : call.tx.all<WaveRow>(kAll))
        if (may_read(call, row)) list.waves.push_back(shown(call, row));
    return list;
}

Wave wave(http::Call const& call, SurveyWaveId id)
{
    auto const row = wave_row(call.tx, id);
    if (!may_read(call, row)) throw Refused{Code::not_found};
    return shown(call, row);
}

AudienceCount audience_count(http::Call const& call, AudienceQuery const& query)
{
    must_manage(call);
    auto const today = call.clock.today();
    return audience::count(call.tx, call.service<skills::Everybody>(), query.rule, query.on.value_or(today), today);
}

Wave add_wave(http::Call const& call, WaveForm const& form)
{
    must_manage(call);
    check(call, form, {});
    SurveyWaveId const id{call.tx.insert(kInsert, form.survey, form.name, form.kind, form.pairs_with, form.audience, form.as_of,
                                         form.opens_on, form.closes_on, form.threshold, form.readers, form.keys_until, form.note,
                                         call.clock.now(), call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.wave_added", "survey_wave", id, form);
    return shown(call, id);
}

Wave change_wave(http::Call const& call, SurveyWaveId id, WaveChange const& form)
{
    must_manage(call);
    must_be(wave_row(call.tx, id), WaveStatus::draft);
    check(call, form, id);
    auto const written =
        call.tx.run(kChange, id, form.revision, form.survey, form.name, form.kind, form.pairs_with, form.audience, form.as_of,
                    form.opens_on, form.closes_on, form.threshold, form.readers, form.keys_until, form.note);
    if (written == 0) throw Refused{Code::changed_meanwhile};
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.wave_changed", "survey_wave", id, form);
    return shown(call, id);
}

Wave open_wave(http::Call const& call, SurveyWaveId id)
{
    must_manage(call);
    auto const row = wave_row(call.tx, id);
    must_be(row, WaveStatus::draft);
    if (row.closes_on < call.clock.today())
        refuse("/closes_on", "最終日が過ぎています。期間を直してください。", "The last day has passed. Change the period.");
    give_keys(call.tx, call.service<skills::Everybody>(), row, call.clock.today());
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.wave_opened", "survey_wave", id);
    return shown(call, id);
}

Wave move_last_day(http::Call const& call, SurveyWaveId id, LastDay const& day)
{
    must_manage(call);
    auto const row = wave_row(call.tx, id);
    must_be(row, WaveStatus::open);
    if (day.closes_on < call.clock.today() || day.closes_on < row.opens_on)
        refuse("/closes_on", "今日より前にはできません。今すぐ終えるには締め切ってください。",
               "It cannot lie before today. Close the wave to end it now.");
    if (day.closes_on > row.keys_until)
        refuse("/closes_on", "約束した対応表の保存期限より後にはできません。",
               "It cannot come after the day on which the key is promised to be destroyed.");
    call.tx.run(kLastDay, id, day.closes_on);
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.last_day_moved", "survey_wave", id, day);
    return shown(call, id);
}

Wave close_wave(http::Call const& call, SurveyWaveId id)
{
    must_manage(call);
    must_be(wave_row(call.tx, id), WaveStatus::open);
    end_wave(call.tx, id);
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.wave_closed", "survey_wave", id);
    return shown(call, id);
}

void cancel_wave(http::Call const& call, SurveyWaveId id)
{
    must_manage(call);
    auto const row = wave_row(call.tx, id);
    if (row.status != WaveStatus::draft) must_be(row, WaveStatus::open);
    if (call.tx.one<std::int64_t>(kPairedBy, id) > 0)
        throw Refused{Code::in_use, {"この回と組になる回があります。", "Another wave is paired with it."}};
    destroy_keys(call.tx, id);
    for (auto const* const sql : {&kForgetDrafts, &kForgetAnswers, &kForgetTexts, &kForgetLetters}) call.tx.run(*sql, id);
    call.tx.run(row.status == WaveStatus::draft ? kForget : kCancel, id);
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.wave_cancelled", "survey_wave", id);
}

}  // namespace surveys
