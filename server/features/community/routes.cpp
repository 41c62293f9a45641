#include "features/actor/actor.hpp"
#include "features/community/channels.hpp"
#include "features/community/community.hpp"
#include "features/community/moderation.hpp"
#include "features/community/taking_part.hpp"
#include "features/community/topics.hpp"

namespace community {
namespace {

using http::Access;
using http::Call;

struct WritingInput {
    std::string text;
    static json::object limits(std::string_view) { return {{"maxLength", kLongestText}}; }
};
BOOST_DESCRIBE_STRUCT(WritingInput, (), (text))
struct Preview {
    std::vector<markdown::Piece> pieces;
};
BOOST_DESCRIBE_STRUCT(Preview, (), (pieces))

Access part() { return Access::needs(Permission::take_part); }
Access moderators() { return Access::needs(Permission::moderate); }

void topic_routes(http::Table& table)
{
    table.get("/topics", {.id = "listTopics", .access = part(), .summary = "ひろばの話題", .refusals = {Code::not_found}},
              topic_lines);
    table.post("/topics",
               {.id = "postTopic",
                .access = part(),
                .summary = "話題を投稿する",
                .refusals = {Code::not_found, Code::invalid_input, Code::wrong_status, Code::rate_limited},
                .success = 201},
               post_topic);
    table.get("/topics/similar", {.id = "similarTopics", .access = part(), .summary = "入力中の題名に近い話題"}, similar);
    table.get(
        "/topics/{id}", {.id = "getTopic", .access = part(), .summary = "一つの話題と返信", .refusals = {Code::not_found}},
        +[](Call const& c) { return topic(c, c.path<TopicId>(0)); });
    table.patch(
        "/topics/{id}",
        {.id = "editTopic",
         .access = part(),
         .summary = "話題を書き直す",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status, Code::changed_meanwhile}},
        +[](Call const& c, TopicChange const& in) { return edit_topic(c, c.path<TopicId>(0), in); });
    table.get(
        "/topics/{id}/history",
        {.id = "topicHistory", .access = part(), .summary = "話題の書き直す前の文", .refusals = {Code::not_found}},
        +[](Call const& c) { return topic_history(c, c.path<TopicId>(0)); });
    table.get(
        "/topics/{id}/replies",
        {.id = "listReplies", .access = part(), .summary = "話題の返信（続き）", .refusals = {Code::not_found}},
        +[](Call const& c, RepliesQuery const& q) { return replies(c, c.path<TopicId>(0), q); });
    table.post(
        "/topics/{id}/replies",
        {.id = "postReply",
         .access = part(),
         .summary = "返信する",
         .refusals = {Code::not_found, Code::invalid_input, Code::wrong_status, Code::rate_limited},
         .success = 201},
        +[](Call const& c, NewReply const& in) { return post_reply(c, c.path<TopicId>(0), in); });
    table.patch(
        "/replies/{id}",
        {.id = "editReply",
         .access = part(),
         .summary = "返信を書き直す",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::changed_meanwhile}},
        +[](Call const& c, ReplyChange const& in) { return edit_reply(c, c.path<ReplyId>(0), in); });
    table.get(
        "/replies/{id}/history",
        {.id = "replyHistory", .access = part(), .summary = "返信の書き直す前の文", .refusals = {Code::not_found}},
        +[](Call const& c) { return reply_history(c, c.path<ReplyId>(0)); });
}

void taking_part_routes(http::Table& table)
{
    std::vector<Code> const hidden{Code::not_found};
    table.put(
        "/topics/{id}/accepted",
        {.id = "acceptReply",
         .access = part(),
         .summary = "解決した返信を選ぶ",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c, AcceptInput const& in) { accept(c, c.path<TopicId>(0), in); });
    table.put(
        "/topics/{id}/reactions", {.id = "reactToTopic", .access = part(), .summary = "話題への反応", .refusals = hidden},
        +[](Call const& c, ReactionInput const& in) { react(c, c.path<TopicId>(0), in); });
    table.put(
        "/replies/{id}/reactions", {.id = "reactToReply", .access = part(), .summary = "返信への反応", .refusals = hidden},
        +[](Call const& c, ReactionInput const& in) { react(c, c.path<ReplyId>(0), in); });
    table.put(
        "/topics/{id}/follow", {.id = "followTopic", .access = part(), .summary = "話題を追う", .refusals = hidden},
        +[](Call const& c, FollowInput const& in) { follow(c, c.path<TopicId>(0), in); });
    table.put(
        "/topics/{id}/read", {.id = "readTopic", .access = part(), .summary = "ここまで読んだ", .refusals = hidden},
        +[](Call const& c, ReadInput const& in) { mark_read(c, c.path<TopicId>(0), in); });
    table.get(
        "/hiroba/drafts/{place:text}",
        {.id = "getDraft", .access = part(), .summary = "書きかけ", .refusals = {Code::invalid_input}},
        +[](Call const& c) { return draft(c, c.path_text(0)); });
    table.put(
        "/hiroba/drafts/{place:text}",
        {.id = "keepDraft", .access = part(), .summary = "書きかけを残す", .refusals = {Code::invalid_input}},
        +[](Call const& c, DraftContent const& in) { keep_draft(c, c.path_text(0), in); });
    table.del(
        "/hiroba/drafts/{place:text}",
        {.id = "dropDraft", .access = part(), .summary = "書きかけを消す", .refusals = {Code::invalid_input}},
        +[](Call const& c) { drop_draft(c, c.path_text(0)); });
    table.get("/hiroba/people", {.id = "listColleagues", .access = part(), .summary = "声をかけられる人と、いまの抱え具合"},
              colleagues);
    table.get("/hiroba/speed", {.id = "getSpeed", .access = part(), .summary = "疑問が解決するまでの時間"}, speed);
    table.post(
        "/writing/preview", {.id = "previewWriting", .access = part(), .summary = "書いた文の見え方"},
        +[](Call const&, WritingInput const& in) { return Preview{markdown::pieces(in.text)}; });
}

