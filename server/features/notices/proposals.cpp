// What is new since the last issue, each as an item that the editor may take, shorten and put in order.
#include "features/community/community.hpp"
#include "features/desk/desk.hpp"
#include "features/improvement/improvement.hpp"
#include "features/notices/newsletters.hpp"
#include "features/plan/versions.hpp"
#include "features/targets/targets.hpp"
#include "features/training/runs.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace notices {
namespace {

db::Sql const kTrends{R"(
    SELECT id, title, text FROM notice
     WHERE status = 'published' AND audience = '' AND kind IN ('national_trend', 'support_scheme')
       AND from_on >= $1 AND from_on <= $2 ORDER BY from_on DESC, id DESC)"};
struct Trend {
    std::int64_t id = 0;
    std::string title, text;
};
BOOST_DESCRIBE_STRUCT(Trend, (), (id, title, text))
db::Sql const kTrained{"SELECT count(DISTINCT staff_id) FROM completion WHERE completed_on >= $1 AND completed_on <= $2"};

constexpr std::int64_t kMostAnswers = 12;

struct Period {
    Date from, until;  ///< until is the last day
};

using Items = std::vector<NewsItem>;

Items trends(http::Call const& call, Period const& period)
{
    Items items;
    for (auto& trend : call.tx.all<Trend>(kTrends, period.from, period.until))
        items.push_back({NewsKind::trend, trend.id, std::move(trend.title), std::move(trend.text),
                         "/notices/" + std::to_string(trend.id), ""});
    return items;
}

/// Midnight in Japan.
Instant begin_of(Date day) { return std::chrono::sys_days{day} - std::chrono::hours{9}; }

/// 「120時間」 without a fraction that says nothing.
std::string hours_text(double hours)
{
    auto const tenths = static_cast<std::int64_t>(std::llround(hours * 10));
    auto text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
    return text + "時間";
}

Items cases(std::vector<improvement::CaseCard> const& confirmed)
{
    Items items;
    for (auto const& card : confirmed)
        items.push_back({NewsKind::improvement_case, card.id.value, card.title,
                         card.summary + (card.summary.empty() ? "" : "\n\n") + "（" + card.unit_name + "）", card.url,
                         card.hours > 0 ? "年間 " + hours_text(card.hours) : ""});
    return items;
}

Items answers(http::Call const& call, Period const& period)
{
    Items items;
    for (auto& answer :
         community::newly_answered(call.tx, begin_of(period.from), begin_of(add_days(period.until, 1)), kMostAnswers))
        items.push_back({NewsKind::answer, answer.id.value, std::move(answer.title), std::move(answer.lead),
                         "/hiroba/topics/" + std::to_string(answer.id.value), ""});
    return items;
}

/// Without names: what was published goes by its title, the others are counted by what they were about.
Items consultations(http::Call const& call, Period const& period)
{
    Items items;
    std::map<std::string, std::int64_t> by_subject;
    for (auto& each : desk::finished(call.tx, begin_of(period.from), begin_of(add_days(period.until, 1)))) {
        ++by_subject[each.subject_name];
        if (each.topic)
            items.push_back({NewsKind::consultation, each.id.value, std::move(each.title),
                             "「" + each.subject_name + "」の相談から。", "/hiroba/topics/" + std::to_string(*each.topic), ""});
    }
    if (by_subject.empty()) return items;
    std::string lead;
    std::int64_t all = 0;
    for (auto const& [subject, count] : by_subject) {
        lead += "- " + subject + " " + std::to_string(count) + "件\n";
        all += count;
    }
    items.push_back({NewsKind::consultation, {}, "この間に終わった相談", std::move(lead), "/desk", std::to_string(all) + "件"});
    return items;
}

/// Runs for everybody that may still be applied for.
Items open_runs(http::Call const& call)
{
    Items items;
    auto const today = call.clock.today();
    for (auto const& run : training::runs(call.tx, call.actor, call.service<people::PlanWords>(), {}, call.clock).runs) {
        if (run.status != training::RunStatus::open || run.unit || run.apply_until < today) continue;
        auto lead = "申込みは" + text::era_text_with_weekday(run.apply_until) + "まで。";
        if (!run.sessions.empty())
            if (auto const day = date_from_iso(run.sessions.front().starts_at.substr(0, 10)))
                lead += "初回は" + text::era_text_with_weekday(*day) + "です。";
        items.push_back({NewsKind::training, run.id.value, run.course_name + (run.name.empty() ? "" : " " + run.name),
                         std::move(lead), "/training/runs/" + std::to_string(run.id.value),
                         run.capacity ? "定員 " + std::to_string(*run.capacity) + "人" : ""});
    }
    return items;
}

Items figures(http::Call const& call, Period const& period, std::vector<improvement::CaseCard> const& confirmed)
{
    Items items;
    auto hours = 0.0;
    for (auto const& card : confirmed) hours += card.hours;
    if (hours > 0)
        items.push_back({NewsKind::figure, {}, "確認された改善で生まれる時間（年間）", "", "/improvement", hours_text(hours)});
    auto const trained = call.tx.one<std::int64_t>(kTrained, period.from, period.until);
    if (trained > 0)
        items.push_back({NewsKind::figure, {}, "研修を修了した職員", "", "/training", std::to_string(trained) + "人"});
    auto const today = call.clock.today();
    auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, today);
    if (!versioned) return items;
    for (auto const& target : targets::targets_on(call.tx, versioned->plan, today, fiscal_year(today)).rows)
        if (target.actual)
            items.push_back({NewsKind::figure,
                             {},
                             target.level_name + "の認定者",
                             text::fiscal_year_text(target.fiscal_year) + "の目標は" + std::to_string(target.target) + "人です。",
                             "/targets",
                             std::to_string(*target.actual) + "人"});
    return items;
}

}  // namespace

NewsProposal proposal(http::Call const& call, NewsPeriod const& asked)
{
    must_publish(call);
    auto const until = asked.until.value_or(call.clock.today());
    Period const period{asked.from.value_or(std::min(day_after_last_issue(call), until)), until};
    if (period.until < period.from)
        throw Refused{Code::invalid_input,
                      {},
                      {{"/until", "最終日は、始まりの日より後にしてください。", "The last day comes after the first."}}};
    NewsProposal proposed{period.from, period.until, {}};
    auto const add = [&](NewsKind kind, Items items) {
        if (!items.empty()) proposed.groups.push_back({kind, std::move(items)});
    };
    auto const confirmed = improvement::confirmed(call.tx, begin_of(period.from), begin_of(add_days(period.until, 1)));
    add(NewsKind::improvement_case, cases(confirmed));
    add(NewsKind::answer, answers(call, period));
    add(NewsKind::consultation, consultations(call, period));
    add(NewsKind::trend, trends(call, period));
    add(NewsKind::training, open_runs(call));
    add(NewsKind::figure, figures(call, period, confirmed));
    return proposed;
}

}  // namespace notices
