// A file that somebody sends so that others can open it.
#pragma once
#include "platform/db/statement.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace files {

struct KeptFile {
    std::string name;             ///< without the folders that some browsers send along
    std::string_view media_type;  ///< by the name's ending
    db::Blob bytes;
};

/// What was sent under `name` and waits at `path`. Throws Refused: invalid_input at /name for a kind that is not kept, an empty
/// file, and a content that does not begin as its kind does, so that nothing else is shown as a picture; too_large above
/// `largest` bytes; unreadable_file.
KeptFile kept_file(std::string const& name, std::string const& path, std::uint64_t largest);

}  // namespace files
