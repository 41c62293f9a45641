#include "platform/markdown/markdown.hpp"

#include "platform/markdown/typed.hpp"
#include "platform/text/utf8.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <gmock/gmock.h>

#include <random>

using markdown::Kind;
using markdown::Piece;
using markdown::pieces;
using markdown::plain;
using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

namespace {

/// One line for each piece, its depth as spaces: what a reader of this test sees at a glance.
std::string drawn(std::string_view text)
{
    std::string out;
    for (auto const& piece : pieces(text)) {
        out.append(static_cast<std::size_t>(piece.depth), ' ').append(boost::describe::enum_to_string(piece.kind, ""));
        if (piece.number) out += " " + std::to_string(piece.number);
        if (!piece.text.empty()) out += " [" + piece.text + "]";
        if (!piece.href.empty()) out += " <" + piece.href + ">";
        out += '\n';
    }
    return out;
}

bool is_harmless(Piece const& piece)
{
    auto const begins = [&](std::string_view with) { return piece.href.starts_with(with); };
    if (piece.kind == Kind::link)
        return begins("http://") || begins("https://") || begins("HTTPS://") || begins("mailto:") ||
               (begins("/") && !begins("//"));
    if (piece.kind == Kind::image)
        return begins("attachment:") && piece.href.find_first_not_of("0123456789", 11) == std::string::npos;
    return piece.href.empty();
}

/// What every answer keeps, whatever was typed.
void expect_sound(std::string_view text)
{
    auto const found = pieces(text);
    ASSERT_LE(found.size(), markdown::kMostPieces);
    int before = -1;
    for (auto const& piece : found) {
        ASSERT_TRUE(is_harmless(piece)) << text << " leads to " << piece.href;
        ASSERT_GE(piece.depth, 0);
        ASSERT_LT(piece.depth, markdown::kDeepest);
        ASSERT_LE(piece.depth, before + 1) << "a piece stands inside of nothing";
        ASSERT_TRUE(text::valid_utf8(piece.text));
        ASSERT_TRUE(text::valid_utf8(piece.href));
        before = piece.depth;
    }
}

}  // namespace

TEST(Markdown, BlocksBecomePiecesInTheOrderTheyAreRead)
{
    EXPECT_EQ(drawn("# 電子申請の手順\n\n1行目\n2行目\n\n- 窓口\n- 郵送\n  1. 封筒\n\n> 引用\n\n---\n"),
              "heading 1\n text [電子申請の手順]\n"
              "paragraph\n text [1行目]\n line_break\n text [2行目]\n"
              "list\n item\n  text [窓口]\n item\n  text [郵送]\n  ordered_list 1\n   item\n    text [封筒]\n"
              "quote\n paragraph\n  text [引用]\nrule\n");
    EXPECT_EQ(drawn("3. 三つ目"), "ordered_list 3\n item\n  text [三つ目]\n");
    EXPECT_EQ(drawn("```sql\nSELECT 1;\n<b>\n```"), "code_block [SELECT 1;\n<b>]\n");
    EXPECT_EQ(drawn("|帳票|件数|\n|---|---|\n|督促状|12|"),
              "table\n table_row\n  table_head\n   text [帳票]\n  table_head\n   text [件数]\n"
              " table_row\n  table_cell\n   text [督促状]\n  table_cell\n   text [12]\n");
}

TEST(Markdown, WordsAreMarkedWithoutSpacesAroundThem)
{
    EXPECT_EQ(drawn("**強調**と*斜体*と~~取消~~と`=SUM(A1)`"),
              "paragraph\n strong\n  text [強調]\n text [と]\n emphasis\n  text [斜体]\n text [と]\n strike\n  text [取消]\n"
              " text [と]\n code [=SUM(A1)]\n");
    EXPECT_EQ(drawn("これは**「重要」**です"), "paragraph\n text [これは]\n strong\n  text [「重要」]\n text [です]\n");
    EXPECT_EQ(drawn("**DX(案)**を見る"), "paragraph\n strong\n  text [DX(案)]\n text [を見る]\n");
    EXPECT_EQ(drawn("5 * 3 * 2 と snake_case_name"), "paragraph\n text [5 * 3 * 2 と snake_case_name]\n");
}

