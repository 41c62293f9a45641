#include "features/plan/versions.hpp"
#include "features/plan/yaml.hpp"
#include "testing/pdf_text.hpp"
#include "testing/town.hpp"

#include <gmock/gmock.h>

namespace {

namespace bj = boost::json;

constexpr auto kPlan = R"(municipality: {slug: town, name: 試験市, name_en: Test City}
document: {key: T, title: 試験市デジタル人材育成計画, title_en: Test Plan, owners: [情報政策課], clause: 表紙}
population: {rule: 全職員, clause: L1}
ranks:
  - {name: 課長, order: 50, band: management, clause: L1}
  - {name: 係員, order: 10, band: staff, clause: L1}
roles:
  - {code: リーダー, name: DX推進リーダー, routes: [nomination], clause: L2}
categories:
  - {code: LEAD1, name: DX推進リーダー レベル1, priority: 1, rule: レベル認定 = L1, reason: 認定を受けているため, clause: L2}
  - {code: ALL, name: 全職員, priority: 9, rule: 全職員, clause: L2}
skills:
  - {code: DX, name: DX基礎, clause: L3}
  - {code: BUILD, name: 構築, clause: L3}
requirements:
  - {category: ALL, skill: DX, clause: L4}
  - {category: ALL, skill: BUILD, mark: conditional, clause: L4}
courses:
  - {code: C1, name: DX基礎研修, name_en: DX basics, skills: [DX], clause: L5}
  - {code: C2, name: データ利活用, name_en: Using data, clause: L5}
  - {code: C3, name: BPR応用, clause: L5}
levels:
  - {code: L1, name: レベル1, name_en: Level 1, order: 1, category: LEAD1, required_courses: [C1, C2], purpose: 問題点に気づく。, clause: L6}
  - {code: L2, name: レベル2, name_en: Level 2, order: 2, required_courses: [C3], needs_previous: true, clause: L6}
  - {code: L3, name: レベル3, order: 3, needs_previous: true, clause: L6}
targets:
  - {level: L1, fiscal_year: 2026, people: 3, clause: L7}
  - {level: L2, fiscal_year: 2026, people: 1, clause: L7}
)";

struct LevelsTest : testing::Test {
    Town town;
    OrgUnitId section = town.unit("情報課");
    StaffId ready = town.person({.no = "0010", .name = "髙橋 花子", .unit = section});
    StaffId near = town.person({.no = "0011", .name = "佐藤 次郎", .unit = section});
    StaffId neither = town.person({.no = "0012", .name = "鈴木 三郎", .unit = section});
    Client office = town.as(Role::dx_office);

    void SetUp() override
    {
        town.write([&](db::Tx& tx) {
            return plan::import_in_force(tx, plan::read_yaml(kPlan).plan, *date_from_iso("2025-04-01"), town.clock());
        });
        complete(ready, "C1", "2026-04-10");
        complete(ready, "C2", "2026-05-20");
        complete(near, "C1", "2026-04-10");
    }
    void complete(StaffId staff, char const* course, char const* on)
    {
        static db::Sql const kComplete{R"(
            INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at)
            VALUES ($1, $2, $3, 2026, '試験', '2026-05-01T00:00:00Z'))"};
        town.write([&](db::Tx& tx) { return tx.run(kComplete, staff, course, on); });
    }
    static bj::object decision(std::initializer_list<StaffId> staff)
    {
        bj::array ids;
        for (auto const id : staff) ids.push_back(id.value);
        return {{"staff", ids},
                {"ground", "rule"},
                {"certified_on", "2026-06-01"},
                {"basis_no", "8情政第12号"},
                {"basis_on", "2026-05-29"}};
    }
    static bj::object deemed(StaffId staff, char const* basis)
    {
        auto input = decision({staff});
        input["ground"] = "deemed";
        input["basis"] = basis;
        return input;
    }
    Answer certify(char const* level, bj::object const& input) const
    {
        return office.post("/levels/" + std::string(level) + "/certifications", input);
    }
    bj::value first_of(StaffId staff) const
    {
        return office.get("/certifications?staff=" + std::to_string(staff.value)).body.at("certifications").at(0);
    }
    std::string certification(StaffId staff, std::string const& rest) const
    {
        return "/certifications/" + std::to_string(first_of(staff).at("id").as_int64()) + rest;
    }
    static std::string problem(Answer const& answer, std::size_t n = 0)
    {
        return std::string(answer.body.at("problems").at(n).at("problem").as_string());
    }
};

}  // namespace

