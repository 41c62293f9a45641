#include "features/training/obligations.hpp"

#include <algorithm>
#include <bit>

namespace training {
namespace {

db::Sql const kScheduled{R"(
    SELECT r.course_code, max(substr(s.ends_at, 1, 10)) AS last FROM course_run r JOIN run_session s ON s.run_id = r.id
     WHERE r.fiscal_year = $1 AND r.unit_id IS NULL AND r.status IN ('open', 'closed') GROUP BY r.course_code ORDER BY r.course_code)"};

constexpr std::size_t kKept = 4;
constexpr int kFirstMonth = 4;

/// The last day of the last of the months, in the order of the fiscal year; 31 March without months.
Date due_by(plan::YearRow const& row, int year)
{
    auto due = last_day_of_fiscal_year(year);
    if (row.months.empty()) return due;
    auto const place = [](int month) { return (month + 12 - kFirstMonth) % 12; };
    auto const last = *std::max_element(row.months.begin(), row.months.end(), [&](int a, int b) { return place(a) < place(b); });
    return add_days(add_months(first_day_of_fiscal_year(year), place(last) + 1), -1);
}

bool of_year(plan::YearRow const& row, int year)
{
    return !row.course.empty() && (row.fiscal_year == 0 || row.fiscal_year == year);
}

Duty::Band band_of(skills::GapIndex const& index, std::string const& code)
{
    Duty::Band band;
    if (auto const category = index.map().find_category(code); category >= 0)
        band.categories = categories::CategorySet{1} << category;
    auto const& levels = index.plan().levels;
    auto const level = std::find_if(levels.begin(), levels.end(), [&](auto const& each) { return each.code == code; });
    if (level == levels.end()) return band;
    for (auto const& higher : levels) {
        if (higher.order < level->order) continue;
        if (auto const word = index.roster().words.find(higher.code)) band.reached.push_back(*word);
    }
    return band;
}

bool is_level(plan::Plan const& plan, std::string const& code)
{
    return std::any_of(plan.levels.begin(), plan.levels.end(), [&](auto const& level) { return level.code == code; });
}

}  // namespace

std::vector<Scheduled> scheduled(db::Tx& tx, int year) { return tx.all<Scheduled>(kScheduled, year); }

Date day_of_year(int year, Date today)
{
    return std::clamp(today, first_day_of_fiscal_year(year), last_day_of_fiscal_year(year));
}

YearDuties::YearDuties(skills::GapIndex const& index, int year, std::vector<Scheduled> scheduled)
    : year_(year), scheduled_(std::move(scheduled)), born_(index.born())
{
    list_duties(index);
    bring_forward(index);
}

void YearDuties::list_duties(skills::GapIndex const& index)
{
    auto const& plan = index.plan();
    auto const planned =
        std::any_of(plan.year_plan.begin(), plan.year_plan.end(), [&](auto const& row) { return of_year(row, year_); });
    for (std::size_t course = 0; course < plan.courses.size(); ++course) {
        Duty duty{course, index.audience_of(course), {}, first_day_of_fiscal_year(year_), true, plan.courses[course].clause};
        if (duty.audience == skills::kForVolunteers) continue;
        for (auto const& row : plan.year_plan) {
            if (!of_year(row, year_) || row.course != plan.courses[course].code) continue;
            duty.bands.push_back(band_of(index, row.band));
            duty.due = std::max(duty.due, due_by(row, year_));
            duty.once = duty.once && is_level(plan, row.band);
            duty.clause = row.clause;
        }
        for (auto const& opened : scheduled_) {
            if (planned || opened.course_code != plan.courses[course].code) continue;
            duty.bands.emplace_back();
            duty.due = opened.last;
            duty.once = false;
        }
        if (!duty.bands.empty()) duties_.push_back(std::move(duty));
    }
}

void YearDuties::bring_forward(skills::GapIndex const& index)
{
    auto const rows = index.standings().size();
    version_ = index.version();
    if (stamps_.size() != rows) {
        Bits const none((rows + 63) / 64, 0);
        stamps_.assign(rows, 0);
        obliged_.assign(duties_.size(), none);
        outstanding_.assign(duties_.size(), none);
        any_ = none;
    }
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (stamps_[row] == index.standings()[row].stamp) continue;
        stamps_[row] = index.standings()[row].stamp;
        look_at(index, row);
    }
}

