#include "features/selfcheck/answers.hpp"

#include "features/audit/audit.hpp"
#include "features/selfcheck/sections.hpp"
#include "features/selfcheck/year.hpp"
#include "platform/core/working_days.hpp"

#include <map>
#include <set>

namespace selfcheck {
namespace {

constexpr int kUsualMonths = 2;

struct SectionRow {
    OrgUnitId unit_id;
    std::string name;
    std::int64_t revision = 1;
    std::optional<Instant> submitted_at;
    std::string submitted_by;
};
BOOST_DESCRIBE_STRUCT(SectionRow, (), (unit_id, name, revision, submitted_at, submitted_by))
db::Sql const kSection{R"(
    SELECT s.unit_id, s.name, s.revision, s.submitted_at, COALESCE(a.display_name, '') AS submitted_by
      FROM selfcheck_section s LEFT JOIN account a ON a.id = s.submitted_by WHERE s.selfcheck_id = $1 AND s.unit_id = $2)"};
db::Sql const kSections{R"(
    SELECT s.unit_id, s.name, s.revision, s.submitted_at, '' AS submitted_by FROM selfcheck_section s WHERE s.selfcheck_id = $1)"};
db::Sql const kTouch{
    "UPDATE selfcheck_section SET revision = revision + 1 WHERE selfcheck_id = $1 AND unit_id = $2 AND revision = $3"};
db::Sql const kSubmit{R"(
    UPDATE selfcheck_section SET submitted_at = $3, submitted_by = $4
     WHERE selfcheck_id = $1 AND unit_id = $2 AND submitted_at IS NULL)"};

struct AnswerRow {
    std::string item_code;
    Choice answer = Choice::yes;
    std::string remark;
    Instant answered_at;
    std::string answered_by;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (item_code, answer, remark, answered_at, answered_by))
db::Sql const kAnswers{R"(
    SELECT n.item_code, n.answer, n.remark, n.answered_at, COALESCE(a.display_name, '') AS answered_by
      FROM selfcheck_answer n LEFT JOIN account a ON a.id = n.answered_by WHERE n.selfcheck_id = $1 AND n.unit_id = $2)"};
db::Sql const kPut{R"(
    INSERT INTO selfcheck_answer (selfcheck_id, unit_id, item_code, answer, remark, answered_at, answered_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (selfcheck_id, unit_id, item_code)
    DO UPDATE SET answer = excluded.answer, remark = excluded.remark, answered_at = excluded.answered_at,
                  answered_by = excluded.answered_by)"};
db::Sql const kTakeBack{"DELETE FROM selfcheck_answer WHERE selfcheck_id = $1 AND unit_id = $2 AND item_code = $3"};

struct RemedyBefore {
    std::string item_code, what, status;
};
BOOST_DESCRIBE_STRUCT(RemedyBefore, (), (item_code, what, status))
db::Sql const kRemediesBefore{"SELECT item_code, what, status FROM selfcheck_remedy WHERE selfcheck_id = $1 AND unit_id = $2"};

bool falls_short(Choice answer) { return answer == Choice::no || answer == Choice::partly; }

std::map<std::string, AnswerRow> answers_of(db::Tx& tx, SelfcheckId check, OrgUnitId unit)
{
    std::map<std::string, AnswerRow> by_item;
    for (auto& row : tx.all<AnswerRow>(kAnswers, check, unit)) by_item.emplace(row.item_code, std::move(row));
    return by_item;
}

/// The section as it was asked the year before, under whatever name.
std::optional<OrgUnitId> unit_before(http::Call const& call, SelfcheckId before, OrgUnitId unit)
{
    std::vector<OrgUnitId> submitted;
    for (auto const& section : call.tx.all<SectionRow>(kSections, before))
        if (section.submitted_at) submitted.push_back(section.unit_id);
    auto const earlier = earlier_sections(call.tx, {unit}, submitted, call.clock.today());
    auto const found = earlier.find(unit);
    return found == earlier.end() ? std::nullopt : std::optional{found->second};
}

std::map<std::string, AnswerBefore> year_before(http::Call const& call, CheckRow const& check, OrgUnitId unit)
{
    std::map<std::string, AnswerBefore> by_item;
    auto const before = check_before(call.tx, check);
    auto const then = before ? unit_before(call, before->id, unit) : std::nullopt;
    if (!then) return by_item;
    for (auto& [item, row] : answers_of(call.tx, before->id, *then))
        by_item.emplace(item, AnswerBefore{row.answer, std::move(row.remark), "", false});
    for (auto& remedy : call.tx.all<RemedyBefore>(kRemediesBefore, before->id, *then)) {
        auto const found = by_item.find(remedy.item_code);
        if (found == by_item.end()) continue;
        found->second.what = std::move(remedy.what);
        found->second.remedied = remedy.status == "done";
    }
    return by_item;
}

std::string at(std::size_t place, char const* member = "") { return "/answers/" + std::to_string(place) + member; }

void must_be_items(Checklist const& list, AnswersInput const& input)
{
    std::vector<Problem> problems;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < input.answers.size(); ++i) {
        auto const& item = input.answers[i].item;
        if (!find_item(list, item))
            problems.push_back({at(i, "/item"), "点検表にない項目です。", "The list has no such item."});
        else if (!seen.insert(item).second)
            problems.push_back({at(i, "/item"), "同じ項目が二度あります。", "The item is there twice."});
    }
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, problems};
}

void write_answers(http::Call const& call, SelfcheckId check, OrgUnitId unit, AnswersInput const& input)
{
    for (auto const& each : input.answers) {
        if (!each.answer) {
            call.tx.run(kTakeBack, check, unit, each.item);
            drop_remedy(call, check, unit, each.item);
            continue;
        }
        call.tx.run(kPut, check, unit, each.item, *each.answer, each.remark, call.clock.now(), call.actor.account);
        if (!falls_short(*each.answer))
            drop_remedy(call, check, unit, each.item);
        else if (each.remedy)
            plan_remedy(call, check, unit, each.item, *each.remedy);
    }
}

/// Of the whole form as it is now; the pointers name the item by its place in the list.
void must_be_complete(CheckForm const& form)
{
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < form.answers.size(); ++i) {
        auto const& each = form.answers[i];
        if (!each.answer) {
            problems.push_back({at(i, "/answer"), "回答を選んでください。", "Choose an answer."});
        } else if (falls_short(*each.answer)) {
            if (!each.remedy || each.remedy->what.empty())
                problems.push_back({at(i, "/remedy/what"), "何を直すかを入力してください。", "Say what will be done."});
            if (!each.remedy || each.remedy->who.empty())
                problems.push_back({at(i, "/remedy/who"), "担当を入力してください。", "Say who does it."});
        }
    }
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, problems};
}

