#include "features/desk/engagements.hpp"

#include "features/audit/audit.hpp"
#include "platform/core/working_days.hpp"

#include <algorithm>

namespace desk {
namespace {

constexpr int kMinutesAnHour = 60;

struct Row {
    EngagementId id;
    SchemeId scheme_id;
    std::string scheme_name, scheme_name_en;
    int report_days = 0, fiscal_year = 0;
    std::string adviser, affiliation, expertise, purpose;
    std::optional<ConsultationId> consultation_id;
    int planned_days = 0, planned_minutes = 0;
    bool ended = false, cancelled = false;
    std::optional<Date> reported_on;
    std::string report, learned;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, scheme_id, scheme_name, scheme_name_en, report_days, fiscal_year, adviser, affiliation, expertise,
                       purpose, consultation_id, planned_days, planned_minutes, ended, cancelled, reported_on, report, learned,
                       revision))
#define SQL_ENGAGEMENT                                                                                                       \
    "SELECT e.id, e.scheme_id, s.name AS scheme_name, s.name_en AS scheme_name_en, s.report_days, e.fiscal_year, e.adviser," \
    " e.affiliation, e.expertise, e.purpose, e.consultation_id, e.planned_days, e.planned_minutes, e.ended, e.cancelled,"    \
    " e.reported_on, e.report, e.learned, e.revision"                                                                        \
    " FROM adviser_engagement e JOIN adviser_scheme s ON s.id = e.scheme_id "
db::Sql const kOne{SQL_ENGAGEMENT "WHERE e.id = $1"};
db::Sql const kList{SQL_ENGAGEMENT R"(
    WHERE (CAST($1 AS INTEGER) = 0 OR e.fiscal_year = $1) AND (CAST($2 AS INTEGER) = 0 OR e.consultation_id = $2)
    ORDER BY CASE WHEN e.cancelled = 1 OR e.reported_on IS NOT NULL THEN 1 ELSE 0 END, e.fiscal_year DESC, e.id DESC LIMIT 500)"};
db::Sql const kVisits{R"(
    SELECT id, visited_on, minutes, place, text FROM adviser_visit WHERE engagement_id = $1 ORDER BY visited_on, id)"};
db::Sql const kAdd{R"(
    INSERT INTO adviser_engagement (scheme_id, fiscal_year, adviser, affiliation, expertise, purpose, consultation_id,
                                    planned_days, planned_minutes, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE adviser_engagement SET scheme_id = $2, fiscal_year = $3, adviser = $4, affiliation = $5, expertise = $6, purpose = $7,
           consultation_id = $8, planned_days = $9, planned_minutes = $10, revision = revision + 1 WHERE id = $1)"};
db::Sql const kCancel{"UPDATE adviser_engagement SET cancelled = 1, revision = revision + 1 WHERE id = $1"};
db::Sql const kEnded{"UPDATE adviser_engagement SET ended = $2, revision = revision + 1 WHERE id = $1"};
db::Sql const kReport{R"(
    UPDATE adviser_engagement SET reported_on = $2, report = $3, learned = $4, ended = 1, revision = revision + 1 WHERE id = $1)"};
db::Sql const kAddVisit{R"(
    INSERT INTO adviser_visit (engagement_id, visited_on, minutes, place, text) VALUES ($1, $2, $3, $4, $5) RETURNING id)"};
db::Sql const kDropVisit{"DELETE FROM adviser_visit WHERE id = $1 AND engagement_id = $2"};
struct Rule {
    int max_days = 0, max_hours = 0;
    bool closed = false;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (max_days, max_hours, closed))
db::Sql const kRule{"SELECT max_days, max_hours, closed FROM adviser_scheme WHERE id = $1"};

// What the audit keeps: the purpose may be that of a consultation.
struct Engaged {
    SchemeId scheme;
    int fiscal_year = 0;
    std::optional<ConsultationId> consultation;
    int planned_days = 0, planned_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Engaged, (), (scheme, fiscal_year, consultation, planned_days, planned_minutes))
Engaged engaged(EngagementForm const& form)
{
    return {form.scheme, form.fiscal_year, form.consultation, form.planned_days, form.planned_minutes};
}
struct Came {
    Date visited_on;
    int minutes = 0;
    bool last = false;
};
BOOST_DESCRIBE_STRUCT(Came, (), (visited_on, minutes, last))

bool keeps(http::Call const& call) { return is_of_the_desk(call.actor) || may_manage(call); }

void must_keep(http::Call const& call)
{
    if (!keeps(call)) throw Refused{Code::not_allowed};
}

EngagementStatus status_of(Row const& row, bool was_there)
{
    if (row.cancelled) return EngagementStatus::cancelled;
    if (row.reported_on) return EngagementStatus::done;
    if (row.ended) return row.report_days > 0 ? EngagementStatus::to_report : EngagementStatus::done;
    return was_there ? EngagementStatus::going_on : EngagementStatus::planned;
}

int days_of(std::vector<AdviserVisit> const& visits)
{
    int days = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) days += i == 0 || visits[i].visited_on != visits[i - 1].visited_on;
    return days;
}

/// As the actor may see it: the desk all of it, others what was learned.
AdviserEngagement shown(http::Call const& call, Viewer const& who, Row&& row, bool all_of_it)
{
    auto visits = call.tx.all<AdviserVisit>(kVisits, row.id);
    AdviserEngagement engagement;
    engagement.id = row.id;
    engagement.scheme = row.scheme_id;
    engagement.scheme_name = std::move(row.scheme_name);
    engagement.scheme_name_en = std::move(row.scheme_name_en);
    engagement.fiscal_year = row.fiscal_year;
    engagement.adviser = std::move(row.adviser);
    engagement.affiliation = std::move(row.affiliation);
    engagement.expertise = std::move(row.expertise);
    engagement.purpose = std::move(row.purpose);
    if (row.consultation_id) {
        if (auto about = maybe_row(call.tx, who, *row.consultation_id))
            engagement.consultation = SlotConsultation{about->id, number_text(*about), std::move(about->title)};
    }
    engagement.planned_days = row.planned_days;
    engagement.planned_minutes = row.planned_minutes;
    engagement.used_days = days_of(visits);
    for (auto const& visit : visits) engagement.used_minutes += visit.minutes;
    engagement.status = status_of(row, !visits.empty());
    engagement.ended = row.ended;
    if (row.ended && row.report_days > 0 && !visits.empty())
        engagement.report_due_on = add_working_days(add_days(visits.back().visited_on, row.report_days), 0);
    engagement.reported_on = row.reported_on;
    engagement.overdue =
        engagement.status == EngagementStatus::to_report && engagement.report_due_on && *engagement.report_due_on < who.today;
    engagement.learned = std::move(row.learned);
    if (all_of_it) {
        engagement.visits = std::move(visits);
        engagement.report = std::move(row.report);
    }
    engagement.may_change = keeps(call) && !row.cancelled;
    engagement.revision = row.revision;
    return engagement;
}

/// Nothing when the actor may not see it.
std::optional<AdviserEngagement> seen(http::Call const& call, Viewer const& who, Row&& row)
{
    if (keeps(call)) return shown(call, who, std::move(row), true);
    auto const learned = row.reported_on && !row.learned.empty() && !row.cancelled;
    auto engagement = shown(call, who, std::move(row), false);
    if (!engagement.consultation && !learned) return std::nullopt;
    return engagement;
}

/// Refuses with changed_meanwhile, and with wrong_status what was cancelled.
Row row_to_change(http::Call const& call, EngagementId id, std::optional<std::int64_t> revision)
{
    must_keep(call);
    auto row = call.tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    if (revision && row->revision != *revision) throw Refused{Code::changed_meanwhile};
    if (row->cancelled) throw Refused{Code::wrong_status};
    return *std::move(row);
}

EngagementState state_of(db::Tx& tx, EngagementId id) { return {id, tx.one<Row>(kOne, id).revision}; }

void must_be_left(http::Call const& call, EngagementForm const& form, EngagementId self)
{
    auto const rule = call.tx.maybe_one<Rule>(kRule, form.scheme);
    if (!rule || (rule->closed && self == EngagementId{}))
        refuse("/scheme", "いま使える制度から選んでください。", "Choose a scheme that can be used now.");
    auto const use = use_of(call.tx, form.scheme, form.fiscal_year, self);
    auto const days = rule->max_days - use.days - use.planned_days;
    if (rule->max_days > 0 && form.planned_days > days)
        refuse("/planned_days", "この年度に使える日数は残り" + std::to_string(days) + "日です。",
               "Days left in this fiscal year: " + std::to_string(days) + ".");
    auto const minutes = rule->max_hours * kMinutesAnHour - use.minutes - use.planned_minutes;
    if (rule->max_hours > 0 && form.planned_minutes > minutes)
        refuse("/planned_minutes", "この年度に使える時間は残り" + std::to_string(minutes) + "分です。",
               "Minutes left in this fiscal year: " + std::to_string(minutes) + ".");
}

void check(http::Call const& call, EngagementForm const& form, EngagementId self)
{
    must_be_left(call, form, self);
    if (form.consultation && !maybe_row(call.tx, viewer(call), *form.consultation))
        refuse("/consultation", "その相談は見つかりません。", "There is no such consultation.");
}

}  // namespace

