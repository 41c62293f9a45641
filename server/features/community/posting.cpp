#include "features/audit/audit.hpp"
#include "features/community/matching.hpp"
#include "features/community/rows.hpp"
#include "features/fulltext/fulltext.hpp"
#include "platform/text/fold.hpp"

#include <charconv>
#include <set>

namespace community {
namespace {

constexpr std::chrono::minutes kRateWindow{10};
constexpr std::string_view kColleague = "/hiroba/people/";

db::Sql const kPosted{R"(
    SELECT (SELECT count(*) FROM hiroba_topic WHERE author_id = $1 AND created_at > $2)
         + (SELECT count(*) FROM hiroba_reply WHERE author_id = $1 AND created_at > $2))"};
struct ChannelRow {
    ChannelId id;
    ChannelKind kind = ChannelKind::question;
    std::optional<GroupId> group_id;
    bool archived = false;
};
BOOST_DESCRIBE_STRUCT(ChannelRow, (), (id, kind, group_id, archived))
db::Sql const kChannel{
    "SELECT ch.id, ch.kind, ch.group_id, CASE WHEN ch.archived_at IS NULL THEN 0 ELSE 1 END AS archived FROM hiroba_channel ch"
    " WHERE ch.id = $2 AND" SQL_READS("ch")};
db::Sql const kAnswersChannel{
    "SELECT id FROM hiroba_channel WHERE kind = 'answers' AND group_id IS NULL AND archived_at IS NULL ORDER BY position, id"};
db::Sql const kSentTopic{"SELECT id, revision FROM hiroba_topic WHERE author_id = $1 AND client_key = $2"};
db::Sql const kSentReply{"SELECT id, revision FROM hiroba_reply WHERE author_id = $1 AND client_key = $2"};
db::Sql const kAddTopic{R"(
    INSERT INTO hiroba_topic (channel_id, title, text, author_id, client_key, created_at, last_at, files)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $7) RETURNING id)"};
db::Sql const kAddReply{R"(
    INSERT INTO hiroba_reply (topic_id, text, author_id, client_key, created_at, files) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kCountReply{R"(
    UPDATE hiroba_topic SET replies = replies + 1, last_reply_id = $2, last_at = $3,
           first_answer_at = CASE WHEN first_answer_at IS NULL AND author_id <> $4 THEN $3 ELSE first_answer_at END
     WHERE id = $1)"};
db::Sql const kKeepEarlier{R"(
    INSERT INTO hiroba_earlier (topic_id, reply_id, revision, title, text, until_at) VALUES ($1, $2, $3, $4, $5, $6))"};
db::Sql const kEditTopic{R"(
    UPDATE hiroba_topic SET channel_id = $3, title = $4, text = $5, files = $6, edited_at = $7, revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
db::Sql const kEditReply{R"(
    UPDATE hiroba_reply SET text = $3, files = $4, edited_at = $5, revision = revision + 1 WHERE id = $1 AND revision = $2)"};
db::Sql const kDropTags{"DELETE FROM hiroba_tag WHERE topic_id = $1"};
db::Sql const kAddTag{"INSERT INTO hiroba_tag (topic_id, tag_key, tag) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
db::Sql const kFollow{"INSERT INTO hiroba_follow (account_id, topic_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
db::Sql const kRead{R"(
    INSERT INTO hiroba_read (account_id, topic_id, reply_id) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, topic_id) DO UPDATE SET reply_id = excluded.reply_id)"};
// Somebody named in a closed group reads of it only as its member.
db::Sql const kMention{R"(
    INSERT INTO hiroba_mention (account_id, topic_id, reply_id, at)
    SELECT a.id, CAST($2 AS INTEGER), CAST($3 AS INTEGER), CAST($4 AS TEXT) FROM account a WHERE a.id = $1 AND a.disabled_at IS NULL
       AND (CAST($5 AS INTEGER) = 0 OR EXISTS (SELECT 1 FROM hiroba_group_member gm WHERE gm.group_id = CAST($5 AS INTEGER) AND gm.account_id = a.id))
    ON CONFLICT DO NOTHING)"};
db::Sql const kDropDraft{"DELETE FROM hiroba_draft WHERE account_id = $1 AND place = $2"};
db::Sql const kRepliesOf{"SELECT id FROM hiroba_reply WHERE topic_id = $1 AND hidden_at IS NULL"};
db::Sql const kEarlier{
    "SELECT revision, title, text, until_at FROM hiroba_earlier WHERE topic_id = $1 AND reply_id = $2 ORDER BY revision DESC"};

struct EarlierRow {
    std::int64_t revision = 0;
    std::string title, text;
    Instant until_at;
};
BOOST_DESCRIBE_STRUCT(EarlierRow, (), (revision, title, text, until_at))

/// What the audit log keeps of a posting: where it stands, not what it says.
struct Where {
    ChannelId channel;
    std::int64_t topic = 0, reply = 0, revision = 1;
};
BOOST_DESCRIBE_STRUCT(Where, (), (channel, topic, reply, revision))

Refused wrong(char const* pointer, char const* ja, char const* en)
{
    return Refused{Code::invalid_input, {}, {{pointer, ja, en}}};
}

/// Nothing but spaces and what cannot be seen, on paper too.
bool is_blank(std::string const& text)
{
    return text::fold(markdown::plain(text)).empty() && text.find("attachment:") == std::string::npos;
}

void must_be_written(std::string const& text)
{
    if (is_blank(text)) throw wrong("/text", "本文を入力してください。", "Write something.");
}

void must_have_title(std::string const& title)
{
    if (text::fold(title).empty()) throw wrong("/title", "題名を入力してください。", "Give it a title.");
}

void must_not_flood(http::Call const& call)
{
    auto const posted = call.tx.one<std::int64_t>(kPosted, call.actor.account, call.clock.now() - kRateWindow);
    if (posted >= kPostsInTenMinutes) throw Refused{Code::rate_limited};
}

ChannelRow open_channel(http::Call const& call, ChannelId id)
{
    auto const channel = call.tx.maybe_one<ChannelRow>(kChannel, call.actor.account, id);
    if (!channel) throw Refused{Code::not_found};
    if (channel->archived || (channel->kind == ChannelKind::answers && !moderates(call))) throw Refused{Code::wrong_status};
    return *channel;
}

/// As it is shown: people type the # along, in either width.
std::string_view without_hash(std::string_view tag)
{
    for (std::string_view const mark : {"#", "＃", " ", "　"})
        if (tag.starts_with(mark)) return without_hash(tag.substr(mark.size()));
    return tag;
}

void write_tags(http::Call const& call, TopicId topic, std::vector<std::string> const& tags)
{
    call.tx.run(kDropTags, topic);
    for (auto const& tag : tags)
        if (auto const key = tag_key(tag); !key.empty()) call.tx.run(kAddTag, topic, key, without_hash(tag));
}

/// Whom the text names: links to a colleague.
std::set<std::int64_t> named_in(std::string const& text)
{
    std::set<std::int64_t> accounts;
    for (auto const& piece : markdown::pieces(text)) {
        if (piece.kind != markdown::Kind::link || !piece.href.starts_with(kColleague)) continue;
        std::int64_t account = 0;
        auto const digits = std::string_view{piece.href}.substr(kColleague.size());
        if (std::from_chars(digits.data(), digits.data() + digits.size(), account).ec == std::errc{}) accounts.insert(account);
    }
    return accounts;
}

void write_mentions(http::Call const& call, TopicId topic, std::int64_t reply, std::string const& text,
                    std::optional<GroupId> group)
{
    for (auto const account : named_in(text))
        if (account != call.actor.account.value)
            call.tx.run(kMention, account, topic, reply, call.clock.now(), group ? group->value : 0);
}

void note(http::Call const& call, std::string_view action, Where const& where)
{
    auto const of_reply = where.reply != 0;
    if (of_reply)
        audit::record(call.tx, call.actor, call.clock.now(), action, "hiroba_reply", ReplyId{where.reply}, where);
    else
        audit::record(call.tx, call.actor, call.clock.now(), action, "hiroba_topic", TopicId{where.topic}, where);
}

TopicId add_topic(http::Call const& call, ChannelRow const& channel, NewTopic const& input)
{
    TopicId const id{call.tx.insert(kAddTopic, channel.id, input.title, input.text, call.actor.account, input.key,
                                    call.clock.now(), static_cast<std::int64_t>(input.files.size()))};
    attachments::post(call, {"topic", id.value}, input.files);
    write_tags(call, id, input.tags);
    write_mentions(call, id, 0, input.text, channel.group_id);
    call.tx.run(kFollow, call.actor.account, id);
    call.tx.run(kRead, call.actor.account, id, 0);
    return id;
}

ReplyId add_reply(http::Call const& call, TopicRow const& topic, NewReply const& input)
{
    ReplyId const id{call.tx.insert(kAddReply, topic.id, input.text, call.actor.account, input.key, call.clock.now(),
                                    static_cast<std::int64_t>(input.files.size()))};
    attachments::post(call, {"reply", id.value}, input.files);
    write_mentions(call, topic.id, id.value, input.text, topic.group_id);
    call.tx.run(kCountReply, topic.id, id, call.clock.now(), call.actor.account);
    call.tx.run(kFollow, call.actor.account, topic.id);
    call.tx.run(kRead, call.actor.account, topic.id, id);
    return id;
}

/// A topic's title and circle stand in the search beside each of its replies.
void index_with_replies(http::Call const& call, TopicId id)
{
    index_topic(call.tx, id);
    for (auto const reply : call.tx.all<ReplyId>(kRepliesOf, id)) index_reply(call.tx, reply);
}

History history(http::Call const& call, TopicId topic, std::int64_t reply)
{
    History history;
    call.tx.each<EarlierRow>(
        kEarlier,
        [&](EarlierRow&& row) {
            history.versions.push_back({row.revision, std::move(row.title), markdown::pieces(row.text), row.until_at});
        },
        topic, reply);
    return history;
}

json::object text_limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 200}};
    if (member == "text") return {{"minLength", 1}, {"maxLength", kLongestText}};
    if (member == "tags") return {{"maxItems", static_cast<int>(kMostTags)}, {"maxLength", 40}};
    if (member == "files") return {{"maxItems", static_cast<int>(attachments::kMost)}};
    if (member == "key") return {{"minLength", 8}, {"maxLength", 64}};
    return {};
}

}  // namespace

