#include "features/targets/differences.hpp"

#include "features/access/sight.hpp"
#include "platform/core/japan.hpp"

#include <algorithm>

namespace targets {
namespace {

struct Person {
    std::string name;
    std::optional<Date> left_on;
    std::optional<StaffId> merged_into;
};
BOOST_DESCRIBE_STRUCT(Person, (), (name, left_on, merged_into))

struct Held {
    std::string level_code;
    Date certified_on;
    std::optional<Date> valid_until, revoked_on;
    std::string revoked_why;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Held, (), (level_code, certified_on, valid_until, revoked_on, revoked_why, created_at))

db::Sql const kPerson{"SELECT name, left_on, merged_into FROM staff WHERE id = $1"};
db::Sql const kHeld{R"(
    SELECT level_code, certified_on, valid_until, revoked_on, revoked_why, created_at FROM level_certification
     WHERE staff_id = $1 AND certified_on <= $2 ORDER BY created_at DESC, id DESC)"};

}  // namespace

Differences::Differences(db::Tx& tx, Actor const& actor, plan::Plan const& plan, Date counted_on, Instant taken_at,
                         Clock const& clock)
    : tx_(tx), actor_(actor), plan_(plan), counted_on_(counted_on), taken_at_(taken_at), clock_(clock)
{
}

void Differences::add(SnapshotFigure const& figure, std::map<StaffId, std::string> const& frozen,
                      std::map<StaffId, std::string> const& now)
{
    for (auto const& [staff, unit] : frozen) {
        if (!now.contains(staff)) tell(figure, staff, unit, false);
    }
    for (auto const& [staff, unit] : now) {
        if (!frozen.contains(staff)) tell(figure, staff, unit, true);
    }
}

void Differences::tell(SnapshotFigure const& figure, StaffId staff, std::string const& unit, bool counted_now)
{
    auto const why = counted_now ? why_new(figure, staff) : why_gone(figure, staff);
    Difference difference{figure.level, figure.level_name, figure.level_name_en, counted_now, {}, {}, {}, why.ja, why.en};
    auto const sight = accounts::sight(actor_, clock_.today(), counted_on_);
    if (sight.city() || accounts::sees(tx_, sight, staff)) {
        difference.staff = staff;
        difference.name = tx_.one<Person>(kPerson, staff).name;
        difference.unit_name = unit;
    }
    found_.push_back(std::move(difference));
}

Words Differences::why_gone(SnapshotFigure const& figure, StaffId staff)
{
    auto const person = tx_.one<Person>(kPerson, staff);
    if (person.merged_into)
        return {"同じ人のほかの記録にまとめられました。", "The record was merged into another of the same person."};
    if (figure.leavers == plan::Leavers::drop && person.left_on && *person.left_on <= counted_on_)
        return {"この日より前の退職(" + to_iso(*person.left_on) + ")があとから記録されました。",
                "A departure before that day (" + to_iso(*person.left_on) + ") was recorded later."};
    auto const* const wanted = levels::find_level(plan_, figure.level);
    for (auto const& held : tx_.all<Held>(kHeld, staff, counted_on_)) {
        auto const* const level = levels::find_level(plan_, held.level_code);
        if (!level || !wanted || level->order < wanted->order) continue;
        if (held.revoked_on && *held.revoked_on <= counted_on_)
            return {to_iso(*held.revoked_on) + "にさかのぼって認定が取り消されました(" + held.revoked_why + ")。",
                    "The certification was revoked as of " + to_iso(*held.revoked_on) + " (" + held.revoked_why + ")."};
        if (held.created_at >= taken_at_ && level->order > wanted->order)
            return {"より上の認定(" + level->name + ")があとから記録されました。",
                    "A higher certification (" + level->name + ") was recorded later."};
        if (held.valid_until && *held.valid_until <= counted_on_)
            return {"認定の有効期限(" + to_iso(*held.valid_until) + ")がこの日より前になりました。",
                    "The certification now ends before that day (" + to_iso(*held.valid_until) + ")."};
    }
    return {"認定の記録がなくなりました。", "The certification is no longer on record."};
}

Words Differences::why_new(SnapshotFigure const&, StaffId staff)
{
    for (auto const& held : tx_.all<Held>(kHeld, staff, counted_on_)) {
        if (held.created_at < taken_at_) continue;
        auto const* const level = levels::find_level(plan_, held.level_code);
        auto const name = level ? level->name : held.level_code;
        auto const recorded = to_iso(day_in_japan(held.created_at));
        return {to_iso(held.certified_on) + "付けの" + name + "の認定が、固定したあと(" + recorded + ")に記録されました。",
                "A certification of " + to_iso(held.certified_on) + " was recorded after the freeze (" + recorded + ")."};
    }
    return {"固定したあとに、職員の記録(退職日または統合)が改められました。",
            "The person's record (departure or merger) was changed after the freeze."};
}

}  // namespace targets
