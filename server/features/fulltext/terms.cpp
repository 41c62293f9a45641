#include "features/fulltext/terms.hpp"

#include "platform/text/utf8.hpp"

#include <algorithm>
#include <unordered_set>

namespace fulltext {
namespace {

using text::is_digit;
using text::is_latin;
using text::kApart;
using text::SearchText;

constexpr char32_t kTitle = 0xFDD0, kKind = 0xFDD1, kCircle = 0xFDD2, kBlock = 0xFDD3, kWord = 0xFDD5, kMonth = 0xFDD6,
                   kYear = 0xFDD7, kApartList = 0xFDD8, kKindList = 0xFDD9;
constexpr std::size_t kShort = 2, kBegin = 3, kLongBegin = 5, kMostDigits = 12;

std::string utf8(std::u32string_view characters)
{
    std::string out;
    for (auto const c : characters) text::append_character(out, c);
    return out;
}

std::string marked(char32_t mark, std::string_view term)
{
    std::string out;
    text::append_character(out, mark);
    return out.append(term);
}

std::string word_term(std::u32string_view characters) { return marked(kWord, utf8(characters)); }

bool is_pair(char32_t a, char32_t b)
{
    return a != kApart && b != kApart && !(is_latin(a) && is_latin(b)) && !(is_digit(a) && is_digit(b));
}

template <class Is>
std::u32string_view run_at(std::u32string_view characters, std::size_t at, Is is)
{
    auto end = at;
    while (end < characters.size() && is(characters[end])) ++end;
    return characters.substr(at, end - at);
}

// A word of two letters is stored whole, a longer one by how it begins; AI-OCR as ai, as ocr and by how aiocr begins.
template <class F>
void latin_terms(SearchText const& text, std::size_t at, F&& take)
{
    auto const run = run_at(text.characters, at, is_latin);
    for (std::size_t length = 1; length <= std::min(kShort, run.size()); ++length) {
        if (run.size() == length || !text.joined(at + length)) take(word_term(run.substr(0, length)));
    }
    if (run.size() >= kBegin) take(word_term(run.substr(0, kBegin)));
    if (run.size() >= kLongBegin) take(word_term(run.substr(0, kLongBegin)));
}

template <class F>
void each_term(SearchText const& text, F&& take)
{
    auto const characters = std::u32string_view{text.characters};
    for (std::size_t at = 0; at < characters.size(); ++at) {
        auto const c = characters[at];
        auto const before = at ? characters[at - 1] : kApart;
        if (text::is_kanji(c)) take(utf8(characters.substr(at, 1)));
        if (at + 1 < characters.size() && is_pair(c, characters[at + 1])) take(utf8(characters.substr(at, 2)));
        if (is_latin(c) && !(is_latin(before) && text.joined(at))) latin_terms(text, at, take);
        if (is_digit(c) && !is_digit(before)) take(word_term(run_at(characters, at, is_digit).substr(0, kMostDigits)));
    }
}

std::chrono::year_month_day day_of(Instant at) { return std::chrono::floor<std::chrono::days>(at); }

std::string month_term(std::chrono::year_month_day day)
{
    return marked(kMonth,
                  std::to_string(static_cast<int>(day.year()) * 100 + static_cast<int>(static_cast<unsigned>(day.month()))));
}
std::string year_term(std::chrono::year year) { return marked(kYear, std::to_string(static_cast<int>(year))); }

}  // namespace

std::string in_title(std::string_view term) { return marked(kTitle, term); }
std::string kind_term(Kind kind) { return marked(kKind, std::to_string(static_cast<int>(kind))); }
std::string kept_apart(std::string_view term) { return marked(kApartList, term); }
std::string kept_apart(Kind kind, std::string_view term)
{
    return marked(kKindList, std::to_string(static_cast<int>(kind))).append(term);
}
std::string closed_term() { return marked(kCircle, ""); }
std::string circle_term(std::int64_t circle) { return marked(kCircle, std::to_string(circle)); }
std::string block_term(std::size_t size, std::int64_t block)
{
    return marked(kBlock, std::string(1, static_cast<char>('a' + size)) + std::to_string(block));
}

Terms block_terms(std::int64_t number)
{
    Terms found;
    for (std::size_t size = 0; size < std::size(kBlockSizes); ++size)
        found.push_back(block_term(size, number / kBlockSizes[size]));
    return found;
}

Terms stored_terms(Document const& document)
{
    Terms found;
    std::unordered_set<std::string> seen;
    auto const take = [&](std::string term) {
        if (seen.insert(term).second) found.push_back(std::move(term));
    };
    auto const title = text::read_for_search(document.title);
    each_term(title, take);
    each_term(text::read_for_search(document.text), take);
    if (has_own_title(document.kind)) each_term(title, [&](std::string const& term) { take(in_title(term)); });
    if (is_kept_apart(document.kind)) {
        for (std::size_t i = 0, words = found.size(); i < words; ++i) {
            take(kept_apart(found[i]));
            take(kept_apart(document.kind, found[i]));
        }
    }
    take(kind_term(document.kind));
    if (document.circle != 0) {
        take(closed_term());
        take(circle_term(document.circle));
    }
    take(month_term(day_of(document.at)));
    take(year_term(day_of(document.at).year()));
    return found;
}

Terms asked_terms(std::u32string_view word)
{
    Terms found;
    if (word.size() == 1 && text::is_kanji(word[0])) return {utf8(word)};
    bool paired = false;  // every other pair is enough, and the last
    for (std::size_t at = 0; at < word.size(); ++at) {
        auto const c = word[at];
        bool const begins = at == 0 || !is_latin(word[at - 1]);
        if (is_latin(c) && begins) {
            auto const run = run_at(word, at, is_latin);
            found.push_back(word_term(run.substr(0, run.size() >= kLongBegin ? kLongBegin : kBegin)));
        }
        if (is_digit(c) && (at == 0 || !is_digit(word[at - 1])))
            found.push_back(word_term(run_at(word, at, is_digit).substr(0, kMostDigits)));
        bool const pair = at + 1 < word.size() && is_pair(c, word[at + 1]);
        bool const needed = pair && (!paired || at + 2 == word.size());
        if (needed) found.push_back(utf8(word.substr(at, 2)));
        paired = needed;
    }
    return found;
}

Terms time_terms(std::optional<Instant> from, std::optional<Instant> until)
{
    if (!from && !until) return {};
    using namespace std::chrono;
    constexpr year kFirst{2000}, kLast{2060};
    constexpr int kMostMonths = 25;
    auto const first = from ? day_of(*from) : year_month_day{kFirst / January / 1};
    auto const last = until ? day_of(*until) : year_month_day{kLast / December / 1};
    Terms found;
    auto const months = (last.year() / last.month()) - (first.year() / first.month());
    if (months.count() < kMostMonths) {
        for (auto at = first.year() / first.month(); at <= last.year() / last.month(); at += std::chrono::months{1})
            found.push_back(month_term(at / 1));
    } else {
        for (auto at = std::max(first.year(), kFirst); at <= std::min(last.year(), kLast); ++at) found.push_back(year_term(at));
    }
    if (found.empty()) found.push_back(year_term(kFirst));
    return found;
}

}  // namespace fulltext
