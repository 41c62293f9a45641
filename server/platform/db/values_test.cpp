#include "platform/db/dialect.hpp"
#include "platform/db/engine_fixture.hpp"

#include <limits>

namespace db {
namespace {

constexpr char const* kThings = R"(
    CREATE TABLE thing (
        id     INTEGER PRIMARY KEY,
        name   TEXT NOT NULL UNIQUE CHECK (length(name) < 50),
        note   TEXT,
        share  REAL,
        active INTEGER NOT NULL,
        colour TEXT NOT NULL,
        day    TEXT,
        seen   TEXT,
        bytes  BLOB
    ) STRICT;
    CREATE TABLE part (id INTEGER PRIMARY KEY, thing_id INTEGER NOT NULL REFERENCES thing (id)) STRICT;)";

struct ThingTag;
using ThingId = Id<ThingTag>;

struct Thing {
    Colour colour = Colour::red;  // not in the order of the columns
    ThingId id;
    std::string name;
    std::optional<std::string> note;
    std::optional<double> share;
    bool active = false;
    std::optional<Date> day;
    std::optional<Instant> seen;
    std::optional<Blob> bytes;
    friend bool operator==(Thing const&, Thing const&) = default;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (colour, id, name, note, share, active, day, seen, bytes))

struct Misspelt {
    std::string nmae;
};
BOOST_DESCRIBE_STRUCT(Misspelt, (), (nmae))

Sql const kInsert{R"(
    INSERT INTO thing (name, note, share, active, colour, day, seen, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id)"};
Sql const kShort{"INSERT INTO thing (name, active, colour) VALUES ($1, 1, 'red') RETURNING id"};
Sql const kById{"SELECT id, name, note, share, active, colour, day, seen, bytes FROM thing WHERE id = $1"};
Sql const kAll{"SELECT id, name, note, share, active, colour, day, seen, bytes FROM thing ORDER BY id"};
Sql const kNames{"SELECT name FROM thing ORDER BY name"};
Sql const kCount{"SELECT count(*) FROM thing"};
Sql const kNotes{"SELECT note FROM thing ORDER BY id"};
Sql const kPart{"INSERT INTO part (thing_id) VALUES ($1) RETURNING id"};

class Values : public OnBothEngines {
protected:
    void SetUp() override
    {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        database->write([&](Tx& tx) { tx.script(on_postgres() ? migration_for_postgres(kThings) : kThings); });
    }
};
ON_BOTH_ENGINES(Values);

Blob every_byte()
{
    Blob bytes;
    for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<std::byte>(i));
    return bytes;
}

TEST_P(Values, EveryKindOfValueComesBackAsItWent)
{
    using namespace std::chrono;
    Thing thing{.colour = Colour::green,
                .name = "研修'\"\\\t𠮷 $1 ?",
                .note = "",
                .share = 1.0 / 3,
                .active = true,
                .day = Date{2026y / 2 / 28},
                .seen = sys_days{2026y / 4 / 1} + 9h + 30min,
                .bytes = every_byte()};
    thing.id = ThingId{database->write([&](Tx& tx) {
        return tx.insert(kInsert, thing.name, thing.note, thing.share, thing.active, thing.colour, thing.day, thing.seen,
                         thing.bytes);
    })};
    EXPECT_EQ(database->read([&](Tx& tx) { return tx.one<Thing>(kById, thing.id); }), thing);
}

TEST_P(Values, NullIsNotTheEmptyText)
{
    database->write([&](Tx& tx) {
        tx.insert(kInsert, "a", std::nullopt, std::nullopt, false, "red", std::nullopt, std::nullopt, std::nullopt);
        tx.insert(kInsert, "b", std::optional{std::string{}}, 0.0, false, Colour::red, std::optional<Date>{}, std::nullopt,
                  Blob{});
    });
    auto const rows = database->read([](Tx& tx) { return tx.all<Thing>(kAll); });
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].note, std::nullopt);
    EXPECT_EQ(rows[0].bytes, std::nullopt);
    EXPECT_EQ(rows[1].note, "");
    EXPECT_EQ(rows[1].bytes, Blob{});
    EXPECT_THROW(database->read([](Tx& tx) { return tx.all<std::string>(kNotes); }), std::logic_error);
}

