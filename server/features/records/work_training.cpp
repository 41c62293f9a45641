#include "features/records/work_training.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/records/reports.hpp"
#include "features/skills/evidence.hpp"

#include <algorithm>

namespace records {
namespace {

struct Row {
    WorkTrainingId id;
    StaffId staff_id;
    std::string staff_no, name, unit_name;
    WorkTrainingKind kind = WorkTrainingKind::ojt;
    std::string title, place;
    Date from_on, until_on;
    std::string note;
    WorkTrainingStatus status = WorkTrainingStatus::recorded;
    std::string proxy, decided_by, decided_why;
    std::optional<Instant> decided_at, reported_at;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, staff_id, staff_no, name, unit_name, kind, title, place, from_on, until_on, note, status, proxy,
                       decided_by, decided_why, decided_at, reported_at, revision))

#define SQL_WORK_TRAINING                                                                                         \
    "SELECT w.id, w.staff_id, s.staff_no, s.name,"                                                                \
    " COALESCE((SELECT u.name FROM posting p JOIN org_unit u ON u.id = p.unit_id WHERE p.staff_id = w.staff_id"   \
    "            AND p.kind = 'primary' AND p.effective_on <= $3 AND p.announced_on <= $3"                        \
    "            AND (p.ended_on IS NULL OR p.ended_on > $3) LIMIT 1), '') AS unit_name,"                         \
    " w.kind, w.title, w.place, w.from_on, w.until_on, w.note, w.status, COALESCE(pa.display_name, '') AS proxy," \
    " COALESCE(da.display_name, '') AS decided_by, w.decided_why, w.decided_at,"                                  \
    " (SELECT t.submitted_at FROM training_report t WHERE t.work_training_id = w.id) AS reported_at, w.revision"  \
    " FROM work_training w JOIN staff s ON s.id = w.staff_id LEFT JOIN account pa ON pa.id = w.proxy_by"          \
    " LEFT JOIN account da ON da.id = w.decided_by WHERE" SQL_SEES("w.staff_id")

db::Sql const kList{SQL_SIGHT SQL_WORK_TRAINING R"(
    AND (CAST($5 AS INTEGER) = 0 OR w.staff_id = $5) AND ($6 = '' OR w.status = $6) AND w.until_on >= $7 AND w.until_on <= $8
    ORDER BY w.until_on DESC, w.id DESC LIMIT 500)"};
db::Sql const kOne{SQL_SIGHT SQL_WORK_TRAINING "AND w.id = $5"};
db::Sql const kSkills{"SELECT skill_code FROM work_training_skill WHERE training_id = $1 ORDER BY skill_code"};

db::Sql const kAdd{R"(
    INSERT INTO work_training (staff_id, kind, title, place, from_on, until_on, note, status, proxy_by, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 'recorded', $8, $9, $10) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE work_training SET kind = $2, title = $3, place = $4, from_on = $5, until_on = $6, note = $7, status = 'recorded',
           revision = revision + 1 WHERE id = $1)"};
db::Sql const kDecide{R"(
    UPDATE work_training SET status = $2, decided_at = $3, decided_by = $4, decided_why = $5, revision = revision + 1
     WHERE id = $1)"};
db::Sql const kAddSkill{"INSERT INTO work_training_skill (training_id, skill_code) VALUES ($1, $2)"};
db::Sql const kDropSkills{"DELETE FROM work_training_skill WHERE training_id = $1"};
db::Sql const kReadReport{"SELECT id FROM training_report WHERE work_training_id = $1 AND read_at IS NOT NULL"};
db::Sql const kDropReport{"DELETE FROM training_report WHERE work_training_id = $1"};
db::Sql const kDrop{"DELETE FROM work_training WHERE id = $1"};
db::Sql const kProved{"UPDATE work_training_skill SET evidence_id = $3 WHERE training_id = $1 AND skill_code = $2"};
db::Sql const kEvidence{"SELECT evidence_id FROM work_training_skill WHERE training_id = $1 AND evidence_id IS NOT NULL"};
db::Sql const kUnproved{"UPDATE work_training_skill SET evidence_id = NULL WHERE training_id = $1"};

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

plan::Skill const* find_skill(plan::Plan const& plan, std::string const& code)
{
    auto const skill = std::find_if(plan.skills.begin(), plan.skills.end(), [&](auto const& each) { return each.code == code; });
    return skill == plan.skills.end() ? nullptr : &*skill;
}

/// Their own hand, or somebody who may type for them.
bool reaches(db::Tx& tx, Actor const& actor, Permission permission, StaffId staff, Date today)
{
    return accounts::within(tx, accounts::sight(actor, permission, today, today), staff);
}

bool may_write(db::Tx& tx, Actor const& actor, StaffId staff, Date today)
{
    return actor.staff == staff || reaches(tx, actor, Permission::training_release, staff, today);
}

bool may_confirm(db::Tx& tx, Actor const& actor, StaffId staff, Date today)
{
    return actor.staff != staff && (reaches(tx, actor, Permission::confirm_skills, staff, today) ||
                                    reaches(tx, actor, Permission::record_evidence, staff, today));
}

Row row_of(db::Tx& tx, Actor const& actor, WorkTrainingId id, Date today)
{
    auto const sight = accounts::sight(actor, today, today);
    auto row = tx.maybe_one<Row>(kOne, sight.account, sight.roles, sight.today, sight.on, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

WorkTraining shown(db::Tx& tx, Actor const& actor, plan::Plan const& plan, Row row, Date today)
{
    std::vector<SkillLearned> skills;
    for (auto const& code : tx.all<std::string>(kSkills, row.id)) {
        auto const* skill = find_skill(plan, code);
        skills.push_back({code, skill ? skill->name : code,
                          !skill                   ? code
                          : skill->name_en.empty() ? skill->name
                                                   : skill->name_en});
    }
    auto const open = row.status != WorkTrainingStatus::confirmed;
    return {row.id,
            row.staff_id,
            std::move(row.staff_no),
            std::move(row.name),
            std::move(row.unit_name),
            row.kind,
            std::move(row.title),
            std::move(row.place),
            row.from_on,
            row.until_on,
            std::move(row.note),
            std::move(skills),
            row.status,
            std::move(row.proxy),
            std::move(row.decided_by),
            std::move(row.decided_why),
            row.decided_at,
            row.reported_at,
            open && may_write(tx, actor, row.staff_id, today),
            may_confirm(tx, actor, row.staff_id, today),
            row.revision};
}

void must_hold(plan::Plan const& plan, WorkTrainingForm const& form)
{
    if (form.until_on < form.from_on)
        throw wrong("/until_on", "終わりの日は始まりの日以後にしてください。", "The last day cannot lie before the first.");
    for (std::size_t i = 0; i < form.skills.size(); ++i)
        if (!find_skill(plan, form.skills[i]))
            throw wrong("/skills/" + std::to_string(i), "計画にないスキルです。", "The plan has no such skill.");
}

void keep_skills(db::Tx& tx, WorkTrainingId id, std::vector<std::string> skills)
{
    std::sort(skills.begin(), skills.end());
    skills.erase(std::unique(skills.begin(), skills.end()), skills.end());
    for (auto const& skill : skills) tx.run(kAddSkill, id, skill);
}

Row changeable(db::Tx& tx, Actor const& actor, WorkTrainingId id, Date today)
{
    auto row = row_of(tx, actor, id, today);
    if (!may_write(tx, actor, row.staff_id, today)) throw Refused{Code::not_allowed};
    if (row.status == WorkTrainingStatus::confirmed) throw Refused{Code::wrong_status};
    return row;
}

Row decidable(db::Tx& tx, Actor const& actor, WorkTrainingId id, Date today)
{
    auto row = row_of(tx, actor, id, today);
    if (!may_confirm(tx, actor, row.staff_id, today)) throw Refused{Code::not_allowed};
    return row;
}

}  // namespace

json::object WorkTrainingQuery::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    return {};
}

json::object WorkTrainingForm::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 200}};
    if (member == "place") return {{"maxLength", 200}};
    if (member == "note") return {{"maxLength", 2000}};
    if (member == "skills") return {{"maxItems", 100}};
    return {};
}

