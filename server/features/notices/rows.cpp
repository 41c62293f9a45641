#include "features/notices/rows.hpp"

#include "features/access/sight.hpp"
#include "features/audience/audience.hpp"
#include "features/fulltext/fulltext.hpp"
#include "features/notices/notices.hpp"
#include "platform/markdown/beginning.hpp"

namespace notices {
namespace {

constexpr Date kNever{std::chrono::year{1900}, std::chrono::January, std::chrono::day{1}};
constexpr std::size_t kLead = 120;  // characters

db::Sql const kOne{SQL_NOTICE "WHERE n.id = $1"};
db::Sql const kReadAt{R"(
    SELECT max(read_at) AS read_at FROM notice_reading
     WHERE notice_id = $1 AND (account_id = $2 OR staff_id = $3))"};

db::Sql const kSearchOf{"SELECT value FROM setting WHERE name = 'notices_search_of'"};
db::Sql const kKeepSearchOf{R"(
    INSERT INTO setting (name, value) VALUES ('notices_search_of', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value)"};
db::Sql const kComeOrGone{SQL_NOTICE
                          "WHERE n.status = 'published' AND n.audience = ''"
                          " AND ((n.from_on > $1 AND n.from_on <= $2) OR (n.until_on >= $1 AND n.until_on < $2))"};

}  // namespace

NoticeRow notice_row(db::Tx& tx, NoticeId id)
{
    auto row = tx.maybe_one<NoticeRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

NoticeLine line_of(NoticeRow const& row, std::optional<Instant> read_at, std::int64_t files, Lead lead)
{
    return {row.id,           row.kind,
            row.title,        lead == Lead::with ? markdown::beginning(row.text, kLead) : "",
            row.important,    row.status,
            row.from_on,      row.until_on,
            row.link,         files,
            row.published_at, row.edited_at,
            read_at,          "/notices/" + std::to_string(row.id.value)};
}

bool is_meant(skills::GapIndex const& index, NoticeRow const& notice, std::optional<std::size_t> row)
{
    if (notice.audience.empty()) return true;
    return row && audience::Audience{index, notice.audience}(*row);
}

std::optional<std::size_t> row_of(skills::GapIndex const& index, Actor const& actor)
{
    if (!actor.staff) return std::nullopt;
    auto const found = index.roster().row_of.find(actor.staff->value);
    if (found == index.roster().row_of.end()) return std::nullopt;
    return found->second;
}

Notice shown_notice(http::Call const& call, NoticeRow const& row)
{
    Notice notice;
    notice.attached = attachments::of(call.tx, {kRoom, row.id.value});
    auto const read_at =
        call.tx.one<std::optional<Instant>>(kReadAt, row.id, call.actor.account, call.actor.staff.value_or(StaffId{}));
    notice.line = line_of(row, read_at, static_cast<std::int64_t>(notice.attached.size()));
    notice.pieces = markdown::pieces(row.text);
    notice.by = row.published_by;
    notice.may_edit = publishes(call);
    notice.may_see_readers =
        row.status == NoticeStatus::published && (notice.may_edit || may(call.actor, Permission::see_section));
    if (!notice.may_edit) return notice;
    notice.taken_back_why = row.taken_back_why;
    notice.text = row.text;
    notice.audience = row.audience;
    notice.revision = row.revision;
    if (auto const plan = call.service<plan::Library>().maybe_in_force(call.tx, call.clock.today());
        plan && !row.audience.empty()) {
        auto const said = audience::sentence(plan->plan, row.audience);
        notice.audience_text = said.ja;
        notice.audience_text_en = said.en;
    }
    return notice;
}

void put_in_fulltext(db::Tx& tx, NoticeRow const& row, Date today)
{
    auto const found = row.shown_on(today) && row.audience.empty() && row.kind != NoticeKind::newsletter;
    if (!found) return fulltext::drop(tx, fulltext::Kind::notice, row.id.value);
    fulltext::put(tx, {fulltext::Kind::notice, row.id.value, row.title, markdown::plain(row.text),
                       "/notices/" + std::to_string(row.id.value), row.published_at.value_or(Instant{}), 0});
}

void bring_search_to(db::Tx& tx, Date today)
{
    auto const last = tx.maybe_one<std::string>(kSearchOf);
    auto const since = last ? date_from_iso(*last).value_or(kNever) : kNever;
    if (since >= today) return;
    for (auto const& row : tx.all<NoticeRow>(kComeOrGone, since, today)) put_in_fulltext(tx, row, today);
    tx.run(kKeepSearchOf, to_iso(today));
}

bool is_meant_for(http::Call const& call, NoticeRow const& notice)
{
    if (notice.audience.empty()) return true;
    auto const today = call.clock.today();
    if (!call.service<plan::Library>().maybe_in_force(call.tx, today)) return false;
    return call.service<skills::Everybody>().ask(
        call.tx, today, today, [&](skills::GapIndex const& index) { return is_meant(index, notice, row_of(index, call.actor)); });
}

NoticeRow readable(http::Call const& call, NoticeId id)
{
    auto row = notice_row(call.tx, id);
    if (publishes(call)) return row;
    if (row.status != NoticeStatus::published || row.from_on > call.clock.today() || !is_meant_for(call, row))
        throw Refused{Code::not_found};
    return row;
}

bool publishes(http::Call const& call)
{
    return accounts::reaches_city(call.actor, Permission::publish_notices, call.clock.today());
}

void must_publish(http::Call const& call)
{
    if (!publishes(call)) throw Refused{Code::not_allowed};
}

}  // namespace notices
