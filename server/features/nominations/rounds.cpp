#include "features/nominations/rounds.hpp"

#include "features/audit/audit.hpp"
#include "features/nominations/judge.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>

namespace nominations {
namespace {

#define SQL_ROUND                                                                                                            \
    "SELECT id, role_code, fiscal_year, route, name, eligibility, per_section, opens_on, closes_on, term_from, term_until, " \
    "renewal, max_terms, survives_transfer, note, status, cancelled_why, basis_no, basis_on, revision FROM nomination_round "
db::Sql const kRound{SQL_ROUND "WHERE id = $1"};
db::Sql const kAll{SQL_ROUND "ORDER BY closes_on DESC, id DESC"};
db::Sql const kPublished{SQL_ROUND "WHERE status IN ('open', 'decided') ORDER BY closes_on DESC, id DESC"};
db::Sql const kOpen{SQL_ROUND "WHERE status = 'open' ORDER BY closes_on, id"};
db::Sql const kInsert{R"(
    INSERT INTO nomination_round (role_code, fiscal_year, route, name, eligibility, per_section, opens_on, closes_on, term_from,
                                  term_until, renewal, max_terms, survives_transfer, note, status, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'draft', $15, $16) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE nomination_round SET role_code = $3, fiscal_year = $4, route = $5, name = $6, eligibility = $7, per_section = $8,
           opens_on = $9, closes_on = $10, term_from = $11, term_until = $12, renewal = $13, max_terms = $14,
           survives_transfer = $15, note = $16, revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
db::Sql const kStatus{"UPDATE nomination_round SET status = $2, cancelled_why = $3, revision = revision + 1 WHERE id = $1"};
db::Sql const kSection{R"(
    INSERT INTO nomination_section (round_id, unit_id, asked, quota) VALUES ($1, $2, 1, $3)
    ON CONFLICT (round_id, unit_id) DO NOTHING)"};
db::Sql const kQuota{"UPDATE nomination_section SET quota = $3 WHERE round_id = $1 AND quota = $2"};
db::Sql const kForget{"DELETE FROM nomination_section WHERE round_id = $1"};

plan::AppointedRole const* find_role(plan::Plan const& plan, std::string const& code)
{
    auto const found = std::find_if(plan.roles.begin(), plan.roles.end(), [&](auto const& role) { return role.code == code; });
    return found == plan.roles.end() ? nullptr : &*found;
}

bool is_asked_for(plan::Route route)
{
    return route == plan::Route::nomination || route == plan::Route::recommendation || route == plan::Route::open_call ||
           route == plan::Route::selection;
}

void must_be_of_plan(plan::Plan const& plan, RoundForm const& form)
{
    auto const* const role = find_role(plan, form.role);
    if (!role) refuse("/role", "計画にない役割です。", "The plan has no such role.");
    if (!is_asked_for(form.route) || std::find(role->routes.begin(), role->routes.end(), form.route) == role->routes.end())
        refuse("/route", "計画が定める選び方ではありません。計画の「役割」を確認してください。",
               "The plan does not let people come to this role by this route. See the roles of the plan.");
}

void must_be_a_rule(plan::Plan const& plan, std::string const& rule)
{
    if (rule.empty()) return;
    auto const parsed = plan::parse_rule(rule);
    auto errors = parsed.errors;
    if (errors.empty()) errors = plan::check_rule(parsed.root, plan);
    if (!errors.empty()) refuse("/eligibility", errors.front().ja, errors.front().en);
}

void must_be_in_order(RoundForm const& form)
{
    if (form.closes_on < form.opens_on)
        refuse("/closes_on", "締切りは受付を始める日より前にできません。", "The deadline cannot come before the first day.");
    if (form.term_until && *form.term_until <= form.term_from)
        refuse("/term_until", "任期の終わりは始まりより後の日にしてください。", "The term must end after it begins.");
}

void check(plan::Plan const& plan, RoundForm const& form)
{
    must_be_of_plan(plan, form);
    must_be_a_rule(plan, form.eligibility);
    must_be_in_order(form);
}

/// Everybody who is asked: each section with somebody eligible. In an open call nobody is.
void ask_sections(http::Call const& call, skills::GapIndex const& index, RoundRow const& round)
{
    call.tx.run(kForget, round.id);
    if (round.is_call()) return;
    Ground const ground{call, index};
    Judge const judge{call, ground, round};
    std::vector<bool> asked(index.roster().tree.units().size());
    for (auto const& person : index.roster().people) {
        auto const section = judge.sections().of(person);
        if (section == people::kNowhere || asked[section] || judge.sections().is_department(section)) continue;
        asked[section] = judge.eligible(person);
    }
    for (people::Place place = 0; place < asked.size(); ++place)
        if (asked[place]) call.tx.run(kSection, round.id, index.roster().tree.at(place).id, round.per_section);
}

}  // namespace

void must_not_be_over(RoundRow const& round)
{
    if (round.status == RoundStatus::decided)
        throw Refused{Code::wrong_status, {"この募集は決定済みです。", "This round has been decided."}};
    if (round.status == RoundStatus::cancelled)
        throw Refused{Code::wrong_status, {"この募集は取りやめになりました。", "This round has been called off."}};
}

void refuse(std::string pointer, std::string ja, std::string en)
{
    throw Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

json::object RoundForm::limits(std::string_view member)
{
    if (member == "role") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2200}};
    if (member == "name") return {{"maxLength", 100}};
    if (member == "eligibility") return {{"maxLength", 500}};
    if (member == "per_section") return {{"minimum", 0}, {"maximum", 99}};
    if (member == "max_terms") return {{"minimum", 0}, {"maximum", 50}};
    if (member == "note") return {{"maxLength", 2000}};
    return {};
}

RoundRow round_row(db::Tx& tx, NominationRoundId id)
{
    auto row = tx.maybe_one<RoundRow>(kRound, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

std::vector<RoundRow> published_rounds(db::Tx& tx) { return tx.all<RoundRow>(kPublished); }
std::vector<RoundRow> all_rounds(db::Tx& tx) { return tx.all<RoundRow>(kAll); }
std::vector<RoundRow> open_rounds(db::Tx& tx) { return tx.all<RoundRow>(kOpen); }

Words word_of(plan::Route route)
{
    switch (route) {
        case plan::Route::nomination: return {"指名", "Nomination"};
        case plan::Route::recommendation: return {"推薦", "Recommendation"};
        case plan::Route::open_call: return {"公募", "Open call"};
        case plan::Route::selection: return {"選出", "Selection"};
        default: return {"任命", "Appointment"};
    }
}

Words title_of(plan::Plan const& plan, RoundRow const& round)
{
    if (!round.name.empty()) return {round.name, round.name};
    auto const* const role = find_role(plan, round.role_code);
    auto const route = word_of(round.route);
    auto const name = role ? role->name : round.role_code;
    auto const name_en = role && !role->name_en.empty() ? role->name_en : name;
    return {text::fiscal_year_text(round.fiscal_year) + " " + name + "の" + route.ja,
            route.en + ": " + name_en + ", FY " + std::to_string(round.fiscal_year)};
}

Round round_of(plan::Plan const& plan, RoundRow const& row, Date today)
{
    Round round;
    round.role = row.role_code;
    round.fiscal_year = row.fiscal_year;
    round.route = row.route;
    round.name = row.name;
    round.eligibility = row.eligibility;
    round.per_section = row.per_section;
    round.opens_on = row.opens_on;
    round.closes_on = row.closes_on;
    round.term_from = row.term_from;
    round.term_until = row.term_until;
    round.renewal = row.renewal;
    round.max_terms = row.max_terms;
    round.survives_transfer = row.survives_transfer;
    round.note = row.note;
    round.id = row.id;
    auto const* const role = find_role(plan, row.role_code);
    round.role_name = role ? role->name : row.role_code;
    round.role_name_en = role ? role->name_en : "";
    round.renewal_text = role ? role->renewal : "";
    round.clause = role ? role->clause : "";
    if (auto const parsed = plan::parse_rule(row.eligibility); !row.eligibility.empty() && parsed.errors.empty())
        round.rule = {plan::sentence_ja(parsed.root, plan), plan::sentence_en(parsed.root, plan)};
    round.status = row.status;
    round.takes_answers = row.takes_answers(today);
    round.cancelled_why = row.cancelled_why;
    round.basis_no = row.basis_no;
    round.basis_on = row.basis_on;
    round.revision = row.revision;
    round.city = plan.municipality.name;
    round.city_en = plan.municipality.name_en;
    round.issuer = plan.document.colophon.publisher;
    return round;
}

NominationRoundId add_round(http::Call const& call, RoundForm const& form)
{
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        check(index.plan(), form);
        NominationRoundId const id{call.tx.insert(kInsert, form.role, form.fiscal_year, form.route, form.name, form.eligibility,
                                                  form.per_section, form.opens_on, form.closes_on, form.term_from,
                                                  form.term_until, form.renewal, form.max_terms, form.survives_transfer,
                                                  form.note, call.clock.now(), call.actor.account)};
        ask_sections(call, index, round_row(call.tx, id));
        audit::record(call.tx, call.actor, call.clock.now(), "nominations.round_added", "nomination_round", id, form);
        return id;
    });
}

void change_round(http::Call const& call, NominationRoundId id, RoundChange const& form)
{
    auto const before = round_row(call.tx, id);
    must_not_be_over(before);
    auto const same = before.role_code == form.role && before.route == form.route && before.term_from == form.term_from;
    if (before.status == RoundStatus::open && !same)
        throw Refused{Code::wrong_status,
                      {"受付を始めた後は、役割・選び方・任期の始まりを変えられません。",
                       "Role, route and the beginning of the term cannot change once the round is open."}};
    auto const today = call.clock.today();
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        check(index.plan(), form);
        auto const written = call.tx.run(kChange, id, form.revision, form.role, form.fiscal_year, form.route, form.name,
                                         form.eligibility, form.per_section, form.opens_on, form.closes_on, form.term_from,
                                         form.term_until, form.renewal, form.max_terms, form.survives_transfer, form.note);
        if (written == 0) throw Refused{Code::changed_meanwhile};
        auto const whom_changed = before.eligibility != form.eligibility || !same;
        if (before.status == RoundStatus::draft && whom_changed) ask_sections(call, index, round_row(call.tx, id));
        call.tx.run(kQuota, id, before.per_section, form.per_section);
        return true;
    });
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.round_changed", "nomination_round", id, form);
}

void open_round(http::Call const& call, NominationRoundId id)
{
    auto const round = round_row(call.tx, id);
    if (round.status != RoundStatus::draft) throw Refused{Code::wrong_status};
    call.tx.run(kStatus, id, RoundStatus::open, "");
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.round_opened", "nomination_round", id);
}

void cancel_round(http::Call const& call, NominationRoundId id, RoundReason const& why)
{
    must_not_be_over(round_row(call.tx, id));
    call.tx.run(kStatus, id, RoundStatus::cancelled, why.reason);
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.round_cancelled", "nomination_round", id, why);
}

}  // namespace nominations
