#include "platform/markdown/beginning.hpp"

#include "platform/markdown/markdown.hpp"
#include "platform/text/utf8.hpp"

namespace markdown {
namespace {

constexpr std::size_t kRead = 3;  // times as much as is shown: the rest is for marks

/// Takes the front off a text.
std::string_view take_front(std::string_view& text, std::size_t characters)
{
    auto const whole = text;
    for (std::size_t count = 0; count < characters && !text.empty(); ++count) text::take_character(text);
    return whole.substr(0, whole.size() - text.size());
}

}  // namespace

std::string beginning(std::string_view text, std::size_t characters)
{
    auto const said = plain(take_front(text, kRead * characters));
    std::string_view unsaid{said};
    std::string line{take_front(unsaid, characters)};
    for (auto& c : line)
        if (c == '\n') c = ' ';
    return unsaid.empty() && text.empty() ? line : line + "…";
}

}  // namespace markdown
