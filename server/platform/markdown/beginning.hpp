// The beginning of a text, for a list in which many stand.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace markdown {

/// What is said first, on one line and without marks: at most so many characters, and "…" when the text goes on. Only the front
/// of a long text is read, so many marks or a long address may leave less to see.
std::string beginning(std::string_view text, std::size_t characters);

}  // namespace markdown
