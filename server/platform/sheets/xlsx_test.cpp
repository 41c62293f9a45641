#include "platform/sheets/xlsx.hpp"

#include "platform/core/refused.hpp"
#include "platform/sheets/machine_readable.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>
#include <zip.h>

#include <csignal>
#include <fstream>

using namespace sheets;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("sheets_test." + std::to_string(getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
};

std::string bytes_of(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>{file}, {}};
}

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zipped(Parts const& parts)
{
    Folder const folder;
    auto const path = folder.path / "made.xlsx";
    auto* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (auto const& [name, content] : parts) {
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_OVERWRITE);
    }
    zip_close(zip);
    return bytes_of(path);
}

constexpr std::string_view kRels = R"(<Relationships xmlns="r">
<Relationship Id="rId7" Type="http://x/worksheet" Target="/xl/deep/table.xml"/>
<Relationship Id="rId8" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>)";

// As Excel writes it: sheets behind relations in another order, strings shared, furigana, formats of their own.
Parts workbook(std::string sheet, std::string strings = "<sst/>", std::string properties = "")
{
    return {
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml",
         "<?xml version=\"1.0\"?><workbook xmlns:r=\"r\">" + properties +
             R"(<sheets><sheet name="控え" sheetId="1" state="hidden" r:id="rId8"/><sheet name="名簿 &amp; 表" sheetId="2" r:id="rId7"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels", std::string{kRels}},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="165" formatCode="0000000"/><numFmt numFmtId="166" formatCode="&quot;d&quot;0.00E+00"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/></cellXfs></styleSheet>)"},
        {"xl/sharedStrings.xml", std::move(strings)},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"},
        {"xl/deep/table.xml", std::move(sheet)}};
}

Parts sheet_of(std::string const& rows) { return workbook("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"); }

std::string refusal(std::string_view bytes, Options const& options = {})
{
    try {
        read_table(bytes, options);
    } catch (Refused const& refused) {
        return std::string{name_of(refused.code)} + ": " + refused.detail;
    }
    return "accepted";
}

std::vector<std::string> texts(Row const& row)
{
    std::vector<std::string> found;
    for (auto const& cell : row.cells) found.push_back(cell.text);
    return found;
}

}  // namespace

