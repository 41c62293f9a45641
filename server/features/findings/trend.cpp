#include "features/findings/trend.hpp"

#include "features/findings/indicators.hpp"
#include "features/findings/tally.hpp"
#include "features/surveys/packs.hpp"
#include "features/surveys/published.hpp"
#include "platform/statistics/shares.hpp"

#include <algorithm>
#include <map>

namespace findings {
namespace {

using surveys::Indicator;
using surveys::Survey;

/// The sum of the figures that the indicator names, as the plan states them; nothing when one of them is missing.
std::optional<TrendPoint> published(plan::Plan const& plan, Indicator const& indicator)
{
    auto const figures = surveys::published_figures(indicator, plan);
    if (figures.empty()) return std::nullopt;
    TrendPoint point;
    point.label = figures.front()->survey;
    point.fielded = figures.front()->fielded;
    point.note = figures.front()->note;
    point.clause = figures.front()->clause;
    point.share = *surveys::published_share(indicator, plan) / 100;
    point.added_up = figures.size() > 1;
    return point;
}

Trend trend_of(plan::Plan const& plan, Survey const& survey, Indicator const& indicator)
{
    Trend trend;
    trend.survey = survey.code;
    trend.code = indicator.code;
    trend.name = indicator.name;
    trend.name_en = indicator.name_en;
    trend.claim = indicator.claim;
    trend.issue = indicator.issue;
    trend.lower_is_better = indicator.lower_is_better;
    if (auto const question = surveys::find_question(survey, indicator.question)) {
        trend.question = survey.questions[*question].text;
        trend.question_en = survey.questions[*question].text_en;
    }
    auto const issue =
        std::find_if(plan.issues.begin(), plan.issues.end(), [&](auto const& each) { return each.code == indicator.issue; });
    if (issue != plan.issues.end()) trend.issue_name = issue->name;
    if (auto point = published(plan, indicator)) trend.points.push_back(*std::move(point));
    return trend;
}

void add_point(Trend& trend, Survey const& survey, Indicator const& indicator, Columns const& columns,
               surveys::WaveRow const& wave)
{
    auto const share = share_of(survey, indicator, columns);
    if (share.answered < wave.threshold) return;
    auto const interval = statistics::wilson(share.chose, share.answered);
    TrendPoint point;
    point.label = wave.name;
    point.wave = wave.id;
    point.on = wave.closes_on;
    point.share = static_cast<double>(share.chose) / static_cast<double>(share.answered);
    point.answered = share.answered;
    point.low = interval.low;
    point.high = interval.high;
    trend.points.push_back(std::move(point));
}

}  // namespace

Trends trends(http::Call const& call, TrendsQuery const& query)
{
    auto const plan = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    std::map<std::pair<std::string, std::string>, Trend> found;
    auto const begin = [&](Survey const& survey, Indicator const& indicator) -> Trend& {
        return found.try_emplace({survey.code, indicator.code}, trend_of(plan->plan, survey, indicator)).first->second;
    };
    auto waves = surveys::all_waves(call.tx);
    std::sort(waves.begin(), waves.end(), [](auto const& a, auto const& b) { return a.closes_on < b.closes_on; });
    for (auto const& wave : waves) {
        if (wave.status != surveys::WaveStatus::closed || !surveys::may_read(call, wave) || wave.run_id) continue;
        auto const survey = call.service<surveys::Library>().published(call.tx, wave.survey_id);
        auto const columns = call.service<Tallies>().columns(call.tx, wave, *survey);
        for (auto const& indicator : survey->indicators) add_point(begin(*survey, indicator), *survey, indicator, *columns, wave);
    }
    // What the plan has published stands there before the city has asked by itself.
    for (auto const& survey : surveys::packs())
        for (auto const& indicator : survey.indicators)
            if (published(plan->plan, indicator)) begin(survey, indicator);
    Trends list;
    for (auto& [key, trend] : found)
        if (!trend.points.empty() && (query.survey.empty() || query.survey == trend.survey))
            list.trends.push_back(std::move(trend));
    return list;
}

}  // namespace findings
