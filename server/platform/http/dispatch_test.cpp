#include "platform/http/dispatch.hpp"

#include "platform/db/database.hpp"
#include "platform/http/openapi.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>

#include <future>

using namespace testing;

struct Actor {
    std::string name;
};
enum class Permission : std::uint8_t { edit, look };

namespace {

enum class Order { kana, number };
BOOST_DESCRIBE_ENUM(Order, kana, number)

struct ListQuery : http::AsOf {
    std::string q;
    Order sort = Order::kana;
    std::optional<StaffId> unit;
    int size = 50;
    std::vector<std::string> rank;
    static json::object limits(std::string_view member)
    {
        if (member == "size") return {{"minimum", 1}, {"maximum", 3000}};
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(ListQuery, (http::AsOf), (q, sort, unit, size, rank))

struct ListAnswer {
    std::string asked;
    Order sort = Order::kana;
    int size = 0;
    std::vector<std::string> rank;
    Date on{};
};
BOOST_DESCRIBE_STRUCT(ListAnswer, (), (asked, sort, size, rank, on))

struct NameInput {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NameInput, (), (name))

struct NameAnswer {
    StaffId id;
    std::string code, name, by;
};
BOOST_DESCRIBE_STRUCT(NameAnswer, (), (id, code, name, by))

class OneKey final : public http::Gate {
public:
    bool carries_session(http::Request const& request) const override { return !request.cookie("key").empty(); }
    std::shared_ptr<Actor const> admit(db::Tx&, http::Request const& request, bool) override
    {
        return std::make_shared<Actor>(Actor{std::string(request.cookie("key"))});
    }
    std::shared_ptr<Actor const> nobody() const override { return std::make_shared<Actor>(); }
    bool may(Actor const& actor, Permission) const override { return actor.name == "officer"; }
};

void routes(http::Table& table)
{
    table.get(
        "/staff", {.id = "listStaff", .access = http::Access::signed_in(), .summary = "職員の一覧", .etag = true},
        +[](http::Call const& c, ListQuery const& q) {
            return ListAnswer{q.q, q.sort, q.size, q.rank, c.day(q)};
        });
    table.put(
        "/staff/{staff}/skills/{code}",
        {.id = "nameSkill",
         .access = http::Access::needs(Permission::edit),
         .summary = "名前を付ける",
         .refusals = {Code::conflict}},
        +[](http::Call const& c, NameInput const& in) {
            if (in.name == "boom") throw std::runtime_error("broken inside");
            return NameAnswer{c.path<StaffId>(0), c.path_text(1), in.name, c.actor.name};
        });
    table.del(
        "/staff/{staff}", {.id = "dropStaff", .access = http::Access::signed_in(), .summary = "消す"}, +[](http::Call const&) {});
    table.get(
        "/file", {.id = "file", .access = http::Access::open_because("for the test"), .summary = "帳票"},
        +[](http::LongCall const&) {
            return http::Download{"職員 一覧.csv", "text/csv", "a,b"};
        });
    table.get(
        "/list", {.id = "list", .access = http::Access::open_because("the root page"), .summary = "自治体"},
        +[](http::RootCall const&) { return json::Nothing{}; });
}

class Dispatch : public Test {
protected:
    Dispatch()
    {
        routes(table);
        dispatcher.add({"iwaki", database.get(), &gate, {}});
    }
    http::Response ask(http::Request request)
    {
        std::string_view const path = std::string_view(request.target).substr(1);
        for (std::size_t begin = 0; begin <= path.size();) {
            auto const end = std::min(path.find('/', begin), path.size());
            request.segments.emplace_back(path.substr(begin, end - begin));
            begin = end + 1;
        }
        request.id = "r1";
        std::promise<http::Response> answer;
        dispatcher(std::move(request), [&](http::Response response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }
    http::Request request(std::string method, std::string target, std::string body = {}, std::string key = "officer")
    {
        http::Request made{.method = std::move(method), .target = std::move(target), .body = std::move(body)};
        if (!key.empty()) made.headers.add("Cookie", "key=" + key);
        if (!made.body.empty()) made.headers.add("Content-Type", "application/json");
        return made;
    }
    static std::string text(http::Response const& response) { return std::get<std::string>(response.body); }
    static std::string code(http::Response const& response)
    {
        return std::string(boost::json::parse(text(response)).at("code").as_string());
    }

    http::Table table;
    FixedClock clock{*date_from_iso("2026-06-01")};
    OneKey gate;
    std::unique_ptr<db::Database> database = db::Database::open({.location = ":memory:"});
    http::WorkerPool quick{1, 10};
    http::WorkerPool slow{1, 10};
    std::vector<std::string> failures;
    http::Dispatcher dispatcher{table, clock, quick, slow, {.failed = [this](auto&, auto what) { failures.emplace_back(what); }}};
};

}  // namespace

TEST_F(Dispatch, AQueryArrivesAsAStructWithItsDefaults)
{
    auto asked = request("GET", "/iwaki/api/staff");
    asked.query = {{"q", "髙橋"}, {"sort", "number"}, {"rank", "課長"}, {"rank", "係長"}, {"unit", ""}};
    EXPECT_EQ(text(ask(std::move(asked))),
              R"({"asked":"髙橋","sort":"number","size":50,"rank":["課長","係長"],"on":"2026-06-01"})");
    auto wrong = request("GET", "/iwaki/api/staff");
    wrong.query = {{"size", "0"}, {"sort", "x"}, {"on", "2026-13-01"}, {"sorted", "1"}};
    auto const refused = ask(std::move(wrong));
    EXPECT_EQ(refused.status, 422);
    for (auto const* pointer : {"/size", "/sort", "/on", "/sorted"}) EXPECT_THAT(text(refused), HasSubstr(pointer));
}

TEST_F(Dispatch, AWriteIsDecodedRunAndAnswered)
{
    auto const answer = ask(request("PUT", "/iwaki/api/staff/7/skills/A 1", R"({"name":"x"})"));
    EXPECT_EQ(text(answer), R"({"id":7,"code":"A 1","name":"x","by":"officer"})");
    EXPECT_EQ(answer.headers.find("Cache-Control"), "no-store");
    EXPECT_EQ(text(ask(request("DELETE", "/iwaki/api/staff/7"))), "{}");
}

TEST_F(Dispatch, WhoMayNotIsToldSoBeforeAnythingRuns)
{
    auto const target = "/iwaki/api/staff/7/skills/A";
    EXPECT_EQ(code(ask(request("PUT", target, R"({"name":"x"})", ""))), "not_signed_in");
    EXPECT_EQ(code(ask(request("PUT", target, R"({"name":"x"})", "staff"))), "not_allowed");
    auto foreign = request("PUT", target, R"({"name":"x"})");
    foreign.headers.add("Sec-Fetch-Site", "cross-site");
    EXPECT_EQ(code(ask(std::move(foreign))), "other_origin");
    auto other_host = request("DELETE", "/iwaki/api/staff/7");
    other_host.headers.add("Host", "hagukumi.local");
    other_host.headers.add("Origin", "https://evil.local");
    EXPECT_EQ(code(ask(std::move(other_host))), "other_origin");
}

TEST_F(Dispatch, WrongPathsMethodsAndMunicipalitiesAreTold)
{
    EXPECT_EQ(code(ask(request("GET", "/nowhere/api/staff"))), "not_found");
    EXPECT_EQ(code(ask(request("DELETE", "/iwaki/api/staff/seven"))), "not_found");
    EXPECT_EQ(code(ask(request("GET", "/iwaki/api/list"))), "not_found");
    EXPECT_EQ(text(ask(request("GET", "/api/list"))), "{}");
    auto const answer = ask(request("POST", "/iwaki/api/staff"));
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.headers.find("Allow"), "GET");
}

TEST_F(Dispatch, AFailureIsLoggedAndTheUserGetsOnlyItsNumber)
{
    auto const answer = ask(request("PUT", "/iwaki/api/staff/7/skills/A", R"({"name":"boom"})"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(text(answer), AllOf(HasSubstr("\"request\":\"r1\""), Not(HasSubstr("broken"))));
    EXPECT_THAT(failures, ElementsAre("broken inside"));
}

TEST_F(Dispatch, ABrowserThatHasTheAnswerIsNotSentItAgain)
{
    auto const first = ask(request("GET", "/iwaki/api/staff"));
    auto again = request("GET", "/iwaki/api/staff");
    again.headers.add("If-None-Match", first.headers.find("ETag"));
    EXPECT_EQ(ask(std::move(again)).status, 304);
}

TEST_F(Dispatch, ADownloadKeepsItsJapaneseName)
{
    EXPECT_EQ(ask(request("GET", "/iwaki/api/file")).headers.find("Content-Disposition"),
              "attachment; filename*=UTF-8''%E8%81%B7%E5%93%A1%20%E4%B8%80%E8%A6%A7.csv");
}

TEST_F(Dispatch, TheContractNamesEveryEndpointItsInputsAndItsRefusals)
{
    auto const contract = boost::json::parse(http::print_openapi(table, "1"));
    auto const& put = contract.at("paths").at("/{municipality}/api/staff/{staff}/skills/{code}").at("put");
    EXPECT_EQ(put.at("operationId"), "nameSkill");
    EXPECT_EQ(put.at("responses").at("409").at("description"), "conflict");
    EXPECT_EQ(put.at("requestBody").at("content").at("application/json").at("schema").at("$ref"),
              "#/components/schemas/NameInput");
    EXPECT_EQ(put.at("parameters").as_array().size(), 3U);
    auto const& list = contract.at("paths").at("/{municipality}/api/staff").at("get");
    EXPECT_EQ(list.at("parameters").as_array().size(), 7U);
    EXPECT_EQ(contract.at("security"), boost::json::parse(R"([{"session":[]}])"));
    EXPECT_EQ(contract.at("servers"), boost::json::parse(R"([{"url":"/"}])"));
    http::RoleColumn const officer{"officer", [](Permission p) { return p == Permission::edit; }};
    EXPECT_THAT(http::print_permissions(table, {&officer, 1}, [](Permission) { return "edit"; }), HasSubstr("| `edit` | ● |"));
}
