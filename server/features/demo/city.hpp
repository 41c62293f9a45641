// One of the demo's cities, and what is known of it while it is being made up.
#pragma once
#include "features/demo/departments.hpp"
#include "features/demo/dice.hpp"
#include "features/people/records.hpp"
#include "features/plan/plan.hpp"
#include "features/skills/gap_index.hpp"

#include <string>
#include <vector>

namespace demo {

struct City {
    std::string_view slug;
    std::string_view plan;          ///< plans/<plan>.yaml
    int staff;                      ///< as many as the real city has, roughly
    std::string_view digital_home;  ///< the department in which the digital section stands
    Section digital;                ///< the section that drives the plan, with the tag its rules ask for
    std::string_view formerly;      ///< what that section was called until it was renamed
    std::string_view hospital;      ///< empty: the city has none
    int hospital_weight = 0;
    std::string_view it_recruitment;  ///< 採用区分 of its specialists
    bool externals = false;           ///< people from outside work in the digital section
};

std::span<City const> five_cities();

/// What a place in the organisation asks of whoever heads it.
enum class Tier { top, department, section, team, place };

struct Desk {
    OrgUnitId id;
    int parent = -1;  ///< index of the desk above
    Tier tier = Tier::section;
    std::string code, name;
    std::string occupation;
    bool digital = false;
    int people = 0;                     ///< in the unit itself, those of the units below not counted
    std::optional<OrgUnitId> formerly;  ///< the unit it was until kRenamedOn
};
inline constexpr Date kRenamedOn{std::chrono::year{2023}, std::chrono::April, std::chrono::day{1}};

/// The plan's ranks by what they do in the organisation.
struct Ladder {
    std::vector<std::string> names;  ///< from the top
    std::size_t top = 0, department = 0, deputy_department = 0, section = 0, deputy_section = 0, team = 0, first_staff = 0;
    explicit Ladder(plan::Plan const&);
    std::string const& at(std::size_t step) const { return names[std::min(step, names.size() - 1)]; }
};

struct Days {
    Date today;
    int year;  ///< fiscal year of today
    explicit Days(Date day) : today(day), year(fiscal_year(day)) {}
    Date april(int its_year) const { return first_day_of_fiscal_year(its_year); }
};

/// Writes the units; the desks come with the number of people they are to get, `staff` in all.
std::vector<Desk> set_up_organisation(db::Tx&, City const&, int staff);

struct Someone {
    int desk = 0;
    std::size_t rank = 0;  ///< step of the ladder
    bool is_head = false, regular = true, external = false;
    bool leads = false;  ///< holds a role of the plan
    int level = 0;       ///< certified: 1 is the first of the plan's levels
    int studied = 0;     ///< has completed the courses of the levels up to this one, certified or not
    people::NewPerson person;
    StaffId id{};
};

/// Everybody with their history, the present ones first; written.
std::vector<Someone> hire_everybody(db::Tx&, City const&, plan::Plan const&, std::vector<Desk> const&, Days const&, Dice&,
                                    Instant now);

/// Appointments and certified levels: what categories are decided by.
void appoint_people(db::Tx&, plan::Plan const&, std::vector<Desk> const&, std::vector<Someone>&, Days const&, Dice&, Instant now);

/// Completions, evidence of every kind, ★ decisions. Asks the plan who needs what.
void give_skills(db::Tx&, skills::GapIndex const&, std::vector<Someone> const&, Days const&, Dice&, Instant now);

/// The runs of the fiscal year around today, with seats, attendance and completions. After the accounts: it asks who plays whom.
void hold_training(db::Tx&, skills::GapIndex const&, std::vector<Desk> const&, std::vector<Someone> const&, Days const&, Dice&,
                   Instant now);

/// Materials of a few courses, reviews of those that are over this year, a learning service with licences. After the accounts and
/// the runs.
void fill_catalogue(db::Tx&, plan::Plan const&, Days const&, Instant now);

/// Rounds of nomination and open calls around today, and the one behind this year's appointments. After the accounts.
void hold_rounds(db::Tx&, plan::Plan const&, std::vector<Desk> const&, std::vector<Someone> const&, Days const&, Dice&,
                 Instant now);
/// Learning on the job, a dispatch, and the reports of one run. After the training.
void keep_work(db::Tx&, skills::GapIndex const&, std::vector<Someone> const&, Days const&, Dice&, Instant now);

/// The plan's own survey, asked half a year ago and now, and what is attached to runs. After the accounts.
void hold_surveys(db::Tx&, City const&, plan::Plan const&, Days const&, Dice&, Instant now);

/// Topics of the last weeks, and colleagues' accounts to have written them. After the accounts.
void talk_in_hiroba(db::Tx&, std::vector<Someone> const&, Dice&, Instant now);
/// Themes of the year, cases over all stages, one that has spread, a meeting, a few claims. After the accounts.
void improve_work(db::Tx&, plan::Plan const&, std::vector<Desk> const&, std::vector<Someone> const&, Days const&, Dice&,
                  Instant now);
/// Last year's self-check and this year's, which is open. After the accounts.
void hold_selfchecks(db::Tx&, skills::GapIndex const&, std::vector<Desk> const&, std::vector<Someone> const&, Days const&, Dice&,
                     Instant now);
/// Notices and newsletters. After the accounts, the training and what they tell of.
void tell_news(db::Tx&, plan::Plan const&, Days const&, Dice&, Instant now);

/// Consultations over all stages, workshops and advisers from outside. After the accounts.
void open_desk(db::Tx&, std::vector<Desk> const&, std::vector<Someone> const&, Days const&, Instant now);

/// One account a role, each at a place where the role has something to see.
void open_accounts(db::Tx&, std::shared_ptr<plan::Plan const>, std::vector<Desk> const&, std::vector<Someone> const&, Days const&,
                   std::string const& password, std::string const& password_hash, Instant now);

}  // namespace demo