TEST(Markdown, ASpaceInFrontIsNoCode)
{
    EXPECT_EQ(drawn("    字下げ"), "paragraph\n text [字下げ]\n");
    EXPECT_EQ(drawn("　全角の字下げ"), "paragraph\n text [　全角の字下げ]\n");
}

TEST(Markdown, AddressesInJapaneseTextEndWhereTheyEnd)
{
    EXPECT_EQ(drawn("詳しくはhttps://example.jp/a_b?c=1&d=2をご覧ください"),
              "paragraph\n text [詳しくは]\n link <https://example.jp/a_b?c=1&d=2>\n  text [https://example.jp/a_b?c=1&d=2]\n"
              " text [をご覧ください]\n");
    EXPECT_EQ(drawn("(http://example.jp/x)."),
              "paragraph\n text [(]\n link <http://example.jp/x>\n  text [http://example.jp/x]\n text [).]\n");
    EXPECT_EQ(drawn("http:// と https://"), "paragraph\n text [http:// と https://]\n");
    EXPECT_EQ(
        drawn("[手順書](/courses/3) <https://example.jp/>"),
        "paragraph\n link </courses/3>\n  text [手順書]\n text [ ]\n link <https://example.jp/>\n  text [https://example.jp/]\n");
}

TEST(Markdown, PicturesAreOfThisHouseOnly)
{
    EXPECT_EQ(drawn("![画面の*写し*](attachment:12)"), "paragraph\n image [画面の写し] <attachment:12>\n");
    EXPECT_EQ(drawn("![x](https://example.jp/pixel.gif)"),
              "paragraph\n text [x (]\n link <https://example.jp/pixel.gif>\n  text [https://example.jp/pixel.gif]\n text [)]\n");
    for (auto const* address : {"attachment:", "attachment:1/../2", "attachment:-1", "attachment:12345678901234567890",
                                "Attachment:1", "data:image/svg+xml;base64,AAAA", "/attachments/1"})
        EXPECT_THAT(pieces(std::string{"![x]("} + address + ")"), Each(Field(&Piece::kind, Not(Kind::image)))) << address;
}

TEST(Markdown, HtmlIsText)
{
    EXPECT_EQ(drawn("<script>alert(1)</script>"), "paragraph\n text [<script>alert(1)</script>]\n");
    EXPECT_EQ(drawn("a <img src=x onerror=alert(1)> b"), "paragraph\n text [a <img src=x onerror=alert(1)> b]\n");
    EXPECT_EQ(drawn("&lt;b&gt; &amp; &#60; &#x3c; &unknown; &#0;"), "paragraph\n text [<b> & < < &unknown; \uFFFD]\n");
}

