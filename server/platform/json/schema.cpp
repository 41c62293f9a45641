#include "platform/json/schema.hpp"

namespace json {
namespace {

std::string without_punctuation(std::string_view text)
{
    std::string name;
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain) name += c;
    }
    return name;
}

// "people::StaffRow" -> {"People", "StaffRow"}; an anonymous namespace leaves the first part empty.
std::pair<std::string, std::string> split(std::string_view type)
{
    auto const colons = type.substr(0, type.find('<')).rfind("::");
    if (colons == type.npos) return {"", without_punctuation(type)};
    auto const outer = type.substr(0, colons);
    auto const start = outer.rfind("::");
    auto space = without_punctuation(start == outer.npos ? outer : outer.substr(start + 2));
    if (space == "anonymous" || space == "unnamed") space.clear();
    if (!space.empty() && space[0] >= 'a') space[0] = static_cast<char>(space[0] - 'a' + 'A');
    return {space, without_punctuation(type.substr(colons + 2))};
}

bool fits(std::string_view keyword, std::string_view kind)
{
    if (kind == "string") return keyword == "minLength" || keyword == "maxLength" || keyword == "pattern";
    if (kind == "number") return keyword == "minimum" || keyword == "maximum";
    return keyword == "minItems" || keyword == "maxItems";
}

}  // namespace

Components::Name Components::name_for(std::string_view type, Side side)
{
    auto const key = std::string(type) + (side == Side::input ? "|input" : "|output");
    if (auto const known = names_.find(key); known != names_.end()) return {known->second, false};
    auto const [space, plain] = split(type);
    auto name = plain;
    auto const taken = owners_.find(name);
    if (taken != owners_.end()) name = taken->second == type ? plain + (side == Side::input ? "Input" : "Output") : space + plain;
    for (int n = 2; owners_.contains(name); ++n) name = space + plain + std::to_string(n);
    owners_[name] = type;
    names_[key] = name;
    schemas_[name];  // reserved before its members are visited, so that a type may contain itself
    return {name, true};
}

std::string nullable(std::string const& schema)
{
    constexpr std::string_view kType = R"({"type":")";
    if (!schema.starts_with(kType)) return schema == "{}" ? schema : R"({"anyOf":[)" + schema + R"(,{"type":"null"}]})";
    auto const end = schema.find('"', kType.size());
    return R"({"type":[")" + schema.substr(kType.size(), end - kType.size()) + R"(","null"])" + schema.substr(end + 1);
}

std::string limited(std::string schema, std::string_view kind, object const& limits)
{
    for (auto const& limit : limits) {
        if (!fits(limit.keyword, kind)) continue;
        schema.back() = ',';
        append_text(schema, limit.keyword);
        schema += ':';
        if (limit.keyword == "pattern")
            append_text(schema, limit.text);
        else
            append(schema, limit.number);
        schema += '}';
    }
    return schema;
}

}  // namespace json
