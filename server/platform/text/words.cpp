#include "platform/text/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <memory>

namespace text {
namespace {

constexpr char32_t kLongVowel = 0x30FC;  // ー belongs to no script of its own

UScriptCode script_of(UChar32 character)
{
    auto error = U_ZERO_ERROR;
    return uscript_getScript(character, &error);
}

struct Scripts {
    bool kanji = false;    ///< somewhere
    bool katakana = true;  ///< throughout
    bool plain = true;     ///< katakana, Latin letters and digits throughout
};

Scripts scripts_of(icu::UnicodeString const& word)
{
    Scripts scripts;
    for (std::int32_t at = 0; at < word.length(); at = word.moveIndex32(at, 1)) {
        auto const character = word.char32At(at);
        auto const script = script_of(character);
        auto const katakana = script == USCRIPT_KATAKANA || static_cast<char32_t>(character) == kLongVowel;
        scripts.kanji = scripts.kanji || script == USCRIPT_HAN;
        scripts.katakana = scripts.katakana && katakana;
        scripts.plain = scripts.plain && (katakana || script == USCRIPT_LATIN || u_isdigit(character));
    }
    return scripts;
}

}  // namespace

std::vector<std::string> words(std::string_view utf8)
{
    auto error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> const breaks{icu::BreakIterator::createWordInstance(icu::Locale::getJapanese(), error)};
    if (U_FAILURE(error)) return {};
    auto const whole = icu::UnicodeString::fromUTF8(icu::StringPiece{utf8.data(), static_cast<std::int32_t>(utf8.size())});
    breaks->setText(whole);
    std::vector<std::string> found;
    auto goes_on = false;  // a foreign word that the dictionary cuts in two: ペーパー, レス
    for (auto from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
        auto const word = whole.tempSubStringBetween(from, to);
        auto const scripts = scripts_of(word);
        auto const wanted = (goes_on && scripts.katakana) || (word.countChar32() > 1 && (scripts.kanji || scripts.plain));
        if (wanted) word.toUTF8String(goes_on && scripts.katakana ? found.back() : found.emplace_back());
        goes_on = wanted && scripts.katakana;
    }
    return found;
}

}  // namespace text
