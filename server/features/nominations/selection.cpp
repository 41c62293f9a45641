#include "features/nominations/selection.hpp"

#include "features/audit/audit.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>

namespace nominations {
namespace {

using enum NomineeStatus;

db::Sql const kJudged{"UPDATE nominee SET decision_reason = $2 WHERE id = $1"};
db::Sql const kAppointed{"UPDATE nominee SET appointment_id = $2, basis_no = $3, basis_on = $4 WHERE id = $1"};
// What is decided on must be what was seen.
db::Sql const kJudgedAnew{"UPDATE nomination_round SET revision = revision + 1 WHERE id = $1"};
db::Sql const kDecided{R"(
    UPDATE nomination_round SET status = 'decided', basis_no = $2, basis_on = $3, revision = revision + 1 WHERE id = $1)"};

std::vector<NomineeRow> of_status(std::vector<NomineeRow> const& all, NomineeStatus status)
{
    std::vector<NomineeRow> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](auto const& each) { return each.status == status; });
    return found;
}

std::string names_of(std::vector<NomineeRow> const& nominees)
{
    std::string names;
    for (auto const& each : nominees) names += (names.empty() ? "" : "、") + each.name + "(" + each.unit_name + ")";
    return names;
}

void must_be_an_outcome(SelectionInput const& input)
{
    auto const known =
        input.outcome == selected || input.outcome == reserve || input.outcome == not_selected || input.outcome == nominated;
    if (!known) refuse("/outcome", "選出・補欠・見送りから選んでください。", "Choose selected, reserve or not selected.");
    if (input.outcome == not_selected && text::trim(input.reason).empty())
        refuse("/reason", "見送る理由を入力してください。", "Say why they are not selected.");
}

void must_take_judgements(RoundRow const& round, SelectionInput const& input, NomineeRow const& nominee)
{
    if (round.status == RoundStatus::open) {
        if (input.outcome == nominated && !is_judged(nominee.status))
            throw Refused{Code::wrong_status,
                          {nominee.name + "さんはまだ選考していません。", nominee.name + " has not been judged yet."}};
        return;
    }
    auto const moves_up = round.status == RoundStatus::decided && nominee.status == reserve && input.outcome == selected;
    auto const back = round.status == RoundStatus::decided && nominee.status == selected && input.outcome == reserve;
    if (moves_up || back) return;
    if (round.status != RoundStatus::decided) throw Refused{Code::wrong_status};
    throw Refused{Code::wrong_status,
                  {"決定した後にできるのは、補欠の人の繰上げだけです。", "Once decided, only a reserve can still be moved up."}};
}

/// Nobody is forgotten: before the first decision everybody has a judgement.
void must_be_judged(RoundRow const& round, std::vector<NomineeRow> const& nominees)
{
    if (auto const unheard = of_status(nominees, applied); !unheard.empty() && round.status == RoundStatus::open)
        throw Refused{
            Code::wrong_status,
            {"所属長の同意を待っている応募があります: " + names_of(unheard) +
                 "。所属長か研修担当者が、同意か不同意を記録してください。",
             "Applications wait for the head's consent: " + names_of(unheard) + ". The head or a training officer records it."}};
    auto const waiting = of_status(nominees, nominated).size();
    auto const number = std::to_string(waiting);
    if (waiting > 0 && round.status == RoundStatus::open)
        throw Refused{Code::wrong_status,
                      {"まだ選考していない人が" + number + "人います。選出・補欠・見送りのどれかにしてください。",
                       number + " still wait for a judgement. Make each selected, reserve or not selected."}};
    if (round.status == RoundStatus::decided && of_status(nominees, selected).empty())
        throw Refused{Code::wrong_status, {"新しく選出された人がいません。", "Nobody has been selected since."}};
}

/// What has changed since they were named; each by name.
void must_be_appointable(people::Roster const& roster, Judge const& judge, std::vector<NomineeRow> const& chosen, Date from)
{
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        auto const& nominee = chosen[i];
        auto const add = [&](Words const& why) {
            problems.push_back({"/nominees/" + std::to_string(i), nominee.name + "(" + nominee.staff_no + "): " + why.ja,
                                nominee.name + " (" + nominee.staff_no + "): " + why.en});
        };
        auto const* person = roster.find(nominee.staff_id);
        if (!person || (nominee.left_on && *nominee.left_on <= from)) {
            add({"任期の始まりに在職していません。", "Is not employed when the term begins."});
            continue;
        }
        for (auto const& why : judge.against(*person)) add(why);
    }
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, std::move(problems)};
}

