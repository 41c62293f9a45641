#include "app/directory.hpp"

#include "testing/town.hpp"

#include <gmock/gmock.h>

using namespace testing;

TEST(Directory, TheRootPageNamesTheMunicipalitiesToAnybody)
{
    Town town;
    auto const answer = town.ask({.method = "GET", .target = "/api/municipalities"});
    EXPECT_EQ(answer.body.at("demo"), true);
    EXPECT_EQ(answer.body.at("municipalities").at(0).at("name"), "試験市");
}

TEST(Directory, EventsAreOfOnesOwnMunicipalityOnly)
{
    EXPECT_EQ(app::event_topic("hirakata", "job"), "hirakata/job");
    Town town;
    EXPECT_EQ(town.nobody().get("/events").status, 401);
    EXPECT_EQ(town.staff("0010").get("/events").status, 200);
}