json::object ReturnReason::limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 500}}; }

WorkTrainings work_trainings(db::Tx& tx, Actor const& actor, plan::Plan const& plan, WorkTrainingQuery const& query,
                             Clock const& clock)
{
    auto const today = clock.today();
    auto const sight = accounts::sight(actor, today, today);
    auto const status = query.status ? boost::describe::enum_to_string(*query.status, "") : "";
    auto const from = query.fiscal_year ? to_iso(first_day_of_fiscal_year(*query.fiscal_year)) : "0000";
    auto const until = query.fiscal_year ? to_iso(last_day_of_fiscal_year(*query.fiscal_year)) : "9999";
    WorkTrainings list;
    for (auto& row : tx.all<Row>(kList, sight.account, sight.roles, sight.today, sight.on, query.staff.value_or(StaffId{}),
                                 status, from, until))
        list.records.push_back(shown(tx, actor, plan, std::move(row), today));
    return list;
}

WorkTraining work_training(db::Tx& tx, Actor const& actor, plan::Plan const& plan, WorkTrainingId id, Clock const& clock)
{
    return shown(tx, actor, plan, row_of(tx, actor, id, clock.today()), clock.today());
}

WorkTraining record_work_training(db::Tx& tx, Actor const& actor, plan::Plan const& plan, NewWorkTraining const& form,
                                  Clock const& clock)
{
    auto const own = actor.staff == form.staff;
    if (!own) accounts::must_reach(tx, actor, Permission::training_release, form.staff, clock.today());
    must_hold(plan, form);
    WorkTrainingId const id{tx.insert(kAdd, form.staff, form.kind, form.title, form.place, form.from_on, form.until_on, form.note,
                                      own ? std::nullopt : std::optional{actor.account}, clock.now(), actor.account)};
    keep_skills(tx, id, form.skills);
    audit::record(tx, actor, clock.now(), "records.work_training_recorded", "work_training", id, form);
    return work_training(tx, actor, plan, id, clock);
}