CheckForm form_of(http::Call const& call, CheckRow const& row, OrgUnitId unit)
{
    auto section = call.tx.one<SectionRow>(kSection, row.id, unit);
    CheckForm form{summary_of(call, row), json::read_stored<Checklist>(row.document), unit, std::move(section.name),
                   section.revision};
    form.submitted_at = section.submitted_at;
    form.submitted_by = std::move(section.submitted_by);
    form.usual_due = add_working_days(add_months(call.clock.today(), kUsualMonths), 0);
    form.may_answer = status_on(row, call.clock.today()) == CheckStatus::open && Reach{call}.holds(unit);
    auto rows = answers_of(call.tx, row.id, unit);
    auto before = year_before(call, row, unit);
    std::map<std::string, Remedy> planned;
    for (auto& each : remedies_of(call, row.id, unit)) planned.emplace(each.item, std::move(each));
    for (auto const& item : form.list.items) {
        auto& answer = form.answers.emplace_back();
        answer.item = item.code;
        if (auto const found = rows.find(item.code); found != rows.end()) {
            answer.answer = found->second.answer;
            answer.remark = std::move(found->second.remark);
            answer.answered_at = found->second.answered_at;
            answer.answered_by = std::move(found->second.answered_by);
        }
        if (auto const found = planned.find(item.code); found != planned.end()) answer.remedy = std::move(found->second);
        if (auto const found = before.find(item.code); found != before.end()) answer.before = std::move(found->second);
    }
    return form;
}

}  // namespace

json::object AnswerInput::limits(std::string_view member)
{
    if (member == "item") return {{"maxLength", 20}};
    if (member == "remark") return {{"maxLength", 1000}};
    return {};
}
json::object AnswersInput::limits(std::string_view member)
{
    if (member == "answers") return {{"maxItems", 100}};
    return {};
}

CheckForm check_form(http::Call const& call, SelfcheckId check, OrgUnitId unit)
{
    must_see_section(call, check, unit);
    return form_of(call, check_row(call.tx, check), unit);
}

CheckForm save_answers(http::Call const& call, SelfcheckId check, OrgUnitId unit, AnswersInput const& input)
{
    must_answer_for(call, check, unit);
    auto const row = check_row(call.tx, check);
    if (status_on(row, call.clock.today()) != CheckStatus::open)
        throw Refused{Code::wrong_status, {"いまは回答の期間ではありません。", "The check takes no answers now."}};
    must_be_items(json::read_stored<Checklist>(row.document), input);
    if (call.tx.run(kTouch, check, unit, input.revision) == 0) throw Refused{Code::changed_meanwhile};
    write_answers(call, check, unit, input);
    auto form = form_of(call, row, unit);
    if (input.submit || form.submitted_at) {  // what was submitted stays complete
        must_be_complete(form);
        call.tx.run(kSubmit, check, unit, call.clock.now(), call.actor.account);
        begin_remedies(call, check, unit);
        form = form_of(call, row, unit);
    }
    audit::record(call.tx, call.actor, call.clock.now(), input.submit ? "selfcheck.submitted" : "selfcheck.answered", "selfcheck",
                  check, input);
    return form;
}

}  // namespace selfcheck
