#include "features/desk/messages.hpp"

#include "features/audit/audit.hpp"
#include "features/desk/desk.hpp"
#include "features/desk/steps.hpp"
#include "platform/core/working_days.hpp"

namespace desk {
namespace {

constexpr std::int64_t kMostAnHour = 120;

struct MessageRow {
    MessageId id;
    ConsultationId consultation_id;
    AccountId account_id;
    bool is_private = false;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(MessageRow, (), (id, consultation_id, account_id, is_private, revision))
struct Line {
    MessageId id;
    Instant at;
    AccountId account_id;
    std::string by;
    std::optional<StaffId> staff;
    MessageSide side = MessageSide::asker;
    bool is_private = false;
    std::string text;
    std::optional<Instant> edited_at;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, at, account_id, by, staff, side, is_private, text, edited_at, revision))

db::Sql const kOne{"SELECT id, consultation_id, account_id, is_private, revision FROM consultation_message WHERE id = $1"};
// $2 = 1: with the notes.
db::Sql const kOf{R"(
    SELECT m.id, m.at, m.account_id, COALESCE(a.display_name, '') AS by, a.staff_id AS staff, m.side, m.is_private, m.text,
           m.edited_at, m.revision
      FROM consultation_message m LEFT JOIN account a ON a.id = m.account_id
     WHERE m.consultation_id = $1 AND (m.is_private = 0 OR CAST($2 AS INTEGER) = 1) ORDER BY m.id)"};
db::Sql const kSent{R"(
    SELECT id, revision FROM consultation_message WHERE consultation_id = $1 AND account_id = $2 AND client_key = $3)"};
db::Sql const kAdd{R"(
    INSERT INTO consultation_message (consultation_id, at, account_id, side, is_private, text, client_key)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)"};
db::Sql const kChange{"UPDATE consultation_message SET text = $2, edited_at = $3, revision = revision + 1 WHERE id = $1"};
db::Sql const kThisHour{"SELECT count(*) FROM consultation_message WHERE account_id = $1 AND at > $2"};
db::Sql const kTurn{R"(
    UPDATE consultation SET status = $2, answered_at = $3, due_on = $4, last_at = $5 WHERE id = $1)"};
db::Sql const kNewest{"UPDATE consultation SET last_at = $2 WHERE id = $1"};

struct Written {
    bool is_private = false;
    MessageSide side = MessageSide::asker;
};
BOOST_DESCRIBE_STRUCT(Written, (), (is_private, side))

void must_be_theirs(Standing const& stands, ConsultationRow const& row, MessageInput const& input)
{
    if ((input.is_private || input.waits_for_asker) && !stands.desk) throw Refused{Code::not_allowed};
    if (!input.is_private) must_go_on(row);
}

/// Whose turn it is after the message, and until when the desk has time.
void turn(http::Call const& call, ConsultationRow const& row, MessageSide side, bool waits_for_asker)
{
    auto const now = call.clock.now();
    auto const waited = row.status == ConsultationStatus::waiting_for_asker;
    auto const waits = side == MessageSide::desk && waits_for_asker;
    auto const first = side == MessageSide::desk && !row.answered_at;
    if (waits == waited && !first) {
        call.tx.run(kNewest, row.id, now);
        return;
    }
    auto const status = waits ? ConsultationStatus::waiting_for_asker : ConsultationStatus::open;
    auto const anew = first || (waited && !waits);
    auto const due = anew ? add_working_days(call.clock.today(), subject_row(call.tx, row.subject_id).step_days) : row.due_on;
    call.tx.run(kTurn, row.id, status, first ? now : row.answered_at, due, now);
    if (waits != waited)
        add_step(call.tx, call.actor, row.id, {waits ? StepKind::waits : StepKind::resumed, {}, {}, {}, {}}, now);
}

}  // namespace

json::object MessageInput::limits(std::string_view member)
{
    if (member == "text") return {{"minLength", 1}, {"maxLength", 20000}};
    if (member == "files") return {{"maxItems", static_cast<int>(attachments::kMost)}};
    if (member == "key") return {{"minLength", 8}, {"maxLength", 64}};
    return {};
}

json::object MessageChange::limits(std::string_view member) { return MessageInput::limits(member); }

MessageState write_message(http::Call const& call, ConsultationId id, MessageInput const& input)
{
    auto const who = viewer(call);
    auto const row = consultation_row(call.tx, who, id);
    auto const stands = standing(who, row);
    if (input.key)
        if (auto const sent = call.tx.maybe_one<MessageState>(kSent, id, call.actor.account, *input.key)) return *sent;
    must_be_theirs(stands, row, input);
    auto const now = call.clock.now();
    if (call.tx.one<std::int64_t>(kThisHour, call.actor.account, now - std::chrono::hours{1}) >= kMostAnHour)
        throw Refused{Code::rate_limited};
    auto const side = stands.desk ? MessageSide::desk : MessageSide::asker;
    MessageId const message{call.tx.insert(kAdd, id, now, call.actor.account, side, input.is_private, input.text, input.key)};
    attachments::post(call, {kMessageFiles, message.value}, input.files);
    if (!input.is_private) turn(call, row, side, input.waits_for_asker);
    tell(call, id);
    audit::record(call.tx, call.actor, now, "desk.message_written", "consultation", id, Written{input.is_private, side});
    return {message, 1};
}

MessageState change_message(http::Call const& call, MessageId id, MessageChange const& change)
{
    auto const message = call.tx.maybe_one<MessageRow>(kOne, id);
    if (!message) throw Refused{Code::not_found};
    auto const who = viewer(call);
    auto const row = consultation_row(call.tx, who, message->consultation_id);
    if (message->is_private && !standing(who, row).desk) throw Refused{Code::not_found};
    if (message->account_id != call.actor.account) throw Refused{Code::not_allowed};
    if (!message->is_private) must_go_on(row);
    if (message->revision != change.revision) throw Refused{Code::changed_meanwhile};
    call.tx.run(kChange, id, change.text, call.clock.now());
    attachments::post(call, {kMessageFiles, id.value}, change.files);
    tell(call, row.id);
    audit::record(call.tx, call.actor, call.clock.now(), "desk.message_changed", "consultation", row.id);
    return {id, message->revision + 1};
}

std::vector<ConsultationMessage> messages_of(http::Call const& call, ConsultationRow const& row, Standing const& stands)
{
    auto lines = call.tx.all<Line>(kOf, row.id, stands.desk);
    std::vector<std::int64_t> ids;
    for (auto const& line : lines) ids.push_back(line.id.value);
    auto files = attachments::of_all(call.tx, kMessageFiles, ids);
    std::vector<ConsultationMessage> messages;
    for (auto& line : lines) {
        auto const own = line.account_id == call.actor.account;
        auto pieces = markdown::pieces(line.text);
        messages.push_back({line.id, line.at, std::move(line.by), line.staff, line.side, line.is_private, std::move(line.text),
                            std::move(pieces), std::move(files[line.id.value]), line.edited_at,
                            own && (line.is_private || is_going_on(row.status)), line.revision});
    }
    return messages;
}

bool may_read_consultation(http::Call const& call, std::int64_t id)
{
    return maybe_row(call.tx, viewer(call), ConsultationId{id}).has_value();
}

bool may_read_message(http::Call const& call, std::int64_t id)
{
    auto const message = call.tx.maybe_one<MessageRow>(kOne, MessageId{id});
    if (!message) return false;
    auto const who = viewer(call);
    auto const row = maybe_row(call.tx, who, message->consultation_id);
    return row && (!message->is_private || standing(who, *row).desk);
}

}  // namespace desk
