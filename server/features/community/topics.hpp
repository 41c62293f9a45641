// Topics and replies: read, written, edited. What is in a closed group is found by its members alone.
#pragma once
#include "features/attachments/attachments.hpp"
#include "features/community/community.hpp"
#include "platform/markdown/markdown.hpp"

namespace community {

inline constexpr int kLongestText = 20'000;  ///< characters
inline constexpr std::size_t kMostTags = 10;
inline constexpr std::int64_t kPostsInTenMinutes = 60;  ///< of one person

enum class ChannelKind { question, issue, idea, practice, talk, tool, measure, answers };
BOOST_DESCRIBE_ENUM(ChannelKind, question, issue, idea, practice, talk, tool, measure, answers)

/// なるほど, 助かった, やってみます, 同じことで困っています
enum class ReactionKind { insightful, helpful, will_try, same_here };
BOOST_DESCRIBE_ENUM(ReactionKind, insightful, helpful, will_try, same_here)

struct Author {
    AccountId account;
    std::string name, unit;   ///< the unit of today
    bool ambassador = false;  ///< holds the role of DX推進リーダー
};
BOOST_DESCRIBE_STRUCT(Author, (), (account, name, unit, ambassador))

struct Reaction {
    ReactionKind kind = ReactionKind::helpful;
    std::int64_t count = 0;
    bool mine = false;
};
BOOST_DESCRIBE_STRUCT(Reaction, (), (kind, count, mine))

/// A line of a list.
struct TopicLine {
    TopicId id;
    ChannelId channel;
    ChannelKind kind = ChannelKind::question;
    std::string channel_name, channel_name_en, title;
    Author author;
    std::vector<std::string> tags;
    Instant created_at, last_at;
    std::int64_t replies = 0;
    bool answered = false;  ///< somebody else has replied
    bool accepted = false;
    bool unread = false;
    bool closed_group = false;
};
BOOST_DESCRIBE_STRUCT(TopicLine, (),
                      (id, channel, kind, channel_name, channel_name_en, title, author, tags, created_at, last_at, replies,
                       answered, accepted, unread, closed_group))

enum class View { all, unanswered, mine, followed, mentioned, matching };
BOOST_DESCRIBE_ENUM(View, all, unanswered, mine, followed, mentioned, matching)

struct TopicQuery {
    std::optional<ChannelId> channel;
    View view = View::all;
    std::optional<std::string> tag;
    std::optional<std::string> before;  ///< `next` of the page before
    int limit = 30;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(TopicQuery, (), (channel, view, tag, before, limit))

struct TopicLines {
    std::vector<TopicLine> topics;    ///< the one with the newest word first
    std::optional<std::string> next;  ///< none: this is the end
};
BOOST_DESCRIBE_STRUCT(TopicLines, (), (topics, next))

struct Reply {
    ReplyId id;
    Author author;
    std::vector<markdown::Piece> pieces;
    std::string text;  ///< as typed; only for who may edit it
    std::vector<attachments::File> files;
    std::vector<Reaction> reactions;
    Instant created_at;
    std::optional<Instant> edited_at;
    std::int64_t revision = 1;
    bool accepted = false;
    bool hidden = false;  ///< its text is shown to its author and to moderators alone
    std::string hidden_why;
    bool may_edit = false, may_accept = false, may_claim = false;
};
BOOST_DESCRIBE_STRUCT(Reply, (),
                      (id, author, pieces, text, files, reactions, created_at, edited_at, revision, accepted, hidden, hidden_why,
                       may_edit, may_accept, may_claim))

struct Topic {
    TopicId id;
    ChannelId channel;
    ChannelKind kind = ChannelKind::question;
    std::string channel_name, channel_name_en, group_name;  ///< the group's name, '' = everybody reads it
    std::string title;
    Author author;
    std::vector<markdown::Piece> pieces;
    std::string text;  ///< as typed; only for who may edit it
    std::vector<std::string> tags;
    std::vector<attachments::File> files;
    std::vector<Reaction> reactions;
    Instant created_at;
    std::optional<Instant> edited_at, first_answer_at, accepted_at;
    std::int64_t revision = 1;
    std::optional<ReplyId> accepted;
    bool closed = false;
    bool hidden = false;  ///< only its author and moderators are told more than why
    std::string hidden_why;
    bool followed = false, may_edit = false, may_reply = false, may_moderate = false;
    std::int64_t read_until = 0;  ///< the last reply the actor has read, 0 = none
    std::vector<Reply> replies;   ///< in their order; of a long topic the newest 300
    std::int64_t earlier = 0;     ///< replies before these
};
BOOST_DESCRIBE_STRUCT(Topic, (),
                      (id, channel, kind, channel_name, channel_name_en, group_name, title, author, pieces, text, tags, files,
                       reactions, created_at, edited_at, first_answer_at, accepted_at, revision, accepted, closed, hidden,
                       hidden_why, followed, may_edit, may_reply, may_moderate, read_until, replies, earlier))

struct NewTopic {
    ChannelId channel;
    std::string title, text;
    std::vector<std::string> tags;
    std::vector<AttachmentId> files;
    std::optional<std::string> key;  ///< of this sending, made by the page: sent twice, it is posted once
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NewTopic, (), (channel, title, text, tags, files, key))

struct TopicChange {
    std::int64_t revision = 0;  ///< that was shown
    ChannelId channel;
    std::string title, text;
    std::vector<std::string> tags;
    std::vector<AttachmentId> files;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(TopicChange, (), (revision, channel, title, text, tags, files))

struct NewReply {
    std::string text;
    std::vector<AttachmentId> files;
    std::optional<std::string> key;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NewReply, (), (text, files, key))

struct ReplyChange {
    std::int64_t revision = 0;
    std::string text;
    std::vector<AttachmentId> files;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReplyChange, (), (revision, text, files))

struct RepliesQuery {
    std::optional<ReplyId> after;   ///< those that came after it
    std::optional<ReplyId> before;  ///< the 300 before it
};
BOOST_DESCRIBE_STRUCT(RepliesQuery, (), (after, before))
struct Replies {
    std::vector<Reply> replies;
    std::int64_t earlier = 0;
};
BOOST_DESCRIBE_STRUCT(Replies, (), (replies, earlier))

struct Posted {
    std::int64_t id = 0;  ///< of the topic or of the reply
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Posted, (), (id, revision))

TopicLines topic_lines(http::Call const&, TopicQuery const&);
/// Of `matching`, how many have waited for more than a day.
std::int64_t matching_waits(http::Call const&);
Topic topic(http::Call const&, TopicId);
Replies replies(http::Call const&, TopicId, RepliesQuery const&);

/// Refuse with not_found a channel or topic out of sight, with wrong_status what is archived, closed or hidden, with
/// invalid_input an empty text, too many tags, a file that is not there; with rate_limited who posts more than a person types.
Posted post_topic(http::Call const&, NewTopic const&);
Posted post_reply(http::Call const&, TopicId, NewReply const&);
/// By the author, or a moderator. Refuse with changed_meanwhile when another edit came first.
Posted edit_topic(http::Call const&, TopicId, TopicChange const&);
Posted edit_reply(http::Call const&, ReplyId, ReplyChange const&);

/// An earlier text of a topic or reply.
struct Earlier {
    std::int64_t revision = 0;
    std::string title;
    std::vector<markdown::Piece> pieces;
    Instant until_at;
};
BOOST_DESCRIBE_STRUCT(Earlier, (), (revision, title, pieces, until_at))
struct History {
    std::vector<Earlier> versions;  ///< the newest first
};
BOOST_DESCRIBE_STRUCT(History, (), (versions))
History topic_history(http::Call const&, TopicId);
History reply_history(http::Call const&, ReplyId);

}  // namespace community