json::object NewTopic::limits(std::string_view member) { return text_limits(member); }
json::object TopicChange::limits(std::string_view member) { return text_limits(member); }
json::object NewReply::limits(std::string_view member) { return text_limits(member); }
json::object ReplyChange::limits(std::string_view member) { return text_limits(member); }

Posted post_topic(http::Call const& call, NewTopic const& input)
{
    if (input.key)
        if (auto const sent = call.tx.maybe_one<Posted>(kSentTopic, call.actor.account, *input.key)) return *sent;
    must_have_title(input.title);
    must_be_written(input.text);
    must_not_flood(call);
    auto const channel = open_channel(call, input.channel);
    auto const id = add_topic(call, channel, input);
    index_topic(call.tx, id);
    call.tx.run(kDropDraft, call.actor.account, "new");
    note(call, "hiroba.topic_posted", {channel.id, id.value});
    announce(call, id, 0, channel.id, channel.group_id);
    return {id.value, 1};
}

Posted post_reply(http::Call const& call, TopicId id, NewReply const& input)
{
    if (input.key)
        if (auto const sent = call.tx.maybe_one<Posted>(kSentReply, call.actor.account, *input.key)) return *sent;
    must_be_written(input.text);
    must_not_flood(call);
    auto const topic = topic_row(call, id);
    if (topic.closed || topic.hidden || topic.archived) throw Refused{Code::wrong_status};
    auto const reply = add_reply(call, topic, input);
    index_reply(call.tx, reply);
    call.tx.run(kDropDraft, call.actor.account, "topic-" + std::to_string(id.value));
    note(call, "hiroba.reply_posted", {topic.channel, id.value, reply.value});
    announce(call, topic, reply.value);
    return {reply.value, 1};
}

