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

TEST_F(SightInTown, WhoIsSeenTodayIsSeenOnALaterDayUntilTheTransferIsAnnouncedOrTheLeavingDayComes)
{
    static db::Sql const kEnd{"UPDATE posting SET ended_on = '2026-07-01' WHERE staff_id = $1"};
    static db::Sql const kNext{R"(
        INSERT INTO posting (staff_id, unit_id, kind, rank, effective_on, announced_on)
        VALUES ($1, $2, 'primary', '係員', '2026-07-01', '2026-06-20'))"};
    static db::Sql const kLeave{"UPDATE staff SET left_on = '2026-07-01' WHERE id = $1"};
    town.write([&](db::Tx& tx) {
        tx.run(kEnd, in_team);
        tx.run(kNext, in_team, other);
        tx.run(kEnd, in_section);
        tx.run(kLeave, in_section);
    });
    auto const who = actor(town.staff("9", Role::section_head), {{Role::section_head, {}}});
    auto const seen_in_july = [&](char const* today) {
        auto const sight = accounts::sight(who, *date_from_iso(today), *date_from_iso("2026-07-10"));
        return town.read([&](db::Tx& tx) {
            return std::pair{accounts::sees(tx, sight, in_team), accounts::sees(tx, sight, in_section)};
        });
    };
    EXPECT_EQ(seen_in_july("2026-06-01"), std::pair(true, true));
    EXPECT_EQ(seen_in_july("2026-06-20"), std::pair(false, true));
    EXPECT_EQ(seen_in_july("2026-07-01"), std::pair(false, false));
}
