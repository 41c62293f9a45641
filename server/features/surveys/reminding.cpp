#include "features/surveys/reminding.hpp"

#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "features/nominations/sections.hpp"
#include "features/reminders/letters.hpp"
#include "features/skills/everybody.hpp"
#include "features/surveys/keys.hpp"
#include "features/surveys/recording.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <map>

namespace surveys {
namespace {

constexpr std::chrono::minutes kNotTwiceWithin{10};

db::Sql const kReminders{R"(
    SELECT r.people, (SELECT count(*) FROM letter l WHERE l.round_id = r.id) AS letters, r.without_address, r.heads,
           r.created_at AS reminded_at, r.note, COALESCE(a.display_name, '') AS reminded_by
      FROM reminder_round r LEFT JOIN account a ON a.id = r.created_by WHERE r.survey_wave_id = $1 ORDER BY r.id DESC)"};
db::Sql const kJustNow{"SELECT 1 FROM reminder_round WHERE survey_wave_id = $1 AND created_at > $2 LIMIT 1"};
db::Sql const kAddRound{R"(
    INSERT INTO reminder_round (course_code, note, people, without_address, heads, survey_wave_id, created_at, created_by)
    VALUES ('', $1, $2, $3, $4, $5, $6, $7) RETURNING id)"};

using people::kNowhere;
using people::Place;

/// What the actor may see the rates of; nothing means every section.
std::optional<std::vector<OrgUnitId>> units_in_reach(http::Call const& call)
{
    auto const today = call.clock.today();
    if (manages(call)) return std::nullopt;
    auto const sight = accounts::sight(call.actor, Permission::survey_read, today, today);
    if (sight.city()) return std::nullopt;
    return accounts::units_in(call.tx, sight);
}

/// In the organisation's order; those too small to be shown come together at the end, if together they are large enough.
void put_sections(ResponseRates& rates, people::OrgTree const& tree, std::vector<UnitRate> units, int threshold)
{
    std::map<Place, UnitRate> by_place;
    for (auto const& unit : units) {
        auto& at = by_place[tree.find(unit.unit_id).value_or(kNowhere)];
        at = {unit.unit_id, at.invited + unit.invited, at.answered + unit.answered};
    }
    SectionRate small;
    for (auto const& [place, unit] : by_place) {
        if (place != kNowhere && unit.invited >= threshold) {
            rates.sections.push_back({unit.unit_id, tree.path(place), unit.invited, unit.answered});
            continue;
        }
        ++rates.too_small;
        small.invited += unit.invited;
        small.answered += unit.answered;
    }
    if (small.invited >= threshold) rates.sections.push_back(small);
}

reminders::Letter to_person(StaffId staff, std::string address, Wave const& wave, std::string const& note)
{
    return {staff, std::move(address), "【調査】回答のお願い: " + wave.name,
            "「" + wave.survey_title + "」に、まだ回答していない人にお送りしています。\n\n締切り: " +
                text::era_text_with_weekday(wave.closes_on) + "\n" + (note.empty() ? "" : "\n" + note + "\n") +
                "\n人材育成の画面の「調査」から回答できます。答えは名前ではなく仮の番号で残します。\n"
                "このメールは自動で送られています。返信はできません。\n"};
}

reminders::Letter to_head(people::Roster const& roster, StaffId head, std::string address, Wave const& wave, std::int64_t open,
                          std::string const& note)
{
    auto const* const person = roster.find(head);
    return {head, std::move(address), "【調査】所属の回答の状況: " + wave.name,
            (person ? roster.words.text(person->name) + " さん\n\n" : "") + "「" + wave.survey_title +
                "」に回答していない職員が、所属に" + std::to_string(open) +
                "人います。回答の時間をとれるよう、ご配慮をお願いします。\n\n"
                "だれが回答していないかは、お知らせしません。\n\n締切り: " +
                text::era_text_with_weekday(wave.closes_on) + "\n" + (note.empty() ? "" : "\n" + note + "\n")};
}

/// How many are still to answer in the sections each head answers for; sections too small to be shown are left out.
std::map<StaffId, std::int64_t> open_by_head(people::Roster const& roster, std::vector<UnitRate> const& units, int threshold)
{
    nominations::Sections const sections{roster};
    std::map<StaffId, std::int64_t> open;
    for (auto const& unit : units) {
        auto const place = roster.tree.find(unit.unit_id);
        if (!place || unit.answered == unit.invited || unit.invited < threshold) continue;
        if (auto const head = sections.head(*place)) open[head->person->id] += unit.invited - unit.answered;
    }
    return open;
}

struct Written {
    std::vector<reminders::Letter> letters;
    std::int64_t people = 0, without_address = 0, heads = 0;
};

Written write(http::Call const& call, Wave const& wave, SurveyReminderInput const& input)
{
    Written written;
    auto const known = reminders::addresses(call.tx);
    for (auto const staff : unanswered(call.tx, wave.id)) {
        ++written.people;
        auto const address = known.find(staff);
        if (address == known.end())
            ++written.without_address;
        else
            written.letters.push_back(to_person(staff, address->second, wave, input.note));
    }
    if (!input.heads) return written;
    auto const units = rates_of(call.tx, wave.id);
    auto const today = call.clock.today();
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        for (auto const& [head, open] : open_by_head(index.roster(), units, wave.threshold)) {
            ++written.heads;
            auto const address = known.find(head);
            if (address != known.end())
                written.letters.push_back(to_head(index.roster(), head, address->second, wave, open, input.note));
        }
        return true;
    });
    return written;
}

}  // namespace

ResponseRates response_rates(http::Call const& call, SurveyWaveId id)
{
    auto const row = wave_row(call.tx, id);
    ResponseRates rates;
    rates.wave = any_wave(call, row);
    auto units = rates_of(call.tx, id);
    if (auto const reach = units_in_reach(call)) {
        std::erase_if(
            units, [&](UnitRate const& unit) { return std::find(reach->begin(), reach->end(), unit.unit_id) == reach->end(); });
        if (units.empty()) throw Refused{Code::not_found};
    }
    auto const today = call.clock.today();
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        put_sections(rates, index.roster().tree, std::move(units), row.threshold);
        return true;
    });
    return rates;
}

SurveyReminders survey_reminders(http::Call const& call, SurveyWaveId id)
{
    must_manage(call);
    wave_row(call.tx, id);
    return {call.service<reminders::Outbox>().has_relay(), call.tx.all<SurveyReminder>(kReminders, id)};
}

SurveyReminders remind(http::Call const& call, SurveyWaveId id, SurveyReminderInput const& input)
{
    must_manage(call);
    auto const row = wave_row(call.tx, id);
    must_take_answers(row, call.clock.today());
    auto const now = call.clock.now();
    if (call.tx.maybe_one<int>(kJustNow, id, Instant{now - kNotTwiceWithin}))
        throw Refused{
            Code::conflict,
            {"この調査の督促を10分以内に送っています。", "A reminder of this survey was sent within the last ten minutes."}};
    auto& outbox = call.service<reminders::Outbox>();
    auto written = write(call, any_wave(call, row), input);
    if (written.people == 0) throw Refused{Code::conflict, {"全員が回答しています。", "Everybody has answered."}};
    reminders::RoundId const round{call.tx.insert(kAddRound, input.note, written.people, written.without_address, written.heads,
                                                  id, now, call.actor.account)};
    if (outbox.has_relay()) reminders::put_on_their_way(call.tx, outbox, round, written.letters, now);
    audit::record(call.tx, call.actor, now, "surveys.reminded", "survey_wave", id, input);
    return survey_reminders(call, id);
}

}  // namespace surveys
