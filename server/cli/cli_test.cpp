#include "cli/cli.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Said {
    int status;
    std::string out, err;
};
Said hagukumi(std::vector<std::string> arguments)
{
    std::ostringstream out, err;
    auto const status = cli::run(std::move(arguments), out, err);
    return {status, out.str(), err.str()};
}

class CommandLine : public ::testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }
    std::string path(std::string const& name) const { return (folder_ / name).string(); }
    std::string file(std::string const& name, std::string const& text) const
    {
        std::ofstream(folder_ / name) << text;
        return path(name);
    }
    /// A data directory with one small city.
    std::string town() const
    {
        auto const made = hagukumi({"demo", "--data", path("data"), "--cities", "chigasaki", "--staff", "60"});
        EXPECT_EQ(made.status, 0) << made.err;
        return path("data");
    }

private:
    fs::path folder_ = fs::temp_directory_path() / ("hagukumi-cli-" + std::to_string(::getpid()));
};

constexpr char const* kRoster =
    "職員番号,氏名,カナ,所属,職位,任用形態,職種\n000123,髙﨑　太郎,ﾀｶｻｷ ﾀﾛｳ,人事課,課長,正規,行政職\n";

}  // namespace

TEST_F(CommandLine, WrongUseIsTwoAndHelpIsNot)
{
    EXPECT_EQ(hagukumi({}).status, 2);
    EXPECT_EQ(hagukumi({"demo"}).status, 2);
    EXPECT_EQ(hagukumi({"serve", "--data", ".", "--listen", "nowhere"}).status, 2);
    EXPECT_EQ(hagukumi({"serve", "--readers", "0"}).status, 2);
    EXPECT_EQ(hagukumi({"--help"}).status, 0);
    EXPECT_EQ(hagukumi({"serve", "--help"}).status, 0);
    EXPECT_THAT(hagukumi({"--version"}).out, HasSubstr("hagukumi "));
}

TEST_F(CommandLine, EveryCommandIsInTheManualAndTheCompletion)
{
    auto const manual = hagukumi({"man"}).out, completion = hagukumi({"completion", "bash"}).out;
    for (auto const* command : {"serve", "demo", "plan check", "plan import", "plan export", "import staff", "account add",
                                "backup", "restore", "verify", "openapi"}) {
        EXPECT_THAT(manual, HasSubstr(std::string("hagukumi ") + command));
        EXPECT_THAT(completion, HasSubstr(std::string("\"hagukumi ") + command + "\")"));
    }
}

TEST_F(CommandLine, WhereNoMunicipalityIsItSaysHowOneIsMade)
{
    fs::create_directories(path("empty"));
    auto const empty = hagukumi({"account", "list", "--data", path("empty")});
    EXPECT_EQ(empty.status, 1);
    EXPECT_THAT(empty.err, HasSubstr("hagukumi plan import"));
    auto const misnamed = hagukumi({"account", "list", "--data", town(), "--municipality", "hiratsuka"});
    EXPECT_EQ(misnamed.status, 1);
    EXPECT_THAT(misnamed.err, HasSubstr("There is: chigasaki"));
}

TEST_F(CommandLine, APlanWithAFaultIsRefusedAtItsLineAndColumn)
{
    auto const bad = file("bad.yaml", "municipality:\n  slug: town\n  colour: red\n");
    auto const told = hagukumi({"plan", "check", bad});
    EXPECT_EQ(told.status, 1);
    EXPECT_THAT(told.err, HasSubstr(bad + ":3:"));
    EXPECT_THAT(hagukumi({"plan", "check", bad, "--json"}).err, HasSubstr("\"line\":3"));
    EXPECT_EQ(hagukumi({"plan", "check", path("missing.yaml")}).status, 1);
}

TEST_F(CommandLine, APlanGoesOutAndInAgainAndIsInForce)
{
    auto const data = town();
    ASSERT_EQ(hagukumi({"plan", "export", "--data", data, "--to", path("plan.yaml")}).status, 0);
    ASSERT_EQ(hagukumi({"plan", "export", "--data", data, "--to", path("plan.xlsx")}).status, 0);
    EXPECT_EQ(hagukumi({"plan", "check", path("plan.yaml"), path("plan.xlsx")}).status, 0);
    auto const again = hagukumi({"plan", "import", path("plan.yaml"), "--data", data, "--from", "2020-01-01"});
    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.err, HasSubstr("give a later day"));
    auto const elsewhere = hagukumi({"plan", "import", path("plan.xlsx"), "--data", path("new"), "--from", "2026-01-01"});
    EXPECT_EQ(elsewhere.status, 0) << elsewhere.err;
    EXPECT_TRUE(fs::exists(path("new/chigasaki/hagukumi.db")));
}

