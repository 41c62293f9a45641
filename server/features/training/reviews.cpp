#include "features/training/reviews.hpp"

#include "features/actor/actor.hpp"
#include "features/audit/audit.hpp"
#include "features/training/obligations.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace training {
namespace {

struct Row {
    std::string course_code;
    Judgement judgement = Judgement::keep;
    std::string change;
    std::int64_t revision = 1;
    Instant reviewed_at;
    std::string reviewed_by;
};
BOOST_DESCRIBE_STRUCT(Row, (), (course_code, judgement, change, revision, reviewed_at, reviewed_by))

/// As it stands in the audit log.
struct Written {
    std::string course;
    ReviewInput review;
};
BOOST_DESCRIBE_STRUCT(Written, (), (course, review))
struct TakenBack {
    std::string course;
    int fiscal_year = 0;
};
BOOST_DESCRIBE_STRUCT(TakenBack, (), (course, fiscal_year))

#define SQL_REVIEWS                                                           \
    "SELECT r.course_code, r.judgement, r.change, r.revision, r.reviewed_at," \
    " COALESCE(a.display_name, '') AS reviewed_by"                            \
    " FROM course_review r LEFT JOIN account a ON a.id = r.reviewed_by WHERE r.fiscal_year = $1 "

db::Sql const kOfYear{SQL_REVIEWS "ORDER BY r.course_code"};
db::Sql const kOne{SQL_REVIEWS "AND r.course_code = $2"};
db::Sql const kPut{R"(
    INSERT INTO course_review (fiscal_year, course_code, judgement, change, revision, reviewed_at, reviewed_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (course_code, fiscal_year) DO UPDATE SET judgement = excluded.judgement, change = excluded.change,
           revision = excluded.revision, reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by)"};
db::Sql const kDelete{"DELETE FROM course_review WHERE fiscal_year = $1 AND course_code = $2"};
db::Sql const kHeld{"SELECT id FROM course_run WHERE fiscal_year = $1 AND course_code = $2 AND status <> 'cancelled' LIMIT 1"};

Review shown(Row row)
{
    return {row.judgement, std::move(row.change), row.revision, row.reviewed_at, std::move(row.reviewed_by)};
}

void must_be_of_the_year(http::Call const& call, int year, std::string const& course)
{
    auto const today = call.clock.today();
    auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, day_of_year(year, today));
    auto const planned =
        versioned && std::any_of(versioned->plan.year_plan.begin(), versioned->plan.year_plan.end(), [&](auto const& row) {
            return row.course == course && (row.fiscal_year == 0 || row.fiscal_year == year);
        });
    if (!planned && !call.tx.maybe_one<CourseRunId>(kHeld, year, course)) throw Refused{Code::not_found};
}

}  // namespace

json::object ReviewInput::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    if (member == "change") return {{"maxLength", 1000}};
    return {};
}

json::object ReviewQuery::limits(std::string_view) { return {{"required", 1}, {"minimum", 2000}, {"maximum", 2100}}; }

bool sees_reviews(Actor const& actor)
{
    return may(actor, Permission::training_manage) || may(actor, Permission::edit_plan) || may(actor, Permission::see_statistics);
}

std::map<std::string, Review> reviews(db::Tx& tx, int fiscal_year)
{
    std::map<std::string, Review> all;
    for (auto& row : tx.all<Row>(kOfYear, fiscal_year)) {
        auto const course = row.course_code;
        all.emplace(course, shown(std::move(row)));
    }
    return all;
}

Review review(http::Call const& call, std::string const& course, ReviewInput const& input)
{
    must_be_of_the_year(call, input.fiscal_year, course);
    if (input.judgement == Judgement::change && input.change.empty())
        throw Refused{Code::invalid_input, {}, {{"/change", "何を見直すかを書いてください。", "Say what is to be changed."}}};
    auto const before = call.tx.maybe_one<Row>(kOne, input.fiscal_year, course);
    if ((before ? before->revision : 0) != input.revision) throw Refused{Code::changed_meanwhile};
    call.tx.run(kPut, input.fiscal_year, course, input.judgement, input.change, input.revision + 1, call.clock.now(),
                call.actor.account);
    audit::record(call.tx, call.actor, call.clock.now(), "training.reviewed", "course", {}, Written{course, input});
    return shown(call.tx.one<Row>(kOne, input.fiscal_year, course));
}

void take_back_review(http::Call const& call, std::string const& course, ReviewQuery const& query)
{
    if (!call.tx.maybe_one<Row>(kOne, query.fiscal_year, course)) throw Refused{Code::not_found};
    call.tx.run(kDelete, query.fiscal_year, course);
    audit::record(call.tx, call.actor, call.clock.now(), "training.review_taken_back", "course", {},
                  TakenBack{course, query.fiscal_year});
}

}  // namespace training
