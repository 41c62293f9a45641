#include "features/home/waiting.hpp"

#include "features/access/access.hpp"
#include "features/community/community.hpp"
#include "features/desk/desk.hpp"
#include "features/imports/import.hpp"
#include "features/improvement/improvement.hpp"
#include "features/nominations/nominations.hpp"
#include "features/notices/notices.hpp"
#include "features/practice/practice.hpp"
#include "features/records/reports.hpp"
#include "features/selfcheck/selfcheck.hpp"
#include "features/surveys/answering.hpp"
#include "features/training/training.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <set>

namespace home {
namespace {

// Distinct skills: a second self-rating of the same skill is not a second answer.
db::Sql const kSelfRated{R"(
    SELECT DISTINCT skill_code FROM skill_evidence
     WHERE staff_id = $1 AND kind = 'self' AND dated_on <= $2 AND withdrawn_at IS NULL)"};

using skills::GapIndex;

constexpr std::chrono::days kCaseIsNew{9};
constexpr int kMostCases = 3;

std::int64_t unrated(db::Tx& tx, GapIndex const& index, StaffId staff)
{
    auto const* standing = index.standing(staff);
    if (!standing) return 0;
    std::set<std::string> rated;
    for (auto& code : tx.all<std::string>(kSelfRated, staff, index.roster().on)) rated.insert(std::move(code));
    std::int64_t count = 0;
    for (std::size_t skill = 0; skill < index.plan().skills.size(); ++skill) {
        count += standing->needed.test(skill) && !rated.contains(index.plan().skills[skill].code);
    }
    return count;
}

void plan_todos(http::Call const& call, plan::Plan const& plan, std::vector<Todo>& todo)
{
    if (!may(call.actor, Permission::edit_plan)) return;
    auto const doubts = static_cast<std::int64_t>(plan::doubts(plan).size());
    if (doubts > 0) {
        todo.push_back({TodoKind::confirm_cells, "要確認のセルが" + std::to_string(doubts) + "件あります",
                        std::to_string(doubts) + " items of the plan to confirm", doubts, "/plan/confirm"});
    }
    for (auto const& version : plan::versions(call.tx, call.clock)) {
        if (version.status != plan::VersionStatus::draft) continue;
        todo.push_back({TodoKind::finish_draft, "作成中の改定案「" + version.title + "」", "Draft in progress: " + version.title,
                        1, "/plan/versions/" + std::to_string(version.id.value)});
    }
}

void training_todos(training::Waits const& waits, records::Waits const& of_records, std::vector<Todo>& todo)
{
    auto const add = [&](TodoKind kind, std::int64_t count, std::string const& ja, std::string const& en, char const* url) {
        auto const number = std::to_string(count);
        if (count > 0) todo.push_back({kind, ja + "(" + number + "件)", en + " (" + number + ")", count, url});
    };
    add(TodoKind::write_report, of_records.reports_due, "研修の報告を出す", "Reports on training to hand in",
        "/training/records");
    add(TodoKind::session_soon, waits.soon, "2週間以内の研修の日程", "Training sessions within two weeks", "/training");
    add(TodoKind::take_training, waits.obligations, "今年度に受ける研修", "Courses to take this fiscal year", "/training");
    add(TodoKind::release_training, waits.releases, "受講申込を承認する", "Applications for training to release",
        "/training/section");
    add(TodoKind::section_outstanding, waits.outstanding_people, "未受講のある所属の職員",
        "People of the section with courses outstanding", "/training/section");
    add(TodoKind::confirm_work, of_records.to_confirm, "職場研修・派遣研修の記録を確認する",
        "Records of work training to confirm", "/training/records");
    add(TodoKind::read_reports, of_records.to_read, "研修の報告を読む", "Reports on training to read", "/training/records");
    add(TodoKind::enter_attendance, waits.attendance, "終わった日程の出欠を記録する",
        "Enter attendance of sessions that are over", "/training/runs");
    add(TodoKind::open_runs, waits.drafts, "準備中の開催の受付を始める", "Open the runs in preparation", "/training/runs");
}

/// One line a survey: it opens where it is answered.
void survey_todos(http::Call const& call, std::vector<Todo>& todo)
{
    if (!call.actor.staff) return;
    for (auto const& survey : surveys::surveys_to_answer(call.tx, *call.actor.staff, call.clock.today())) {
        if (survey.answered) continue;
        auto const day = text::era_short(survey.closes_on) + "(" + std::string(text::weekday(survey.closes_on)) + ")";
        todo.push_back({TodoKind::answer_survey, "調査「" + survey.name + "」に回答する(" + day + "まで)",
                        "Answer the survey “" + survey.name + "” by " + text::english_date(survey.closes_on), 1,
                        "/surveys/answer/" + std::to_string(survey.wave.value)});
    }
}

/// One line a section that is to be answered for: it opens where the answer is given.
void nomination_todos(nominations::Waits const& waits, std::vector<Todo>& todo)
{
    for (auto const& section : waits.sections) {
        auto const day = text::era_short(section.closes_on) + "(" + std::string(text::weekday(section.closes_on)) + ")";
        auto const url =
            "/training/nominations/" + std::to_string(section.round.value) + "/sections/" + std::to_string(section.unit.value);
        auto const again = section.reminded ? std::pair{"、督促が届いています", ", reminded"} : std::pair{"", ""};
        todo.push_back({TodoKind::nominate,
                        section.title.ja + "に回答する: " + section.unit_name + "、" + day + "まで" + again.first,
                        "Answer for " + section.unit_name + ": " + section.title.en + " (by " +
                            text::english_date(section.closes_on) + again.second + ")",
                        1, url});
    }
    auto const add = [&](TodoKind kind, std::int64_t count, std::string const& ja, std::string const& en) {
        auto const number = std::to_string(count);
        if (count > 0)
            todo.push_back({kind, ja + "(" + number + "件)", en + " (" + number + ")", count, "/training/nominations"});
    };
    add(TodoKind::consent_application, waits.consents, "公募への応募に同意するかを回答する",
        "Applications to an open call to agree to");
    add(TodoKind::no_section_leader, waits.unanswered, "締切りを過ぎても回答のない所属がある",
        "Sections without an answer after the deadline");
    add(TodoKind::select_nominees, waits.to_select, "指名・推薦・応募された人を選考する", "People named or applying to judge");
}

// Those who run the plan are told too: whoever is left out of the roster is missing from every figure.
void roster_todo(http::Call const& call, std::vector<Todo>& todo)
{
    bool const imports = may(call.actor, Permission::import_people);
    if (!imports && !may(call.actor, Permission::edit_plan)) return;
    auto const last = imports::newest_import(call.tx);
    if (!last || last->undone || last->refused == 0) return;
    auto const count = std::to_string(last->refused);
    todo.push_back({TodoKind::refused_rows, "最後の名簿の取込で取り込めなかった行が" + count + "件あります",
                    last->refused == 1 ? "One row of the last roster was not imported"
                                       : count + " rows of the last roster were not imported",
                    last->refused, imports ? "/imports?run=" + std::to_string(last->id.value) : ""});
}

std::string short_day(Date day) { return text::era_short(day) + "(" + std::string(text::weekday(day)) + ")"; }

void skill_todos(http::Call const& call, GapIndex const& index, std::span<people::Place const> headed, std::vector<Todo>& todo)
{
    if (call.actor.staff) {
        if (auto const count = unrated(call.tx, index, *call.actor.staff); count > 0)
            todo.push_back({TodoKind::rate_skills, "必要なスキルの自己評価をする(" + std::to_string(count) + "件)",
                            "Rate yourself on " + std::to_string(count) + " required skills", count, "/me"});
    }
    for (auto const place : headed) {
        auto const open = static_cast<std::int64_t>(open_decisions(index, place, call.actor).size());
        if (open > 0)
            todo.push_back({TodoKind::decide_conditional, "★が業務に必要かを判断する(" + std::to_string(open) + "件)",
                            "Decide " + std::to_string(open) + " conditional (★) skills", open, "/"});
    }
}

/// One line a section that is to answer.
void selfcheck_todos(selfcheck::Waits const& waits, std::vector<Todo>& todo)
{
    for (auto const& section : waits.to_answer)
        todo.push_back(
            {TodoKind::answer_selfcheck,
             "セキュリティ自己点検に回答する: " + section.unit_name + "、" + short_day(section.closes_on) + "まで",
             "Answer the security self-check for " + section.unit_name + " by " + text::english_date(section.closes_on), 1,
             "/selfcheck/" + std::to_string(section.check.value) + "/sections/" + std::to_string(section.unit.value)});
    auto const add = [&](TodoKind kind, std::int64_t count, std::string const& ja, std::string const& en) {
        auto const number = std::to_string(count);
        if (count > 0) todo.push_back({kind, ja + "(" + number + "件)", en + " (" + number + ")", count, "/selfcheck"});
    };
    add(TodoKind::remedy_due, waits.due, "自己点検の改善の期限が近い、または過ぎている",
        "Remedies of the self-check due or overdue");
    add(TodoKind::remedies_overdue, waits.overdue_in_city, "期限を過ぎた自己点検の改善がある",
        "Remedies of the self-check that are overdue");
}

/// An important one is to be read, one line each; the others are new.
void notices_of(http::Call const& call, GapIndex const& index, Waiting& waiting)
{
    std::int64_t others = 0;
    for (auto const& notice : notices::unread_notices(call, index, notices::Lead::without)) {
        if (notice.important)
            waiting.todo.push_back({TodoKind::read_notice, "重要なお知らせ「" + notice.title + "」を読む",
                                    "Read the important notice \"" + notice.title + "\"", 1, notice.url});
        else if (notice.kind == notices::NoticeKind::newsletter)
            waiting.fresh.push_back({FreshKind::newsletter, notice.title, notice.title, 1, notice.link});
        else
            ++others;
    }
    auto const number = std::to_string(others);
    if (others > 0)
        waiting.fresh.push_back({FreshKind::notice, "まだ読んでいないお知らせ(" + number + "件)",
                                 "Notices not read yet (" + number + ")", others, "/notices"});
}

void practice_of(practice::Waiting const& waits, Waiting& waiting)
{
    auto const decide = std::to_string(waits.to_decide), returned = std::to_string(waits.returned);
    if (waits.to_decide > 0)
        waiting.todo.push_back({TodoKind::confirm_practice, "実践で示したスキルを確認する(" + decide + "件)",
                                "Skills shown in practice to confirm (" + decide + ")", waits.to_decide, "/practice"});
    if (waits.returned > 0)
        waiting.fresh.push_back({FreshKind::returned_practice, "所属長から戻された実践の記録(" + returned + "件)",
                                 "Skills shown in practice that your head returned (" + returned + ")", waits.returned,
                                 "/practice"});
}

/// One line for each kind of which there is something.
class Lines {
public:
    explicit Lines(Waiting& waiting) : waiting_(waiting) {}