TEST_F(CommandLine, ARosterWithARefusedRowIsNotImportedUnlessTheRestIsWanted)
{
    auto const data = town();
    auto const roster = file("roster.csv", std::string(kRoster) + ",名無し,,人事課,課長,正規,行政職\n");
    auto const refused = hagukumi({"import", "staff", roster, "--data", data});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("roster.csv:3: 職員番号"));
    EXPECT_THAT(refused.err, HasSubstr("職員番号を入れてください"));
    auto const rest = hagukumi({"import", "staff", roster, "--data", data, "--skip-refused", "--create-units", "--json"});
    EXPECT_EQ(rest.status, 0) << rest.err;
    EXPECT_THAT(rest.out, HasSubstr("\"added\":1"));
}

TEST_F(CommandLine, AccountsAreAddedListedStoppedAndNeverLeaveTheCityWithoutAnAdministrator)
{
    auto const data = town();
    EXPECT_EQ(hagukumi({"account", "add", "it", "--role", "administrator", "--data", data}).status, 0);
    EXPECT_EQ(hagukumi({"account", "add", "it", "--data", data}).status, 1);
    EXPECT_EQ(hagukumi({"account", "add", "x", "--role", "emperor", "--data", data}).status, 2);
    EXPECT_EQ(hagukumi({"account", "disable", "admin", "--data", data}).status, 0);
    EXPECT_EQ(hagukumi({"account", "disable", "it", "--data", data}).status, 1);
    EXPECT_THAT(hagukumi({"account", "list", "--data", data}).out, HasSubstr("it\tit\tadministrator"));
    EXPECT_EQ(hagukumi({"account", "password", "nobody", "--data", data}).status, 1);
}

TEST_F(CommandLine, WhoeverIsInTheRosterGetsAnAccountWithAPasswordToHandOut)
{
    auto const data = town();
    auto const roster = file("roster.csv", kRoster);
    EXPECT_THAT(hagukumi({"account", "add-missing", "--data", data}).out, Not(IsEmpty()));
    ASSERT_EQ(hagukumi({"import", "staff", roster, "--data", data, "--create-units"}).status, 0);
    auto const made = hagukumi({"account", "add-missing", "--passwords", "--data", data});
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(made.out, ContainsRegex("^000123\t髙﨑　太郎\t[0-9a-f]{16}\n"));
    EXPECT_EQ(hagukumi({"account", "add-missing", "--data", data}).out, "");
    EXPECT_EQ(hagukumi({"account", "disable-leavers", "--data", data}).out, "0 accounts disabled\n");
}

TEST_F(CommandLine, ABackupComesBackWholeAndOverwritesNothing)
{
    auto const data = town();
    auto const copy = path("copy");
    ASSERT_EQ(hagukumi({"backup", "--data", data, "--to", copy}).status, 0);
    EXPECT_EQ(hagukumi({"backup", "--data", data, "--to", copy}).status, 1);
    EXPECT_EQ(hagukumi({"restore", "--data", data, "--from", copy}).status, 1);
    ASSERT_EQ(hagukumi({"restore", "--data", path("again"), "--from", copy}).status, 0);
    EXPECT_THAT(hagukumi({"verify", "--data", path("again")}).out, HasSubstr("chigasaki: sound"));
    EXPECT_EQ(hagukumi({"account", "list", "--data", data}).out, hagukumi({"account", "list", "--data", path("again")}).out);
}

TEST_F(CommandLine, ADamagedBackupIsToldOfAndNotPutBack)
{
    auto const data = town();
    ASSERT_EQ(hagukumi({"backup", "--data", data, "--to", path("copy")}).status, 0);
    {
        std::fstream damaged(path("copy/chigasaki/hagukumi.db"), std::ios::in | std::ios::out | std::ios::binary);
        damaged.seekp(8192);
        damaged << std::string(4096, 'x');
    }
    auto const refused = hagukumi({"restore", "--data", path("again"), "--from", path("copy")});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("is damaged"));
    EXPECT_FALSE(fs::exists(path("again/chigasaki")));
}

TEST_F(CommandLine, TheProgramPrintsWhatItPromises)
{
    EXPECT_THAT(hagukumi({"openapi"}).out, HasSubstr("\"openapi\": \"3.1"));
    EXPECT_THAT(hagukumi({"permissions"}).out, HasSubstr("manage_accounts"));
    EXPECT_THAT(hagukumi({"configuration"}).out, HasSubstr("| `listen` | `HAGUKUMI_LISTEN` | `127.0.0.1:8080` |"));
}
