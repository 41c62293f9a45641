// Kanji that are written in several shapes: in name registers, and 旧字体 in older documents. Only for search keys: the shape a
// person uses is never replaced.
#pragma once
#include <span>
#include <string_view>

namespace text {

/// Each entry: the common form first, then the shapes found under it. Shapes that NFKC already unifies are not listed.
std::span<std::string_view const> kanji_variants();

}  // namespace text
