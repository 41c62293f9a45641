#include "features/nominations/overview.hpp"

#include <algorithm>

namespace nominations {
namespace {

using people::kNowhere;

db::Sql const kHolders{R"(
    SELECT count(DISTINCT staff_id) FROM appointment
     WHERE role_code = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2))"};

/// Everything that a list of rounds is made of, for one actor.
class View {
public:
    View(http::Call const& call, skills::GapIndex const& index)
        : call_(call), index_(index), ground_(call, index), today_(call.clock.today()), reach_(call, index.roster())
    {
    }

    /// Nothing when the round is none of the actor's business.
    std::optional<RoundLine> line(RoundRow const& round) const
    {
        if (round.status == RoundStatus::draft && !reach_.office()) return std::nullopt;
        auto nominees = nominees_told(round);
        if (nominees.empty() && !reach_.anybody() && !round.is_call()) return std::nullopt;
        Judge const judge{call_, ground_, round};
        RoundLine line;
        line.round = round_of(index_.plan(), round, today_);
        line.title = title_of(index_.plan(), round);
        if (reach_.anybody()) put_sections(line, judge, round, nominees);
        put_mine(line, judge, round, nominees);
        if (round.is_call()) put_applications(line, judge, std::move(nominees));
        auto const concerns = reach_.office() || line.mine || !line.sections.empty() || !line.applications.empty() ||
                              (round.is_call() && round.status == RoundStatus::open && round.opens_on <= today_);
        return concerns ? std::optional{std::move(line)} : std::nullopt;
    }

private:
    /// Of whoever has nobody in reach only the own line matters.
    std::vector<NomineeRow> nominees_told(RoundRow const& round) const
    {
        if (reach_.office()) return nominees_of(call_.tx, round.id);
        std::vector<NomineeRow> nominees;
        if (reach_.anybody())
            nominees = nominees_of(call_.tx, round.id);
        else if (auto own = call_.actor.staff ? nominee_of(call_.tx, round.id, *call_.actor.staff) : std::nullopt)
            nominees.push_back(*std::move(own));
        for (auto& nominee : nominees) nominee = as_told(std::move(nominee), round);
        return nominees;
    }

    /// A head's sections one by one; the office's all, as figures, beside those it heads itself.
    void put_sections(RoundLine& line, Judge const& judge, RoundRow const& round, std::vector<NomineeRow> const& nominees) const
    {
        NamedBySection const named{nominees};
        RoundFigures figures = figures_of(nominees);
        for (auto const& row : section_rows(call_.tx, round.id)) {
            auto const place = row.asked ? ground_.place_today(row.unit_id) : std::nullopt;
            if (!place || !reach_.section(*place)) continue;
            auto const head = judge.sections().head(*place);
            auto const mine = head && head->person->id == call_.actor.staff;
            auto section = answer_of(index_.roster(), judge, *place, row, named);
            ++figures.asked;
            figures.answered += section.state != AnswerState::unanswered;
            if (mine || !reach_.office()) line.sections.push_back({std::move(section), mine});
        }
        if (reach_.office()) line.figures = figures;
        std::stable_sort(line.sections.begin(), line.sections.end(),
                         [](auto const& a, auto const& b) { return a.mine && !b.mine; });
    }

    /// What a head has said of somebody is between the head and the office until it is decided.
    void put_mine(RoundLine& line, Judge const& judge, RoundRow const& round, std::vector<NomineeRow> const& nominees) const
    {
        auto const* person = call_.actor.staff ? index_.roster().find(*call_.actor.staff) : nullptr;
        for (auto const& nominee : nominees) {
            if (nominee.staff_id != call_.actor.staff) continue;
            auto const decided = round.status == RoundStatus::decided;
            if (!nominee.applied && !(decided && nominee.status == NomineeStatus::appointed)) continue;
            auto const status = decided || !is_judged(nominee.status) ? nominee.status : NomineeStatus::nominated;
            line.mine = MyNomination{
                status,           nominee.applied, nominee.reason, nominee.head_reason, decided ? nominee.decision_reason : "",
                nominee.basis_no, nominee.basis_on};
        }
        auto const again = !line.mine || line.mine->status == NomineeStatus::withdrawn;
        if (!round.is_call() || !round.takes_answers(today_) || !person || !again) return;
        line.against = judge.against(*person);
        line.may_apply = line.against.empty() && person->place() != kNowhere;
    }

