// Completions out of somebody else's list, as the training office takes them in.
#include "features/training/training_test_town.hpp"
#include "platform/sheets/encoding.hpp"
#include "platform/sheets/table.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

#include <thread>

using namespace std::chrono_literals;
using testing::HasSubstr;
using namespace training_test;

namespace {

constexpr char const* kLogo =
    "受付番号,回答日時,職員番号,氏名,受講した研修\n"
    "1,2026-05-10 09:12,0010,青木 花子,DX入門\n"
    "2,2026-05-11 18:40,0011,石井 次郎,【J-LIS】任意研修(eラーニング)\n"
    "3,2026-05-12 10:00,9999,だれか,DX入門\n";

constexpr char const* kUdemy =
    "\xEF\xBB\xBF"
    "First Name,Last Name,Email,Course Title,Completion Ratio,Completion Date\n"
    "Hanako,Aoki,Aoki@example.lg.jp,Excel for DX,100%,2026-05-01T20:00:00Z\n"
    "Jiro,Ishii,ishii@example.lg.jp,Excel for DX,40%,\n";

struct CompletionsTest : TrainingTest {
    bj::value read(std::string const& bytes)
    {
        auto const sent = office.upload("/completions/files?name=list.csv", bytes);
        EXPECT_EQ(sent.status, 200) << sent.bytes;
        return sent.body;
    }
    static bj::object asked(bj::value const& file, std::string const& source = "LoGoフォーム")
    {
        bj::object columns;
        for (auto const& column : file.at("columns").as_array())
            columns[std::to_string(column.at("index").as_int64())] = column.at("field");
        return {{"upload", file.at("upload")}, {"source", source}, {"columns", columns}};
    }
    bj::value preview(bj::object const& input)
    {
        auto const shown = office.post("/completions/preview", input);
        EXPECT_EQ(shown.status, 200) << shown.bytes;
        return shown.body;
    }
    /// The job's end.
    bj::value take_in(bj::object const& input)
    {
        auto const job = office.post("/completions/imports", input);
        EXPECT_EQ(job.status, 202) << job.bytes;
        town.municipality().jobs().wait_until_idle();
        return office.get(path("/jobs/", job.body.at("id"))).body;
    }
    std::size_t completions(std::string const& no)
    {
        return town.staff(no).get("/me/training").body.at("completions").as_array().size();
    }
};

}  // namespace

TEST_F(CompletionsTest, AListOfAFormIsUnderstoodByItsHeaderAndSaysEachRowThatCannotBeTakenIn)
{
    auto const file = read(kLogo);
    EXPECT_EQ(file.at("source"), "LoGoフォーム");
    EXPECT_EQ(file.at("columns").at(1).at("field"), "completed_on");
    EXPECT_EQ(file.at("columns").at(2).at("field"), "staff_no");
    EXPECT_EQ(file.at("columns").at(4).at("field"), "course");

    auto const shown = preview(asked(file));
    EXPECT_EQ(shown.at("counts").at("added"), 2);
    ASSERT_EQ(shown.at("counts").at("refused"), 1);
    EXPECT_EQ(shown.at("courses").at(0).at("by"), "name");
    EXPECT_EQ(shown.at("courses").at(1).at("by"), "likeness") << "a name within the other is proposed, and shown as such";
    EXPECT_EQ(shown.at("courses").at(1).at("course"), "C3");
    auto const& refused = shown.at("refused").at(0);
    EXPECT_EQ(refused.at("line"), 4);
    EXPECT_EQ(refused.at("problems").at(0).at("column"), "職員番号");
    EXPECT_THAT(std::string(refused.at("problems").at(0).at("remedy").as_string()), HasSubstr("先頭の0"));
    EXPECT_EQ(completions("0010"), 0U) << "looking writes nothing";
}

