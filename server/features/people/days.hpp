// Everybody on one day as lists, searches and exports read it: the roster, and beside each row what the plan says of the person.
// Plan, categories and skills stand above people; the app puts what answers for them into the services as `Days` and `PlanWords`.
#pragma once
#include "features/actor/actor.hpp"
#include "features/people/roster.hpp"
#include "platform/db/tx.hpp"

#include <functional>
#include <mutex>
#include <utility>

namespace people {

/// As `announced_by`: postings are seen whether announced or not.
inline constexpr Date kAnnouncedOrNot{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};
/// Up to when an announcement must have been made for the actor to see a posting: today, or any day for HR (内示).
Date announced_by(Actor const&, Date today);

/// A person's place in the plan, for one line of a list.
struct Brief {
    std::string_view category, category_name;  ///< the primary one; empty when there is none
    int required = 0, held = 0;
};

class DayView {
public:
    using Test = std::function<bool(std::uint32_t row)>;
    virtual ~DayView() = default;
    virtual Roster const& roster() const = 0;
    virtual Brief brief(std::uint32_t) const { return {}; }
    virtual std::string_view band(std::uint32_t) const { return {}; }
    /// Greater = more senior.
    virtual int seniority(std::uint32_t) const { return 0; }
    virtual Test in_category(std::string_view) const { return nobody(); }
    /// Needs the skill and does not hold it.
    virtual Test lacks(std::string_view) const { return nobody(); }

protected:
    static Test nobody()
    {
        return [](std::uint32_t) { return false; };
    }
};

class Days {
public:
    virtual ~Days() = default;
    /// f(DayView const&) under the view of the day, as the transaction sees it; what it returns must not refer into the view.
    template <class F>
    auto ask(db::Tx& tx, Date on, Date announced, F&& f)
    {
        std::optional<std::invoke_result_t<F&, DayView const&>> answer;
        with(tx, on, announced, [&](DayView const& day) { answer.emplace(f(day)); });
        return *std::move(answer);
    }

protected:
    virtual void with(db::Tx&, Date on, Date announced, std::function<void(DayView const&)> const&) = 0;
};

/// Rosters without a plan: for a city that has none in force yet.
class RosterDays final : public Days {
protected:
    void with(db::Tx&, Date on, Date announced, std::function<void(DayView const&)> const&) override;

private:
    struct Entry {
        Date on, announced;
        std::int64_t last = 0, changes = 0;
        std::shared_ptr<Roster const> roster;
    };
    std::shared_ptr<Roster const> roster(db::Tx&, Date on, Date announced);
    std::mutex guard_;
    std::vector<Entry> recent_;
};

struct PlanName {
    std::string ja, en;
};

enum class HitKind { staff, unit, skill, category, course, term, page };
BOOST_DESCRIBE_ENUM(HitKind, staff, unit, skill, category, course, term, page)
struct Hit {
    HitKind kind = HitKind::staff;
    std::optional<std::int64_t> id;
    std::string code, title, subtitle, url;
};
BOOST_DESCRIBE_STRUCT(Hit, (), (kind, id, code, title, subtitle, url))

/// What records of people call by a code of the plan.
enum class PlanTerm { role, course, level };

struct Area {
    std::string code, name;
};

class PlanWords {
public:
    virtual ~PlanWords() = default;
    /// Nothing when the plan in force on the day has no such code.
    virtual std::optional<PlanName> name(db::Tx&, Date on, PlanTerm, std::string_view code) = 0;
    /// Skills, categories, courses and terms whose folded name contains the folded text; at most `most`.
    virtual std::vector<Hit> search(db::Tx&, Date on, std::string_view folded, std::size_t most) = 0;
    /// 全国地方公共団体コード and name of the municipality, for exports.
    virtual Area area(db::Tx&, Date on) = 0;
};

/// For a city that has no plan yet: knows no word.
class NoPlanWords final : public PlanWords {
public:
    std::optional<PlanName> name(db::Tx&, Date, PlanTerm, std::string_view) override { return std::nullopt; }
    std::vector<Hit> search(db::Tx&, Date, std::string_view, std::size_t) override { return {}; }
    Area area(db::Tx&, Date) override { return {}; }
};

}  // namespace people
