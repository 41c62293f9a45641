#include "features/community/matching.hpp"
#include "features/community/rows.hpp"
#include "platform/text/fold.hpp"

#include <charconv>
#include <map>

namespace community {
namespace {

constexpr std::int64_t kRepliesShown = 300;
constexpr std::chrono::days kNews{30};  ///< what is older is not called unread
constexpr std::int64_t kEndOfIds = INT64_MAX;
constexpr std::string_view kNewest = "9999";
constexpr std::int64_t kLooked = 200;  ///< unanswered topics looked at for what matches

// $1 the account, $2 today, $3 and $4 where the page before ended, $5 how many, $6 the channel or 0.
#define SQL_LINES \
    "SELECT t.id, t.channel_id AS channel, ch.kind, ch.name AS channel_name, ch.name_en AS channel_name_en, " \
    "t.title,"          \
    SQL_AUTHOR("$2") ", t.created_at, t.last_at, t.replies, CASE WHEN t.first_answer_at IS NULL THEN 0 ELSE 1 END AS answered," \
    " CASE WHEN t.accepted_id IS NULL THEN 0 ELSE 1 END AS accepted,"                                                          \
    " CASE WHEN EXISTS (SELECT 1 FROM hiroba_read seen WHERE seen.account_id = $1 AND seen.topic_id = t.id"                    \
    "  AND seen.reply_id >= t.last_reply_id) THEN 0 ELSE 1 END AS unread,"                                                     \
    " CASE WHEN ch.group_id IS NULL THEN 0 ELSE 1 END AS closed_group"                                                         \
    " FROM hiroba_topic t JOIN hiroba_channel ch ON ch.id = t.channel_id" SQL_AUTHOR_OF("t")
#define SQL_LINES_END                         \
    " AND t.hidden_at IS NULL AND" SQL_READS( \
        "ch") "AND (t.last_at < $3 OR (t.last_at = $3 AND t.id < $4)) ORDER BY t.last_at DESC, t.id DESC LIMIT $5"
#define SQL_OF_CHANNEL " (CAST($6 AS INTEGER) = 0 OR t.channel_id = CAST($6 AS INTEGER)) "

db::Sql const kAll{SQL_LINES "WHERE CAST($6 AS INTEGER) = 0" SQL_LINES_END};
db::Sql const kInChannel{SQL_LINES "WHERE t.channel_id = CAST($6 AS INTEGER)" SQL_LINES_END};
db::Sql const kUnanswered{
    SQL_LINES "WHERE t.first_answer_at IS NULL AND t.closed_at IS NULL AND ch.kind NOT IN ('talk', 'answers') AND" SQL_OF_CHANNEL
        SQL_LINES_END};
db::Sql const kMine{SQL_LINES "WHERE t.author_id = $1 AND" SQL_OF_CHANNEL SQL_LINES_END};
db::Sql const kFollowed{SQL_LINES
                        "JOIN hiroba_follow f ON f.topic_id = t.id WHERE f.account_id = $1 AND" SQL_OF_CHANNEL SQL_LINES_END};
db::Sql const kMentioned{
    SQL_LINES "WHERE t.id IN (SELECT m.topic_id FROM hiroba_mention m WHERE m.account_id = $1) AND" SQL_OF_CHANNEL SQL_LINES_END};
db::Sql const kTagged{
    SQL_LINES "JOIN hiroba_tag tagged ON tagged.topic_id = t.id WHERE tagged.tag_key = $7 AND" SQL_OF_CHANNEL SQL_LINES_END};

struct LineRow {
    TopicId id;
    ChannelId channel;
    ChannelKind kind = ChannelKind::question;
    std::string channel_name, channel_name_en, title;
    AccountId account;
    std::string name, unit;
    bool ambassador = false;
    Instant created_at, last_at;
    std::int64_t replies = 0;
    bool answered = false, accepted = false, unread = false, closed_group = false;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
                      (id, channel, kind, channel_name, channel_name_en, title, account, name, unit, ambassador, created_at,
                       last_at, replies, answered, accepted, unread, closed_group))

db::Sql const kTags{"SELECT tag FROM hiroba_tag WHERE topic_id = $1 ORDER BY tag_key"};
db::Sql const kText{"SELECT text FROM hiroba_topic WHERE id = $1"};
db::Sql const kFollows{"SELECT count(*) FROM hiroba_follow WHERE account_id = $1 AND topic_id = $2"};
db::Sql const kReadUntil{"SELECT reply_id FROM hiroba_read WHERE account_id = $1 AND topic_id = $2"};
#define SQL_REPLIES \
    "SELECT r.id, r.topic_id AS topic, r.text," SQL_AUTHOR("$1") ", r.created_at, r.edited_at, r.revision, r.files,"         \
    " CASE WHEN r.hidden_at IS NULL THEN 0 ELSE 1 END AS hidden, r.hidden_why FROM hiroba_reply r" SQL_AUTHOR_OF("r")
// The newest before one, turned round by the caller.
db::Sql const kRepliesBefore{SQL_REPLIES "WHERE r.topic_id = $2 AND r.id < $3 ORDER BY r.id DESC LIMIT $4"};
db::Sql const kRepliesAfter{SQL_REPLIES "WHERE r.topic_id = $2 AND r.id > $3 ORDER BY r.id LIMIT $4"};
db::Sql const kOneReply{SQL_REPLIES "WHERE r.topic_id = $2 AND r.id = $3"};
db::Sql const kCountBefore{"SELECT count(*) FROM hiroba_reply WHERE topic_id = $1 AND id < $2"};
db::Sql const kReactions{R"(
    SELECT reply_id, kind, count(*) AS count, max(CASE WHEN account_id = $1 THEN 1 ELSE 0 END) AS mine
      FROM hiroba_reaction WHERE topic_id = $2 GROUP BY reply_id, kind ORDER BY reply_id, kind)"};

struct ReactionRow {
    std::int64_t reply_id = 0;
    ReactionKind kind = ReactionKind::helpful;
    std::int64_t count = 0;
    bool mine = false;
};
BOOST_DESCRIBE_STRUCT(ReactionRow, (), (reply_id, kind, count, mine))
using Reactions = std::map<std::int64_t, std::vector<Reaction>>;

Reactions reactions_of(http::Call const& call, TopicId topic)
{
    Reactions reactions;
    call.tx.each<ReactionRow>(
        kReactions,
        [&](ReactionRow&& row) {
            reactions[row.reply_id].push_back({row.kind, row.count, row.mine});
        },
        call.actor.account, topic);
    return reactions;
}

/// Where a page ended: the last topic's time and number.
struct Cursor {
    std::string last_at{kNewest};
    std::int64_t id = kEndOfIds;
};

Cursor cursor_of(TopicQuery const& query)
{
    if (!query.before) return {};
    auto const comma = query.before->find('_');
    std::int64_t id = 0;
    auto const digits = comma == std::string::npos ? std::string_view{} : std::string_view{*query.before}.substr(comma + 1);
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    auto const at = instant_from_iso(std::string_view{*query.before}.substr(0, comma));
    if (error != std::errc{} || end != digits.data() + digits.size() || !at)
        throw Refused{Code::invalid_input,
                      {},
                      {{"/before", "前のページの答えにある next を渡してください。", "Pass the `next` of the page before."}}};
    return {to_iso(*at), id};
}

TopicLine line_of(http::Call const& call, LineRow&& row)
{
    auto const fresh = row.last_at >= call.clock.now() - kNews;
    return {row.id,
            row.channel,
            row.kind,
            std::move(row.channel_name),
            std::move(row.channel_name_en),
            std::move(row.title),
            {row.account, std::move(row.name), std::move(row.unit), row.ambassador},
            call.tx.all<std::string>(kTags, row.id),
            row.created_at,
            row.last_at,
            row.replies,
            row.answered,
            row.accepted,
            row.unread && fresh,
            row.closed_group};
}

/// Everything a topic says, folded: title, tags, text.
std::string spoken_in(http::Call const& call, LineRow const& row)
{
    auto said = row.title;
    for (auto const& tag : call.tx.all<std::string>(kTags, row.id)) said += '\n' + tag;
    return text::fold(said + '\n' + call.tx.one<std::string>(kText, row.id));
}

db::Sql const& statement_for(View view, bool in_channel)
{
    switch (view) {
        case View::all: return in_channel ? kInChannel : kAll;
        case View::unanswered:
        case View::matching: return kUnanswered;
        case View::mine: return kMine;
        case View::followed: return kFollowed;
        case View::mentioned: return kMentioned;
    }
    return kAll;
}

/// One reply as the actor sees it.
class ReplyView {
public:
    ReplyView(http::Call const& call, TopicRow const& topic)
        : call_(call), topic_(topic), moderates_(moderates(call)), reactions_(reactions_of(call, topic.id))
    {
    }

