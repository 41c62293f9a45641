// 受講義務: whom the year obliges to take which course, by when and why. Audience × year plan, computed for everybody at once
// from the index in memory: each distinct audience is asked once a person, the rest are bits. Where the plan has no row of the
// year at all, the runs that the office has opened for everybody are the year plan. A completion counts for the fiscal year of
// its day; a new year is a new obligation. Only the course of a level is taken once. Where the plan says how long a completion
// counts, that decides instead, over as many years as it lasts.
#pragma once
#include "features/skills/everybody.hpp"
#include "features/training/validity.hpp"

#include <memory>
#include <mutex>

namespace training {

/// A course that the office has opened in the year, and the day of its last session.
struct Scheduled {
    std::string course_code;
    Date last;
    friend bool operator==(Scheduled const&, Scheduled const&) = default;
};
BOOST_DESCRIBE_STRUCT(Scheduled, (), (course_code, last))

/// One course of the year and whom it may oblige.
struct Duty {
    /// Of the year plan's row: a category narrows the audience, a level leaves out who has reached it.
    struct Band {
        categories::CategorySet categories = 0;
        std::vector<people::Word> reached;
    };
    std::size_t course = 0;  ///< of the plan
    std::size_t audience = 0;
    std::vector<Band> bands;  ///< any of them
    Date due;
    bool once = false;  ///< every band is a level's
    std::string clause;
};

/// Everybody's duties of one year; rows are the index's.
class YearDuties {
public:
    YearDuties(skills::GapIndex const&, int year, std::vector<Scheduled>);
    /// Looks again at whom the index has looked at since; the index must be the same.
    void bring_forward(skills::GapIndex const&);
    bool is_of(skills::GapIndex const& index, int year, std::vector<Scheduled> const& scheduled) const
    {
        return born_ == index.born() && year_ == year && scheduled_ == scheduled;
    }
    bool is_fresh(skills::GapIndex const& index) const { return version_ == index.version(); }

    int year() const { return year_; }
    std::span<Duty const> duties() const { return duties_; }
    std::optional<std::size_t> of_course(std::size_t course) const;
    bool obliged(std::size_t duty, std::uint32_t row) const { return test(obliged_[duty], row); }
    bool outstanding(std::size_t duty, std::uint32_t row) const { return test(outstanding_[duty], row); }
    /// Any duty of the person.
    bool outstanding(std::uint32_t row) const { return test(any_, row); }
    std::int64_t people_obliged(std::size_t duty) const;
    std::int64_t people_outstanding(std::size_t duty) const;

private:
    using Bits = std::vector<std::uint64_t>;
    static bool test(Bits const& bits, std::uint32_t row) { return (bits[row / 64] >> (row % 64) & 1) != 0; }
    static void set(Bits& bits, std::uint32_t row, bool value);
    void list_duties(skills::GapIndex const&);
    void look_at(skills::GapIndex const&, std::uint32_t row);
    bool in_a_band(Duty const&, skills::GapIndex const&, std::uint32_t row) const;

    int year_;
    std::vector<Scheduled> scheduled_;
    std::uint64_t born_ = 0, version_ = 0;
    std::vector<Duty> duties_;
    std::vector<Bits> obliged_, outstanding_;  ///< [duty]
    Bits any_;
    std::vector<std::uint64_t> stamps_;
    std::vector<char> invited_, this_year_, ever_;  ///< of the person looked at: by audience, by course
};

/// What the office has opened for everybody in the year.
std::vector<Scheduled> scheduled(db::Tx&, int year);

/// The day a year is asked as of: today within it, else its last or first day.
Date day_of_year(int year, Date today);

/// The duties that were computed last, brought forward before each answer. One for each municipality; thread-safe.
class Obligations {
public:
    std::shared_ptr<YearDuties const> of(db::Tx&, skills::GapIndex const&, int year);

private:
    std::mutex guard_;
    std::vector<std::shared_ptr<YearDuties const>> recent_;
};

/// One obligation of one person.
struct Obligation {
    std::string course, course_name, course_name_en;
    Date due;
    bool done = false, overdue = false;
    std::optional<Date> completed_on, valid_until;  ///< until: the first day it no longer counts
    std::string reason, reason_en, clause;
    plan::Reachable reachable_from = plan::Reachable::both;
};
BOOST_DESCRIBE_STRUCT(Obligation, (),
                      (course, course_name, course_name_en, due, done, overdue, completed_on, valid_until, reason, reason_en,
                       clause, reachable_from))

/// What is still to do comes first, by the day.
std::vector<Obligation> obligations_of(skills::GapIndex const&, YearDuties const&, std::uint32_t row, Date today);

/// Today's index is in memory; for another day only the one person is looked at. f(index, duties, row), not called when the
/// person is not employed on the day.
template <class F>
void ask_of(db::Tx& tx, skills::Everybody& everybody, plan::Library& library, Obligations& known, StaffId staff, int year,
            Date today, F&& f)
{
    auto const asked = [&](skills::GapIndex const& index, YearDuties const& duties) {
        auto const row = index.roster().row_of.find(staff.value);
        if (row != index.roster().row_of.end()) f(index, duties, row->second);
    };
    auto const on = day_of_year(year, today);
    if (on == today) {
        everybody.ask(tx, on, today, [&](skills::GapIndex const& index) {
            asked(index, *known.of(tx, index, year));
            return true;
        });
        return;
    }
    auto const versioned = library.in_force(tx, on > today ? today : on);
    auto const index =
        skills::GapIndex::build_for(tx, std::shared_ptr<plan::Plan const>{versioned, &versioned->plan}, staff, on, today);
    asked(*index, YearDuties{*index, year, scheduled(tx, year)});
}

}  // namespace training
