#include "platform/http/conditional.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace http {
namespace {

std::string_view without_weakness(std::string_view etag)
{
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    auto const end = text.data() + text.size();
    auto const [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end) return {};
    return value;
}

RangeChoice last_bytes(std::uint64_t count, std::uint64_t size)
{
    if (count == 0 || size == 0) return {416, 0, 0};
    return {206, count > size ? 0 : size - count, size};
}

}  // namespace

bool names_etag(std::string_view if_none_match, std::string_view etag)
{
    if (if_none_match == "*") return true;
    while (!if_none_match.empty()) {
        auto const comma = if_none_match.find(',');
        auto one = if_none_match.substr(0, comma);
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (!one.empty() && without_weakness(one) == without_weakness(etag)) return true;
        if_none_match = comma == if_none_match.npos ? std::string_view{} : if_none_match.substr(comma + 1);
    }
    return false;
}

RangeChoice choose_range(std::string_view range, std::uint64_t size)
{
    RangeChoice const whole{200, 0, size};
    constexpr std::string_view kUnit = "bytes=";
    if (!range.starts_with(kUnit)) return whole;
    range.remove_prefix(kUnit.size());
    auto const dash = range.find('-');
    if (dash == range.npos || range.find(',') != range.npos) return whole;
    auto const first = number(range.substr(0, dash)), last = number(range.substr(dash + 1));
    if (dash == 0) return last ? last_bytes(*last, size) : whole;
    if (!first || (!last && dash + 1 < range.size()) || (last && *last < *first)) return whole;
    if (*first >= size) return {416, 0, 0};
    return {206, *first, last && *last < size - 1 ? *last + 1 : size};
}

bool allows_part(std::string_view if_range, std::string_view etag)
{
    return if_range.empty() || (!etag.empty() && if_range == etag);
}

}  // namespace http
