// Notices as they are kept, and whether one is meant for the actor.
#pragma once
#include "features/notices/notice.hpp"
#include "features/skills/everybody.hpp"

namespace notices {

/// What the files of a notice belong to.
inline constexpr std::string_view kRoom = "notice";

struct NoticeRow {
    NoticeId id;
    NoticeKind kind = NoticeKind::general;
    std::string title, text, audience, link;
    Date from_on;
    std::optional<Date> until_on;
    bool important = false;
    NoticeStatus status = NoticeStatus::draft;
    std::string taken_back_why;
    std::int64_t revision = 1;
    std::optional<Instant> published_at, edited_at;
    std::string published_by;
    bool shown_on(Date day) const
    {
        return status == NoticeStatus::published && from_on <= day && (!until_on || day <= *until_on);
    }
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (),
                      (id, kind, title, text, audience, link, from_on, until_on, important, status, taken_back_why, revision,
                       published_at, edited_at, published_by))
#define SQL_NOTICE                                                                                              \
    "SELECT n.id, n.kind, n.title, n.text, n.audience, n.link, n.from_on, n.until_on, n.important, n.status,"   \
    " n.taken_back_why, n.revision, n.published_at, n.edited_at, COALESCE(a.display_name, '') AS published_by " \
    "FROM notice n LEFT JOIN account a ON a.id = n.published_by "

/// Asks nobody who acts. Refuses with not_found.
NoticeRow notice_row(db::Tx&, NoticeId);
NoticeLine line_of(NoticeRow const&, std::optional<Instant> read_at, std::int64_t files, Lead = Lead::with);

/// Whether the person in that row of the roster is meant; with no row (an account that is no person's) only what is for
/// everybody.
bool is_meant(skills::GapIndex const&, NoticeRow const&, std::optional<std::size_t> row);
std::optional<std::size_t> row_of(skills::GapIndex const&, Actor const&);

/// The notice as the actor sees it; asks nobody whether they may.
Notice shown_notice(http::Call const&, NoticeRow const&);

/// The index of everything written holds what is for everybody, from its first day to its last.
void put_in_fulltext(db::Tx&, NoticeRow const&, Date today);

/// Refuses with not_found what is not meant for the actor, or not yet; who publishes reads everything.
NoticeRow readable(http::Call const&, NoticeId);
/// With no plan in force a rule means nobody.
bool is_meant_for(http::Call const&, NoticeRow const&);

}  // namespace notices