    static RoundFigures figures_of(std::vector<NomineeRow> const& nominees)
    {
        RoundFigures figures;
        for (auto const& nominee : nominees) {
            figures.nominees += counts(nominee.status) || nominee.status == NomineeStatus::applied;
            figures.waiting += nominee.status == NomineeStatus::nominated || nominee.status == NomineeStatus::applied;
            figures.selected += nominee.status == NomineeStatus::selected;
            figures.appointed += nominee.status == NomineeStatus::appointed;
        }
        return figures;
    }

    void put_applications(RoundLine& line, Judge const& judge, std::vector<NomineeRow> nominees) const
    {
        if (!may(call_.actor, Permission::training_release)) return;
        for (auto& nominee : nominees) {
            auto const* person = index_.roster().find(nominee.staff_id);
            if (!person || nominee.staff_id == call_.actor.staff || !reach_.person(*person)) continue;
            if (nominee.status == NomineeStatus::withdrawn) continue;
            line.applications.push_back(shown(index_.roster(), judge, std::move(nominee)));
        }
    }

    http::Call const& call_;
    skills::GapIndex const& index_;
    Ground ground_;
    Date today_;
    Reach reach_;
};

std::vector<RoleLine> roles_of(http::Call const& call, plan::Plan const& plan)
{
    std::vector<RoleLine> roles;
    for (auto const& role : plan.roles)
        roles.push_back({role.code, role.name, role.name_en, role.routes, role.eligibility, role.per_section, role.term_years,
                         role.renewal, role.note, role.clause,
                         call.tx.one<std::int64_t>(kHolders, role.code, call.clock.today())});
    return roles;
}

}  // namespace

Overview overview(http::Call const& call)
{
    auto const today = call.clock.today();
    auto const office = accounts::reaches_city(call.actor, Permission::appoint, today);
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        View const view{call, index};
        Overview overview;
        for (auto const& round : office ? all_rounds(call.tx) : published_rounds(call.tx))
            if (auto line = view.line(round)) overview.rounds.push_back(*std::move(line));
        if (office) overview.roles = roles_of(call, index.plan());
        return overview;
    });
}

namespace {

void wait_of_head(http::Call const& call, RoundLine const& line, Waits& waits)
{
    auto const& round = line.round;
    for (auto const& [section, mine] : line.sections) {
        if (!mine || section.state != AnswerState::unanswered || !round.takes_answers) continue;
        waits.sections.push_back({round.id, section.unit, line.title, section.unit_name, round.closes_on,
                                  section.reminded_times > 0, section.head && section.head->stands_above});
    }
    if (round.status != RoundStatus::open || may(call.actor, Permission::appoint)) return;
    waits.consents += std::count_if(line.applications.begin(), line.applications.end(),
                                    [](auto const& each) { return each.status == NomineeStatus::applied; });
}

void wait_of_office(RoundLine const& line, Date today, Waits& waits)
{
    if (!line.figures || line.round.status != RoundStatus::open || line.round.closes_on >= today) return;
    waits.unanswered += line.figures->asked - line.figures->answered;
    waits.to_select += line.figures->waiting;
}

}  // namespace

Waits waits(http::Call const& call, skills::GapIndex const& index)
{
    Waits waits;
    if (!may(call.actor, Permission::training_release) && !may(call.actor, Permission::appoint)) return waits;
    auto const rounds = open_rounds(call.tx);
    if (rounds.empty()) return waits;
    View const view{call, index};
    for (auto const& round : rounds) {
        auto const line = view.line(round);
        if (!line) continue;
        wait_of_head(call, *line, waits);
        wait_of_office(*line, call.clock.today(), waits);
    }
    return waits;
}

}  // namespace nominations
