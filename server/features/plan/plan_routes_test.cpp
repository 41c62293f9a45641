#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace {

namespace bj = boost::json;

std::string pack(std::string const& city)
{
    std::ifstream in{"plans/" + city + ".yaml", std::ios::binary};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

struct PlanRoutes : testing::Test {
    Town town;
    PlanVersionId in_force;

    void SetUp() override
    {
        in_force = town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(pack("hirakata")).plan, *date_from_iso("2025-04-01"), town.clock());
        });
    }
    std::string draft(Client const& office)
    {
        auto const made = office.post("/plan/drafts", bj::object{{"title", "令和8年度改定案"}, {"note", ""}});
        EXPECT_EQ(made.status, 201) << made.bytes;
        return "/plan/versions/" + std::to_string(made.body.at("id").as_int64());
    }
};

}  // namespace

TEST_F(PlanRoutes, ThePlanInForceReadsAsADocumentWithWhatIsToBeConfirmed)
{
    auto const answer = town.staff("0010").get("/plan");
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body.at("plan").at("municipality").at("name"), "枚方市");
    EXPECT_EQ(answer.body.at("plan").at("targets").as_array().size(), 9u);
    EXPECT_GT(answer.body.at("to_confirm").as_array().size(), 10u);
    EXPECT_EQ(town.staff("0010").get("/plan?on=2020-01-01").code(), "not_found");
}

TEST_F(PlanRoutes, APlanStoredBeforeAMemberWasKnownIsReadWithItsDefault)
{
    static db::Sql const kDocument{"SELECT document FROM plan_version WHERE id = $1"};
    static db::Sql const kStore{"UPDATE plan_version SET document = $2, revision = revision + 1 WHERE id = $1"};
    town.write([&](db::Tx& tx) {
        auto document = bj::parse(tx.one<std::string>(kDocument, in_force)).as_object();
        for (auto& course : document.at("courses").as_array())
            for (auto const* member : {"prerequisites", "capacity", "validity_months"}) course.as_object().erase(member);
        tx.run(kStore, in_force, bj::serialize(document));
        return true;
    });
    auto const plan = town.staff("0010").get("/plan");
    ASSERT_EQ(plan.status, 200) << plan.bytes;
    EXPECT_EQ(plan.body.at("plan").at("courses").at(0).at("validity_months"), 0);
}

TEST_F(PlanRoutes, AVersionInForceCannotBeChangedADraftOfItCan)
{
    auto const office = town.as(Role::dx_office);
    auto const clear = bj::object{
        {"revision", 0}, {"cells", bj::array{bj::object{{"category", "HKT.L1"}, {"skill", "HKT-S01"}, {"mark", nullptr}}}}};
    EXPECT_EQ(office.patch("/plan/versions/" + std::to_string(in_force.value) + "/cells", clear).code(), "immutable_version");

    auto const path = draft(office);
    EXPECT_EQ(office.post("/plan/drafts", bj::object{{"title", "二つ目"}, {"note", ""}}).code(), "already_exists");
    auto const edited = office.patch(path + "/cells", clear);
    ASSERT_EQ(edited.status, 200);
    EXPECT_EQ(edited.body.at("title"), "令和8年度改定案") << "a draft keeps its own title";
    auto const changes = office.get(path + "/diff").body.at("changes").as_array();
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].at("kind"), "removed");
    EXPECT_EQ(town.staff("0010").patch(path + "/cells", clear).status, 403);
}

TEST_F(PlanRoutes, WhoEditsAnOldRevisionIsToldThatSomebodyWasFirst)
{
    auto const office = town.as(Role::dx_office);
    auto const path = draft(office);
    auto const star = [](int revision) {
        return bj::object{
            {"revision", revision},
            {"cells", bj::array{bj::object{{"category", "HKT.L1"}, {"skill", "HKT-S01"}, {"mark", "conditional"}}}}};
    };
    EXPECT_EQ(office.patch(path + "/cells", star(1)).status, 200);
    EXPECT_EQ(office.patch(path + "/cells", star(1)).code(), "changed_meanwhile");
}

TEST_F(PlanRoutes, AnItemIsEditedByTheTextOfItsMembersAndWhatDoesNotFitIsNamed)
{
    auto const office = town.as(Role::dx_office);
    auto const path = draft(office);
    auto const edit = [&](bj::object members) {
        return office.patch(
            path + "/items",
            bj::object{{"revision", 0}, {"table", "categories"}, {"key", "HKT.M3"}, {"remove", false}, {"members", members}});
    };
    EXPECT_EQ(edit({{"priority", "first"}}).body.at("problems").at(0).at("pointer"), "/members/priority");
    ASSERT_EQ(edit({{"rule", "職位 = 課長"}}).status, 200);
    auto const document = office.get(path).body;
    EXPECT_EQ(document.at("problems").as_array().size(), 0u);
    ASSERT_EQ(edit({{"rule", "職位 = 課長 and"}}).status, 200) << "a draft may be unfinished";
    EXPECT_EQ(office.get(path).body.at("problems").as_array().size(), 1u);
    EXPECT_EQ(office.post(path + "/enact", bj::object{{"in_force_from", "2026-07-01"}, {"revision", 0}}).code(),
              "plan_has_errors");
}

