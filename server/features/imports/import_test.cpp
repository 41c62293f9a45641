// Rosters as cities have them, imported without a word of HTTP into a real database.
#include "features/imports/import.hpp"

#include "features/imports/import_test_city.hpp"
#include "features/imports/undo.hpp"
#include "platform/sheets/csv.hpp"
#include "platform/sheets/xlsx.hpp"

#include <gmock/gmock.h>

using namespace imports;
using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace {

constexpr std::string_view kHeader = "職員番号,氏名,カナ,部,課,係,職位,任用形態,職種,採用年月日\n";

std::string roster(std::string_view rows) { return std::string(kHeader) + std::string(rows); }

std::string reasons(RowReport const& row)
{
    std::string text;
    for (auto const& problem : row.problems)
        text += "[" + problem.column + "=" + problem.value + "] " + problem.problem + problem.remedy + "\n";
    return text;
}

RowReport const* line(ImportPreview const& preview, std::size_t number)
{
    for (auto const& row : preview.rows)
        if (row.line == number) return &row;
    return nullptr;
}

}  // namespace

class Import : public City {};

TEST_F(Import, AMessyRosterFromAPayrollSystemIsReadAsAPersonWouldReadIt)
{
    auto const file = cp932(
        "枚方市職員名簿,,,,,,,,,,,\r\n"
        "令和7年4月1日現在,,,,,,,,,,人事課,\r\n"
        "\r\n"
        "職員コード,職員氏名,ｶﾅ氏名,所属,,,職名,職員区分,職種,採用年月日,PC使用,生年月日\r\n"
        ",,,部,課,係,,,,,,\r\n"
        "0012345,髙﨑　一郎 ,ﾀｶｻｷ ｲﾁﾛｳ,総務部,情報政策課,企画係,主任主事,正規,行政職,R2.4.1,○,S60.1.1\r\n"
        "００１２３４６,渡邉〜花子,ﾜﾀﾅﾍﾞ ﾊﾅｺ,総務部,情報政策課,,課長,正規,行政職,平成10年4月1日,○,S50.1.1\r\n"
        "1-2,吉田  次郎,ﾖｼﾀﾞ ｼﾞﾛｳ,総務部,人事課,,謎の職,会計年度任用,行政職,45748,,\r\n");
    auto const shown = preview(file, {.whole = true});
    EXPECT_EQ(shown.counts.refused, 0);
    EXPECT_EQ(shown.counts.added, 3);
    EXPECT_EQ(shown.new_units.size(), 4u);
    ASSERT_TRUE(line(shown, 8));
    EXPECT_THAT(reasons(*line(shown, 8)), HasSubstr("計画の職位にない職名"));

    auto const done = import(file, {.whole = true});
    EXPECT_EQ(done.counts.added, 3);
    auto const first = person("0012345");
    EXPECT_EQ(first.name, "髙﨑　一郎");
    EXPECT_EQ(first.kana, "タカサキ イチロウ");
    EXPECT_EQ(first.joined_on, Date{2020y / 4 / 1});
    EXPECT_EQ(first.unit_path, "総務部 情報政策課 企画係");
    EXPECT_EQ(first.rank, "主任");
    EXPECT_EQ(first.title, "主任主事");
    EXPECT_TRUE(first.uses_pc);
    auto const second = person("0012346");
    EXPECT_EQ(second.name, "渡邉～花子");  // what CP932's wave is: FF5E, and it stays
    EXPECT_EQ(second.joined_on, Date{1998y / 4 / 1});
    EXPECT_TRUE(second.is_head);
    EXPECT_EQ(second.unit_path, "総務部 情報政策課");
    auto const third = person("1-2");
    EXPECT_EQ(third.name, "吉田  次郎");
    EXPECT_EQ(third.joined_on, Date{2025y / 4 / 1});
    EXPECT_EQ(third.rank, "謎の職");
    EXPECT_FALSE(third.uses_pc);
}

