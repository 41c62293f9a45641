// Who holds a role of the plan, on which document it rests, and whose level is certified.
#include "features/demo/city.hpp"
#include "features/levels/levels.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <map>

namespace demo {
namespace {

struct AppointmentLine {
    StaffId staff_id;
    std::string role_code, route;
    OrgUnitId unit_id;
    Date valid_from;
    std::optional<Date> valid_until;
    std::string basis_no;
    std::optional<Date> basis_on;
    std::string reason;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(AppointmentLine, (),
                      (staff_id, role_code, route, unit_id, valid_from, valid_until, basis_no, basis_on, reason, created_at))

/// A certification whose certificate is still to be issued.
struct IssuedLine {
    levels::CertificationId id;
    Date certified_on;
};
BOOST_DESCRIBE_STRUCT(IssuedLine, (), (id, certified_on))
db::Sql const kToIssue{"SELECT id, certified_on FROM level_certification ORDER BY id"};

struct CertificationLine {
    StaffId staff_id;
    std::string level_code;
    Date certified_on;
    levels::Ground ground = levels::Ground::rule;
    std::string basis, basis_no;
    Date basis_on;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(CertificationLine, (), (staff_id, level_code, certified_on, ground, basis, basis_no, basis_on, created_at))

constexpr char const* kByRule = "必要な研修の修了";

class Appointing {
public:
    Appointing(plan::Plan const& plan, std::vector<Desk> const& desks, std::vector<Someone>& everybody, Days const& days,
               Dice& dice, Instant now)
        : plan_(plan), ladder_(plan), desks_(desks), everybody_(everybody), days_(days), dice_(dice), now_(now)
    {
        for (std::size_t i = 0; i < everybody.size(); ++i)
            if (!everybody[i].person.left_on) in_section_[section_of(everybody[i].desk)].push_back(i);
    }

    std::vector<AppointmentLine> appointments()
    {
        for (auto const& role : plan_.roles) {
            auto const by = [&](plan::Route route) {
                return std::find(role.routes.begin(), role.routes.end(), route) != role.routes.end();
            };
            if (by(plan::Route::external))
                externals(role);
            else if (by(plan::Route::position))
                by_position(role);
            else if (by(plan::Route::nomination) || by(plan::Route::selection))
                one_a_section(role, by(plan::Route::nomination) ? "nomination" : "selection");
            else
                volunteers(role);
        }
        return std::move(lines_);
    }

    /// Levels of those who drive the plan in their sections: the first sixty for what they had learned before (令和6年度), then
    /// year by year, so that the plan's targets are near but not reached.
    std::vector<CertificationLine> certifications()
    {
        std::vector<CertificationLine> lines;
        if (plan_.levels.size() < 3) return lines;
        auto const holders = ever_leaders_;
        auto const count = [&](double share) { return static_cast<std::size_t>(share * static_cast<double>(holders.size())); };
        auto const first = std::min<std::size_t>(60, count(0.5)), second = std::min<std::size_t>(117, count(0.7));
        auto const last_year = days_.april(days_.year);
        auto const prior_basis = "既修得の認定（令和" + std::to_string(days_.year - 2 - 2018) + "年度研修の修了者）";
        for (std::size_t i = 0; i < second; ++i) {
            auto& someone = everybody_[holders[i]];
            someone.level = 1;
            auto const prior = i < first;
            auto const on = prior        ? add_days(days_.april(days_.year - 1), -1)
                            : i % 3 == 0 ? add_days(last_year, -12)
                                         : std::min(days_.today, add_days(last_year, 61 + dice_.below(90)));
            lines.push_back(prior ? certified(someone, 0, on, levels::Ground::prior, prior_basis)
                                  : certified(someone, 0, on, levels::Ground::rule, kByRule));
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(34, second / 3); ++i) {
            auto const on = i < 18 ? add_days(last_year, -20) : std::min(days_.today, add_days(last_year, 80 + dice_.below(60)));
            everybody_[holders[i]].level = 2;
            lines.push_back(certified(everybody_[holders[i]], 1, on, levels::Ground::rule, kByRule));
        }
        for (std::size_t i = 0; i < std::min(second / 3, std::clamp<std::size_t>(second / 10, 1, 7)); ++i) {
            auto const on = std::min(days_.today, add_days(last_year, 120 + dice_.below(40)));
            everybody_[holders[i]].level = 3;
            lines.push_back(certified(everybody_[holders[i]], 2, on, levels::Ground::rule, kByRule));
        }
        for (std::size_t i = 0; i < holders.size(); ++i) studies(holders[i], i, second);
        return lines;
    }

private:
    /// Those certified on one day stand in one decision.
    CertificationLine certified(Someone const& someone, std::size_t level, Date on, levels::Ground ground,
                                std::string basis) const
    {
        auto const number = "第" + std::to_string(230 + days_between(days_.april(days_.year - 1), on)) + "号";
        return {someone.id, plan_.levels[level].code, on, ground, std::move(basis), number, add_days(on, -3), now_};
    }

    /// Some have completed what the next level asks for and wait to be certified.
    void studies(std::size_t who, std::size_t place, std::size_t certified)
    {
        auto& someone = everybody_[who];
        auto const waits = someone.level == 0 ? place < certified + std::min<std::size_t>(9, 1 + ever_leaders_.size() / 12)
                                              : someone.level < 3 && place % 4 == 3;
        someone.studied = someone.level + (waits ? 1 : 0);
    }

    int section_of(int desk) const
    {
        while (desk >= 0 && desks_[static_cast<std::size_t>(desk)].tier == Tier::team)
            desk = desks_[static_cast<std::size_t>(desk)].parent;
        return desk;
    }

