#include "features/selfcheck/remedies.hpp"

#include "features/audit/audit.hpp"
#include "features/selfcheck/sections.hpp"
#include "platform/text/japanese_date.hpp"

#include <map>

namespace selfcheck {
namespace {

struct Row {
    RemedyId id;
    SelfcheckId selfcheck_id;
    int fiscal_year = 0;
    OrgUnitId unit_id;
    std::string unit_name, item_code;
    std::optional<Choice> answer;
    std::string what, who;
    Date due;
    RemedyStatus status = RemedyStatus::open;
    std::string result;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, selfcheck_id, fiscal_year, unit_id, unit_name, item_code, answer, what, who, due, status, result,
                       revision))
#define SQL_REMEDY                                                                                                      \
    "SELECT r.id, r.selfcheck_id, c.fiscal_year, r.unit_id, s.name AS unit_name, r.item_code, a.answer, r.what, r.who," \
    " r.due, r.status, r.result, r.revision FROM selfcheck_remedy r JOIN selfcheck c ON c.id = r.selfcheck_id"          \
    " JOIN selfcheck_section s ON s.selfcheck_id = r.selfcheck_id AND s.unit_id = r.unit_id"                            \
    " LEFT JOIN selfcheck_answer a ON a.selfcheck_id = r.selfcheck_id AND a.unit_id = r.unit_id"                        \
    " AND a.item_code = r.item_code "
db::Sql const kAll{SQL_REMEDY
                   "WHERE r.status <> 'draft' ORDER BY CASE WHEN r.status = 'open' THEN 0 ELSE 1 END, CASE WHEN r.status = "
                   "'open' THEN r.due END,"
                   " r.due DESC, r.id"};
db::Sql const kOne{SQL_REMEDY "WHERE r.id = $1"};
db::Sql const kOfSection{SQL_REMEDY "WHERE r.selfcheck_id = $1 AND r.unit_id = $2 ORDER BY r.id"};
db::Sql const kDrafts{
    "SELECT id FROM selfcheck_remedy WHERE selfcheck_id = $1 AND unit_id = $2 AND status = 'draft' ORDER BY id"};
db::Sql const kOfItem{"SELECT id FROM selfcheck_remedy WHERE selfcheck_id = $1 AND unit_id = $2 AND item_code = $3"};

struct StepRow {
    RemedyStepKind kind = RemedyStepKind::planned;
    Instant at;
    std::string by_name, note;
};
BOOST_DESCRIBE_STRUCT(StepRow, (), (kind, at, by_name, note))
db::Sql const kSteps{"SELECT kind, at, by_name, note FROM selfcheck_remedy_step WHERE remedy_id = $1 ORDER BY id"};
db::Sql const kAddStep{
    "INSERT INTO selfcheck_remedy_step (remedy_id, kind, note, at, by_name, by_id) VALUES ($1, $2, $3, $4, $5, $6)"};

db::Sql const kInsert{R"(
    INSERT INTO selfcheck_remedy (selfcheck_id, unit_id, item_code, what, who, due, status, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8) RETURNING id)"};
db::Sql const kPlan{R"(
    UPDATE selfcheck_remedy SET what = $3, who = $4, due = $5, status = 'open', revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
// Whoever has the section's form open sees that it is not what they began with.
db::Sql const kTouchForm{"UPDATE selfcheck_section SET revision = revision + 1 WHERE selfcheck_id = $1 AND unit_id = $2"};
db::Sql const kRewrite{"UPDATE selfcheck_remedy SET what = $2, who = $3, due = $4, revision = revision + 1 WHERE id = $1"};
db::Sql const kBegin{"UPDATE selfcheck_remedy SET status = 'open', revision = revision + 1 WHERE id = $1"};
db::Sql const kDone{
    "UPDATE selfcheck_remedy SET status = 'done', result = $3, revision = revision + 1 WHERE id = $1 AND revision = $2"};
db::Sql const kForgetSteps{"DELETE FROM selfcheck_remedy_step WHERE remedy_id = $1"};
db::Sql const kForget{"DELETE FROM selfcheck_remedy WHERE id = $1"};

/// Turns rows into what is shown; reads each list once.
class Showing {
public:
    explicit Showing(http::Call const& call) : call_(call), reach_(call), manages_(manages(call)) {}

    bool anything() const { return manages_ || !reach_.nowhere(); }
    bool sees(Row const& row) const { return manages_ || reach_.holds(row.unit_id); }
    bool acts(Row const& row) const { return reach_.holds(row.unit_id); }

    Remedy operator()(Row row)
    {
        Remedy shown{row.id, row.selfcheck_id, row.fiscal_year, row.unit_id, std::move(row.unit_name)};
        auto const& list = list_of(row.selfcheck_id);
        if (auto const place = find_item(list, row.item_code)) {
            shown.item_text = list.items[*place].text;
            shown.item_text_en = list.items[*place].text_en;
        }
        shown.item = std::move(row.item_code);
        shown.answer = row.answer.value_or(Choice::no);
        shown.what = std::move(row.what);
        shown.who = std::move(row.who);
        shown.due = row.due;
        shown.status = row.status;
        shown.overdue = row.status == RemedyStatus::open && row.due < call_.clock.today();
        shown.result = std::move(row.result);
        shown.revision = row.revision;
        shown.may_edit = row.status == RemedyStatus::open && reach_.holds(row.unit_id);
        shown.may_reopen = row.status == RemedyStatus::done;
        for (auto& step : call_.tx.all<StepRow>(kSteps, row.id))
            shown.steps.push_back({step.kind, step.at, std::move(step.by_name), std::move(step.note)});
        return shown;
    }

private:
    Checklist const& list_of(SelfcheckId id)
    {
        auto const found = lists_.find(id);
        if (found != lists_.end()) return found->second;
        return lists_.emplace(id, json::read_stored<Checklist>(check_row(call_.tx, id).document)).first->second;
    }

    http::Call const& call_;
    Reach reach_;
    bool manages_;
    std::map<SelfcheckId, Checklist> lists_;
};

bool fits(Row const& row, RemediesQuery const& query, Date today)
{
    if (query.check && row.selfcheck_id != *query.check) return false;
    if (query.unit && row.unit_id != *query.unit) return false;
    if (query.status && row.status != *query.status) return false;
    return !query.overdue || (row.status == RemedyStatus::open && row.due < today);
}

/// Refuses with not_found what the actor does not see, with wrong_status what is not in `wanted`.
Row row_for(http::Call const& call, RemedyId id, RemedyStatus wanted, bool by_section)
{
    auto row = call.tx.maybe_one<Row>(kOne, id);
    Showing const showing{call};
    if (!row || row->status == RemedyStatus::draft || !(by_section ? showing.acts(*row) : showing.sees(*row)))
        throw Refused{Code::not_found};
    if (row->status != wanted)
        throw Refused{Code::wrong_status, wanted == RemedyStatus::open
                                              ? Refused::Detail{"この改善は、もう終わっています。", "This is done already."}
                                              : Refused::Detail{"この改善は、まだ終わっていません。", "This is not done yet."}};
    return *std::move(row);
}

void add_step(http::Call const& call, RemedyId id, RemedyStepKind kind, std::string const& note)
{
    call.tx.run(kAddStep, id, kind, note, call.clock.now(), call.actor.name, call.actor.account);
}

std::string as_it_was(Row const& row) { return row.what + "（" + row.who + "、" + text::era_text(row.due) + "まで）"; }

void must_be_a_plan(RemedyPlan const& plan)
{
    std::vector<Problem> problems;
    if (plan.what.empty()) problems.push_back({"/what", "何を直すかを入力してください。", "Say what will be done."});
    if (plan.who.empty()) problems.push_back({"/who", "担当を入力してください。", "Say who does it."});
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, problems};
}

}  // namespace

