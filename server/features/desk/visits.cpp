#include "features/desk/visits.hpp"

#include "features/audit/audit.hpp"

#include <algorithm>

namespace desk {
namespace {

struct VisitRow {
    VisitId id;
    ConsultationId consultation_id;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(VisitRow, (), (id, consultation_id, revision))
struct Line {
    VisitId id;
    Date visited_on;
    int minutes = 0;
    std::string place, text, by;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, visited_on, minutes, place, text, by, revision))

db::Sql const kOne{"SELECT id, consultation_id, revision FROM consultation_visit WHERE id = $1"};
db::Sql const kOf{R"(
    SELECT v.id, v.visited_on, v.minutes, v.place, v.text, COALESCE(a.display_name, '') AS by, v.revision
      FROM consultation_visit v LEFT JOIN account a ON a.id = v.account_id
     WHERE v.consultation_id = $1 ORDER BY v.visited_on, v.id)"};
db::Sql const kVisitors{R"(
    SELECT w.staff_id AS staff, s.name FROM consultation_visitor w JOIN staff s ON s.id = w.staff_id
     WHERE w.visit_id = $1 ORDER BY s.kana, s.staff_no)"};
db::Sql const kAdd{R"(
    INSERT INTO consultation_visit (consultation_id, visited_on, minutes, place, text, account_id)
    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE consultation_visit SET visited_on = $2, minutes = $3, place = $4, text = $5, revision = revision + 1 WHERE id = $1)"};
db::Sql const kAddVisitor{"INSERT INTO consultation_visitor (visit_id, staff_id) VALUES ($1, $2)"};
db::Sql const kForgetVisitors{"DELETE FROM consultation_visitor WHERE visit_id = $1"};
db::Sql const kDrop{"DELETE FROM consultation_visit WHERE id = $1"};
db::Sql const kNewest{"UPDATE consultation SET last_at = $2 WHERE id = $1"};

/// What the audit keeps: what was done there stays where its readers are.
struct Went {
    Date visited_on;
    int minutes = 0;
    std::vector<StaffId> visitors;
};
BOOST_DESCRIBE_STRUCT(Went, (), (visited_on, minutes, visitors))
Went went(VisitForm const& form) { return {form.visited_on, form.minutes, form.visitors}; }

void check(http::Call const& call, ConsultationRow const& row, VisitForm const& form)
{
    if (form.visited_on > call.clock.today() || form.visited_on < day_in_japan(row.asked_at))
        refuse("/visited_on", "相談を受けた日から今日までの日にしてください。",
               "Choose a day from when it was asked up to today.");
    Advisers const advisers{call.tx, call.clock.today()};
    for (std::size_t i = 0; i < form.visitors.size(); ++i)
        if (!advisers.find(form.visitors[i]))
            refuse("/visitors/" + std::to_string(i), "相談を受ける職員から選んでください。", "Choose somebody who advises.");
}

void keep_visitors(db::Tx& tx, VisitId id, std::vector<StaffId> staff)
{
    tx.run(kForgetVisitors, id);
    std::sort(staff.begin(), staff.end());
    staff.erase(std::unique(staff.begin(), staff.end()), staff.end());
    for (auto const one : staff) tx.run(kAddVisitor, id, one);
}

VisitRow visit_row(db::Tx& tx, VisitId id)
{
    auto const row = tx.maybe_one<VisitRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *row;
}

}  // namespace

json::object VisitForm::limits(std::string_view member)
{
    if (member == "minutes") return {{"minimum", 5}, {"maximum", 1440}};
    if (member == "place") return {{"maxLength", 200}};
    if (member == "text") return {{"minLength", 1}, {"maxLength", 4000}};
    if (member == "visitors") return {{"minItems", 1}, {"maxItems", 20}};
    return {};
}

VisitState add_visit(http::Call const& call, ConsultationId id, VisitForm const& form)
{
    auto const row = row_for_desk(call, id);
    if (row.status == ConsultationStatus::withdrawn) throw Refused{Code::wrong_status};
    check(call, row, form);
    VisitId const visit{call.tx.insert(kAdd, id, form.visited_on, form.minutes, form.place, form.text, call.actor.account)};
    keep_visitors(call.tx, visit, form.visitors);
    call.tx.run(kNewest, id, call.clock.now());
    tell(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.visit_added", "consultation", id, went(form));
    return {visit, 1};
}

VisitState change_visit(http::Call const& call, VisitId id, VisitChange const& change)
{
    auto const visit = visit_row(call.tx, id);
    auto const row = row_for_desk(call, visit.consultation_id);
    if (row.status == ConsultationStatus::withdrawn) throw Refused{Code::wrong_status};
    if (visit.revision != change.revision) throw Refused{Code::changed_meanwhile};
    check(call, row, change);
    call.tx.run(kChange, id, change.visited_on, change.minutes, change.place, change.text);
    keep_visitors(call.tx, id, change.visitors);
    tell(call, row.id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.visit_changed", "consultation", row.id, went(change));
    return {id, visit.revision + 1};
}

void drop_visit(http::Call const& call, VisitId id)
{
    auto const row = row_for_desk(call, visit_row(call.tx, id).consultation_id);
    call.tx.run(kForgetVisitors, id);
    call.tx.run(kDrop, id);
    tell(call, row.id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.visit_dropped", "consultation", row.id);
}

std::vector<ConsultationVisit> visits_of(db::Tx& tx, ConsultationId id, Standing const& stands)
{
    std::vector<ConsultationVisit> visits;
    for (auto& line : tx.all<Line>(kOf, id))
        visits.push_back({line.id, line.visited_on, line.minutes, std::move(line.place), std::move(line.text),
                          tx.all<Visitor>(kVisitors, line.id), std::move(line.by), stands.desk, line.revision});
    return visits;
}

}  // namespace desk
