#include "features/community/taking_part.hpp"

#include "features/audit/audit.hpp"
#include "features/community/rows.hpp"
#include "features/fulltext/fulltext.hpp"

namespace community {
namespace {

db::Sql const kAccept{"UPDATE hiroba_topic SET accepted_id = $2, accepted_at = $3 WHERE id = $1"};
db::Sql const kReact{R"(
    INSERT INTO hiroba_reaction (topic_id, reply_id, account_id, kind) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING)"};
db::Sql const kUnreact{"DELETE FROM hiroba_reaction WHERE topic_id = $1 AND reply_id = $2 AND account_id = $3 AND kind = $4"};
db::Sql const kFollow{"INSERT INTO hiroba_follow (account_id, topic_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
db::Sql const kUnfollow{"DELETE FROM hiroba_follow WHERE account_id = $1 AND topic_id = $2"};
// Reading goes forward: a page that was open for long does not take back what another has read.
db::Sql const kRead{R"(
    INSERT INTO hiroba_read (account_id, topic_id, reply_id) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, topic_id) DO UPDATE SET reply_id = excluded.reply_id WHERE hiroba_read.reply_id < excluded.reply_id)"};

struct Accepted {
    TopicId topic;
    std::optional<ReplyId> reply;
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (topic, reply))

void react(http::Call const& call, TopicRow const& topic, std::int64_t reply, ReactionInput const& input)
{
    call.tx.run(input.on ? kReact : kUnreact, topic.id, reply, call.actor.account, input.kind);
    announce(call, topic, reply);
}

}  // namespace

void set_accepted(http::Call const& call, TopicRow const& topic, std::optional<ReplyId> reply)
{
    call.tx.run(kAccept, topic.id, reply, reply ? std::optional{call.clock.now()} : std::nullopt);
    index_topic(call.tx, topic.id);
    if (topic.accepted) index_reply(call.tx, *topic.accepted);
    if (reply) index_reply(call.tx, *reply);
}

void accept(http::Call const& call, TopicId id, AcceptInput const& input)
{
    auto const topic = topic_row(call, id);
    if (!wrote(call, topic) && !moderates(call)) throw Refused{Code::not_allowed};
    if (input.reply) {
        auto const reply = reply_row(call, *input.reply);
        if (reply.topic != id) throw Refused{Code::not_found};
        if (reply.hidden) throw Refused{Code::wrong_status};
    }
    if (input.reply == topic.accepted) return;
    set_accepted(call, topic, input.reply);
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.answer_accepted", "hiroba_topic", id, Accepted{id, input.reply});
    announce(call, topic, input.reply ? input.reply->value : 0);
}

void react(http::Call const& call, TopicId id, ReactionInput const& input) { react(call, topic_row(call, id), 0, input); }

void react(http::Call const& call, ReplyId id, ReactionInput const& input)
{
    auto const reply = reply_row(call, id);
    if (reply.hidden) throw Refused{Code::not_found};
    react(call, topic_row(call, reply.topic), id.value, input);
}

void follow(http::Call const& call, TopicId id, FollowInput const& input)
{
    topic_row(call, id);
    call.tx.run(input.on ? kFollow : kUnfollow, call.actor.account, id);
}

void mark_read(http::Call const& call, TopicId id, ReadInput const& input)
{
    auto const topic = topic_row(call, id);
    call.tx.run(kRead, call.actor.account, id, std::min(input.reply, topic.last_reply_id));
}

}  // namespace community