WorkTraining change_work_training(db::Tx& tx, Actor const& actor, plan::Plan const& plan, WorkTrainingId id,
                                  WorkTrainingChange const& change, Clock const& clock)
{
    auto const row = changeable(tx, actor, id, clock.today());
    if (row.revision != change.revision) throw Refused{Code::changed_meanwhile};
    must_hold(plan, change);
    tx.run(kChange, id, change.kind, change.title, change.place, change.from_on, change.until_on, change.note);
    tx.run(kDropSkills, id);
    keep_skills(tx, id, change.skills);
    audit::record(tx, actor, clock.now(), "records.work_training_changed", "work_training", id, change);
    return work_training(tx, actor, plan, id, clock);
}

void drop_work_training(db::Tx& tx, Actor const& actor, WorkTrainingId id, Clock const& clock)
{
    changeable(tx, actor, id, clock.today());
    if (tx.maybe_one<ReportId>(kReadReport, id)) throw Refused{Code::wrong_status};
    for (auto const* sql : {&kDropReport, &kDropSkills, &kDrop}) tx.run(*sql, id);
    audit::record(tx, actor, clock.now(), "records.work_training_dropped", "work_training", id);
}

WorkTraining confirm_work_training(db::Tx& tx, Actor const& actor, plan::Plan const& plan, WorkTrainingId id, Clock const& clock)
{
    auto const row = decidable(tx, actor, id, clock.today());
    if (row.status != WorkTrainingStatus::recorded || row.until_on > clock.today()) throw Refused{Code::wrong_status};
    auto const kind = row.kind == WorkTrainingKind::ojt ? skills::EvidenceKind::ojt : skills::EvidenceKind::course;
    for (auto const& code : tx.all<std::string>(kSkills, id)) {
        if (!find_skill(plan, code)) continue;  // the plan has dropped it since
        auto const proof = skills::add_evidence(tx, actor, plan, row.staff_id, code,
                                                {kind, true, row.until_on, {}, row.title, row.place}, clock);
        tx.run(kProved, id, code, proof.id);
    }
    tx.run(kDecide, id, WorkTrainingStatus::confirmed, clock.now(), actor.account, "");
    audit::record(tx, actor, clock.now(), "records.work_training_confirmed", "work_training", id);
    return work_training(tx, actor, plan, id, clock);
}

WorkTraining return_work_training(db::Tx& tx, Actor const& actor, plan::Plan const& plan, WorkTrainingId id,
                                  ReturnReason const& why, Clock const& clock)
{
    auto const row = decidable(tx, actor, id, clock.today());
    if (row.status == WorkTrainingStatus::returned) throw Refused{Code::wrong_status};
    for (auto const evidence : tx.all<EvidenceId>(kEvidence, id)) skills::withdraw_evidence(tx, actor, evidence, clock);
    tx.run(kUnproved, id);
    tx.run(kDecide, id, WorkTrainingStatus::returned, clock.now(), actor.account, why.reason);
    audit::record(tx, actor, clock.now(), "records.work_training_returned", "work_training", id, why);
    return work_training(tx, actor, plan, id, clock);
}

}  // namespace records
