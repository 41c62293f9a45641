#include "platform/yaml/read.hpp"
#include "platform/yaml/write.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

namespace {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)
struct Leaf {
    std::string name;
    std::vector<int> months;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (name, months))
struct Tree {
    std::string title;
    bool tall = false;
    Colour colour = Colour::red;
    std::optional<Date> planted;
    std::optional<double> height;
    std::vector<std::string> words;
    std::vector<Leaf> leaves;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (title, tall, colour, planted, height, words, leaves))

struct ReadTree : FromFile {
    Tree tree;
};

ReadTree read(std::string_view text)
{
    ReadTree read;
    yaml::read(text, read.tree, read, {"木のファイルではありません。", "Not a tree."});
    return read;
}

std::string told(FromFile const& from)
{
    std::string text;
    for (auto const& p : from.problems)
        text += std::to_string(p.line) + ":" + std::to_string(p.column) + " " + p.pointer + " " + p.ja + "\n";
    return text;
}

}  // namespace

TEST(Yaml, AFileBecomesTheStructItDescribes)
{
    auto const file = read(
        "title: 楠\ntall: true\ncolour: blue\nplanted: 2025-04-01\nheight: 2.5\nwords: [a, b]\n"
        "leaves:\n  - name: |\n      一行目\n      二行目\n    months: [4, 5]\n");
    EXPECT_EQ(told(file), "");
    auto const& tree = file.tree;
    EXPECT_EQ(tree.title, "楠");
    EXPECT_TRUE(tree.tall);
    EXPECT_EQ(tree.colour, Colour::blue);
    EXPECT_EQ(tree.planted, date_from_iso("2025-04-01"));
    EXPECT_EQ(tree.height, 2.5);
    EXPECT_EQ(tree.words, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(tree.leaves.at(0).name, "一行目\n二行目") << "without the line break that ends the block";
    EXPECT_EQ(tree.leaves.at(0).months, (std::vector<int>{4, 5}));
}

TEST(Yaml, EveryWrongPlaceIsToldAtOnceWithLineAndColumn)
{
    auto const read_tree = read(
        "tall: yes\ncolour: green\nplanted: 令和7年\nheight: high\nwords: one\nleaves:\n  - leaf\n  - {nam: x}\n"
        "title: a\ntitle: b\n");
    EXPECT_EQ(told(read_tree),
              "1:7 /tall true か false を書いてください。\n"
              "2:9 /colour 「green」は使えません。red, blue のいずれかです。\n"
              "3:10 /planted 日付は 2025-04-01 の形で書いてください。\n"
              "4:9 /height 数値を書いてください。\n"
              "5:8 /words 並び(- で始まる行)を書いてください。\n"
              "7:5 /leaves/0 「名前: 値」の組を書いてください。\n"
              "8:6 /leaves/1/nam 「nam」という項目はありません。使えるのは name, months です。\n"
              "10:1 /title 「title」が二度書かれています。一つにまとめてください。\n");
}

TEST(Yaml, AnotherKindOfFileIsToldWhatWasExpected)
{
    EXPECT_EQ(told(read("- 1")), "1:1  木のファイルではありません。\n");
    EXPECT_EQ(read("").problems.size(), 1u);
    ASSERT_EQ(read("a: [1, 2").problems.size(), 1u);
    EXPECT_EQ(read("a: [1, 2").problems[0].ja.find("YAML として読み取れません"), 0u);
}

TEST(Yaml, AListThatHoldsItselfIsReadNoDeeperThanTheStruct)
{
    auto const looped = read("leaves: &all\n  - *all\n");
    ASSERT_EQ(looped.problems.size(), 1u) << told(looped);
    EXPECT_EQ(looped.problems[0].pointer, "/leaves/0");
}

TEST(Yaml, WhatStandsInTheFileKeepsItsPlaceForLaterChecks)
{
    auto const places = read("title: a\nleaves:\n  - name: x\n").places;
    EXPECT_EQ(places.at("/leaves/0/name").line, 3);
    EXPECT_EQ(places.at("/leaves/0/name").column, 11);
    EXPECT_EQ(nearest(places, "/leaves/0/months").column, 5) << "the leaf that lacks it";
    EXPECT_EQ(nearest({}, "/leaves/0").line, 0);
}

TEST(Yaml, WhatIsWrittenReadsBackEqualAndLeavesOutWhatIsTheDefault)
{
    Tree tree{
        .title = "true", .words = {"null", "0012", " 前後の空白 ", "'\"\\"}, .leaves = {{.name = "a\n b\n\nc", .months = {4}}}};
    EXPECT_EQ(yaml::write(Tree{.title = "true", .leaves = {{.months = {4}}}}), "title: \"true\"\nleaves:\n  - months: [4]\n");
    tree.tall = true;
    tree.colour = Colour::blue;
    tree.planted = date_from_iso("2025-04-01");
    tree.height = 66.4;
    auto const again = read(yaml::write(tree));
    EXPECT_EQ(told(again), "");
    EXPECT_EQ(yaml::write(again.tree), yaml::write(tree));
    EXPECT_EQ(again.tree.leaves.at(0).name, tree.leaves.at(0).name);
    EXPECT_EQ(again.tree.words, tree.words);
}