TEST_P(Values, TheLargestAndSmallestNumbersSurvive)
{
    static Sql const echo{"SELECT CAST($1 AS INTEGER) AS n"};
    database->read([](Tx& tx) {
        EXPECT_EQ(tx.one<std::int64_t>(echo, std::numeric_limits<std::int64_t>::max()), std::numeric_limits<std::int64_t>::max());
        EXPECT_EQ(tx.one<std::int64_t>(echo, std::numeric_limits<std::int64_t>::min()), std::numeric_limits<std::int64_t>::min());
        EXPECT_EQ(refusal_of([&] { tx.one<int>(echo, std::int64_t{1} << 40); }), ErrorKind::corrupt);
    });
}

TEST_P(Values, AParameterMayBeUsedTwiceAndOutOfOrder)
{
    static Sql const mixed{"SELECT name FROM thing WHERE name <> $2 AND (note = $1 OR name = $1)"};
    database->write([](Tx& tx) { tx.insert(kShort, "a"); });
    database->read([](Tx& tx) {
        EXPECT_EQ(tx.one<std::string>(mixed, "a", "b"), "a");
        EXPECT_EQ(tx.maybe_one<std::string>(mixed, "b", "a"), std::nullopt);
        EXPECT_THROW(tx.maybe_one<std::string>(mixed, "b"), std::logic_error);
    });
}

TEST_P(Values, UpsertsAnswerWithTheRowOrWithNothing)
{
    static Sql const upsert{
        "INSERT INTO thing (name, share, active, colour) VALUES ($1, $2, 1, 'red') "
        "ON CONFLICT (name) DO UPDATE SET share = excluded.share + 1 RETURNING share"};
    static Sql const once{"INSERT INTO thing (name, active, colour) VALUES ($1, 1, 'red') ON CONFLICT DO NOTHING RETURNING id"};
    static Sql const recolour{"UPDATE thing SET colour = $1"};
    database->write([](Tx& tx) {
        EXPECT_EQ(tx.one<double>(upsert, "a", 2.5), 2.5);
        EXPECT_EQ(tx.one<double>(upsert, "a", 2.5), 3.5);
        EXPECT_EQ(tx.maybe_one<std::int64_t>(once, "a"), std::nullopt);
        EXPECT_TRUE(tx.maybe_one<std::int64_t>(once, "b"));
        EXPECT_EQ(tx.run(recolour, Colour::green), 2);
    });
}

TEST_P(Values, BrokenRulesAreToldApart)
{
    static Sql const nameless{"INSERT INTO thing (name, active, colour) VALUES (NULL, 1, 'red') RETURNING id"};
    auto const refused = [&](Sql const& sql, auto const&... values) {
        return refusal_of([&] { database->write([&](Tx& tx) { tx.insert(sql, values...); }); });
    };
    EXPECT_EQ(refused(kShort, "a"), std::nullopt);
    EXPECT_EQ(refused(kShort, "a"), ErrorKind::unique);
    EXPECT_EQ(refused(kPart, 777), ErrorKind::foreign_key);
    EXPECT_EQ(refused(nameless), ErrorKind::not_null);
    EXPECT_EQ(refused(kShort, std::string(60, 'x')), ErrorKind::check);
    EXPECT_EQ(refused(kShort, std::string{"a\0b", 3}), ErrorKind::check);
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kCount); }), 1);
}

TEST_P(Values, AReadCannotWrite)
{
    EXPECT_EQ(refusal_of([&] { database->read([](Tx& tx) { tx.insert(kShort, "a"); }); }), ErrorKind::readonly);
    EXPECT_FALSE(database->read([](Tx& tx) { return tx.writable(); }));
}

TEST_P(Values, AReadSeesOneUnchangingState)
{
    database->read([&](Tx& tx) {
        EXPECT_EQ(tx.one<int>(kCount), 0);
        database->write([](Tx& other) { other.insert(kShort, "a"); });
        EXPECT_EQ(tx.one<int>(kCount), 0);
    });
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kCount); }), 1);
}