// What has got scripts past other programs: every one must end as text, or as a link that leads where links may.
TEST(Markdown, NothingThatIsTypedLeadsToAScript)
{
    char const* const kAttacks[] = {
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a]( javascript:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a](java\nscript:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](java&#10;script:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74:alert(1))",
        "[a](&#0000106&#0000097vascript:alert(1))",
        "[a](javascript&colon;alert(1))",
        "[a](javascript&#58;alert(1))",
        "[a](javascript&#x3A;alert(1))",
        "[a](\x01javascript:alert(1))",
        "[a](\xE2\x80\xAEjavascript:alert(1))",
        "[a](\xEF\xB7\x90javascript:alert(1))",
        "[a](vbscript:msgbox(1))",
        "[a](livescript:x)",
        "[a](mocha:x)",
        "[a](data:text/html,<script>alert(1)</script>)",
        "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
        "[a](blob:https://example.jp/1)",
        "[a](file:///etc/passwd)",
        "[a](filesystem:http://example.jp/x)",
        "[a](view-source:javascript:alert(1))",
        "[a](feed:javascript:alert(1))",
        "[a](jar:http://example.jp!/x)",
        "[a](about:blank)",
        "[a](ms-word:ofe|u|http://example.jp/x.doc)",
        "[a](ms-msdt:/id)",
        "[a](search-ms:query=x)",
        "[a](tel:110)",
        "[a](ftp://example.jp/)",
        "[a](//example.jp/x)",
        "[a](///example.jp/x)",
        "[a](/\\example.jp/x)",
        "[a](\\\\example.jp\\x)",
        "[a](/\t/example.jp)",
        "[a](/&#9;/example.jp)",
        "[a](/&#x2F;example.jp)",
        "[a](/&#92;example.jp)",
        "[a](http:/example.jp)",
        "[a](http:\\\\example.jp)",
        "[a](http:///example.jp)",
        "[a](https:javascript:alert(1))",
        "[a](x:y)",
        "[a](#x)",
        "[a](?x=javascript:alert(1))",
        "[a](../../admin)",
        "[a](%6A%61vascript:alert(1))",
        "[a](http&colon;//example.jp)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[a]\n\n[a]: <javascript:alert(1)> 'title'",
        "[a]: data:text/html,x\n\n[a][]",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "<vbscript:x>",
        "<x-y:z>",
        "![a](javascript:alert(1))",
        "![a](data:image/svg+xml,<svg onload=alert(1)>)",
        "![a](x\" onerror=\"alert(1))",
        "![a](attachment:1\" onerror=\"alert(1))",
        "![a](attachment:1 \"onload=alert(1)\")",
        "[![a](javascript:alert(1))](javascript:alert(2))",
        "[a](https://example.jp \"><script>alert(1)</script>\")",
        "[a](https://example.jp/\"onmouseover=\"alert(1))",
        "[a](https://example.jp/'onclick='alert(1))",
        "[a](https://example.jp/<script>)",
        "<script>alert(1)</script>",
        "<ScRiPt src=//example.jp/x.js></sCrIpT>",
        "<<script>alert(1)//<</script>",
        "<script\n>alert(1)</script\n>",
        "<img src=x onerror=alert(1)>",
        "<img src=`x`onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<svg><script>alert&#40;1&#41;</script>",
        "<math><a xlink:href=javascript:alert(1)>x",
        "<iframe src=javascript:alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<object data=javascript:alert(1)>",
        "<embed src=javascript:alert(1)>",
        "<a href=javascript:alert(1)>x</a>",
        "<a href='https://example.jp' onclick='alert(1)'>x</a>",
        "<form action=javascript:alert(1)><button>x",
        "<button formaction=javascript:alert(1)>x",
        "<details open ontoggle=alert(1)>",
        "<video><source onerror=alert(1)>",
        "<body onload=alert(1)>",
        "<base href=javascript:/a/>",
        "<link rel=stylesheet href=javascript:alert(1)>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<style>@import 'javascript:alert(1)';</style>",
        "<div style=\"background:url(javascript:alert(1))\">",
        "<div style=\"width:expression(alert(1))\">",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<!DOCTYPE html><script>alert(1)</script>",
        "`<script>alert(1)</script>`",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "```\"><script>alert(1)</script>\nx\n```",
        "|a|\n|---|\n|<script>alert(1)</script>|",
        "# <script>alert(1)</script>",
        "> <script>alert(1)</script>",
        "- <script>alert(1)</script>",
        "**<script>**alert(1)**</script>**",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "\\<script>alert(1)\\</script>",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        ("\xC0\xBCscript\xC0\xBE"
         "alert(1)"),
        "\xF0\x80\x80\xBCscript>",
        "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}",
        "[a](https://example.jp/${alert(1)})",
    };
    for (auto const* attack : kAttacks) {
        expect_sound(attack);
        EXPECT_THAT(pieces(attack), Not(IsEmpty())) << attack << " was swallowed";
    }
}

TEST(Markdown, ALinkThatMayNotBeIsShownWithWhereItWouldHaveLed)
{
    EXPECT_EQ(drawn("[申請書](javascript:alert(1))"), "paragraph\n text [申請書 (javascript:alert(1))]\n");
    EXPECT_EQ(drawn("<javascript:alert(1)>"), "paragraph\n text [javascript:alert(1)]\n");
}

