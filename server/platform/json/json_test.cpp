#include "platform/json/json.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

using namespace testing;

namespace {

enum class Mark { required, conditional };
BOOST_DESCRIBE_ENUM(Mark, required, conditional)

struct Cell {
    std::string skill;
    Mark mark = Mark::required;
    std::optional<int> level;
    static json::object limits(std::string_view member)
    {
        if (member == "skill") return {{"minLength", 1}, {"maxLength", 3}};
        return {{"minimum", 0}, {"maximum", 5}};
    }
};
BOOST_DESCRIBE_STRUCT(Cell, (), (skill, mark, level))

struct Base {
    StaffId id;
};
BOOST_DESCRIBE_STRUCT(Base, (), (id))

struct Row : Base {
    Date on{};
    std::optional<Instant> at;
    bool active = false;
    double share = 0;
    std::vector<Cell> cells;
    std::map<std::string, int> counts;
    json::Raw extra;
};
BOOST_DESCRIBE_STRUCT(Row, (Base), (on, at, active, share, cells, counts, extra))

Row example()
{
    Row row;
    row.id = StaffId{9007199254740993};
    row.on = *date_from_iso("2026-06-01");
    row.share = 0.25;
    row.cells = {{"企画", Mark::conditional, 3}};
    row.counts = {{"a\"b", 1}};
    row.extra.text = R"({"x":[1,2]})";
    return row;
}

constexpr auto kExample =
    R"({"id":9007199254740993,"on":"2026-06-01","at":null,"active":false,"share":0.25,"cells":[{"skill":"企画","mark":"conditional","level":3}],"counts":{"a\"b":1},"extra":{"x":[1,2]}})";

template <class T>
std::vector<std::string> pointers(std::string_view text)
{
    try {
        json::read<T>(text);
    } catch (Refused const& refused) {
        std::vector<std::string> found;
        for (auto const& problem : refused.problems) found.push_back(problem.pointer);
        return found;
    }
    return {"accepted"};
}

}  // namespace

TEST(Json, ADescribedStructIsWrittenWithInheritedMembersAndNulls) { EXPECT_EQ(json::write(example()), kExample); }

TEST(Json, WhatIsWrittenIsReadBackTheSame) { EXPECT_EQ(json::write(json::read<Row>(kExample)), kExample); }

TEST(Json, TextIsEscapedWhereverItStands)
{
    for (std::size_t before = 0; before < 18; ++before) {
        auto const text = std::string(before, 'x') + "\x01\"\\\n髙﨑 \x7f" + std::string(before, 'y');
        auto const back = boost::json::parse(json::write(text));
        EXPECT_EQ(std::string_view(back.as_string()), text);
    }
}

TEST(Json, EveryWrongPlaceIsNamedAtOnce)
{
    EXPECT_THAT(pointers<Row>(R"({"id":"1","on":"2026-02-30","active":1,"share":"x","cells":[{"skill":"","mark":"no"},
                                  {"skill":"長い名前","mark":"required","level":9}],"counts":{"a/b":null},"extra":1,"more":0})"),
                UnorderedElementsAre("/id", "/on", "/active", "/share", "/cells/0/skill", "/cells/0/mark", "/cells/1/skill",
                                     "/cells/1/level", "/counts/a~1b", "/more"));
}

TEST(Json, AnOptionalMemberMayBeMissingAnyOtherIsRequired)
{
    EXPECT_THAT(pointers<Cell>(R"({"skill":"a","mark":"required"})"), ElementsAre("accepted"));
    EXPECT_THAT(pointers<Cell>(R"({"mark":"required"})"), ElementsAre("/skill"));
}

TEST(Json, BrokenTextIsRefused)
{
    EXPECT_THAT(pointers<Cell>("{"), ElementsAre(""));
    EXPECT_THAT(pointers<Cell>("{\"skill\":\"\xff\",\"mark\":\"required\"}"), ElementsAre(""));
    EXPECT_THAT(pointers<Cell>(R"({"skill":"a\u0000","mark":"required"})"), ElementsAre("/skill"));
    EXPECT_THAT(pointers<json::Raw>(std::string(100, '[') + std::string(100, ']')), ElementsAre(""));
    EXPECT_THAT(pointers<Cell>("[]"), ElementsAre(""));
    EXPECT_THAT(pointers<std::vector<std::int8_t>>("[1,128,1.5,1e400]"), Contains("/1"));
}

TEST(Json, TheSchemaSaysWhatTheReaderEnforces)
{
    json::Components components;
    EXPECT_EQ(json::schema_of<Row>(components, json::Side::input), R"({"$ref":"#/components/schemas/Row"})");
    EXPECT_EQ(components.schemas().at("Cell"),
              R"({"type":"object","properties":{"skill":{"type":"string","minLength":1,"maxLength":3},)"
              R"("mark":{"$ref":"#/components/schemas/Mark"},"level":{"type":["integer","null"],"minimum":0,"maximum":5}},)"
              R"("required":["skill","mark"],"additionalProperties":false})");
    json::schema_of<Cell>(components, json::Side::output);
    EXPECT_THAT(components.schemas(), Contains(Key("CellOutput")));
}
