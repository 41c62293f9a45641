#include "features/community/channels.hpp"

#include "features/audit/audit.hpp"
#include "features/community/rows.hpp"
#include "features/plan/versions.hpp"

#include <algorithm>

namespace community {
namespace {

constexpr std::chrono::days kNews{30};
constexpr std::int64_t kMostUnread = 100, kMostTopics = 1000;

// $2 since when something is news, $3 and $4 how far is counted.
#define SQL_SHOWN " FROM hiroba_topic t WHERE t.channel_id = ch.id AND t.hidden_at IS NULL "
#define SQL_CHANNELS                                                                                                 \
    "SELECT ch.id, ch.kind, ch.name, ch.name_en, ch.about, ch.measure, ch.group_id AS \"group\","                    \
    " COALESCE(g.name, '') AS group_name,"                                                                           \
    " (SELECT count(*) FROM (SELECT 1" SQL_SHOWN                                                                     \
    "LIMIT CAST($4 AS INTEGER)) shown) AS topics,"                                                                   \
    " (SELECT count(*) FROM (SELECT 1" SQL_SHOWN                                                                     \
    "   AND t.last_at >= $2 AND NOT EXISTS (SELECT 1 FROM hiroba_read seen WHERE seen.account_id = $1"               \
    "   AND seen.topic_id = t.id AND seen.reply_id >= t.last_reply_id) LIMIT CAST($3 AS INTEGER)) fresh) AS unread," \
    " CASE WHEN ch.archived_at IS NULL THEN 0 ELSE 1 END AS archived, ch.position"                                   \
    " FROM hiroba_channel ch LEFT JOIN hiroba_group g ON g.id = ch.group_id WHERE" SQL_READS("ch")
db::Sql const kChannels{SQL_CHANNELS "ORDER BY ch.position, ch.id"};
db::Sql const kChannel{SQL_CHANNELS "AND ch.id = $5"};
db::Sql const kNamed{"SELECT count(*) FROM hiroba_channel WHERE name = $1 AND archived_at IS NULL AND id <> $2"};
db::Sql const kAdd{R"(
    INSERT INTO hiroba_channel (kind, name, name_en, about, measure, group_id, position, archived_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE hiroba_channel SET kind = $2, name = $3, name_en = $4, about = $5, measure = $6, position = $7, archived_at = $8
     WHERE id = $1)"};
db::Sql const kIsKeeper{"SELECT count(*) FROM hiroba_group_member WHERE group_id = $1 AND account_id = $2 AND is_keeper = 1"};

Refused wrong(char const* pointer, char const* ja, char const* en)
{
    return Refused{Code::invalid_input, {}, {{pointer, ja, en}}};
}

void check(http::Call const& call, ChannelInput const& input, std::int64_t itself)
{
    if (!input.archived && call.tx.one<std::int64_t>(kNamed, input.name, itself) > 0)
        throw Refused{Code::already_exists, input.name};
    if (input.kind != ChannelKind::measure) return;
    auto const versioned = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    auto const& measures = versioned->plan.measures;
    if (std::none_of(measures.begin(), measures.end(), [&](plan::Measure const& each) { return each.code == input.measure; }))
        throw wrong("/measure", "計画にある方策・行動計画を選んでください。", "Choose a measure of the plan.");
}

std::optional<Instant> archived_at(http::Call const& call, ChannelInput const& input)
{
    return input.archived ? std::optional{call.clock.now()} : std::nullopt;
}

Channel channel(http::Call const& call, ChannelId id)
{
    auto found = call.tx.maybe_one<Channel>(kChannel, call.actor.account, call.clock.now() - kNews, kMostUnread, kMostTopics, id);
    if (!found) throw Refused{Code::not_found};
    return *std::move(found);
}

}  // namespace

json::object ChannelInput::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 40}};
    if (member == "name_en") return {{"maxLength", 60}};
    if (member == "about") return {{"maxLength", 300}};
    if (member == "measure") return {{"maxLength", 60}};
    if (member == "position") return {{"minimum", 0}, {"maximum", 10'000}};
    return {};
}

Channels channels(http::Call const& call)
{
    return {call.tx.all<Channel>(kChannels, call.actor.account, call.clock.now() - kNews, kMostUnread, kMostTopics)};
}

Channel add_channel(http::Call const& call, ChannelInput const& input)
{
    check(call, input, 0);
    // A closed group gets a channel from whoever keeps it: to others the group is not there.
    if (input.group && call.tx.one<std::int64_t>(kIsKeeper, *input.group, call.actor.account) == 0)
        throw Refused{Code::not_found};
    ChannelId const id{call.tx.insert(kAdd, input.kind, input.name, input.name_en, input.about, input.measure, input.group,
                                      input.position, archived_at(call, input))};
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.channel_added", "hiroba_channel", id, input);
    return channel(call, id);
}

Channel change_channel(http::Call const& call, ChannelId id, ChannelInput const& input)
{
    auto const before = channel(call, id);
    check(call, input, id.value);
    if (input.group != before.group)
        throw wrong("/group", "誰が読めるかは、部屋を作った後では変えられません。新しい部屋を作ってください。",
                    "Who reads a channel cannot change later. Make a new channel.");
    call.tx.run(kChange, id, input.kind, input.name, input.name_en, input.about, input.measure, input.position,
                archived_at(call, input));
    audit::record(call.tx, call.actor, call.clock.now(), "hiroba.channel_changed", "hiroba_channel", id, input);
    return channel(call, id);
}

}  // namespace community