TEST(Markdown, DirectionMarksAndNonCharactersAreGoneAndTheRestOfUnicodeStays)
{
    EXPECT_EQ(plain("a\u202Eb\u2066c\u2069\uFDD0d"), "abcd");
    EXPECT_EQ(plain("a&#x202E;b&#xFDD0;c"), "abc");
    EXPECT_EQ(plain("葛\U000E0100飾区"), "葛\U000E0100飾区");  // an ideographic variation sequence
    EXPECT_EQ(plain("👨\u200D👩\u200D👧 と ゼロ\u200B幅"), "👨\u200D👩\u200D👧 と ゼロ\u200B幅");
    EXPECT_EQ(plain("か\u3099き゛"), "か\u3099き゛");
    std::string tower = "塔";
    for (int i = 0; i < 1'000; ++i) tower += "\u0301";
    EXPECT_EQ(text::character_count(plain(tower)), 9U);
}

TEST(Markdown, BytesThatAreNoTextShowAsReplacementCharacters)
{
    EXPECT_EQ(plain("a\xFFz"), "a\uFFFDz");
    EXPECT_EQ(plain("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // half of a surrogate pair
    EXPECT_EQ(plain(std::string_view("a\0b", 3)), "a\uFFFDb");
    EXPECT_EQ(plain("\xE3\x81"), "\uFFFD\uFFFD");
    EXPECT_EQ(plain("a\x07\x1B[31mb"), "a[31mb");
}

TEST(Markdown, WhatNestsWithoutEndKeepsItsWords)
{
    for (std::string_view const mark : {"> ", ">", "- ", "1. ", "[", "![", "*", "**a ", "<", "(", "![a](", "* * "}) {
        std::string deep;
        for (int i = 0; i < 10'000; ++i) deep += mark;
        expect_sound(deep + "語");
        EXPECT_THAT(plain(deep + "語"), testing::HasSubstr("語")) << mark;
    }
    EXPECT_EQ(pieces(std::string(20'000, '>')).size() <= markdown::kMostPieces, true);
}

TEST(Markdown, ATextOfTooManyPiecesIsShownAsTyped)
{
    std::string many, table = "|";
    for (int i = 0; i < 10'000; ++i) many += "*a*b";
    EXPECT_THAT(pieces(many), ElementsAre(AllOf(Field(&Piece::kind, Kind::code_block), Field(&Piece::text, many))));
    for (int i = 0; i < 2'000; ++i) table += "a|";
    table += "\n|";
    for (int i = 0; i < 2'000; ++i) table += "---|";
    for (int i = 0; i < 2'000; ++i) table += "\n|";
    expect_sound(table);
    std::string const long_one(markdown::kLongest + 1, 'a');
    EXPECT_THAT(pieces(long_one), ElementsAre(Field(&Piece::text, long_one)));
}

TEST(Markdown, PlainIsWhatTheReaderSeesLineByLine)
{
    EXPECT_EQ(plain("# 題\n\n**本文**と[手順](/x)。\n次の行\n\n- 一\n- "
                    "二\n\n|a|b|\n|---|---|\n|c|d|\n\n```\ncode\n```\n![図](attachment:1)"),
              "題\n本文と手順。\n次の行\n一\n二\na b\nc d\ncode\n図");
    EXPECT_EQ(plain(""), "");
    EXPECT_EQ(plain("\n\n \n"), "");
}

TEST(Markdown, AnyHeapOfMarksMakesSoundPieces)
{
    constexpr std::string_view kScraps[] = {"*",
                                            "**",
                                            "~~",
                                            "`",
                                            "```",
                                            "\n",
                                            "\n\n",
                                            "> ",
                                            "- ",
                                            "1. ",
                                            "# ",
                                            "|",
                                            "\n|---|---|\n",
                                            "[",
                                            "](",
                                            ")",
                                            "![",
                                            "<",
                                            ">",
                                            "&#x",
                                            "&amp;",
                                            ";",
                                            "javascript:",
                                            "attachment:1",
                                            "https://",
                                            "/",
                                            "\\",
                                            "研修",
                                            "「",
                                            "」",
                                            "。",
                                            " ",
                                            "　",
                                            "\xFF",
                                            "\xE3\x81",
                                            "\u202E",
                                            "\uFDD0",
                                            "か\u3099",
                                            "a",
                                            "\t"};
    std::mt19937 random{20260401};
    for (int round = 0; round < 3'000; ++round) {
        std::string heap;
        for (int i = 0; i < 60; ++i) heap += kScraps[random() % std::size(kScraps)];
        expect_sound(heap);
        auto const once = markdown::readable(heap);
        ASSERT_EQ(markdown::readable(once), once);
    }
}