void channel_routes(http::Table& table)
{
    std::vector<Code> const refusals{Code::not_found, Code::invalid_input, Code::already_exists};
    table.get("/channels", {.id = "listChannels", .access = part(), .summary = "ひろばの部屋"}, channels);
    table.post("/channels",
               {.id = "addChannel", .access = moderators(), .summary = "部屋を作る", .refusals = refusals, .success = 201},
               add_channel);
    table.put(
        "/channels/{id}", {.id = "changeChannel", .access = moderators(), .summary = "部屋を改める", .refusals = refusals},
        +[](Call const& c, ChannelInput const& in) { return change_channel(c, c.path<ChannelId>(0), in); });
    table.get("/groups", {.id = "listGroups", .access = part(), .summary = "閉じたグループ"}, groups);
    table.post("/groups",
               {.id = "addGroup",
                .access = moderators(),
                .summary = "閉じたグループを作る",
                .refusals = {Code::already_exists},
                .success = 201},
               add_group);
    table.put(
        "/groups/{id}/members/{account}",
        {.id = "setGroupMember",
         .access = part(),
         .summary = "グループの参加者を決める",
         .refusals = {Code::not_found, Code::not_allowed, Code::conflict}},
        +[](Call const& c, GroupMemberInput const& in) { return set_member(c, c.path<GroupId>(0), c.path<AccountId>(1), in); });
    table.get("/hiroba/rules", {.id = "getRules", .access = part(), .summary = "ひろばの約束"}, rules);
    table.put("/hiroba/rules",
              {.id = "writeRules",
               .access = moderators(),
               .summary = "ひろばの約束を書き直す",
               .refusals = {Code::invalid_input, Code::changed_meanwhile}},
              write_rules);
}

void moderation_routes(http::Table& table)
{
    std::vector<Code> const refusals{Code::not_found, Code::not_allowed, Code::invalid_input};
    table.post(
        "/topics/{id}/reports",
        {.id = "reportTopic", .access = part(), .summary = "話題を運営に知らせる", .refusals = refusals, .success = 201},
        +[](Call const& c, PostReportInput const& in) { report(c, c.path<TopicId>(0), in); });
    table.post(
        "/replies/{id}/reports",
        {.id = "reportReply", .access = part(), .summary = "返信を運営に知らせる", .refusals = refusals, .success = 201},
        +[](Call const& c, PostReportInput const& in) { report(c, c.path<ReplyId>(0), in); });
    table.get("/hiroba/reports", {.id = "listHirobaReports", .access = moderators(), .summary = "運営への知らせ"}, reports);
    table.put(
        "/hiroba/reports/{id}",
        {.id = "decideHirobaReport",
         .access = moderators(),
         .summary = "知らせに応じて隠すか残すかを決める",
         .refusals = {Code::not_found, Code::wrong_status, Code::invalid_input}},
        +[](Call const& c, DecisionInput const& in) { decide(c, c.path<ReportId>(0), in); });
    table.put(
        "/topics/{id}/state",
        {.id = "setTopicState", .access = part(), .summary = "話題を閉じる・隠す・戻す", .refusals = refusals},
        +[](Call const& c, TopicState const& in) { set_state(c, c.path<TopicId>(0), in); });
    table.put(
        "/replies/{id}/state", {.id = "setReplyState", .access = part(), .summary = "返信を隠す・戻す", .refusals = refusals},
        +[](Call const& c, ReplyState const& in) { set_state(c, c.path<ReplyId>(0), in); });
}

}  // namespace

void routes(http::Table& table)
{
    channel_routes(table);
    topic_routes(table);
    taking_part_routes(table);
    moderation_routes(table);
}

}  // namespace community
