#include "platform/sheets/formula_guard.hpp"

namespace sheets {
namespace {

constexpr std::string_view kSigns[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

bool is_number(std::string_view text)
{
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    auto const digits = text.find_first_not_of("0123456789");
    if (digits == 0) return false;
    if (digits == text.npos) return !text.empty();
    text.remove_prefix(digits);
    return text.size() > 1 && text[0] == '.' && text.find_first_not_of("0123456789", 1) == text.npos;
}

std::size_t sign_size(std::string_view text)
{
    for (auto const sign : kSigns) {
        if (text.starts_with(sign)) return sign.size();
    }
    return 0;
}

}  // namespace

bool starts_like_formula(std::string_view text) { return sign_size(text) > 0; }

bool looks_like_formula(std::string_view text)
{
    auto const sign = sign_size(text);
    return sign > 0 && text.size() > sign && !is_number(text);
}

}  // namespace sheets
