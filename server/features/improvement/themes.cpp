#include "features/improvement/themes.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/nominations/sections.hpp"
#include "features/people/days.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace improvement {
namespace {

using people::kNowhere;
using people::Place;

struct Row : ThemeForm {
    ThemeId id;
    std::string unit_name, by;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (ThemeForm), (id, unit_name, by, revision))

struct Told {
    ThemeId theme_id;
    Stage stage = Stage::issue;
    Status status = Status::draft;
};
BOOST_DESCRIBE_STRUCT(Told, (), (theme_id, stage, status))

#define SQL_THEME                                                                                              \
    "SELECT t.id, t.unit_id AS unit, t.fiscal_year, t.title, t.issue, t.aim, u.name AS unit_name, t.revision," \
    " COALESCE(a.display_name, '') AS \"by\" FROM improvement_theme t JOIN org_unit u ON u.id = t.unit_id"     \
    " LEFT JOIN account a ON a.id = t.created_by WHERE "
db::Sql const kYear{SQL_THEME "t.fiscal_year = $1 ORDER BY t.id"};
db::Sql const kOne{SQL_THEME "t.id = $1"};
db::Sql const kTold{R"(
    SELECT c.theme_id, c.stage, c.status FROM improvement_case c JOIN improvement_theme t ON t.id = c.theme_id
     WHERE t.fiscal_year = $1 AND c.status IN ('submitted', 'confirmed'))"};
db::Sql const kAdd{R"(
    INSERT INTO improvement_theme (unit_id, fiscal_year, title, issue, aim, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE improvement_theme SET unit_id = $2, fiscal_year = $3, title = $4, issue = $5, aim = $6, revision = revision + 1
     WHERE id = $1)"};
db::Sql const kDrop{"DELETE FROM improvement_theme WHERE id = $1"};
db::Sql const kUsed{"SELECT id FROM improvement_case WHERE theme_id = $1 LIMIT 1"};

/// Whose themes the actor keeps, among today's units.
class Naming {
public:
    Naming(http::Call const& call, people::Roster const& roster)
        : tree_(roster.tree), sections_(roster), any_(may(call.actor, Permission::manage_improvement))
    {
        if (any_) return;
        auto const today = call.clock.today();
        auto const sight = accounts::sight(call.actor, Permission::confirm_cases, today, today);
        any_ = sight.city();
        if (may(call.actor, Permission::confirm_cases) && !any_)
            for (auto const unit : accounts::units_in(call.tx, sight)) add(tree_.find(unit));
        for (auto const& grant : call.actor.roles)
            if (grant.role == Role::dx_leader) add_led(call, roster, grant);
    }

    bool any() const { return any_; }
    bool may_name(Place place) const { return any_ || allowed_.contains(place); }
    bool is_section(Place place) const
    {
        return sections_.of(place) == place && tree_.at(place).parent != kNowhere && !sections_.is_department(place);
    }

private:
    void add(std::optional<Place> place)
    {
        if (place) allowed_.insert(*place);
    }
    /// The section of the grant, or that in which the leader stands.
    void add_led(http::Call const& call, people::Roster const& roster, Grant const& grant)
    {
        if (grant.unit) {
            if (auto const place = tree_.find(*grant.unit)) add(sections_.of(*place));
        } else if (call.actor.staff) {
            auto const* person = roster.find(*call.actor.staff);
            if (person && person->place() != kNowhere) add(sections_.of(*person));
        }
    }

    people::OrgTree const& tree_;
    nominations::Sections sections_;
    bool any_ = false;
    std::set<Place> allowed_;
};

/// f(roster, naming) under today's organisation.
template <class F>
auto today(http::Call const& call, F&& f)
{
    auto const day = call.clock.today();
    return call.service<people::Days>().ask(call.tx, day, day, [&](people::DayView const& view) {
        return f(view.roster(), Naming{call, view.roster()});
    });
}

Theme shown(Row const& row, std::vector<Told> const& told, bool may_edit)
{
    Theme theme{row, row.id, row.unit_name, 0, 0, {}, row.by, row.revision, may_edit};
    for (auto const& each : told) {
        if (each.theme_id != row.id) continue;
        ++theme.cases;
        if (each.status == Status::confirmed) ++theme.confirmed;
        theme.furthest = std::max(theme.furthest.value_or(each.stage), each.stage);
    }
    return theme;
}

Row row_of(http::Call const& call, ThemeId id)
{
    auto row = call.tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

/// A unit that is no longer there belongs to whoever keeps all of them.
bool may_name(http::Call const& call, OrgUnitId unit)
{
    return today(call, [&](people::Roster const& roster, Naming const& naming) {
        auto const place = roster.tree.find(unit);
        return naming.any() || (place && naming.may_name(*place));
    });
}

void must_name(http::Call const& call, OrgUnitId unit)
{
    auto const there =
        today(call, [&](people::Roster const& roster, Naming const&) { return roster.tree.find(unit).has_value(); });
    if (!there) throw Refused{Code::not_found};
    if (!may_name(call, unit)) throw Refused{Code::not_allowed};
}

Theme one(http::Call const& call, ThemeId id)
{
    auto const row = row_of(call, id);
    return shown(row, call.tx.all<Told>(kTold, row.fiscal_year), may_name(call, row.unit));
}

/// The sections beside their themes: which have none, and for which the actor may name one.
void list_sections(people::Roster const& roster, Naming const& naming, std::optional<Place> within, Themes& themes)
{
    std::set<Place> have;
    for (auto const& theme : themes.themes)
        if (auto const place = roster.tree.find(theme.unit)) have.insert(*place);
    for (Place place = 0; place < roster.tree.units().size(); ++place) {
        auto const& unit = roster.tree.at(place);
        auto const [first, last] = roster.rows_within(place);
        if (!naming.is_section(place) || first == last) continue;
        if (naming.may_name(place)) themes.may_name.push_back({unit.id, unit.name});
        if (within && !roster.tree.within(place, *within)) continue;
        auto const its = std::find_if(have.begin(), have.end(), [&](Place each) { return roster.tree.within(each, place); });
        if (its == have.end()) themes.without.push_back({unit.id, unit.name});
    }
}

}  // namespace

json::object ThemeForm::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    if (member == "title") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "issue" || member == "aim") return {{"maxLength", 2000}};
    return {};
}

