#include "features/access/access.hpp"
#include "features/notices/newsletter_sheets.hpp"
#include "features/notices/notices.hpp"
#include "platform/db/database.hpp"

namespace notices {
namespace {

using http::Access;
using http::Call;

NoticeId notice_of(Call const& c) { return c.path<NoticeId>(0); }
NewsletterId issue_of(Call const& c) { return c.path<NewsletterId>(0); }

Notice one(Call const& c) { return notice(c, notice_of(c)); }
void read(Call const& c) { mark_read(c, notice_of(c)); }
Notice change(Call const& c, NoticeChange const& in) { return change_notice(c, notice_of(c), in); }
void discard(Call const& c) { discard_notice(c, notice_of(c)); }
Notice publish(Call const& c, NoticeRevision const& in) { return publish_notice(c, notice_of(c), in); }
Notice take_back(Call const& c, NoticeTakingBack const& in) { return take_back_notice(c, notice_of(c), in); }
Readers readers_of(Call const& c, ReadersQuery const& q) { return readers(c, notice_of(c), q); }

Newsletter one_issue(Call const& c) { return newsletter(c, issue_of(c)); }
Newsletter save_issue(Call const& c, NewsChange const& in) { return save_newsletter(c, issue_of(c), in); }
void discard_issue(Call const& c) { discard_newsletter(c, issue_of(c)); }
Newsletter publish_issue(Call const& c, NoticeRevision const& in) { return publish_newsletter(c, issue_of(c), in); }

http::Download issue_sheets(http::LongCall const& c)
{
    http::Circumstance const& around = c;
    auto const issue = c.database.read([&](db::Tx& tx) {
        return newsletter(Call{around, c.actor, tx}, c.path<NewsletterId>(0));
    });
    auto const address = std::string(c.request.header("host")) + "/" + c.service<accounts::Settings>().slug;
    auto const name = issue.line.number ? "第" + std::to_string(*issue.line.number) + "号" : "下書き";
    return {"ニュースレター-" + name + ".pdf", "application/pdf", newsletter_pdf(issue, address)};
}

void reading_routes(http::Table& table)
{
    auto const everybody = Access::needs(Permission::take_part);
    table.get("/notices", {.id = "listNotices", .access = everybody, .summary = "わたしへのお知らせ"}, my_notices);
    table.get("/notices/{id}", {.id = "getNotice", .access = everybody, .summary = "お知らせ", .refusals = {Code::not_found}},
              one);
    table.post("/notices/{id}/reading",
               {.id = "markNoticeRead", .access = everybody, .summary = "お知らせを読んだ", .refusals = {Code::not_found}}, read);
    table.get(
        "/notices/{id}/readers",
        {.id = "getNoticeReaders", .access = everybody, .summary = "お知らせをだれが読んだか", .refusals = {Code::not_found}},
        readers_of);
}

void writing_routes(http::Table& table)
{
    auto const publishes = Access::needs(Permission::publish_notices);
    table.get("/notices/kept",
              {.id = "listKeptNotices",
               .access = publishes,
               .summary = "下書きを含むお知らせと読まれ方",
               .refusals = {Code::not_allowed}},
              kept_notices);
    table.get("/notices/audience",
              {.id = "countNoticeAudience",
               .access = publishes,
               .summary = "お知らせの対象者の数",
               .refusals = {Code::not_allowed, Code::invalid_input, Code::not_found}},
              audience_count);
    table.post("/notices",
               {.id = "addNotice",
                .access = publishes,
                .summary = "お知らせの下書きをつくる",
                .refusals = {Code::not_allowed, Code::not_found},
                .success = 201},
               add_notice);
    table.put("/notices/{id}",
              {.id = "changeNotice",
               .access = publishes,
               .summary = "お知らせを直す",
               .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
              change);
    table.del("/notices/{id}",
              {.id = "discardNotice",
               .access = publishes,
               .summary = "お知らせの下書きを破棄する",
               .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
              discard);
    table.post("/notices/{id}/publish",
               {.id = "publishNotice",
                .access = publishes,
                .summary = "お知らせを公開する",
                .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status, Code::conflict}},
               publish);
    table.post("/notices/{id}/taking-back",
               {.id = "takeBackNotice",
                .access = publishes,
                .summary = "お知らせを取り下げる",
                .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
               take_back);
}

void newsletter_routes(http::Table& table)
{
    auto const everybody = Access::needs(Permission::take_part);
    auto const publishes = Access::needs(Permission::publish_notices);
    table.get("/newsletters", {.id = "listNewsletters", .access = everybody, .summary = "ニュースレターの一覧"}, newsletters);
    table.get("/newsletters/draft",
              {.id = "proposeNewsletter",
               .access = publishes,
               .summary = "前の号からの新しいできごと",
               .refusals = {Code::not_allowed, Code::not_found, Code::invalid_input}},
              proposal);
    table.post("/newsletters",
               {.id = "startNewsletter",
                .access = publishes,
                .summary = "ニュースレターの号をつくり始める",
                .refusals = {Code::not_allowed, Code::not_found},
                .success = 201},
               start_newsletter);
    table.get("/newsletters/{id}",
              {.id = "getNewsletter", .access = everybody, .summary = "ニュースレターの号", .refusals = {Code::not_found}},
              one_issue);
    table.put("/newsletters/{id}",
              {.id = "saveNewsletter",
               .access = publishes,
               .summary = "号の下書きを保存する",
               .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
              save_issue);
    table.del("/newsletters/{id}",
              {.id = "discardNewsletter",
               .access = publishes,
               .summary = "号の下書きを破棄する",
               .refusals = {Code::not_allowed, Code::not_found, Code::wrong_status}},
              discard_issue);
    table.post("/newsletters/{id}/publish",
               {.id = "publishNewsletter",
                .access = publishes,
                .summary = "号を発行する(以後は変わらない)",
                .refusals = {Code::not_allowed, Code::not_found, Code::changed_meanwhile, Code::wrong_status}},
               publish_issue);
    table.get("/newsletters/{id}/pdf",
              {.id = "getNewsletterSheets",
               .access = everybody,
               .summary = "ニュースレターのPDF",
               .refusals = {Code::not_found, Code::conflict}},
              issue_sheets);
}

}  // namespace

void routes(http::Table& table)
{
    reading_routes(table);
    writing_routes(table);
    newsletter_routes(table);
}

}  // namespace notices
