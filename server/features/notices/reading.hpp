// What is meant for whom: my notices, unread ones first, and who has read an important one.
#pragma once
#include "features/audience/audience.hpp"
#include "features/notices/notice.hpp"

namespace notices {

struct NoticesQuery {
    std::optional<NoticeKind> kind;
    bool unread = false;  ///< only those
    bool past = false;    ///< those whose last day is over, instead of the present ones
    std::string q;        ///< in title and text
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(NoticesQuery, (), (kind, unread, past, q))

struct Notices {
    std::vector<NoticeLine> notices;  ///< unread first, important ones before others, then the newest
    std::int64_t unread = 0;          ///< of the present ones, whatever the query leaves out
    bool may_publish = false;
};
BOOST_DESCRIBE_STRUCT(Notices, (), (notices, unread, may_publish))

/// For who publishes: a line and how far it is read.
struct KeptNotice {
    NoticeLine line;
    std::string by, audience_text, audience_text_en;
    std::int64_t people = 0, read = 0;  ///< people: who is asked today, not on leave; 0 of a draft
};
BOOST_DESCRIBE_STRUCT(KeptNotice, (), (line, by, audience_text, audience_text_en, people, read))
struct KeptNotices {
    std::vector<KeptNotice> notices;  ///< drafts first, then the newest
};
BOOST_DESCRIBE_STRUCT(KeptNotices, (), (notices))

struct AudienceQuery {
    std::string rule;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AudienceQuery, (), (rule))

struct ReaderSection {
    OrgUnitId unit;
    std::string unit_name;
    std::int64_t people = 0, read = 0;
};
BOOST_DESCRIBE_STRUCT(ReaderSection, (), (unit, unit_name, people, read))
struct NotReader {
    StaffId staff;
    std::string name, unit_name;
};
BOOST_DESCRIBE_STRUCT(NotReader, (), (staff, name, unit_name))
struct ReadersQuery {
    std::optional<OrgUnitId> unit;  ///< names who of this section has not read
};
BOOST_DESCRIBE_STRUCT(ReadersQuery, (), (unit))
struct Readers {
    NoticeLine line;
    std::int64_t people = 0, read = 0, on_leave = 0;  ///< on_leave: asked and not counted in people
    std::vector<ReaderSection> sections;              ///< in the organisation's order
    std::vector<NotReader> not_read;                  ///< of the section asked for; only of important notices
};
BOOST_DESCRIBE_STRUCT(Readers, (), (line, people, read, on_leave, sections, not_read))

Notices my_notices(http::Call const&, NoticesQuery const&);
/// Refuses with not_found what is not meant for the actor, or not yet.
Notice notice(http::Call const&, NoticeId);
/// Refuses with not_found.
void mark_read(http::Call const&, NoticeId);

KeptNotices kept_notices(http::Call const&);
audience::AudienceCount audience_count(http::Call const&, AudienceQuery const&);
/// The office all sections, a head the own ones. Refuses with not_found everybody else, a notice that is not published, and for a
/// head what is still to come and what none of the own people is asked to read.
Readers readers(http::Call const&, NoticeId, ReadersQuery const&);

/// Unread ones of the actor, for the first screen and the digest; important ones first.
std::vector<NoticeLine> unread_notices(http::Call const&, skills::GapIndex const&, Lead);

/// For attachments::Keepers.
bool may_read_notice(http::Call const&, std::int64_t id);

}  // namespace notices
