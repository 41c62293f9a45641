// Topics and replies as they lie in the tables, for the files of this room. Whoever asks for a row gets it only when the actor
// may read it: that is part of each statement.
#pragma once
#include "features/access/sight.hpp"
#include "features/community/topics.hpp"
#include "platform/core/refused.hpp"

namespace community {

// $1 is the actor's account. True when what stands in the channel may be read.
#define SQL_READS(ch)                                                   \
    " (" ch                                                             \
    ".group_id IS NULL OR EXISTS (SELECT 1 FROM hiroba_group_member gm" \
    "  WHERE gm.group_id = " ch ".group_id AND gm.account_id = $1)) "

// Who wrote it, with the unit of the day `today`.
#define SQL_UNIT_OF(staff, today)                                                                          \
    "COALESCE((SELECT u.name FROM posting p JOIN org_unit u ON u.id = p.unit_id WHERE p.staff_id = " staff \
    " AND p.kind = 'primary' AND" SQL_STANDS("p", today, today) "ORDER BY p.effective_on DESC LIMIT 1), '')"
#define SQL_IS_AMBASSADOR(account)                                                   \
    "CASE WHEN EXISTS (SELECT 1 FROM account_role ar WHERE ar.account_id = " account \
    " AND ar.role = 'dx_leader') THEN 1 ELSE 0 END"
#define SQL_AUTHOR(today)                                                       \
    " a.id AS account, COALESCE(s.name, a.display_name) AS name, " SQL_UNIT_OF( \
        "s.id", today) " AS unit, " SQL_IS_AMBASSADOR("a.id") " AS ambassador "
#define SQL_AUTHOR_OF(row) " JOIN account a ON a.id = " row ".author_id LEFT JOIN staff s ON s.id = a.staff_id "

struct TopicRow {
    TopicId id;
    ChannelId channel;
    ChannelKind kind = ChannelKind::question;
    std::string channel_name, channel_name_en;
    std::optional<GroupId> group_id;
    std::string group_name;
    bool archived = false;
    std::string title, text;
    AccountId account;
    std::string name, unit;
    bool ambassador = false;
    Instant created_at, last_at;
    std::optional<Instant> edited_at, first_answer_at, accepted_at;
    std::int64_t revision = 1, replies = 0, last_reply_id = 0, files = 0;
    std::optional<ReplyId> accepted;
    bool closed = false, hidden = false;
    std::string hidden_why;
};
BOOST_DESCRIBE_STRUCT(TopicRow, (),
                      (id, channel, kind, channel_name, channel_name_en, group_id, group_name, archived, title, text, account,
                       name, unit, ambassador, created_at, last_at, edited_at, first_answer_at, accepted_at, revision, replies,
                       last_reply_id, files, accepted, closed, hidden, hidden_why))

struct ReplyRow {
    ReplyId id;
    TopicId topic;
    std::string text;
    AccountId account;
    std::string name, unit;
    bool ambassador = false;
    Instant created_at;
    std::optional<Instant> edited_at;
    std::int64_t revision = 1, files = 0;
    bool hidden = false;
    std::string hidden_why;
};
BOOST_DESCRIBE_STRUCT(ReplyRow, (),
                      (id, topic, text, account, name, unit, ambassador, created_at, edited_at, revision, files, hidden,
                       hidden_why))

/// Refuse with not_found what the actor may not read.
TopicRow topic_row(http::Call const&, TopicId);
ReplyRow reply_row(http::Call const&, ReplyId);

inline bool moderates(http::Call const& call) { return may(call.actor, Permission::moderate); }
inline bool wrote(http::Call const& call, TopicRow const& row) { return row.account == call.actor.account; }
inline bool wrote(http::Call const& call, ReplyRow const& row) { return row.account == call.actor.account; }

/// Open pages ask again. `reply` is 0 when it is the topic itself.
void announce(http::Call const&, TopicId, std::int64_t reply, ChannelId, std::optional<GroupId>);
inline void announce(http::Call const& call, TopicRow const& row, std::int64_t reply)
{
    announce(call, row.id, reply, row.channel, row.group_id);
}

/// The reply solved it; none: it is open again. Says nothing to open pages.
void set_accepted(http::Call const&, TopicRow const&, std::optional<ReplyId>);

/// Bring the topic's and the reply's places in the search up to date. They ask nobody's sight.
void index_topic(db::Tx&, TopicId);
void index_reply(db::Tx&, ReplyId);

}  // namespace community