json::object EngagementForm::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    if (member == "adviser") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "affiliation" || member == "expertise") return {{"maxLength", 200}};
    if (member == "purpose") return {{"minLength", 1}, {"maxLength", 2000}};
    if (member == "planned_days") return {{"minimum", 1}, {"maximum", 366}};
    if (member == "planned_minutes") return {{"minimum", 0}, {"maximum", 100000}};
    return {};
}

json::object EngagementQuery::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    return {};
}

json::object AdviserVisitForm::limits(std::string_view member)
{
    if (member == "minutes") return {{"minimum", 5}, {"maximum", 1440}};
    if (member == "place") return {{"maxLength", 200}};
    if (member == "text") return {{"maxLength", 4000}};
    return {};
}

json::object EngagementReport::limits(std::string_view member)
{
    if (member == "report" || member == "learned") return {{"maxLength", 20000}};
    return {};
}

AdviserEngagements engagements(http::Call const& call, EngagementQuery const& query)
{
    auto const who = viewer(call);
    AdviserEngagements list;
    for (auto& row : call.tx.all<Row>(kList, query.fiscal_year.value_or(0), query.consultation.value_or(ConsultationId{}))) {
        auto engagement = seen(call, who, std::move(row));
        if (engagement && (!query.to_report || engagement->status == EngagementStatus::to_report))
            list.engagements.push_back(*std::move(engagement));
    }
    auto const first = [](AdviserEngagement const& it) {
        return std::pair{it.status != EngagementStatus::to_report, it.status >= EngagementStatus::done};
    };
    std::stable_sort(list.engagements.begin(), list.engagements.end(),
                     [&](auto const& one, auto const& other) { return first(one) < first(other); });
    return list;
}

