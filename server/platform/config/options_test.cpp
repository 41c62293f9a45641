#include "platform/config/options.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace {

struct Settings {
    std::string listen = "default";
    int readers = 4;
    std::vector<std::string> schemas;
    bool access_log = false;
    std::vector<config::Option> options{
        {"listen", "HOST:PORT", "Where.", "default", config::into(listen)},
        {"readers", "N", "How many.", "4", config::number_into([this](std::int64_t n) { readers = static_cast<int>(n); }, 1, 9)},
        {"schemas", "NAME,…", "Which.", "", config::into(schemas)},
        {"access-log", "", "Every answer.", "false", config::into(access_log)},
    };
};

std::filesystem::path file_with(std::string const& text)
{
    auto path = std::filesystem::temp_directory_path() / ("hagukumi-options-" + std::to_string(::getpid()) + ".toml");
    std::ofstream(path) << text;
    return path;
}

std::string complaint(std::function<void()> const& work)
{
    try {
        work();
    } catch (config::Wrong const& wrong) {
        return wrong.what();
    }
    return {};
}

}  // namespace

TEST(Settings, AFlagWinsOverTheEnvironmentThatOverTheFileThatOverTheDefault)
{
    Settings settings;
    config::Given const flags{{"listen", "flag"}}, environment{{"listen", "environment"}, {"readers", "5"}},
        file{{"listen", "file"}, {"readers", "6"}, {"access-log", "true"}};
    config::apply(settings.options, {&flags, &environment, &file});
    EXPECT_EQ(settings.listen, "flag");
    EXPECT_EQ(settings.readers, 5);
    EXPECT_TRUE(settings.access_log);
    EXPECT_TRUE(settings.schemas.empty());
}

TEST(Settings, AFileSaysThemAsTomlAndAListAsAList)
{
    Settings settings;
    auto const given = config::read_file(
        file_with("listen = \"a:1\"\nreaders = 7\naccess-log = true\nschemas = [\"x\", \"y\"]\n"), settings.options);
    config::apply(settings.options, {&given});
    EXPECT_EQ(settings.readers, 7);
    EXPECT_TRUE(settings.access_log);
    EXPECT_EQ(settings.schemas, (std::vector<std::string>{"x", "y"}));
}

TEST(Settings, AWrongFileIsRefusedAtItsLine)
{
    Settings settings;
    auto const unknown = complaint([&] { config::read_file(file_with("\nlisten = \"a\"\nlistn = 3\n"), settings.options); });
    EXPECT_NE(unknown.find(":3: \"listn\" is no setting"), unknown.npos) << unknown;
    auto const broken = complaint([&] { config::read_file(file_with("listen = \n"), settings.options); });
    EXPECT_NE(broken.find(".toml:1:"), broken.npos) << broken;
}

TEST(Settings, AValueOutOfItsBoundsIsRefusedWithWhatWouldBeRight)
{
    Settings settings;
    config::Given const flags{{"readers", "10"}};
    EXPECT_EQ(complaint([&] { config::apply(settings.options, {&flags}); }),
              "\"readers\" is \"10\": it is a whole number from 1 to 9.");
}
