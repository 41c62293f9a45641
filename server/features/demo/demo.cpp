#include "features/demo/demo.hpp"

#include "features/audit/audit.hpp"
#include "features/plan/versions.hpp"
#include "plan_files.hpp"

#include <algorithm>

namespace demo {
namespace {

constexpr std::string_view kLarge = "large";

std::shared_ptr<plan::Plan const> plan_of(City const& city)
{
    auto read = plan::read_yaml(plan_pack(city.plan));
    if (!read.problems.empty()) throw Refused{Code::plan_has_errors, std::string(city.plan), as_problems(read.problems)};
    if (city.slug != city.plan) {
        read.plan.municipality.slug = city.slug;
        read.plan.municipality.name = "大規模市（" + read.plan.municipality.name + "の計画）";
        read.plan.municipality.name_en = "Large City (plan of " + read.plan.municipality.name_en + ")";
    }
    return std::make_shared<plan::Plan const>(std::move(read.plan));
}

std::uint64_t seed_of(City const& city, std::uint64_t seed)
{
    for (char const c : city.slug) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return seed;
}

}  // namespace

std::string_view plan_pack(std::string_view name)
{
    auto const* const file = http::find_asset(plan_files(), "/" + std::string(name) + ".yaml");
    return file ? file->identity.bytes : std::string_view{};
}

City city_of(std::string_view slug)
{
    auto const cities = five_cities();
    if (slug == kLarge) {
        auto large = cities.front();
        large.slug = kLarge;
        return large;
    }
    auto const found = std::find_if(cities.begin(), cities.end(), [&](auto const& city) { return city.slug == slug; });
    if (found == cities.end()) throw Refused{Code::not_found, std::string(slug)};
    return *found;
}

Made make_city(db::Database& database, City const& city, int staff, std::string const& password_hash, Clock const& clock,
               std::uint64_t seed)
{
    auto const plan = plan_of(city);
    Days const days(clock.today());
    auto const now = clock.now();
    return database.write([&](db::Tx& tx) {
        Dice dice(seed_of(city, seed));
        plan::import_in_force(tx, *plan, plan->document.in_force_from.value_or(days.april(days.year - 1)), clock);
        auto const desks = set_up_organisation(tx, city, staff);
        auto everybody = hire_everybody(tx, city, *plan, desks, days, dice, now);
        appoint_people(tx, *plan, desks, everybody, days, dice, now);
        auto const index = skills::GapIndex::build(tx, plan, days.today, days.today);
        give_skills(tx, *index, everybody, days, dice, now);
        open_accounts(tx, plan, desks, everybody, days, std::string(kPassword), password_hash, now);
        hold_training(tx, *index, desks, everybody, days, dice, now);
        fill_catalogue(tx, *plan, days, now);
        hold_rounds(tx, *plan, desks, everybody, days, dice, now);
        keep_work(tx, *index, everybody, days, dice, now);
        hold_surveys(tx, city, *plan, days, dice, now);
        talk_in_hiroba(tx, everybody, dice, now);
        open_desk(tx, desks, everybody, days, now);
        improve_work(tx, *plan, desks, everybody, days, dice, now);
        hold_selfchecks(tx, *index, desks, everybody, days, dice, now);
        tell_news(tx, *plan, days, dice, now);
        Made made{std::string(city.slug), plan->municipality.name, static_cast<std::int64_t>(everybody.size()),
                  static_cast<std::int64_t>(desks.size())};
        audit::record(tx, system_actor("demo"), now, "demo.made", "municipality", {}, made);
        return made;
    });
}

}  // namespace demo
