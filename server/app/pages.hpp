// The web UI inside the binary: every path of a municipality is the same page, which reads its address itself.
#pragma once
#include "platform/http/dispatch.hpp"

namespace app {

/// For DispatchSettings::pages.
std::optional<http::Response> page(http::Request const&, http::Municipality const*);
/// For DispatchSettings::style_hashes, as web/style-hashes.txt says.
std::string_view style_hashes();

}  // namespace app
