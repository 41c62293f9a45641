#include "features/notices/newsletters.hpp"

#include "features/audit/audit.hpp"
#include "features/fulltext/fulltext.hpp"
#include "features/notices/writing.hpp"
#include "features/plan/versions.hpp"
#include "platform/markdown/beginning.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>

namespace notices {
namespace {

constexpr std::size_t kLead = 100;  // characters

struct Row {
    NewsletterId id;
    std::optional<std::int64_t> number;
    std::string title, opening, closing;
    Date from_on, until_on;
    std::string items, colophon;
    NewsStatus status = NewsStatus::draft;
    std::optional<Date> issued_on;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, number, title, opening, closing, from_on, until_on, items, colophon, status, issued_on, revision))
#define SQL_ISSUE                                                                                                       \
    "SELECT id, number, title, opening, closing, from_on, until_on, items, colophon, status, issued_on, revision FROM " \
    "newsletter "
db::Sql const kAll{SQL_ISSUE "ORDER BY CASE WHEN status = 'draft' THEN 0 ELSE 1 END, number DESC, id DESC"};
db::Sql const kOne{SQL_ISSUE "WHERE id = $1"};
db::Sql const kNumber{"SELECT max(number) AS number FROM newsletter"};
db::Sql const kOfNumber{"SELECT id FROM newsletter WHERE number = $1"};
db::Sql const kLast{"SELECT max(until_on) AS until_on FROM newsletter WHERE status = 'published'"};
db::Sql const kInsert{R"(
    INSERT INTO newsletter (title, opening, closing, from_on, until_on, items, status, created_at, created_by)
    VALUES ($1, '', '', $2, $3, $4, 'draft', $5, $6) RETURNING id)"};
db::Sql const kSave{R"(
    UPDATE newsletter SET title = $3, opening = $4, closing = $5, from_on = $6, until_on = $7, items = $8, revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
db::Sql const kPublish{R"(
    UPDATE newsletter SET status = 'published', number = $3, issued_on = $4, colophon = $5, revision = revision + 1
     WHERE id = $1 AND revision = $2)"};
db::Sql const kTold{"UPDATE newsletter SET notice_id = $2 WHERE id = $1"};
db::Sql const kDelete{"DELETE FROM newsletter WHERE id = $1"};
db::Sql const kKeepSource{R"(
    INSERT INTO newsletter_source (newsletter_id, kind, subject) VALUES ($1, $2, $3)
    ON CONFLICT (newsletter_id, kind, subject) DO NOTHING)"};
db::Sql const kSources{"SELECT kind, subject FROM newsletter_source WHERE newsletter_id = $1 ORDER BY kind, subject"};
db::Sql const kTelling{"SELECT newsletter_id FROM newsletter_source WHERE kind = $1 AND subject = $2 ORDER BY newsletter_id"};

/// The items of an issue, as they are kept.
struct KeptItems {
    std::vector<NewsItem> items;
};
BOOST_DESCRIBE_STRUCT(KeptItems, (), (items))

std::vector<NewsItem> items_of(Row const& row) { return json::read_stored<KeptItems>(row.items).items; }

std::string url_of(NewsletterId id) { return "/newsletters/" + std::to_string(id.value); }

NewsLine line_of(Row const& row)
{
    auto const items = items_of(row);
    auto lead = markdown::beginning(row.opening, kLead);
    if (lead.empty())
        for (auto const& item : items) lead += (lead.empty() ? "" : "、") + item.title;
    return {row.id,          row.number,    row.title,
            std::move(lead), row.status,    row.from_on,
            row.until_on,    row.issued_on, static_cast<std::int64_t>(items.size()),
            url_of(row.id)};
}

NewsColophon colophon_today(http::Call const& call)
{
    auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, call.clock.today());
    if (!versioned) return {};
    auto const& plan = versioned->plan;
    auto const& its = plan.document.colophon;
    auto publisher = its.publisher.empty() || its.publisher == plan.municipality.name
                         ? (plan.document.owners.empty() ? its.publisher : plan.document.owners.front())
                         : its.publisher;
    return {plan.municipality.name, std::move(publisher), its.address, its.tel, its.fax, its.email, its.url};
}

Row row_of(http::Call const& call, NewsletterId id)
{
    auto row = call.tx.maybe_one<Row>(kOne, id);
    if (!row || (row->status == NewsStatus::draft && !publishes(call))) throw Refused{Code::not_found};
    return *std::move(row);
}

Row draft_of(http::Call const& call, NewsletterId id)
{
    auto row = row_of(call, id);
    if (row.status == NewsStatus::published)
        throw Refused{Code::wrong_status,
                      {"発行した号は変えられません。訂正は次の号に載せてください。",
                       "A published issue does not change. Put the correction into the next one."}};
    return row;
}

Newsletter shown(http::Call const& call, Row const& row)
{
    Newsletter issue;
    issue.line = line_of(row);
    issue.opening_pieces = markdown::pieces(row.opening);
    issue.closing_pieces = markdown::pieces(row.closing);
    for (auto& item : items_of(row)) {
        auto pieces = markdown::pieces(item.lead);
        issue.items.push_back({std::move(item), std::move(pieces)});
    }
    issue.colophon = row.colophon.empty() ? colophon_today(call) : json::read_stored<NewsColophon>(row.colophon);
    if (row.number) {
        issue.before = call.tx.maybe_one<NewsletterId>(kOfNumber, *row.number - 1);
        issue.after = call.tx.maybe_one<NewsletterId>(kOfNumber, *row.number + 1);
    }
    issue.may_edit = row.status == NewsStatus::draft && publishes(call);
    issue.opening = row.opening;
    issue.closing = row.closing;
    issue.revision = row.revision;
    return issue;
}

void must_be_whole(Row const& row)
{
    std::vector<Problem> problems;
    if (row.title.empty()) problems.push_back({"/title", "号の題を入力してください。", "Give the issue a title."});
    auto const items = items_of(row);
    if (items.empty()) problems.push_back({"/items", "記事を一つ以上入れてください。", "At least one item is needed."});
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].title.empty())
            problems.push_back({"/items/" + std::to_string(i) + "/title", "見出しを入力してください。", "Give it a heading."});
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, problems};
}

