#include "features/improvement/effect.hpp"

#include <cmath>
#include <numeric>

namespace improvement {
namespace {

/// Whole tenths of a minute, so that sums are exact.
std::int64_t tenths_of_minutes(FlowStep const& step) { return std::llround(step.minutes * 10) * step.people * step.times; }

/// a ÷ b to the nearest whole number, halves away from zero; b > 0.
std::int64_t divided(std::int64_t a, std::int64_t b) { return (a >= 0 ? a + b / 2 : a - b / 2) / b; }

/// Tenths of a minute to tenths of an hour.
std::int64_t to_hours(std::int64_t tenths_of_minutes) { return divided(tenths_of_minutes, 60); }

double hours(std::int64_t tenths) { return static_cast<double>(tenths) / 10; }

std::vector<CountedStep> counted(std::vector<FlowStep> const& steps)
{
    std::vector<CountedStep> all;
    all.reserve(steps.size());
    for (auto const& step : steps) all.push_back({step, hours(to_hours(tenths_of_minutes(step)))});
    return all;
}

std::string in_words(std::int64_t tenths)
{
    auto const size = tenths < 0 ? -tenths : tenths;
    return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

void explain(Effect& effect, std::int64_t before, std::int64_t after)
{
    auto const saved = before - after;
    effect.formula = "年間の時間 = Σ(分 × 人数 × 年間の回数) ÷ 60。改善前 " + in_words(before) + " 時間 − 改善後 " +
                     in_words(after) + " 時間 = " + in_words(saved) + " 時間";
    effect.formula_en = "Hours a year = Σ(minutes × people × times a year) ÷ 60. Before " + in_words(before) + " h − after " +
                        in_words(after) + " h = " + in_words(saved) + " h";
    if (!effect.yen) return;
    auto const yen = [](std::int64_t amount) { return std::to_string(amount); };
    effect.formula += "。" + in_words(saved) + " 時間 × " + yen(effect.hourly.yen) + " 円 − ツールの年額 " +
                      yen(effect.tool_yen) + " 円 = " + yen(*effect.yen) + " 円";
    effect.formula_en += ". " + in_words(saved) + " h × " + yen(effect.hourly.yen) + " yen − tools a year " +
                         yen(effect.tool_yen) + " yen = " + yen(*effect.yen) + " yen";
}

}  // namespace

json::object FlowStep::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 100}};
    if (member == "minutes") return {{"minimum", 0}, {"maximum", 10'000}};
    if (member == "people") return {{"minimum", 0}, {"maximum", 1'000}};
    if (member == "times") return {{"minimum", 0}, {"maximum", 1'000'000}};
    return {};
}

json::object Tool::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 100}};
    if (member == "yen") return {{"minimum", 0}, {"maximum", 1'000'000'000}};
    return {};
}

std::int64_t tenths_of_hours(std::span<FlowStep const> steps)
{
    return to_hours(std::accumulate(steps.begin(), steps.end(), std::int64_t{0},
                                    [](std::int64_t sum, FlowStep const& step) { return sum + tenths_of_minutes(step); }));
}

std::int64_t yen_of(std::int64_t tenths, std::int64_t hourly_yen) { return divided(tenths * hourly_yen, 10); }

Effect effect(std::vector<FlowStep> const& before, std::vector<FlowStep> const& after, std::vector<Tool> const& tools,
              HourlyCost const& hourly)
{
    auto const was = tenths_of_hours(before);
    auto const is = tenths_of_hours(after);
    Effect effect;
    effect.before = counted(before);
    effect.after = counted(after);
    effect.hours_before = hours(was);
    effect.hours_after = hours(is);
    effect.hours_saved = hours(was - is);
    effect.hourly = hourly;
    effect.tools = tools;
    for (auto const& tool : tools) effect.tool_yen += tool.yen;
    if (hourly.yen > 0) {
        effect.yen_saved = yen_of(was - is, hourly.yen);
        effect.yen = *effect.yen_saved - effect.tool_yen;
    }
    explain(effect, was, is);
    return effect;
}

}  // namespace improvement
