#include "testing/town.hpp"

#include <gmock/gmock.h>

#include <set>

namespace {

// A request that reaches the endpoint: every id is 1, every text "x".
http::Request request_for(http::Endpoint const& endpoint)
{
    std::string path;
    for (std::size_t i = 0; i < endpoint.pattern.size(); ++i) {
        if (endpoint.pattern[i] != '{') {
            path += endpoint.pattern[i];
            continue;
        }
        auto const end = endpoint.pattern.find('}', i);
        auto const name = std::string_view(endpoint.pattern).substr(i + 1, end - i - 1);
        path += name == "code" || name.ends_with(":text") ? "x" : "1";
        i = end;
    }
    http::Request request{.method = std::string(http::kMethodNames[static_cast<std::size_t>(endpoint.method)]),
                          .target = "/town/api" + path};
    if (endpoint.body == http::BodyKind::json) request.headers.add("Content-Type", "application/json");
    return request;
}

}  // namespace

TEST(EveryRoute, IsClosedToWhoeverIsNotSignedInUnlessItSaysWhyNot)
{
    Town town;
    for (auto const& endpoint : town.table().endpoints()) {
        if (endpoint.runs == http::Endpoint::Runs::at_root) continue;
        if (endpoint.route.access.open()) {
            EXPECT_FALSE(endpoint.route.access.reason().empty()) << endpoint.route.id;
            continue;
        }
        EXPECT_EQ(town.ask(request_for(endpoint)).status, 401) << endpoint.route.id;
    }
}

TEST(EveryRoute, IsClosedToWhoeverHasNoRoleThatMayCallIt)
{
    Town town;
    for (auto const& endpoint : town.table().endpoints()) {
        auto const permission = endpoint.route.access.permission();
        if (!permission) continue;
        for (auto const role : kRoles) {
            if (grants(role, *permission)) continue;
            auto request = request_for(endpoint);
            request.headers.add("Cookie", town.as(role).cookie);
            EXPECT_EQ(town.ask(std::move(request)).status, 403) << endpoint.route.id << " as " << name_of(role).en;
        }
    }
}

TEST(EveryRoute, HasANameOfItsOwnAndAJapaneseSummary)
{
    Town town;
    std::set<std::string_view> names;
    for (auto const& endpoint : town.table().endpoints()) {
        EXPECT_TRUE(names.insert(endpoint.route.id).second) << endpoint.route.id;
        EXPECT_FALSE(endpoint.route.summary.empty()) << endpoint.route.id;
    }
}