TEST_F(Import, AWorkbookWithTitleMergedHeaderAndDateCellsIsTheSame)
{
    using sheets::Cell;
    sheets::SheetOut sheet;
    sheet.name = "名簿";
    sheet.header = {"職員番号", "氏名", "カナ", "部", "課", "職位", "任用形態", "採用年月日"};
    sheet.rows = {{Cell::of("0012345"), Cell::of("髙﨑 一郎"), Cell::of("ﾀｶｻｷ ｲﾁﾛｳ"), Cell::of("総務部"), Cell::of("人事課"),
                   Cell::of("主査"), Cell::of("正規"), Cell::of(Date{2020y / 4 / 1})},
                  {Cell::of(12346.0), Cell::of("山田 太郎"), Cell::of("ヤマダ タロウ"), Cell::of("総務部"), Cell::of("人事課"),
                   Cell::of("課長"), Cell::of("正規"), Cell::of("R2.4.1")}};
    sheet.pretty = true;
    sheet.title = "職員名簿";
    auto const done = import(sheets::xlsx_bytes({sheet}), {.whole = true});
    EXPECT_EQ(done.counts.added, 2);
    EXPECT_EQ(person("0012345").joined_on, person("12346").joined_on);
    EXPECT_EQ(person("12346").unit_path, "総務部 人事課");
}

TEST_F(Import, EveryRefusedRowSaysWhereWhyAndWhatToDo)
{
    import(roster("0001,山田 太郎,ヤマダ タロウ,総務部,人事課,,主査,正規,行政職,R2.4.1\n"));
    auto const shown = preview(roster("0002,,カナ,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
                                      ",佐藤 花子,サトウ ハナコ,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
                                      "0003,鈴木 一,スズキ ハジメ,総務部,人事化,,主査,正規,行政職,R2.4.1\n"
                                      "0004,田中 実,タナカ ミノル,総務部,人事課,,主査,正規,行政職,R7.2.30\n"
                                      "0005,伊藤 学,イトウ マナブ,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
                                      "0005,加藤 学,カトウ マナブ,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
                                      "0006,井上 進,イノウエ ススム,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
                                      "0006,井上 進,イノウエ ススム,総務部,,,主査,正規,行政職,R2.4.1\n"
                                      "1.23457E+10,木村 亮,キムラ リョウ,総務部,人事課,,主査,正規,行政職,R2.4.1\n"),
                               {.create_units = false});
    EXPECT_EQ(shown.counts.refused, 9);
    EXPECT_THAT(reasons(*line(shown, 2)), AllOf(HasSubstr("[氏名=]"), HasSubstr("氏名が空")));
    EXPECT_THAT(reasons(*line(shown, 3)), HasSubstr("職員番号が空"));
    EXPECT_THAT(reasons(*line(shown, 4)), AllOf(HasSubstr("総務部 人事化"), HasSubstr("近い名前: 「総務部 人事課」")));
    EXPECT_THAT(reasons(*line(shown, 5)), AllOf(HasSubstr("[採用年月日=R7.2.30]"), HasSubstr("実在する日付")));
    EXPECT_THAT(reasons(*line(shown, 6)), HasSubstr("7行目の「加藤 学」"));
    EXPECT_THAT(reasons(*line(shown, 7)), HasSubstr("6行目の「伊藤 学」"));
    EXPECT_THAT(reasons(*line(shown, 8)), HasSubstr("本務の所属が2つ"));
    EXPECT_THAT(reasons(*line(shown, 10)), HasSubstr("指数"));
}

