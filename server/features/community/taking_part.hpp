// What one does with what others wrote: accept, react, follow, read, report; drafts; who could answer; how quickly answers come.
#pragma once
#include "features/community/topics.hpp"

namespace community {

struct AcceptInput {
    std::optional<ReplyId> reply;  ///< none: no reply solved it after all
};
BOOST_DESCRIBE_STRUCT(AcceptInput, (), (reply))
/// By who asked, or a moderator. Refuses with not_found a reply of another topic, with wrong_status a hidden one.
void accept(http::Call const&, TopicId, AcceptInput const&);

struct ReactionInput {
    ReactionKind kind = ReactionKind::helpful;
    bool on = true;
};
BOOST_DESCRIBE_STRUCT(ReactionInput, (), (kind, on))
void react(http::Call const&, TopicId, ReactionInput const&);
void react(http::Call const&, ReplyId, ReactionInput const&);

struct FollowInput {
    bool on = true;
};
BOOST_DESCRIBE_STRUCT(FollowInput, (), (on))
void follow(http::Call const&, TopicId, FollowInput const&);

struct ReadInput {
    std::int64_t reply = 0;  ///< the last one seen, 0 = the topic itself
};
BOOST_DESCRIBE_STRUCT(ReadInput, (), (reply))
void mark_read(http::Call const&, TopicId, ReadInput const&);

struct DraftContent {
    std::optional<ChannelId> channel;
    std::string title, text;
    std::vector<std::string> tags;
    std::vector<AttachmentId> files;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(DraftContent, (), (channel, title, text, tags, files))
struct Draft {
    std::optional<DraftContent> content;
    std::optional<Instant> saved_at;
    std::vector<attachments::File> files;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (content, saved_at, files))
/// `place` is "new" or "topic-12". Refuse with invalid_input another place.
Draft draft(http::Call const&, std::string const& place);
void keep_draft(http::Call const&, std::string const& place, DraftContent const&);
void drop_draft(http::Call const&, std::string const& place);

/// Topics near a title that is being typed.
struct SimilarQuery {
    std::string title;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SimilarQuery, (), (title))
struct SimilarTopic {
    TopicId id;
    std::string title;
    std::int64_t replies = 0;
    bool accepted = false;
};
BOOST_DESCRIBE_STRUCT(SimilarTopic, (), (id, title, replies, accepted))
struct SimilarTopics {
    std::vector<SimilarTopic> topics;  ///< at most five, the nearest first
};
BOOST_DESCRIBE_STRUCT(SimilarTopics, (), (topics))
SimilarTopics similar(http::Call const&, SimilarQuery const&);

/// Whom one may name with @, with what they already carry (CGS-05).
struct PeopleQuery {
    std::string q;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (), (q))
struct Colleague {
    AccountId account;
    std::string name, unit;
    bool ambassador = false;
    std::int64_t answers = 0;  ///< given in the last 30 days
    std::int64_t asked = 0;    ///< topics that name them, are not solved and have no answer of theirs, of the last 30 days
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (account, name, unit, ambassador, answers, asked))
struct Colleagues {
    std::vector<Colleague> people;  ///< at most ten; without q: ambassadors, who carries least first
};
BOOST_DESCRIBE_STRUCT(Colleagues, (), (people))
Colleagues colleagues(http::Call const&, PeopleQuery const&);

/// How quickly a question finds its answer (CGS-15), over the topics of the last 90 days that everybody may read.
struct Speed {
    std::int64_t topics = 0, answered = 0, solved = 0;  ///< questions, issues and channels of tools and measures
    std::optional<std::int64_t> first_answer_minutes;   ///< median
    std::optional<std::int64_t> accepted_minutes;       ///< median
    std::vector<Colleague> answerers;                   ///< who answered most in the last 30 days, at most ten
};
BOOST_DESCRIBE_STRUCT(Speed, (), (topics, answered, solved, first_answer_minutes, accepted_minutes, answerers))
Speed speed(http::Call const&);

}  // namespace community