TEST_F(PlanRoutes, AnItemSavedTwiceIsAddedOnce)
{
    auto const office = town.as(Role::dx_office);
    auto const path = draft(office);
    auto const save = [&](std::string const& key, bj::object members) {
        return office.patch(
            path + "/items",
            bj::object{{"revision", 0}, {"table", "skills"}, {"key", key}, {"remove", false}, {"members", std::move(members)}});
    };
    ASSERT_EQ(save("", {{"code", "HKT-S99"}, {"name", "生成AI"}}).status, 200);
    auto const again = save("", {{"code", "HKT-S99"}, {"name", "生成AI"}});
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(again.body.at("problems").at(0).at("pointer"), "/members/code");
    EXPECT_EQ(save("HKT-S99", {{"code", "HKT-S01"}}).status, 422) << "nor does a change make two of one";
    EXPECT_EQ(save("HKT-S99", {{"name", "生成AIの活用"}}).status, 200);
}

TEST_F(PlanRoutes, EnactingEndsTheVersionBeforeOnThatDay)
{
    auto const office = town.as(Role::dx_office);
    auto const path = draft(office);
    EXPECT_EQ(office.post(path + "/enact", bj::object{{"in_force_from", "2025-04-01"}, {"revision", 0}}).code(), "conflict");
    ASSERT_EQ(office.post(path + "/enact", bj::object{{"in_force_from", "2026-07-01"}, {"revision", 0}}).status, 200);
    auto const id_on = [&](char const* day) {
        return town.staff("0010").get(std::string{"/plan?on="} + day).body.at("version").at("id").as_int64();
    };
    EXPECT_EQ(id_on("2026-06-30"), in_force.value);
    EXPECT_NE(id_on("2026-07-01"), in_force.value);
}

TEST_F(PlanRoutes, AVersionWhoseEndHasComeIsAnEarlierOneInTheListAndOnItsOwnPage)
{
    auto const office = town.as(Role::dx_office);
    auto const path = draft(office);
    ASSERT_EQ(office.post(path + "/enact", bj::object{{"in_force_from", "2026-06-01"}, {"revision", 0}}).status, 200);
    auto const earlier = "/plan/versions/" + std::to_string(in_force.value);
    EXPECT_EQ(office.get(earlier).body.at("version").at("status"), "superseded");
    EXPECT_EQ(office.get("/plan/versions").body.at("versions").at(1).at("status"), "superseded");
    EXPECT_EQ(office.get(path).body.at("version").at("status"), "in_force");
}

TEST_F(PlanRoutes, ABrokenPackIsRefusedWithLineAndColumnAndNothingChanges)
{
    auto const office = town.as(Role::dx_office);
    auto const path = draft(office);
    auto const before = office.get(path + "/yaml").bytes;
    auto const answer = office.upload(path + "/yaml", "municipality: {slug: x}\ncategorys: []\n", "application/yaml");
    EXPECT_EQ(answer.code(), "plan_has_errors");
    EXPECT_NE(std::string{answer.body.at("problems").at(0).at("problem").as_string()}.find("2行1列"), std::string::npos)
        << answer.bytes;
    EXPECT_EQ(office.get(path + "/yaml").bytes, before);
    EXPECT_EQ(office.upload(path + "/xlsx", "not a workbook").code(), "plan_has_errors") << "a CSV has no sheet called 計画";
}

TEST_F(PlanRoutes, TheWorkbookGoesOutAndComesBackUnchanged)
{
    auto const office = town.as(Role::dx_office);
    auto const path = draft(office);
    auto const book = office.get(path + "/xlsx");
    ASSERT_EQ(book.status, 200);
    EXPECT_EQ(office.upload(path + "/xlsx", book.bytes).status, 200);
    EXPECT_EQ(office.get(path + "/diff").body.at("changes").as_array().size(), 0u);
}

TEST_F(PlanRoutes, ARuleIsReadBackAsASentenceOrItsMistakeIsShown)
{
    auto const office = town.as(Role::dx_office);
    auto const read = office.post("/rules/check", bj::object{{"rule", "職位 >= 課長"}}).body;
    EXPECT_EQ(read.at("sentence"), "職位が課長以上の職員");
    EXPECT_FALSE(office.post("/rules/check", bj::object{{"rule", "職位 >="}}).body.at("ok").as_bool());
}