TEST_F(Import, AllOfItOrNothing)
{
    auto const file = roster(
        "0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
        "0002,,,総務部,人事課,,主査,正規,行政職,R2.4.1\n");
    try {
        import(file);
        FAIL() << "not refused";
    } catch (Refused const& refused) {
        EXPECT_EQ(refused.code, Code::rows_refused);
        ASSERT_EQ(refused.problems.size(), 1u);
        EXPECT_THAT(refused.problems[0].pointer, HasSubstr("3行目 氏名"));
    }
    EXPECT_EQ(count("staff") + count("org_unit") + count("import_run") + count("import_addition") + count("audit"), 0);

    auto const done = import(file, {.skip_refused = true});
    EXPECT_EQ(done.counts.added, 1);
    EXPECT_EQ(done.counts.refused, 1);
    ASSERT_EQ(done.refused.size(), 1u);
    EXPECT_EQ(done.refused[0].line, 3u);
    EXPECT_EQ(count("staff"), 1);
    EXPECT_EQ(count("audit"), 1);
}

TEST_F(Import, TheSameRosterAgainChangesNothing)
{
    auto const file = std::string(
        "職員番号,氏名,カナ,部,課,職位,任用形態,採用年月日,担当システム,兼務所属,兼務職名,休職,休職期間,異動日\n"
        "0001,髙﨑 一郎,ﾀｶｻｷ ｲﾁﾛｳ,総務部,人事課,主任主事,正規,R2.4.1,住基、税,情報政策課,主査,,,R5.4.1\n"
        "0002,山田 太郎,ヤマダ タロウ,総務部,情報政策課,課長,正規,R2.4.1,,,,育児休業,R6.10.1～R8.3.31,\n");
    EXPECT_EQ(import(file, {.whole = true}).counts.added, 2);
    auto const rows = everything();
    for (int i = 0; i < 2; ++i) {
        auto const again = import(file, {.whole = true});
        EXPECT_EQ(again.counts.unchanged, 2);
        EXPECT_EQ(again.counts.changed + again.counts.added + again.counts.left, 0);
    }
    EXPECT_EQ(everything(), rows);
    EXPECT_EQ(postings("0001"), "2023-04-01.. 総務部 人事課 主任; 2025-04-01.. 総務部 情報政策課 主査 concurrent");
    EXPECT_EQ(leaves("0002"), "2024-10-01..2026-04-01 育児休業");
}

TEST_F(Import, AWholeRosterOnTheFirstOfAprilMovesPeopleAndLosesNobodysHistory)
{
    import(roster("0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
                  "0002,佐藤 花子,,総務部,人事課,,課長,正規,行政職,H10.4.1\n"
                  "0003,鈴木 一,,総務部,情報政策課,,主事,正規,行政職,R6.4.1\n"),
           {.as_of = Date{2025y / 4 / 1}, .whole = true});
    auto const done = import(roster("0001,山田 太郎,,総務部,情報政策課,,係長,正規,行政職,R2.4.1\n"
                                    "0003,鈴木 一,,総務部,情報政策課,,主事,再任用,行政職,R6.4.1\n"
                                    "0004,新人 新,,総務部,人事課,,主事,正規,行政職,R8.4.1\n"),
                             {.as_of = Date{2026y / 4 / 1}, .whole = true});
    EXPECT_EQ(done.counts.changed, 2);
    EXPECT_EQ(done.counts.added, 1);
    EXPECT_EQ(done.counts.left, 1);
    EXPECT_EQ(postings("0001"), "2025-04-01..2026-04-01 総務部 人事課 主査; 2026-04-01.. 総務部 情報政策課 係長");
    EXPECT_EQ(postings("0002"), "2025-04-01..2026-04-01 総務部 人事課 課長");
    EXPECT_EQ(person("0002").left_on, Date{2026y / 4 / 1});
    EXPECT_EQ(engagements("0002"), "1998-04-01..2026-04-01 正規");
    EXPECT_EQ(engagements("0003"), "2024-04-01..2026-04-01 正規; 2026-04-01.. 再任用");
    EXPECT_EQ(postings("0003"), "2025-04-01.. 総務部 情報政策課 主事");
}

