#include "platform/sheets/csv.hpp"

#include "platform/core/refused.hpp"
#include "platform/sheets/encoding.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

using namespace sheets;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::vector<std::string> texts(Row const& row)
{
    std::vector<std::string> found;
    for (auto const& cell : row.cells) found.push_back(cell.text);
    return found;
}

std::string cp932(std::string_view utf8)
{
    std::vector<std::string> lost;
    auto bytes = to_cp932(utf8, lost);
    EXPECT_THAT(lost, IsEmpty());
    return bytes;
}

std::string write(std::vector<std::vector<std::string>> const& rows, CsvStyle style)
{
    CsvWriter writer(style);
    for (auto const& row : rows) writer.row(row);
    return writer.take();
}

std::string refusal(std::string_view bytes, Options const& options = {})
{
    try {
        read_csv(bytes, options);
    } catch (Refused const& refused) {
        return std::string{name_of(refused.code)} + ": " + refused.detail;
    }
    return "accepted";
}

}  // namespace

TEST(Csv, AFileFromAJapaneseExcelKeepsEveryCharacterAndEveryZero)
{
    auto const book = read_csv(cp932("職員番号,氏名,備考\r\n0012345,髙﨑 〜,①㈱ｶﾅ−\r\n1-2,栁,\r\n"));
    EXPECT_EQ(book.encoding, Encoding::cp932);
    auto const& rows = book.sheets[0].rows;
    EXPECT_THAT(texts(rows[1]),
                ElementsAre("0012345", "髙﨑 ～", "①㈱ｶﾅ－"));  // CP932 has one 〜 and one −, Windows calls them ～ and －
    EXPECT_THAT(texts(rows[2]), ElementsAre("1-2", "栁", ""));
    EXPECT_EQ(rows.size(), 3u);
    EXPECT_THAT(book.undecodable, IsEmpty());
}

TEST(Csv, TheEncodingIsFoundByContent)
{
    EXPECT_EQ(read_csv("番号,氏名").encoding, Encoding::utf8);
    EXPECT_EQ(read_csv("\xEF\xBB\xBF番号,氏名").encoding, Encoding::utf8_bom);
    EXPECT_EQ(read_csv("\xEF\xBB\xBF番号,氏名").sheets[0].rows[0].text(0), "番号");
    std::string_view const unicode_text{"\xFF\xFE\x2A\x67\t\0A\0\r\0\n\0", 12};
    auto const book = read_csv(unicode_text);
    EXPECT_EQ(book.encoding, Encoding::utf16);
    EXPECT_EQ(book.delimiter, '\t');
    EXPECT_THAT(texts(book.sheets[0].rows[0]), ElementsAre("未", "A"));
    EXPECT_EQ(read_csv(cp932("番号"), {.encoding = Encoding::cp932}).sheets[0].rows[0].text(0), "番号");
}

TEST(Csv, BytesThatMeanNothingAreReportedWithTheirPlaceNeverDropped)
{
    auto const book = read_csv(cp932("番号,氏名\r\n1,山") + "\xFD" + cp932("田\r\n2,") + "\x85\x40\r\n");
    ASSERT_EQ(book.undecodable.size(), 2u);
    EXPECT_EQ(book.undecodable[0].line, 2u);
    EXPECT_EQ(book.undecodable[0].column, 1u);
    EXPECT_EQ(book.undecodable[0].bytes, "\xFD");
    EXPECT_EQ(book.undecodable[1].line, 3u);
    EXPECT_EQ(book.undecodable[1].bytes, "\x85\x40");
    EXPECT_EQ(book.sheets[0].rows[1].text(1), "山\uFFFD田");

    auto const mostly_utf8 = read_csv("番号,氏名\n1,山田\xFF太郎という名の職員\n");
    EXPECT_EQ(mostly_utf8.encoding, Encoding::utf8);
    ASSERT_EQ(mostly_utf8.undecodable.size(), 1u);
    EXPECT_EQ(mostly_utf8.undecodable[0].row, 1u);

    auto const nul = read_csv(std::string_view{"a,b\0c\n", 6});
    ASSERT_EQ(nul.undecodable.size(), 1u);
    EXPECT_EQ(nul.sheets[0].rows[0].text(1), "b\uFFFDc");
}

TEST(Csv, EveryRowKnowsTheLineItStoodOn)
{
    auto const book = read_csv("表題\n\n番号,\"二\n行\"\r1,\"a\"\"b\"\n2,c");
    auto const& rows = book.sheets[0].rows;
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[2].line, 3u);
    EXPECT_EQ(rows[2].text(1), "二\n行");
    EXPECT_EQ(rows[3].line, 5u);
    EXPECT_EQ(rows[3].text(1), "a\"b");
    EXPECT_EQ(rows[4].line, 6u);
}

