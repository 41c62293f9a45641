#include "features/audit/audit.hpp"
#include "platform/db/database.hpp"
#include "platform/sheets/csv.hpp"

namespace audit {
namespace {

struct EntriesQuery {
    std::string actor;   ///< login
    std::string action;  ///< "people." finds all of people
    std::string kind;
    std::optional<std::int64_t> subject;
    std::optional<Date> from, until;
    std::optional<std::int64_t> before;  ///< seq: the page before it
    int limit = 100;
    static json::object limits(std::string_view member)
    {
        if (member == "limit") return {{"minimum", 1}, {"maximum", 1000}};
        if (member == "actor" || member == "action" || member == "kind") return {{"maxLength", 100}};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(EntriesQuery, (), (actor, action, kind, subject, from, until, before, limit))

struct AuditEntry {
    std::int64_t seq = 0;
    Instant at{};
    std::string actor, action, subject_kind;
    std::optional<std::int64_t> subject_id;
    std::optional<std::string> subject_name;
    json::Raw detail;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (), (seq, at, actor, action, subject_kind, subject_id, subject_name, detail))

struct AuditEntries {
    std::vector<AuditEntry> entries;
    bool more = false;
};
BOOST_DESCRIBE_STRUCT(AuditEntries, (), (entries, more))

struct Row {
    std::int64_t seq = 0;
    Instant at{};
    std::string actor, action, subject_kind;
    std::optional<std::int64_t> subject_id;
    std::optional<std::string> subject_name;
    std::string detail, hash;
};
BOOST_DESCRIBE_STRUCT(Row, (), (seq, at, actor, action, subject_kind, subject_id, subject_name, detail, hash))

// Days are days in Japan: they begin at 15:00 UTC of the day before.
std::string first_instant(Date day) { return to_iso(Instant{std::chrono::sys_days{day} - std::chrono::hours{9}}); }

db::Sql const kEntries{R"(
    SELECT x.seq, x.at, x.actor, x.action, x.subject_kind, x.subject_id, x.detail, x.hash,
           CASE x.subject_kind WHEN 'staff' THEN (SELECT s.name FROM staff s WHERE s.id = x.subject_id)
                               WHEN 'unit' THEN (SELECT u.name FROM org_unit u WHERE u.id = x.subject_id)
                               WHEN 'account' THEN (SELECT a.display_name FROM account a WHERE a.id = x.subject_id) END AS subject_name
      FROM audit x
     WHERE x.seq < $1 AND x.at >= $2 AND x.at < $3 AND ($4 = '' OR x.actor = $4) AND x.action LIKE $5 || '%'
       AND ($6 = '' OR x.subject_kind = $6) AND (x.subject_id = $7 OR $7 = -1)
     ORDER BY x.seq DESC LIMIT $8)"};

std::vector<Row> find(db::Tx& tx, EntriesQuery const& query, std::int64_t limit)
{
    auto const from = query.from ? first_instant(*query.from) : std::string();
    auto const until = query.until ? first_instant(add_days(*query.until, 1)) : std::string("9999");
    return tx.all<Row>(kEntries, query.before.value_or(INT64_MAX), from, until, query.actor, query.action, query.kind,
                       query.subject.value_or(-1), limit);
}

AuditEntries entries(http::Call const& call, EntriesQuery const& query)
{
    AuditEntries answer;
    for (auto& row : find(call.tx, query, query.limit + 1)) {
        answer.entries.push_back({row.seq, row.at, std::move(row.actor), std::move(row.action), std::move(row.subject_kind),
                                  row.subject_id, std::move(row.subject_name), json::Raw{std::move(row.detail)}});
    }
    answer.more = answer.entries.size() > static_cast<std::size_t>(query.limit);
    if (answer.more) answer.entries.pop_back();
    return answer;
}

http::Download export_csv(http::LongCall const& call, EntriesQuery const& query)
{
    auto const rows = call.database.read([&](db::Tx& tx) { return find(tx, query, INT64_MAX); });
    sheets::CsvWriter csv;
    csv.row(
        std::vector<std::string>{"seq", "at", "actor", "action", "subject_kind", "subject_id", "subject_name", "detail", "hash"});
    for (auto const& row : rows) {
        csv.row(std::vector<std::string>{std::to_string(row.seq), to_iso(row.at), row.actor, row.action, row.subject_kind,
                                         row.subject_id ? std::to_string(*row.subject_id) : "", row.subject_name.value_or(""),
                                         row.detail, row.hash});
    }
    call.database.write([&](db::Tx& tx) { record(tx, call.actor, call.clock.now(), "audit.exported", "audit", {}); });
    return {"audit.csv", "text/csv; charset=utf-8", csv.take()};
}

Verdict verdict(http::LongCall const& call)
{
    return call.database.read([](db::Tx& tx) { return verify(tx); });
}

}  // namespace

void routes(http::Table& table)
{
    auto const access = http::Access::needs(Permission::read_audit);
    table.get("/audit", {.id = "listAudit", .access = access, .summary = "操作と閲覧の記録"}, entries);
    table.get("/audit/verify", {.id = "verifyAudit", .access = access, .summary = "記録が書き換えられていないか確かめる"},
              verdict);
    table.get("/audit/export", {.id = "exportAudit", .access = access, .summary = "記録を CSV で取り出す"}, export_csv);
}

}  // namespace audit