/// Everything an issue says, for the index.
std::string text_of(Row const& row)
{
    auto text = markdown::plain(row.opening);
    for (auto const& item : items_of(row)) text += "\n" + item.title + "\n" + item.figure + "\n" + markdown::plain(item.lead);
    return text + "\n" + markdown::plain(row.closing);
}

std::string contents_of(Row const& row)
{
    std::string text;
    for (auto const& item : items_of(row)) text += "- " + item.title + "\n";
    return text;
}

bool is_link(std::string const& url)
{
    return url.empty() || url.starts_with("https://") || url.starts_with("http://") ||
           (url.starts_with("/") && !url.starts_with("//"));
}

void check(NewsForm const& form)
{
    std::vector<Problem> problems;
    if (form.until < form.from)
        problems.push_back({"/until", "最終日は、始まりの日より後にしてください。", "The last day comes after the first."});
    for (std::size_t i = 0; i < form.items.size(); ++i)
        if (!is_link(form.items[i].url))
            problems.push_back({"/items/" + std::to_string(i) + "/url",
                                "https:// で始まる住所か、/ で始まるこの画面の住所を入力してください。",
                                "Give an address that begins with https:// or, in this house, with /."});
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, problems};
}

}  // namespace

json::object NewsItem::limits(std::string_view member)
{
    if (member == "lead") return {{"maxLength", 4000}};
    if (member == "url") return {{"maxLength", 500}};
    return {{"maxLength", 200}};
}
json::object NewsForm::limits(std::string_view member)
{
    if (member == "items") return {{"maxItems", 60}};
    if (member == "title") return {{"maxLength", 200}};
    return {{"maxLength", 10000}};
}
json::object NewsStart::limits(std::string_view member)
{
    if (member == "title") return {{"maxLength", 200}};
    return {};
}

