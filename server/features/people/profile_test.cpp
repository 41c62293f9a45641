#include "features/people/people.hpp"
#include "testing/town.hpp"

#include <gtest/gtest.h>

namespace {

/// A plan that knows one role and one course.
struct OneRole final : people::PlanWords {
    std::optional<people::PlanName> name(db::Tx&, Date, people::PlanTerm term, std::string_view code) override
    {
        if (term == people::PlanTerm::role && code == "leader") return people::PlanName{"DX推進リーダー", "DX leader"};
        if (term == people::PlanTerm::course && code == "C1") return people::PlanName{"データ活用研修", "Using data"};
        return std::nullopt;
    }
    std::vector<people::Hit> search(db::Tx&, Date, std::string_view, std::size_t) override { return {}; }
    people::Area area(db::Tx&, Date) override { return {}; }
};

Date day(char const* text) { return *date_from_iso(text); }

struct Office {
    Town town;
    OneRole words;
    OrgUnitId section = town.unit("情報政策課");
    StaffId person = town.person({.no = "1", .name = "甲", .unit = section});
    Actor const hr{.account = {}, .staff = {}, .login = "hr", .name = "人事課", .roles = {{Role::training_officer, {}}}};

    AppointmentId appoint(char const* from, std::optional<Date> until = {}, std::string role = "leader")
    {
        people::AppointmentInput input;
        input.role = std::move(role);
        input.valid_from = day(from);
        input.valid_until = until;
        input.basis_no = "情政第12号";
        return town.write([&](db::Tx& tx) { return people::appoint(tx, hr, words, person, input, town.clock()); });
    }
    people::Profile profile(Actor const& actor, StaffId id)
    {
        return town.read([&](db::Tx& tx) { return people::profile(tx, actor, words, id, town.clock().today(), town.clock()); });
    }
};

Code refusal(auto&& act)
{
    try {
        act();
    } catch (Refused const& refused) {
        return refused.code;
    }
    return Code::busy;  // nothing was refused; no case below expects this one
}

}  // namespace

TEST(Appointment, NamesTheRoleTheBasisAndTheSectionThePersonStoodInThen)
{
    Office office;
    office.appoint("2026-04-01", day("2028-04-01"));
    auto const page = office.profile(office.hr, office.person);
    ASSERT_EQ(page.appointments.size(), 1U);
    EXPECT_EQ(page.appointments[0].role_name, "DX推進リーダー");
    EXPECT_EQ(page.appointments[0].unit_name, "情報政策課");
    EXPECT_EQ(page.appointments[0].basis_no, "情政第12号");
    EXPECT_EQ(page.history.at(0).text, "DX推進リーダーに任命");
}

TEST(Appointment, IsRefusedForARoleThePlanDoesNotHaveAndWhileThePersonHoldsItAlready)
{
    Office office;
    EXPECT_EQ(refusal([&] { office.appoint("2026-04-01", {}, "emperor"); }), Code::invalid_input);
    auto const first = office.appoint("2026-04-01");
    EXPECT_EQ(refusal([&] { office.appoint("2027-04-01"); }), Code::dates_overlap);
    office.town.write([&](db::Tx& tx) {
        people::end_appointment(tx, office.hr, first, {day("2027-04-01"), "任期満了"}, office.town.clock());
        return 0;
    });
    office.appoint("2027-04-01");
    EXPECT_EQ(office.profile(office.hr, office.person).appointments.size(), 2U);
}

TEST(Profile, SaysWhoMaySeeItAndWhyAndTellsOnlyThePersonWhoLooked)
{
    Office office;
    office.town.person({.no = "2", .name = "課長 一郎", .unit = office.section, .is_head = true});
    office.town.staff("2", Role::section_head);
    office.town.as(Role::dx_office);
    auto const self = office.town.staff("1");
    office.town.municipality().looks().looked(office.hr, "staff", office.person.value);
    office.town.municipality().looks().flush();

    Actor const person{
        .account = self.account(), .staff = office.person, .login = "1", .name = "甲", .roles = {{Role::staff, {}}}};
    auto const page = office.profile(person, office.person);
    std::vector<std::string> who;
    for (auto const& viewer : page.visible_to) who.push_back(viewer.who);
    EXPECT_EQ(who, (std::vector<std::string>{"本人", "課長 一郎", "DX推進担当"}));
    ASSERT_EQ(page.looked.size(), 1U);
    EXPECT_EQ(page.looked[0].actor, "hr");
    EXPECT_TRUE(office.profile(office.hr, office.person).looked.empty());
}

TEST(Profile, NamesEveryRoleThatSeesTheWholeCityAndNoOther)
{
    Office office;
    std::vector<std::string> wanted{"本人"};
    for (auto const role : {Role::training_officer, Role::dx_office, Role::administrator}) wanted.emplace_back(name_of(role).ja);
    for (auto const role : kRoles) {
        office.town.as(role);
        EXPECT_EQ(grants(role, Permission::see_city), std::ranges::find(wanted, std::string{name_of(role).ja}) != wanted.end());
    }
    std::vector<std::string> who;
    for (auto const& viewer : office.profile(office.hr, office.person).visible_to) who.push_back(viewer.who);
    EXPECT_EQ(who, wanted);
}

TEST(Profile, NamesTheHeadsOfAllUnitsAboveByPostAndByGrantAndNobodyTwice)
{
    Office office;
    auto const team = office.town.unit("企画係", office.section);
    auto const member = office.town.person({.no = "3", .name = "乙", .unit = team});
    office.town.person({.no = "2", .name = "課長 一郎", .unit = office.section, .is_head = true});
    office.town.staff("2", Role::section_head);
    office.town.staff("2", Role::section_head, office.section);
    office.town.person({.no = "4", .name = "部長 二郎", .unit = office.town.unit("別の課")});
    office.town.staff("4", Role::section_head, team);
    std::vector<std::string> who;
    for (auto const& viewer : office.profile(office.hr, member).visible_to) who.push_back(viewer.who);
    EXPECT_EQ(who, (std::vector<std::string>{"本人", "部長 二郎", "課長 一郎"}));
}

TEST(Profile, AMergedRecordLeadsToTheOneThatTookItIn)
{
    Office office;
    auto const kept = office.town.person({.no = "9", .name = "甲"});
    office.town.write([&](db::Tx& tx) {
        tx.script("UPDATE staff SET merged_into = " + std::to_string(kept.value) +
                  " WHERE id = " + std::to_string(office.person.value));
    });
    EXPECT_EQ(office.profile(office.hr, office.person).id, kept);
    EXPECT_EQ(office.town.read([](db::Tx& tx) { return people::find_by_number(tx, "1"); }), kept);
}

TEST(Profile, OfSomebodyOutOfSightIsNotFound)
{
    Office office;
    Actor const other{
        .account = office.town.staff("5").account(), .staff = {}, .login = "5", .name = "乙", .roles = {{Role::staff, {}}}};
    EXPECT_EQ(refusal([&] { office.profile(other, office.person); }), Code::not_found);
}
