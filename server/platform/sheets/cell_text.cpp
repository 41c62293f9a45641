#include "platform/sheets/cell_text.hpp"

namespace sheets {

std::string joined(std::vector<std::string> const& items)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += '\n';
        for (char const c : items[i]) {
            if (c == '\n') {
                text += "\\n";
            } else if (c == '\\') {
                text += "\\\\";
            } else {
                text += c;
            }
        }
    }
    return text;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> items;
    if (text.empty()) return items;
    items.emplace_back();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            items.emplace_back();
        } else if (text[i] == '\\' && i + 1 < text.size()) {
            items.back() += text[++i] == 'n' ? '\n' : text[i];
        } else {
            items.back() += text[i];
        }
    }
    return items;
}

}  // namespace sheets
