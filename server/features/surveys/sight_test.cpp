#include "features/surveys/surveys_test_town.hpp"

using namespace surveys_test;

namespace {
struct SightTest : SurveysTest {};
}  // namespace

TEST_F(SightTest, AnOfficerOfOneUnitDoesNotReachTheCitysSurveys)
{
    auto const wave = opened();
    auto const officer = town.as(Role::training_officer, general);
    EXPECT_EQ(officer.get("/surveys").code(), "not_allowed");
    EXPECT_EQ(officer.post("/survey-waves", form()).code(), "not_allowed");
    EXPECT_EQ(officer.post(at(wave, "/close")).code(), "not_allowed");
    EXPECT_EQ(officer.get(at(wave, "/results")).code(), "not_found");
    EXPECT_EQ(officer.get(at(wave, "/reminders")).code(), "not_allowed");
    EXPECT_TRUE(officer.get("/survey-waves").body.at("waves").as_array().empty());
}

TEST_F(SightTest, AMemberOfStaffReachesNothingButTheOwnForm)
{
    auto const wave = opened();
    auto const staff = town.staff("0101");
    for (auto const* const rest : {"/open", "/close", "/reminders", "/paper-answers", "/paper", "/themes"})
        EXPECT_EQ(staff.post(at(wave, rest)).status, 403) << rest;
    EXPECT_EQ(staff.get("/surveys").status, 403);
    EXPECT_EQ(staff.get(at(wave)).code(), "not_found");
    EXPECT_EQ(staff.get(at(wave, "/texts?question=Q6")).code(), "not_found");
    EXPECT_EQ(staff.get(at(wave, "/results/file?format=csv")).code(), "not_found");
    EXPECT_EQ(staff.get(at(wave, "/form")).status, 200);
}
