#include "features/desk/schemes.hpp"

#include "features/audit/audit.hpp"

namespace desk {
namespace {

constexpr int kMinutesAnHour = 60;

struct Row {
    SchemeId id;
    std::string name, name_en, provider, about, payer;
    int max_days = 0, max_hours = 0, report_days = 0;
    std::string url;
    bool closed = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, name, name_en, provider, about, payer, max_days, max_hours, report_days, url, closed, revision))
db::Sql const kAll{R"(
    SELECT id, name, name_en, provider, about, payer, max_days, max_hours, report_days, url, closed, revision
      FROM adviser_scheme ORDER BY closed, name)"};
db::Sql const kRevision{"SELECT revision FROM adviser_scheme WHERE id = $1"};
db::Sql const kNamed{"SELECT id FROM adviser_scheme WHERE name = $1 AND id <> $2"};
db::Sql const kAdd{R"(
    INSERT INTO adviser_scheme (name, name_en, provider, about, payer, max_days, max_hours, report_days, url, closed, created_at,
                                created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE adviser_scheme SET name = $3, name_en = $4, provider = $5, about = $6, payer = $7, max_days = $8, max_hours = $9,
           report_days = $10, url = $11, closed = $12, revision = revision + 1 WHERE id = $1 AND revision = $2)"};
struct Engaged {
    bool goes_on = false;
    int planned_days = 0, planned_minutes = 0, days = 0, minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Engaged, (), (goes_on, planned_days, planned_minutes, days, minutes))
db::Sql const kEngaged{R"(
    SELECT CASE WHEN e.ended = 0 THEN 1 ELSE 0 END AS goes_on, e.planned_days, e.planned_minutes,
           (SELECT count(DISTINCT v.visited_on) FROM adviser_visit v WHERE v.engagement_id = e.id) AS days,
           CAST((SELECT COALESCE(sum(v.minutes), 0) FROM adviser_visit v WHERE v.engagement_id = e.id) AS INTEGER) AS minutes
      FROM adviser_engagement e WHERE e.scheme_id = $1 AND e.fiscal_year = $2 AND e.cancelled = 0 AND e.id <> $3)"};

void check(http::Call const& call, SchemeForm const& form, SchemeId self)
{
    must_manage(call);
    if (call.tx.maybe_one<SchemeId>(kNamed, form.name, self)) throw Refused{Code::already_exists, form.name};
    if (!form.url.empty() && !form.url.starts_with("https://") && !form.url.starts_with("http://"))
        refuse("/url", "http:// か https:// で始まるアドレスを入力してください。",
               "Enter an address that begins with http:// or https://.");
}

}  // namespace

json::object SchemeForm::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "name_en" || member == "provider") return {{"maxLength", 160}};
    if (member == "about" || member == "payer") return {{"maxLength", 2000}};
    if (member == "url") return {{"maxLength", 500}};
    if (member == "max_days" || member == "report_days") return {{"minimum", 0}, {"maximum", 366}};
    if (member == "max_hours") return {{"minimum", 0}, {"maximum", 9000}};
    return {};
}

SchemeUse use_of(db::Tx& tx, SchemeId scheme, int fiscal_year, EngagementId without)
{
    SchemeUse use;
    for (auto const& each : tx.all<Engaged>(kEngaged, scheme, fiscal_year, without)) {
        use.days += each.days;
        use.minutes += each.minutes;
        if (!each.goes_on) continue;
        use.planned_days += std::max(0, each.planned_days - each.days);
        use.planned_minutes += std::max(0, each.planned_minutes - each.minutes);
    }
    return use;
}

AdviserSchemes schemes(http::Call const& call, SchemeQuery const& query)
{
    AdviserSchemes list{query.fiscal_year.value_or(fiscal_year(call.clock.today())), {}};
    for (auto& row : call.tx.all<Row>(kAll)) {
        auto const use = use_of(call.tx, row.id, list.fiscal_year, {});
        AdviserScheme scheme{{std::move(row.name), std::move(row.name_en), std::move(row.provider), std::move(row.about),
                              std::move(row.payer), row.max_days, row.max_hours, row.report_days, std::move(row.url), row.closed},
                             row.id,
                             use.days,
                             use.planned_days,
                             use.minutes,
                             use.planned_minutes,
                             false,
                             row.revision};
        scheme.over =
            (row.max_days > 0 && use.days > row.max_days) || (row.max_hours > 0 && use.minutes > row.max_hours * kMinutesAnHour);
        list.schemes.push_back(std::move(scheme));
    }
    return list;
}

SchemeState add_scheme(http::Call const& call, SchemeForm const& form)
{
    check(call, form, {});
    SchemeId const id{call.tx.insert(kAdd, form.name, form.name_en, form.provider, form.about, form.payer, form.max_days,
                                     form.max_hours, form.report_days, form.url, form.closed, call.clock.now(),
                                     call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "desk.scheme_added", "adviser_scheme", id, form);
    return {id, 1};
}

SchemeState change_scheme(http::Call const& call, SchemeId id, SchemeChange const& change)
{
    must_manage(call);
    if (!call.tx.maybe_one<std::int64_t>(kRevision, id)) throw Refused{Code::not_found};
    check(call, change, id);
    if (call.tx.run(kChange, id, change.revision, change.name, change.name_en, change.provider, change.about, change.payer,
                    change.max_days, change.max_hours, change.report_days, change.url, change.closed) == 0)
        throw Refused{Code::changed_meanwhile};
    audit::record(call.tx, call.actor, call.clock.now(), "desk.scheme_changed", "adviser_scheme", id, change);
    return {id, change.revision + 1};
}

}  // namespace desk
