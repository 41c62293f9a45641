// The roll of a run as a file: out to be filled in, and in again.
#include "features/training/training_test_town.hpp"
#include "platform/sheets/table.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using namespace training_test;

namespace {

struct RollTest : TrainingTest {
    bj::value run;

    /// Two sessions, the first of them held yesterday; 0010 and 0011 have seats.
    void SetUp() override
    {
        TrainingTest::SetUp();
        auto wanted = form();
        wanted["sessions"] = bj::array{session("2026-07-01"), session("2026-07-08")};
        run = opened(wanted);
        EXPECT_EQ(apply("0010", run).status, 201);
        EXPECT_EQ(apply("0011", run).status, 201);
        on("2026-07-02");
    }
    Answer take(std::string const& bytes, bool check = false)
    {
        return office.upload(path("/runs/", run, "/roll") + "?name=roll.csv" + (check ? "&check=true" : ""), bytes);
    }
    std::size_t marks(StaffId staff)
    {
        auto const list = office.get(path("/runs/", run, "/enrolments")).body;
        for (auto const& row : list.at("enrolments").as_array())
            if (row.at("staff") == staff.value) return row.at("attendance").as_array().size();
        return 99;
    }
};

constexpr char const* kHeader = "職員番号,氏名,開始日時,出欠,理由\n";

}  // namespace

TEST_F(RollTest, WhatGoesOutComesInAgainFilledIn)
{
    auto const file = office.get(path("/runs/", run, "/roll"));
    ASSERT_EQ(file.status, 200) << file.bytes;
    auto const book = sheets::read_table(file.bytes);
    auto const& rows = book.sheets[0].rows;
    ASSERT_EQ(rows.size(), 5U) << "a row for each person and session, and the names of the columns";
    EXPECT_EQ(rows[1].text(3), "2026-07-01 10:00");
    EXPECT_EQ(rows[1].text(4), "2026-07-01 12:00");

    auto filled = file.bytes;
    std::string const before_mark = R"("2026-07-01 12:00",大会議室,)";
    auto const first = filled.find(before_mark);
    ASSERT_NE(first, std::string::npos) << filled;
    filled.insert(first + before_mark.size(), "出席");
    auto const looked = take(filled, true);
    ASSERT_EQ(looked.status, 200) << looked.bytes;
    EXPECT_EQ(looked.body.at("marks").as_array().size(), 1U);
    EXPECT_EQ(looked.body.at("unchanged"), 3) << "empty cells say nothing";
    EXPECT_EQ(marks(anna), 0U) << "looking writes nothing";
    EXPECT_TRUE(take(filled).body.at("recorded").as_bool());
    EXPECT_EQ(marks(anna), 1U);
    EXPECT_EQ(take(filled).body.at("marks").as_array().size(), 0U) << "the same file again changes nothing";
}

TEST_F(RollTest, MarksAreReadAsPeopleAndSpreadsheetsWriteThem)
{
    auto const taken = take(std::string(kHeader) + "0010,青木 花子,2026/7/1 10:00:00,○,\n0011,石井 次郎,2026/7/1,欠,急な公務\n");
    ASSERT_EQ(taken.status, 200) << taken.bytes;
    auto const& marks = taken.body.at("marks").as_array();
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].at("mark"), "present");
    EXPECT_EQ(marks[1].at("mark"), "absent");
    EXPECT_EQ(marks[1].at("reason"), "急な公務");
}

TEST_F(RollTest, OneWrongRowKeepsAllOutAndSaysWhyAndWhatToDo)
{
    auto const bytes = std::string(kHeader) +
                       "0010,青木 花子,2026-07-01 10:00,出席,\n"
                       "0012,上田 三郎,2026-07-01 10:00,出席,\n"
                       "0011,石井 次郎,2026-07-08 10:00,出席,\n"
                       "0011,石井 次郎,2026-07-01 10:00,たぶん,\n";
    auto const refused = take(bytes);
    EXPECT_EQ(refused.code(), "rows_refused");
    EXPECT_EQ(marks(anna), 0U);
    auto const rows = take(bytes, true).body.at("refused").as_array();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].at("line"), 3);
    EXPECT_THAT(std::string(rows[0].at("problems").at(0).at("remedy").as_string()), HasSubstr("先頭の0"));
    EXPECT_EQ(rows[1].at("problems").at(0).at("problem"), "まだ始まっていない日程です。");
    EXPECT_EQ(rows[2].at("problems").at(0).at("column"), "出欠");
}

TEST_F(RollTest, AFileWithoutTheColumnsIsRefusedAndStaffHaveNoRoll)
{
    EXPECT_EQ(take("a,b\n1,2\n").code(), "unreadable_file");
    EXPECT_EQ(town.staff("0010").get(path("/runs/", run, "/roll")).status, 403);
}
