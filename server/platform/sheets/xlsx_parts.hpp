// The small parts of an xlsx: which sheets there are and where, what the number formats mean.
#pragma once
#include "platform/sheets/number_format.hpp"
#include "platform/sheets/zip_file.hpp"

namespace sheets {

struct SheetPart {
    std::string name;
    std::string path;  ///< inside the zip
    bool hidden = false;
};

struct XlsxParts {
    std::vector<SheetPart> sheets;
    std::string shared_strings;         ///< path, empty if there are none
    std::vector<NumberFormat> formats;  ///< by the style number of a cell
    text::SerialBase serial_base = text::SerialBase::since_1900;
};

/// Refuses a zip that is not an xlsx with unsupported_file.
XlsxParts read_parts(ZipFile&);

}  // namespace sheets