json::object RemedyPlan::limits(std::string_view member)
{
    if (member == "what") return {{"maxLength", 500}};
    if (member == "who") return {{"maxLength", 100}};
    return {};
}
json::object RemedyDone::limits(std::string_view member)
{
    if (member == "result") return {{"minLength", 1}, {"maxLength", 1000}};
    return {};
}
json::object RemedyReopening::limits(std::string_view member)
{
    if (member == "reason") return {{"minLength", 1}, {"maxLength", 500}};
    return {};
}

Remedies remedies(http::Call const& call, RemediesQuery const& query)
{
    Remedies list;
    Showing showing{call};
    if (!showing.anything()) return list;
    for (auto& row : call.tx.all<Row>(kAll)) {
        if (!showing.sees(row) || !fits(row, query, call.clock.today())) continue;
        auto const& shown = list.remedies.emplace_back(showing(std::move(row)));
        ++(shown.status == RemedyStatus::done ? list.done : list.open);
        list.overdue += shown.overdue;
    }
    return list;
}

Remedy remedy(http::Call const& call, RemedyId id)
{
    auto row = call.tx.maybe_one<Row>(kOne, id);
    Showing showing{call};
    if (!row || row->status == RemedyStatus::draft || !showing.sees(*row)) throw Refused{Code::not_found};
    return showing(*std::move(row));
}

