#include "features/nominations/judge.hpp"

#include "features/people/days.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>

namespace nominations {
namespace {

using people::kNowhere;
using people::Person;
using people::Place;

db::Sql const kHeld{R"(
    SELECT id, staff_id, unit_id, valid_from, valid_until FROM appointment WHERE role_code = $1 ORDER BY staff_id, valid_from, id)"};
db::Sql const kComing{R"(
    SELECT p.staff_id, p.effective_on, u.name AS unit_name FROM posting p JOIN org_unit u ON u.id = p.unit_id
     WHERE p.kind = 'primary' AND p.effective_on > $1 AND p.announced_on <= $2 ORDER BY p.staff_id, p.effective_on)"};

struct Coming {
    StaffId staff_id;
    Date effective_on;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(Coming, (), (staff_id, effective_on, unit_name))

constexpr int kMonthsOfAYear = 12;

}  // namespace

Ground::Ground(http::Call const& call, skills::GapIndex const& of_day)
    : index(of_day), today(call.clock.today()), sections(of_day.roster()), lineage(call.tx)
{
    call.tx.each<Coming>(
        kComing,
        [&](Coming next) {
            moves.try_emplace(next.staff_id, MoveAhead{next.effective_on, std::move(next.unit_name)});
        },
        today, people::announced_by(call.actor, today));
}

std::optional<Place> Ground::place_today(OrgUnitId unit) const
{
    auto const& tree = index.roster().tree;
    if (auto const place = tree.find(unit)) return place;
    auto const successor = lineage.on(unit, today);
    return successor ? tree.find(*successor) : std::nullopt;
}

Judge::Judge(http::Call const& call, Ground const& ground, RoundRow const& round)
    : ground_(ground),
      index_(ground.index),
      round_(round),
      words_(people::Words::above(index_.roster().words)),
      classifier_(index_.plan(), index_.roster(), words_)
{
    bind(round.eligibility);
    call.tx.each<Held>(
        kHeld, [&](Held held) { held_[held.staff_id].push_back(held); }, round.role_code);
    count_by_section();
}

void Judge::count_by_section()
{
    by_section_.resize(index_.roster().tree.units().size());
    for (auto const& [staff, all] : held_) {
        auto const* person = index_.roster().find(staff);
        auto const section = person ? sections().of(*person) : kNowhere;
        if (section == kNowhere) continue;
        by_section_[section].going_on += goes_on(all.back());
        by_section_[section].last_year += last_term(*person).has_value();
    }
}

/// A rule whose parts must all hold says each part that does not.
void Judge::bind(std::string const& rule)
{
    if (rule.empty()) return;
    auto const parsed = plan::parse_rule(rule);
    auto const& plan = index_.plan();
    auto const add = [&](plan::Node const& node) {
        parts_.push_back({classifier_.bind(node), {plan::sentence_ja(node, plan), plan::sentence_en(node, plan)}});
    };
    if (!parsed.errors.empty() || parsed.root.kind != plan::Node::Kind::all) return add(parsed.root);
    for (auto const& part : parsed.root.parts) add(part);
}

std::vector<Words> Judge::against(Person const& person) const
{
    std::vector<Words> reasons;
    auto const held = classifier_.of(person);
    for (auto const& part : parts_) {
        if (classifier_.holds(part.rule, person, held)) continue;
        reasons.push_back({"対象は「" + part.asks.ja + "」です。", "This is for " + part.asks.en + "."});
    }
    auto const* last = latest(person.id);
    if (last && last->valid_from >= round_.term_from) {
        reasons.push_back({"この任期にすでに任命されています。", "Is appointed for this term already."});
    } else if (last && goes_on(*last)) {
        auto const until = last->valid_until;
        reasons.push_back({until ? text::era_text(add_days(*until, -1)) + "まで任期が続いています。" : "任期が続いています。",
                           until ? "The term goes on until " + to_iso(add_days(*until, -1)) + "." : "The term goes on."});
    } else if (auto const served = terms(person.id); round_.max_terms > 0 && served >= round_.max_terms) {
        auto const number = std::to_string(served);
        reasons.push_back(
            {"続けて" + number + "期務めました(" + std::to_string(round_.max_terms) + "期まで)。",
             "Has served " + number + " terms without a break, of at most " + std::to_string(round_.max_terms) + "."});
    }
    return reasons;
}

std::optional<LastTerm> Judge::last_term(Person const& person) const
{
    auto const* held = latest(person.id);
    if (!held || held->valid_from >= round_.term_from) return std::nullopt;
    if (held->valid_until && *held->valid_until <= add_months(round_.term_from, -kMonthsOfAYear)) return std::nullopt;
    LastTerm last{held->valid_from, held->valid_until, terms(person.id), goes_on(*held), {}};
    if (has_moved(*held)) last.moved_from = index_.roster().tree.at(section_then(*held)).name;
    return last;
}

std::optional<MoveAhead> Judge::move_ahead(StaffId staff) const
{
    auto const found = ground_.moves.find(staff);
    return found == ground_.moves.end() ? std::nullopt : std::optional{found->second};
}

int Judge::going_on(Place section) const { return by_section_[section].going_on; }

std::int64_t Judge::held_last_year(Place section) const { return by_section_[section].last_year; }

std::vector<StaffId> Judge::moved_away(Place section) const
{
    std::vector<StaffId> away;
    for (auto const& [staff, all] : held_) {
        auto const& held = all.back();
        if (held.valid_from >= round_.term_from || section_then(held) != section) continue;
        if (held.valid_until && *held.valid_until <= add_months(round_.term_from, -kMonthsOfAYear)) continue;
        auto const* person = index_.roster().find(staff);
        if (!person || sections().of(*person) != section) away.push_back(staff);
    }
    return away;
}

std::vector<Judge::Ending> Judge::ending(std::vector<StaffId> const& renewed) const
{
    std::vector<Ending> ending;
    for (auto const& [staff, all] : held_) {
        auto const& held = all.back();
        if (held.valid_from >= round_.term_from || !reaches_in(held)) continue;
        auto const anew = std::find(renewed.begin(), renewed.end(), staff) != renewed.end();
        auto const moved = round_.renewal == Renewal::continuing && has_moved(held);
        if (anew || !goes_on(held)) ending.push_back({held.id, staff, moved && !anew});
    }
    return ending;
}

Judge::Held const* Judge::latest(StaffId staff) const
{
    auto const found = held_.find(staff);
    return found == held_.end() ? nullptr : &found->second.back();
}

bool Judge::goes_on(Held const& held) const
{
    if (round_.renewal == Renewal::yearly || held.valid_from >= round_.term_from || !reaches_in(held)) return false;
    return round_.survives_transfer || !has_moved(held);
}

bool Judge::has_moved(Held const& held) const
{
    auto const then = section_then(held);
    auto const* person = index_.roster().find(held.staff_id);
    return then != kNowhere && person && sections().of(*person) != kNowhere && sections().of(*person) != then;
}

Place Judge::section_then(Held const& held) const
{
    auto const place = held.unit_id ? ground_.place_today(*held.unit_id) : std::nullopt;
    return place ? sections().of(*place) : kNowhere;
}

int Judge::terms(StaffId staff) const
{
    auto const found = held_.find(staff);
    if (found == held_.end()) return 0;
    int terms = 0;
    auto next = round_.term_from;
    for (auto held = found->second.rbegin(); held != found->second.rend(); ++held) {
        if (held->valid_from >= round_.term_from) continue;
        if (held->valid_until && *held->valid_until < next) break;
        next = held->valid_from;
        ++terms;
    }
    return terms;
}

}  // namespace nominations
