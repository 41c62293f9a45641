#include "features/training/prerequisites.hpp"

#include "platform/core/refused.hpp"

#include <algorithm>

namespace training {
namespace {

db::Sql const kLast{"SELECT max(completed_on) AS last FROM completion WHERE staff_id = $1 AND course_code = $2"};

plan::Course const* find_course(plan::Plan const& plan, std::string const& code)
{
    auto const found =
        std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& each) { return each.code == code; });
    return found == plan.courses.end() ? nullptr : &*found;
}

}  // namespace

std::vector<plan::Course const*> missing_prerequisites(db::Tx& tx, plan::Plan const& plan, std::string const& code, StaffId staff,
                                                       Date today)
{
    std::vector<plan::Course const*> missing;
    auto const* const course = find_course(plan, code);
    if (!course) return missing;
    for (auto const& first : course->prerequisites) {
        auto const* const needed = find_course(plan, first);
        if (!needed) continue;
        auto const last = tx.one<std::optional<Date>>(kLast, staff, first);
        if (!last || !still_counts(*needed, *last, today)) missing.push_back(needed);
    }
    return missing;
}

void must_have_prerequisites(db::Tx& tx, plan::Plan const& plan, std::string const& course, StaffId staff, Date today)
{
    std::vector<Problem> problems;
    for (auto const* const first : missing_prerequisites(tx, plan, course, staff, today)) {
        auto const english = first->name_en.empty() ? first->name : first->name_en;
        problems.push_back({"/courses/" + first->code, "「" + first->name + "」を修了してから申し込んでください。",
                            "Complete \"" + english + "\", then apply."});
    }
    if (!problems.empty()) throw Refused{Code::prerequisite_missing, {}, std::move(problems)};
}

}  // namespace training