    std::vector<Reply> of(std::vector<ReplyRow>&& rows)
    {
        std::vector<std::int64_t> with_files;
        for (auto const& row : rows)
            if (row.files > 0) with_files.push_back(row.id.value);
        auto files = attachments::of_all(call_.tx, "reply", with_files);
        std::vector<Reply> replies;
        replies.reserve(rows.size());
        for (auto& row : rows) replies.push_back(one(std::move(row), files));
        return replies;
    }

    std::vector<Reaction> of_topic() { return std::move(reactions_[0]); }

private:
    Reply one(ReplyRow&& row, std::map<std::int64_t, std::vector<attachments::File>>& files)
    {
        auto const own = wrote(call_, row);
        auto const shown = !row.hidden || own || moderates_;
        Reply reply;
        reply.id = row.id;
        reply.author = {row.account, std::move(row.name), std::move(row.unit), row.ambassador};
        if (shown) reply.pieces = markdown::pieces(row.text);
        if (shown) reply.files = std::move(files[row.id.value]);
        if (auto const found = reactions_.find(row.id.value); found != reactions_.end()) reply.reactions = found->second;
        reply.created_at = row.created_at;
        reply.edited_at = row.edited_at;
        reply.revision = row.revision;
        reply.accepted = topic_.accepted == row.id;
        reply.hidden = row.hidden;
        reply.hidden_why = std::move(row.hidden_why);
        reply.may_edit = (own || moderates_) && !row.hidden;
        reply.may_accept = (wrote(call_, topic_) || moderates_) && !row.hidden;
        reply.may_claim = own && reply.accepted && !wrote(call_, topic_) && !topic_.group_id &&
                          practice::offers(call_, plan::PracticeSource::accepted_answer);
        if (reply.may_edit) reply.text = std::move(row.text);
        return reply;
    }

