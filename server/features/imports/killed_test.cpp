// An import whose process dies in the middle has never been.
#include "features/imports/import_test_city.hpp"
#include "platform/db/migrate.hpp"

#include <sys/wait.h>

namespace {

constexpr std::string_view kRoster =
    "職員番号,氏名,部,課,職位,担当システム,休職\n"
    "0001,山田 太郎,総務部,人事課,課長,住基,\n"
    "0002,佐藤 花子,総務部,情報政策課,主査,,育児休業\n";

struct Killed {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("hagukumi-killed-" + std::to_string(::getpid()));
    std::filesystem::path file = folder / "city.db";
    FixedClock clock{Date{std::chrono::year{2026}, std::chrono::month{6}, std::chrono::day{1}}};
    Actor actor = system_actor("試験");

    Killed()
    {
        files::make_folder(folder);
        files::write_whole(folder / "roster.csv", kRoster);
    }
    ~Killed() { std::filesystem::remove_all(folder); }

    std::unique_ptr<db::Database> open() const
    {
        return db::Database::open({.location = file.string(), .schema = {}, .readers = 1});
    }

    imports::ImportResult import(db::Database& database, imports::Progress progress = {})
    {
        imports::ImportRequest const request{.file = folder / "roster.csv",
                                             .file_name = "roster.csv",
                                             .choice = {},
                                             .columns = {},
                                             .as_of = clock.today(),
                                             .whole = true,
                                             .create_units = {},
                                             .close_units = false,
                                             .skip_refused = false,
                                             .announced_on = {},
                                             .same_person = {}};
        return imports::run(database, request, {clock, actor, {}, std::move(progress)});
    }

    // In a process of its own, which ends without a word once the import has come this far.
    void die_at(int percent)
    {
        auto const child = ::fork();
        if (child == 0) {
            auto const database = open();
            import(*database, [&](int now, std::string_view) {
                if (now >= percent) ::_exit(9);
        });
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 9);
}
};  // namespace

db::Sql const kRows{R"(
    SELECT (SELECT count(*) FROM staff) + (SELECT count(*) FROM org_unit) + (SELECT count(*) FROM posting) +
           (SELECT count(*) FROM staff_number) + (SELECT count(*) FROM import_run) + (SELECT count(*) FROM import_change) +
           (SELECT count(*) FROM import_addition) +
           (SELECT count(*) FROM change_log) + (SELECT count(*) FROM audit))"};

}  // namespace

TEST(KilledImport, NothingOfItIsEverVisibleAndTheNextOneIsWhole)
{
    Killed killed;
    db::migrate(*killed.open());
    for (auto const percent : {45, 55, 65, 75}) {
        killed.die_at(percent);
        auto const database = killed.open();
        EXPECT_EQ(database->read([](db::Tx& tx) { return tx.one<std::int64_t>(kRows); }), 0) << "killed at " << percent;
    }
    auto const database = killed.open();
    EXPECT_EQ(killed.import(*database).counts.added, 2);
}
