#include "features/fulltext/fulltext.hpp"
#include "features/improvement/keeping.hpp"

namespace improvement {
namespace {

struct Written {
    std::string title, unit_name, summary, problem, cause, direction, done, support, citizen_benefit, staff_benefit,
        hours_used_for;
    Status status = Status::draft;
    Instant updated_at{};
};
BOOST_DESCRIBE_STRUCT(Written, (),
                      (title, unit_name, summary, problem, cause, direction, done, support, citizen_benefit, staff_benefit,
                       hours_used_for, status, updated_at))

db::Sql const kWritten{R"(
    SELECT c.title, u.name AS unit_name, c.summary, c.problem, c.cause, c.direction, c.done, c.support, c.citizen_benefit,
           c.staff_benefit, c.hours_used_for, c.status, c.updated_at
      FROM improvement_case c JOIN org_unit u ON u.id = c.unit_id WHERE c.id = $1)"};
db::Sql const kTools{"SELECT name FROM improvement_tool WHERE case_id = $1 ORDER BY place"};

}  // namespace

void let_find(db::Tx& tx, CaseId id)
{
    auto const written = tx.one<Written>(kWritten, id);
    if (written.status != Status::submitted && written.status != Status::confirmed)
        return fulltext::drop(tx, fulltext::Kind::improvement_case, id.value);
    auto text = written.summary;
    for (auto const* typed : {&written.problem, &written.cause, &written.direction, &written.done, &written.support,
                              &written.citizen_benefit, &written.staff_benefit, &written.hours_used_for})
        text += "\n" + markdown::plain(*typed);
    for (auto const& tool : tx.all<std::string>(kTools, id)) text += "\n" + tool;
    fulltext::put(tx, {.kind = fulltext::Kind::improvement_case,
                       .id = id.value,
                       .title = written.title,
                       .text = text + "\n" + written.unit_name,
                       .url = url_of(id),
                       .at = written.updated_at,
                       .settled = written.status == Status::confirmed});
}

}  // namespace improvement
