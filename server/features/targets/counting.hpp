// Certifications counted under a target's rule on a day, and what is expected by the end of its year.
// Counting is one function of the certifications and the day, so that a forecast is the same count over more of them.
#pragma once
#include "features/levels/rule.hpp"

#include <set>

namespace targets {

struct Certified {
    StaffId staff_id;
    std::string level_code;
    Date certified_on;
    std::optional<Date> valid_until, revoked_on, left_on;
};
BOOST_DESCRIBE_STRUCT(Certified, (), (staff_id, level_code, certified_on, valid_until, revoked_on, left_on))

/// Every certification up to the day, those that have ended too.
std::vector<Certified> certified_until(db::Tx&, Date);

/// Who counts for the target on the day.
std::set<StaffId> reached(plan::Plan const&, plan::Target const&, std::vector<Certified> const&, Date on);

struct Words {
    std::string ja, en;
};
/// 「レベル1以上の有効な認定を持つ人の実人数(累計)。退職者を除く。」
Words rule_of(plan::Target const&, plan::Level const&);
/// What a forecast takes for granted.
Words assumption();

/// A year that has ended has nothing ahead of it, and need not pay for looking.
enum class Look { back, ahead };

/// The figures of one day, read once and counted under any rule.
class Standing {
public:
    Standing(db::Tx&, plan::Plan const&, Date on, Look);
    std::set<StaffId> reached(plan::Target const&) const;
    /// Who would count on the last day of the target's year under assumption().
    std::set<StaffId> expected(plan::Target const&) const;
    /// Towards the level, among those who are near enough to be expected.
    std::vector<levels::Progress> const& near(std::string const& level) const;

private:
    void look_ahead(db::Tx&);
    plan::Plan const& plan_;
    Date on_;
    std::vector<Certified> certified_, with_expected_;
    std::map<std::string, std::vector<levels::Progress>> near_;
};

}  // namespace targets
