#include "features/desk/view.hpp"

#include "features/desk/desk.hpp"
#include "features/desk/topics.hpp"

namespace desk {
namespace {

ConsultationMay may(ConsultationRow const& row, Standing const& stands)
{
    auto const going_on = is_going_on(row.status);
    auto const finished = row.status == ConsultationStatus::finished;
    auto const speaks = stands.asker || stands.head;
    ConsultationMay may;
    may.change = going_on && stands.asker;
    may.write = going_on && (stands.asks() || stands.desk);
    may.note = stands.desk;
    may.guide = going_on && stands.desk;
    may.visit = stands.desk && row.status != ConsultationStatus::withdrawn;
    may.withdraw = going_on && speaks;
    may.reopen = !going_on && !row.topic_id && (stands.desk || (finished && speaks));
    may.consent = row.status != ConsultationStatus::withdrawn && !row.topic_id && stands.asker;
    may.publish = finished && stands.desk;
    return may;
}

std::optional<ConsultationTopic> topic(http::Call const& call, std::optional<std::int64_t> id)
{
    if (!id) return std::nullopt;
    return ConsultationTopic{*id, topic_title(call, *id)};
}

std::optional<ConsultationResult> result_of(ConsultationRow const& row)
{
    if (row.status != ConsultationStatus::finished || !row.outcome || !row.finished_at) return std::nullopt;
    return ConsultationResult{*row.outcome, row.outcome_text, markdown::pieces(row.outcome_text),
                              row.effect,   row.saved_hours,  *row.finished_at};
}

}  // namespace

Consultation consultation(http::Call const& call, ConsultationId id)
{
    auto const who = viewer(call);
    auto const row = consultation_row(call.tx, who, id);
    auto const stands = standing(who, row);
    Consultation whole{line_of(who, Advisers{call.tx, who.today}, row)};
    whole.trouble = row.trouble;
    whole.wanted = row.wanted;
    whole.trouble_pieces = markdown::pieces(row.trouble);
    whole.wanted_pieces = markdown::pieces(row.wanted);
    whole.wished_on = row.wished_on;
    whole.shared = row.shared;
    whole.answer_days = subject_row(call.tx, row.subject_id).answer_days;
    whole.from_topic = topic(call, row.from_topic);
    whole.steps = steps_of(call.tx, id);
    whole.stages = progress(whole.steps, row.status);
    whole.messages = messages_of(call, row, stands);
    whole.visits = visits_of(call.tx, id, stands);
    for (auto const& visit : whole.visits) whole.minutes += visit.minutes;
    whole.files = attachments::of(call.tx, {kQuestionFiles, id.value});
    whole.engagements = engagements(call, {{}, id, false}).engagements;
    whole.result = result_of(row);
    whole.consent = row.consent;
    whole.published = topic(call, row.topic_id);
    whole.may = may(row, stands);
    whole.may.claim = practised(call, id.value) && practice::offers(call, practice::Kind::consultation);
    whole.revision = row.revision;
    return whole;
}

}  // namespace desk
