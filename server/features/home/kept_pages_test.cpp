#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/town.hpp"

#include <gtest/gtest.h>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 計画, clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 係員, order: 10, band: staff, clause: L1}
categories:
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: 第2章}
skills:
  - {code: DX, name: DX基礎, clause: L2}
requirements:
  - {category: ALL, skill: DX, clause: L3}
)";

struct KeptPages : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    OrgUnitId other = town.unit("別の課");
    StaffId member = town.person({.no = "0010", .name = "髙橋 花子", .unit = section});
    Client office = town.as(Role::dx_office);
    Client hr = town.as(Role::training_officer);

    void SetUp() override { enact("2025-04-01", kPlan); }
    void enact(char const* from, std::string const& yaml)
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(yaml).plan, *date_from_iso(from), town.clock());
        });
    }
    std::string of(StaffId id, std::string const& rest) const { return "/staff/" + std::to_string(id.value) + rest; }
    bj::value page(Client const& reader) const
    {
        auto const answer = reader.get(of(member, "/page"));
        EXPECT_EQ(answer.status, 200) << answer.bytes;
        return answer.body;
    }
    void move_next_month(OrgUnitId unit) const
    {
        auto const moved = hr.post(of(member, "/postings"), bj::object{{"unit", unit.value},
                                                                       {"kind", "primary"},
                                                                       {"rank", "係員"},
                                                                       {"effective_on", "2026-07-01"},
                                                                       {"announced_on", "2026-06-20"}});
        EXPECT_EQ(moved.status, 201) << moved.bytes;
    }
};

std::vector<std::string> names(bj::value const& list, char const* member)
{
    std::vector<std::string> all;
    for (auto const& item : list.as_array()) all.emplace_back(item.at(member).as_string());
    return all;
}

}  // namespace

TEST_F(KeptPages, ShowThePersonsNewEvidenceNameAndPostToTheNextReader)
{
    EXPECT_EQ(page(office).at("skills").at("held"), 0);
    hr.post(of(member, "/skills/DX/evidence"),
            bj::object{{"kind", "exam"}, {"holds", true}, {"dated_on", "2026-05-01"}, {"source", "試験"}, {"note", ""}});
    EXPECT_EQ(page(office).at("skills").at("held"), 1);
    hr.patch(of(member, ""), bj::object{{"name", "鈴木 花子"}});
    EXPECT_EQ(page(office).at("profile").at("name"), "鈴木 花子");
    move_next_month(other);
    EXPECT_EQ(page(hr).at("profile").at("postings").as_array().size(), 2U);
}

TEST_F(KeptPages, FollowTheOrganisationThePlanAndTheNamesOfAccounts)
{
    hr.post(of(member, "/skills/DX/evidence"),
            bj::object{{"kind", "exam"}, {"holds", true}, {"dated_on", "2026-05-01"}, {"source", "試験"}, {"note", ""}});
    auto const by = [&] { return page(office).at("skills").at("rows").at(0).at("evidence").at(0).at("by").as_string(); };
    auto const before = by();
    auto const renamed = town.as(Role::administrator)
                             .patch("/accounts/" + std::to_string(hr.account().value), bj::object{{"display_name", "研修 担当"}});
    EXPECT_EQ(renamed.status, 200) << renamed.bytes;
    EXPECT_NE(before, "研修 担当");
    EXPECT_EQ(by(), "研修 担当");

    std::string changed = kPlan;
    changed.replace(changed.find("DX基礎"), std::string{"DX基礎"}.size(), "DX入門");
    enact("2026-05-01", changed);
    EXPECT_EQ(page(office).at("skills").at("rows").at(0).at("name"), "DX入門");
}

TEST_F(KeptPages, TellEachReaderOnlyWhatIsForThem)
{
    move_next_month(other);
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(page(hr).at("profile").at("postings").as_array().size(), 2U) << "内示 is for those who prepare it";
        EXPECT_EQ(page(office).at("profile").at("postings").as_array().size(), 1U);
        town.municipality().looks().flush();
        EXPECT_FALSE(page(town.staff("0010")).at("profile").at("looked").as_array().empty());
        EXPECT_TRUE(page(office).at("profile").at("looked").as_array().empty());
    }
    town.person({.no = "0020", .name = "別課 次郎", .unit = other});
    EXPECT_EQ(town.staff("0020").get(of(member, "/page")).status, 404) << "kept for others, not found by them";
    EXPECT_EQ(town.nobody().get(of(member, "/page")).status, 401);
}

TEST_F(KeptPages, NameTheHeadOfTheDayThoughNothingOfThePersonChanged)
{
    EXPECT_EQ(names(page(office).at("profile").at("visible_to"), "who"),
              (std::vector<std::string>{"本人", "研修担当", "DX推進担当"}));
    town.person({.no = "0001", .name = "課長 一郎", .unit = section, .is_head = true});
    town.staff("0001", Role::section_head);
    EXPECT_EQ(names(page(office).at("profile").at("visible_to"), "who"),
              (std::vector<std::string>{"本人", "課長 一郎", "研修担当", "DX推進担当"}));
}

TEST_F(KeptPages, OfARecordThatIsMergedLeadToTheOneThatTookItIn)
{
    auto const kept = town.person({.no = "0099", .name = "髙橋 花子", .unit = other});
    town.write([&](db::Tx& tx) {
        auto const id = std::to_string(member.value);
        tx.script("UPDATE posting SET ended_on = '2026-04-01' WHERE staff_id = " + id);
        tx.script("UPDATE engagement SET valid_until = '2026-04-01' WHERE staff_id = " + id);
        tx.script("UPDATE posting SET effective_on = '2026-04-01' WHERE staff_id = " + std::to_string(kept.value));
        tx.script("UPDATE engagement SET valid_from = '2026-04-01' WHERE staff_id = " + std::to_string(kept.value));
    });
    EXPECT_EQ(page(office).at("profile").at("id"), member.value);
    auto const merged = hr.post(of(member, "/merge"), bj::object{{"into", kept.value}, {"reason", "二重登録"}});
    ASSERT_EQ(merged.status, 200) << merged.bytes;
    EXPECT_EQ(page(office).at("profile").at("id"), kept.value);
}
