// わたしの研修: what the year asks of the actor, the seats, the days to come and what has been completed.
#pragma once
#include "features/training/enrolments.hpp"
#include "features/training/obligations.hpp"
#include "platform/http/table.hpp"

namespace training {

struct YearQuery {
    std::optional<int> fiscal_year;  ///< none: the present one
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(YearQuery, (), (fiscal_year))

struct MySeat {
    Enrolment enrolment;
    Run run;
};
BOOST_DESCRIBE_STRUCT(MySeat, (), (enrolment, run))

struct MySession {
    CourseRunId run;
    std::string course_name, course_name_en, run_name, starts_at, ends_at, place, online_address;
    plan::Reachable reachable_from = plan::Reachable::both;
};
BOOST_DESCRIBE_STRUCT(MySession, (),
                      (run, course_name, course_name_en, run_name, starts_at, ends_at, place, online_address, reachable_from))

struct MyCompletion {
    std::string course, course_name, course_name_en;
    Date completed_on;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(MyCompletion, (), (course, course_name, course_name_en, completed_on, source))

struct MyYear {
    int fiscal_year = 0;
    std::vector<Obligation> obligations;
    std::vector<MySeat> seats;        ///< whatever became of them, by the first session
    std::vector<MySession> sessions;  ///< of the seats, by day
    std::vector<MyCompletion> completions;
};
BOOST_DESCRIBE_STRUCT(MyYear, (), (fiscal_year, obligations, seats, sessions, completions))

/// Refuses with not_allowed an account that is no person's.
MyYear my_year(http::Call const&, YearQuery const&);

/// What waits for the actor, for the first screen.
struct Waits {
    std::int64_t obligations = 0;         ///< courses the year still asks of the actor
    std::int64_t soon = 0;                ///< sessions of the actor's seats within two weeks
    std::int64_t releases = 0;            ///< applications that wait for the actor's release
    std::int64_t outstanding_people = 0;  ///< of the sections the actor heads, with courses the year still asks
    std::int64_t attendance = 0;          ///< sessions that are over and not marked for everybody
    std::int64_t drafts = 0;              ///< runs nobody can apply for yet
};
Waits waits(http::Call const&, skills::GapIndex const&);

}  // namespace training
