#include "features/community/moderation.hpp"

#include "features/audit/audit.hpp"
#include "features/community/rows.hpp"

namespace community {
namespace {

constexpr std::int64_t kReportsInADay = 20;

db::Sql const kAdd{R"(
    INSERT INTO hiroba_report (topic_id, reply_id, account_id, reason, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id)"};
db::Sql const kReported{"SELECT count(*) FROM hiroba_report WHERE account_id = $1 AND created_at > $2"};
db::Sql const kOpen{R"(
    SELECT count(*) FROM hiroba_report WHERE topic_id = $1 AND reply_id = $2 AND account_id = $3 AND decided_at IS NULL)"};
db::Sql const kReports{"SELECT h.id, h.topic_id AS topic, h.reply_id, t.title, COALESCE(r.text, t.text) AS text," SQL_AUTHOR(
    "$1") ", h.reason,"
          " COALESCE(bs.name, b.display_name) AS reported_by, h.created_at, h.decided_at,"
          " COALESCE(d.display_name, '') AS decided_by,"
          " CASE WHEN (CASE WHEN r.id IS NULL THEN t.hidden_at ELSE r.hidden_at END) IS NULL THEN 0 ELSE 1 END AS hidden"
          " FROM hiroba_report h JOIN hiroba_topic t ON t.id = h.topic_id LEFT JOIN hiroba_reply r ON r.id = h.reply_id"
          " JOIN account a ON a.id = COALESCE(r.author_id, t.author_id) LEFT JOIN staff s ON s.id = a.staff_id"
          " JOIN account b ON b.id = h.account_id LEFT JOIN staff bs ON bs.id = b.staff_id LEFT JOIN account d ON d.id = "
          "h.decided_by"
          " ORDER BY CASE WHEN h.decided_at IS NULL THEN 0 ELSE 1 END, h.created_at DESC, h.id DESC LIMIT 200"};
db::Sql const kReport{"SELECT topic_id AS topic, reply_id AS reply, decided_at FROM hiroba_report WHERE id = $1"};
db::Sql const kDecide{R"(
    UPDATE hiroba_report SET decided_at = $3, decided_by = $4, decision = $5
     WHERE topic_id = $1 AND reply_id = $2 AND decided_at IS NULL)"};
db::Sql const kHideTopic{"UPDATE hiroba_topic SET hidden_at = $2, hidden_by = $3, hidden_why = $4 WHERE id = $1"};
db::Sql const kCloseTopic{"UPDATE hiroba_topic SET closed_at = $2 WHERE id = $1"};
db::Sql const kIsHidden{"SELECT CASE WHEN hidden_at IS NULL THEN 0 ELSE 1 END FROM hiroba_topic WHERE id = $1"};
db::Sql const kHideReply{"UPDATE hiroba_reply SET hidden_at = $2, hidden_by = $3, hidden_why = $4 WHERE id = $1"};
db::Sql const kCountReplies{R"(
    UPDATE hiroba_topic SET replies = (SELECT count(*) FROM hiroba_reply r WHERE r.topic_id = $1 AND r.hidden_at IS NULL)
     WHERE id = $1)"};
db::Sql const kRepliesOf{"SELECT id FROM hiroba_reply WHERE topic_id = $1"};
db::Sql const kHiddenBy{R"(
    SELECT COALESCE(t.hidden_by, 0) FROM hiroba_topic t WHERE t.id = $1 AND CAST($2 AS INTEGER) = 0
    UNION ALL SELECT COALESCE(r.hidden_by, 0) FROM hiroba_reply r WHERE r.id = $2 AND r.topic_id = $1)"};
db::Sql const kTopicOf{
    "SELECT channel_id, (SELECT group_id FROM hiroba_channel ch WHERE ch.id = channel_id) AS group_id"
    " FROM hiroba_topic WHERE id = $1"};

struct ReportRow {
    ReportId id;
    TopicId topic;
    std::int64_t reply_id = 0;
    std::string title, text;
    AccountId account;
    std::string name, unit;
    bool ambassador = false;
    std::string reason, reported_by;
    Instant created_at;
    std::optional<Instant> decided_at;
    std::string decided_by;
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (),
                      (id, topic, reply_id, title, text, account, name, unit, ambassador, reason, reported_by, created_at,
                       decided_at, decided_by, hidden))
struct Reported {
    TopicId topic;
    ReplyId reply;
    std::optional<Instant> decided_at;
};
BOOST_DESCRIBE_STRUCT(Reported, (), (topic, reply, decided_at))
struct ChannelOf {
    ChannelId channel_id;
    std::optional<GroupId> group_id;
};
BOOST_DESCRIBE_STRUCT(ChannelOf, (), (channel_id, group_id))

struct StateDetail {
    TopicId topic;
    std::int64_t reply = 0;
    bool hidden = false, closed = false;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(StateDetail, (), (topic, reply, hidden, closed, why))

Refused reason_missing()
{
    return Refused{Code::invalid_input,
                   {},
                   {{"/why", "理由を入力してください。書いた人に伝わります。", "Give the reason; the author is told."}}};
}

void add_report(http::Call const& call, TopicId topic, std::int64_t reply, AccountId author, PostReportInput const& input)
{
    if (author == call.actor.account) throw Refused{Code::not_allowed};
    if (call.tx.one<std::int64_t>(kOpen, topic, reply, call.actor.account) > 0) return;  // said already
    if (call.tx.one<std::int64_t>(kReported, call.actor.account, call.clock.now() - std::chrono::hours{24}) >= kReportsInADay)
        throw Refused{Code::rate_limited};
    ReportId const id{call.tx.insert(kAdd, topic, reply, call.actor.account, input.reason, call.clock.now())};
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.reported", "hiroba_report", id, input);
}

void hide_topic(http::Call const& call, TopicId id, bool hidden, bool closed, std::string const& why)
{
    auto const at = [&](bool is) { return is ? std::optional{call.clock.now()} : std::nullopt; };
    // Who has hidden it stays who has, whatever is said of it afterwards.
    if (call.tx.one<bool>(kIsHidden, id) != hidden)
        call.tx.run(kHideTopic, id, at(hidden), hidden ? std::optional{call.actor.account} : std::nullopt, hidden ? why : "");
    call.tx.run(kCloseTopic, id, at(closed));
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.topic_state_set", "hiroba_topic", id,
                  StateDetail{id, 0, hidden, closed, why});
    index_topic(call.tx, id);
    for (auto const reply : call.tx.all<ReplyId>(kRepliesOf, id)) index_reply(call.tx, reply);
    auto const channel = call.tx.one<ChannelOf>(kTopicOf, id);
    announce(call, id, 0, channel.channel_id, channel.group_id);
}

void hide_reply(http::Call const& call, TopicId topic, ReplyId id, bool hidden, std::string const& why)
{
    auto const at = hidden ? std::optional{call.clock.now()} : std::nullopt;
    call.tx.run(kHideReply, id, at, hidden ? std::optional{call.actor.account} : std::nullopt, hidden ? why : "");
    call.tx.run(kCountReplies, topic);
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.reply_state_set", "hiroba_reply", id,
                  StateDetail{topic, id.value, hidden, false, why});
    index_reply(call.tx, id);
    auto const channel = call.tx.one<ChannelOf>(kTopicOf, topic);
    announce(call, topic, id.value, channel.channel_id, channel.group_id);
}

/// What a moderator has hidden its author does not bring back.
void must_be_ones_to_show(http::Call const& call, TopicId topic, std::int64_t reply)
{
    if (moderates(call)) return;
    if (call.tx.one<AccountId>(kHiddenBy, topic, reply) != call.actor.account) throw Refused{Code::not_allowed};
}

}  // namespace

json::object PostReportInput::limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 500}}; }
json::object DecisionInput::limits(std::string_view) { return {{"maxLength", 500}}; }
json::object TopicState::limits(std::string_view) { return {{"maxLength", 500}}; }
json::object ReplyState::limits(std::string_view) { return {{"maxLength", 500}}; }