TEST_F(CompletionsTest, AllOrNoneUnlessTheRestIsAskedForAndTheSameListTwiceAddsNothing)
{
    auto input = asked(read(kLogo));
    auto const refused = take_in(input);
    EXPECT_EQ(refused.at("state"), "refused");
    EXPECT_EQ(refused.at("result").at("code"), "rows_refused");
    EXPECT_EQ(completions("0010"), 0U);

    input["skip_refused"] = true;
    auto const done = take_in(input);
    ASSERT_EQ(done.at("state"), "done") << done;
    EXPECT_EQ(done.at("result").at("counts").at("added"), 2);
    EXPECT_EQ(completions("0010"), 1U);

    auto const again = take_in(input);
    EXPECT_EQ(again.at("result").at("counts").at("added"), 0);
    EXPECT_EQ(again.at("result").at("counts").at("already"), 2);
    EXPECT_EQ(completions("0010"), 1U);
}

TEST_F(CompletionsTest, WhatIsTakenInIsEvidenceAtOnceAndTheWholeListCanBeTakenBackOnce)
{
    auto const holds = [&] {
        auto const page = office.get(path("/staff/", anna) + "/page").body;
        for (auto const& skill : page.at("skills").at("rows").as_array())
            if (skill.at("skill") == "DX") return skill.at("holds").as_bool();
        return false;
    };
    EXPECT_FALSE(holds());
    auto input = asked(read(kLogo));
    input["skip_refused"] = true;
    auto const id = take_in(input).at("result").at("id");
    EXPECT_TRUE(holds());

    EXPECT_EQ(office.post(path("/completions/imports/", id, "/undo")).status, 200);
    EXPECT_FALSE(holds());
    EXPECT_EQ(completions("0010"), 0U);
    EXPECT_EQ(office.post(path("/completions/imports/", id, "/undo")).code(), "not_undoable");
    EXPECT_EQ(take_in(input).at("result").at("counts").at("added"), 2) << "and may be taken in again";
}

TEST_F(CompletionsTest, AListOfAVideoServiceFindsPeopleByMailAndCountsItsDaysInJapan)
{
    town.write([&](db::Tx& tx) {
        tx.script("UPDATE staff SET email = 'aoki@example.lg.jp' WHERE staff_no = '0010'");
        tx.script("UPDATE staff SET email = 'ishii@example.lg.jp' WHERE staff_no = '0011'");
    });
    auto const file = read(kUdemy);
    EXPECT_EQ(file.at("source"), "Udemy");
    auto input = asked(file, "Udemy");
    auto const unknown = preview(input);
    EXPECT_EQ(unknown.at("counts").at("refused"), 2) << "the course has a name that the plan does not know";
    EXPECT_EQ(unknown.at("courses").at(0).at("given"), "Excel for DX");
    EXPECT_EQ(unknown.at("courses").at(0).at("by"), "nothing");

    input["courses"] = bj::object{{"Excel for DX", "C3"}};
    auto const shown = preview(input);
    EXPECT_EQ(shown.at("counts").at("added"), 1);
    EXPECT_EQ(shown.at("counts").at("not_completed"), 1);
    EXPECT_EQ(shown.at("rows").at(0).at("staff"), anna.value);
    EXPECT_EQ(shown.at("rows").at(0).at("completed_on"), "2026-05-02") << "20:00 in UTC is the next morning";
    EXPECT_EQ(take_in(input).at("state"), "done");

    auto const next = read(kUdemy);
    EXPECT_EQ(preview(asked(next, "Udemy")).at("courses").at(0).at("by"), "memory") << "the name is remembered for the source";
}

TEST_F(CompletionsTest, ColumnsChosenByHandAreRememberedForTheSameHeader)
{
    constexpr char const* list = "番号,なまえ,なに,いつ\n0010,青木 花子,C1,R8.5.1\n";
    auto const file = read(list);
    EXPECT_TRUE(file.at("columns").at(0).at("field").is_null());
    auto input = asked(file, "研究所");
    input["columns"] = bj::object{{"0", "staff_no"}, {"2", "course"}, {"3", "completed_on"}};
    ASSERT_EQ(take_in(input).at("state"), "done");
    auto const next = read(list);
    EXPECT_EQ(next.at("columns").at(3).at("field"), "completed_on");
    EXPECT_EQ(next.at("source"), "研究所");
}

