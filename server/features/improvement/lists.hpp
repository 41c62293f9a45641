// What a filter leaves, for lists, sums and files.
#pragma once
#include "features/improvement/rows.hpp"

namespace improvement {

std::vector<CaseRow> all_rows(db::Tx&, Reader const&, CaseFilter const&);

}  // namespace improvement