    http::Call const& call_;
    TopicRow const& topic_;
    bool moderates_;
    Reactions reactions_;
};

/// The topic without its replies.
Topic head_of(http::Call const& call, TopicRow const& row)
{
    auto const moderator = moderates(call);
    auto const writes = wrote(call, row) || moderator;
    Topic topic;
    topic.id = row.id;
    topic.channel = row.channel;
    topic.kind = row.kind;
    topic.channel_name = row.channel_name;
    topic.channel_name_en = row.channel_name_en;
    topic.group_name = row.group_name;
    if (!row.hidden || writes) topic.title = row.title;
    topic.author = {row.account, row.name, row.unit, row.ambassador};
    if (!row.hidden || writes) {
        topic.pieces = markdown::pieces(row.text);
        topic.tags = call.tx.all<std::string>(kTags, row.id);
        if (row.files > 0) topic.files = attachments::of(call.tx, {"topic", row.id.value});
    }
    topic.created_at = row.created_at;
    topic.edited_at = row.edited_at;
    topic.first_answer_at = row.first_answer_at;
    topic.accepted_at = row.accepted_at;
    topic.revision = row.revision;
    topic.accepted = row.accepted;
    topic.closed = row.closed;
    topic.hidden = row.hidden;
    topic.hidden_why = row.hidden_why;
    topic.followed = call.tx.one<std::int64_t>(kFollows, call.actor.account, row.id) > 0;
    topic.may_edit = writes && !row.hidden;
    topic.may_reply = !row.closed && !row.hidden && !row.archived;
    topic.may_moderate = moderator;
    topic.read_until = call.tx.maybe_one<std::int64_t>(kReadUntil, call.actor.account, row.id).value_or(0);
    if (topic.may_edit) topic.text = row.text;
    return topic;
}

std::vector<ReplyRow> newest_before(http::Call const& call, TopicId topic, std::int64_t before)
{
    auto rows = call.tx.all<ReplyRow>(kRepliesBefore, call.clock.today(), topic, before, kRepliesShown);
    std::reverse(rows.begin(), rows.end());
    return rows;
}

std::int64_t count_before(http::Call const& call, TopicId topic, std::vector<ReplyRow> const& shown)
{
    return shown.empty() ? 0 : call.tx.one<std::int64_t>(kCountBefore, topic, shown.front().id);
}

/// The accepted answer stands first on the page: it comes along even when it is not among the newest.
void add_accepted(http::Call const& call, TopicRow const& topic, std::vector<ReplyRow>& rows)
{
    if (!topic.accepted) return;
    auto const there = std::any_of(rows.begin(), rows.end(), [&](ReplyRow const& row) { return row.id == *topic.accepted; });
    if (there) return;
    if (auto row = call.tx.maybe_one<ReplyRow>(kOneReply, call.clock.today(), topic.id, *topic.accepted))
        rows.insert(rows.begin(), *std::move(row));
}

/// Unanswered topics that speak of a skill the actor holds, the newest first.
TopicLines matching_lines(http::Call const& call, TopicQuery const& query)
{
    TopicLines lines;
    Matching const matching{call};
    if (matching.nothing()) return lines;
    auto const channel = query.channel ? query.channel->value : 0;
    auto rows = call.tx.all<LineRow>(kUnanswered, call.actor.account, call.clock.today(), kNewest, kEndOfIds, kLooked, channel);
    for (auto& row : rows) {
        if (static_cast<int>(lines.topics.size()) == query.limit) break;
        if (row.account == call.actor.account || !matching.speaks_of(spoken_in(call, row))) continue;
        lines.topics.push_back(line_of(call, std::move(row)));
    }
    return lines;
}

}  // namespace

std::int64_t matching_waits(http::Call const& call)
{
    auto const lines = matching_lines(call, {{}, View::matching, {}, {}, 100}).topics;
    auto const patient = call.clock.now() - std::chrono::hours{24};
    return std::count_if(lines.begin(), lines.end(), [&](TopicLine const& line) { return line.created_at < patient; });
}

json::object TopicQuery::limits(std::string_view member)
{
    if (member == "limit") return {{"minimum", 1}, {"maximum", 100}};
    if (member == "tag" || member == "before") return {{"maxLength", 60}};
    return {};
}

TopicLines topic_lines(http::Call const& call, TopicQuery const& query)
{
    if (query.view == View::matching) return matching_lines(call, query);
    auto const cursor = cursor_of(query);
    auto const channel = query.channel ? query.channel->value : 0;
    auto const limit = std::int64_t{query.limit};
    auto const today = call.clock.today();
    auto rows = query.tag ? call.tx.all<LineRow>(kTagged, call.actor.account, today, cursor.last_at, cursor.id, limit + 1,
                                                 channel, tag_key(*query.tag))
                          : call.tx.all<LineRow>(statement_for(query.view, query.channel.has_value()), call.actor.account, today,
                                                 cursor.last_at, cursor.id, limit + 1, channel);
    TopicLines lines;
    if (static_cast<std::int64_t>(rows.size()) > limit) {
        rows.pop_back();
        lines.next = to_iso(rows.back().last_at) + '_' + std::to_string(rows.back().id.value);
    }
    for (auto& row : rows) lines.topics.push_back(line_of(call, std::move(row)));
    return lines;
}

Topic topic(http::Call const& call, TopicId id)
{
    auto const row = topic_row(call, id);
    auto topic = head_of(call, row);
    if (row.hidden && !wrote(call, row) && !moderates(call)) return topic;
    auto rows = newest_before(call, id, kEndOfIds);
    ReplyView view{call, row};
    topic.reactions = view.of_topic();
    topic.earlier = count_before(call, id, rows);
    add_accepted(call, row, rows);
    topic.replies = view.of(std::move(rows));
    return topic;
}

Replies replies(http::Call const& call, TopicId id, RepliesQuery const& query)
{
    auto const row = topic_row(call, id);
    if (row.hidden && !wrote(call, row) && !moderates(call)) throw Refused{Code::not_found};
    ReplyView view{call, row};
    if (query.after)
        return {view.of(call.tx.all<ReplyRow>(kRepliesAfter, call.clock.today(), id, *query.after, kRepliesShown)), 0};
    auto rows = newest_before(call, id, query.before ? query.before->value : kEndOfIds);
    auto const earlier = count_before(call, id, rows);
    return {view.of(std::move(rows)), earlier};
}

}  // namespace community
