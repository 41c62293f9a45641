// Improvement in the demo: themes of the year, some thirty cases over all stages, two that others have taken up, a meeting that
// told the first of them, and a few skills claimed of it.
#include "features/demo/city.hpp"
#include "features/demo/improvements.hpp"
#include "features/improvement/keeping.hpp"

#include <algorithm>
#include <map>

namespace demo {
namespace {

using improvement::CaseId;
using improvement::Stage;
using improvement::Status;

constexpr std::int64_t kHourlyYen = 3'400;
constexpr std::string_view kCostSource = "前年度決算の人件費(共済費を含む) ÷ 年間の総勤務時間";
constexpr std::string_view kParts[] = {"課題の洗い出し", "流れの見直し", "画面の作成", "試行と改善", "周知"};
constexpr std::string_view kSupports[] = {"情報政策の担当と三度打ち合わせた。", "DX推進リーダーの集まりで助言を受けた。",
                                          "アドバイザーに流れの図を見てもらった。"};

db::Sql const kStaffOf{"SELECT staff_id FROM account WHERE login = $1 AND staff_id IS NOT NULL"};
db::Sql const kCost{R"(
    INSERT INTO improvement_cost (id, yen, source, revision, changed_at) VALUES (1, $1, $2, 1, $3))"};
db::Sql const kTheme{R"(
    INSERT INTO improvement_theme (unit_id, fiscal_year, title, issue, aim, created_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kMeeting{R"(
    INSERT INTO improvement_meeting (title, held_on, starts_at, place, note, result, result_at, created_at)
    VALUES ($1, $2, '14:00', '庁議室・オンライン', $3, $4, $5, $6) RETURNING id)"};
db::Sql const kItem{R"(
    INSERT INTO improvement_meeting_item (meeting_id, place, case_id, minutes, presenter) VALUES ($1, $2, $3, 15, $4))"};
db::Sql const kClaim{R"(
    INSERT INTO practice_claim (staff_id, skill_code, kind, source_id, project, title, url, done_on, note, status, created_at)
    VALUES ($1, $2, 'improvement_case', $3, '', $4, $5, $6, $7, 'waiting', $8))"};

/// How far the n-th case of a city is: most are on their way, a third is confirmed.
struct State {
    Stage stage;
    Status status;
};
constexpr State kStates[] = {
    {Stage::effect, Status::confirmed}, {Stage::action, Status::submitted}, {Stage::effect, Status::confirmed},
    {Stage::study, Status::submitted},  {Stage::effect, Status::submitted}, {Stage::effect, Status::confirmed},
    {Stage::issue, Status::submitted},  {Stage::action, Status::draft},     {Stage::action, Status::submitted},
    {Stage::effect, Status::returned},
};

struct Kept {
    CaseId id;
    ToldCase const* told = nullptr;
    OrgUnitId unit;
    std::vector<Someone const*> team;
    Date confirmed_on{};
    bool confirmed = false;
};

class Improving {
public:
    Improving(db::Tx& tx, plan::Plan const& plan, std::vector<Desk> const& desks, std::vector<Someone> const& everybody,
              Days const& days, Dice& dice, Instant now)
        : tx_(tx), plan_(plan), desks_(desks), everybody_(everybody), days_(days), dice_(dice), now_(now)
    {
    }

    void improve()
    {
        tx_.run(kCost, kHourlyYen, kCostSource, now_);
        name_themes();
        for (auto const& told : told_cases())
            if (auto const desk = section_called(told.section)) tell(told, *desk, kStates[kept_.size() % std::size(kStates)]);
        show_the_heads_section();
        spread();
        meet();
        claim();
    }

private:
    std::optional<int> section_called(std::string_view name) const
    {
        for (std::size_t i = 0; i < desks_.size(); ++i)
            if (desks_[i].tier == Tier::section && desks_[i].name == name && !people_of(static_cast<int>(i)).empty())
                return static_cast<int>(i);
        return std::nullopt;
    }

    /// Of the section and its teams, nobody's head.
    std::vector<Someone const*> people_of(int desk) const
    {
        std::vector<Someone const*> people;
        for (auto const& someone : everybody_) {
            auto const there = someone.desk == desk || desks_[static_cast<std::size_t>(someone.desk)].parent == desk;
            if (there && !someone.is_head && !someone.person.left_on && someone.person.leaves.empty()) people.push_back(&someone);
        }
        return people;
    }

    void name_themes()
    {
        for (auto const& theme : told_themes()) {
            auto const desk = section_called(theme.section);
            if (!desk) continue;
            auto const unit = desks_[static_cast<std::size_t>(*desk)].id;
            themes_[unit.value] =
                improvement::ThemeId{tx_.insert(kTheme, unit, days_.year, theme.title, theme.issue, theme.aim, now_)};
        }
    }

    improvement::NewCase form_of(ToldCase const& told, OrgUnitId unit, std::vector<Someone const*> const& team)
    {
        improvement::NewCase form;
        form.unit = unit;
        form.fiscal_year = days_.year;
        if (auto const theme = themes_.find(unit.value); theme != themes_.end()) form.theme = theme->second;
        form.title = told.title;
        form.summary = told.summary;
        form.problem = told.problem;
        form.cause = told.cause;
        form.direction = told.direction;
        form.done = told.done;
        form.support = dice_.one_of(std::span<std::string_view const>(kSupports));
        form.citizen_benefit = told.citizen;
        form.staff_benefit = told.staff;
        for (char const axis : told.axes)
            form.axes.push_back(axis == 'c'   ? improvement::Axis::citizen_service
                                : axis == 'a' ? improvement::Axis::administration
                                              : improvement::Axis::work_style);
        for (std::size_t i = 0; i < team.size(); ++i)
            form.team.push_back({team[i]->id, std::string{kParts[i % std::size(kParts)]}});
        form.tool_costs.push_back({std::string{told.tool}, told.tool_yen});
        auto const share = 0.7 + 0.06 * dice_.below(11);
        for (auto const& step : told.before) form.steps_before.push_back(scaled(step, share));
        for (auto const& step : told.after) form.steps_after.push_back(scaled(step, share));
        return form;
    }

    /// As often as in a city of this one's size, roughly.
    static improvement::FlowStep scaled(ToldStep const& step, double share)
    {
        auto const times = std::max<std::int64_t>(1, static_cast<std::int64_t>(step.times * share));
        return {std::string{step.name}, step.minutes, step.people, times};
    }

    std::vector<Someone const*> team_in(int desk)
    {
        auto people = people_of(desk);
        auto const most = std::min<std::size_t>(people.size(), static_cast<std::size_t>(dice_.between(2, 4)));
        people.resize(most);
        return people;
    }

    Kept& tell(ToldCase const& told, int desk, State state, std::optional<CaseId> source = {})
    {
        auto const unit = desks_[static_cast<std::size_t>(desk)].id;
        Kept kept{{}, &told, unit, team_in(desk), {}, false};
        auto form = form_of(told, unit, kept.team);
        form.adopted_from = source;
        if (state.status == Status::confirmed) form.hours_used_for = told.used_for;
        auto const begun =
            days_.april(days_.year) < add_days(days_.today, -40) ? days_.april(days_.year) : add_days(days_.today, -40);
        kept.id = improvement::keep_new(tx_, form, {}, std::nullopt, begun, at(begun));
        move_on(kept, begun, state);
        kept_.push_back(kept);
        return kept_.back();
    }

    /// A case goes through its stages in the weeks up to today.
    void move_on(Kept& kept, Date begun, State state)
    {
        auto const days = std::max(4, days_between(begun, days_.today) - 2);
        auto const last = static_cast<int>(state.stage);
        for (int stage = 1; stage <= last; ++stage) {
            auto const on = add_days(begun, days * stage / (last + 1) + dice_.below(2));
            improvement::keep_move(tx_, kept.id, static_cast<Stage>(stage), on, "", std::nullopt, at(on));
        }
        if (state.status == Status::draft) return;
        auto const handed_in = add_days(days_.today, -dice_.between(3, 20));
        improvement::keep_submitted(tx_, kept.id, at(handed_in));
        if (state.status == Status::confirmed) {
            kept.confirmed = true;
            kept.confirmed_on = add_days(days_.today, -dice_.between(1, 3));
            improvement::freeze(tx_, kept.id, std::nullopt, "市民の声も添えてあり、よくまとまっています。",
                                at(kept.confirmed_on));
        }
        if (state.status == Status::returned)
            improvement::keep_returned(tx_, kept.id, std::nullopt, "年間の回数の根拠を書いてください。",
                                       at(add_days(days_.today, -1)));
    }

    /// Something for whoever signs in as head: a case that waits for their word, and one of their own people's that is confirmed.
    void show_the_heads_section()
    {
        auto const head = tx_.maybe_one<StaffId>(kStaffOf, "head");
        auto const staff = tx_.maybe_one<StaffId>(kStaffOf, "staff");
        auto const its = std::find_if(everybody_.begin(), everybody_.end(), [&](auto const& each) { return head == each.id; });
        if (its == everybody_.end()) return;
        auto const own = std::find_if(everybody_.begin(), everybody_.end(), [&](auto const& each) { return staff == each.id; });
        auto const at_heads = people_of(its->desk);
        if (at_heads.empty()) return;
        auto const section = desks_[static_cast<std::size_t>(its->desk)].name;
        auto const spare = [&](std::size_t n) -> ToldCase const& {
            std::vector<ToldCase const*> unused;
            for (auto const& told : told_cases())
                if (told.section != section && !section_called(told.section)) unused.push_back(&told);
            auto const all = told_cases();
            return n < unused.size() ? *unused[n] : all[all.size() - 1 - n];
        };
        for (auto const state : {State{Stage::effect, Status::submitted}, State{Stage::effect, Status::confirmed}}) {
            auto const number = state.status == Status::confirmed ? 0 : 1;
            auto& kept = tell(spare(static_cast<std::size_t>(number)), its->desk, state);
            if (own != everybody_.end() && std::find(kept.team.begin(), kept.team.end(), &*own) == kept.team.end()) {
                improvement::keep_member(tx_, kept.id, own->id, "画面の作成");
                kept.team.push_back(&*own);
            }
        }
    }

    /// The first confirmed case is taken up by two other sections: one is done, one has just begun.
    void spread()
    {
        auto const source = std::find_if(kept_.begin(), kept_.end(), [](auto const& kept) { return kept.confirmed; });
        if (source == kept_.end()) return;
        auto const first = *source;  // kept_ grows below
        int taken = 0;
        for (auto const* name : {"年金課", "国民健康保険課", "介護保険課", "こども家庭課", "市民税課", "収納課"}) {
            auto const desk = section_called(name);
            if (!desk || desks_[static_cast<std::size_t>(*desk)].id == first.unit || taken == 2) continue;
            tell(*first.told, *desk,
                 taken == 0 ? State{Stage::effect, Status::confirmed} : State{Stage::study, Status::submitted}, first.id);
            if (++taken == 1)
                improvement::keep_move(tx_, first.id, Stage::spread, days_.today, std::string{name} + "が取り入れました。",
                                       std::nullopt, now_);
        }
    }

    void meet()
    {
        auto const id =
            tx_.insert(kMeeting, std::to_string(days_.year) + "年度 業務改善の共有・報告会", add_days(days_.today, 18),
                       "発表10分、質疑5分。資料は前日までに配ります。", "", std::optional<Instant>{}, now_);
        int place = 0;
        for (auto const& kept : kept_) {
            if (!kept.confirmed || place == 5) continue;
            tx_.run(kItem, id, ++place, kept.id, kept.team.empty() ? std::string{} : kept.team.front()->person.name);
        }
    }

    /// What the plan lets an improvement show, of the people of confirmed cases.
    void claim()
    {
        for (auto const& rule : plan_.practice) {
            if (rule.source != plan::PracticeSource::improvement_case || plan_.skills.empty()) continue;
            int claims = 0;
            for (auto kept = kept_.rbegin(); kept != kept_.rend() && claims < 6; ++kept) {
                if (!kept->confirmed || kept->team.empty()) continue;
                auto const& skill = rule.skills.empty() ? plan_.skills[plan_.skills.size() / 2].code : rule.skills.front();
                tx_.run(kClaim, kept->team.back()->id, skill, kept->id, kept->told->title, improvement::url_of(kept->id),
                        kept->confirmed_on, "流れの見直しと画面の作成を担当しました。", now_);
                ++claims;
            }
            return;
        }
    }

    static Instant at(Date day) { return std::chrono::sys_days{day} + std::chrono::hours{1}; }

    db::Tx& tx_;
    plan::Plan const& plan_;
    std::vector<Desk> const& desks_;
    std::vector<Someone> const& everybody_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    std::map<std::int64_t, improvement::ThemeId> themes_;  ///< by unit
    std::vector<Kept> kept_;
};

}  // namespace

void improve_work(db::Tx& tx, plan::Plan const& plan, std::vector<Desk> const& desks, std::vector<Someone> const& everybody,
                  Days const& days, Dice& dice, Instant now)
{
    Improving(tx, plan, desks, everybody, days, dice, now).improve();
}

}  // namespace demo
