#include "platform/sheets/header.hpp"

#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <set>

namespace sheets {
namespace {

constexpr std::size_t kRowsLookedAt = 50;

std::string one_line(std::string_view name)
{
    std::string line;
    std::copy_if(name.begin(), name.end(), std::back_inserter(line), [](char c) { return c != '\r' && c != '\n'; });
    return std::string{text::trim(line)};
}

std::vector<std::string> names_in(Sheet const& sheet, std::size_t row)
{
    std::vector<std::string> names;
    if (row >= sheet.rows.size()) return names;
    for (auto const& cell : sheet.rows[row].cells) names.push_back(one_line(cell.text));
    return names;
}

// The upper of two header rows as its readers see it: a name also stands over the columns it was merged across. A CSV has lost
// its merges, so there a name reaches over the unnamed columns to its right that have a name below.
struct Upper {
    std::vector<std::string> names;
    std::vector<bool> shared;  // the name stands over more than one column
};

Upper spread(Sheet const& sheet, std::size_t row, std::vector<std::string> const& below)
{
    Upper upper{names_in(sheet, row), {}};
    auto const width = std::max(upper.names.size(), below.size());
    upper.names.resize(width);
    upper.shared.resize(width);
    for (auto const& merge : sheet.merges) {
        if (merge.first_row > row || merge.last_row < row || merge.first_column >= width) continue;
        auto const last = std::min(merge.last_column, width - 1);
        for (auto column = merge.first_column; column <= last; ++column) {
            upper.names[column] = upper.names[merge.first_column];
            upper.shared[column] = last > merge.first_column;
        }
    }
    if (!sheet.merges.empty()) return upper;
    for (std::size_t column = 1; column < width; ++column) {
        auto const unnamed = upper.names[column].empty() && column < below.size() && !below[column].empty();
        if (!unnamed || below[column - 1].empty() || upper.names[column - 1].empty()) continue;
        upper.names[column] = upper.names[column - 1];
        upper.shared[column] = upper.shared[column - 1] = true;
    }
    return upper;
}

// Every name below stands under a shared one: these are the parts of a header, not a row of data.
bool subordinate(Upper const& upper, std::vector<std::string> const& below)
{
    bool any = false;
    for (std::size_t column = 0; column < below.size(); ++column) {
        if (below[column].empty()) continue;
        if (!upper.shared[column]) return false;
        any = true;
    }
    return any;
}

class Keys {
public:
    explicit Keys(std::span<std::string_view const> candidates)
    {
        for (auto const name : candidates) keys_.insert(column_key(name));
        keys_.erase("");
    }
    std::size_t size() const { return keys_.size(); }
    void find(std::string_view name, std::set<std::string>& found) const
    {
        auto key = column_key(name);
        if (keys_.contains(key)) found.insert(std::move(key));
    }

private:
    std::set<std::string> keys_;
};

std::size_t matches(Keys const& keys, std::vector<std::string> const& names)
{
    std::set<std::string> found;
    for (auto const& name : names) keys.find(name, found);
    return found.size();
}

std::size_t matches(Keys const& keys, Upper const& upper, std::vector<std::string> const& below,
                    std::vector<std::string> const& joined)
{
    std::set<std::string> found;
    for (std::size_t column = 0; column < joined.size(); ++column) {
        keys.find(joined[column], found);
        keys.find(upper.names[column], found);
        if (column < below.size()) keys.find(below[column], found);
    }
    return found.size();
}

std::vector<std::string> joined(Upper const& upper, std::vector<std::string> const& below)
{
    auto names = upper.names;
    for (std::size_t column = 0; column < below.size(); ++column) {
        if (below[column].empty() || below[column] == names[column]) continue;
        names[column] += (names[column].empty() ? "" : " ") + below[column];
    }
    return names;
}

}  // namespace

std::string column_key(std::string_view name)
{
    auto key = text::fold(name);
    for (;;) {
        auto const before = key.size();
        for (std::string_view const mark : {"※", "*", "＊", ":", "★"}) {
            if (key.ends_with(mark)) key.resize(key.size() - mark.size());
        }
        for (auto const& [open, close] : {std::pair{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}) {
            auto const at = key.rfind(open);
            if (key.ends_with(close) && at != key.npos && at > 0) key.resize(at);
        }
        if (key.size() == before) return key;
    }
}

Header header_at(Sheet const& sheet, std::size_t first_row, std::size_t row_count)
{
    Header header{first_row, row_count, names_in(sheet, first_row), 0};
    if (row_count == 2) {
        auto const below = names_in(sheet, first_row + 1);
        header.names = joined(spread(sheet, first_row, below), below);
    }
    while (!header.names.empty() && header.names.back().empty()) header.names.pop_back();
    return header;
}

std::optional<Header> find_header(Sheet const& sheet, std::span<std::string_view const> candidates)
{
    Keys const keys(candidates);
    std::optional<Header> best;
    auto const consider = [&](std::size_t row, std::size_t row_count, std::size_t matched) {
        if (best && best->matched >= matched) return;
        best = header_at(sheet, row, row_count);
        best->matched = matched;
    };
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), kRowsLookedAt); ++row) {
        auto const here = matches(keys, names_in(sheet, row));
        auto const below = names_in(sheet, row + 1);
        auto const upper = spread(sheet, row, below);
        auto const both = matches(keys, upper, below, joined(upper, below));
        // A second row counts when it brings names of its own or is plainly part of the header, and the first row is not just a
        // title.
        auto const two = both > matches(keys, below) && (both > here || (both == here && subordinate(upper, below)));
        consider(row, two ? 2 : 1, two ? both : here);
    }
    auto const needed = std::min<std::size_t>(2, keys.size());
    if (!best || best->matched < std::max<std::size_t>(1, needed)) return std::nullopt;
    return best;
}

}  // namespace sheets
