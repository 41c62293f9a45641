// Channels, closed groups and the house rules.
#pragma once
#include "features/community/topics.hpp"

namespace community {

struct Channel {
    ChannelId id;
    ChannelKind kind = ChannelKind::question;
    std::string name, name_en, about, measure;
    std::optional<GroupId> group;
    std::string group_name;
    std::int64_t topics = 0;  ///< 1,000 stands for more
    std::int64_t unread = 0;  ///< of the last 30 days with something new; 100 stands for more
    bool archived = false;
    std::int64_t position = 0;  ///< the smaller, the higher in the list
};
BOOST_DESCRIBE_STRUCT(Channel, (),
                      (id, kind, name, name_en, about, measure, group, group_name, topics, unread, archived, position))

struct Channels {
    std::vector<Channel> channels;
};
BOOST_DESCRIBE_STRUCT(Channels, (), (channels))

struct ChannelInput {
    ChannelKind kind = ChannelKind::question;
    std::string name, name_en, about, measure;
    std::optional<GroupId> group;
    bool archived = false;
    int position = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ChannelInput, (), (kind, name, name_en, about, measure, group, archived, position))

struct GroupMember {
    AccountId account;
    std::string name, unit;
    bool keeper = false;
};
BOOST_DESCRIBE_STRUCT(GroupMember, (), (account, name, unit, keeper))
struct Group {
    GroupId id;
    std::string name, purpose;
    std::vector<GroupMember> members;
    bool may_change = false;  ///< the actor keeps it
};
BOOST_DESCRIBE_STRUCT(Group, (), (id, name, purpose, members, may_change))
struct Groups {
    std::vector<Group> groups;  ///< whose member the actor is; of the others a moderator sees the name alone
};
BOOST_DESCRIBE_STRUCT(Groups, (), (groups))
struct GroupInput {
    std::string name, purpose;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(GroupInput, (), (name, purpose))
struct GroupMemberInput {
    bool member = true, keeper = false;
};
BOOST_DESCRIBE_STRUCT(GroupMemberInput, (), (member, keeper))

Channels channels(http::Call const&);
/// Refuse with already_exists a name that is taken, with invalid_input a measure the plan does not have.
Channel add_channel(http::Call const&, ChannelInput const&);
Channel change_channel(http::Call const&, ChannelId, ChannelInput const&);

Groups groups(http::Call const&);
/// The actor becomes its keeper.
Group add_group(http::Call const&, GroupInput const&);
/// By a keeper. The last keeper stays (conflict).
Group set_member(http::Call const&, GroupId, AccountId, GroupMemberInput const&);

/// The shipped rules (lesson U26) until the city has written its own.
struct Rules {
    std::vector<markdown::Piece> pieces;
    std::string text;
    std::int64_t revision = 0;  ///< 0 = as shipped
    bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(Rules, (), (pieces, text, revision, may_change))
struct RulesInput {
    std::string text;
    std::int64_t revision = 0;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(RulesInput, (), (text, revision))
Rules rules(http::Call const&);
Rules write_rules(http::Call const&, RulesInput const&);

}  // namespace community