TEST_F(Import, ATransferToComeStaysHiddenUntilItsDay)
{
    import(roster("0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"));
    import(roster("0001,山田 太郎,,総務部,情報政策課,,主査,正規,行政職,R2.4.1\n"),
           {.as_of = Date{2027y / 4 / 1}, .create_units = true});
    EXPECT_EQ(announced("0001"), "2025-04-01 2027-04-01");
}

TEST_F(Import, UndoPutsEverythingBackAsItWas)
{
    import(
        roster("0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
               "0002,佐藤 花子,,総務部,人事課,,課長,正規,行政職,H10.4.1\n"));
    auto const before = everything();
    auto const done = import(roster("0001,山田 次郎,ヤマダ ジロウ,企画部,企画課,,課長,再任用,行政職,R2.4.1\n"
                                    "0009,新人 新,,企画部,企画課,,主事,正規,行政職,R7.4.1\n"),
                             {.as_of = Date{2026y / 4 / 1}, .whole = true});
    EXPECT_EQ(done.counts.left, 1);
    EXPECT_NE(everything(), before);
    undo(*done.id);
    EXPECT_EQ(everything(), before);
    EXPECT_EQ(refusal([&] { undo(*done.id); }), Code::not_undoable);
}

TEST_F(Import, UndoIsRefusedWhenSomebodyHasWorkedOnTheRowsSince)
{
    auto const first = import(roster("0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"));
    auto const second = import(roster("0001,山田 太郎,,総務部,人事課,,係長,正規,行政職,R2.4.1\n"
                                      "0002,佐藤 花子,,総務部,人事課,,課長,正規,行政職,H10.4.1\n"),
                               {.as_of = Date{2026y / 4 / 1}});
    EXPECT_EQ(refusal([&] { undo(*first.id); }), Code::not_undoable);
    script("UPDATE staff SET email = 'x@example.lg.jp' WHERE staff_no = '0002'");
    auto const after = everything();
    EXPECT_EQ(refusal([&] { undo(*second.id); }), Code::not_undoable);
    EXPECT_EQ(everything(), after);
    script("UPDATE staff SET email = '' WHERE staff_no = '0002'");
    script(
        "INSERT INTO skill_evidence (staff_id, skill_code, kind, holds, dated_on, source, created_at) "
        "SELECT id, 'S1', 'self', 1, '2026-04-02', '', '2026-04-02T00:00:00Z' FROM staff WHERE staff_no = '0002'");
    EXPECT_EQ(refusal([&] { undo(*second.id); }), Code::not_undoable);
    script("DELETE FROM skill_evidence");
    undo(*second.id);
    undo(*first.id);
    EXPECT_EQ(count("staff") + count("org_unit") + count("posting") + count("staff_number"), 0);
}

TEST_F(Import, AnImportOfAnEarlierVersionIsNotOfferedForUndo)
{
    auto const done = import(roster("0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"));
    auto const offered = [&] { return database->read([](db::Tx& tx) { return imports::list(tx); }).front().undoable; };
    EXPECT_TRUE(offered());
    script(
        "INSERT INTO import_change (import_id, seq, table_name, row_id, before_row, after_row) "
        "SELECT id, 99, 'staff', 1, NULL, '{}' FROM import_run");
    EXPECT_FALSE(offered());
    EXPECT_EQ(refusal([&] { undo(*done.id); }), Code::not_undoable);
}

TEST_F(Import, ThePlaceOfAnUnknownSectionIsTheCellThatNamesIt)
{
    import(roster("0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"));
    std::string const header = "職員番号,氏名,所属コード,部,課,係\n";
    auto const shown = preview(header + "0001,山田 太郎,X9,,,\n0002,佐藤 花子,,総務部,人事化,\n", {.create_units = false});
    EXPECT_THAT(reasons(*line(shown, 2)), HasSubstr("[所属コード=X9]"));
    EXPECT_THAT(reasons(*line(shown, 3)), HasSubstr("[課=総務部 人事化]"));
}