AdviserEngagement engagement(http::Call const& call, EngagementId id)
{
    auto row = call.tx.maybe_one<Row>(kOne, id);
    auto shown = row ? seen(call, viewer(call), *std::move(row)) : std::nullopt;
    if (!shown) throw Refused{Code::not_found};
    return *std::move(shown);
}

EngagementState add_engagement(http::Call const& call, EngagementForm const& form)
{
    must_keep(call);
    check(call, form, {});
    EngagementId const id{call.tx.insert(kAdd, form.scheme, form.fiscal_year, form.adviser, form.affiliation, form.expertise,
                                         form.purpose, form.consultation, form.planned_days, form.planned_minutes,
                                         call.clock.now(), call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "desk.engagement_added", "adviser_engagement", id, engaged(form));
    return {id, 1};
}

EngagementState change_engagement(http::Call const& call, EngagementId id, EngagementChange const& change)
{
    auto const row = row_to_change(call, id, change.revision);
    if (row.reported_on) throw Refused{Code::wrong_status};
    if (change.fiscal_year != row.fiscal_year && !call.tx.all<AdviserVisit>(kVisits, id).empty()) throw Refused{Code::in_use};
    check(call, change, id);
    call.tx.run(kChange, id, change.scheme, change.fiscal_year, change.adviser, change.affiliation, change.expertise,
                change.purpose, change.consultation, change.planned_days, change.planned_minutes);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.engagement_changed", "adviser_engagement", id, engaged(change));
    return state_of(call.tx, id);
}

EngagementState cancel_engagement(http::Call const& call, EngagementId id, EngagementCancel const& input)
{
    row_to_change(call, id, input.revision);
    if (!call.tx.all<AdviserVisit>(kVisits, id).empty()) throw Refused{Code::in_use};
    call.tx.run(kCancel, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.engagement_cancelled", "adviser_engagement", id);
    return state_of(call.tx, id);
}

EngagementState add_adviser_visit(http::Call const& call, EngagementId id, AdviserVisitForm const& form)
{
    auto const row = row_to_change(call, id, form.revision);
    if (row.reported_on) throw Refused{Code::wrong_status};
    if (form.visited_on > call.clock.today() || fiscal_year(form.visited_on) != row.fiscal_year)
        refuse("/visited_on", "その年度の、今日までの日にしてください。", "Choose a day of that fiscal year, up to today.");
    call.tx.insert(kAddVisit, id, form.visited_on, form.minutes, form.place, form.text);
    call.tx.run(kEnded, id, form.last);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.adviser_visit_added", "adviser_engagement", id,
                  Came{form.visited_on, form.minutes, form.last});
    return state_of(call.tx, id);
}

EngagementState drop_adviser_visit(http::Call const& call, EngagementId id, AdviserVisitId visit)
{
    if (row_to_change(call, id, {}).reported_on) throw Refused{Code::wrong_status};
    if (call.tx.run(kDropVisit, visit, id) == 0) throw Refused{Code::not_found};
    call.tx.run(kEnded, id, false);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.adviser_visit_dropped", "adviser_engagement", id);
    return state_of(call.tx, id);
}

EngagementState report_engagement(http::Call const& call, EngagementId id, EngagementReport const& report)
{
    row_to_change(call, id, report.revision);
    auto const visits = call.tx.all<AdviserVisit>(kVisits, id);
    if (visits.empty()) throw Refused{Code::wrong_status};
    if (report.reported_on > call.clock.today() || report.reported_on < visits.back().visited_on)
        refuse("/reported_on", "最後の来訪の日から今日までの日にしてください。", "Choose a day from the last visit up to today.");
    call.tx.run(kReport, id, report.reported_on, report.report, report.learned);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.engagement_reported", "adviser_engagement", id);
    return state_of(call.tx, id);
}

}  // namespace desk
