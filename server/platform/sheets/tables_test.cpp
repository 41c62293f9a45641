#include "platform/sheets/tables.hpp"

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

using namespace sheets;

namespace {

struct Of {
    std::string tree;
};
BOOST_DESCRIBE_STRUCT(Of, (), (tree))
struct Leaf : Of {
    std::string name;
    int age = 0;
    std::vector<std::string> words;
};
BOOST_DESCRIBE_STRUCT(Leaf, (Of), (name, age, words))
struct Tree {
    std::string title;
    bool tall = false;
    std::vector<Leaf> leaves;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (title, tall, leaves))

std::string_view word(std::string_view member) { return member == "name" ? "名称" : member; }

Workbook read_back(std::vector<SheetOut> const& sheets) { return read_table(xlsx_bytes(sheets)); }

std::string told(FromFile const& from)
{
    std::string text;
    for (auto const& p : from.problems) text += p.pointer + " " + p.ja + "\n";
    return text;
}

}  // namespace

TEST(Tables, ARowIsAnItemWithWhatItInheritsInFrontAndReadsBackEqual)
{
    auto const sheet = table_out("葉", std::vector<Leaf>{{{"楠"}, "一", 3, {"a\nb", "c"}}}, word);
    EXPECT_EQ(sheet.header, (std::vector<std::string>{"tree [tree]", "名称 [name]", "age [age]", "words [words]"}));
    auto const book = read_back({sheet});
    FromFile from;
    std::vector<Leaf> leaves;
    TablesReader{book, word, from}.table("葉", "/leaves", leaves);
    EXPECT_EQ(told(from), "");
    ASSERT_EQ(leaves.size(), 1u);
    EXPECT_EQ(leaves[0].tree, "楠");
    EXPECT_EQ(leaves[0].age, 3);
    EXPECT_EQ(leaves[0].words, (std::vector<std::string>{"a\nb", "c"}));
    EXPECT_EQ(from.places.at("/leaves/0/name").line, 2);
    EXPECT_EQ(from.places.at("/leaves/0/name").column, 2);
}

TEST(Tables, ATableWithinAStructIsNoColumnOfIt)
{
    EXPECT_EQ(table_out("木", std::vector<Tree>{{}}, word).header, (std::vector<std::string>{"title [title]", "tall [tall]"}));
}

TEST(Tables, AColumnIsFoundByItsWordAloneAndAWrongCellIsNamedAsExcelNamesIt)
{
    auto const book = read_back({{.name = "葉", .header = {"age", "名称", "色"}, .rows = {{Cell::of("three"), Cell::of("一")}}}});
    FromFile from;
    std::vector<Leaf> leaves;
    TablesReader{book, word, from}.table("葉", "/leaves", leaves);
    EXPECT_EQ(told(from), "葉!C1 「色」という列はありません。\n葉!A2 「three」は使えません。数値を入れてください。\n");
    EXPECT_EQ(leaves.at(0).name, "一");
}

TEST(Tables, ItemsAndValuesAreReadByPathAndAStrangerIsTold)
{
    auto sheet = head_out("木");
    Tree tree{.title = "楠", .tall = true};
    each_leaf(tree, "tree.",
              [&](std::string const& path, auto const& value) { sheet.rows.push_back(head_row(path, value, word)); });
    sheet.rows.push_back({Cell::of("謎 [tree.riddle]"), Cell::of("x")});
    auto const book = read_back({sheet});
    FromFile from;
    Tree again;
    TablesReader reader{book, word, from};
    reader.head("木", [&](auto&& visit) { each_leaf(again, "tree.", visit); });
    EXPECT_EQ(told(from), "木!A4 「tree.riddle」という項目はありません。\n");
    EXPECT_EQ(again.title, "楠");
    EXPECT_TRUE(again.tall);
    reader.head("森", [](auto&&) {});
    EXPECT_EQ(from.problems.back().ja, "「森」シートがありません。書き出したファイルのシート名は変えないでください。");
}
