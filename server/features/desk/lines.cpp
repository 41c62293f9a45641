#include "features/desk/lines.hpp"

#include "platform/core/working_days.hpp"

namespace desk {
namespace {

constexpr int kPage = 50;

#define SQL_ASKED_FOR                                                                                                      \
    " AND ($8 = 'all' OR ($8 = 'mine' AND c.staff_id = $5)"                                                                \
    " OR ($8 = 'section' AND (c.unit_id IN (SELECT u.id FROM org_unit u WHERE u.id = $6 OR u.succeeded_by = $6)"           \
    "  OR c.unit_id IN (SELECT u.id FROM org_unit u JOIN sight_unit v ON v.id = u.id OR v.id = u.succeeded_by)))"          \
    " OR ($8 = 'desk' AND c.staff_id <> $5 AND (CAST($7 AS INTEGER) = 1 OR c.owner_id = $5"                                \
    "  OR EXISTS (SELECT 1 FROM subject_adviser sa WHERE sa.subject_id = c.subject_id AND sa.staff_id = $5))))"            \
    " AND ($9 = '' OR $9 LIKE '%,' || c.status || ',%') AND ($10 = '' OR c.stage = $10)"                                   \
    " AND (CAST($11 AS INTEGER) = 0 OR c.subject_id = $11) AND (CAST($12 AS INTEGER) = 0 OR c.owner_id = $12)"             \
    " AND (CAST($13 AS INTEGER) = 0 OR c.owner_id IS NULL)"                                                                \
    " AND (CAST($14 AS INTEGER) = 0 OR (c.status = 'open' AND c.due_on < $3))"                                             \
    " AND ($15 = '' OR lower(c.title) LIKE $15 ESCAPE '~' OR lower(c.trouble) LIKE $15 ESCAPE '~'"                         \
    "  OR lower(c.wanted) LIKE $15 ESCAPE '~' OR lower(j.name) LIKE $15 ESCAPE '~'"                                        \
    "  OR (CAST(c.fiscal_year AS TEXT) || '-' || substr('000' || CAST(c.number AS TEXT), length(CAST(c.number AS TEXT))))" \
    "     LIKE $15 ESCAPE '~') "

db::Sql const kList{SQL_SIGHT SQL_CONSULTATION SQL_ASKED_FOR R"(
    ORDER BY CASE WHEN c.status IN ('open', 'waiting_for_asker') THEN 0 ELSE 1 END,
             CASE WHEN c.status = 'open' THEN COALESCE(c.due_on, '9999') ELSE '9999' END, c.last_at DESC, c.id DESC
     LIMIT $16 OFFSET $17)"};
db::Sql const kCount{SQL_SIGHT R"(
    SELECT count(*) FROM consultation c JOIN consultation_subject j ON j.id = c.subject_id WHERE)" SQL_SEES_CONSULTATION
                         SQL_ASKED_FOR};

std::string pattern(std::string_view q)
{
    if (q.empty()) return {};
    std::string like = "%";
    for (char const c : q) {
        if (c == '%' || c == '_' || c == '~') like += '~';
        like += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return like + '%';
}

std::string statuses(ConsultationQuery const& query)
{
    if (query.status) return "," + std::string(boost::describe::enum_to_string(*query.status, "")) + ",";
    return query.going_on ? ",open,waiting_for_asker," : "";
}

int days_left(Date today, Date due) { return due < today ? -working_days_between(due, today) : working_days_between(today, due); }

/// run(sql, …) with the viewer and what is asked for.
template <class Run>
auto asked_for(Viewer const& who, ConsultationQuery const& query, Run&& run)
{
    auto const stage = query.stage ? std::string(boost::describe::enum_to_string(*query.stage, "")) : std::string();
    return run(who.sight.account, who.sight.roles, who.sight.today, who.sight.on, who.staff, who.section, who.desk, query.scope,
               statuses(query), stage, query.subject.value_or(SubjectId{}), query.owner.value_or(StaffId{}), query.without_owner,
               query.overdue, pattern(query.q));
}

}  // namespace

json::object ConsultationQuery::limits(std::string_view member)
{
    if (member == "q") return {{"maxLength", 100}};
    if (member == "page") return {{"minimum", 1}, {"maximum", 10000}};
    return {};
}

std::vector<ConsultationRow> rows(db::Tx& tx, Viewer const& who, ConsultationQuery const& query, int most)
{
    auto const page = query.page - 1;
    return asked_for(who, query, [&](auto const&... values) {
        return tx.all<ConsultationRow>(kList, values..., most, std::int64_t{most} * page);
    });
}

ConsultationLine line_of(Viewer const& who, Advisers const& advisers, ConsultationRow const& row)
{
    ConsultationLine line;
    line.id = row.id;
    line.no = number_text(row);
    line.title = row.title;
    line.subject = row.subject_id;
    line.subject_name = row.subject_name;
    line.subject_name_en = row.subject_name_en;
    line.status = row.status;
    line.stage = row.stage;
    line.asker = {row.staff_id, row.asker_name, row.unit_name};
    if (row.owner_id) {
        line.owner = DeskPerson{*row.owner_id, row.owner_name, row.owner_unit_name};
        if (is_going_on(row.status)) line.owner_presence = advisers.presence(*row.owner_id, row.owner_unit_id);
    }
    line.asked_at = row.asked_at;
    line.last_at = row.last_at;
    line.answered = row.answered_at.has_value();
    line.due_on = row.due_on;
    if (row.status == ConsultationStatus::open && row.due_on) line.working_days_left = days_left(who.today, *row.due_on);
    line.overdue = row.is_overdue(who.today);
    line.is_mine = row.staff_id == who.staff;
    line.is_desk = standing(who, row).desk;
    return line;
}

std::vector<ConsultationLine> lines(db::Tx& tx, Viewer const& who, Advisers const& advisers, ConsultationQuery const& query,
                                    int most)
{
    std::vector<ConsultationLine> list;
    for (auto const& row : rows(tx, who, query, most)) list.push_back(line_of(who, advisers, row));
    return list;
}

ConsultationList consultations(http::Call const& call, ConsultationQuery const& query)
{
    auto const who = viewer(call);
    Advisers const advisers{call.tx, who.today};
    auto const total = asked_for(who, query, [&](auto const&... values) { return call.tx.one<std::int64_t>(kCount, values...); });
    return {lines(call.tx, who, advisers, query, kPage), total};
}

}  // namespace desk