TEST_F(Import, UndoNamesWhoseAddedFactWasChangedRemovedOrJoinedByAnotherSince)
{
    auto const done =
        import(roster("0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
                      "0002,佐藤 花子,,総務部,人事課,,課長,正規,行政職,H10.4.1\n"));
    auto const told = [&] {
        try {
            undo(*done.id);
        } catch (Refused const& refused) {
            return refused.problems.empty() ? std::string{} : refused.problems.front().problem;
        }
        return std::string{"taken back"};
    };
    script("UPDATE posting SET rank = '部長' WHERE staff_id = (SELECT id FROM staff WHERE staff_no = '0002')");
    EXPECT_THAT(told(), AllOf(HasSubstr("佐藤 花子"), HasSubstr("変更")));
    script("UPDATE posting SET rank = '課長' WHERE rank = '部長'");
    script(
        "INSERT INTO staff_number (staff_no, staff_id, valid_from) SELECT 'X', id, '2025-05-01' FROM staff WHERE staff_no = "
        "'0001'");
    EXPECT_THAT(told(), AllOf(HasSubstr("山田 太郎"), HasSubstr("職員番号")));
    script("DELETE FROM staff_number WHERE staff_no = 'X'");
    script("DELETE FROM engagement WHERE staff_id = (SELECT id FROM staff WHERE staff_no = '0001')");
    EXPECT_THAT(told(), HasSubstr("削除"));
}

TEST_F(Import, UnitsThatAWholeRosterLeavesEmptyAreTakenBackToBeingOpen)
{
    import(roster("0001,山田 太郎,,総務部,人事課,人事係,主査,正規,行政職,R2.4.1\n"
                  "0002,佐藤 花子,,企画部,企画課,,課長,正規,行政職,H10.4.1\n"),
           {.whole = true});
    auto const file = roster(
        "0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n"
        "0002,佐藤 花子,,政策部,,,課長,正規,行政職,H10.4.1\n");
    auto const paths = [](std::vector<EmptyUnit> const& units) {
        std::vector<std::string> all(units.size());
        std::transform(units.begin(), units.end(), all.begin(), [](EmptyUnit const& unit) { return unit.path; });
        return all;
    };
    How const april{.as_of = Date{2026y / 4 / 1}, .whole = true};
    EXPECT_THAT(paths(preview(file, april).empty_units), UnorderedElementsAre("総務部 人事課 人事係", "企画部", "企画部 企画課"));
    EXPECT_THAT(preview(file, {.as_of = april.as_of, .create_units = true}).empty_units,
                IsEmpty());  // a part of the staff says nothing

    auto const before = everything();
    auto const left_open = import(file, april);
    EXPECT_THAT(left_open.closed_units, IsEmpty());
    EXPECT_EQ(count("org_unit WHERE valid_until IS NOT NULL"), 0);
    undo(*left_open.id);

    auto closing = april;
    closing.close_units = true;
    auto const done = import(file, closing);
    EXPECT_EQ(done.closed_units.size(), 3u);
    EXPECT_EQ(count("org_unit WHERE valid_until = '2026-04-01' AND succeeded_by IS NULL"), 3);
    auto const kept = database->read([&](db::Tx& tx) { return imports::detail(tx, *done.id); });
    EXPECT_EQ(paths(kept.closed_units), paths(done.closed_units));
    EXPECT_THAT(preview(file, closing).empty_units, IsEmpty());
    undo(*done.id);
    EXPECT_EQ(everything(), before);
}

