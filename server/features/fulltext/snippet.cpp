#include "features/fulltext/snippet.hpp"

#include "platform/text/utf8.hpp"

#include <algorithm>

namespace fulltext {
namespace {

using text::SearchText;

constexpr std::size_t kBefore = 30, kLength = 100;

struct Range {
    std::size_t from, to;  // bytes of the original
};

std::vector<std::u32string_view> wanted(SearchText const& read, Words const& words)
{
    if (find_word(read, words.whole) != kNowhere) return {words.whole};
    return {words.each.begin(), words.each.end()};
}

std::vector<Range> ranges(SearchText const& read, Words const& words)
{
    std::vector<Range> found;
    for (auto const what : wanted(read, words)) {
        for (auto at = find_word(read, what); at != kNowhere; at = find_word(read, what, at + what.size()))
            found.push_back({read.written[at].begin, read.written[at + what.size() - 1].end});
    }
    std::sort(found.begin(), found.end(), [](Range a, Range b) { return a.from != b.from ? a.from < b.from : a.to > b.to; });
    std::vector<Range> apart;
    for (auto const range : found) {
        if (!apart.empty() && range.from < apart.back().to)
            apart.back().to = std::max(apart.back().to, range.to);
        else
            apart.push_back(range);
    }
    return apart;
}

std::vector<Part> cut(std::string_view original, Range window, std::vector<Range> const& marks)
{
    std::vector<Part> parts;
    auto at = window.from;
    auto const until = [&](std::size_t to, bool mark) {
        to = std::min(to, window.to);
        if (to > at) parts.push_back({std::string{original.substr(at, to - at)}, mark});
        at = std::max(at, to);
    };
    for (auto const range : marks) {
        if (range.to <= at) continue;
        until(range.from, false);
        until(range.to, true);
    }
    until(window.to, false);
    return parts;
}

/// Where the n-th character before or behind a place begins; a mark on a character goes with it.
std::size_t steps_back(std::string_view original, std::size_t at, std::size_t steps)
{
    while (at > 0 && steps > 0) {
        --at;
        if ((static_cast<unsigned char>(original[at]) & 0xC0U) != 0x80U) --steps;
    }
    return at;
}

std::size_t steps_ahead(std::string_view original, std::size_t at, std::size_t steps)
{
    auto rest = original.substr(at);
    while (!rest.empty() && steps-- > 0) text::take_character(rest);
    return original.size() - rest.size();
}

/// The nearest place not before `at` where a character that the search reads begins.
std::size_t whole_character(SearchText const& read, std::size_t at, std::size_t size)
{
    auto const next = std::lower_bound(read.written.begin(), read.written.end(), at,
                                       [](auto const& one, std::size_t from) { return one.begin < from; });
    return next == read.written.end() ? size : next->begin;
}

}  // namespace

std::vector<Part> marked(std::string_view original, SearchText const& read, Words const& words)
{
    return cut(original, {0, original.size()}, ranges(read, words));
}

std::vector<Part> marked(std::string_view text, std::string_view question)
{
    return marked(text, text::read_for_search(text), words_of(question));
}

std::vector<Part> snippet(std::string_view original, SearchText const& read, Words const& words)
{
    auto const marks = ranges(read, words);
    Range window{0, 0};
    if (!marks.empty()) window.from = steps_back(original, marks.front().from, kBefore);
    if (window.from > 0) window.from = std::min(whole_character(read, window.from, original.size()), marks.front().from);
    window.to = steps_ahead(original, window.from, kLength);
    if (!marks.empty())
        window.to = std::max(window.to, std::min(marks.front().to, steps_ahead(original, window.from, 2 * kLength)));
    if (window.to < original.size()) window.to = whole_character(read, window.to, original.size());
    window.to = std::min(window.to, steps_ahead(original, window.from, 3 * kLength));
    auto parts = cut(original, window, marks);
    if (window.from > 0) parts.insert(parts.begin(), {"…", false});
    if (window.to < original.size()) parts.push_back({"…", false});
    return parts;
}

}  // namespace fulltext
