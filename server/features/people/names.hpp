// Finding people by any of their names: folded keys of everybody, in memory, in the order of their kana.
// The names themselves are never folded; a key only says what two spellings have in common (髙=高, ｶﾅ=かな, 旧姓, every number).
#pragma once
#include "platform/core/ids.hpp"
#include "platform/db/tx.hpp"

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace people {

struct Called {
    std::string_view kana, staff_no, name, former_name, legal_name;
    std::span<std::string const> earlier_numbers{};
};
/// What is stored as staff.search_key: folded kana first, then the number, so that the order of keys is the order of kana.
std::string search_key(Called const&);
/// Makes the person's key again from what the database says.
void renew_search_key(db::Tx&, StaffId);

/// One state of everybody's keys; never changes.
class NameIndex {
public:
    struct Entry {
        StaffId id;
        std::string_view key;
    };
    explicit NameIndex(std::vector<std::pair<StaffId, std::string>> = {});

    std::size_t size() const { return ids_.size(); }
    StaffId at(std::size_t position) const { return ids_[position]; }
    std::string_view key(std::size_t position) const;
    /// Where the person stands in the order of kana; behind everybody when unknown.
    std::uint32_t position_of(StaffId) const;
    /// The first position whose key is not before the folded text: where those that begin with it stand.
    std::uint32_t first_from(std::string_view folded) const;
    /// Where the person stands in the order of staff numbers.
    std::uint32_t number_position_of(StaffId) const;
    /// f(position) for everybody whose key contains the folded text, in the order of kana, as long as f says true. Nobody for an
    /// empty text.
    template <class F>
    void each_containing(std::string_view folded, F&& f) const
    {
        for (auto position = next_containing(folded, 0); position != kNobody && f(position);)
            position = next_containing(folded, position + 1);
    }
    /// The same with some people's keys replaced; an empty key takes the person out.
    NameIndex with(std::span<std::pair<StaffId, std::string> const> changed) const;

private:
    static constexpr std::uint32_t kNobody = UINT32_MAX;
    std::uint32_t next_containing(std::string_view folded, std::uint32_t from) const;
    void order_numbers();
    std::string keys_;                   ///< all keys, one after another, each ended by a line break
    std::vector<std::uint32_t> begins_;  ///< of each key in keys_
    std::vector<StaffId> ids_;
    std::vector<std::uint32_t> positions_;         ///< by staff id
    std::vector<std::uint32_t> number_positions_;  ///< by position
};

/// The names of one municipality, brought forward to what the asking transaction sees. Thread-safe.
class Names {
public:
    std::shared_ptr<NameIndex const> at(db::Tx&);
    /// The folded form of a section's name, remembered: there are few, and every key stroke asks for all of them.
    std::string folded(std::string const& name);

private:
    std::mutex guard_;
    std::mutex folded_guard_;
    std::unordered_map<std::string, std::string> folded_;
    std::shared_ptr<NameIndex const> index_;
    std::int64_t seq_ = 0;    ///< the last change that is in
    std::int64_t count_ = 0;  ///< how many of the changes near to it are in: neighbours may commit later
};

}  // namespace people