json::object ThemeQuery::limits(std::string_view member) { return ThemeForm::limits(member); }

Themes themes(http::Call const& call, ThemeQuery const& query)
{
    auto const year = query.fiscal_year.value_or(fiscal_year(call.clock.today()));
    auto const rows = call.tx.all<Row>(kYear, year);
    auto const told = call.tx.all<Told>(kTold, year);
    return today(call, [&](people::Roster const& roster, Naming const& naming) {
        std::optional<Place> within;
        if (query.unit && !(within = roster.tree.find(*query.unit))) throw Refused{Code::not_found};
        auto const place_of = [&](OrgUnitId unit) { return roster.tree.find(unit).value_or(kNowhere); };
        Themes themes{year, {}, {}, {}, naming.any()};
        for (auto const& row : rows) {
            auto const place = place_of(row.unit);
            if (within && (place == kNowhere || !roster.tree.within(place, *within))) continue;
            themes.themes.push_back(shown(row, told, naming.any() || (place != kNowhere && naming.may_name(place))));
        }
        std::stable_sort(themes.themes.begin(), themes.themes.end(),
                         [&](auto const& a, auto const& b) { return place_of(a.unit) < place_of(b.unit); });
        list_sections(roster, naming, within, themes);
        return themes;
    });
}

Theme add_theme(http::Call const& call, ThemeForm const& form)
{
    must_name(call, form.unit);
    ThemeId const id{call.tx.insert(kAdd, form.unit, form.fiscal_year, form.title, form.issue, form.aim, call.clock.now(),
                                    call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.theme_added", "improvement_theme", id, form);
    return one(call, id);
}

Theme change_theme(http::Call const& call, ThemeId id, ThemeChange const& change)
{
    auto const row = row_of(call, id);
    if (!may_name(call, row.unit)) throw Refused{Code::not_allowed};
    if (row.revision != change.revision) throw Refused{Code::changed_meanwhile};
    auto const moves = change.unit != row.unit || change.fiscal_year != row.fiscal_year;
    if (moves && call.tx.maybe_one<CaseId>(kUsed, id)) throw Refused{Code::in_use};
    if (moves) must_name(call, change.unit);
    call.tx.run(kChange, id, change.unit, change.fiscal_year, change.title, change.issue, change.aim);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.theme_changed", "improvement_theme", id, change);
    return one(call, id);
}

void drop_theme(http::Call const& call, ThemeId id)
{
    auto const row = row_of(call, id);
    if (!may_name(call, row.unit)) throw Refused{Code::not_allowed};
    if (call.tx.maybe_one<CaseId>(kUsed, id)) throw Refused{Code::in_use};
    call.tx.run(kDrop, id);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.theme_dropped", "improvement_theme", id);
}

}  // namespace improvement
