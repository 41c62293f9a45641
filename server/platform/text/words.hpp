// The words of a Japanese text, as a dictionary cuts it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// Words of two characters and more that carry meaning by themselves: with a kanji, all in katakana, or Latin letters and digits.
/// Particles and endings in hiragana are left out. In the order they stand, repeated as often as they occur.
std::vector<std::string> words(std::string_view);

}  // namespace text
