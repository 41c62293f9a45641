// The search key: what two spellings of the same name have in common. A name itself is stored and shown exactly as given.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// NFKC_Casefold, then: カナ (also half-width) as かな, ヶ as け, kanji variants as their common form (髙→高, 邊→辺, 齋→斉),
/// every hyphen and prolonged-sound mark as ー, variation selectors and all spaces gone. Folding twice changes nothing.
std::string fold(std::string_view);
/// The last part of it, for one character that NFKC_Casefold has been through.
char32_t fold_character(char32_t);

/// What to look for: every two neighbouring characters of a folded text, in order. Spaces and ASCII punctuation separate runs;
/// a run of one character is that character.
std::vector<std::string> bigrams(std::string_view folded);
/// What to store: the bigrams and the last character of each run, so that a prefix query on one character finds every place of
/// it.
std::vector<std::string> index_terms(std::string_view folded);

}  // namespace text
