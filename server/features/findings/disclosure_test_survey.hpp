// A made-up survey for the tests: who is in which group and who answered what.
#pragma once
#include "features/findings/disclosure.hpp"

#include <algorithm>
#include <vector>

namespace findings::made_up {

struct Survey {
    std::vector<std::vector<std::int16_t>> group_of;  ///< [cut][respondent]
    std::vector<std::size_t> groups;                  ///< [cut]
    std::vector<std::uint8_t> answered;
    std::vector<std::uint64_t> chosen;
    std::size_t options = 2;

    std::size_t respondents() const { return answered.size(); }
    std::vector<Cut> cuts() const
    {
        std::vector<Cut> all;
        for (std::size_t cut = 0; cut < groups.size(); ++cut) all.push_back({groups[cut], group_of[cut]});
        return all;
    }
    Asked asked() const { return {answered, chosen, options, nullptr}; }
    Shown shown(int threshold) const { return Disclosure{cuts(), respondents(), threshold}.shown(asked()); }

    bool is_in(std::size_t respondent, std::size_t cut, std::size_t group) const
    {
        return group_of[cut][respondent] == static_cast<std::int16_t>(group);
    }
    bool chose(std::size_t respondent, std::size_t option) const { return (chosen[respondent] >> option & 1) != 0; }
    std::size_t size(std::size_t cut, std::size_t group) const
    {
        std::size_t people = 0;
        for (std::size_t i = 0; i < respondents(); ++i) people += answered[i] != 0 && is_in(i, cut, group) ? 1 : 0;
        return people;
    }
    std::size_t everybody() const
    {
        return respondents() - static_cast<std::size_t>(std::count(answered.begin(), answered.end(), 0));
    }
    /// Somebody who answered chose the option, and somebody did not.
    bool is_open(std::size_t option) const
    {
        bool yes = false, no = false;
        for (std::size_t i = 0; i < respondents(); ++i)
            if (answered[i] != 0) (chose(i, option) ? yes : no) = true;
        return yes && no;
    }
    /// Every group with its cut.
    template <class Do>
    void each_group(Do const& tell) const
    {
        for (std::size_t cut = 0; cut < groups.size(); ++cut)
            for (std::size_t group = 0; group < groups[cut]; ++group) tell(cut, group);
    }
};

}  // namespace findings::made_up