void report(http::Call const& call, TopicId id, PostReportInput const& input)
{
    auto const topic = topic_row(call, id);
    add_report(call, id, 0, topic.account, input);
}

void report(http::Call const& call, ReplyId id, PostReportInput const& input)
{
    auto const reply = reply_row(call, id);
    add_report(call, reply.topic, id.value, reply.account, input);
}

PostReports reports(http::Call const& call)
{
    PostReports reports;
    call.tx.each<ReportRow>(
        kReports,
        [&](ReportRow&& row) {
            reports.reports.push_back({row.id,
                                       row.topic,
                                       row.reply_id ? std::optional{ReplyId{row.reply_id}} : std::nullopt,
                                       std::move(row.title),
                                       markdown::pieces(row.text),
                                       {row.account, std::move(row.name), std::move(row.unit), row.ambassador},
                                       std::move(row.reason),
                                       std::move(row.reported_by),
                                       row.created_at,
                                       row.decided_at,
                                       std::move(row.decided_by),
                                       row.hidden});
        },
        call.clock.today());
    return reports;
}

void decide(http::Call const& call, ReportId id, DecisionInput const& input)
{
    auto const reported = call.tx.maybe_one<Reported>(kReport, id);
    if (!reported) throw Refused{Code::not_found};
    if (reported->decided_at) throw Refused{Code::wrong_status};
    if (input.hide && input.why.empty()) throw reason_missing();
    if (input.hide && reported->reply.value != 0) hide_reply(call, reported->topic, reported->reply, true, input.why);
    if (input.hide && reported->reply.value == 0) hide_topic(call, reported->topic, true, true, input.why);
    call.tx.run(kDecide, reported->topic, reported->reply, call.clock.now(), call.actor.account, input.hide ? "hidden" : "kept");
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.report_decided", "hiroba_report", id, input);
}

void set_state(http::Call const& call, TopicId id, TopicState const& state)
{
    auto const topic = topic_row(call, id);
    if (!wrote(call, topic) && !moderates(call)) throw Refused{Code::not_allowed};
    if (topic.hidden && !state.hidden) must_be_ones_to_show(call, id, 0);
    if (state.hidden && !topic.hidden && !wrote(call, topic) && state.why.empty()) throw reason_missing();
    hide_topic(call, id, state.hidden, state.closed, state.why);
}

void set_state(http::Call const& call, ReplyId id, ReplyState const& state)
{
    auto const reply = reply_row(call, id);
    if (!wrote(call, reply) && !moderates(call)) throw Refused{Code::not_allowed};
    if (reply.hidden == state.hidden) return;
    if (reply.hidden) must_be_ones_to_show(call, reply.topic, id.value);
    if (state.hidden && !wrote(call, reply) && state.why.empty()) throw reason_missing();
    hide_reply(call, reply.topic, id, state.hidden, state.why);
}

}  // namespace community
