#include "platform/http/openapi.hpp"

#include "platform/http/dispatch.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace http {
namespace bj = boost::json;
namespace {

void print(std::string& out, bj::value const& value, std::size_t indent)
{
    std::string const inner(indent + 2, ' ');
    auto const list = [&](char open, char close, auto const& items, auto&& each) {
        out += open;
        bool first = true;
        for (auto const& item : items) {
            out += (first ? "\n" : ",\n") + inner;
            first = false;
            each(item);
        }
        if (!first) out += '\n' + std::string(indent, ' ');
        out += close;
    };
    if (value.is_object()) {
        list('{', '}', value.get_object(), [&](auto const& entry) {
            out += bj::serialize(entry.key()) + ": ";
            print(out, entry.value(), indent + 2);
        });
    } else if (value.is_array() &&
               std::any_of(value.get_array().begin(), value.get_array().end(), [](auto& v) { return v.is_structured(); })) {
        list('[', ']', value.get_array(), [&](auto const& item) { print(out, item, indent + 2); });
    } else {
        out += bj::serialize(value);
    }
}

std::string_view tag_of(Endpoint const& endpoint)
{
    std::string_view const path = std::string_view(endpoint.pattern).substr(1);
    return path.substr(0, path.find('/'));
}

std::string lower_case(std::string_view text)
{
    std::string lower(text);
    for (auto& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

std::vector<std::string_view> parameters_in(std::string_view pattern)
{
    std::vector<std::string_view> names;
    for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1))
        names.push_back(pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    return names;
}

bj::array parameters_of(Endpoint const& endpoint, Ends const& ends)
{
    bj::array parameters;
    if (endpoint.runs != Endpoint::Runs::at_root)
        parameters.push_back(bj::object{{"$ref", "#/components/parameters/municipality"}});
    for (auto const name : parameters_in(endpoint.pattern)) {
        bool const text = name == "code" || name.ends_with(":text");
        bj::object schema{{"type", text ? "string" : "integer"}};
        if (!text) schema["format"] = "int64";
        parameters.push_back(
            bj::object{{"name", name.substr(0, name.find(':'))}, {"in", "path"}, {"required", true}, {"schema", schema}});
    }
    for (auto const& parameter : ends.query) {
        bj::object entry{{"name", parameter.name}, {"in", "query"}};
        if (parameter.required) entry["required"] = true;
        entry["schema"] = bj::parse(parameter.schema);
        parameters.push_back(std::move(entry));
    }
    return parameters;
}

bj::object content(std::string_view mime, std::string const& schema)
{
    return {{mime, {{"schema", schema.empty() ? bj::object{} : bj::parse(schema).as_object()}}}};
}

bj::object body_of(Endpoint const& endpoint, Ends const& ends)
{
    auto const what = endpoint.body == BodyKind::json   ? content("application/json", ends.input)
                      : endpoint.body == BodyKind::text ? content("text/plain", R"({"type":"string"})")
                                                        : content("application/octet-stream", "");
    return {{"required", true}, {"content", what}};
}

// The refusals of a status are listed in its description: the code tells them apart.
bj::object refusals_of(Endpoint const& endpoint, Ends const& ends)
{
    std::set<Code> codes(endpoint.route.refusals.begin(), endpoint.route.refusals.end());
    auto const& access = endpoint.route.access;
    if (!access.open()) codes.insert({Code::not_signed_in, Code::session_expired});
    if (access.permission()) codes.insert(Code::not_allowed);
    if (!access.open() && !endpoint.route.before_password_change) codes.insert(Code::password_must_change);
    if (endpoint.method != Method::get) codes.insert(Code::other_origin);
    if (endpoint.body != BodyKind::none) codes.insert({Code::invalid_input, Code::too_large});
    if (!ends.query.empty()) codes.insert(Code::invalid_input);
    if (endpoint.pattern.find('{') != std::string::npos) codes.insert(Code::not_found);
    std::map<int, std::string> by_status;
    for (auto const code : codes) {
        auto& names = by_status[text_of(code).status];
        names.append(names.empty() ? "" : ", ").append(name_of(code));
    }
    bj::object responses;
    for (auto const& [status, names] : by_status)
        responses[std::to_string(status)] = {
            {"description", names},
            {"content", content("application/problem+json", R"({"$ref":"#/components/schemas/Refusal"})")}};
    return responses;
}

bj::object responses_of(Endpoint const& endpoint, Ends const& ends)
{
    bj::object success{{"description", endpoint.route.summary}};
    if (endpoint.answer == AnswerKind::json) success["content"] = content("application/json", ends.output);
    if (endpoint.answer == AnswerKind::bytes) success["content"] = content("application/octet-stream", "");
    if (endpoint.answer == AnswerKind::events) success["content"] = content("text/event-stream", R"({"type":"string"})");
    bj::object responses{{std::to_string(endpoint.route.success), success}};
    for (auto const& refusal : refusals_of(endpoint, ends)) responses[refusal.key()] = refusal.value();
    responses["default"] = {{"description", "failed, busy"},
                            {"content", content("application/problem+json", R"({"$ref":"#/components/schemas/Refusal"})")}};
    return responses;
}

bj::object operation(Endpoint const& endpoint, json::Components& components)
{
    auto const ends = endpoint.ends(components);
    bj::object operation{
        {"operationId", endpoint.route.id}, {"summary", endpoint.route.summary}, {"tags", bj::array{tag_of(endpoint)}}};
    if (auto parameters = parameters_of(endpoint, ends); !parameters.empty()) operation["parameters"] = std::move(parameters);
    if (endpoint.body != BodyKind::none) operation["requestBody"] = body_of(endpoint, ends);
    operation["responses"] = responses_of(endpoint, ends);
    if (endpoint.route.access.open()) operation["security"] = bj::array{};
    return operation;
}

std::string without_kinds(std::string pattern)
{
    for (auto at = pattern.find(":text}"); at != pattern.npos; at = pattern.find(":text}")) pattern.erase(at, 5);
    return pattern;
}

std::string who(Access const& access, std::function<std::string_view(Permission)> const& name)
{
    if (access.open()) return "誰でも / anyone: " + std::string(access.reason());
    if (auto const permission = access.permission()) return '`' + std::string(name(*permission)) + '`';
    return "サインイン済み / signed in";
}

}  // namespace

std::string public_path(Endpoint const& endpoint)
{
    return (endpoint.runs == Endpoint::Runs::at_root ? "/api" : "/{municipality}/api") + without_kinds(endpoint.pattern);
}

std::string print_openapi(Table const& table, std::string_view version)
{
    json::Components components;
    json::schema_of<Refusal>(components, json::Side::output);
    bj::object paths;
    std::set<std::string_view> tags;
    for (auto const& endpoint : table.endpoints()) {
        auto& path = paths[public_path(endpoint)];
        if (path.is_null()) path.emplace_object();
        path.as_object()[lower_case(kMethodNames[static_cast<std::size_t>(endpoint.method)])] = operation(endpoint, components);
        tags.insert(tag_of(endpoint));
    }
    bj::array tag_list;
    for (auto const tag : tags) tag_list.push_back(bj::object{{"name", tag}});
    bj::object schemas;
    for (auto const& [name, schema] : components.schemas()) schemas[name] = bj::parse(schema);
    bj::object const document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Hagukumi（はぐくみ）"},
          {"version", version},
          {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", bj::array{bj::object{{"url", "/"}}}},
        {"security", bj::array{bj::object{{"session", bj::array{}}}}},
        {"tags", tag_list},
        {"paths", paths},
        {"components",
         {{"schemas", schemas},
          {"parameters",
           {{"municipality", {{"name", "municipality"}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}}}}},
          {"securitySchemes", {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "hagukumi_session"}}}}}}}};
    std::string out;
    print(out, document, 0);
    return out + '\n';
}

std::string print_permissions(Table const& table, std::span<RoleColumn const> roles,
                              std::function<std::string_view(Permission)> const& name)
{
    std::string out =
        "# 誰が何をできるか / Who may do what\n\nPrinted by `hagukumi openapi --permissions`; do not edit.\n\n"
        "| 操作 | route | 呼べる人 / who |\n|---|---|---|\n";
    std::set<Permission> used;
    for (auto const& endpoint : table.endpoints()) {
        auto const& route = endpoint.route;
        if (auto const permission = route.access.permission()) used.insert(*permission);
        out += "| " + std::string(route.summary) + " | `" + std::string(kMethodNames[static_cast<std::size_t>(endpoint.method)]) +
               ' ' + public_path(endpoint) + "` | " + who(route.access, name) + " |\n";
    }
    out += "\n| permission |";
    for (auto const& role : roles) out += ' ' + std::string(role.name) + " |";
    out += "\n|---|" + [&] {
        std::string rule;
        for (std::size_t i = 0; i < roles.size(); ++i) rule += "---|";
        return rule;
    }();
    for (auto const permission : used) {
        out += "\n| `" + std::string(name(permission)) + "` |";
        for (auto const& role : roles) out += role.has(permission) ? " ● |" : "  |";
    }
    return out + '\n';
}

}  // namespace http