Posted edit_topic(http::Call const& call, TopicId id, TopicChange const& input)
{
    auto const row = topic_row(call, id);
    if (!wrote(call, row) && !moderates(call)) throw Refused{Code::not_allowed};
    must_have_title(input.title);
    must_be_written(input.text);
    auto const channel =
        input.channel == row.channel ? ChannelRow{row.channel, row.kind, row.group_id, false} : open_channel(call, input.channel);
    // Others wrote below it for those who could read it then.
    if (channel.group_id != row.group_id)
        throw wrong("/channel", "読める人が違う部屋には移せません。", "It cannot move to a channel that others read.");
    auto const now = call.clock.now();
    if (call.tx.run(kEditTopic, id, input.revision, channel.id, input.title, input.text,
                    static_cast<std::int64_t>(input.files.size()), now) == 0)
        throw Refused{Code::changed_meanwhile};
    call.tx.run(kKeepEarlier, id, 0, row.revision, row.title, row.text, now);
    attachments::post(call, {"topic", id.value}, input.files);
    write_tags(call, id, input.tags);
    write_mentions(call, id, 0, input.text, channel.group_id);
    if (input.title == row.title && channel.id == row.channel)
        index_topic(call.tx, id);
    else
        index_with_replies(call, id);
    note(call, "hiroba.topic_edited", {channel.id, id.value, 0, row.revision + 1});
    announce(call, id, 0, channel.id, channel.group_id);
    return {id.value, row.revision + 1};
}