void YearDuties::look_at(skills::GapIndex const& index, std::uint32_t row)
{
    invited_.assign(index.audiences(), 0);
    this_year_.assign(index.plan().courses.size(), 0);
    ever_ = this_year_;
    auto const active = index.standings()[row].active;
    if (active) {
        for (auto const& duty : duties_) invited_[duty.audience] = 2;  // to be asked
        for (std::size_t i = 0; i < invited_.size(); ++i) invited_[i] = invited_[i] == 2 && index.in_audience(i, row);
        index.each_completion(index.roster().people[row].id, [&](std::size_t course, Date day) {
            auto const& taken = index.plan().courses[course];
            if (!still_counts(taken, day, index.roster().on)) return;
            ever_[course] = 1;
            if (taken.validity_months > 0 || fiscal_year(day) == year_) this_year_[course] = 1;
        });
    }
    bool any = false;
    for (std::size_t i = 0; i < duties_.size(); ++i) {
        auto const& duty = duties_[i];
        auto const obliged = active && invited_[duty.audience] && in_a_band(duty, index, row);
        auto const done = duty.once ? ever_[duty.course] : this_year_[duty.course];
        set(obliged_[i], row, obliged);
        set(outstanding_[i], row, obliged && !done);
        any = any || (obliged && !done);
    }
    set(any_, row, any);
}

bool YearDuties::in_a_band(Duty const& duty, skills::GapIndex const& index, std::uint32_t row) const
{
    auto const& levels = index.roster().people[row].levels;
    return std::any_of(duty.bands.begin(), duty.bands.end(), [&](Duty::Band const& band) {
        if (band.categories != 0 && (index.standings()[row].categories & band.categories) == 0) return false;
        return std::none_of(levels.begin(), levels.end(), [&](people::Word level) {
            return std::find(band.reached.begin(), band.reached.end(), level) != band.reached.end();
        });
    });
}

void YearDuties::set(Bits& bits, std::uint32_t row, bool value)
{
    auto const mask = std::uint64_t{1} << (row % 64);
    if (value) {
        bits[row / 64] |= mask;
    } else {
        bits[row / 64] &= ~mask;
    }
}

std::optional<std::size_t> YearDuties::of_course(std::size_t course) const
{
    auto const found = std::find_if(duties_.begin(), duties_.end(), [&](Duty const& duty) { return duty.course == course; });
    if (found == duties_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - duties_.begin());
}

namespace {

std::int64_t count(std::vector<std::uint64_t> const& bits)
{
    std::int64_t people = 0;
    for (auto const word : bits) people += std::popcount(word);
    return people;
}

}  // namespace

std::int64_t YearDuties::people_obliged(std::size_t duty) const { return count(obliged_[duty]); }
std::int64_t YearDuties::people_outstanding(std::size_t duty) const { return count(outstanding_[duty]); }

std::shared_ptr<YearDuties const> Obligations::of(db::Tx& tx, skills::GapIndex const& index, int year)
{
    auto opened = scheduled(tx, year);
    std::lock_guard const lock{guard_};
    auto const known =
        std::find_if(recent_.begin(), recent_.end(), [&](auto const& duties) { return duties->is_of(index, year, opened); });
    if (known == recent_.end()) {
        recent_.insert(recent_.begin(), std::make_shared<YearDuties const>(index, year, std::move(opened)));
        if (recent_.size() > kKept) recent_.pop_back();
        return recent_.front();
    }
    if (!(*known)->is_fresh(index)) {
        auto forward = std::make_shared<YearDuties>(**known);  // others may still read the one before
        forward->bring_forward(index);
        *known = std::move(forward);
    }
    return *known;
}

namespace {

std::optional<Date> last_completion(skills::GapIndex const& index, StaffId staff, Duty const& duty, int year)
{
    auto const& wanted = index.plan().courses[duty.course];
    auto const any_year = duty.once || wanted.validity_months > 0;
    std::optional<Date> last;
    index.each_completion(staff, [&](std::size_t course, Date day) {
        if (course != duty.course || !still_counts(wanted, day, index.roster().on)) return;
        if ((any_year || fiscal_year(day) == year) && (!last || *last < day)) last = day;
    });
    return last;
}

}  // namespace

std::vector<Obligation> obligations_of(skills::GapIndex const& index, YearDuties const& duties, std::uint32_t row, Date today)
{
    std::vector<Obligation> all;
    for (std::size_t i = 0; i < duties.duties().size(); ++i) {
        if (!duties.obliged(i, row)) continue;
        auto const& duty = duties.duties()[i];
        auto const& course = index.plan().courses[duty.course];
        auto const rule = plan::parse_rule(course.audience).root;
        auto const done = !duties.outstanding(i, row);
        auto const last = last_completion(index, index.roster().people[row].id, duty, duties.year());
        all.push_back({course.code, course.name, course.name_en.empty() ? course.name : course.name_en, duty.due, done,
                       !done && duty.due < today, last, last ? valid_until(course, *last) : std::nullopt,
                       "対象: " + plan::sentence_ja(rule, index.plan()), "For: " + plan::sentence_en(rule, index.plan()),
                       duty.clause, course.reachable_from});
    }
    std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return std::pair{a.done, a.due} < std::pair{b.done, b.due};
    });
    return all;
}

}  // namespace training