TEST_F(Import, APersonWhoseLeavingDayIsStillToComeIsOnEveryRosterUntilThen)
{
    auto const header = std::string("職員番号,氏名,所属,職位,退職年月日\n");
    import(header + "0001,山田 太郎,人事課,主査,R8.9.30\n0002,佐藤 花子,人事課,課長,\n", {.whole = true});
    auto const again = import("職員番号,氏名,所属,職位\n0001,山田 太郎,人事課,主査\n0002,佐藤 花子,人事課,課長\n",
                              {.as_of = Date{2026y / 4 / 1}, .whole = true});
    EXPECT_EQ(again.counts.unchanged, 2);
    EXPECT_EQ(person("0001").left_on, Date{2026y / 10 / 1});
    auto const later =
        preview("職員番号,氏名,所属,職位\n0002,佐藤 花子,人事課,課長\n", {.as_of = Date{2026y / 10 / 1}, .whole = true});
    EXPECT_EQ(later.counts.left, 0);
    auto const sooner =
        preview("職員番号,氏名,所属,職位\n0002,佐藤 花子,人事課,課長\n", {.as_of = Date{2026y / 9 / 30}, .whole = true});
    EXPECT_EQ(sooner.counts.left, 1);
}

TEST_F(Import, ANewNumberOfAKnownPersonIsSuggestedAndTakenOnlyWhenTheOfficerSaysSo)
{
    import(roster("7001,会計 年子,カイケイ トシコ,総務部,人事課,,主事,会計年度任用,行政職,R7.4.1\n"), {.whole = true});
    auto const file = roster("8001,会計 年子,ｶｲｹｲ ﾄｼｺ,総務部,人事課,,主事,会計年度任用,行政職,R8.4.1\n");
    auto const shown = preview(file, {.as_of = Date{2026y / 4 / 1}, .whole = true});
    EXPECT_EQ(shown.counts.added, 1);
    EXPECT_EQ(shown.counts.left, 1);
    ASSERT_TRUE(line(shown, 2)->same_person);
    EXPECT_EQ(line(shown, 2)->same_person->staff_no, "7001");

    auto const id = person("7001").id;
    auto const done = import(file, {.as_of = Date{2026y / 4 / 1}, .whole = true, .same_person = {{"8001", id}}});
    EXPECT_EQ(done.counts.changed, 1);
    EXPECT_EQ(done.counts.added + done.counts.left, 0);
    EXPECT_EQ(person("8001").id, id);
    EXPECT_EQ(numbers(id), "7001 2025-04-01..2026-04-01; 8001 2026-04-01..");
    EXPECT_EQ(import(file, {.as_of = Date{2026y / 4 / 1}, .whole = true}).counts.unchanged, 1);
}

TEST_F(Import, ConcurrentPostsMayStandInRowsOfTheirOwn)
{
    std::string const header = "職員番号,氏名,所属名,職名,本務兼務\n";
    import(header + "0001,山田 太郎,総務課,課長,本務\n0001,山田 太郎,会計課,課長,兼務\n0001,山田 太郎,監査課,課長,事務取扱\n",
           {.whole = true});
    EXPECT_EQ(postings("0001"), "2025-04-01.. 総務課 課長; 2025-04-01.. 会計課 課長 concurrent; 2025-04-01.. 監査課 課長 acting");
    import(header + "0001,山田 太郎,総務課,課長,本務\n0001,山田 太郎,監査課,課長,事務取扱\n",
           {.as_of = Date{2026y / 4 / 1}, .whole = true});
    EXPECT_EQ(postings("0001"),
              "2025-04-01.. 総務課 課長; 2025-04-01..2026-04-01 会計課 課長 concurrent; 2025-04-01.. 監査課 課長 acting");
    auto const alone = preview(header + "0002,佐藤 花子,会計課,課長,兼務\n");
    EXPECT_THAT(reasons(*line(alone, 2)), HasSubstr("本務の行がありません"));
}

