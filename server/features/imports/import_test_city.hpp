// A small city with an empty database (PostgreSQL when HAGUKUMI_TEST_POSTGRES names one), and short ways to look at what an
// import left there.
#pragma once
#include "features/imports/import.hpp"
#include "features/imports/undo.hpp"
#include "platform/files/disk.hpp"
#include "platform/sheets/encoding.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

namespace testing_town {
class Plot;
}

struct PersonSeen {
    StaffId id;
    std::string name, kana;
    std::optional<Date> joined_on, left_on;
    std::string unit_path, rank, title;
    bool is_head = false, uses_pc = false;
};

struct Span {
    Date from{};
    std::optional<Date> until;
    std::string what, more;
};
BOOST_DESCRIBE_STRUCT(Span, (), (from, until, what, more))

/// What an officer chooses in the wizard.
struct How {
    Date as_of{std::chrono::year{2025}, std::chrono::month{4}, std::chrono::day{1}};
    bool whole = false;
    std::optional<bool> create_units{};
    bool close_units = false;
    bool skip_refused = false;
    std::map<std::string, StaffId> same_person{};
    std::optional<std::map<std::string, std::string>> columns{};
};

class City : public testing::Test {
protected:
    City();
    ~City() override { std::filesystem::remove_all(folder); }

    static std::string cp932(std::string_view utf8)
    {
        std::vector<std::string> lost;
        auto bytes = sheets::to_cp932(utf8, lost);
        EXPECT_TRUE(lost.empty());
        return bytes;
    }

    imports::ImportRequest request(std::string_view bytes, How const& how)
    {
        auto const path = folder / files::random_name();
        files::write_whole(path, bytes);
        return {.file = path,
                .file_name = "名簿.csv",
                .choice = {},
                .columns = how.columns,
                .as_of = how.as_of,
                .whole = how.whole,
                .create_units = how.create_units,
                .close_units = how.close_units,
                .skip_refused = how.skip_refused,
                .announced_on = {},
                .same_person = how.same_person};
    }
    imports::Surroundings around()
    {
        return {clock, actor, {[](db::Tx&, Date) { return ranks(); }, categories}, progress};
    }
    static std::vector<plan::Rank> ranks()
    {
        std::vector<plan::Rank> ranks;
        int order = 100;
        for (auto const* name : {"部長", "課長", "係長", "主査", "主任", "主事"})
            ranks.push_back({name, order -= 10, plan::RankBand::staff, {}, {}, {}});
        ranks[4].aliases = {"主任主事"};
        return ranks;
    }

    imports::ImportPreview preview(std::string_view bytes, How const& how = {})
    {
        return imports::preview(*database, request(bytes, how), around());
    }
    imports::ImportResult import(std::string_view bytes, How const& how = {})
    {
        return imports::run(*database, request(bytes, how), around());
    }
    std::string refused_xlsx(std::string_view bytes)
    {
        return imports::refused_rows_xlsx(*database, request(bytes, {}), around());
    }
    imports::ImportFile describe(std::string_view bytes)
    {
        imports::RosterFile const file(request(bytes, {}).file, {});
        return database->read([&](db::Tx& tx) { return imports::describe(tx, file, "token"); });
    }
    void undo(ImportId import)
    {
        database->write([&](db::Tx& tx) { imports::undo(tx, actor, import, clock); });
    }

    static std::optional<Code> refusal(auto&& f)
    {
        try {
            f();
        } catch (Refused const& refused) {
            return refused.code;
        }
        return std::nullopt;
    }

    void script(std::string const& sql)
    {
        database->write([&](db::Tx& tx) { tx.script(sql); });
    }

    PersonSeen person(std::string const& staff_no);
    std::int64_t count(std::string const& table);
    /// Every row of every table an import writes, as text.
    std::string everything();
    std::string postings(std::string const& staff_no);
    std::string engagements(std::string const& staff_no);
    std::string leaves(std::string const& staff_no);
    std::string announced(std::string const& staff_no);
    std::string numbers(StaffId);

    std::shared_ptr<testing_town::Plot const> const plot;
    std::unique_ptr<db::Database> const database;
    FixedClock clock{Date{std::chrono::year{2026}, std::chrono::month{6}, std::chrono::day{1}}};
    Actor actor = system_actor("試験");
    imports::CategoryWatch* categories = nullptr;
    imports::Progress progress;
    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() / ("hagukumi-imports-" + std::to_string(::getpid()));
};

/// One category: everybody whose primary rank is 課長.
class HeadsWatch final : public imports::CategoryWatch {
public:
    imports::Memberships before(db::Tx& tx, Date on) override { return now(tx, on); }
    imports::Memberships after(db::Tx& tx, Date on) override { return now(tx, on); }

private:
    static imports::Memberships now(db::Tx&, Date on);
};
