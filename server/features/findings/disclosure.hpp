// Which groups of a closed survey may be shown, so that nobody's answer can be read out of what is published.
//
// For each question there is a table of everybody, and for each cut (category, section, rank …) one that crosses the question
// with the groups of the cut. Cuts are never crossed with each other. Whoever reads the tables may know who belongs to which
// group. A group that is not shown is left out of its table, and two things hold for what is left:
//
// 1. Tables added and subtracted in any way never speak of fewer than k people. This is more than k people in each group: what is
//    left of the total without the shown groups of a cut, and the difference between a department and the category that nearly
//    fills it, are such sums too. How it is known: few.hpp.
// 2. How many of a hidden group chose an option cannot be told. For each hidden group and option there are two people, one in the
//    group and one not, who stand in the same shown groups and of whom one chose the option and the other did not. Let them
//    exchange all their answers to the question: no published figure changes, and the hidden one does. (Not asked of an option
//    that nobody or everybody chose, nor of a group that everybody belongs to.)
//
// Where one does not hold, more groups are hidden: for the first, the smallest that takes part in the sum; for the second, those
// of fewest people that keep two from the exchange. To hide cannot break the first, since fewer tables are fewer sums, nor undo
// an exchange; and with everything hidden the second holds, since then any two people stand in the same groups. So it ends. What
// was hidden on the way and turns out not to be needed is shown again, the largest group first.
//
// A question that is asked only of those who answered another one in a certain way starts with what is hidden there: then two who
// exchange their answers to both change nothing that is published of either.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace findings {

inline constexpr std::int16_t kNoGroup = -1;
inline constexpr std::size_t kMostOptions = 64;

/// One way of grouping the respondents.
struct Cut {
    std::size_t groups = 0;
    std::span<std::int16_t const> of;  ///< [respondent] the number of their group, or kNoGroup
};

struct Shown {
    bool total = false;                     ///< not even the total, where fewer than the threshold answered
    std::vector<std::vector<bool>> groups;  ///< [cut][group]; never one of nobody

    bool operator==(Shown const&) const = default;
};

struct Asked {
    std::span<std::uint8_t const> answered;  ///< [respondent] 0: does not count for this question
    std::span<std::uint64_t const> chosen;   ///< [respondent] bit o: chose option o
    std::size_t options = 0;                 ///< at most kMostOptions
    Shown const* parent = nullptr;           ///< what is shown of the question on whose answer this one depends
};

struct Draft;

/// The respondents of one survey in their groups. Groups are counted once, and questions that the same people answered share the
/// first rule's work; so ask one object about all questions.
class Disclosure {
public:
    /// Refuses with std::invalid_argument a threshold below 2 and a group number that the cut does not have.
    Disclosure(std::span<Cut const> cuts, std::size_t respondents, int threshold);

    /// Refuses with std::invalid_argument answers that are not one for each respondent, too many options, and a parent of other
    /// cuts.
    Shown shown(Asked const&);

private:
    struct Safe {
        std::vector<int> people;  ///< [class] who answered
        Shown start, shown;
    };
    void must_fit(Asked const&) const;
    void keep_sums_large(Draft&);

    int threshold_;
    std::vector<std::size_t> groups_;      ///< [cut]
    std::vector<std::uint32_t> class_of_;  ///< [respondent] people of a class are in the same groups throughout
    std::size_t count_of_classes_ = 0;
    std::vector<std::vector<std::int16_t>> classes_;  ///< [cut][class] the group
    std::vector<Safe> safe_;
};

}  // namespace findings
