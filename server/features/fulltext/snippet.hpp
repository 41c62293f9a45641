// What is shown of a text that was found: the stretch around the best place, with every word of the question marked where it
// stands.
#pragma once
#include "features/fulltext/matching.hpp"

namespace fulltext {

/// The whole of `original`, cut where marks begin and end.
std::vector<Part> marked(std::string_view original, text::SearchText const& read, Words const&);
/// About 100 characters of it; … where more stands before or behind.
std::vector<Part> snippet(std::string_view original, text::SearchText const& read, Words const&);

}  // namespace fulltext
