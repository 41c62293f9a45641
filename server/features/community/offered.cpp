// What the community offers to other rooms.
#include "features/community/rows.hpp"
#include "platform/core/japan.hpp"
#include "platform/markdown/beginning.hpp"

#include <algorithm>

namespace community {
namespace {

constexpr std::size_t kLead = 80;  ///< characters of an answer's beginning

db::Sql const kTags{"SELECT tag FROM hiroba_tag WHERE topic_id = $1 ORDER BY tag_key"};
db::Sql const kMayReadTopic{
    "SELECT count(*) FROM hiroba_topic t JOIN hiroba_channel ch ON ch.id = t.channel_id"
    " WHERE t.id = $2 AND (t.hidden_at IS NULL OR t.author_id = $1 OR CAST($3 AS INTEGER) = 1) AND" SQL_READS("ch")};
db::Sql const kMayReadReply{
    "SELECT count(*) FROM hiroba_reply r JOIN hiroba_topic t ON t.id = r.topic_id"
    " JOIN hiroba_channel ch ON ch.id = t.channel_id WHERE r.id = $2 AND ((r.hidden_at IS NULL AND"
    " t.hidden_at IS NULL) OR r.author_id = $1 OR CAST($3 AS INTEGER) = 1) AND" SQL_READS("ch")};
db::Sql const kAnswered{R"(
    SELECT t.id, t.title, r.text AS lead, t.accepted_at AS at FROM hiroba_topic t
      JOIN hiroba_channel ch ON ch.id = t.channel_id JOIN hiroba_reply r ON r.id = t.accepted_id
     WHERE t.accepted_at >= $1 AND t.accepted_at < $2 AND t.hidden_at IS NULL AND r.hidden_at IS NULL AND ch.group_id IS NULL
     ORDER BY t.accepted_at DESC, t.id DESC LIMIT $3)"};
// What one no longer may read does not wait for one either.
db::Sql const kUnreadAnswers{
    "SELECT count(*) FROM hiroba_topic t JOIN hiroba_channel ch ON ch.id = t.channel_id WHERE t.author_id = $1"
    " AND t.hidden_at IS NULL AND t.last_at >= $2 AND t.last_reply_id > 0 AND" SQL_READS("ch")
    "AND NOT EXISTS (SELECT 1 FROM hiroba_read seen WHERE seen.account_id = $1 AND seen.topic_id = t.id"
    " AND seen.reply_id >= t.last_reply_id)"};
db::Sql const kUnreadFollowed{
    "SELECT count(*) FROM hiroba_follow f JOIN hiroba_topic t ON t.id = f.topic_id JOIN hiroba_channel ch ON ch.id = t.channel_id"
    " WHERE f.account_id = $1 AND t.author_id <> $1 AND t.hidden_at IS NULL AND t.last_at >= $2 AND t.last_reply_id > 0 AND"
    SQL_READS("ch")
    "AND NOT EXISTS (SELECT 1 FROM hiroba_read seen WHERE seen.account_id = $1 AND seen.topic_id = t.id"
    " AND seen.reply_id >= t.last_reply_id)"};
db::Sql const kMentions{
    "SELECT count(DISTINCT m.topic_id) FROM hiroba_mention m JOIN hiroba_topic t ON t.id = m.topic_id"
    " JOIN hiroba_channel ch ON ch.id = t.channel_id WHERE m.account_id = $1 AND m.at >= $2 AND t.hidden_at IS NULL AND" SQL_READS("ch")
    "AND NOT EXISTS (SELECT 1 FROM hiroba_read seen WHERE seen.account_id = $1 AND seen.topic_id = m.topic_id"
    " AND seen.reply_id >= m.reply_id)"};
db::Sql const kOpenReports{"SELECT count(*) FROM hiroba_report WHERE decided_at IS NULL"};
// One's own answer to somebody else, as long as it counts as the one that solved it.
db::Sql const kSolved{
    "SELECT t.id AS topic, t.title, t.accepted_at AS at FROM hiroba_reply r JOIN hiroba_topic t ON t.accepted_id = r.id"
    " JOIN hiroba_channel ch ON ch.id = t.channel_id WHERE r.id = $2 AND r.author_id = $1 AND t.author_id <> $1"
    " AND r.hidden_at IS NULL AND t.hidden_at IS NULL AND ch.group_id IS NULL"};
struct Solved {
    TopicId topic;
    std::string title;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Solved, (), (topic, title, at))
constexpr std::chrono::days kNews{30};

/// Who answers others: leaders and advisers.
bool answers_others(http::Call const& call)
{
    return std::any_of(call.actor.roles.begin(), call.actor.roles.end(),
                       [](Grant const& grant) { return grant.role == Role::dx_leader || grant.role == Role::adviser; });
}

}  // namespace

TopicText topic_text(http::Call const& call, TopicId id)
{
    auto row = topic_row(call, id);
    if (row.hidden) throw Refused{Code::not_found};
    return {
        row.id,         std::move(row.title),    std::move(row.text), std::move(row.name), call.tx.all<std::string>(kTags, id),
        row.created_at, row.accepted.has_value()};
}

std::vector<Answered> newly_answered(db::Tx& tx, Instant from, Instant until, std::int64_t most)
{
    auto answered = tx.all<Answered>(kAnswered, from, until, most);
    for (auto& each : answered) each.lead = markdown::beginning(each.lead, kLead);
    return answered;
}

Waits waits_for(http::Call const& call)
{
    auto const since = call.clock.now() - kNews;
    Waits waits;
    waits.unread_answers = call.tx.one<std::int64_t>(kUnreadAnswers, call.actor.account, since);
    waits.followed = call.tx.one<std::int64_t>(kUnreadFollowed, call.actor.account, since);
    waits.mentions = call.tx.one<std::int64_t>(kMentions, call.actor.account, since);
    if (answers_others(call)) waits.unanswered = matching_waits(call);
    if (moderates(call)) waits.reports = call.tx.one<std::int64_t>(kOpenReports);
    return waits;
}

std::optional<practice::Source> answer_source(http::Call const& call, std::int64_t reply)
{
    auto const solved = call.tx.maybe_one<Solved>(kSolved, call.actor.account, reply);
    if (!solved) return std::nullopt;
    auto const url = "/hiroba/topics/" + std::to_string(solved->topic.value) + "#reply-" + std::to_string(reply);
    return practice::Source{plan::PracticeSource::accepted_answer, reply, solved->title, url, day_in_japan(solved->at)};
}

bool may_read_topic(http::Call const& call, std::int64_t id)
{
    return call.tx.one<std::int64_t>(kMayReadTopic, call.actor.account, id, moderates(call) ? 1 : 0) > 0;
}

bool may_read_reply(http::Call const& call, std::int64_t id)
{
    return call.tx.one<std::int64_t>(kMayReadReply, call.actor.account, id, moderates(call) ? 1 : 0) > 0;
}

}  // namespace community
