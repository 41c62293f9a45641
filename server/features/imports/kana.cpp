// Half-width kana as payroll systems print them: the voiced mark is a character of its own and joins the one before it.
#include "features/imports/kana.hpp"

#include "platform/text/utf8.hpp"

#include <array>

namespace imports {
namespace {

constexpr char32_t kFirst = 0xFF61;
constexpr char32_t kLast = 0xFF9F;
constexpr char32_t kVoiced = 0xFF9E;
constexpr char32_t kSemiVoiced = 0xFF9F;
constexpr std::u32string_view kFull =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    U"゛゜";
static_assert(kFull.size() == kLast - kFirst + 1);

bool takes_voice(char32_t c) { return (c >= U'カ' && c <= U'ト' && c != U'ッ') || (c >= U'ハ' && c <= U'ホ'); }

}  // namespace

std::string full_width_kana(std::string_view given)
{
    // Every half-width kana is EF BD xx or EF BE xx.
    if (given.find("\xEF\xBD") == given.npos && given.find("\xEF\xBE") == given.npos) return std::string(given);
    std::string full;
    while (!given.empty()) {
        auto c = text::take_character(given);
        if (c >= kFirst && c <= kLast) {
            c = kFull[c - kFirst];
            auto rest = given;
            auto const next = rest.empty() ? 0 : text::take_character(rest);
            auto const base = takes_voice(c) || c == U'ウ' || c == U'ワ';
            if (next == kVoiced && base) {
                c = c == U'ウ' ? U'ヴ' : c == U'ワ' ? U'ヷ' : c + 1;
                given = rest;
            } else if (next == kSemiVoiced && c >= U'ハ' && c <= U'ホ') {
                c += 2;
                given = rest;
            }
        }
        text::append_character(full, c);
    }
    return full;
}

}  // namespace imports
