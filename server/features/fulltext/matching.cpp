#include "features/fulltext/matching.hpp"

#include "platform/text/utf8.hpp"

#include <algorithm>
#include <span>

namespace fulltext {
namespace {

using text::is_digit;
using text::is_latin;
using text::kApart;
using text::SearchText;

constexpr std::size_t kLongestQuestion = 800;           // bytes
constexpr std::size_t kMostWords = 8, kMostTerms = 12;  // of one word: enough to find few others by

std::vector<std::string_view> split_at_spaces(std::string_view in)
{
    std::vector<std::string_view> found;
    while (!in.empty()) {
        auto const end = std::min({in.find_first_of(" \t\r\n\v\f"), in.find("\u3000"), in.size()});
        if (end > 0) found.push_back(in.substr(0, end));
        in.remove_prefix(end);
        if (!in.empty()) text::take_character(in);
    }
    return found;
}

std::vector<std::u32string_view> parts(std::u32string_view characters)
{
    std::vector<std::u32string_view> found;
    for (std::size_t from = 0; from <= characters.size();) {
        auto const end = std::min(characters.find(kApart, from), characters.size());
        if (end > from) found.push_back(characters.substr(from, end - from));
        from = end + 1;
    }
    return found;
}

void add(Terms& to, Terms const& more)
{
    for (auto const& term : std::span{more}.first(std::min(more.size(), kMostTerms))) {
        if (std::find(to.begin(), to.end(), term) == to.end()) to.push_back(term);
    }
}

bool says_and(std::string_view word) { return word == "AND" || word == "OR"; }

std::size_t letters_at_end(std::u32string_view what)
{
    auto const last = std::find_if_not(what.rbegin(), what.rend(), is_latin);
    return static_cast<std::size_t>(last - what.rbegin());
}

bool begins_where_a_word_may(SearchText const& text, std::size_t at)
{
    if (at == 0) return true;
    auto const first = text.characters[at], before = text.characters[at - 1];
    if (is_latin(first)) return !is_latin(before) || !text.joined(at);
    return !is_digit(first) || !is_digit(before);
}

bool ends_where_it_may(SearchText const& text, std::size_t end, std::size_t letters)
{
    if (end == text.size()) return true;
    auto const last = text.characters[end - 1], after = text.characters[end];
    if (is_digit(last)) return !is_digit(after);
    return letters == 0 || letters > 2 || !is_latin(after) || !text.joined(end);
}

enum class Script { none, kanji, kana, latin, digit, other };

Script script_of(char32_t c)
{
    if (c == kApart) return Script::none;
    if (text::is_kanji(c)) return Script::kanji;
    if (text::is_kana(c)) return Script::kana;
    if (is_latin(c)) return Script::latin;
    return is_digit(c) ? Script::digit : Script::other;
}

bool parts_between(SearchText const& text, std::size_t at)
{
    return at == 0 || at >= text.size() || !text.joined(at) ||
           script_of(text.characters[at - 1]) != script_of(text.characters[at]);
}

bool found_alone(SearchText const& text, std::u32string_view what)
{
    for (auto at = find_word(text, what); at != kNowhere; at = find_word(text, what, at + 1)) {
        if (stands_alone(text, at, what.size())) return true;
    }
    return false;
}

bool holds(Reading const& reading, std::u32string_view word)
{
    return find_word(reading.title, word) != kNowhere || find_word(reading.text, word) != kNowhere;
}

}  // namespace

Words words_of(std::string_view question)
{
    Words words;
    std::string kept;
    auto const typed = split_at_spaces(question.substr(0, kLongestQuestion));
    for (auto const word : typed) {
        if (typed.size() > 1 && says_and(word)) continue;
        kept.append(kept.empty() ? "" : " ").append(word);
        auto const read = text::read_for_search(word);
        for (auto const part : parts(read.characters)) {
            auto const terms = asked_terms(part);
            if (terms.empty() || words.each.size() == kMostWords) continue;
            if (std::find(words.each.begin(), words.each.end(), part) == words.each.end()) words.each.emplace_back(part);
            add(words.each_terms, terms);
        }
    }
    words.whole = text::read_for_search(kept).characters;
    if (words.each.size() == 1) words.whole = words.each.front();
    for (auto const part : parts(words.whole)) {
        if (words.whole_terms.size() < kMostTerms) add(words.whole_terms, asked_terms(part));
    }
    return words;
}

std::size_t find_word(SearchText const& text, std::u32string_view what, std::size_t from)
{
    if (what.empty()) return kNowhere;
    auto const letters = letters_at_end(what);
    for (auto at = text.characters.find(what, from); at != text.characters.npos; at = text.characters.find(what, at + 1)) {
        if (begins_where_a_word_may(text, at) && ends_where_it_may(text, at + what.size(), letters)) return at;
    }
    return kNowhere;
}

bool stands_alone(SearchText const& text, std::size_t at, std::size_t length)
{
    return parts_between(text, at) && parts_between(text, at + length);
}

int score(Words const& words, Reading const& reading, bool own_title, bool settled)
{
    constexpr int kWholeInTitle = 4'000, kWholeInText = 2'000, kApartWords = 1'000;
    constexpr int kIsTheTitle = 500, kBeginsTitle = 100, kAloneInTitle = 200, kAloneInText = 100, kWordInTitle = 50,
                  kSettled = 20;
    auto const all = [&](auto holds_it) { return std::all_of(words.each.begin(), words.each.end(), holds_it); };
    auto const in_title = own_title ? find_word(reading.title, words.whole) : kNowhere;
    int points = settled ? kSettled : 0;
    if (in_title != kNowhere) {
        points +=
            kWholeInTitle + (in_title == 0 ? kBeginsTitle : 0) + (reading.title.characters == words.whole ? kIsTheTitle : 0);
        return points + (found_alone(reading.title, words.whole) ? kAloneInTitle : 0);
    }
    bool const whole = find_word(reading.text, words.whole) != kNowhere;
    if (!whole && !all([&](auto const& word) { return holds(reading, word); })) return 0;
    points += whole ? kWholeInText : kApartWords;
    if (whole ? found_alone(reading.text, words.whole) : all([&](auto const& word) { return found_alone(reading.text, word); }))
        points += kAloneInText;
    for (auto const& word : words.each) points += own_title && find_word(reading.title, word) != kNowhere ? kWordInTitle : 0;
    return points;
}

}  // namespace fulltext
