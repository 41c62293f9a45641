#include "platform/sheets/machine_readable.hpp"

#include "platform/sheets/csv.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <gmock/gmock.h>

using namespace sheets;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::vector<std::string> found_in(Workbook const& book, std::vector<std::string_view> const& proper_names = {})
{
    std::vector<std::string> found;
    for (auto const& finding : check_machine_readable(book, proper_names)) {
        found.push_back(std::string{boost::describe::enum_to_string(finding.rule, "")} + " " + finding.place);
    }
    return found;
}

std::vector<std::string> found_in(std::string_view csv, std::vector<std::string_view> const& proper_names = {})
{
    return found_in(read_csv(csv), proper_names);
}

}  // namespace

TEST(MachineReadable, ATableThatObeysHasNoFindings)
{
    EXPECT_THAT(found_in("職員番号,氏名,採用年月日,和暦,費用(円),備考\n0012345,髙﨑 "
                         "一,2025-04-01,令和7年4月1日(2025年4月1日),1200,2025年度から〜\n",
                         {"氏名"}),
                IsEmpty());
}

TEST(MachineReadable, EveryRuleThatIsBrokenIsNamedWithItsPlace)
{
    EXPECT_THAT(found_in("職員名簿,,\n番号,氏名,職名\n1,a,b\n"), ElementsAre("header_in_row_1 A1"));
    EXPECT_THAT(found_in("番号,番号,,職名\n1,2,3,4\n"), ElementsAre("names_unique B1", "every_column_named C1"));
    EXPECT_THAT(found_in("番号,氏名\n1,a\n\n番号,課\n1,b\n"), ElementsAre("one_table_per_sheet A3"));
    EXPECT_THAT(found_in("番号,,氏名\n1,,a\n"), ElementsAre("every_column_named B1", "one_table_per_sheet B1"));
    EXPECT_THAT(found_in("番号,\"氏\n名\"\n1,\"a\nb\"\n"), ElementsAre("no_line_breaks B1", "no_line_breaks B2"));
    EXPECT_THAT(found_in("番号,氏名,注\n1,髙﨑,①\n", {"氏名"}), ElementsAre("common_characters C2"));
    EXPECT_THAT(found_in("番号,注\n1,ｱ\n2,😀\n3,\uE000\n4,葛\U000E0100\n5,Ⅳ\n"),
                ElementsAre("common_characters B2", "common_characters B3", "common_characters B4", "common_characters B5",
                            "common_characters B6"));
    EXPECT_THAT(found_in("番号,日\n1,令和7年4月1日\n2,R7.4.1\n3,Ｒ７．４．１\n"),
                ElementsAre("western_years B2", "western_years B3", "western_years B4"));
    EXPECT_THAT(found_in(""), ElementsAre("header_in_row_1 "));
}

TEST(MachineReadable, NumbersCarryNeitherUnitsNorSeparators)
{
    for (auto const* cell : {"\"1,200\"", "\"-1,234,567.8\"", "1200円", "１２００円", "20 人", "50%", "￥1200", "3時間"}) {
        EXPECT_THAT(found_in(std::string{"番号,値\n1,"} + cell + "\n"), ElementsAre("numbers_only B2")) << cell;
    }
    for (auto const* cell : {"1200", "-3.5", "2025年", "1-2", "\"1,2\"", "0012345", "2級", "第3回", "円"}) {
        EXPECT_THAT(found_in(std::string{"番号,値\n1,"} + cell + "\n"), IsEmpty()) << cell;
    }
}

TEST(MachineReadable, MergedCellsAndANumberForAHeaderAreFound)
{
    auto book = read_csv("番号,氏名\n1,a\n");
    book.sheets[0].name = "名簿";
    book.sheets[0].merges = {{1, 0, 2, 0}};
    book.sheets[0].rows[0].cells[1] = Cell::of(3.0);
    EXPECT_THAT(found_in(book), ElementsAre("no_merged_cells A2", "header_in_row_1 A1"));
    EXPECT_EQ(check_machine_readable(book)[0].sheet, "名簿");
}