TEST(Csv, TheDelimiterIsFoundOutsideQuotes)
{
    EXPECT_EQ(read_csv("番号\t氏名\n1\t山田,太郎\n").delimiter, '\t');
    EXPECT_EQ(read_csv("番号;氏名\n1;\"a,b,c\"\n").delimiter, ';');
    EXPECT_EQ(read_csv("番号\n1\n").delimiter, ',');
    EXPECT_EQ(read_csv("a,b", {.delimiter = ';'}).sheets[0].rows[0].cells.size(), 1u);
}

TEST(Csv, RowsAndColumnsThatHoldNothingAtTheEndAreNotRows)
{
    EXPECT_EQ(read_csv("a,b\r\n,\r\n\r\n,,,\r\n").sheets[0].rows.size(), 1u);
    EXPECT_EQ(read_csv("").sheets[0].rows.size(), 0u);
    EXPECT_EQ(read_csv("a,").sheets[0].rows[0].cells.size(), 2u);
}

TEST(Csv, ZerosKeptByATextFormulaAreZeros) { EXPECT_EQ(read_csv("=\"0012345\",a\n").sheets[0].rows[0].text(0), "0012345"); }

TEST(Csv, WhatCannotBeReadIsRefusedWithTheLine)
{
    EXPECT_THAT(refusal("a,b\nc,\"d\ne\n"), HasSubstr("unreadable_file: 2行目"));
    EXPECT_THAT(refusal(std::string(600, ',')), HasSubstr("too_large: 1行目"));
    Options small;
    small.limits.rows = 3;
    EXPECT_THAT(refusal("a\nb\nc\nd\n", small), HasSubstr("too_large: 3行"));
}

TEST(Csv, CharactersTheEncodingLacksAreListedAndShownAsGeta)
{
    CsvWriter writer({.encoding = Encoding::cp932});
    writer.cell("氏名");
    writer.end_row();
    writer.cell("髙﨑〜−");
    writer.cell("𠮷田");
    writer.cell("葛\U000E0100");
    writer.end_row();
    ASSERT_EQ(writer.unrepresentable().size(), 2u);
    EXPECT_EQ(writer.unrepresentable()[0].character, "𠮷");
    EXPECT_EQ(writer.unrepresentable()[0].row, 2u);
    EXPECT_EQ(writer.unrepresentable()[0].column, 1u);
    EXPECT_EQ(writer.unrepresentable()[0].text, "𠮷田");
    EXPECT_EQ(writer.unrepresentable()[1].character, "\U000E0100");
    EXPECT_EQ(writer.take(), cp932("氏名\r\n髙﨑〜−,〓田,葛\r\n"));
}

TEST(Csv, ACellThatWouldRunAsAFormulaIsGuardedAndANumberIsNot)
{
    CsvStyle const style{.encoding = Encoding::utf8};
    EXPECT_EQ(write({{"=1+1", "@x", "-5", "+3.25", "-", "－", "+81-3-1234"}}, style),
              "\"\t=1+1\",\"\t@x\",-5,+3.25,-,－,\"\t+81-3-1234\"\r\n");
    EXPECT_EQ(write({{"=1+1"}}, {.encoding = Encoding::utf8, .guard_formulas = false}), "\"=1+1\"\r\n");
}

RC_GTEST_PROP(Csv, WhatIsWrittenIsReadBackUnchanged, ())
{
    static std::vector<std::string> const kPieces = {",", ";", "\t", "\"", "\r", "\n", "\r\n", "=",  "+", "-", "@",
                                                     " ", "0", "7",  ".",  "a",  "髙", "〓",   "＝", "ｱ", "''"};
    auto const text =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)), [](auto const& pieces) {
            std::string joined;
            for (auto const& piece : pieces) joined += piece;
            return joined;
        });
    auto const cells = rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(text));
    auto rows = *rc::gen::resize(6, rc::gen::container<std::vector<std::vector<std::string>>>(cells));
    rows.push_back({"end"});
    auto const encoding = *rc::gen::element(Encoding::utf8, Encoding::utf8_bom, Encoding::cp932);
    auto const delimiter = *rc::gen::element(',', '\t', ';');
    auto const book =
        read_csv(write(rows, {.encoding = encoding, .delimiter = delimiter}), {.encoding = encoding, .delimiter = delimiter});
    std::vector<std::vector<std::string>> found;
    for (auto const& row : book.sheets[0].rows) found.push_back(texts(row));
    RC_ASSERT(found == rows);
}

RC_GTEST_PROP(Csv, AnyBytesAreEitherReadOrRefusedAndEveryRowKeepsItsLimits, (std::string const& bytes))
{
    try {
        auto const book = read_csv(bytes);
        for (auto const& bad : book.undecodable)
            RC_ASSERT(book.sheets[0].rows.size() <= bad.row || book.sheets[0].rows[bad.row].cells.size() > bad.column);
    } catch (Refused const&) {
    }
}
