// A consultation as evidence of what its adviser can do, and what rooms above are told of it.
#include "features/desk/desk.hpp"
#include "features/desk/desk_test_town.hpp"
#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"

using namespace desk_test;

namespace {

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: BPR, name: 業務改革, clause: L2}
practice:
  - {code: P2, source: consultation, text: 相談への対応, clause: L400}
)";

struct PractisedTest : DeskTest {
    void SetUp() override
    {
        DeskTest::SetUp();
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2020-04-01"), town.clock());
        });
    }
    static Answer claims(Client const& who, std::int64_t id)
    {
        return who.post("/practice/claims", bj::object{{"kind", "consultation"},
                                                       {"id", id},
                                                       {"title", ""},
                                                       {"on", nullptr},
                                                       {"skills", bj::array{"BPR"}},
                                                       {"note", ""}});
    }
};

}  // namespace

TEST_F(PractisedTest, WhoOwnedOrVisitedMayClaimAFinishedConsultationAndNobodyElse)
{
    auto const going_on = asked();
    EXPECT_EQ(claims(adviser(), going_on).status, 404) << "not finished";
    auto const id = finished();
    EXPECT_EQ(seen(adviser(), id).at("may").at("claim"), true);
    EXPECT_EQ(seen(deputy(), id).at("may").at("claim"), false);
    for (auto const& who : {asker(), deputy(), stranger()}) EXPECT_EQ(claims(who, id).status, 404);
    auto const claimed = claims(adviser(), id);
    ASSERT_EQ(claimed.status, 201) << claimed.bytes;
    EXPECT_EQ(claimed.body.at("claims").at(0).at("title"), "業務の電子化 2026-0002")
        << "the head of the adviser may not see what it was about";
    EXPECT_EQ(claimed.body.at("claims").at(0).at("url"), bj::value("/desk/" + digits(id)));
    ASSERT_EQ(adviser()
                  .post(at(id, "/visits"), bj::object{{"visited_on", "2026-06-01"},
                                                      {"minutes", 30},
                                                      {"place", ""},
                                                      {"text", "効果を確かめた"},
                                                      {"visitors", ids({bob})}})
                  .status,
              201);
    EXPECT_EQ(claims(deputy(), id).status, 201);
}

TEST_F(PractisedTest, WhatWasFinishedInAPeriodIsToldWithoutWhatIsPrivate)
{
    auto const id = finished();
    asked();
    auto const told = [&](char const* from, char const* until) {
        return town.read([&](db::Tx& tx) {
            return desk::finished(tx, *instant_from_iso(std::string(from) + "T00:00:00Z"),
                                  *instant_from_iso(std::string(until) + "T00:00:00Z"));
        });
    };
    ASSERT_EQ(told("2026-06-01", "2026-06-02").size(), 1U);
    auto const one = told("2026-06-01", "2026-06-02").front();
    EXPECT_EQ(one.subject_name, "業務の電子化");
    EXPECT_EQ(one.title, "") << "it is not published";
    EXPECT_TRUE(told("2026-06-02", "2026-07-01").empty());
    bj::object const edited{{"title", "申請書を一枚にするには"},
                            {"question", "同じ住所を何度も書きます。"},
                            {"answer", "様式を一枚にまとめます。"},
                            {"tags", bj::array{}},
                            {"revision", revision(id)}};
    ASSERT_EQ(office.post(at(id, "/publication"), edited).status, 201);
    EXPECT_EQ(told("2026-06-01", "2026-06-02").front().title, "申請書を一枚にするには");
}
