#include "features/access/access.hpp"
#include "features/calendar/calendar.hpp"

namespace calendar {
namespace {

using http::Access;
using http::Call;

struct Key {
    std::string key;
    static json::object limits(std::string_view) { return {{"required", 1}, {"minLength", 1}, {"maxLength", 100}}; }
};
BOOST_DESCRIBE_STRUCT(Key, (), (key))

http::Download get_calendar(Call const& c, Key const& query)
{
    c.service<Door>().knock(accounts::token_hash(query.key), c.clock.now());
    return {"training.ics", "text/calendar; charset=utf-8",
            calendar_of(c.tx, c.service<people::PlanWords>(), query.key, c.clock)};
}

}  // namespace

void routes(http::Table& table)
{
    auto const enrols = Access::needs(Permission::training_enrol);
    table.get("/calendar.ics",
              {.id = "trainingCalendar",
               .access = Access::open_because("a calendar program has no session; the secret in the address is the key"),
               .summary = "研修の日程(iCalendar)",
               .refusals = {Code::not_found, Code::rate_limited}},
              get_calendar);
    table.get(
        "/me/calendar", {.id = "myCalendar", .access = enrols, .summary = "自分の研修カレンダーの有無"},
        +[](Call const& c) { return feed(c.tx, c.actor); });
    table.post(
        "/me/calendar",
        {.id = "renewMyCalendar",
         .access = enrols,
         .summary = "自分の研修カレンダーのアドレスを作り直す",
         .refusals = {Code::not_allowed},
         .success = 201},
        +[](Call const& c) { return renew(c.tx, c.actor, c.service<accounts::Settings>().slug, c.clock); });
    table.del(
        "/me/calendar", {.id = "revokeMyCalendar", .access = enrols, .summary = "自分の研修カレンダーのアドレスを止める"},
        +[](Call const& c) { revoke(c.tx, c.actor, c.clock); });
}

}  // namespace calendar
