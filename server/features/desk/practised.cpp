#include "features/desk/desk.hpp"

namespace desk {
namespace {

db::Sql const kVisited{R"(
    SELECT count(*) FROM consultation_visitor w JOIN consultation_visit v ON v.id = w.visit_id
     WHERE v.consultation_id = $1 AND w.staff_id = $2)"};

bool took_part(http::Call const& call, ConsultationRow const& row, StaffId staff)
{
    return row.owner_id == staff || call.tx.one<std::int64_t>(kVisited, row.id, staff) > 0;
}

}  // namespace

// Claims are read by the head of whoever advised, who may not see the consultation: the number says which, not what about.
std::optional<practice::Source> practised(http::Call const& call, std::int64_t id)
{
    auto const who = viewer(call);
    auto const row = maybe_row(call.tx, who, ConsultationId{id});
    if (!row || row->status != ConsultationStatus::finished || !row->finished_at) return std::nullopt;
    if (who.staff == StaffId{} || row->staff_id == who.staff || !took_part(call, *row, who.staff)) return std::nullopt;
    return practice::Source{practice::Kind::consultation, id, row->subject_name + " " + number_text(*row),
                            "/desk/" + std::to_string(id), day_in_japan(*row->finished_at)};
}

}  // namespace desk
