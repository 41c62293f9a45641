// What a document is stored under and asked by. Each term is letters and digits only, so no engine sees an operator; what is not
// a word begins with a non-character that no text holds.
//
// A word is asked by its pairs of neighbouring characters; one kanji alone by itself. Latin words and numbers are words of their
// own: a word is found from its beginning on (excel in Excel2019), one of two letters and a number only whole (AI is not in mail,
// 12 not in 2012).
#pragma once
#include "features/fulltext/fulltext.hpp"
#include "platform/text/search_text.hpp"

namespace fulltext {

using Terms = std::vector<std::string>;

/// Everything `document` is stored under, each once: words of title and text, words of the title by themselves, kind, circle,
/// month.
Terms stored_terms(Document const&);
/// What every document with this word holds: enough of it to find few others. Empty when it cannot be looked for.
Terms asked_terms(std::u32string_view word);
std::string in_title(std::string_view term);

/// What is written once and read long is a fiftieth of all that is written: its terms are stored again in lists for all of it and
/// in lists for its kind, so that it is found, or found missing, without walking along the long ones.
inline bool is_kept_apart(Kind kind) { return kind != Kind::topic && kind != Kind::reply; }
inline constexpr std::size_t kKindsKeptApart = 4;
std::string kept_apart(std::string_view term);
std::string kept_apart(Kind, std::string_view term);

/// Part of the words of a title, so that a reply is not found by its topic's title above its topic.
inline bool has_own_title(Kind kind) { return kind != Kind::reply; }

std::string kind_term(Kind);
std::string closed_term();
std::string circle_term(std::int64_t circle);
/// Months or years that hold every instant from `from` to `until`.
Terms time_terms(std::optional<Instant> from, std::optional<Instant> until);

/// Parts of the index, for an engine that would otherwise collect all there is before it sorts: each document lies in one block
/// of each size.
inline constexpr std::int64_t kBlockSizes[] = {1 << 10, 1 << 14, 1 << 18};
std::string block_term(std::size_t size, std::int64_t block);
/// Of the document's number, counted from 1.
Terms block_terms(std::int64_t number);

}  // namespace fulltext