TEST_P(Values, AMemberWithoutAColumnNamesBoth)
{
    database->write([](Tx& tx) { tx.insert(kShort, "a"); });
    try {
        database->read([](Tx& tx) { return tx.all<Misspelt>(kNames); });
        FAIL() << "a misspelt member was accepted";
    } catch (std::logic_error const& error) {
        EXPECT_NE(std::string{error.what()}.find("nmae"), std::string::npos);
        EXPECT_NE(std::string{error.what()}.find("SELECT name FROM thing"), std::string::npos);
    }
}

TEST_P(Values, AStatementThatDoesNotFitTheSchemaIsFoundWithoutRunningIt)
{
    static Sql const unknown{"DELETE FROM thing WHERE nmae = $1"};
    EXPECT_EQ(refusal_of([&] { database->read([](Tx& tx) { tx.prepare(kShort); }); }), std::nullopt);
    EXPECT_EQ(refusal_of([&] { database->read([](Tx& tx) { tx.prepare(unknown); }); }), ErrorKind::other);
}

TEST_P(Values, AStatementMayBeUsedInsideItsOwnRows)
{
    database->write([](Tx& tx) {
        for (auto const* name : {"a", "b", "c"}) tx.insert(kShort, name);
    });
    int pairs = 0;
    database->read([&](Tx& tx) {
        tx.each<std::string>(kNames,
                             [&](std::string const&) { tx.each<std::string>(kNames, [&](std::string const&) { ++pairs; }); });
    });
    EXPECT_EQ(pairs, 9);
}

TEST_P(Values, TextSortsByCodePoint)
{
    database->write([](Tx& tx) {
        for (auto const* name : {"い", "a", "ア", "B", "あ"}) tx.insert(kShort, name);
    });
    EXPECT_EQ(database->read([](Tx& tx) { return tx.all<std::string>(kNames); }),
              (std::vector<std::string>{"B", "a", "あ", "い", "ア"}));
}

TEST_P(Values, ManyRowsGoInAtOnceWhateverTheyHold)
{
    std::vector<Thing> things;
    things.reserve(50'000);
    for (int i = 0; i < 50'000; ++i) things.push_back({.id = ThingId{i + 1}, .name = "氏名 " + std::to_string(i)});
    things[1].name = "tab\tnew\nline\r\\N 'quoted' \"twice\", \\x00 {}";
    things[1].note = "\\N";
    things[2] = {.colour = Colour::green,
                 .id = ThingId{3},
                 .name = "丸",
                 .note = "",
                 .share = -1e-7,
                 .active = true,
                 .bytes = every_byte()};
    std::vector<std::string_view> const columns{"bytes", "id", "name", "note", "share", "active", "colour"};
    database->write([&](Tx& tx) { tx.insert_many<Thing>("thing", columns, things); });

    EXPECT_EQ(database->read([](Tx& tx) { return tx.all<Thing>(kAll); }), things);
    EXPECT_EQ(database->write([](Tx& tx) { return tx.insert(kShort, "the next"); }), 50'001);
}

TEST_P(Values, AFailedLoadLeavesNothingAndTheConnectionUsable)
{
    std::vector<Thing> const twins{{.id = ThingId{1}, .name = "a"}, {.id = ThingId{1}, .name = "b"}};
    std::vector<Thing> const broken{{.id = ThingId{1}, .name = "a"}, {.id = ThingId{2}, .name = std::string{"b\0", 2}}};
    auto const load = [&](std::vector<Thing> const& rows) {
        return refusal_of([&] {
            database->write([&](Tx& tx) { tx.insert_many<Thing>("thing", {"id", "name", "active", "colour"}, rows); });
        });
    };
    EXPECT_EQ(load(twins), ErrorKind::unique);
    EXPECT_EQ(load(broken), ErrorKind::check);
    EXPECT_EQ(database->read([](Tx& tx) { return tx.one<int>(kCount); }), 0);
    EXPECT_EQ(database->write([](Tx& tx) { return tx.insert(kShort, "a"); }), 1);
}

TEST(Statements, EveryStatementRegistersItselfAndLeavesWithItsScope)
{
    auto const before = all_statements().size();
    {
        Sql const local{"SELECT 1"};
        EXPECT_EQ(all_statements().size(), before + 1);
    }
    EXPECT_EQ(all_statements().size(), before);
}

}  // namespace
}  // namespace db
