#include "platform/markdown/addresses.hpp"

#include <algorithm>

namespace markdown {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool in_address(char c)
{
    return is_letter_or_digit(c) || std::string_view{"-._~:/?#[]@!$&'()*+,;=%"}.find(c) != std::string_view::npos;
}

bool starts_with_word(std::string_view text, std::string_view lower_case)
{
    if (text.size() < lower_case.size()) return false;
    return std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                      [](char want, char is) { return is == want || (is >= 'A' && is <= 'Z' && is - 'A' + 'a' == want); });
}

std::size_t scheme_at(std::string_view text)
{
    for (std::string_view const scheme : {"https://", "http://"}) {
        if (starts_with_word(text, scheme)) return scheme.size();
    }
    return 0;
}

bool closes_nothing(std::string_view address)
{
    return address.back() == ')' &&
           std::count(address.begin(), address.end(), ')') > std::count(address.begin(), address.end(), '(');
}

std::size_t end_of_address(std::string_view text)
{
    auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), in_address) - text.begin());
    while (end > 0 && (std::string_view{".,;:!?'*~]["}.find(text[end - 1]) != text.npos || closes_nothing(text.substr(0, end))))
        --end;
    return end;
}

}  // namespace

bool may_lead_to(std::string_view address)
{
    auto const forbidden = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F' || c == '\\'; };
    if (address.size() > 2'000 || std::any_of(address.begin(), address.end(), forbidden)) return false;
    if (auto const scheme = scheme_at(address)) return address.size() > scheme && address[scheme] != '/';
    if (starts_with_word(address, "mailto:")) return address.size() > 7;
    return address.starts_with('/') && !address.starts_with("//");
}

bool may_be_shown(std::string_view address)
{
    constexpr std::string_view kScheme = "attachment:";
    if (!address.starts_with(kScheme)) return false;
    address.remove_prefix(kScheme.size());
    return !address.empty() && address.size() < 19 && address.find_first_not_of("0123456789") == address.npos;
}

std::vector<Stretch> stretches(std::string_view text)
{
    std::vector<Stretch> found;
    std::size_t from = 0, at = 0;
    while (at < text.size()) {
        auto const here = text.substr(at);
        auto const scheme = at == 0 || !is_letter_or_digit(text[at - 1]) ? scheme_at(here) : 0;
        auto const end = scheme ? end_of_address(here) : 0;
        if (end <= scheme || !may_lead_to(here.substr(0, end))) {
            ++at;
            continue;
        }
        if (at > from) found.push_back({text.substr(from, at - from)});
        found.push_back({here.substr(0, end), true});
        at = from = at + end;
    }
    if (from < text.size()) found.push_back({text.substr(from)});
    return found;
}

}  // namespace markdown
