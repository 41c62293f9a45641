#include "features/desk/desk.hpp"
#include "features/desk/engagements.hpp"

namespace desk {
namespace {

using http::Access;
using http::Call;

EngagementId id(Call const& c) { return c.path<EngagementId>(0); }

void scheme_routes(http::Table& table)
{
    auto const office = Access::needs(Permission::manage_desk);
    table.get("/adviser-schemes",
              {.id = "adviserSchemes",
               .access = Access::needs(Permission::take_part),
               .summary = "外部アドバイザーの制度と、その年度に使った日数"},
              schemes);
    table.post(
        "/adviser-schemes",
        {.id = "addAdviserScheme",
         .access = office,
         .summary = "外部アドバイザーの制度を登録する",
         .refusals = {Code::not_allowed, Code::invalid_input, Code::already_exists},
         .success = 201},
        +[](Call const& c, SchemeForm const& in) { return add_scheme(c, in); });
    table.patch(
        "/adviser-schemes/{id}",
        {.id = "changeAdviserScheme",
         .access = office,
         .summary = "外部アドバイザーの制度を改める",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::already_exists, Code::changed_meanwhile}},
        +[](Call const& c, SchemeChange const& in) { return change_scheme(c, c.path<SchemeId>(0), in); });
}

void engagement_routes(http::Table& table)
{
    auto const all = Access::needs(Permission::take_part);
    std::vector<Code> const refusals{Code::not_found,    Code::not_allowed, Code::invalid_input,
                                     Code::wrong_status, Code::in_use,      Code::changed_meanwhile};
    table.get("/adviser-engagements",
              {.id = "adviserEngagements", .access = all, .summary = "外部アドバイザーの活用と、そこで学んだこと"}, engagements);
    table.get(
        "/adviser-engagements/{id}",
        {.id = "adviserEngagement", .access = all, .summary = "外部アドバイザーの一件", .refusals = {Code::not_found}},
        +[](Call const& c) { return engagement(c, id(c)); });
    table.post(
        "/adviser-engagements",
        {.id = "addAdviserEngagement",
         .access = all,
         .summary = "外部アドバイザーの活用を記録する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input},
         .success = 201},
        +[](Call const& c, EngagementForm const& in) { return add_engagement(c, in); });
    table.patch(
        "/adviser-engagements/{id}",
        {.id = "changeAdviserEngagement", .access = all, .summary = "外部アドバイザーの活用を改める", .refusals = refusals},
        +[](Call const& c, EngagementChange const& in) { return change_engagement(c, id(c), in); });
    table.post(
        "/adviser-engagements/{id}/cancellation",
        {.id = "cancelAdviserEngagement", .access = all, .summary = "外部アドバイザーの活用をやめる", .refusals = refusals},
        +[](Call const& c, EngagementCancel const& in) { return cancel_engagement(c, id(c), in); });
    table.post(
        "/adviser-engagements/{id}/visits",
        {.id = "addAdviserVisit",
         .access = all,
         .summary = "外部アドバイザーの来訪を記録する",
         .refusals = refusals,
         .success = 201},
        +[](Call const& c, AdviserVisitForm const& in) { return add_adviser_visit(c, id(c), in); });
    table.del(
        "/adviser-engagements/{id}/visits/{visit}",
        {.id = "dropAdviserVisit", .access = all, .summary = "外部アドバイザーの来訪の記録を消す", .refusals = refusals},
        +[](Call const& c) { return drop_adviser_visit(c, id(c), c.path<AdviserVisitId>(1)); });
    table.put(
        "/adviser-engagements/{id}/report",
        {.id = "reportAdviserEngagement", .access = all, .summary = "報告書と学んだことを記録する", .refusals = refusals},
        +[](Call const& c, EngagementReport const& in) { return report_engagement(c, id(c), in); });
}

}  // namespace

void adviser_routes(http::Table& table)
{
    scheme_routes(table);
    engagement_routes(table);
}

}  // namespace desk
