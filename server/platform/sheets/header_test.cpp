#include "platform/sheets/header.hpp"

#include "platform/sheets/csv.hpp"

#include <gmock/gmock.h>

using namespace sheets;
using testing::ElementsAre;

namespace {

constexpr std::string_view kCandidates[] = {"職員番号", "氏名", "カナ氏名", "所属", "部", "課", "職名", "採用年月日"};

std::optional<Header> header_of(std::string_view csv) { return find_header(read_csv(csv).sheets[0], kCandidates); }

}  // namespace

TEST(Header, ItIsFoundUnderTitleRowsWhateverTheWidthOfItsLetters)
{
    auto const header = header_of(
        "職員名簿,,,\n令和7年4月1日現在,,,人事課\n\n職員番号,氏　名,ｶﾅ氏名,採用年月日\n0012345,髙﨑 一,ﾀｶｻｷ ﾊｼﾞﾒ,R7.4.1\n");
    ASSERT_TRUE(header);
    EXPECT_EQ(header->first_row, 3u);
    EXPECT_EQ(header->row_count, 1u);
    EXPECT_EQ(header->first_data_row(), 4u);
    EXPECT_EQ(header->matched, 4u);
    EXPECT_THAT(header->names, ElementsAre("職員番号", "氏　名", "ｶﾅ氏名", "採用年月日"));
}

TEST(Header, TwoRowsOfACsvAreJoinedWhereTheUpperStandsOverTheLower)
{
    auto const header = header_of("職員番号,氏名,所属,,職名\n,,部,課,\n0012345,髙﨑 一,総務部,人事課,主査\n");
    ASSERT_TRUE(header);
    EXPECT_EQ(header->row_count, 2u);
    EXPECT_THAT(header->names, ElementsAre("職員番号", "氏名", "所属 部", "所属 課", "職名"));
    EXPECT_EQ(header->first_data_row(), 2u);
}

TEST(Header, MergedCellsOfAWorkbookAreReadAsTheirReadersSeeThem)
{
    auto sheet = read_csv("職員名簿,,,,\n職員番号,氏名,所属,,職名\n,,部,課,\n1,山田,総務部,人事課,主査\n").sheets[0];
    sheet.merges = {{0, 0, 0, 4}, {1, 0, 2, 0}, {1, 1, 2, 1}, {1, 2, 1, 3}, {1, 4, 2, 4}};
    auto const header = find_header(sheet, kCandidates);
    ASSERT_TRUE(header);
    EXPECT_EQ(header->first_row, 1u);
    EXPECT_THAT(header->names, ElementsAre("職員番号", "氏名", "所属 部", "所属 課", "職名"));

    constexpr std::string_view kUpperNamesOnly[] = {"職員番号", "氏名", "所属"};
    EXPECT_EQ(find_header(sheet, kUpperNamesOnly)->row_count, 2u);
}

TEST(Header, ATitleOverEverythingIsNotPartOfTheHeader)
{
    auto sheet = read_csv("職員名簿,,\n職員番号,氏名,職名\n1,山田,主査\n").sheets[0];
    sheet.merges = {{0, 0, 0, 2}};
    auto const header = find_header(sheet, kCandidates);
    ASSERT_TRUE(header);
    EXPECT_EQ(header->first_row, 1u);
    EXPECT_EQ(header->row_count, 1u);
}

TEST(Header, NotesAndLineBreaksInANameDoNotHideIt)
{
    auto const header = header_of("\"職員\n番号（７桁）※\",氏名*,職名[必須]\n1,山田,主査\n");
    ASSERT_TRUE(header);
    EXPECT_EQ(header->matched, 3u);
    EXPECT_EQ(header->names[0], "職員番号（７桁）※");
    EXPECT_EQ(column_key("(株)名"), column_key("㈱名"));
}

TEST(Header, ATableOfSomethingElseHasNone)
{
    EXPECT_FALSE(header_of("品名,数量\nりんご,3\n"));
    EXPECT_FALSE(header_of("氏名,数量\nりんご,3\n"));
    EXPECT_FALSE(header_of(""));
    auto const chosen = header_at(read_csv("品名,数量,\nりんご,3\n").sheets[0], 0, 1);
    EXPECT_THAT(chosen.names, ElementsAre("品名", "数量"));
}
