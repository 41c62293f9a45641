// A text as the search reads it: the characters of the search key, and for each the bytes it was written with.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace text {

struct SearchText {
    struct Stretch {
        std::uint32_t begin = 0, end = 0;
    };
    std::u32string characters;     ///< folded; kApart where punctuation keeps things apart
    std::vector<Stretch> written;  ///< of each character, in bytes of the text

    std::size_t size() const { return characters.size(); }
    void clear();
    void reserve(std::size_t);
    void push(char32_t, Stretch);
    void pop();
    /// Written right behind the one before it.
    bool joined(std::size_t at) const { return at > 0 && written[at - 1].end == written[at].begin; }
};

inline constexpr char32_t kApart = U' ';

/// As fold(), and besides: punctuation becomes one kApart; a space disappears, except between Latin letters and digits (テレ
/// ワーク, Excel VBA); a hyphen between Latin letters disappears (Wi-Fi, AI-OCR), as does ・ in katakana; ー at the end of a
/// katakana word of four and more is not read (サーバー, サーバ).
SearchText read_for_search(std::string_view);

inline bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }
inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_kanji(char32_t c);
/// Hiragana, or ー: katakana are hiragana by now.
inline bool is_kana(char32_t c) { return (c >= 0x3041 && c <= 0x3096) || c == 0x30FC; }

}  // namespace text
