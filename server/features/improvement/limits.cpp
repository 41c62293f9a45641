// How long and how many: the forms of this room.
#include "features/improvement/writing.hpp"

namespace improvement {

json::object MemberInput::limits(std::string_view member)
{
    if (member == "part") return {{"maxLength", 100}};
    return {};
}

json::object CaseForm::limits(std::string_view member)
{
    if (member == "unit" || member == "theme") return {};
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    if (member == "title") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "summary") return {{"maxLength", 200}};
    if (member == "axes") return {{"maxItems", 3}};
    if (member == "team") return {{"maxItems", 30}};
    if (member == "steps_before" || member == "steps_after") return {{"maxItems", 50}};
    if (member == "key") return {{"minLength", 8}, {"maxLength", 64}};
    if (member == "tool_costs" || member == "files") return {{"maxItems", 20}};
    return {{"maxLength", 20'000}};
}

json::object StageInput::limits(std::string_view member)
{
    if (member == "note") return {{"maxLength", 500}};
    return {};
}
json::object Decision::limits(std::string_view member)
{
    if (member == "word") return {{"maxLength", 500}};
    return {};
}
json::object ReturnInput::limits(std::string_view member)
{
    if (member == "word") return {{"minLength", 1}, {"maxLength", 500}};
    return {};
}
json::object HoursUsedFor::limits(std::string_view member)
{
    if (member == "text") return {{"maxLength", 20'000}};
    return {};
}
json::object FlowInput::limits(std::string_view member) { return CaseForm::limits(member); }

}  // namespace improvement
