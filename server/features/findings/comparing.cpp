#include "features/findings/comparing.hpp"

#include "features/findings/indicators.hpp"
#include "platform/statistics/means.hpp"
#include "platform/statistics/shares.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>

namespace findings {
namespace {

using surveys::QuestionType;

std::string fixed(double value, int digits)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string percent(double share) { return fixed(share * 100, 0) + "%"; }
std::string points(double difference) { return (difference < 0 ? "−" : "+") + fixed(std::abs(difference) * 100, 0); }
std::string steps(double difference) { return (difference < 0 ? "−" : "+") + fixed(std::abs(difference), 2); }

/// An interval that holds 0 leaves open whether anything moved.
bool is_open(double low, double high) { return low <= 0 && high >= 0; }

char const* size_word(double effect)
{
    auto const size = std::abs(effect);
    if (size < 0.2) return "ごく小さい";
    if (size < 0.5) return "小さい";
    return size < 0.8 ? "中くらい" : "大きい";
}
char const* size_word_en(double effect)
{
    auto const size = std::abs(effect);
    if (size < 0.2) return "very small";
    if (size < 0.5) return "small";
    return size < 0.8 ? "medium" : "large";
}

void say(PairedShare& share)
{
    auto const moved = share.after < share.before   ? "に減りました"
                       : share.after > share.before ? "に増えました"
                                                    : "で変わりませんでした";
    auto const moved_en = share.after < share.before ? "fell" : share.after > share.before ? "rose" : "stayed";
    share.sentence = share.name + "は" + percent(share.before) + "から" + percent(share.after) + moved + "（対応のある" +
                     std::to_string(share.pairs) + "人、差の95%区間は" + points(share.low) + "から" + points(share.high) +
                     "ポイント、変化の大きさは" + size_word(share.effect) + "）。";
    share.sentence_en = share.name_en + " " + moved_en + " from " + percent(share.before) + " to " + percent(share.after) + " (" +
                        std::to_string(share.pairs) + " people asked twice; 95% interval of the difference " + points(share.low) +
                        " to " + points(share.high) + " points; a " + size_word_en(share.effect) + " change).";
    if (!is_open(share.low, share.high)) return;
    share.sentence += "この人数では、変わったとは言い切れません。";
    share.sentence_en += " With so few people, this may be chance.";
}

void say(PairedMean& mean)
{
    mean.sentence = "「" + mean.name + "」の平均は" + fixed(mean.before, 2) + "から" + fixed(mean.after, 2) +
                    "になりました（対応のある" + std::to_string(mean.pairs) + "人、差の95%区間は" + steps(mean.low) + "から" +
                    steps(mean.high) + "）。";
    mean.sentence_en = "The mean of \"" + mean.name_en + "\" went from " + fixed(mean.before, 2) + " to " + fixed(mean.after, 2) +
                       " (" + std::to_string(mean.pairs) + " people asked twice; 95% interval of the difference " +
                       steps(mean.low) + " to " + steps(mean.high) + ").";
    if (!is_open(mean.low, mean.high)) return;
    mean.sentence += "この人数では、変わったとは言い切れません。";
    mean.sentence_en += " With so few people, this may be chance.";
}

std::string const& english(std::string const& en, std::string const& ja) { return en.empty() ? ja : en; }

}  // namespace

std::optional<PairedShare> Comparison::share(surveys::Indicator const& indicator) const
{
    auto const before = look_at(before_.survey, indicator);
    auto const after = look_at(after_.survey, indicator);
    if (!before || !after || !before_.tells(before->field) || !after_.tells(after->field)) return std::nullopt;
    statistics::PairedCounts counts;
    for (auto const& [first, second] : people_.rows) {
        auto const said_before = before_.columns.chosen[before->field][first];
        auto const said_after = after_.columns.chosen[after->field][second];
        if (said_before == 0 || said_after == 0) continue;
        auto const was = (said_before & before->options) != 0;
        auto const is = (said_after & after->options) != 0;
        ++(was ? (is ? counts.both : counts.only_before) : (is ? counts.only_after : counts.neither));
    }
    auto const pairs = counts.both + counts.only_before + counts.only_after + counts.neither;
    if (pairs < threshold_) return std::nullopt;
    auto const figures = statistics::paired_shares(counts);
    PairedShare share{indicator.question,
                      indicator.item,
                      indicator.code,
                      indicator.name,
                      english(indicator.name_en, indicator.name),
                      indicator.lower_is_better,
                      pairs,
                      figures.before,
                      figures.after,
                      figures.difference,
                      figures.interval.low,
                      figures.interval.high,
                      figures.effect,
                      figures.p,
                      {},
                      {}};
    say(share);
    return share;
}

std::vector<PairedShare> Comparison::shares() const
{
    std::vector<PairedShare> shares;
    for (auto const& indicator : after_.survey.indicators)
        if (auto compared = share(indicator)) shares.push_back(*std::move(compared));
    return shares;
}

std::optional<PairedMean> Comparison::mean(surveys::Question const& question, std::size_t item) const
{
    auto const code = question.items.empty() ? std::string{} : question.items[item].code;
    auto const field_before = field_of(before_.survey, question.code, code);
    auto const field_after = field_of(after_.survey, question.code, code);
    if (!field_before || !field_after || !before_.tells(*field_before) || !after_.tells(*field_after)) return std::nullopt;
    std::vector<double> before, after;
    for (auto const& [first, second] : people_.rows) {
        auto const was = before_.columns.chosen[*field_before][first];
        auto const is = after_.columns.chosen[*field_after][second];
        if (was == 0 || is == 0) continue;
        before.push_back(std::countr_zero(was) + 1.0);
        after.push_back(std::countr_zero(is) + 1.0);
    }
    if (static_cast<int>(before.size()) < threshold_) return std::nullopt;
    auto const figures = statistics::paired_means(before, after);
    auto const& named = question.items.empty() ? question.text : question.items[item].text;
    auto const& named_en = question.items.empty() ? question.text_en : question.items[item].text_en;
    PairedMean mean{question.code,
                    code,
                    named,
                    english(named_en, named),
                    figures.n,
                    figures.mean_before,
                    figures.mean_after,
                    figures.difference,
                    figures.interval.low,
                    figures.interval.high,
                    figures.effect.value_or(0),
                    figures.p.value_or(1),
                    {},
                    {}};
    say(mean);
    return mean;
}

std::vector<PairedMean> Comparison::means() const
{
    std::vector<PairedMean> means;
    for (auto const& question : after_.survey.questions) {
        if (question.type != QuestionType::scale && question.type != QuestionType::matrix) continue;
        for (std::size_t item = 0; item < std::max<std::size_t>(1, question.items.size()); ++item)
            if (auto compared = mean(question, item)) means.push_back(*std::move(compared));
    }
    return means;
}

}  // namespace findings
