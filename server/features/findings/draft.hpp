// What is to be shown of a question, as far as it is decided.
#pragma once
#include "features/findings/disclosure.hpp"

#include <functional>
#include <optional>

namespace findings {

/// [cut][class] the group. People of a class are in the same groups throughout.
using Classes = std::vector<std::vector<std::int16_t>>;

struct Group {
    std::size_t cut = 0, number = 0;
};

/// A number for each thing, from 0 on without a gap.
struct Numbering {
    std::vector<std::uint32_t> of;
    std::size_t count = 0;

    /// All things alike.
    explicit Numbering(std::size_t things) : of(things, 0), count(things > 0 ? 1 : 0) {}
    /// Numbers anew, so that only those keep one number who also are in the same group. `group_of` is kNoGroup … groups − 1.
    void split(std::span<std::int16_t const> group_of, std::size_t groups);
};

struct Draft {
    Classes const& classes;
    std::vector<int> const& people;      ///< [class] who answered
    int everybody = 0;                   ///< who answered
    std::vector<std::vector<int>> size;  ///< [cut][group] who answered
    Shown shown;

    /// Shows every group of at least `threshold` people that the parent, if there is one, shows too.
    Draft(Classes const&, std::vector<std::size_t> const& groups, std::vector<int> const& people, int threshold,
          Shown const* parent);

    std::size_t cuts() const { return size.size(); }
    int size_of(Group group) const { return size[group.cut][group.number]; }
    bool shows(Group group) const { return shown.groups[group.cut][group.number]; }
    void show(Group group, bool yes) { shown.groups[group.cut][group.number] = yes; }
    bool holds(Group group, std::size_t c) const { return classes[group.cut][c] == static_cast<std::int16_t>(group.number); }
    std::vector<Group> all_groups() const;
    /// Groups of somebody but not of everybody, about which nothing is to be known.
    std::vector<Group> hidden_groups() const;
    /// Of those for which `asked` is true; of two as small, that of the later cut.
    std::optional<Group> smallest_shown(std::function<bool(Group)> const& asked) const;
    /// [cut][class] the group if it is shown, else kNoGroup.
    Classes shown_groups() const;

    /// What was hidden on the way and need not be: each group that was shown before, the largest first.
    void show_again(Shown const& before, std::function<bool()> const& allowed);
};

}  // namespace findings
