#include "features/community/rows.hpp"

#include "features/fulltext/fulltext.hpp"

namespace community {
namespace {

db::Sql const kTopic{
    "SELECT t.id, t.channel_id AS channel, ch.kind, ch.name AS channel_name, ch.name_en AS channel_name_en, ch.group_id,"
    " COALESCE(g.name, '') AS group_name, CASE WHEN ch.archived_at IS NULL THEN 0 ELSE 1 END AS archived, t.title, t.text,"
    SQL_AUTHOR("$2") ", t.created_at, t.last_at, t.edited_at, t.first_answer_at, t.accepted_at, t.revision, t.replies,"
    " t.last_reply_id, t.files, t.accepted_id AS accepted, CASE WHEN t.closed_at IS NULL THEN 0 ELSE 1 END AS closed,"
    " CASE WHEN t.hidden_at IS NULL THEN 0 ELSE 1 END AS hidden, t.hidden_why"
    " FROM hiroba_topic t JOIN hiroba_channel ch ON ch.id = t.channel_id LEFT JOIN hiroba_group g ON g.id = ch.group_id"
    SQL_AUTHOR_OF("t") "WHERE t.id = $3 AND" SQL_READS("ch")};
db::Sql const kReply{"SELECT r.id, r.topic_id AS topic, r.text," SQL_AUTHOR(
    "$2") ", r.created_at, r.edited_at, r.revision, r.files,"
          " CASE WHEN r.hidden_at IS NULL THEN 0 ELSE 1 END AS hidden, r.hidden_why FROM hiroba_reply r"
          " JOIN hiroba_topic t ON t.id = r.topic_id JOIN hiroba_channel ch ON ch.id = t.channel_id" SQL_AUTHOR_OF(
              "r") "WHERE r.id = $3 AND" SQL_READS("ch")};

db::Sql const kIndexTopic{R"(
    SELECT t.id AS topic, t.title, t.text, t.created_at, COALESCE(ch.group_id, 0) AS circle,
           CASE WHEN t.accepted_id IS NULL THEN 0 ELSE 1 END AS settled, CASE WHEN t.hidden_at IS NULL THEN 0 ELSE 1 END AS hidden
      FROM hiroba_topic t JOIN hiroba_channel ch ON ch.id = t.channel_id WHERE t.id = $1)"};
db::Sql const kIndexReply{R"(
    SELECT t.id AS topic, t.title, r.text, r.created_at, COALESCE(ch.group_id, 0) AS circle,
           CASE WHEN t.accepted_id = r.id THEN 1 ELSE 0 END AS settled,
           CASE WHEN r.hidden_at IS NULL AND t.hidden_at IS NULL THEN 0 ELSE 1 END AS hidden
      FROM hiroba_reply r JOIN hiroba_topic t ON t.id = r.topic_id JOIN hiroba_channel ch ON ch.id = t.channel_id WHERE r.id = $1)"};
struct IndexRow {
    TopicId topic;
    std::string title, text;
    Instant created_at;
    std::int64_t circle = 0;
    bool settled = false, hidden = false;
};
BOOST_DESCRIBE_STRUCT(IndexRow, (), (topic, title, text, created_at, circle, settled, hidden))

struct Event {
    TopicId topic;
    std::int64_t reply = 0;
    ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(Event, (), (topic, reply, channel))

std::string url_of(TopicId topic, std::int64_t reply = 0)
{
    auto url = "/hiroba/topics/" + std::to_string(topic.value);
    if (reply != 0) url += "#reply-" + std::to_string(reply);
    return url;
}

}  // namespace

TopicRow topic_row(http::Call const& call, TopicId id)
{
    auto row = call.tx.maybe_one<TopicRow>(kTopic, call.actor.account, call.clock.today(), id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

ReplyRow reply_row(http::Call const& call, ReplyId id)
{
    auto row = call.tx.maybe_one<ReplyRow>(kReply, call.actor.account, call.clock.today(), id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

void announce(http::Call const& call, TopicId topic, std::int64_t reply, ChannelId channel, std::optional<GroupId> group)
{
    auto const to = group ? "hiroba-" + std::to_string(group->value) : std::string{"hiroba"};
    call.tx.announce(to, json::write(Event{topic, reply, channel}));
}

void index_topic(db::Tx& tx, TopicId id)
{
    auto const row = tx.one<IndexRow>(kIndexTopic, id);
    if (row.hidden) return fulltext::drop(tx, fulltext::Kind::topic, id.value);
    fulltext::put(tx, {fulltext::Kind::topic, id.value, row.title, markdown::plain(row.text), url_of(id), row.created_at,
                       row.circle, row.settled});
}

void index_reply(db::Tx& tx, ReplyId id)
{
    auto const row = tx.one<IndexRow>(kIndexReply, id);
    if (row.hidden) return fulltext::drop(tx, fulltext::Kind::reply, id.value);
    fulltext::put(tx, {fulltext::Kind::reply, id.value, row.title, markdown::plain(row.text), url_of(row.topic, id.value),
                       row.created_at, row.circle, row.settled});
}

}  // namespace community
