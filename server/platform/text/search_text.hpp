// A text as the search reads it: the characters of the search key, and for each the bytes it was written with.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace text {

struct SearchText {
    std::u32string characters;              ///< folded; kApart where punctuation keeps things apart
    std::vector<std::uint32_t> begin, end;  ///< of each character, in bytes of what was written

    std::size_t size() const { return characters.size(); }
    void reserve(std::size_t);
    void push(char32_t, std::uint32_t from, std::uint32_t to);
    /// Written right behind the one before it.
    bool joined(std::size_t at) const { return at > 0 && end[at - 1] == begin[at]; }
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
