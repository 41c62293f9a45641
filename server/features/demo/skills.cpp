// What people have learned and shown: completions of the plan's courses over three years, evidence of every kind with its
// source, and the heads' ★ decisions. The plan says who needs what.
#include "features/demo/city.hpp"
#include "features/skills/evidence.hpp"
#include "features/skills/gap_index.hpp"

#include <algorithm>

namespace demo {
namespace {

using skills::EvidenceKind;
using skills::EvidenceLine;

struct CompletionLine {
    StaffId staff_id;
    std::string course_code;
    Date completed_on;
    int fiscal_year = 0;
    std::string source;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(CompletionLine, (), (staff_id, course_code, completed_on, fiscal_year, source, created_at))

struct DecisionLine {
    StaffId staff_id;
    std::string skill_code;
    bool needed = false;
    std::string reason;
    Date decided_on;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(DecisionLine, (), (staff_id, skill_code, needed, reason, decided_on, created_at))

class Learning {
public:
    Learning(skills::GapIndex const& index, Days const& days, Dice& dice, Instant now)
        : plan_(index.plan()), index_(index), days_(days), dice_(dice), now_(now)
    {
    }

    void learn(Someone const& someone)
    {
        auto const* const standing = index_.standing(someone.id);
        auto const row = index_.roster().row_of.find(someone.id.value);
        if (!standing || row == index_.roster().row_of.end() || !standing->counted) return;
        for (std::size_t i = 0; i < plan_.courses.size(); ++i) attend(someone, row->second, i);
        for (std::size_t i = 0; i < plan_.skills.size(); ++i) show(someone, *standing, i);
    }

    void write(db::Tx& tx) const
    {
        tx.insert_many<CompletionLine>(
            "completion", {"staff_id", "course_code", "completed_on", "fiscal_year", "source", "created_at"}, completions_);
        skills::write_evidence(tx, evidence_);
        tx.insert_many<DecisionLine>("conditional_decision",
                                     {"staff_id", "skill_code", "needed", "reason", "decided_on", "created_at"}, decisions_);
    }

private:
    /// A day of one of the last three fiscal years on which the person was here; nothing when there was none.
    std::optional<Date> some_day(Someone const& someone)
    {
        auto const day = add_days(days_.today, -dice_.between(12, 900));
        if (someone.person.joined_on && day < *someone.person.joined_on) return std::nullopt;
        return day;
    }

    void attend(Someone const& someone, std::uint32_t row, std::size_t i)
    {
        auto const& course = plan_.courses[i];
        if (needed_for_level(someone, course.code)) {
            auto const day = certified_for(someone, course.code) ? add_days(days_.april(days_.year - 1), -dice_.between(5, 200))
                                                                 : add_days(days_.today, -dice_.between(8, 120));
            return complete(someone, course.code, std::max(day, *someone.person.joined_on));
        }
        auto const audience = index_.audience_of(i);
        auto const invited = index_.in_audience(audience, row);
        auto const for_everybody = course.audience == "全職員";
        auto const chance = for_everybody ? 52 : invited ? 46 : audience != skills::kForVolunteers ? 0.6 : 5;
        if (!dice_.percent(someone.leads ? chance * 1.4 : chance)) return;
        if (auto const day = some_day(someone)) complete(someone, course.code, *day);
    }

    void complete(Someone const& someone, std::string const& course, Date day)
    {
        completions_.push_back(
            {someone.id, course, day, fiscal_year(day), dice_.percent(20) ? "eラーニングの記録" : "受講記録", now_});
    }

    bool needed_for_level(Someone const& someone, std::string const& course) const
    {
        return needed_up_to(someone.studied, course);
    }
    bool certified_for(Someone const& someone, std::string const& course) const { return needed_up_to(someone.level, course); }

    bool needed_up_to(int level, std::string const& course) const
    {
        for (int i = 0; i < level; ++i) {
            auto const& needed = plan_.levels[static_cast<std::size_t>(i)].required_courses;
            if (std::find(needed.begin(), needed.end(), course) != needed.end()) return true;
        }
        return false;
    }

    void show(Someone const& someone, skills::Standing const& standing, std::size_t i)
    {
        auto const& skill = plan_.skills[i];
        auto const needed = standing.needed.test(i), open = standing.open.test(i);
        if (open && dice_.percent(45)) decide(someone, skill.code);
        auto const interest = needed ? 1.0 : open ? 0.5 : 0.12;
        if (dice_.percent(34 * interest)) add(someone, skill.code, EvidenceKind::self, dice_.percent(55), "自己評価");
        if (dice_.percent(17 * interest)) add(someone, skill.code, EvidenceKind::confirmed, dice_.percent(80), "所属長の確認");
        if (dice_.percent(5 * interest)) add(someone, skill.code, EvidenceKind::exam, dice_.percent(85), "ITパスポート試験");
        if (dice_.percent(3 * interest)) add(someone, skill.code, EvidenceKind::project, true, "申請手続のオンライン化");
        if (dice_.percent(3 * interest)) add(someone, skill.code, EvidenceKind::ojt, true, "課内OJT");
        if (dice_.percent(1 * interest)) add(someone, skill.code, EvidenceKind::consultation, true, "他課の相談への対応");
        if (dice_.percent(2 * interest)) add(someone, skill.code, EvidenceKind::prior, true, "前職での実務経験");
        if (dice_.percent(2 * interest)) certified(someone, skill.code);
    }

    void add(Someone const& someone, std::string const& skill, EvidenceKind kind, bool holds, std::string_view source)
    {
        auto const day = some_day(someone);
        if (!day) return;
        auto const note = kind == EvidenceKind::self && dice_.percent(6) ? "次の研修で学び直したい。" : "";
        evidence_.push_back({{kind, holds, *day, {}, std::string(source), note}, someone.id, skill, now_, {}});
    }

    void certified(Someone const& someone, std::string const& skill)
    {
        auto const day = some_day(someone);
        if (day)
            evidence_.push_back(
                {{EvidenceKind::certified, true, *day, add_months(*day, 36), "庁内認定", ""}, someone.id, skill, now_, {}});
    }

    void decide(Someone const& someone, std::string const& skill)
    {
        auto const day = some_day(someone);
        if (!day) return;
        auto const needed = dice_.percent(55);
        decisions_.push_back(
            {someone.id, skill, needed, needed ? "担当する業務で使うため。" : "現在の担当業務では使わないため。", *day, now_});
    }

    plan::Plan const& plan_;
    skills::GapIndex const& index_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    std::vector<CompletionLine> completions_;
    std::vector<EvidenceLine> evidence_;
    std::vector<DecisionLine> decisions_;
};

}  // namespace

void give_skills(db::Tx& tx, skills::GapIndex const& index, std::vector<Someone> const& everybody, Days const& days, Dice& dice,
                 Instant now)
{
    Learning learning(index, days, dice, now);
    for (auto const& someone : everybody) learning.learn(someone);
    learning.write(tx);
}

}  // namespace demo
