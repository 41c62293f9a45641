// What should not stand there: said by readers, decided by moderators. Nothing is deleted.
#pragma once
#include "features/community/topics.hpp"

namespace community {

struct PostReportInput {
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(PostReportInput, (), (reason))

struct PostReport {
    ReportId id;
    TopicId topic;
    std::optional<ReplyId> reply;
    std::string title;
    std::vector<markdown::Piece> pieces;  ///< of what was reported
    Author author;
    std::string reason, reported_by;
    Instant created_at;
    std::optional<Instant> decided_at;
    std::string decided_by;
    bool hidden = false;  ///< the text, now
};
BOOST_DESCRIBE_STRUCT(PostReport, (),
                      (id, topic, reply, title, pieces, author, reason, reported_by, created_at, decided_at, decided_by, hidden))
struct PostReports {
    std::vector<PostReport> reports;  ///< open ones first, then newest first, at most 200
};
BOOST_DESCRIBE_STRUCT(PostReports, (), (reports))

struct DecisionInput {
    bool hide = false;
    std::string why;  ///< told to the author
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (hide, why))

struct TopicState {
    bool hidden = false, closed = false;
    std::string why;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(TopicState, (), (hidden, closed, why))
struct ReplyState {
    bool hidden = false;
    std::string why;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ReplyState, (), (hidden, why))

void report(http::Call const&, TopicId, PostReportInput const&);
void report(http::Call const&, ReplyId, PostReportInput const&);
PostReports reports(http::Call const&);
/// Refuses with wrong_status what is decided.
void decide(http::Call const&, ReportId, DecisionInput const&);
/// Hidden by a moderator, or withdrawn by the author; a topic is closed or opened again by either.
void set_state(http::Call const&, TopicId, TopicState const&);
void set_state(http::Call const&, ReplyId, ReplyState const&);

}  // namespace community
