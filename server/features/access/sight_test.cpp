#include "testing/town.hpp"

#include <gmock/gmock.h>

using namespace testing;

namespace {

// 総務部 with 人事課 and 人事係 below, and 福祉課 beside it.
class SightInTown : public Test {
protected:
    Town town;
    OrgUnitId department = town.unit("総務部");
    OrgUnitId section = town.unit("人事課", department);
    OrgUnitId team = town.unit("人事係", section);
    OrgUnitId other = town.unit("福祉課");
    StaffId in_team = town.person({.no = "1", .unit = team});
    StaffId in_section = town.person({.no = "2", .unit = section});
    StaffId in_other = town.person({.no = "3", .unit = other});
    StaffId head = town.person({.no = "9", .unit = section, .is_head = true});

    std::vector<StaffId> seen_by(Actor const& actor, Permission permission = Permission::see_section)
    {
        auto const today = town.clock().today();
        return town.read([&](db::Tx& tx) {
            std::vector<StaffId> seen;
            for (auto const staff : {in_team, in_section, in_other, head})
                if (accounts::sees(tx, accounts::sight(actor, permission, today, today), staff)) seen.push_back(staff);
            return seen;
        });
    }
    Actor actor(Client const& client, std::vector<Grant> roles)
    {
        return {client.account(), client.staff(), "x", "x", std::move(roles)};
    }
};

}  // namespace

TEST_F(SightInTown, AStaffMemberSeesOnlyOneself)
{
    EXPECT_THAT(seen_by(actor(town.staff("1"), {{Role::staff, {}}})), ElementsAre(in_team));
}

TEST_F(SightInTown, AHeadSeesTheUnitsHeadedTodayAndAllBelow)
{
    auto const client = town.staff("9", Role::section_head);
    EXPECT_THAT(seen_by(actor(client, {{Role::section_head, {}}})), ElementsAre(in_team, in_section, head));
}

TEST_F(SightInTown, AGrantForAUnitReachesThatUnitInstead)
{
    auto const client = town.staff("2", Role::section_head, other);
    EXPECT_THAT(seen_by(actor(client, {{Role::section_head, other}})), ElementsAre(in_section, in_other));
    auto const officer = town.as(Role::training_officer, department);
    EXPECT_THAT(seen_by(actor(officer, {{Role::training_officer, department}})), ElementsAre(in_team, in_section, head));
}

TEST_F(SightInTown, TheDxOfficeSeesEverybodyButDecidesOnlyWhereItHeads)
{
    auto const client = town.staff("9", Role::section_head);
    auto const both = actor(client, {{Role::section_head, {}}, {Role::dx_office, {}}});
    EXPECT_EQ(seen_by(both).size(), 4U);
    EXPECT_THAT(seen_by(both, Permission::decide_conditional), ElementsAre(in_team, in_section, head));
    auto const today = town.clock().today();
    town.read([&](db::Tx& tx) {
        accounts::must_reach(tx, both, Permission::decide_conditional, in_team, today);
        EXPECT_THROW(accounts::must_reach(tx, both, Permission::decide_conditional, in_other, today), Refused);
    });
}

TEST_F(SightInTown, WhoIsAnnouncedTomorrowIsNotSeenToday)
{
    static db::Sql const kMove{"UPDATE posting SET announced_on = '2026-06-02' WHERE staff_id = $1"};
    town.write([&](db::Tx& tx) { tx.run(kMove, in_team); });
    auto const client = town.staff("9", Role::section_head);
    EXPECT_THAT(seen_by(actor(client, {{Role::section_head, {}}})), ElementsAre(in_section, head));
}