TEST_F(CompletionsTest, AListForOneCourseSaysTheCourseForTheWholeFile)
{
    auto const file = read("職員番号,氏名,修了日\n0010,青木 花子,2026/5/1\n0011,石井 次郎,\n");
    auto input = asked(file, "J-LIS");
    EXPECT_EQ(office.post("/completions/preview", input).code(), "invalid_input") << "nothing says which course";
    input["course"] = "C3";
    auto const shown = preview(input);
    EXPECT_EQ(shown.at("counts").at("added"), 1);
    EXPECT_EQ(shown.at("counts").at("not_completed"), 1) << "without a day it was not completed";
    input["course"] = "C9";
    EXPECT_EQ(office.post("/completions/preview", input).code(), "invalid_input");
}

TEST_F(CompletionsTest, ShiftJisIsReadAndWhoCannotBeToldApartIsRefused)
{
    town.person({.no = "0030", .name = "青木 花子", .unit = other});
    std::vector<std::string> lost;
    auto const bytes = sheets::to_cp932("氏名,研修名,修了日\r\n青木 花子,DX入門,2026/5/1\r\n石井次郎,DX入門,2026/5/1\r\n", lost);
    auto const shown = preview(asked(read(bytes), "J-LIS"));
    EXPECT_EQ(shown.at("counts").at("added"), 1) << "the name without its space is the same name";
    EXPECT_THAT(std::string(shown.at("refused").at(0).at("problems").at(0).at("remedy").as_string()), HasSubstr("職員番号"));
}

TEST_F(CompletionsTest, DaysToComeAndDaysAfterLeavingAreRefused)
{
    town.write([&](db::Tx& tx) { tx.script("UPDATE staff SET left_on = '2026-04-01' WHERE staff_no = '0012'"); });
    auto const shown =
        preview(asked(read("職員番号,研修名,修了日\n0010,C1,2026/6/2\n0012,C1,2026/5/1\n0011,C1,いつか\n"), "J-LIS"));
    EXPECT_EQ(shown.at("counts").at("added"), 0);
    EXPECT_EQ(shown.at("counts").at("refused"), 3);
}

TEST_F(CompletionsTest, TheRefusedRowsAreAWorkbookWithReasonAndRemedy)
{
    auto const input = asked(read(kLogo));
    preview(input);
    auto const answer = office.get("/completions/preview/refused?upload=" + std::string(input.at("upload").as_string()));
    ASSERT_EQ(answer.status, 200);
    auto const book = sheets::read_table(answer.bytes);
    ASSERT_EQ(book.sheets[0].rows.size(), 2U);
    EXPECT_THAT(book.sheets[0].rows[1].text(1), HasSubstr("この番号の職員が見つかりません"));
    EXPECT_EQ(book.sheets[0].rows[1].text(5), "9999");
}

TEST_F(CompletionsTest, ARunThatRecordsTheSameCompletionKeepsItWhenTheListIsTakenBack)
{
    auto const run = opened();
    EXPECT_EQ(apply("0010", run).status, 201);
    on("2026-07-02");
    auto const id = take_in(asked(read("職員番号,研修名,修了日\n0010,C1,2026/7/1\n"), "J-LIS")).at("result").at("id");
    auto const results =
        office.post(path("/runs/", run, "/results"), bj::object{{"completed", bj::array{enrolment_of(run, anna)}},
                                                                {"not_completed", bj::array{}},
                                                                {"completed_on", "2026-07-01"}});
    EXPECT_EQ(results.status, 200) << results.bytes;
    EXPECT_EQ(completions("0010"), 1U);
    office.post(path("/completions/imports/", id, "/undo"));
    EXPECT_EQ(completions("0010"), 1U) << "the run says so too";
}

TEST_F(CompletionsTest, OnlyWhoKeepsRecordsTakesListsIn)
{
    EXPECT_EQ(head().upload("/completions/files?name=list.csv", kLogo).status, 403);
    EXPECT_EQ(town.staff("0010").get("/completions/imports").status, 403);
}