Posted edit_reply(http::Call const& call, ReplyId id, ReplyChange const& input)
{
    auto const row = reply_row(call, id);
    if (!wrote(call, row) && !moderates(call)) throw Refused{Code::not_allowed};
    must_be_written(input.text);
    auto const now = call.clock.now();
    if (call.tx.run(kEditReply, id, input.revision, input.text, static_cast<std::int64_t>(input.files.size()), now) == 0)
        throw Refused{Code::changed_meanwhile};
    call.tx.run(kKeepEarlier, row.topic, id, row.revision, "", row.text, now);
    attachments::post(call, {"reply", id.value}, input.files);
    auto const topic = topic_row(call, row.topic);
    write_mentions(call, row.topic, id.value, input.text, topic.group_id);
    index_reply(call.tx, id);
    note(call, "hiroba.reply_edited", {topic.channel, row.topic.value, id.value, row.revision + 1});
    announce(call, topic, id.value);
    return {id.value, row.revision + 1};
}

History topic_history(http::Call const& call, TopicId id)
{
    auto const row = topic_row(call, id);
    if (row.hidden && !wrote(call, row) && !moderates(call)) throw Refused{Code::not_found};
    return history(call, id, 0);
}

History reply_history(http::Call const& call, ReplyId id)
{
    auto const row = reply_row(call, id);
    if (row.hidden && !wrote(call, row) && !moderates(call)) throw Refused{Code::not_found};
    return history(call, row.topic, id.value);
}

TopicId publish_answer(http::Call const& call, QuestionAndAnswer const& input)
{
    must_have_title(input.title);
    must_be_written(input.question);
    must_be_written(input.answer);
    auto const channel = call.tx.maybe_one<ChannelId>(kAnswersChannel);
    if (!channel) throw Refused{Code::wrong_status};  // the office has archived every channel of answers
    ChannelRow const in{*channel, ChannelKind::answers, {}, false};
    auto const id = add_topic(call, in, {in.id, input.title, input.question, input.tags, {}, {}});
    auto const reply = add_reply(call, topic_row(call, id), {input.answer, {}, {}});
    set_accepted(call, topic_row(call, id), reply);
    note(call, "hiroba.answer_published", {in.id, id.value, reply.value});
    announce(call, id, 0, in.id, {});
    return id;
}

}  // namespace community