std::string heading_of(NewsLine const& line)
{
    return line.number ? "第" + std::to_string(*line.number) + "号「" + line.title + "」" : line.title;
}

Newsletters newsletters(http::Call const& call)
{
    Newsletters list;
    list.may_publish = publishes(call);
    for (auto const& row : call.tx.all<Row>(kAll))
        if (row.status == NewsStatus::published || list.may_publish) list.issues.push_back(line_of(row));
    return list;
}

Newsletter newsletter(http::Call const& call, NewsletterId id) { return shown(call, row_of(call, id)); }

Newsletter start_newsletter(http::Call const& call, NewsStart const& start)
{
    must_publish(call);
    auto proposed = proposal(call, start);
    KeptItems kept;
    if (start.fill)
        for (auto& group : proposed.groups) std::move(group.items.begin(), group.items.end(), std::back_inserter(kept.items));
    NewsletterId const id{call.tx.insert(kInsert, start.title, proposed.from, proposed.until, json::write(kept), call.clock.now(),
                                         call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "newsletters.begun", "newsletter", id, start);
    return newsletter(call, id);
}

Newsletter save_newsletter(http::Call const& call, NewsletterId id, NewsChange const& form)
{
    must_publish(call);
    draft_of(call, id);
    check(form);
    auto const written = call.tx.run(kSave, id, form.revision, form.title, form.opening, form.closing, form.from, form.until,
                                     json::write(KeptItems{form.items}));
    if (written == 0) throw Refused{Code::changed_meanwhile};
    audit::record(call.tx, call.actor, call.clock.now(), "newsletters.saved", "newsletter", id);
    return newsletter(call, id);
}

void discard_newsletter(http::Call const& call, NewsletterId id)
{
    must_publish(call);
    draft_of(call, id);
    call.tx.run(kDelete, id);
    audit::record(call.tx, call.actor, call.clock.now(), "newsletters.discarded", "newsletter", id);
}

Newsletter publish_newsletter(http::Call const& call, NewsletterId id, NoticeRevision const& input)
{
    must_publish(call);
    auto const draft = draft_of(call, id);
    must_be_whole(draft);
    auto const number = call.tx.one<std::optional<std::int64_t>>(kNumber).value_or(0) + 1;
    auto const today = call.clock.today();
    if (call.tx.run(kPublish, id, input.revision, number, today, json::write(colophon_today(call))) == 0)
        throw Refused{Code::changed_meanwhile};
    auto const row = row_of(call, id);
    keep_sources(call.tx, id, items_of(row));
    auto const heading = "ニュースレター" + heading_of(line_of(row));
    call.tx.run(kTold, id,
                tell_everybody(call, NoticeKind::newsletter, heading + "を発行しました", contents_of(row), url_of(id)));
    fulltext::put(call.tx, {fulltext::Kind::newsletter, id.value, heading, text_of(row), url_of(id), call.clock.now(), 0});
    audit::record(call.tx, call.actor, call.clock.now(), "newsletters.published", "newsletter", id);
    return shown(call, row);
}

std::vector<NewsSource> sources_of(db::Tx& tx, NewsletterId id) { return tx.all<NewsSource>(kSources, id); }

std::vector<NewsletterId> issues_telling_of(db::Tx& tx, NewsSource const& source)
{
    return tx.all<NewsletterId>(kTelling, source.kind, source.subject);
}

void keep_sources(db::Tx& tx, NewsletterId id, std::vector<NewsItem> const& items)
{
    for (auto const& item : items)
        if (item.id) tx.run(kKeepSource, id, item.kind, *item.id);
}

Date day_after_last_issue(http::Call const& call)
{
    auto const last = call.tx.one<std::optional<Date>>(kLast);
    return last ? add_days(*last, 1) : add_months(call.clock.today(), -3);
}

}  // namespace notices
