#include "testing/contract.hpp"

#include "platform/http/openapi.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <algorithm>

namespace testing_town {
namespace bj = boost::json;
namespace {

class Checker {
public:
    explicit Checker(bj::value const& document) : document_(document) {}
    void check(bj::object const& schema, bj::value const& value, std::string const& at);
    std::vector<std::string> problems;

private:
    void check_members(bj::object const& schema, bj::object const& value, std::string const& at);
    bj::value const& document_;
};

bool is_type(std::string_view type, bj::value const& value)
{
    if (type == "null") return value.is_null();
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    return value.is_number();
}

bool has_type(bj::value const& type, bj::value const& value)
{
    if (type.is_string()) return is_type(type.get_string(), value);
    auto const& types = type.get_array();
    return std::any_of(types.begin(), types.end(), [&](auto const& each) { return is_type(each.get_string(), value); });
}

void Checker::check(bj::object const& schema, bj::value const& value, std::string const& at)
{
    if (auto const* reference = schema.if_contains("$ref")) {
        auto const pointer = std::string_view(reference->get_string()).substr(1);
        return check(document_.at_pointer(pointer).get_object(), value, at);
    }
    if (auto const* choices = schema.if_contains("anyOf")) {
        auto const fits = [&](bj::value const& choice) { return violations(document_, choice, value).empty(); };
        if (std::none_of(choices->get_array().begin(), choices->get_array().end(), fits))
            problems.push_back(at + " fits no choice");
        return;
    }
    if (auto const* type = schema.if_contains("type"); type && !has_type(*type, value)) {
        problems.push_back(at + " is " + bj::serialize(value).substr(0, 80) + ", not " + bj::serialize(*type));
        return;
    }
    if (auto const* names = schema.if_contains("enum"); names && !value.is_null()) {
        auto const& list = names->get_array();
        if (std::find(list.begin(), list.end(), value) == list.end())
            problems.push_back(at + " is none of " + bj::serialize(list));
    }
    if (auto const* format = schema.if_contains("format"); format && value.is_string()) {
        if (*format == "date" && !date_from_iso(value.get_string())) problems.push_back(at + " is no date");
        if (*format == "date-time" && !instant_from_iso(value.get_string())) problems.push_back(at + " is no instant");
    }
    if (auto const* items = schema.if_contains("items"); items && value.is_array()) {
        std::size_t i = 0;
        for (auto const& item : value.get_array()) check(items->get_object(), item, at + '/' + std::to_string(i++));
    }
    if (value.is_object()) check_members(schema, value.get_object(), at);
}

void Checker::check_members(bj::object const& schema, bj::object const& value, std::string const& at)
{
    if (auto const* required = schema.if_contains("required")) {
        for (auto const& name : required->get_array())
            if (!value.contains(name.get_string())) problems.push_back(at + " lacks " + std::string(name.get_string()));
    }
    auto const* const properties = schema.if_contains("properties");
    auto const* const others = schema.if_contains("additionalProperties");
    for (auto const& member : value) {
        auto const here = at + '/' + std::string(member.key());
        auto const* const known = properties ? properties->get_object().if_contains(member.key()) : nullptr;
        if (known)
            check(known->get_object(), member.value(), here);
        else if (others && others->is_object())
            check(others->get_object(), member.value(), here);
        else if (others)
            problems.push_back(here + " is not in the contract");
    }
}

}  // namespace

std::vector<std::string> violations(bj::value const& document, bj::value const& schema, bj::value const& value)
{
    Checker checker(document);
    checker.check(schema.get_object(), value, "");
    return checker.problems;
}

void hold_against_contract(bj::value const& document, http::Endpoint const& endpoint, int status, bj::value const& body)
{
    auto const& path = document.at("paths").at(http::public_path(endpoint));
    constexpr std::array<std::string_view, 5> kKeys{"get", "post", "put", "patch", "delete"};
    auto const& responses = path.at(kKeys[static_cast<std::size_t>(endpoint.method)]).at("responses").get_object();
    auto const* response = responses.if_contains(std::to_string(status));
    if (!response && status >= 500) response = &responses.at("default");
    if (!response) {
        ADD_FAILURE() << endpoint.route.id << " answered " << status
                      << ", which its route does not declare: " << bj::serialize(body);
        return;
    }
    auto const* const content = response->get_object().if_contains("content");
    if (!content || body.is_null()) return;
    for (auto const& kind : content->get_object()) {
        if (!kind.key().ends_with("json")) continue;
        for (auto const& problem : violations(document, kind.value().at("schema"), body))
            ADD_FAILURE() << endpoint.route.id << " " << status << ": " << problem;
    }
}

}  // namespace testing_town
