#include "features/imports/cell_text.hpp"

#include "platform/text/utf8.hpp"

#include <algorithm>

namespace imports {
namespace {

using people::PostingKind;
using std::string_view;

constexpr string_view kYes[] = {"○",   "〇",   "◯",    "●",    "有", "あり", "1",  "はい", "y",
                                "yes", "true", "使用", "利用", "✓",  "✔",    "レ", "該当", "要"};
constexpr string_view kNo[] = {"",      "×", "✕", "無", "なし", "0",      "いいえ", "n",      "no",
                               "false", "-", "―", "—",  "ー",   "非該当", "不要",   "未使用", "未利用"};
constexpr string_view kPrimary[] = {"", "本務", "主務", "本", "主"};
constexpr string_view kConcurrent[] = {"兼務", "併任", "兼", "兼職", "併"};
constexpr string_view kActing[] = {"事務取扱", "職務代理", "事務代理", "代理", "取扱"};

template <std::size_t N>
bool among(string_view const (&words)[N], string_view word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string lower_half_width(string_view text)
{
    auto half = is_ascii(text) ? std::string(text) : text::to_half_width(text);
    std::transform(half.begin(), half.end(), half.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return half;
}

}  // namespace

bool is_ascii(string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<bool> yes_or_no_of(string_view given)
{
    if (given.empty() || among(kNo, given)) return false;
    auto const word = lower_half_width(given);
    if (among(kYes, word)) return true;
    return among(kNo, word) ? std::optional{false} : std::nullopt;
}

std::optional<PostingKind> posting_kind_of(string_view given)
{
    if (among(kPrimary, given)) return PostingKind::primary;
    if (among(kConcurrent, given)) return PostingKind::concurrent;
    if (among(kActing, given)) return PostingKind::acting;
    return std::nullopt;
}

bool exponent_form(string_view text)
{
    auto const e = text.find("E+");
    return e != text.npos && e > 0 && text.find_first_not_of("0123456789.") == e;
}

bool means_no_date(string_view text)
{
    return text.empty() || text.find_first_not_of("0/-. ") == text.npos || text.starts_with("9999") || text == "-";
}

std::string in_hexadecimal(string_view bytes)
{
    constexpr string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (unsigned char const byte : bytes) {
        if (!text.empty()) text += ' ';
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string code_points(std::vector<char32_t> const& characters)
{
    std::string text;
    for (auto c : characters) {
        char buffer[16];
        std::snprintf(buffer, sizeof buffer, "%sU+%04X", text.empty() ? "" : " ", static_cast<unsigned>(c));
        text += buffer;
    }
    return text;
}

std::vector<string_view> split_list(string_view text)
{
    std::vector<string_view> items;
    while (!text.empty()) {
        std::size_t end = text.npos, length = 0;
        for (string_view const mark : {"、", "，", ",", "；", ";", "／", "/", "\n", "|"}) {
            if (auto const place = text.find(mark); place < end) end = place, length = mark.size();
        }
        auto const item = text::trim(text.substr(0, end));
        if (!item.empty()) items.push_back(item);
        if (end == text.npos) break;
        text.remove_prefix(end + length);
    }
    return items;
}

std::string join_list(std::vector<std::string> const& items, string_view between)
{
    std::string text;
    for (auto const& item : items) {
        if (!text.empty()) text += between;
        text += item;
    }
    return text;
}

}  // namespace imports