TEST_F(Import, AConcurrentPostWhoseRowIsRefusedGoesOn)
{
    std::string const header = "職員番号,氏名,所属名,職名,本務兼務,異動日\n";
    std::string const primary = "0001,山田 太郎,総務課,課長,本務,\n";
    import(header + primary + "0001,山田 太郎,会計課,課長,兼務,\n0001,山田 太郎,監査課,課長,兼務,\n", {.whole = true});
    auto const before = everything();
    How const rest{.as_of = Date{2026y / 4 / 1}, .create_units = false, .skip_refused = true};
    std::string const kept = "0001,山田 太郎,監査課,課長,兼務,\n";
    for (std::string const refused :
         {"0001,山田 太郎,会計化,課長,兼務,\n", "0001,山田 太郎,会計課,課長,兼務,R8.2.30\n", ",山田 太郎,会計課,課長,兼務,\n",
          "0001,,会計課,課長,兼務,\n", "1.2E+10,山田 太郎,会計課,課長,兼務,\n"}) {
        for (auto const& file : {header + primary + refused + kept, header + refused + kept, header + kept + refused}) {
            EXPECT_EQ(import(file, rest).counts.refused, 1) << file;
            EXPECT_EQ(everything(), before) << file;
        }
    }
    import(header + primary + "0001,山田 太郎,会計化,課長,兼務,\n0001,山田 太郎,総務課,主査,事務取扱,\n", rest);
    EXPECT_EQ(postings("0001"),
              "2025-04-01.. 総務課 課長; 2025-04-01.. 会計課 課長 concurrent; 2025-04-01.. 監査課 課長 concurrent; "
              "2026-04-01.. 総務課 主査 acting");
}

TEST_F(Import, ARowWithOnlyAConcurrentPostFindsItsPersonAsAnyOtherRowDoes)
{
    std::string const header = "職員番号,氏名,所属名,職名,本務兼務\n";
    import(header + "0001,山田 太郎,総務課,課長,本務\n0002,佐藤 花子,会計課,課長,本務\n", {.whole = true});
    How const part{.as_of = Date{2026y / 4 / 1}};
    EXPECT_EQ(import(header + "1,山田 太郎,会計課,課長,兼務\n", part).counts.changed, 1);
    EXPECT_EQ(postings("0001"), "2025-04-01.. 総務課 課長; 2026-04-01.. 会計課 課長 concurrent");
    auto const twice = preview(header + "0001,山田 太郎,総務課,課長,本務\n1,山田 太郎,会計課,主査,兼務\n", part);
    EXPECT_THAT(reasons(*line(twice, 3)), HasSubstr("別の番号"));
}

TEST_F(Import, NamesSurviveByteForByte)
{
    std::string const names[] = {"髙﨑 〜郎", "渡邊󠄁 葛󠄀", "吉野家　𠮷男", "ＡＢＣ ｱｲｳ", "齋藤−一"};
    std::string file = "職員番号,氏名\n";
    for (std::size_t i = 0; i < std::size(names); ++i) file += std::to_string(100 + i) + "," + names[i] + "\n";
    auto const done = import(file);
    EXPECT_EQ(done.counts.added, 5);
    for (std::size_t i = 0; i < std::size(names); ++i) EXPECT_EQ(person(std::to_string(100 + i)).name, names[i]);
}

TEST_F(Import, PrivateUseCharactersAreKeptWithAWarningAndBrokenBytesAreRefused)
{
    auto const shown = preview("職員番号,氏名\n0001,\xEE\x80\x80田 太郎\n0002,山田 \x81\x20太郎\n0003,〓田 太郎\n");
    EXPECT_EQ(shown.counts.added, 2);
    EXPECT_EQ(shown.counts.refused, 1);
    EXPECT_THAT(reasons(*line(shown, 2)), HasSubstr("U+E000"));
    EXPECT_THAT(reasons(*line(shown, 3)), AllOf(HasSubstr("読み取れない文字"), HasSubstr("81")));
    EXPECT_THAT(reasons(*line(shown, 4)), HasSubstr("失われた文字"));
}

TEST_F(Import, LeadingZerosLostInExcelDoNotMakeNewPeople)
{
    import("職員番号,氏名\n0012345,山田 太郎\n", {.whole = true});
    auto const shown = preview("職員番号,氏名\n12345,山田 太郎\n", {.whole = true});
    EXPECT_EQ(shown.counts.unchanged, 1);
    EXPECT_EQ(shown.counts.added + shown.counts.left, 0);
    EXPECT_THAT(reasons(*line(shown, 2)), HasSubstr("先頭の0"));
}