    void todo(TodoKind kind, std::int64_t count, std::string const& ja, std::string const& en, char const* url)
    {
        if (count > 0) waiting_.todo.push_back({kind, ja + in_brackets(count, "件"), en + in_brackets(count, ""), count, url});
    }
    void fresh(FreshKind kind, std::int64_t count, std::string const& ja, std::string const& en, char const* url)
    {
        if (count > 0) waiting_.fresh.push_back({kind, ja + in_brackets(count, "件"), en + in_brackets(count, ""), count, url});
    }

private:
    static std::string in_brackets(std::int64_t count, char const* unit)
    {
        return (*unit ? "(" : " (") + std::to_string(count) + unit + ")";
    }
    Waiting& waiting_;
};

void cases_near(http::Call const& call, Waiting& waiting)
{
    for (auto const& near : improvement::confirmed_near(call, call.clock.now() - kCaseIsNew, kMostCases))
        waiting.fresh.push_back(
            {FreshKind::near_case, "同じ部か同じツールの改善事例「" + near.title + "」(" + near.unit_name + ")",
             "An improvement of your department or with your tools: \"" + near.title + "\" (" + near.unit_name + ")", 1,
             near.url});
}

void exchange_of(http::Call const& call, Waiting& waiting)
{
    Lines lines{waiting};
    auto const desk = desk::waiting_for(call);
    lines.todo(TodoKind::answer_consultations, desk.to_answer + desk.to_go_on, "相談に答える・次に進める",
               "Consultations to answer or to go on with", "/desk");
    lines.todo(TodoKind::answer_desk, desk.asked_back, "相談の窓口からの質問に答える", "Questions of the desk to answer",
               "/desk");
    lines.todo(TodoKind::assign_consultations, desk.without_owner, "担当のいない相談がある",
               "Consultations without anybody in charge", "/desk/board");
    lines.todo(TodoKind::adviser_reports, desk.reports_due, "外部アドバイザーの活用を報告する",
               "Reports on external advisers to hand in", "/desk/advisers");
    auto const improvement = improvement::waiting_for(call);
    lines.todo(TodoKind::confirm_cases, improvement.to_confirm, "改善事例を確認する", "Improvement cases to confirm",
               "/improvement");
    lines.fresh(FreshKind::returned_case, improvement.returned, "所属長から戻された改善事例", "Improvement cases that came back",
                "/improvement");
    auto const hiroba = community::waits_for(call);
    lines.todo(TodoKind::answer_topics, hiroba.unanswered, "あなたのスキルで答えられそうな質問",
               "Questions that your skills may answer", "/hiroba?view=matching");
    lines.todo(TodoKind::judge_reports, hiroba.reports, "ひろばの通報を確かめる", "Reports in the community to judge",
               "/hiroba/reports");
    lines.fresh(FreshKind::answers, hiroba.unread_answers, "あなたの話題への新しい返信", "New replies to your topics",
                "/hiroba?view=mine");
    lines.fresh(FreshKind::followed, hiroba.followed, "フォローしている話題への新しい返信", "New replies in topics you follow",
                "/hiroba?view=followed");
    lines.fresh(FreshKind::mentions, hiroba.mentions, "あなたの名前が出た話題", "Topics that mention you",
                "/hiroba?view=mentioned");
    cases_near(call, waiting);
}

}  // namespace

std::vector<people::Place> headed_units(http::Call const& call, GapIndex const& index)
{
    auto const sight = accounts::sight(call.actor, Permission::decide_conditional, call.clock.today(), index.roster().on);
    std::vector<people::Place> places;
    if (sight.city()) return places;
    for (auto const unit : accounts::units_in(call.tx, sight)) {
        if (auto const place = index.roster().tree.find(unit)) places.push_back(*place);
    }
    std::sort(places.begin(), places.end());
    std::vector<people::Place> top;
    for (auto const place : places) {
        if (top.empty() || !index.roster().tree.within(place, top.back())) top.push_back(place);
    }
    return top;
}

std::vector<OpenDecision> open_decisions(GapIndex const& index, people::Place unit, Actor const& actor)
{
    std::vector<OpenDecision> decisions;
    auto const [first, last] = index.roster().rows_within(unit);
    for (auto row = first; row < last; ++row) {
        auto const& standing = index.standings()[row];
        if (!standing.active || standing.open.none()) continue;
        auto const& person = index.roster().people[row];
        if (person.id == actor.staff) continue;
        for (std::size_t skill = 0; skill < index.plan().skills.size(); ++skill) {
            if (!standing.open.test(skill)) continue;
            auto const& item = index.plan().skills[skill];
            decisions.push_back({person.id, index.roster().words.text(person.name), item.code, item.name, item.clause});
        }
    }
    return decisions;
}

Waiting waits_for(http::Call const& call, GapIndex const& index, std::span<people::Place const> headed)
{
    Waiting waiting;
    auto& todo = waiting.todo;
    skill_todos(call, index, headed, todo);
    nomination_todos(nominations::waits(call, index), todo);
    survey_todos(call, todo);
    selfcheck_todos(selfcheck::waits(call), todo);
    exchange_of(call, waiting);
    practice_of(practice::waiting_for(call), waiting);
    notices_of(call, index, waiting);
    training_todos(training::waits(call, index), records::waits(call.tx, call.actor, call.clock), todo);
    roster_todo(call, todo);
    plan_todos(call, index.plan(), todo);
    return waiting;
}

}  // namespace home
