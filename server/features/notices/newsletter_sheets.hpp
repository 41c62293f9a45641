// An issue on A4: title block, the items in sections, the colophon on the last sheet, page numbers.
#pragma once
#include "features/notices/newsletters.hpp"

namespace notices {

/// `address` stands before the paths of this house: host and municipality. Refuses with conflict when the machine has no Japanese
/// fonts.
std::string newsletter_pdf(Newsletter const&, std::string const& address);

}  // namespace notices
