// What was typed, made fit to be parsed and shown.
#pragma once
#include <string>
#include <string_view>

namespace markdown {

/// UTF-8 whatever comes in. Gone: controls, the marks that turn the direction of what follows, non-characters, and combining
/// marks beyond eight on one character. Line ends are \n. Doing it twice changes nothing.
std::string readable(std::string_view);

/// CommonMark closes **「強調」** only before a space or punctuation, and Japanese has no spaces: a character that is no
/// punctuation is put between the marks and the bracket. readable() takes it out again.
std::string loosened(std::string_view readable);

/// &amp; and &#x26; as the character they name; anything else as it stands.
std::string named_character(std::string_view entity);

}  // namespace markdown
