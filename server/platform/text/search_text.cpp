#include "platform/text/search_text.hpp"

#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

namespace text {
namespace {

constexpr char32_t kLong = U'ー', kDot = U'・';
constexpr std::size_t kLongWord = 4;  // JIS Z 8301: ー is left out at the end of words that have three sounds without it

bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == kLong; }
bool is_any_kana(char32_t c) { return (c >= 0x3041 && c <= 0x3096) || is_katakana(c); }
bool is_word_ascii(char32_t c) { return is_latin(c) || is_digit(c); }

// What NFKC_Casefold leaves alone whatever follows, save for the marks that go with a kana.
bool is_plain(char32_t c)
{
    return (c < 0x80 && !(c >= 'A' && c <= 'Z')) || (c >= 0x4E00 && c <= 0x9FFF) || is_any_kana(c) || c == U'、' || c == U'。' ||
           c == U'「' || c == U'」';
}

bool is_hyphen(char32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0x2500 || c == 0x2501;
}

bool is_letter(char32_t c)
{
    if (c < 0x80) return is_word_ascii(c);
    if ((c >= 0x4E00 && c <= 0x9FFF) || is_any_kana(c)) return true;
    auto const kinds = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kinds) != 0;
}

bool is_space(char32_t c)
{
    return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

icu::Normalizer2 const& normal_form()
{
    static auto const* const form = [] {
        UErrorCode error = U_ZERO_ERROR;
        auto const* const made = icu::Normalizer2::getNFKCCasefoldInstance(error);
        if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
        return made;
    }();
    return *form;
}

/// The characters after NFKC_Casefold, each with the bytes of the whole sequence that it came from.
class Normal {
public:
    Normal(std::string_view text, SearchText& out) : rest_(text), out_(out)
    {
        out_.clear();
        out_.reserve(text.size() / 2 + 4);
        next();
        while (!ended_) take();
    }

private:
    void take()
    {
        auto const from = at_;
        bool const plain = ahead_is_plain_;
        auto const c = next();
        bool const alone = ended_ || ahead_is_plain_;
        if (alone && plain) return out_.push(c, {from, at_});
        if (alone && c >= 'A' && c <= 'Z') return out_.push(c - 'A' + 'a', {from, at_});
        icu::UnicodeString sequence{static_cast<UChar32>(c)};
        while (!ended_ && !begins_sequence(ahead_)) sequence.append(static_cast<UChar32>(mark(next())));
        UErrorCode error = U_ZERO_ERROR;
        auto const normal = normal_form().normalize(sequence, error);
        if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
        for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1))
            out_.push(static_cast<char32_t>(normal.char32At(i)), {from, at_});
    }
    static bool begins_sequence(char32_t c)
    {
        return is_plain(c) || (mark(c) == c && normal_form().hasBoundaryBefore(static_cast<UChar32>(c)));
    }
    /// か゛ typed on an old keyboard is が.
    static char32_t mark(char32_t c) { return c == 0x309B ? 0x3099 : c == 0x309C ? 0x309A : c; }
    /// The character ahead; the one behind it is ahead now.
    char32_t next()
    {
        auto const c = ahead_;
        at_ = static_cast<std::uint32_t>(size_ - rest_.size());
        ended_ = rest_.empty();
        if (!ended_) ahead_ = take_character(rest_);
        ahead_is_plain_ = is_plain(ahead_);
        return c;
    }

    std::string_view rest_;  // behind the character ahead
    std::size_t size_ = rest_.size();
    std::uint32_t at_ = 0;  // of the character ahead, in bytes
    char32_t ahead_ = 0;
    bool ahead_is_plain_ = true, ended_ = false;
    SearchText& out_;
};

/// Decides for each character whether it is read, dropped, or keeps its neighbours apart.
class Reading {
public:
    explicit Reading(SearchText const& in) : in_(in) { out_.reserve(in_.size()); }
    SearchText out() &&
    {
        for (at_ = 0; at_ < in_.size(); ++at_) take(in_.characters[at_]);
        if (!out_.characters.empty() && out_.characters.back() == kApart) out_.pop();
        return std::move(out_);
    }

private:
    void take(char32_t c)
    {
        auto const katakana = katakana_;
        katakana_ = is_katakana(c) ? katakana_ + 1 : 0;
        if (c == kLong) return take_long_mark(katakana);
        if (is_hyphen(c)) return take_hyphen(katakana);
        if (c == kDot) return katakana && is_katakana(ahead()) ? void() : apart();
        if (is_space(c)) return is_word_ascii(last()) && is_word_ascii(ahead_of_spaces()) ? apart() : void();
        if (is_letter(c)) return push(fold_character(c));
        apart();
    }
    void take_long_mark(std::size_t katakana)
    {
        if (!is_kana(last())) return apart();
        bool const ends_word = katakana > 0 && !is_katakana(ahead());
        if (ends_word && katakana + 1 >= kLongWord) {
            out_.written.back().end = in_.written[at_].end;
            return;
        }
        push(kLong);
    }
    void take_hyphen(std::size_t katakana)
    {
        if (katakana > 0 && is_katakana(ahead())) {  // サ-バ
            katakana_ = katakana + 1;
            return push(kLong);
        }
        if (is_latin(last()) && is_word_ascii(ahead())) return;
        apart();
    }

    char32_t last() const { return out_.characters.empty() ? 0 : out_.characters.back(); }
    char32_t ahead() const { return at_ + 1 < in_.size() ? in_.characters[at_ + 1] : 0; }
    char32_t ahead_of_spaces() const
    {
        auto const found =
            std::find_if_not(in_.characters.begin() + static_cast<std::ptrdiff_t>(at_), in_.characters.end(), is_space);
        return found == in_.characters.end() ? 0 : *found;
    }
    void push(char32_t c) { out_.push(c, in_.written[at_]); }
    void apart()
    {
        if (last() != 0 && last() != kApart) push(kApart);
    }

    SearchText const& in_;
    SearchText out_;
    std::size_t at_ = 0;
    std::size_t katakana_ = 0;  // how many stand before this one
};

}  // namespace

void SearchText::clear()
{
    characters.clear();
    written.clear();
}

void SearchText::reserve(std::size_t size)
{
    characters.reserve(size);
    written.reserve(size);
}

void SearchText::push(char32_t c, Stretch of)
{
    characters.push_back(c);
    written.push_back(of);
}

void SearchText::pop()
{
    characters.pop_back();
    written.pop_back();
}

SearchText read_for_search(std::string_view in)
{
    thread_local SearchText normal;  // its memory serves the next text again: a question reads some fifty
    Normal{in, normal};
    return Reading{normal}.out();
}

bool is_kanji(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || c == U'々' || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace text
