#include "features/records/records.hpp"

namespace records {

void routes(http::Table& table)
{
    completion_routes(table);
    work_training_routes(table);
    report_routes(table);
}

}  // namespace records
