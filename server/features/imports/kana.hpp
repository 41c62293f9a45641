#pragma once
#include <string>
#include <string_view>

namespace imports {

/// ﾀｶｻｷ ﾊｼﾞﾒ → タカサキ ハジメ. Everything else stays as it is.
std::string full_width_kana(std::string_view);

}  // namespace imports