    void appoint(std::size_t who, plan::AppointedRole const& role, std::string const& route, int year, std::string const& reason)
    {
        auto const& someone = everybody_[who];
        auto const from = std::max(days_.april(year), *someone.person.joined_on);
        if (role.term_years > 0 && from >= days_.april(year + role.term_years)) return;  // not yet here in that term
        AppointmentLine line{someone.id, role.code, route, desks_[static_cast<std::size_t>(someone.desk)].id, from, {}, {},
                             {},         reason,    now_};
        if (role.term_years > 0) line.valid_until = days_.april(year + role.term_years);
        line.basis_no = basis_of(role.code, year);
        line.basis_on = add_days(from, -7);
        lines_.push_back(std::move(line));
    }

    /// One decision appoints everybody of a role and year.
    std::string const& basis_of(std::string const& role, int year)
    {
        auto& basis = basis_[{role, year}];
        if (basis.empty()) basis = "第" + std::to_string(100 + dice_.below(900)) + "号";
        return basis;
    }

    /// A regular officer below the section's head, if there is one, after `skip` others.
    std::optional<std::size_t> suited(std::vector<std::size_t> const& people, std::size_t skip)
    {
        for (auto const who : people) {
            auto const& someone = everybody_[who];
            if (!someone.regular || someone.is_head || someone.rank <= ladder_.deputy_section || !someone.person.leaves.empty())
                continue;
            if (someone.person.engagements.back().occupation == "技能労務職") continue;
            if (skip-- == 0) return who;
        }
        return std::nullopt;
    }

    void one_a_section(plan::AppointedRole const& role, std::string const& route)
    {
        for (auto const& [section, people] : in_section_) {
            auto const tier = desks_[static_cast<std::size_t>(section)].tier;
            if (tier == Tier::top || tier == Tier::department || dice_.percent(9)) continue;
            auto const who = suited(people, static_cast<std::size_t>(dice_.below(3)));
            if (!who) continue;
            ever_leaders_.push_back(*who);
            everybody_[*who].leads = true;
            appoint(*who, role, route, days_.year, "所属長の指名による。");
            if (auto const before = suited(people, 3); role.term_years > 0 && before) {
                ever_leaders_.push_back(*before);
                appoint(*before, role, route, days_.year - 1, "");
            }
            if (role.term_years > 0 && dice_.percent(70)) appoint(*who, role, route, days_.year - 1, "");
        }
    }

    /// Where the post that brings the role is empty, somebody below holds it by appointment.
    void by_position(plan::AppointedRole const& role)
    {
        if (role.per_section == 0) return;
        for (auto const& [section, people] : in_section_) {
            auto const tier = desks_[static_cast<std::size_t>(section)].tier;
            if (tier != Tier::section || people.size() < 4) continue;
            auto const filled = std::any_of(people.begin(), people.end(),
                                            [&](auto who) { return everybody_[who].rank == ladder_.deputy_section; });
            auto const who = suited(people, 0);
            if (!who || (filled && !dice_.percent(15))) continue;
            everybody_[*who].leads = true;
            appoint(*who, role, "position", days_.year, "課長補佐を置かない所属のため。");
        }
    }

    void volunteers(plan::AppointedRole const& role)
    {
        int wanted = std::clamp(static_cast<int>(everybody_.size()) / 40, 8, 60);
        for (auto const& [section, people] : in_section_) {
            if (wanted == 0) return;
            auto const who = suited(people, 1);
            if (!who || dice_.percent(40)) continue;
            --wanted;
            everybody_[*who].leads = true;
            appoint(*who, role, dice_.percent(60) ? "open_call" : "recommendation", days_.year - dice_.below(2), "");
        }
    }

    void externals(plan::AppointedRole const& role)
    {
        for (std::size_t i = 0; i < everybody_.size(); ++i)
            if (everybody_[i].external) appoint(i, role, "external", days_.year - 1, "任期付職員として任用。");
    }

    plan::Plan const& plan_;
    Ladder ladder_;
    std::vector<Desk> const& desks_;
    std::vector<Someone>& everybody_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    std::map<int, std::vector<std::size_t>> in_section_;
    std::vector<std::size_t> ever_leaders_;
    std::map<std::pair<std::string, int>, std::string> basis_;  ///< by role and year
    std::vector<AppointmentLine> lines_;
};

std::string mark(Dice& dice)
{
    constexpr std::string_view kLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string mark;
    for (int i = 0; i < 6; ++i) mark += kLetters[static_cast<std::size_t>(dice.below(static_cast<int>(kLetters.size())))];
    return mark;
}

}  // namespace

void appoint_people(db::Tx& tx, plan::Plan const& plan, std::vector<Desk> const& desks, std::vector<Someone>& everybody,
                    Days const& days, Dice& dice, Instant now)
{
    Appointing appointing(plan, desks, everybody, days, dice, now);
    auto const appointments = appointing.appointments();
    tx.insert_many<AppointmentLine>("appointment",
                                    {"staff_id", "role_code", "route", "unit_id", "valid_from", "valid_until", "basis_no",
                                     "basis_on", "reason", "created_at"},
                                    appointments);
    auto const certifications = appointing.certifications();
    tx.insert_many<CertificationLine>(
        "level_certification",
        {"staff_id", "level_code", "certified_on", "ground", "basis", "basis_no", "basis_on", "created_at"}, certifications);
    for (auto const& certified : tx.all<IssuedLine>(kToIssue))
        levels::issue_first(tx, plan, certified.id, mark(dice), {}, certified.certified_on, now);
}

}  // namespace demo
