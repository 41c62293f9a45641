#include "features/people/names.hpp"

#include "platform/text/fold.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cstring>
#include <set>

namespace people {
namespace {

struct KeyParts {
    std::string kana, staff_no, name, former_name, legal_name;
};
BOOST_DESCRIBE_STRUCT(KeyParts, (), (kana, staff_no, name, former_name, legal_name))

struct KeyRow {
    StaffId id;
    std::string search_key;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (id, search_key))

struct Mark {
    std::optional<std::int64_t> last;
    std::int64_t near = 0;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (last, near))

db::Sql const kParts{"SELECT kana, staff_no, name, former_name, legal_name FROM staff WHERE id = $1"};
db::Sql const kNumbers{"SELECT DISTINCT staff_no FROM staff_number WHERE staff_id = $1 AND staff_no <> $2 ORDER BY staff_no"};
db::Sql const kSetKey{"UPDATE staff SET search_key = $2 WHERE id = $1"};
db::Sql const kAllKeys{"SELECT id, search_key FROM staff WHERE merged_into IS NULL"};
db::Sql const kOneKey{"SELECT search_key FROM staff WHERE id = $1 AND merged_into IS NULL"};
db::Sql const kMark{"SELECT max(seq) AS last, count(*) AS near FROM change_log WHERE seq > $1"};
db::Sql const kChanged{"SELECT staff_id FROM change_log WHERE seq > $1"};

/// On PostgreSQL a change may become visible after one with a higher number; this far back we look again.
constexpr std::int64_t kLateCommits = 256;
/// Beyond this many changes reading everybody is quicker.
constexpr std::int64_t kMostChanges = 2000;

constexpr char kBetween = '\t';  // no folded text has it, so nothing is found across two names

using Keyed = std::pair<StaffId, std::string>;

bool in_order(Keyed const& a, Keyed const& b) { return std::tie(a.second, a.first) < std::tie(b.second, b.first); }

std::int64_t looked_back(db::Tx const& tx, std::int64_t seq)
{
    return tx.dialect() == db::Dialect::postgres ? std::max<std::int64_t>(0, seq - kLateCommits) : seq;
}

std::vector<Keyed> renamed_among(db::Tx& tx, NameIndex const& index, std::vector<std::optional<StaffId>> const& changed)
{
    std::vector<Keyed> renamed;
    for (auto const& id : changed) {
        auto key = tx.maybe_one<std::string>(kOneKey, *id).value_or("");
        auto const position = index.position_of(*id);
        if (key != (position == UINT32_MAX ? std::string_view{} : index.key(position))) renamed.emplace_back(*id, std::move(key));
    }
    return renamed;
}

}  // namespace

std::string search_key(Called const& called)
{
    std::string key = text::fold(called.kana);
    auto const add = [&](std::string_view part) {
        if (!part.empty()) key += kBetween + text::fold(part);
    };
    add(called.staff_no);
    add(called.name);
    add(called.former_name);
    add(called.legal_name);
    for (auto const& number : called.earlier_numbers) add(number);
    return key;
}

void renew_search_key(db::Tx& tx, StaffId id)
{
    auto const parts = tx.one<KeyParts>(kParts, id);
    auto const numbers = tx.all<std::string>(kNumbers, id, parts.staff_no);
    tx.run(kSetKey, id, search_key({parts.kana, parts.staff_no, parts.name, parts.former_name, parts.legal_name, numbers}));
}

NameIndex::NameIndex(std::vector<std::pair<StaffId, std::string>> keys)
{
    if (!std::is_sorted(keys.begin(), keys.end(), in_order)) std::sort(keys.begin(), keys.end(), in_order);
    std::int64_t greatest = 0;
    std::size_t bytes = 0;
    for (auto const& [id, key] : keys) {
        greatest = std::max(greatest, id.value);
        bytes += key.size() + 1;
    }
    keys_.reserve(bytes);
    begins_.reserve(keys.size());
    ids_.reserve(keys.size());
    positions_.assign(static_cast<std::size_t>(greatest) + 1, UINT32_MAX);
    for (auto const& [id, key] : keys) {
        positions_[static_cast<std::size_t>(id.value)] = static_cast<std::uint32_t>(ids_.size());
        begins_.push_back(static_cast<std::uint32_t>(keys_.size()));
        ids_.push_back(id);
        keys_ += key;
        keys_ += '\n';
    }
    order_numbers();
}

std::string_view NameIndex::key(std::size_t position) const
{
    auto const end = position + 1 < begins_.size() ? begins_[position + 1] : keys_.size();
    return std::string_view{keys_}.substr(begins_[position], end - begins_[position] - 1);
}

std::uint32_t NameIndex::position_of(StaffId id) const
{
    auto const slot = static_cast<std::size_t>(id.value);
    return slot < positions_.size() ? positions_[slot] : UINT32_MAX;
}

std::uint32_t NameIndex::number_position_of(StaffId id) const
{
    auto const position = position_of(id);
    return position < number_positions_.size() ? number_positions_[position] : kNobody;
}

std::uint32_t NameIndex::first_from(std::string_view folded) const
{
    std::uint32_t first = 0, last = static_cast<std::uint32_t>(size());
    while (first < last) {
        auto const middle = first + (last - first) / 2;
        if (key(middle) < folded)
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

std::uint32_t NameIndex::next_containing(std::string_view folded, std::uint32_t from) const
{
    if (folded.empty() || from >= size()) return kNobody;
    // All keys in one piece: memmem does not stop at the lead bytes that every kana has in common.
    auto const* const begin = keys_.data() + begins_[from];
    auto const* const hit = static_cast<char const*>(
        ::memmem(begin, static_cast<std::size_t>(keys_.data() + keys_.size() - begin), folded.data(), folded.size()));
    if (!hit) return kNobody;
    auto const offset = static_cast<std::uint32_t>(hit - keys_.data());
    // The next hit is most often near: look a little ahead before halving.
    auto position = from;
    while (position + 1 < size() && begins_[position + 1] <= offset && position < from + 8) ++position;
    if (position + 1 == size() || begins_[position + 1] > offset) return position;
    return static_cast<std::uint32_t>(std::upper_bound(begins_.begin() + position, begins_.end(), offset) - begins_.begin() - 1);
}

void NameIndex::order_numbers()
{
    std::vector<std::pair<std::string_view, std::uint32_t>> numbers;
    numbers.reserve(size());
    for (std::uint32_t position = 0; position < size(); ++position) {
        auto const whole = key(position);
        auto const begin = whole.find(kBetween) + 1;
        numbers.emplace_back(whole.substr(begin, whole.find(kBetween, begin) - begin), position);
    }
    std::sort(numbers.begin(), numbers.end());
    number_positions_.resize(size());
    for (std::uint32_t rank = 0; rank < numbers.size(); ++rank) number_positions_[numbers[rank].second] = rank;
}

NameIndex NameIndex::with(std::span<Keyed const> changed) const
{
    std::vector<Keyed> fresh;
    std::set<StaffId> replaced;
    for (auto const& [id, key] : changed) {
        if (replaced.insert(id).second && !key.empty()) fresh.emplace_back(id, key);
    }
    std::sort(fresh.begin(), fresh.end(), in_order);

    std::vector<Keyed> kept, keys;
    kept.reserve(size());
    for (std::size_t position = 0; position < size(); ++position) {
        if (!replaced.contains(ids_[position])) kept.emplace_back(ids_[position], std::string{key(position)});
    }
    keys.reserve(kept.size() + fresh.size());
    std::merge(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()), fresh.begin(), fresh.end(),
               std::back_inserter(keys), in_order);
    return NameIndex{std::move(keys)};
}

std::string Names::folded(std::string const& name)
{
    std::lock_guard const lock{folded_guard_};
    auto const [known, fresh] = folded_.try_emplace(name);
    if (fresh) known->second = text::fold(name);
    return known->second;
}

std::shared_ptr<NameIndex const> Names::at(db::Tx& tx)
{
    std::lock_guard const lock{guard_};
    auto const since = looked_back(tx, seq_);
    auto const mark = tx.one<Mark>(kMark, since);
    if (index_ && mark.near == count_) return index_;

    auto const changed = index_ && mark.near <= kMostChanges ? tx.all<std::optional<StaffId>>(kChanged, since)
                                                             : std::vector<std::optional<StaffId>>{};
    auto const unnamed = [](auto const& id) { return !id; };
    if (changed.empty() || std::any_of(changed.begin(), changed.end(), unnamed)) {
        std::vector<Keyed> keys;
        tx.each<KeyRow>(kAllKeys, [&](KeyRow row) { keys.emplace_back(row.id, std::move(row.search_key)); });
        index_ = std::make_shared<NameIndex const>(std::move(keys));
    } else if (auto const renamed = renamed_among(tx, *index_, changed); !renamed.empty()) {
        index_ = std::make_shared<NameIndex const>(index_->with(renamed));
    }
    seq_ = std::max(seq_, mark.last.value_or(0));
    count_ = tx.one<Mark>(kMark, looked_back(tx, seq_)).near;
    return index_;
}

}  // namespace people
