#include "features/desk/subjects.hpp"

#include "features/audit/audit.hpp"
#include "features/desk/consultation.hpp"
#include "features/people/teams.hpp"

#include <algorithm>
#include <set>

namespace desk {
namespace {

#define SQL_SUBJECT "SELECT id, name, name_en, about, answer_days, step_days, sort, closed, revision FROM consultation_subject "
db::Sql const kAll{SQL_SUBJECT "ORDER BY closed, sort, id"};
db::Sql const kOne{SQL_SUBJECT "WHERE id = $1"};
db::Sql const kNamed{"SELECT id FROM consultation_subject WHERE name = $1 AND id <> $2"};
db::Sql const kAdd{R"(
    INSERT INTO consultation_subject (name, name_en, about, answer_days, step_days, sort, closed, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE consultation_subject SET name = $3, name_en = $4, about = $5, answer_days = $6, step_days = $7, sort = $8, closed = $9,
           revision = revision + 1 WHERE id = $1 AND revision = $2)"};
db::Sql const kOpen{"SELECT count(*) FROM consultation WHERE subject_id = $1 AND status IN ('open', 'waiting_for_asker')"};

struct NamedAdviser {
    SubjectId subject_id;
    StaffId staff_id;
    bool deputy = false;
    std::optional<OrgUnitId> unit_id;
};
BOOST_DESCRIBE_STRUCT(NamedAdviser, (), (subject_id, staff_id, deputy, unit_id))
db::Sql const kAdvisersOf{
    "SELECT subject_id, staff_id, deputy, unit_id FROM subject_adviser WHERE subject_id = $1 ORDER BY deputy, place"};
db::Sql const kForget{"DELETE FROM subject_adviser WHERE subject_id = $1"};
db::Sql const kName{"INSERT INTO subject_adviser (subject_id, staff_id, deputy, place, unit_id) VALUES ($1, $2, $3, $4, $5)"};
// On the roster today, with an account to answer from.
db::Sql const kMayAnswer{R"(
    SELECT s.id FROM staff s JOIN account a ON a.staff_id = s.id AND a.disabled_at IS NULL
     WHERE s.id = $1 AND s.merged_into IS NULL AND (s.left_on IS NULL OR s.left_on > $2))"};

void check_people(http::Call const& call, std::string const& list, std::vector<StaffId> const& staff, std::set<StaffId>& named)
{
    for (std::size_t i = 0; i < staff.size(); ++i) {
        auto const pointer = "/" + list + "/" + std::to_string(i);
        if (!named.insert(staff[i]).second) refuse(pointer, "同じ職員が二度あります。", "The same person is named twice.");
        if (!call.tx.maybe_one<StaffId>(kMayAnswer, staff[i], call.clock.today()))
            refuse(pointer, "在職していて、アカウントのある職員を選んでください。",
                   "Choose somebody who is employed and has an account.");
    }
}

void check(http::Call const& call, SubjectForm const& form, SubjectId self)
{
    must_manage(call);
    if (call.tx.maybe_one<SubjectId>(kNamed, form.name, self)) throw Refused{Code::already_exists, form.name};
    if (form.owners.empty() && !form.closed) refuse("/owners", "担当者を一人以上選んでください。", "Name at least one owner.");
    std::set<StaffId> named;
    check_people(call, "owners", form.owners, named);
    check_people(call, "deputies", form.deputies, named);
}

void name_advisers(http::Call const& call, SubjectId id, SubjectForm const& form)
{
    call.tx.run(kForget, id);
    int place = 0;
    for (auto const deputy : {false, true})
        for (auto const staff : deputy ? form.deputies : form.owners)
            call.tx.run(kName, id, staff, deputy, ++place, people::section_of(call.tx, staff, call.clock.today()));
}

}  // namespace

json::object SubjectForm::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 60}};
    if (member == "name_en") return {{"maxLength", 80}};
    if (member == "about") return {{"maxLength", 4000}};
    if (member == "answer_days" || member == "step_days") return {{"minimum", 1}, {"maximum", 60}};
    if (member == "sort") return {{"minimum", 0}, {"maximum", 1000}};
    if (member == "owners" || member == "deputies") return {{"maxItems", 20}};
    return {};
}

std::vector<ConsultationSubject> subjects(db::Tx& tx, Advisers const& advisers, bool closed_too)
{
    std::vector<ConsultationSubject> list;
    for (auto& row : tx.all<SubjectRow>(kAll)) {
        if (row.closed && !closed_too) continue;
        auto pieces = markdown::pieces(row.about);
        ConsultationSubject subject{row.id,
                                    std::move(row.name),
                                    std::move(row.name_en),
                                    std::move(row.about),
                                    std::move(pieces),
                                    row.answer_days,
                                    row.step_days,
                                    row.sort,
                                    row.closed,
                                    {},
                                    tx.one<std::int64_t>(kOpen, row.id),
                                    row.revision};
        for (auto const& named : tx.all<NamedAdviser>(kAdvisersOf, row.id)) {
            auto const* const adviser = advisers.find(named.staff_id);
            if (!adviser) continue;
            SubjectAdviser shown{*adviser, named.deputy};
            shown.presence = advisers.presence(named.staff_id, named.unit_id);
            subject.advisers.push_back(std::move(shown));
        }
        list.push_back(std::move(subject));
    }
    return list;
}

SubjectRow subject_row(db::Tx& tx, SubjectId id)
{
    auto row = tx.maybe_one<SubjectRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

std::vector<SubjectRow> all_subjects(db::Tx& tx) { return tx.all<SubjectRow>(kAll); }

SubjectRow open_subject(db::Tx& tx, SubjectId id)
{
    auto row = tx.maybe_one<SubjectRow>(kOne, id);
    if (!row || row->closed)
        refuse("/subject", "受付中の相談業務から選び直してください。", "Choose a subject that takes consultations.");
    return *std::move(row);
}

SubjectId add_subject(http::Call const& call, SubjectForm const& form)
{
    check(call, form, {});
    SubjectId const id{call.tx.insert(kAdd, form.name, form.name_en, form.about, form.answer_days, form.step_days, form.sort,
                                      form.closed, call.clock.now(), call.actor.account)};
    name_advisers(call, id, form);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.subject_added", "consultation_subject", id, form);
    return id;
}

void change_subject(http::Call const& call, SubjectId id, SubjectChange const& change)
{
    must_manage(call);
    subject_row(call.tx, id);
    check(call, change, id);
    if (call.tx.run(kChange, id, change.revision, change.name, change.name_en, change.about, change.answer_days, change.step_days,
                    change.sort, change.closed) == 0)
        throw Refused{Code::changed_meanwhile};
    name_advisers(call, id, change);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.subject_changed", "consultation_subject", id, change);
}

Routed route(db::Tx& tx, Advisers const& advisers, SubjectId subject, StaffId asker)
{
    Routed routed;
    std::int64_t least = 0;
    for (auto const& named : tx.all<NamedAdviser>(kAdvisersOf, subject)) {
        if (named.deputy && routed.by == RoutedBy::owner) break;  // owners come first
        auto const* const adviser = advisers.find(named.staff_id);
        if (!adviser || named.staff_id == asker || adviser->presence != AdviserPresence::here) continue;
        if (routed.to && adviser->open >= least) continue;
        routed = {named.staff_id, named.deputy ? RoutedBy::deputy : RoutedBy::owner};
        least = adviser->open;
    }
    return routed;
}

}  // namespace desk