TEST(Xlsx, AWorkbookIsReadAsPeopleSeeIt)
{
    auto const bytes = zipped(workbook(
        R"(<?xml version="1.0"?><!-- x --><worksheet xmlns="m"><sheetPr><x a="1>2"/></sheetPr><sheetData>
<row r="2" spans="1:4"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><r><t>A</t></r><r><t xml:space="preserve"> &#x9AD9;</t></r></is></c></row>
<row r="4"><c r="A4" s="3"><v>12345</v></c><c r="B4" s="1"><v>45748</v></c><c r="C4" s="2"><v>45748</v></c><c r="D4" s="1"><v>45748.395833333336</v></c>
<c r="E4" s="5"><v>0.375</v></c><c r="F4" t="b"><v>1</v></c><c r="G4" t="str"><f>A1&amp;"x"</f><v>結果</v></c><c r="H4" t="e"><v>#N/A</v></c><c r="I4" s="4"><v>1.5E-3</v></c><c r="J4"><v>0.30000000000000004</v></c><c r="K4"><v>1.2345678E7</v></c><c r="L4" s="1"/></row>
<row r="9" ht="3"><c r="A9" s="1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells></worksheet>)",
        R"(<sst><si><r><t>山田</t></r><r><rPr><b/></rPr><t> 太郎</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si><si><t>一行_x000D_
二行<![CDATA[<]]></t></si></sst>)"));
    auto const book = read_table(bytes);
    EXPECT_EQ(book.format, Format::xlsx);
    ASSERT_EQ(book.sheets.size(), 2u);
    EXPECT_TRUE(book.sheets[0].hidden);
    auto const& sheet = book.first_visible();
    EXPECT_EQ(sheet.name, "名簿 & 表");
    ASSERT_EQ(sheet.rows.size(), 4u);
    EXPECT_TRUE(sheet.rows[0].blank());
    EXPECT_EQ(sheet.rows[3].line, 4u);
    EXPECT_THAT(texts(sheet.rows[1]), ElementsAre("山田 太郎", "", "一行\r\n二行<", "A 髙"));
    EXPECT_THAT(texts(sheet.rows[3]), ElementsAre("0012345", "2025-04-01", "2025-04-01", "2025-04-01T09:30", "09:00", "TRUE",
                                                  "結果", "#N/A", "0.0015", "0.3", "12345678"));
    EXPECT_EQ(sheet.rows[3].cells[0].kind, Kind::number);
    EXPECT_EQ(sheet.rows[3].cells[1].kind, Kind::date);
    EXPECT_EQ(sheet.rows[3].cells[5].kind, Kind::boolean);
    EXPECT_EQ(to_iso(*read_date(sheet.rows[3].cells[3])), "2025-04-01");
    ASSERT_EQ(sheet.merges.size(), 1u);
    EXPECT_EQ(sheet.merges[0].last_row, 2u);
    EXPECT_EQ(sheet.merges[0].last_column, 1u);
}

TEST(Xlsx, AWorkbookFromAMacintoshCountsItsDaysFrom1904)
{
    auto const book = read_table(zipped(
        workbook(R"(<worksheet><sheetData><row><c s="1"><v>44286</v></c><c><v>44286</v></c></row></sheetData></worksheet>)",
                 "<sst/>", R"(<workbookPr date1904="1"/>)")));
    auto const& row = book.first_visible().rows[0];
    EXPECT_EQ(row.text(0), "2025-04-01");
    EXPECT_EQ(row.cell(0), Cell::of(*date_from_iso("2025-04-01")));
    EXPECT_EQ(to_iso(*read_date(row.cell(1), book.serial_base)), "2025-04-01");
}

TEST(Xlsx, ADateColumnIsReadHoweverItsCellsWereTyped)
{
    auto const read = [](Cell const& cell) { return to_iso(*read_date(cell)); };
    EXPECT_EQ(read(Cell::of(*date_from_iso("2025-04-01"))), "2025-04-01");
    EXPECT_EQ(read(Cell::of(45748.0)), "2025-04-01");
    EXPECT_EQ(read(Cell::of(20250401.0)), "2025-04-01");
    EXPECT_EQ(read(Cell::of("Ｒ７．４．１")), "2025-04-01");
    EXPECT_FALSE(read_date(Cell{}));
}

TEST(Xlsx, AMillionFormattedRowsWithNothingInThemAreNoRows)
{
    EXPECT_EQ(
        read_table(
            zipped(sheet_of(
                R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>)")))
            .first_visible()
            .rows.size(),
        1u);
}

TEST(Xlsx, WhatIsNotAnXlsxIsRefusedWithWhatToDo)
{
    std::string const ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_THAT(refusal(ole + std::string(512, '\0')), HasSubstr("unsupported_file: 古い形式 (.xls)"));
    EXPECT_THAT(refusal(ole + std::string{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32}),
                HasSubstr("unreadable_file: パスワード"));
    EXPECT_THAT(refusal("%PDF-1.7 …"), HasSubstr("unsupported_file"));
    EXPECT_THAT(refusal("<html><table>"), HasSubstr("unsupported_file"));
    EXPECT_THAT(refusal(std::string(100, '\0')), HasSubstr("unsupported_file"));
    EXPECT_THAT(refusal(""), HasSubstr("空"));
    EXPECT_THAT(refusal(zipped({{"word/document.xml", "<w/>"}})), HasSubstr("unsupported_file: Excel のブック"));
    EXPECT_THAT(refusal("PK\x03\x04 cut off"), HasSubstr("unreadable_file"));
    auto const whole = zipped(sheet_of(""));
    EXPECT_THAT(refusal(whole.substr(0, whole.size() / 2)), HasSubstr("unreadable_file"));
}

TEST(Xlsx, BrokenXmlIsRefused)
{
    for (auto const* rows :
         {R"(<row r="1"><c r="A1"><v>1</v></row>)", R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)",
          R"(<row r="2"/><row r="1"/>)", R"(<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)",
          R"(<row r="1"><c r="?"><v>1</v></c></row>)", R"(<row r="1"><c r="A1" t="str"><v>&boom;</v></c></row>)", R"(<row r="1)",
          "<row r=1><c/></row>", "<row"}) {
        EXPECT_THAT(refusal(zipped(sheet_of(rows))), HasSubstr("unreadable_file")) << rows;
    }
    EXPECT_THAT(refusal(zipped(sheet_of("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\x82\xa0</v></c></row>"))),
                HasSubstr("unreadable_file"));
    EXPECT_THAT(refusal(zipped(workbook("<!DOCTYPE a [<!ENTITY b \"cc\">]><worksheet/>"))), HasSubstr("unreadable_file"));
    EXPECT_THAT(refusal(zipped(workbook("<worksheet/>", "<sst><si><t>a</si></sst>"))), HasSubstr("unreadable_file"));
    auto parts = sheet_of("");
    parts[1].second = "<workbook>";
    EXPECT_THAT(refusal(zipped(parts)), HasSubstr("unreadable_file"));
    parts.pop_back();
    EXPECT_THAT(refusal(zipped(parts)), HasSubstr("unreadable_file"));
}

TEST(Xlsx, ABombDoesNotGoOff)
{
    auto const padding = std::string(40u << 20, ' ');
    EXPECT_THAT(refusal(zipped(workbook("<worksheet>" + padding + "</worksheet>"))), HasSubstr("too_large: 展開"));
    EXPECT_THAT(refusal(zipped(workbook("<worksheet/>", "<sst>" + padding + "</sst>"))), HasSubstr("too_large: 展開"));

    Options tight;
    tight.limits.unpacked_bytes = 100'000;
    EXPECT_THAT(refusal(zipped(workbook("<worksheet>" + std::string(60'000, ' ') + "</worksheet>",
                                        "<sst>" + std::string(60'000, ' ') + "</sst>")),
                        tight),
                HasSubstr("too_large: 展開"));

    Parts many = sheet_of("");
    for (int i = 0; i < 2'100; ++i) many.emplace_back("x/" + std::to_string(i), "");
    EXPECT_THAT(refusal(zipped(many)), HasSubstr("too_large"));
    EXPECT_THAT(refusal(zipped(sheet_of(R"(<row r="300000"><c r="A300000"><v>1</v></c></row>)"))),
                HasSubstr("too_large: 200000行"));
    EXPECT_THAT(refusal(zipped(sheet_of(R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)"))), HasSubstr("512列"));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    EXPECT_THAT(refusal(zipped(workbook("<worksheet>" + deep))), HasSubstr("unreadable_file"));
}

TEST(Xlsx, WhatIsWrittenIsReadBack)
{
    Folder const folder;
    auto const path = folder.path / "out.xlsx";
    SheetOut out{.name = "名簿/令和7年度[案]", .header = {"職員番号", "氏名", "採用年月日", "点数", "備考"}};
    out.rows = {
        {Cell::of("0012345"), Cell::of("髙﨑𠮷\uE000"), Cell::of(*date_from_iso("2025-04-01")), Cell::of(1.5), Cell::of("=1+1")},
        {Cell::of("1-2"), Cell::of("葛\U000E0100 〜−"), Cell::of(*date_from_iso("1868-01-25")), {}, Cell::of("a\nb")}};
    write_xlsx(path, {out, out, {.name = ""}});
    auto const book = read_table_file(path);
    ASSERT_EQ(book.sheets.size(), 3u);
    EXPECT_EQ(book.sheets[0].name, "名簿_令和7年度_案_");
    EXPECT_NE(book.sheets[1].name, book.sheets[0].name);
    auto const& rows = book.sheets[0].rows;
    EXPECT_THAT(texts(rows[0]), ElementsAre("職員番号", "氏名", "採用年月日", "点数", "備考"));
    EXPECT_EQ(rows[1].cells, out.rows[0]);
    EXPECT_EQ(rows[2].text(1), "葛\U000E0100 〜−");
    EXPECT_EQ(rows[2].text(2), "1868-01-25");
    EXPECT_EQ(rows[2].text(4), "a\nb");
    EXPECT_THAT(book.sheets[0].merges, IsEmpty());
}

TEST(Xlsx, ThePrettyEditionHasItsTitleAboveTheHeader)
{
    Folder const folder;
    auto const path = folder.path / "pretty.xlsx";
    write_xlsx(path, {{.name = "研修",
                       .header = {"研修名", "定員"},
                       .rows = {{Cell::of("DX基礎"), Cell::of(20)}},
                       .pretty = true,
                       .title = "令和7年度 研修一覧"}});
    auto const book = read_table_file(path);
    EXPECT_EQ(book.sheets[0].rows[0].text(0), "令和7年度 研修一覧");
    EXPECT_THAT(texts(book.sheets[0].rows[1]), ElementsAre("研修名", "定員"));
}

TEST(Xlsx, ATextTooLongForExcelAndAFolderThatIsNotThereAreRefused)
{
    Folder const folder;
    EXPECT_THROW(write_xlsx(folder.path / "long.xlsx", {{.name = "a", .header = {std::string(40'000, 'x')}}}), Refused);
    EXPECT_THROW(write_xlsx(folder.path / "none" / "a.xlsx", {{.name = "a", .header = {"x"}}}), std::runtime_error);
    EXPECT_THROW(read_table_file(folder.path / "none.csv"), Refused);
}

TEST(Xlsx, AFileThatCouldNotBeWrittenToItsEndIsRefusedAndLeavesNothing)
{
    Folder const folder;
    auto const path = folder.path / "full.xlsx";
    SheetOut out{.name = "名簿", .header = {"番号", "氏名"}};
    for (int i = 0; i < 20'000; ++i) out.rows.push_back({Cell::of(i), Cell::of("山田")});
    rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    auto const old_handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit const small{300'000, before.rlim_max};  // the rows do not fit into the temporary file
    setrlimit(RLIMIT_FSIZE, &small);
    EXPECT_THROW(write_xlsx(path, {out}), Refused);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, old_handler);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path));
}

TEST(Xlsx, FiftyThousandPeopleGoOutAndComeBack)
{
    Folder const folder;
    auto const path = folder.path / "large.xlsx";
    SheetOut out{.name = "名簿", .header = {"職員番号", "氏名", "採用年月日", "点数"}};
    for (int i = 0; i < 50'000; ++i) {
        out.rows.push_back({Cell::of("00" + std::to_string(100'000 + i)), Cell::of("山田 " + std::to_string(i)),
                            Cell::of(add_days(*date_from_iso("1990-04-01"), i % 9'000)), Cell::of(i * 0.25)});
    }
    write_xlsx(path, {out});
    auto const book = read_table_file(path);
    auto const& rows = book.sheets[0].rows;
    ASSERT_EQ(rows.size(), 50'001u);
    for (std::size_t i = 0; i < out.rows.size(); ++i) ASSERT_EQ(rows[i + 1].cells, out.rows[i]) << i;
}
