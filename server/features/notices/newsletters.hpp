// ニュースレター (IWK-17): an issue is put together from what happened, as far as it can be linked to, and from the editor's own
// words. Published it has a number and a day and never changes.
#pragma once
#include "features/notices/notice.hpp"

namespace notices {

/// improvement_case: 本市の活用事例. answer: a question of the community that found its answer. consultation: finished, without
/// names. training: a run that is open for application. figure: one number. trend: a notice on 国の動向 or 支援制度. text: the
/// editor's own.
enum class NewsKind { improvement_case, answer, consultation, training, figure, trend, text };
BOOST_DESCRIBE_ENUM(NewsKind, improvement_case, answer, consultation, training, figure, trend, text)

struct NewsItem {
    NewsKind kind = NewsKind::text;
    std::optional<std::int64_t> id;  ///< of what it tells of, none of text and figures
    std::string title;
    std::string lead;    ///< Markdown
    std::string url;     ///< below the municipality, or https://…
    std::string figure;  ///< one number with its unit: 「年間 120時間」
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NewsItem, (), (kind, id, title, lead, url, figure))

struct ShownItem {
    NewsItem item;
    std::vector<markdown::Piece> pieces;  ///< of the lead
};
BOOST_DESCRIBE_STRUCT(ShownItem, (), (item, pieces))

struct NewsForm {
    std::string title;    ///< of the issue: what it is about
    std::string opening;  ///< Markdown, before the items
    std::string closing;  ///< Markdown, behind them
    Date from, until;     ///< what it tells of; until is the last day
    std::vector<NewsItem> items;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NewsForm, (), (title, opening, closing, from, until, items))
struct NewsChange : NewsForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(NewsChange, (NewsForm), (revision))

/// 発行課, as the plan names it on the day of publication.
struct NewsColophon {
    std::string municipality, publisher, address, tel, fax, email, url;
};
BOOST_DESCRIBE_STRUCT(NewsColophon, (), (municipality, publisher, address, tel, fax, email, url))

enum class NewsStatus { draft, published };
BOOST_DESCRIBE_ENUM(NewsStatus, draft, published)

struct NewsLine {
    NewsletterId id;
    std::optional<std::int64_t> number;  ///< 第n号, once published
    std::string title, lead;
    NewsStatus status = NewsStatus::draft;
    Date from, until;
    std::optional<Date> issued_on;
    std::int64_t items = 0;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(NewsLine, (), (id, number, title, lead, status, from, until, issued_on, items, url))
struct Newsletters {
    std::vector<NewsLine> issues;  ///< drafts first (for who publishes), then the newest
    bool may_publish = false;
};
BOOST_DESCRIBE_STRUCT(Newsletters, (), (issues, may_publish))

struct Newsletter {
    NewsLine line;
    std::vector<markdown::Piece> opening_pieces, closing_pieces;
    std::vector<ShownItem> items;
    NewsColophon colophon;
    std::optional<NewsletterId> before, after;  ///< the issues next to it
    bool may_edit = false;
    std::string opening, closing;  ///< as typed; of a draft
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Newsletter, (),
                      (line, opening_pieces, closing_pieces, items, colophon, before, after, may_edit, opening, closing,
                       revision))

struct NewsPeriod {
    std::optional<Date> from, until;  ///< left out: since the last issue, until today
};
BOOST_DESCRIBE_STRUCT(NewsPeriod, (), (from, until))
struct NewsGroup {
    NewsKind kind = NewsKind::text;
    std::vector<NewsItem> items;
};
BOOST_DESCRIBE_STRUCT(NewsGroup, (), (kind, items))
struct NewsProposal {
    Date from, until;
    std::vector<NewsGroup> groups;  ///< only those with something new
};
BOOST_DESCRIBE_STRUCT(NewsProposal, (), (from, until, groups))

struct NewsStart : NewsPeriod {
    std::string title;
    bool fill = false;  ///< begin with everything that is proposed
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NewsStart, (NewsPeriod), (title, fill))

/// Drafts are for who publishes.
Newsletters newsletters(http::Call const&);
/// Refuses with not_found.
Newsletter newsletter(http::Call const&, NewsletterId);
/// What is new since the last issue.
NewsProposal proposal(http::Call const&, NewsPeriod const&);
Newsletter start_newsletter(http::Call const&, NewsStart const&);
/// Refuse with not_found, wrong_status once published, changed_meanwhile.
Newsletter save_newsletter(http::Call const&, NewsletterId, NewsChange const&);
void discard_newsletter(http::Call const&, NewsletterId);
/// With the next number and the day of today; everybody is told by a notice. Refuses with invalid_input without a title or items.
Newsletter publish_newsletter(http::Call const&, NewsletterId, NoticeRevision const&);

/// What a published issue tells of, and in which issues a thing was told; the oldest first.
struct NewsSource {
    NewsKind kind = NewsKind::text;
    std::int64_t subject = 0;
};
BOOST_DESCRIBE_STRUCT(NewsSource, (), (kind, subject))
std::vector<NewsSource> sources_of(db::Tx&, NewsletterId);
std::vector<NewsletterId> issues_telling_of(db::Tx&, NewsSource const&);
/// For the one who publishes, and for the demo.
void keep_sources(db::Tx&, NewsletterId, std::vector<NewsItem> const&);

/// 「第3号「表題」」.
std::string heading_of(NewsLine const&);

/// Where the next issue begins: three months back before the first.
Date day_after_last_issue(http::Call const&);

}  // namespace notices
