// Whether a text holds what was asked, to the letter: the index only says where to look.
#pragma once
#include "features/fulltext/terms.hpp"

namespace fulltext {

struct Words {
    std::vector<std::u32string> each;  ///< all wanted
    std::u32string whole;              ///< as one stretch of text
    Terms each_terms, whole_terms;
};

/// A question as people type it: a space or punctuation between words, AND and OR said aloud left out, a lone kana (の) too.
Words words_of(std::string_view question);

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Where `what` begins, looking from `from` on.
std::size_t find_word(text::SearchText const&, std::u32string_view what, std::size_t from = 0);
/// Whether what stands there is a word by itself and not a part of a longer one: 研修 in 研修を, not in 研修会.
bool stands_alone(text::SearchText const&, std::size_t at, std::size_t length);

struct Reading {
    text::SearchText title, text;
};

/// How well it answers; 0 when not every word is there. The whole in the title is worth more than all else, then the whole in the
/// text.
int score(Words const&, Reading const&, bool own_title, bool settled);

}  // namespace fulltext
