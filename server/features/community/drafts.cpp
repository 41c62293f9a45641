// What somebody has begun to write, kept on the server so that another machine or a lost session finds it.
#include "features/community/rows.hpp"
#include "features/community/taking_part.hpp"

#include <algorithm>

namespace community {
namespace {

db::Sql const kDraft{"SELECT content, saved_at FROM hiroba_draft WHERE account_id = $1 AND place = $2"};
db::Sql const kKeep{R"(
    INSERT INTO hiroba_draft (account_id, place, content, saved_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (account_id, place) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at)"};
db::Sql const kDrop{"DELETE FROM hiroba_draft WHERE account_id = $1 AND place = $2"};

struct DraftRow {
    std::string content;
    Instant saved_at;
};
BOOST_DESCRIBE_STRUCT(DraftRow, (), (content, saved_at))

void must_be_place(std::string_view place)
{
    constexpr std::string_view kTopic = "topic-";
    auto const digits = place.starts_with(kTopic) ? place.substr(kTopic.size()) : std::string_view{};
    auto const is_number = !digits.empty() && digits.size() < 19 &&
                           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (place == "new" || is_number) return;
    throw Refused{Code::invalid_input,
                  {},
                  {{"/place", "書きかけは new か topic-番号 に残せます。", "A draft is kept under new or topic-NUMBER."}}};
}

}  // namespace

json::object DraftContent::limits(std::string_view member)
{
    if (member == "title") return {{"maxLength", 200}};
    if (member == "text") return {{"maxLength", kLongestText}};
    if (member == "tags") return {{"maxItems", static_cast<int>(kMostTags)}, {"maxLength", 40}};
    if (member == "files") return {{"maxItems", static_cast<int>(attachments::kMost)}};
    return {};
}

Draft draft(http::Call const& call, std::string const& place)
{
    must_be_place(place);
    auto const row = call.tx.maybe_one<DraftRow>(kDraft, call.actor.account, place);
    if (!row) return {};
    auto content = json::read<DraftContent>(row->content);
    auto files = attachments::not_posted(call, content.files);
    return {std::move(content), row->saved_at, std::move(files)};
}

void keep_draft(http::Call const& call, std::string const& place, DraftContent const& content)
{
    must_be_place(place);
    call.tx.run(kKeep, call.actor.account, place, json::write(content), call.clock.now());
}

void drop_draft(http::Call const& call, std::string const& place)
{
    must_be_place(place);
    call.tx.run(kDrop, call.actor.account, place);
}

}  // namespace community
