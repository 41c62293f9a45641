// The cases as a file: what the actor may read of them, handed in or confirmed, without names of people.
#pragma once
#include "features/improvement/cases.hpp"
#include "features/people/export.hpp"

namespace improvement {

struct ExportQuery : CaseFilter {
    people::ExportFormat format = people::ExportFormat::csv;
};
BOOST_DESCRIBE_STRUCT(ExportQuery, (CaseFilter), (format))

http::Download export_cases(http::LongCall const&, ExportQuery const&);

}  // namespace improvement
