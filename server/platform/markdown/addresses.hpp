// Where a link may lead. Everything else stays text.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace markdown {

/// http://…, https://…, mailto:…, or a path of this house. A browser reads these as we do: no spaces, controls or backslashes.
bool may_lead_to(std::string_view address);
/// "attachment:" and a number.
bool may_be_shown(std::string_view address);

struct Stretch {
    std::string_view text;
    bool address = false;
};
/// Cuts out http://… and https://… up to the first character that no address has, without the full stop or bracket behind it.
std::vector<Stretch> stretches(std::string_view text);

}  // namespace markdown