TEST_F(Import, APersonWhoseRowIsRefusedHasNotLeft)
{
    import("職員番号,氏名\n0001,山田 太郎\n0002,佐藤 花子\n", {.whole = true});
    auto const shown = preview("職員番号,氏名\n0001,山田 太郎\n,佐藤 花子\n", {.as_of = Date{2026y / 4 / 1}, .whole = true});
    EXPECT_EQ(shown.counts.refused, 1);
    EXPECT_EQ(shown.counts.left, 0);
}

TEST_F(Import, TheChoiceOfColumnsIsRememberedByTheHeader)
{
    auto const file = std::string("謎の番号,氏名,メモ\n0001,山田 太郎,x\n");
    EXPECT_EQ(refusal([&] { import(file); }), Code::invalid_input);
    import(file, {.columns = std::map<std::string, std::string> { {"0", "staff_no"}, { "1", "name" } }});
    auto const described = describe(file);
    ASSERT_EQ(described.columns.size(), 3u);
    EXPECT_EQ(described.columns[0].field, "staff_no");
    EXPECT_EQ(described.columns[2].field, std::nullopt);
    EXPECT_EQ(import(file).counts.unchanged, 1);
}

TEST_F(Import, TheRefusedRowsComeBackAsAWorkbookThatCanBeCorrected)
{
    auto const file = std::string("職員番号,氏名,採用年月日\n0012345,,R7.4.1\n0001,山田 太郎,R7.4.1\n");
    auto const book = sheets::read_table(refused_xlsx(file));
    auto const& rows = book.sheets.front().rows;
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].text(3), "職員番号");
    EXPECT_EQ(rows[1].text(0), "2");
    EXPECT_THAT(rows[1].text(1), HasSubstr("氏名が空"));
    EXPECT_EQ(rows[1].text(3), "0012345");
}

TEST_F(Import, FilesThatAreNoRosterAreRefusedWithWhatToDo)
{
    EXPECT_EQ(refusal([&] { describe("%PDF-1.7 ..."); }), Code::unsupported_file);
    EXPECT_EQ(refusal([&] { describe(""); }), Code::unreadable_file);
    EXPECT_EQ(refusal([&] { describe("PK\x03\x04 broken"); }), Code::unreadable_file);
    EXPECT_EQ(refusal([&] { import("品名,数量\nりんご,3\n"); }), Code::invalid_input);
}

TEST_F(Import, WhoChangedCategoryIsToldBeforeAndAfter)
{
    // Category "M": everybody with the rank 課長.
    HeadsWatch watch;
    categories = &watch;
    import(roster(
        "0001,山田 太郎,,総務部,人事課,,主査,正規,行政職,R2.4.1\n0002,佐藤 花子,,総務部,人事課,,課長,正規,行政職,H10.4.1\n"));
    auto const file = roster(
        "0001,山田 太郎,,総務部,人事課,,課長,正規,行政職,R2.4.1\n0002,佐藤 花子,,総務部,人事課,,部長,正規,行政職,H10.4.1\n");
    auto const before = everything();
    auto const shown = preview(file, {.as_of = Date{2026y / 4 / 1}});
    EXPECT_EQ(everything(), before);
    ASSERT_EQ(shown.categories.size(), 1u);
    EXPECT_EQ(shown.categories[0].enters, 1);
    EXPECT_EQ(shown.categories[0].leaves, 1);
    auto const done = import(file, {.as_of = Date{2026y / 4 / 1}});
    EXPECT_EQ(json::write(done.categories), json::write(shown.categories));
    auto const kept = database->read([&](db::Tx& tx) { return imports::detail(tx, *done.id); });
    EXPECT_EQ(json::write(kept.categories), json::write(done.categories));
    EXPECT_TRUE(kept.undoable);
    EXPECT_EQ(kept.categories[0].people[0].name, "山田 太郎");
}
