#include "features/skills/routes.hpp"

#include "features/access/access.hpp"
#include "features/audit/audit.hpp"
#include "features/categories/since.hpp"
#include "features/people/seeing.hpp"
#include "features/skills/category_changes.hpp"
#include "features/skills/category_view.hpp"
#include "features/skills/exports.hpp"
#include "features/skills/kept_heat.hpp"
#include "features/skills/map_view.hpp"
#include "platform/db/database.hpp"

#include <algorithm>

namespace skills {
namespace {

struct UnitQuery {
    std::optional<Date> on;
    std::optional<OrgUnitId> unit;
    std::optional<std::int64_t> depth;
    static json::object limits(std::string_view member)
    {
        if (member == "depth") return {{"minimum", 0}, {"maximum", 12}};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(UnitQuery, (), (on, unit, depth))

constexpr int kDefaultDepth = 1;
constexpr std::size_t kMostNamed = 500;

Date day(http::Call const& call, std::optional<Date> on) { return on.value_or(call.clock.today()); }

template <class F>
auto ask(http::Call const& call, std::optional<Date> on, F&& f)
{
    return call.service<Everybody>().ask(call.tx, day(call, on), call.clock.today(), std::forward<F>(f));
}

std::optional<people::Place> place_of(GapIndex const& index, std::optional<OrgUnitId> unit)
{
    if (!unit) return std::nullopt;
    auto place = index.roster().tree.find(*unit);
    if (!place) throw Refused{Code::not_found};
    return place;
}

/// Names are for those who may see the people: the whole city, or a unit within what they see.
people::Place visible_unit(http::Call const& call, GapIndex const& index, std::optional<OrgUnitId> unit)
{
    if (!unit) throw Refused{Code::invalid_input, {}, {{"/unit", "所属を指定してください。", "Name a unit."}}};
    auto const place = *place_of(index, unit);
    auto const sight = accounts::sight(call.actor, call.clock.today(), index.roster().on);
    if (sight.city()) return place;
    auto const seen = accounts::units_in(call.tx, sight);
    if (std::find(seen.begin(), seen.end(), *unit) == seen.end()) throw Refused{Code::not_found};
    return place;
}

/// Today's index is in memory; for another day only the one person is looked up.
PersonSkills skills_on(http::Call const& call, StaffId staff, Date on)
{
    if (on == call.clock.today()) {
        return ask(call, on, [&](GapIndex const& index) { return person_skills(call.tx, index, staff); });
    }
    auto const versioned = call.service<plan::Library>().in_force(call.tx, on);
    auto const index = GapIndex::build_for(call.tx, std::shared_ptr<plan::Plan const>{versioned, &versioned->plan}, staff, on,
                                           call.clock.today());
    return person_skills(call.tx, *index, staff);
}

PersonSkills skills_of(http::Call const& call, http::AsOf const& query)
{
    auto const staff = call.path<StaffId>(0);
    accounts::must_see(call.tx, call.actor, staff, call.clock.today(), call.day(query));
    audit::looked(call, staff);
    return skills_on(call, staff, call.day(query));
}

Evidence post_evidence(http::Call const& call, EvidenceInput const& input)
{
    auto const staff = call.path<StaffId>(0);
    accounts::must_see(call.tx, call.actor, staff, call.clock.today(), call.clock.today());
    auto const versioned = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    return add_evidence(call.tx, call.actor, versioned->plan, staff, call.path_text(1), input, call.clock);
}

Withdrawn delete_evidence(http::Call const& call)
{
    return withdraw_evidence(call.tx, call.actor, call.path<EvidenceId>(0), call.clock);
}

/// The person is looked up alone: the shared index must not learn of what is not committed.
ConditionalDecision post_decision(http::Call const& call, DecisionInput const& input)
{
    auto const staff = call.path<StaffId>(0);
    accounts::must_reach(call.tx, call.actor, Permission::decide_conditional, staff, call.clock.today());
    auto const versioned = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    auto const index = GapIndex::build_for(call.tx, std::shared_ptr<plan::Plan const>{versioned, &versioned->plan}, staff,
                                           call.clock.today(), call.clock.today());
    return decide(call.tx, call.actor, *index, staff, call.path_text(1), input, call.clock);
}

SkillMapView get_map(http::Call const& call, http::AsOf const& query)
{
    return ask(call, query.on, [](GapIndex const& index) { return map_view(index); });
}

json::Written<HeatTable> gap_by_unit(http::Call const& call, UnitQuery const& query)
{
    return ask(call, query.on, [&](GapIndex const& index) {
        auto const root =
            may(call.actor, Permission::see_statistics) ? place_of(index, query.unit) : visible_unit(call, index, query.unit);
        return call.service<KeptHeat>().by_unit(index, root, static_cast<int>(query.depth.value_or(kDefaultDepth)));
    });
}

HeatTable gap_by_category(http::Call const& call, http::AsOf const& query)
{
    return ask(call, query.on, [](GapIndex const& index) { return heat_by_category(index); });
}

PersonHeat gap_by_person(http::Call const& call, UnitQuery const& query)
{
    return ask(call, query.on,
               [&](GapIndex const& index) { return heat_by_person(index, visible_unit(call, index, query.unit)); });
}

Missing missing_people(http::Call const& call, UnitQuery const& query)
{
    return ask(call, query.on, [&](GapIndex const& index) {
        auto const skill = index.map().find_skill(call.path_text(0));
        if (skill < 0) throw Refused{Code::not_found};
        auto const city = accounts::sight(call.actor, call.clock.today(), index.roster().on).city();
        auto const unit = city && !query.unit ? std::nullopt : std::optional{visible_unit(call, index, query.unit)};
        return who_misses(index, static_cast<std::size_t>(skill), unit, kMostNamed);
    });
}

CategoryList get_categories(http::Call const& call, http::AsOf const& query)
{
    return ask(call, query.on, [](GapIndex const& index) { return category_list(index); });
}

MemberList get_members(http::Call const& call, http::AsOf const& query)
{
    return ask(call, query.on, [&](GapIndex const& index) {
        auto const category = index.map().find_category(call.path_text(0));
        if (category < 0) throw Refused{Code::not_found};
        people::Seeing const seeing{call.tx, call.actor, call.clock.today(), index.roster()};
        return members(
            index, static_cast<std::size_t>(category), [&](people::Person const& person) { return seeing.sees(person); },
            kMostNamed);
    });
}

struct StaffCategories {
    std::vector<categories::MembershipSince> rows;
};
BOOST_DESCRIBE_STRUCT(StaffCategories, (), (rows))

StaffCategories categories_since(http::Call const& call, http::AsOf const& query)
{
    auto const staff = call.path<StaffId>(0);
    auto const today = call.clock.today();
    accounts::must_see(call.tx, call.actor, staff, today, call.day(query));
    audit::looked(call, staff);
    return {categories::since(call.tx, call.service<plan::Library>(), staff, call.day(query), today)};
}

CategoryChanges get_changes(http::Call const& call, ChangesQuery const& query)
{
    auto days = asked(query, call.clock.today());
    days.limit = kMostNamed;
    auto changes = category_changes(call.tx, call.actor, call.service<Everybody>(), call.service<plan::Library>(), days);
    for (auto const& row : changes.rows) audit::looked(call, row.staff);
    return changes;
}

DryRun dry_run(http::Call const& call, http::AsOf const& query)
{
    auto const draft = call.service<plan::Library>().version(call.tx, call.path<PlanVersionId>(0));
    if (auto const problems = plan::check(draft->plan); !problems.empty()) {
        throw Refused{Code::plan_has_errors, {}, as_problems(problems)};
    }
    return ask(call, query.on, [&](GapIndex const& index) {
        return compare(index, *index.under(std::shared_ptr<plan::Plan const>{draft, &draft->plan}));
    });
}

struct MapExportQuery : http::AsOf {
    people::ExportFormat format = people::ExportFormat::csv;
};
BOOST_DESCRIBE_STRUCT(MapExportQuery, (http::AsOf), (format))

struct GapExportQuery : MapExportQuery {
    std::optional<OrgUnitId> unit;
};
BOOST_DESCRIBE_STRUCT(GapExportQuery, (MapExportQuery), (unit))

struct ChangesExportQuery : ChangesQuery {
    people::ExportFormat format = people::ExportFormat::csv;
};
BOOST_DESCRIBE_STRUCT(ChangesExportQuery, (ChangesQuery), (format))

/// What was taken out of the house, and how many people it names.
struct HandedOut {
    std::string file;
    Date on;
    std::optional<OrgUnitId> unit;
    people::ExportFormat format = people::ExportFormat::csv;
    std::size_t people = 0;
};
BOOST_DESCRIBE_STRUCT(HandedOut, (), (file, on, unit, format, people))

http::Download handed_out(http::LongCall const& call, HandedOut what, Exported const& made)
{
    what.people = made.named.size();
    call.database.write([&](db::Tx& tx) {
        audit::record(tx, call.actor, call.clock.now(), "skills.exported", "org_unit", what.unit.value_or(OrgUnitId{}), what);
    });
    audit::looked(call, made.named);
    return people::as_download(what.file + "_" + to_iso(what.on), what.format, made.tables);
}

bool for_paper(people::ExportFormat format) { return format == people::ExportFormat::xlsx_pretty; }

http::Download export_gap(http::LongCall const& call, GapExportQuery const& query)
{
    auto const today = call.clock.today();
    auto const made = call.database.read([&](db::Tx& tx) {
        return call.service<Everybody>().ask(tx, call.day(query), today, [&](GapIndex const& index) {
            people::Seeing const seeing{tx, call.actor, today, index.roster(), Permission::export_data};
            auto const unit = place_of(index, query.unit);
            if (unit && !seeing.sees(*unit)) throw Refused{Code::not_found};
            return gap_tables(index, seeing, unit, for_paper(query.format));
        });
    });
    return handed_out(call, {"gap", call.day(query), query.unit, query.format}, made);
}

http::Download export_map(http::LongCall const& call, MapExportQuery const& query)
{
    auto const made = call.database.read([&](db::Tx& tx) {
        return call.service<Everybody>().ask(tx, call.day(query), call.clock.today(),
                                             [&](GapIndex const& index) { return map_tables(index, for_paper(query.format)); });
    });
    return handed_out(call, {"skill_map", call.day(query), {}, query.format}, made);
}

http::Download export_changes(http::LongCall const& call, ChangesExportQuery const& query)
{
    auto days = asked(query, call.clock.today());
    days.reach = Permission::export_data;
    auto const made = call.database.read([&](db::Tx& tx) {
        auto const changes = category_changes(tx, call.actor, call.service<Everybody>(), call.service<plan::Library>(), days);
        return change_tables(changes, call.service<people::PlanWords>().area(tx, days.on), for_paper(query.format));
    });
    return handed_out(call, {"category_changes", days.on, {}, query.format}, made);
}

void export_routes(http::Table& table)
{
    using http::Access;
    auto const exports = [] { return Access::needs(Permission::export_data); };
    table.get("/exports/gap",
              {.id = "exportGap",
               .access = exports(),
               .summary = "職員ごとのスキルの不足をファイルで",
               .refusals = {Code::not_found, Code::invalid_input}},
              export_gap);
    table.get("/exports/skill-map",
              {.id = "exportSkillMap",
               .access = Access::signed_in(),
               .summary = "スキルマップをファイルで",
               .refusals = {Code::not_found, Code::invalid_input}},
              export_map);
    table.get("/exports/category-changes",
              {.id = "exportCategoryChanges",
               .access = exports(),
               .summary = "人材区分の変化をファイルで",
               .refusals = {Code::not_found, Code::invalid_input}},
              export_changes);
}

}  // namespace

void routes(http::Table& table)
{
    using http::Access;
    auto const signed_in = [] { return Access::signed_in(); };
    table.get("/staff/{staff}/skills",
              {.id = "getStaffSkills", .access = signed_in(), .summary = "職員のスキルと不足", .refusals = {Code::not_found}},
              skills_of);
    table.post("/staff/{staff}/skills/{code}/evidence",
               {.id = "addEvidence",
                .access = signed_in(),
                .summary = "スキルの根拠を記録する",
                .refusals = {Code::not_found, Code::not_allowed},
                .success = 201},
               post_evidence);
    table.del("/evidence/{evidence}",
              {.id = "withdrawEvidence",
               .access = signed_in(),
               .summary = "根拠を取り下げる",
               .refusals = {Code::not_found, Code::not_allowed}},
              delete_evidence);
    table.post("/staff/{staff}/skills/{code}/decision",
               {.id = "decideConditional",
                .access = Access::needs(Permission::decide_conditional),
                .summary = "★が業務に必要かを判断する",
                .refusals = {Code::not_found, Code::not_allowed, Code::conflict},
                .success = 201},
               post_decision);
    table.get("/skills/map",
              {.id = "getSkillMap", .access = signed_in(), .summary = "スキルマップ", .refusals = {Code::not_found}}, get_map);
    table.get("/gap/units",
              {.id = "getGapByUnit", .access = signed_in(), .summary = "所属×スキルの充足", .refusals = {Code::not_found}},
              gap_by_unit);
    table.get("/gap/categories",
              {.id = "getGapByCategory",
               .access = Access::needs(Permission::see_statistics),
               .summary = "区分×スキルの充足",
               .refusals = {Code::not_found}},
              gap_by_category);
    table.get("/gap/people",
              {.id = "getGapByPerson", .access = signed_in(), .summary = "所属の職員×スキル", .refusals = {Code::not_found}},
              gap_by_person);
    table.get("/gap/skills/{code}/people",
              {.id = "listMissing", .access = signed_in(), .summary = "スキルが不足している職員", .refusals = {Code::not_found}},
              missing_people);
    table.get("/categories",
              {.id = "listCategories", .access = signed_in(), .summary = "人材区分と人数", .refusals = {Code::not_found}},
              get_categories);
    table.get("/categories/changes",
              {.id = "getCategoryChanges",
               .access = signed_in(),
               .summary = "二つの日の間に区分を出入りした職員",
               .refusals = {Code::not_found, Code::invalid_input}},
              get_changes);
    table.get("/staff/{staff}/categories",
              {.id = "getStaffCategories",
               .access = signed_in(),
               .summary = "職員がいつから各区分に入っているか",
               .refusals = {Code::not_found}},
              categories_since);
    table.get("/categories/{code}/people",
              {.id = "listCategoryPeople", .access = signed_in(), .summary = "区分の職員と理由", .refusals = {Code::not_found}},
              get_members);
    table.get("/plan/versions/{version}/dry-run",
              {.id = "dryRunPlan",
               .access = Access::needs(Permission::edit_plan),
               .summary = "改定案の試算",
               .refusals = {Code::not_found, Code::plan_has_errors}},
              dry_run);
    export_routes(table);
}

}  // namespace skills
