#include "features/findings/disclosure.hpp"

#include "features/findings/exchange.hpp"
#include "features/findings/sums.hpp"

#include <algorithm>
#include <stdexcept>

namespace findings {
namespace {

void keep_hidden_groups_open(Draft& draft, std::vector<Choices> const& choices)
{
    if (!draft.shown.total) return;
    auto const start = draft.shown;
    auto const in_the_way = [&] { return in_the_way_of_exchange(draft, choices); };
    for (auto groups = in_the_way(); !groups.empty(); groups = in_the_way())
        for (auto const group : groups) draft.show(group, false);
    draft.show_again(start, [&] { return in_the_way().empty(); });
}

}  // namespace

Disclosure::Disclosure(std::span<Cut const> cuts, std::size_t respondents, int threshold) : threshold_(threshold)
{
    if (threshold < 2) throw std::invalid_argument("a threshold of one person hides nothing");
    Numbering classes{respondents};
    for (auto const& cut : cuts) {
        auto const is_group = [&](int group) { return group >= kNoGroup && group < static_cast<int>(cut.groups); };
        if (cut.of.size() != respondents || !std::all_of(cut.of.begin(), cut.of.end(), is_group))
            throw std::invalid_argument("every respondent has a group of the cut, or none");
        groups_.push_back(cut.groups);
        classes.split(cut.of, cut.groups);
    }
    for (auto const& cut : cuts) {
        auto& groups = classes_.emplace_back(classes.count, kNoGroup);
        for (std::size_t i = 0; i < respondents; ++i) groups[classes.of[i]] = cut.of[i];
    }
    count_of_classes_ = classes.count;
    class_of_ = std::move(classes.of);
}

Shown Disclosure::shown(Asked const& asked)
{
    must_fit(asked);
    auto const all_options = asked.options == kMostOptions ? ~std::uint64_t{0} : (std::uint64_t{1} << asked.options) - 1;
    std::vector<int> people(count_of_classes_, 0);
    std::vector<Choices> choices(count_of_classes_);
    for (std::size_t i = 0; i < class_of_.size(); ++i) {
        if (asked.answered[i] == 0) continue;
        ++people[class_of_[i]];
        choices[class_of_[i]].add({asked.chosen[i] & all_options, ~asked.chosen[i] & all_options});
    }
    Draft draft{classes_, groups_, people, threshold_, asked.parent};
    keep_sums_large(draft);
    keep_hidden_groups_open(draft, choices);
    return draft.shown;
}

void Disclosure::keep_sums_large(Draft& draft)
{
    auto const start = draft.shown;
    auto const known = std::find_if(safe_.begin(), safe_.end(),
                                    [&](Safe const& safe) { return safe.start == start && safe.people == draft.people; });
    if (known != safe_.end()) {
        draft.shown = known->shown;
        return;
    }
    while (auto const group = takes_part_in_too_few(draft, threshold_)) draft.show(*group, false);
    draft.show_again(start, [&] { return !takes_part_in_too_few(draft, threshold_); });
    safe_.push_back({draft.people, start, draft.shown});
}

void Disclosure::must_fit(Asked const& asked) const
{
    if (asked.answered.size() != class_of_.size() || asked.chosen.size() != class_of_.size())
        throw std::invalid_argument("every respondent answers or does not");
    if (asked.options > kMostOptions) throw std::invalid_argument("a question has at most 64 options");
    if (!asked.parent) return;
    auto const& groups = asked.parent->groups;
    if (!std::equal(groups.begin(), groups.end(), groups_.begin(), groups_.end(),
                    [](std::vector<bool> const& shown, std::size_t count) { return shown.size() == count; }))
        throw std::invalid_argument("both questions are published in the same cuts");
}

}  // namespace findings
