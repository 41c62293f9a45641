// お知らせ: what the office tells whom, from when until when; who has read it is known of everybody who is asked to.
#pragma once
#include "features/attachments/attachments.hpp"
#include "platform/http/table.hpp"
#include "platform/markdown/markdown.hpp"

namespace notices {

using NoticeId = Id<struct NoticeTag>;
using NewsletterId = Id<struct NewsletterTag>;

/// 国の動向, 支援制度, 研修, システム・ツール, 情報セキュリティ, お知らせ, and that a newsletter is out (IWK-16, IWK-17).
enum class NoticeKind { national_trend, support_scheme, training, tools, security, general, newsletter };
BOOST_DESCRIBE_ENUM(NoticeKind, national_trend, support_scheme, training, tools, security, general, newsletter)

enum class NoticeStatus { draft, published, taken_back };
BOOST_DESCRIBE_ENUM(NoticeStatus, draft, published, taken_back)

struct NoticeForm {
    NoticeKind kind = NoticeKind::general;
    std::string title, text;    ///< text is Markdown
    std::string audience;       ///< a rule of the plan; empty: everybody
    std::string link;           ///< https://…, or a path of this house
    Date from;                  ///< the first day
    std::optional<Date> until;  ///< the last day; none: it stays
    bool important = false;
    std::vector<AttachmentId> files;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NoticeForm, (), (kind, title, text, audience, link, from, until, important, files))

struct NewNotice : NoticeForm {
    std::optional<std::string> key;  ///< of this sending, made by the page: sent twice, it is kept once
};
BOOST_DESCRIBE_STRUCT(NewNotice, (NoticeForm), (key))

struct NoticeChange : NoticeForm {
    std::int64_t revision = 0;
    bool again = false;  ///< of a published one: everybody is asked to read it anew
};
BOOST_DESCRIBE_STRUCT(NoticeChange, (NoticeForm), (revision, again))

struct NoticeRevision {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeRevision, (), (revision))
struct NoticeTakingBack {
    std::int64_t revision = 0;
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NoticeTakingBack, (), (revision, reason))

/// As a list shows it.
struct NoticeLine {
    NoticeId id;
    NoticeKind kind = NoticeKind::general;
    std::string title, lead;  ///< the lead is the beginning of the text, without marks
    bool important = false;
    NoticeStatus status = NoticeStatus::draft;
    Date from;
    std::optional<Date> until;
    std::string link;
    std::int64_t files = 0;
    std::optional<Instant> published_at, edited_at;  ///< edited: since it was published
    std::optional<Instant> read_at;                  ///< by the actor
    std::string url;                                 ///< below the municipality
};
BOOST_DESCRIBE_STRUCT(NoticeLine, (),
                      (id, kind, title, lead, important, status, from, until, link, files, published_at, edited_at, read_at, url))

/// Whether a line is made with its lead: reading the text takes longer than everything else in it.
enum class Lead { with, without };

struct Notice {
    NoticeLine line;
    std::vector<markdown::Piece> pieces;
    std::vector<attachments::File> attached;
    std::string by;  ///< who published it
    std::string taken_back_why;
    bool may_edit = false;
    bool may_see_readers = false;
    // For who may edit; else empty.
    std::string text, audience, audience_text, audience_text_en;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (line, pieces, attached, by, taken_back_why, may_edit, may_see_readers, text, audience, audience_text,
                       audience_text_en, revision))

bool publishes(http::Call const&);
/// Refuses with not_allowed.
void must_publish(http::Call const&);

}  // namespace notices
