#include "features/notices/writing.hpp"

#include "features/audience/audience.hpp"
#include "features/audit/audit.hpp"
#include "features/notices/rows.hpp"

namespace notices {
namespace {

db::Sql const kInsert{R"(
    INSERT INTO notice (kind, title, text, audience, link, from_on, until_on, important, status, created_at, created_by, client_key)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $10, $11) RETURNING id)"};
db::Sql const kSent{"SELECT id FROM notice WHERE created_by = $1 AND client_key = $2"};
db::Sql const kChange{R"(
    UPDATE notice SET kind = $3, title = $4, text = $5, audience = $6, link = $7, from_on = $8, until_on = $9, important = $10,
           edited_at = $11, revision = revision + 1 WHERE id = $1 AND revision = $2)"};
db::Sql const kPublish{R"(
    UPDATE notice SET status = 'published', published_at = $3, published_by = $4, revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
db::Sql const kTakeBack{R"(
    UPDATE notice SET status = 'taken_back', taken_back_why = $3, revision = revision + 1 WHERE id = $1 AND revision = $2)"};
db::Sql const kDelete{"DELETE FROM notice WHERE id = $1"};
db::Sql const kReadAnew{"DELETE FROM notice_reading WHERE notice_id = $1"};

bool is_link(std::string const& link)
{
    return link.empty() || link.starts_with("https://") || link.starts_with("http://") ||
           (link.starts_with("/") && !link.starts_with("//"));
}

void check(http::Call const& call, NoticeForm const& form)
{
    std::vector<Problem> problems;
    if (!is_link(form.link))
        problems.push_back({"/link", "https:// で始まる住所か、/ で始まるこの画面の住所を入力してください。",
                            "Give an address that begins with https:// or, in this house, with /."});
    if (form.until && *form.until < form.from)
        problems.push_back({"/until", "最終日は、始まる日より後にしてください。", "The last day comes after the first."});
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, problems};
    if (form.audience.empty()) return;
    audience::must_be_a_rule(call.service<plan::Library>().in_force(call.tx, call.clock.today())->plan, form.audience,
                             "/audience");
}

void must_be(NoticeRow const& row, NoticeStatus wanted)
{
    if (row.status != wanted) throw Refused{Code::wrong_status};
}

NoticeId insert(http::Call const& call, NewNotice const& form)
{
    return NoticeId{call.tx.insert(kInsert, form.kind, form.title, form.text, form.audience, form.link, form.from, form.until,
                                   form.important, call.clock.now(), call.actor.account, form.key)};
}

/// Whose pages show notices ask again; what stands in it is told to nobody here.
void announce(http::Call const& call, NoticeId id)
{
    call.tx.announce("notice", "{\"notice\":" + std::to_string(id.value) + "}");
}

void publish(http::Call const& call, NoticeId id, std::int64_t revision)
{
    if (call.tx.run(kPublish, id, revision, call.clock.now(), call.actor.account) == 0) throw Refused{Code::changed_meanwhile};
    put_in_fulltext(call.tx, notice_row(call.tx, id), call.clock.today());
    announce(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "notices.published", "notice", id);
}

}  // namespace

json::object NoticeForm::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 200}};
    if (member == "text") return {{"maxLength", 20000}};
    if (member == "audience") return {{"maxLength", 500}};
    if (member == "link") return {{"maxLength", 500}};
    if (member == "files") return {{"maxItems", static_cast<int>(attachments::kMost)}};
    if (member == "key") return {{"minLength", 8}, {"maxLength", 64}};
    return {};
}

json::object NoticeTakingBack::limits(std::string_view member)
{
    if (member == "reason") return {{"minLength", 1}, {"maxLength", 500}};
    return {};
}

Notice add_notice(http::Call const& call, NewNotice const& form)
{
    must_publish(call);
    if (form.key)
        if (auto const sent = call.tx.maybe_one<NoticeId>(kSent, call.actor.account, *form.key))
            return shown_notice(call, notice_row(call.tx, *sent));
    check(call, form);
    auto const id = insert(call, form);
    attachments::post(call, {kRoom, id.value}, form.files);
    audit::record(call.tx, call.actor, call.clock.now(), "notices.drafted", "notice", id, static_cast<NoticeForm const&>(form));
    return shown_notice(call, notice_row(call.tx, id));
}

Notice change_notice(http::Call const& call, NoticeId id, NoticeChange const& form)
{
    must_publish(call);
    auto const before = notice_row(call.tx, id);
    if (before.status == NoticeStatus::taken_back)
        throw Refused{Code::wrong_status, {"取り下げたお知らせは直せません。", "What was taken back is not changed any more."}};
    check(call, form);
    auto const edited = before.status == NoticeStatus::published ? std::optional{call.clock.now()} : std::nullopt;
    auto const written = call.tx.run(kChange, id, form.revision, form.kind, form.title, form.text, form.audience, form.link,
                                     form.from, form.until, form.important, edited);
    if (written == 0) throw Refused{Code::changed_meanwhile};
    attachments::post(call, {kRoom, id.value}, form.files);
    if (form.again) call.tx.run(kReadAnew, id);
    auto const row = notice_row(call.tx, id);
    put_in_fulltext(call.tx, row, call.clock.today());
    if (row.status == NoticeStatus::published) announce(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "notices.changed", "notice", id, form);
    return shown_notice(call, row);
}

void discard_notice(http::Call const& call, NoticeId id)
{
    must_publish(call);
    must_be(notice_row(call.tx, id), NoticeStatus::draft);
    attachments::post(call, {kRoom, id.value}, {});
    call.tx.run(kDelete, id);
    audit::record(call.tx, call.actor, call.clock.now(), "notices.discarded", "notice", id);
}

Notice publish_notice(http::Call const& call, NoticeId id, NoticeRevision const& input)
{
    must_publish(call);
    auto const row = notice_row(call.tx, id);
    must_be(row, NoticeStatus::draft);
    if (row.until_on && *row.until_on < call.clock.today())
        throw Refused{Code::conflict, {"最終日が過ぎています。日付を直してください。", "Its last day is over. Change the days."}};
    publish(call, id, input.revision);
    return shown_notice(call, notice_row(call.tx, id));
}

Notice take_back_notice(http::Call const& call, NoticeId id, NoticeTakingBack const& input)
{
    must_publish(call);
    must_be(notice_row(call.tx, id), NoticeStatus::published);
    if (call.tx.run(kTakeBack, id, input.revision, input.reason) == 0) throw Refused{Code::changed_meanwhile};
    auto const row = notice_row(call.tx, id);
    put_in_fulltext(call.tx, row, call.clock.today());
    announce(call, id);
    audit::record(call.tx, call.actor, call.clock.now(), "notices.taken_back", "notice", id, input);
    return shown_notice(call, row);
}

NoticeId tell_everybody(http::Call const& call, NoticeKind kind, std::string title, std::string text, std::string link)
{
    auto const id =
        insert(call, {{kind, std::move(title), std::move(text), "", std::move(link), call.clock.today(), {}, false, {}}, {}});
    publish(call, id, 1);
    return id;
}

}  // namespace notices