people::AppointmentRoute route_of(plan::Route route)
{
    switch (route) {
        case plan::Route::recommendation: return people::AppointmentRoute::recommendation;
        case plan::Route::open_call: return people::AppointmentRoute::open_call;
        case plan::Route::selection: return people::AppointmentRoute::selection;
        default: return people::AppointmentRoute::nomination;
    }
}

/// With the term; whoever is decided on later begins on the day of the decision, never before it.
Date beginning_of(RoundRow const& round, AppointmentDecision const& input) { return std::max(round.term_from, input.basis_on); }

void appoint(http::Call const& call, RoundRow const& round, std::string const& title, NomineeRow const& nominee,
             AppointmentDecision const& input)
{
    auto const unit = nominee.unit_id;
    people::AppointmentInput const wanted{round.role_code,  route_of(round.route), unit,           beginning_of(round, input),
                                          round.term_until, input.basis_no,        input.basis_on, title};
    auto const id = people::appoint(call.tx, call.actor, call.service<people::PlanWords>(), nominee.staff_id, wanted, call.clock);
    become(call.tx, call.actor, nominee, appointed, call.clock);
    call.tx.run(kAppointed, nominee.id, id, input.basis_no, input.basis_on);
}

}  // namespace

json::object SelectionInput::limits(std::string_view member)
{
    if (member == "nominees") return {{"minItems", 1}, {"maxItems", 2000}};
    if (member == "reason") return {{"maxLength", 500}};
    return {};
}

json::object AppointmentDecision::limits(std::string_view member)
{
    if (member == "basis_no") return {{"minLength", 1}, {"maxLength", 100}};
    return {};
}

void select(http::Call const& call, NominationRoundId id, SelectionInput const& input)
{
    auto const round = round_row(call.tx, id);
    must_be_an_outcome(input);
    for (auto const which : input.nominees) {
        auto const nominee = nominee_row(call.tx, which);
        if (nominee.round_id != id) throw Refused{Code::not_found};
        must_take_judgements(round, input, nominee);
        if (nominee.status != input.outcome) become(call.tx, call.actor, nominee, input.outcome, call.clock);
        call.tx.run(kJudged, which, std::string(text::trim(input.reason)));
    }
    call.tx.run(kJudgedAnew, id);
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.selected", "nomination_round", id, input);
}

Decided decide(http::Call const& call, NominationRoundId id, AppointmentDecision const& input)
{
    auto const round = round_row(call.tx, id);
    if (round.status != RoundStatus::open && round.status != RoundStatus::decided) throw Refused{Code::wrong_status};
    if (round.revision != input.revision) throw Refused{Code::changed_meanwhile};
    auto const today = call.clock.today();
    if (input.basis_on > today)
        refuse("/basis_on", "決裁日は今日までの日にしてください。", "The day of the decision cannot lie ahead.");
    auto const nominees = nominees_of(call.tx, id);
    must_be_judged(round, nominees);
    auto const chosen = of_status(nominees, selected);
    auto const from = beginning_of(round, input);
    std::vector<StaffId> renewed;
    for (auto const& nominee : chosen) renewed.push_back(nominee.staff_id);

    // The index is asked before anything is written that it would learn of.
    auto const [title, ending] = call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        Ground const ground{call, index};
        Judge const judge{call, ground, round};
        must_be_appointable(index.roster(), judge, chosen, from);
        auto all = judge.ending(renewed);
        if (round.status == RoundStatus::decided)
            std::erase_if(
                all, [&](auto const& each) { return std::find(renewed.begin(), renewed.end(), each.staff) == renewed.end(); });
        return std::pair{title_of(index.plan(), round).ja, std::move(all)};
    });
    for (auto const& each : ending)
        people::end_appointment(call.tx, call.actor, each.appointment, {from, title + "による"}, call.clock);
    for (auto const& nominee : chosen) appoint(call, round, title, nominee, input);
    if (round.status == RoundStatus::open) call.tx.run(kDecided, id, input.basis_no, input.basis_on);
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.decided", "nomination_round", id, input);
    return {static_cast<std::int64_t>(chosen.size()), static_cast<std::int64_t>(ending.size())};
}

}  // namespace nominations
