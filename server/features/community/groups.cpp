// Closed groups. Who is in one is told to its members alone; that it exists, to moderators as well.
#include "features/audit/audit.hpp"
#include "features/community/channels.hpp"
#include "features/community/rows.hpp"

namespace community {
namespace {

struct GroupRow {
    GroupId id;
    std::string name, purpose;
    bool member = false, keeper = false;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (id, name, purpose, member, keeper))
#define SQL_GROUPS                                                                                \
    "SELECT g.id, g.name, g.purpose, CASE WHEN m.account_id IS NULL THEN 0 ELSE 1 END AS member," \
    " COALESCE(m.is_keeper, 0) AS keeper FROM hiroba_group g"                                     \
    " LEFT JOIN hiroba_group_member m ON m.group_id = g.id AND m.account_id = $1 "
db::Sql const kGroups{SQL_GROUPS "ORDER BY g.name"};
db::Sql const kGroup{SQL_GROUPS "WHERE g.id = $2"};
db::Sql const kMembers{"SELECT a.id AS account, COALESCE(s.name, a.display_name) AS name, " SQL_UNIT_OF(
    "s.id", "$2") " AS unit, m.is_keeper AS keeper FROM hiroba_group_member m JOIN account a ON a.id = m.account_id"
                  " LEFT JOIN staff s ON s.id = a.staff_id WHERE m.group_id = $1 ORDER BY m.is_keeper DESC, s.kana, a.id"};
db::Sql const kNamed{"SELECT count(*) FROM hiroba_group WHERE name = $1"};
db::Sql const kAdd{"INSERT INTO hiroba_group (name, purpose, created_at) VALUES ($1, $2, $3) RETURNING id"};
db::Sql const kAccount{"SELECT count(*) FROM account WHERE id = $1 AND disabled_at IS NULL"};
db::Sql const kSetMember{R"(
    INSERT INTO hiroba_group_member (group_id, account_id, is_keeper) VALUES ($1, $2, $3)
    ON CONFLICT (group_id, account_id) DO UPDATE SET is_keeper = excluded.is_keeper)"};
db::Sql const kDropMember{"DELETE FROM hiroba_group_member WHERE group_id = $1 AND account_id = $2"};
db::Sql const kKeepers{"SELECT count(*) FROM hiroba_group_member WHERE group_id = $1 AND is_keeper = 1"};
db::Sql const kCircles{"SELECT group_id FROM hiroba_group_member WHERE account_id = $1 ORDER BY group_id"};

Group shown(http::Call const& call, GroupRow&& row)
{
    Group group{row.id, std::move(row.name), {}, {}, row.keeper};
    if (!row.member) return group;
    group.purpose = std::move(row.purpose);
    group.members = call.tx.all<GroupMember>(kMembers, row.id, call.clock.today());
    return group;
}

struct Membership {
    GroupId group;
    AccountId account;
    bool member = false, keeper = false;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (group, account, member, keeper))

}  // namespace

json::object GroupInput::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 60}};
    return {{"maxLength", 500}};
}

Groups groups(http::Call const& call)
{
    Groups groups;
    for (auto& row : call.tx.all<GroupRow>(kGroups, call.actor.account))
        if (row.member || moderates(call)) groups.groups.push_back(shown(call, std::move(row)));
    return groups;
}

Group add_group(http::Call const& call, GroupInput const& input)
{
    if (call.tx.one<std::int64_t>(kNamed, input.name) > 0) throw Refused{Code::already_exists, input.name};
    GroupId const id{call.tx.insert(kAdd, input.name, input.purpose, call.clock.now())};
    call.tx.run(kSetMember, id, call.actor.account, 1);
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.group_added", "hiroba_group", id, input);
    return shown(call, call.tx.one<GroupRow>(kGroup, call.actor.account, id));
}

Group set_member(http::Call const& call, GroupId id, AccountId account, GroupMemberInput const& input)
{
    auto row = call.tx.maybe_one<GroupRow>(kGroup, call.actor.account, id);
    if (!row || !row->member) throw Refused{Code::not_found};
    auto const leaves = account == call.actor.account && !input.member;
    if (!row->keeper && !leaves) throw Refused{Code::not_allowed};
    if (call.tx.one<std::int64_t>(kAccount, account) == 0) throw Refused{Code::not_found};
    if (input.member)
        call.tx.run(kSetMember, id, account, input.keeper ? 1 : 0);
    else
        call.tx.run(kDropMember, id, account);
    if (call.tx.one<std::int64_t>(kKeepers, id) == 0)
        throw Refused{Code::conflict, {"グループには管理する人が一人は要ります。", "A group needs one keeper at least."}};
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.group_member_set", "hiroba_group", id,
                  Membership{id, account, input.member, input.member && input.keeper});
    return shown(call, call.tx.one<GroupRow>(kGroup, call.actor.account, id));
}

std::vector<std::int64_t> circles_of(db::Tx& tx, Actor const& actor) { return tx.all<std::int64_t>(kCircles, actor.account); }

}  // namespace community