TEST_F(LevelsTest, WhoCompletedEveryRequiredCourseIsFoundWithTheEvidenceAndAnUndecidedStarDoesNotBlock)
{
    auto const found = office.get("/levels/candidates").body;
    EXPECT_EQ(found.at("level").at("level"), "L1");
    auto const& first = found.at("rows").at(0);
    EXPECT_EQ(first.at("name"), "髙橋 花子");
    EXPECT_TRUE(first.at("fulfils").as_bool());
    EXPECT_EQ(first.at("fulfilled_on"), "2026-05-20");
    EXPECT_EQ(first.at("evidence").at(1).at("name"), "データ利活用");
    EXPECT_EQ(first.at("evidence").at(1).at("on"), "2026-05-20");
    auto const& second = found.at("rows").at(1);
    EXPECT_FALSE(second.at("fulfils").as_bool());
    EXPECT_EQ(second.at("missing").at(0).at("code"), "C2");
    EXPECT_EQ(found.at("rows").as_array().size(), 2u);
    EXPECT_EQ(found.at("levels").at(0).at("ready"), 1);
}

TEST_F(LevelsTest, WhoIsChosenIsCertifiedUnderOneDecisionAndNobodyWhenOneOfThemMayNotBe)
{
    auto const refused = certify("L1", decision({ready, near, neither}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.body.at("problems").as_array().size(), 2u);
    EXPECT_EQ(problem(refused), "佐藤 次郎(0011): 必要な研修「データ利活用」を修了していません。");
    EXPECT_EQ(office.get("/levels/candidates").body.at("levels").at(0).at("holders"), 0) << "nobody was certified";

    auto const certified = certify("L1", decision({ready}));
    ASSERT_EQ(certified.status, 201) << certified.bytes;
    auto const& made = certified.body.at("certifications").at(0);
    EXPECT_EQ(made.at("basis_no"), "8情政第12号");
    EXPECT_EQ(made.at("ground"), "rule");
    EXPECT_EQ(made.at("evidence").as_array().size(), 2u);
    EXPECT_EQ(problem(certify("L1", decision({ready}))), "髙橋 花子(0010): 2026-06-01にレベル1以上の認定を受けています。");
    EXPECT_EQ(office.get("/levels/candidates").body.at("levels").at(0).at("ready"), 0);
}

TEST_F(LevelsTest, LevelsAreClimbedInOrderWhateverTheGround)
{
    complete(ready, "C3", "2026-05-21");
    EXPECT_EQ(problem(certify("L2", decision({ready}))), "髙橋 花子(0010): 先にレベル1の認定が必要です。");
    EXPECT_EQ(problem(certify("L2", deemed(ready, "前職での実務"))), "髙橋 花子(0010): 先にレベル1の認定が必要です。");
    certify("L1", decision({ready}));
    EXPECT_EQ(certify("L2", decision({ready})).status, 201);
    EXPECT_EQ(problem(certify("L3", decision({ready}))), "髙橋 花子(0010): 計画にこのレベルの必要な研修が定められていません。");
}

TEST_F(LevelsTest, AnotherGroundReplacesTheCoursesOnlyWhenItsBasisIsStated)
{
    EXPECT_EQ(certify("L1", deemed(neither, "  ")).status, 422);
    auto const certified = certify("L1", deemed(neither, "令和6年度DX研修(レベル1相当)の受講"));
    ASSERT_EQ(certified.status, 201) << certified.bytes;
    EXPECT_EQ(certified.body.at("certifications").at(0).at("basis"), "令和6年度DX研修(レベル1相当)の受講");
}

TEST_F(LevelsTest, ACertificationCannotLieAheadNorEndBeforeItBegins)
{
    auto ahead = decision({ready});
    ahead["certified_on"] = "2026-06-02";
    EXPECT_EQ(certify("L1", ahead).status, 422);
    auto ended = decision({ready});
    ended["valid_until"] = "2026-06-01";
    EXPECT_EQ(certify("L1", ended).status, 422);
    auto early = decision({ready});
    early["certified_on"] = "2026-05-01";
    EXPECT_EQ(problem(certify("L1", early)), "髙橋 花子(0010): 必要な研修「データ利活用」を修了していません。")
        << "judged as of the day of certification";
}

TEST_F(LevelsTest, RevokedWithAReasonItHoldsNoLongerAndThePersonIsACandidateAgain)
{
    certify("L1", decision({ready}));
    auto const path = certification(ready, "/revocation");
    EXPECT_EQ(office.post(path, bj::object{{"reason", ""}}).status, 422);
    ASSERT_EQ(office.post(path, bj::object{{"reason", "修了の誤記録"}}).status, 200);
    EXPECT_EQ(first_of(ready).at("state"), "revoked");
    EXPECT_EQ(first_of(ready).at("revoked_why"), "修了の誤記録");
    EXPECT_EQ(office.post(path, bj::object{{"reason", "二度目"}}).code(), "conflict");
    EXPECT_EQ(office.get("/levels/candidates").body.at("levels").at(0).at("ready"), 1);
}

TEST_F(LevelsTest, AnExpiredCertificationIsShownAsSuchAndCountsNoLonger)
{
    auto input = decision({ready});
    input["valid_until"] = "2026-07-01";
    certify("L1", input);
    EXPECT_EQ(first_of(ready).at("state"), "valid");
    town.clock().set(*date_from_iso("2026-07-01"));
    office = town.as(Role::dx_office);  // the session of a month ago has ended
    EXPECT_EQ(first_of(ready).at("state"), "expired");
    EXPECT_EQ(office.get("/levels/candidates").body.at("levels").at(0).at("holders"), 0);
}

TEST_F(LevelsTest, TheCertificateSaysWhatThePlanSaysAndItsNumberCanBeChecked)
{
    certify("L1", decision({ready}));
    auto const mine = town.staff("0010").get("/me/certificates").body.at("certifications").at(0);
    auto const number = std::string(mine.at("number").as_string());
    EXPECT_THAT(number, testing::MatchesRegex("2026-[0-9]+-[2-9A-HJ-NP-Z]+"));
    auto const paper = town.staff("0010").get(certification(ready, "/certificate")).body;
    EXPECT_EQ(paper.at("text").at("name"), "髙橋 花子");
    EXPECT_EQ(paper.at("text").at("city"), "試験市");
    EXPECT_EQ(paper.at("text").at("title"), "DX推進リーダー レベル1");
    EXPECT_EQ(paper.at("text").at("statement"),
              "上記の者を、試験市デジタル人材育成計画に基づき、DX推進リーダー レベル1として認定します。");

    auto lower = number;
    for (auto& c : lower) c = static_cast<char>(std::tolower(c));
    auto const checked = town.staff("0012").get("/certificates/" + lower);
    EXPECT_EQ(checked.body.at("name"), "髙橋 花子") << checked.bytes;
    EXPECT_EQ(checked.body.at("state"), "valid");
    EXPECT_EQ(town.staff("0012").get("/certificates/2026-0001-AAAAAA").status, 404);
}

TEST_F(LevelsTest, IssuedAgainWithAReasonItKeepsTheNumberAndTheEarlierVersionStaysReadable)
{
    certify("L1", decision({ready}));
    auto const path = certification(ready, "/certificate");
    auto const first = office.get(path).body;
    EXPECT_EQ(office.post(path, bj::object{{"reason", ""}}).status, 422);
    static db::Sql const kMarried{"UPDATE staff SET name = '山田 花子' WHERE staff_no = '0010'"};
    town.write([](db::Tx& tx) { return tx.run(kMarried); });
    auto const again = office.post(path, bj::object{{"reason", "改姓のため"}});
    ASSERT_EQ(again.status, 201) << again.bytes;
    EXPECT_EQ(again.body.at("version"), 2);
    EXPECT_EQ(again.body.at("number"), first.at("number"));
    EXPECT_EQ(again.body.at("text").at("name"), "山田 花子");
    EXPECT_EQ(office.get(path + "?version=1").body.at("text").at("name"), "髙橋 花子");
    EXPECT_EQ(office.get(path + "?version=3").status, 404);
}

TEST_F(LevelsTest, WhatAColleagueMayNotSeeIsNotFoundAndOnlyTheOfficesCertify)
{
    certify("L1", decision({ready}));
    town.person({.no = "0020", .name = "別課 四郎", .unit = town.unit("別の課")});
    auto const colleague = town.staff("0020");
    EXPECT_EQ(colleague.get("/certifications?staff=" + std::to_string(ready.value)).status, 404);
    EXPECT_EQ(colleague.get(certification(ready, "/certificate")).status, 404);
    EXPECT_EQ(town.as(Role::section_head).get("/levels/candidates").status, 403);
    EXPECT_EQ(town.as(Role::training_officer).get("/levels/candidates").status, 200);
    auto const elsewhere = town.as(Role::training_officer, town.unit("さらに別の課"));
    EXPECT_EQ(elsewhere.get("/levels/candidates").body.at("rows").as_array().size(), 0u);
    EXPECT_EQ(elsewhere.post("/levels/L1/certifications", decision({ready})).status, 404);
}

TEST_F(LevelsTest, CertifyingRevokingAndIssuingAgainAreInTheAudit)
{
    certify("L1", decision({ready}));
    office.post(certification(ready, "/certificate"), bj::object{{"reason", "紛失のため"}});
    office.post(certification(ready, "/revocation"), bj::object{{"reason", "誤り"}});
    static db::Sql const kActions{"SELECT action FROM audit WHERE action LIKE 'levels.%' ORDER BY seq"};
    EXPECT_THAT(town.read([](db::Tx& tx) { return tx.all<std::string>(kActions); }),
                testing::ElementsAre("levels.certified", "levels.certificate_issued", "levels.revoked"));
}

TEST_F(LevelsTest, PriorLearningIsTakenFromATableAsOfficesMakeIt)
{
    std::string const file =
        "令和6年度 レベル1相当研修 受講者名簿,,,\r\n"
        "職員番号,氏名,認定日,根拠\r\n"
        "００１２,鈴木　三郎,令和7年3月31日,DX研修・デザイン思考・データ利活用の受講\r\n"
        ",,,\r\n"
        "0011,佐藤次郎,R7.3.31,DX研修の受講\r\n";
    auto const checked = office.upload("/levels/L1/prior-learning?check=true", file, "text/csv");
    ASSERT_EQ(checked.status, 200) << checked.bytes;
    EXPECT_EQ(checked.body.at("rows").as_array().size(), 2u);
    EXPECT_FALSE(checked.body.at("recorded").as_bool());
    EXPECT_EQ(office.upload("/levels/L1/prior-learning", file, "text/csv").status, 422) << "without a decision";

    auto const taken = office.upload("/levels/L1/prior-learning?basis_no=7-31&basis_on=2025-03-31", file, "text/csv");
    ASSERT_EQ(taken.status, 200) << taken.bytes;
    EXPECT_EQ(first_of(neither).at("certified_on"), "2025-03-31");
    EXPECT_EQ(first_of(neither).at("ground"), "prior");
    EXPECT_EQ(first_of(neither).at("basis"), "DX研修・デザイン思考・データ利活用の受講");
    EXPECT_EQ(office.get("/levels/candidates").body.at("levels").at(0).at("holders"), 2);
}

TEST_F(LevelsTest, EveryRowThatCannotBeTakenIsToldWithLineColumnAndReasonAndThenNoneIs)
{
    certify("L1", decision({ready}));
    std::string const file =
        "職員番号,氏名,認定日,根拠\n"
        "0012,鈴木 三郎,2025-03-31,研修の受講\n"
        "9999,だれか,2025-03-31,研修の受講\n"
        "0011,鈴木 三郎,2025-13-31,\n"
        "0010,髙橋 花子,2026-06-01,研修の受講\n"
        "0012,鈴木 三郎,2025-03-31,研修の受講\n";
    auto const refused = office.upload("/levels/L1/prior-learning?check=true", file, "text/csv").body.at("refused").as_array();
    std::vector<std::string> places;
    for (auto const& cell : refused)
        places.push_back(std::to_string(cell.at("line").as_int64()) + " " + std::string(cell.at("column").as_string()));
    EXPECT_THAT(places, testing::ElementsAre("3 職員番号", "4 認定日", "4 根拠", "5 認定日", "6 職員番号"));
    auto const taken = office.upload("/levels/L1/prior-learning?basis_no=1&basis_on=2025-03-31", file, "text/csv");
    EXPECT_EQ(taken.code(), "rows_refused");
    EXPECT_EQ(taken.body.at("problems").as_array().size(), 5u);
    EXPECT_EQ(office.get("/certifications?staff=" + std::to_string(neither.value)).body.at("certifications").as_array().size(),
              0u);
}

TEST_F(LevelsTest, ANumberWithAnotherNameIsRefusedAndATableWithoutTheColumnsIsNotRead)
{
    auto const wrong = office.upload("/levels/L1/prior-learning?check=true",
                                     "職員番号,氏名,認定日,根拠\n0012,田中 五郎,2025-03-31,研修の受講\n", "text/csv");
    EXPECT_EQ(wrong.body.at("refused").at(0).at("column"), "氏名");
    EXPECT_EQ(wrong.body.at("refused").at(0).at("reason"), "この番号の職員は鈴木 三郎です。番号か氏名を確かめてください。");
    EXPECT_EQ(office.upload("/levels/L1/prior-learning?check=true", "a,b\n1,2\n", "text/csv").code(), "unreadable_file");
    EXPECT_EQ(office.upload("/levels/L9/prior-learning?check=true", "職員番号,認定日,根拠\n", "text/csv").status, 404);
}

TEST_F(LevelsTest, ACertificationRaisesTheTargetAndTheForecastCountedItBefore)
{
    auto const before = office.get("/targets").body.at("rows").at(0);
    EXPECT_EQ(before.at("actual"), 0);
    EXPECT_EQ(before.at("ready"), 1);
    EXPECT_EQ(before.at("forecast"), 2) << "one is ready, one has half of the courses";
    certify("L1", decision({ready}));
    auto const after = office.get("/targets").body.at("rows").at(0);
    EXPECT_EQ(after.at("actual"), 1);
    EXPECT_EQ(after.at("ready"), 0);
    EXPECT_EQ(after.at("forecast"), 2);
}

TEST_F(LevelsTest, ACertificateIsFetchedAsPdfByThePersonAndByNobodyElse)
{
    certify("L1", decision({ready}));
    auto const path = certification(ready, "/certificate.pdf");
    auto const sheet = town.staff("0010").get(path);
    EXPECT_EQ(sheet.status, 200);
    EXPECT_THAT(testing_town::pdf_text(sheet.bytes), testing::HasSubstr("髙橋"));
    EXPECT_EQ(town.staff("0011").get(path).status, 404);
    EXPECT_EQ(office.get(path + "?version=9").status, 404);
}

TEST_F(LevelsTest, WhoHoldsALevelIsListedWithTheNumberUntilItIsRevoked)
{
    certify("L1", decision({ready}));
    auto const holders = office.get("/levels/L1/holders").body.at("rows").as_array();
    ASSERT_EQ(holders.size(), 1u);
    EXPECT_EQ(holders[0].at("name"), "髙橋 花子");
    EXPECT_EQ(holders[0].at("number"), first_of(ready).at("number"));
    EXPECT_EQ(office.get("/levels/L1/holders?on=2026-05-31").body.at("rows").as_array().size(), 0u) << "not yet";
    EXPECT_EQ(office.get("/levels/L2/holders").body.at("rows").as_array().size(), 0u) << "of exactly this level";
    EXPECT_EQ(office.get("/levels/L9/holders").status, 404);
    EXPECT_EQ(town.staff("0010").get("/levels/L1/holders").status, 403);
    office.post(certification(ready, "/revocation"), bj::object{{"reason", "誤り"}, {"revoked_on", nullptr}});
    EXPECT_EQ(office.get("/levels/L1/holders").body.at("rows").as_array().size(), 0u);
}

TEST_F(LevelsTest, ManyCertificatesAreMadeByAJobAndFetchedByWhoAskedForThem)
{
    complete(near, "C2", "2026-05-21");
    certify("L1", decision({ready, near}));
    bj::array ids;
    for (auto const staff : {near, ready}) ids.push_back(first_of(staff).at("id"));
    auto const job = office.post("/certificates/prints", bj::object{{"certifications", ids}});
    ASSERT_EQ(job.status, 202);
    auto const path = "/certificates/prints/" + std::to_string(job.body.at("id").as_int64());
    town.municipality().jobs().wait_until_idle();

    auto const file = office.get(path);
    EXPECT_EQ(file.status, 200);
    auto const made = office.get("/jobs/" + std::to_string(job.body.at("id").as_int64())).body;
    EXPECT_EQ(made.at("state"), "done");
    EXPECT_EQ(made.at("result").at("sheets"), 2);
    EXPECT_EQ(town.as(Role::training_officer).get(path).status, 404) << "another's job";
    EXPECT_EQ(town.staff("0010").get(path).status, 403);
    EXPECT_EQ(office.post("/certificates/prints", bj::object{{"certifications", bj::array{99}}}).status, 404);
}
