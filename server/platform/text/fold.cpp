#include "platform/text/fold.hpp"

#include "platform/text/kanji_variants.hpp"
#include "platform/text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <unordered_map>

namespace text {
namespace {

// By position for the kanji of the first plane, because a search folds every character of every candidate.
class CommonForms {
public:
    CommonForms() : first_plane_(kLast - kFirst + 1)
    {
        for (char32_t c = kFirst; c <= kLast; ++c) first_plane_[c - kFirst] = c;
        for (auto group : kanji_variants()) {
            auto const common = take_character(group);
            while (!group.empty()) set(take_character(group), common);
        }
    }
    char32_t operator()(char32_t c) const
    {
        if (c >= kFirst && c <= kLast) return first_plane_[c - kFirst];
        auto const found = others_.find(c);
        return found == others_.end() ? c : found->second;
    }

private:
    static constexpr char32_t kFirst = 0x3400, kLast = 0x9FFF;
    void set(char32_t c, char32_t common)
    {
        if (c >= kFirst && c <= kLast)
            first_plane_[c - kFirst] = common;
        else
            others_.emplace(c, common);
    }
    std::vector<char32_t> first_plane_;
    std::unordered_map<char32_t, char32_t> others_;
};

char32_t common_form(char32_t c)
{
    static CommonForms const forms;
    return forms(c);
}

}  // namespace

char32_t fold_character(char32_t c)
{
    if (c >= U'ァ' && c <= U'ヶ') c -= U'ァ' - U'ぁ';
    switch (c) {
        case U'ゕ': return U'か';
        case U'ゖ': return U'け';  // 茅ヶ崎 and 茅ケ崎
        case U'\u301C': return U'~';
        case U'-':
        case U'\u2010':
        case U'\u2011':
        case U'\u2012':
        case U'\u2013':
        case U'\u2014':
        case U'\u2015':
        case U'\u2043':
        case U'\u2212':
        case U'\u2500':
        case U'\u2501': return U'ー';
        default: return c >= 0x2E80 ? common_form(c) : c;
    }
}

namespace {

bool is_plain_ascii(std::string_view in)
{
    for (char const c : in) {
        if (static_cast<unsigned char>(c) >= 0x80 || c == '-') return false;
    }
    return true;
}

std::string fold_ascii(std::string_view in)
{
    std::string out;
    out.reserve(in.size());
    for (char const c : in) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

icu::UnicodeString nfkc_casefold(std::string_view in)
{
    UErrorCode error = U_ZERO_ERROR;
    auto const* form = icu::Normalizer2::getNFKCCasefoldInstance(error);
    auto given = icu::UnicodeString::fromUTF8({in.data(), static_cast<std::int32_t>(in.size())});
    given.findAndReplace(icu::UnicodeString{u'\u309B'}, icu::UnicodeString{u'\u3099'});  // か゛ is が typed on an old keyboard
    given.findAndReplace(icu::UnicodeString{u'\u309C'}, icu::UnicodeString{u'\u309A'});
    auto result = form->normalize(given, error);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    return result;
}

std::vector<std::string> terms(std::string_view in, bool last_characters)
{
    std::vector<std::string> found;
    std::string before;
    std::size_t length = 0;
    auto const end_run = [&] {
        if (length == 1 || (length > 1 && last_characters)) found.push_back(before);
        length = 0;
    };
    while (!in.empty()) {
        auto const c = take_character(in);
        if (c < 0x80 ? !u_isalnum(static_cast<UChar32>(c)) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
            end_run();
            continue;
        }
        std::string now;
        append_character(now, c);
        if (length++ > 0) found.push_back(before + now);
        before = std::move(now);
    }
    end_run();
    return found;
}

}  // namespace

std::string fold(std::string_view in)
{
    if (is_plain_ascii(in)) return fold_ascii(in);
    auto const normal = nfkc_casefold(in);
    std::string out;
    out.reserve(in.size());
    for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
        auto const c = normal.char32At(i);
        if (u_isUWhiteSpace(c) || u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR)) continue;
        append_character(out, fold_character(static_cast<char32_t>(c)));
    }
    return out;
}

std::vector<std::string> bigrams(std::string_view in) { return terms(in, false); }
std::vector<std::string> index_terms(std::string_view in) { return terms(in, true); }

}  // namespace text