Remedy change_remedy(http::Call const& call, RemedyId id, RemedyChange const& input)
{
    auto const row = row_for(call, id, RemedyStatus::open, true);
    must_be_a_plan(input);
    if (call.tx.run(kPlan, id, input.revision, input.what, input.who, input.due) == 0) throw Refused{Code::changed_meanwhile};
    call.tx.run(kTouchForm, row.selfcheck_id, row.unit_id);
    add_step(call, id, RemedyStepKind::changed, as_it_was(row));
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.remedy_changed", "selfcheck_remedy", id, input);
    return remedy(call, id);
}

Remedy finish_remedy(http::Call const& call, RemedyId id, RemedyDone const& input)
{
    auto const row = row_for(call, id, RemedyStatus::open, true);
    if (call.tx.run(kDone, id, input.revision, input.result) == 0) throw Refused{Code::changed_meanwhile};
    call.tx.run(kTouchForm, row.selfcheck_id, row.unit_id);
    add_step(call, id, RemedyStepKind::done, input.result);
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.remedy_done", "selfcheck_remedy", id, input);
    return remedy(call, id);
}

Remedy reopen_remedy(http::Call const& call, RemedyId id, RemedyReopening const& input)
{
    auto const row = row_for(call, id, RemedyStatus::done, false);
    if (call.tx.run(kPlan, id, input.revision, row.what, row.who, input.due.value_or(row.due)) == 0)
        throw Refused{Code::changed_meanwhile};
    call.tx.run(kTouchForm, row.selfcheck_id, row.unit_id);
    add_step(call, id, RemedyStepKind::reopened, input.reason);
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.remedy_reopened", "selfcheck_remedy", id, input);
    return remedy(call, id);
}

void plan_remedy(http::Call const& call, SelfcheckId check, OrgUnitId unit, std::string const& item, RemedyPlan const& plan)
{
    auto const known = call.tx.maybe_one<RemedyId>(kOfItem, check, unit, item);
    if (!known) {
        call.tx.insert(kInsert, check, unit, item, plan.what, plan.who, plan.due, call.clock.now(), call.actor.account);
        return;
    }
    auto const row = call.tx.one<Row>(kOne, *known);
    if (row.what == plan.what && row.who == plan.who && row.due == plan.due) return;
    if (row.status == RemedyStatus::draft) {
        call.tx.run(kRewrite, row.id, plan.what, plan.who, plan.due);
        return;
    }
    call.tx.run(kPlan, row.id, row.revision, plan.what, plan.who, plan.due);
    add_step(call, row.id, row.status == RemedyStatus::done ? RemedyStepKind::reopened : RemedyStepKind::changed, as_it_was(row));
}

void drop_remedy(http::Call const& call, SelfcheckId check, OrgUnitId unit, std::string const& item)
{
    auto const known = call.tx.maybe_one<RemedyId>(kOfItem, check, unit, item);
    if (!known || call.tx.one<Row>(kOne, *known).status == RemedyStatus::done) return;
    call.tx.run(kForgetSteps, *known);
    call.tx.run(kForget, *known);
}

void begin_remedies(http::Call const& call, SelfcheckId check, OrgUnitId unit)
{
    for (auto const id : call.tx.all<RemedyId>(kDrafts, check, unit)) {
        call.tx.run(kBegin, id);
        add_step(call, id, RemedyStepKind::planned, "");
    }
}

std::vector<Remedy> remedies_of(http::Call const& call, SelfcheckId check, OrgUnitId unit)
{
    Showing showing{call};
    std::vector<Remedy> list;
    for (auto& row : call.tx.all<Row>(kOfSection, check, unit)) list.push_back(showing(std::move(row)));
    return list;
}

}  // namespace selfcheck
