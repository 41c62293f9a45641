#include "features/notices/reading.hpp"

#include "features/notices/rows.hpp"
#include "platform/text/fold.hpp"

#include <algorithm>

namespace notices {
namespace {

constexpr std::int64_t kMostShown = 200;

struct ReadRow : NoticeRow {
    std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(ReadRow, (NoticeRow), (read_at))
#define SQL_READ_NOTICE                                                                                       \
    "SELECT n.id, n.kind, n.title, n.text, n.audience, n.link, n.from_on, n.until_on, n.important, n.status," \
    " n.taken_back_why, n.revision, n.published_at, n.edited_at, '' AS published_by, r.read_at "              \
    "FROM notice n LEFT JOIN (SELECT notice_id, max(read_at) AS read_at FROM notice_reading"                  \
    " WHERE account_id = $1 OR staff_id = $2 GROUP BY notice_id) r ON r.notice_id = n.id "
// Unread first, important before others, then the newest.
#define SQL_IN_ORDER " ORDER BY CASE WHEN r.read_at IS NULL THEN 0 ELSE 1 END, n.important DESC, n.from_on DESC, n.id DESC"
db::Sql const kPresent{
    SQL_READ_NOTICE "WHERE n.status = 'published' AND n.from_on <= $3 AND (n.until_on IS NULL OR n.until_on >= $3)" SQL_IN_ORDER};
db::Sql const kPast{SQL_READ_NOTICE "WHERE n.status = 'published' AND n.until_on < $3 ORDER BY n.from_on DESC, n.id DESC"};
db::Sql const kUnread{SQL_READ_NOTICE
                      "WHERE n.status = 'published' AND n.from_on <= $3 AND (n.until_on IS NULL OR n.until_on >= $3)"
                      " AND r.read_at IS NULL" SQL_IN_ORDER};
db::Sql const kMark{R"(
    INSERT INTO notice_reading (notice_id, account_id, staff_id, read_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (notice_id, account_id) DO NOTHING)"};

std::vector<ReadRow> rows(http::Call const& call, db::Sql const& sql)
{
    return call.tx.all<ReadRow>(sql, call.actor.account, call.actor.staff.value_or(StaffId{}), call.clock.today());
}

/// Of the rows those that are meant for the actor. Most are for everybody; the index is asked only for the others.
void keep_mine(http::Call const& call, std::vector<ReadRow>& notices)
{
    auto const for_some = [](ReadRow const& row) { return !row.audience.empty(); };
    if (std::none_of(notices.begin(), notices.end(), for_some)) return;
    auto const today = call.clock.today();
    if (!call.service<plan::Library>().maybe_in_force(call.tx, today)) {
        std::erase_if(notices, for_some);
        return;
    }
    call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto const row = row_of(index, call.actor);
        std::erase_if(notices, [&](ReadRow const& each) { return !is_meant(index, each, row); });
        return true;
    });
}

void count_files(db::Tx& tx, std::vector<NoticeLine>& lines)
{
    std::vector<std::int64_t> ids;
    for (auto const& line : lines) ids.push_back(line.id.value);
    auto const files = attachments::of_all(tx, kRoom, ids);
    for (auto& line : lines)
        if (auto const found = files.find(line.id.value); found != files.end())
            line.files = static_cast<std::int64_t>(found->second.size());
}

}  // namespace

json::object NoticesQuery::limits(std::string_view member)
{
    if (member == "q") return {{"maxLength", 100}};
    return {};
}
json::object AudienceQuery::limits(std::string_view) { return {{"maxLength", 500}}; }

Notices my_notices(http::Call const& call, NoticesQuery const& query)
{
    Notices list;
    list.may_publish = publishes(call);
    auto mine = rows(call, kPresent);
    keep_mine(call, mine);
    list.unread = std::count_if(mine.begin(), mine.end(), [](ReadRow const& row) { return !row.read_at; });
    if (query.past) {
        mine = rows(call, kPast);
        keep_mine(call, mine);
    }
    auto const wanted = text::fold(query.q);
    for (auto const& row : mine) {
        if (static_cast<std::int64_t>(list.notices.size()) == kMostShown) break;
        if (query.kind && row.kind != *query.kind) continue;
        if (query.unread && row.read_at) continue;
        if (!wanted.empty() && text::fold(row.title + "\n" + row.text).find(wanted) == std::string::npos) continue;
        list.notices.push_back(line_of(row, row.read_at, 0));
    }
    count_files(call.tx, list.notices);
    return list;
}

Notice notice(http::Call const& call, NoticeId id) { return shown_notice(call, readable(call, id)); }

void mark_read(http::Call const& call, NoticeId id)
{
    auto const row = readable(call, id);
    if (row.status != NoticeStatus::published) return;
    call.tx.run(kMark, id, call.actor.account, call.actor.staff, call.clock.now());
}

std::vector<NoticeLine> unread_notices(http::Call const& call, skills::GapIndex const& index, Lead lead)
{
    std::vector<NoticeLine> unread;
    auto const row = row_of(index, call.actor);
    for (auto const& each : rows(call, kUnread))
        if (is_meant(index, each, row)) unread.push_back(line_of(each, {}, 0, lead));
    return unread;
}

bool may_read_notice(http::Call const& call, std::int64_t id)
{
    try {
        readable(call, NoticeId{id});
        return true;
    } catch (Refused const&) {
        return false;
    }
}

}  // namespace notices
