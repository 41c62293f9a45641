// From bytes to UTF-8 and back. CP932 is what Windows means by Shift_JIS: it has 髙 﨑 ① ㈱, and its 〜 is ～ (U+FF5E).
#pragma once
#include "platform/sheets/table.hpp"

namespace sheets {

struct BadBytes {
    std::size_t offset = 0;  ///< of the U+FFFD in the decoded text
    std::string bytes;
};

struct Decoded {
    std::string text;  ///< without byte order mark
    Encoding encoding = Encoding::utf8;
    std::vector<BadBytes> bad;
};

/// Without a given encoding: a byte order mark decides, then validity, then whichever of UTF-8 and CP932 leaves fewer bad bytes.
Decoded decode(std::string_view bytes, std::optional<Encoding> = {});

/// UTF-8 to CP932. What CP932 lacks becomes 〓 and is added to `lost` (a variation selector is lost without a 〓).
std::string to_cp932(std::string_view utf8, std::vector<std::string>& lost);

/// The CP932 bytes of one character as a number; none if CP932 lacks it.
std::optional<unsigned> cp932_code(char32_t);

}  // namespace sheets
