#include "app/serving.hpp"

#include "app/composition.hpp"
#include "features/access/secrets.hpp"
#include "platform/http/edge_test_client.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <thread>

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr char const* kPassword = "a long enough password";

/// A server with two municipalities, each with an account "clerk", on whatever port is free.
class InService : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto const hash = accounts::hash_password(kPassword);
        for (std::string const slug : {"east", "west"}) {
            fs::create_directories(folder_ / slug);
            app::Municipality town({.location = (folder_ / slug / "hagukumi.db").string()}, clock_, {.slug = slug});
            town.database().write([&](db::Tx& tx) {
                accounts::create_account(tx, system_actor("test"), {"clerk", "Clerk", {}, {}, {{Role::administrator, {}}}}, hash,
                                         false, clock_.now());
            });
        }
        settings_.data = folder_;
        settings_.edge.port = 0;
        settings_.metrics_port = 0;
        serving_ = std::make_unique<app::Serving>(settings_, clock_);
        running_ = std::jthread([this] { serving_->run(); });
    }
    void TearDown() override
    {
        serving_->stop();
        running_.join();
        serving_.reset();
        fs::remove_all(folder_);
    }

    http::testing::Answer ask(std::string const& method, std::string const& path, std::string const& fields = {},
                              std::string const& body = {}) const
    {
        return http::testing::Client(serving_->port()).ask(method, path, fields, body);
    }
    http::testing::Answer get(std::string const& path, std::string const& fields = {}) const { return ask("GET", path, fields); }
    std::string signed_in(std::string const& slug) const
    {
        auto const answer = ask("POST", "/" + slug + "/api/session", "Content-Type: application/json\r\n",
                                std::string(R"({"login":"clerk","password":")") + kPassword + "\"}");
        EXPECT_EQ(answer.status, 200) << answer.body;
        auto const cookie = answer.field("Set-Cookie");
        return "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
    }

    SystemClock clock_;
    app::ServeSettings settings_;
    std::unique_ptr<app::Serving> serving_;
    std::jthread running_;
    fs::path folder_ = fs::temp_directory_path() / ("hagukumi-serving-" + std::to_string(::getpid()));
};

}  // namespace

TEST_F(InService, ASessionOfOneMunicipalityIsWorthlessInAnother)
{
    auto const cookie = signed_in("east");
    EXPECT_EQ(get("/east/api/me", cookie).status, 200);
    auto const stranger = get("/west/api/me", cookie);
    EXPECT_EQ(stranger.status, 401);
    EXPECT_THAT(stranger.body, HasSubstr("\"code\":\"not_signed_in\""));
    EXPECT_EQ(get("/west/api/me", signed_in("west")).status, 200);
}

TEST_F(InService, TheRootListsEveryMunicipalityAndTheirPagesCarryThePolicy)
{
    auto const list = get("/api/municipalities");
    EXPECT_THAT(list.body, HasSubstr("\"slug\":\"east\""));
    EXPECT_THAT(list.body, HasSubstr("\"slug\":\"west\""));
    EXPECT_THAT(list.body, HasSubstr("\"demo\":false"));
    for (auto const* path : {"/", "/east/", "/west/skills/map"}) {
        auto const page = get(path);
        EXPECT_EQ(page.status, 200) << path;
        EXPECT_THAT(page.field("Content-Security-Policy"), HasSubstr("default-src 'none'; script-src 'self'"));
        EXPECT_THAT(page.field("Content-Security-Policy"), HasSubstr("style-src 'self' 'sha256-"));
    }
    EXPECT_EQ(get("/north/").status, 404);
}

TEST_F(InService, WhoWatchesItSeesThatItLivesAndWhatItDid)
{
    EXPECT_EQ(get("/healthz").status, 200);
    signed_in("east");
    get("/east/api/me");
    EXPECT_EQ(http::testing::Client(serving_->metrics_port()).get("/healthz").status, 200);
    auto const metrics = http::testing::Client(serving_->metrics_port()).get("/metrics").body;
    EXPECT_THAT(metrics, HasSubstr("hagukumi_requests_total{route=\"signIn\",status=\"2xx\"} 1\n"));
    EXPECT_THAT(metrics, HasSubstr("hagukumi_request_seconds_count "));
    EXPECT_EQ(get("/metrics").status, 404);
}

TEST_F(InService, ASecondStartOnTheSamePortSaysSoInOneSentence)
{
    auto again = settings_;
    again.edge.port = serving_->port();
    try {
        app::Serving const second(again, clock_);
        FAIL() << "it started";
    } catch (http::CannotListen const& refused) {
        EXPECT_THAT(refused.what(), HasSubstr("is in use"));
    }
}

TEST(Serving, WithoutAMunicipalityItDoesNotStart)
{
    auto const folder = fs::temp_directory_path() / ("hagukumi-empty-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    SystemClock const clock;
    app::ServeSettings settings;
    settings.edge.port = 0;
    settings.data = folder;
    EXPECT_THROW(app::Serving(settings, clock), config::Wrong);
    settings.data = folder / "missing";
    EXPECT_THROW(app::Serving(settings, clock), config::Wrong);
    settings.data = folder;
    settings.mail.host = "relay.example.lg.jp";
    EXPECT_THROW(app::check(settings), config::Wrong) << "a relay needs a sender";
    fs::remove_all(folder);
}

TEST(Serving, AnUnreadableDatabaseIsRefusedWithWhatToDo)
{
    auto const folder = fs::temp_directory_path() / ("hagukumi-unreadable-" + std::to_string(::getpid()));
    fs::create_directories(folder / "town");
    std::ofstream(folder / "town" / "hagukumi.db") << std::string(8192, 'x');
    SystemClock const clock;
    app::ServeSettings settings;
    settings.edge.port = 0;
    settings.data = folder;
    EXPECT_THROW(app::Serving(settings, clock), db::Error);
    fs::remove_all(folder);
}
