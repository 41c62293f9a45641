// Everybody on one day, in memory: what rules ask about and what figures are counted from.
// People stand in the organisation tree's pre-order of their primary unit, so a unit with all below it is one range.
// A roster is never the truth: load_roster() rebuilds it from the database, refresh() brings single people forward.
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/ids.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace people {

/// A text that stands for itself, interned: equal texts have equal numbers within one roster. 0 is the empty text.
using Word = std::uint32_t;

class Words {
public:
    Words() { of(""); }
    /// Begins with all of `below`, which must not change as long as this is used.
    static Words above(Words const& below);
    Word of(std::string_view text);                    ///< interns
    std::optional<Word> find(std::string_view) const;  ///< does not intern
    std::string const& text(Word word) const { return word < first_ ? below_->text(word) : texts_[word - first_]; }

private:
    Word end() const { return first_ + static_cast<Word>(texts_.size()); }
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    Words const* below_ = nullptr;
    Word first_ = 0;  ///< the first number of its own
    std::unordered_map<std::string, Word, Hash, std::equal_to<>> numbers_;
    std::vector<std::string> texts_;
};

/// A unit's place in the tree's pre-order; it and everything below it are the places [place, end).
using Place = std::uint32_t;
inline constexpr Place kNowhere = UINT32_MAX;

struct TreeUnit {
    OrgUnitId id;
    std::string code, name, kind;
    Place parent = kNowhere;
    Place end = 0;
    std::uint16_t depth = 0;
    std::vector<Word> tags;  ///< own and inherited
};

/// The organisation on one day.
class OrgTree {
public:
    std::span<TreeUnit const> units() const { return units_; }
    TreeUnit const& at(Place place) const { return units_[place]; }
    std::optional<Place> find(OrgUnitId) const;
    /// Every unit with that name or code; names repeat (庶務係).
    std::vector<Place> named(std::string_view name_or_code) const;
    /// 「総務部 情報政策課 企画係」: the names from the top down to the unit.
    std::string path(Place) const;
    bool within(Place place, Place ancestor) const { return place >= ancestor && place < units_[ancestor].end; }

    /// Units must come in pre-order with parent and depth set; computes `end`.
    explicit OrgTree(std::vector<TreeUnit> pre_order = {});

private:
    std::vector<TreeUnit> units_;
    std::unordered_map<std::int64_t, Place> by_id_;
};

enum class PostingKind : std::uint8_t { primary, concurrent, acting };
BOOST_DESCRIBE_ENUM(PostingKind, primary, concurrent, acting)

struct Post {
    Place place = kNowhere;
    Word rank = 0;
    PostingKind kind = PostingKind::primary;
    bool is_head = false;
};

/// One person on one day. Words are numbers in the roster's Words.
struct Person {
    StaffId id;
    Word staff_no = 0;  ///< kept as words so that a row of a list needs no second look-up
    Word name = 0, kana = 0;
    std::vector<Post> posts;  ///< the primary one first; empty when the person has no post that day
    Word employment = 0, occupation = 0, recruitment = 0;
    bool uses_pc = false, is_external = false, on_leave = false;
    std::vector<Word> systems, roles, courses, levels;  ///< in force that day; courses: ever completed until then

    Place place() const { return posts.empty() ? kNowhere : posts.front().place; }
};

struct Roster {
    Date on;
    Words words;
    OrgTree tree;
    std::vector<Person> people;  ///< by place, then kana, then staff number
    std::unordered_map<std::int64_t, std::uint32_t> row_of;

    /// The people of the unit and everything below it, as rows [first, second).
    std::pair<std::uint32_t, std::uint32_t> rows_within(Place) const;
    Person const* find(StaffId) const;
};

}  // namespace people
