#include "features/desk/desk.hpp"

namespace desk {
namespace {

db::Sql const kFinished{R"(
    SELECT c.id, j.name AS subject_name, j.name_en AS subject_name_en, c.public_title AS title, c.topic_id AS topic,
           c.finished_at
      FROM consultation c JOIN consultation_subject j ON j.id = c.subject_id
     WHERE c.status = 'finished' AND c.finished_at >= $1 AND c.finished_at < $2 ORDER BY c.finished_at DESC, c.id DESC)"};
struct Row {
    ConsultationId id;
    std::string subject_name, subject_name_en, title;
    std::optional<std::int64_t> topic;
    Instant finished_at;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, subject_name, subject_name_en, title, topic, finished_at))

}  // namespace

ConsultationText consultation_text(http::Call const& call, ConsultationId id)
{
    auto row = consultation_row(call.tx, viewer(call), id);
    return {row.id,
            number_text(row),
            std::move(row.title),
            std::move(row.trouble),
            std::move(row.wanted),
            std::move(row.outcome_text),
            std::move(row.effect),
            row.saved_hours,
            row.unit_id,
            std::move(row.unit_name),
            std::move(row.subject_name),
            row.status};
}

std::vector<FinishedConsultation> finished(db::Tx& tx, Instant from, Instant until)
{
    std::vector<FinishedConsultation> list;
    for (auto& row : tx.all<Row>(kFinished, from, until))
        list.push_back({row.id, std::move(row.subject_name), std::move(row.subject_name_en), std::move(row.title), row.topic,
                        day_in_japan(row.finished_at)});
    return list;
}

}  // namespace desk
