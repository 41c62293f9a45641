// 自主学習のライセンス: places in a learning service or a course, so many, for a time, for those who fit a rule
// (一定のスキル・経験). Who fits asks; the office gives them in the order of asking, never more than there are, and takes them
// back.
#pragma once
#include "features/training/runs.hpp"
#include "platform/http/table.hpp"

namespace training {

enum class RequestStatus { waiting, given, declined, withdrawn, taken_back };
BOOST_DESCRIBE_ENUM(RequestStatus, waiting, given, declined, withdrawn, taken_back)

struct LicenceForm {
    std::string name;
    std::string course;  ///< of the plan; empty: a service of its own
    std::string url;     ///< where one learns, may be empty
    int seats = 1;
    Date valid_from, last_day;
    std::string eligibility;  ///< a rule; empty: everybody
    std::string note;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(LicenceForm, (), (name, course, url, seats, valid_from, last_day, eligibility, note))

struct LicenceChange : LicenceForm {
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(LicenceChange, (LicenceForm), (revision))

/// What speaks against a person, in words.
struct Unfit {
    std::string text, text_en;
};
BOOST_DESCRIBE_STRUCT(Unfit, (), (text, text_en))

struct MyRequest {
    LicenceRequestId id;
    RequestStatus status = RequestStatus::waiting;
    std::int64_t place = 0;  ///< in the line, from 1; 0 = not in it
    std::string why;
};
BOOST_DESCRIBE_STRUCT(MyRequest, (), (id, status, place, why))

struct Licence {
    LicenceId id;
    std::string name, course, course_name, course_name_en, url;
    int seats = 0;
    std::int64_t given = 0, waiting = 0;
    Date valid_from, last_day;
    bool over = false;
    std::string eligibility, eligible, eligible_en;  ///< the rule, and as a sentence; empty: everybody
    std::string note;
    std::int64_t revision = 1;
    bool may_ask = false;      ///< the actor, now
    std::vector<Unfit> unfit;  ///< the parts of the rule that the actor does not meet
    std::optional<MyRequest> mine;
};
BOOST_DESCRIBE_STRUCT(Licence, (),
                      (id, name, course, course_name, course_name_en, url, seats, given, waiting, valid_from, last_day, over,
                       eligibility, eligible, eligible_en, note, revision, may_ask, unfit, mine))

struct Licences {
    std::vector<Licence> licences;
};
BOOST_DESCRIBE_STRUCT(Licences, (), (licences))
/// Those that are over are the office's.
Licences licences(http::Call const&);

/// Refuse with invalid_input, the second also with not_found and changed_meanwhile.
Licence add_licence(http::Call const&, LicenceForm const&);
Licence change_licence(http::Call const&, LicenceId, LicenceChange const&);

struct LicenceRequest {
    LicenceRequestId id;
    StaffId staff;
    std::string staff_no, name, unit_name;
    RequestStatus status = RequestStatus::waiting;
    std::int64_t place = 0;
    std::string reason, why;
    Instant asked_at;
    std::optional<Instant> decided_at;
    std::string decided_by;
};
BOOST_DESCRIBE_STRUCT(LicenceRequest, (),
                      (id, staff, staff_no, name, unit_name, status, place, reason, why, asked_at, decided_at, decided_by))
struct LicenceRequests {
    Licence licence;
    std::vector<LicenceRequest> requests;  ///< in the order of asking
};
BOOST_DESCRIBE_STRUCT(LicenceRequests, (), (licence, requests))
/// For the office. Refuses with not_found.
LicenceRequests licence_requests(http::Call const&, LicenceId);

struct AskInput {
    std::string reason;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AskInput, (), (reason))
/// The actor stands in line. Refuses with not_allowed an account that is no person's, with not_eligible naming the parts of the
/// rule that are not met, with wrong_status once it is over, with already_exists who stands in line or has one.
Licence ask_for_licence(http::Call const&, LicenceId, AskInput const&);

/// The free ones go to those who wait, in their order; who no longer fits is declined with the reason. Refuses with conflict when
/// none is free or nobody waits.
LicenceRequests give_licences(http::Call const&, LicenceId);
/// The office's; refuse with not_found, with wrong_status.
LicenceRequests decline_request(http::Call const&, LicenceRequestId, RunReason const&);
LicenceRequests take_licence_back(http::Call const&, LicenceRequestId, RunReason const&);
/// One's own, waiting or given. Refuses with not_found another person's, with wrong_status.
Licence hand_licence_back(http::Call const&, LicenceRequestId);

}  // namespace training
