// The contract, printed from the route table: OpenAPI 3.1 for programs, a table of permissions for people.
#pragma once
#include "platform/http/table.hpp"

namespace http {

/// OpenAPI 3.1 as JSON, two spaces an indent, the same bytes for the same table.
std::string print_openapi(Table const&, std::string_view version);

struct RoleColumn {
    std::string_view name;
    std::function<bool(Permission)> has;
};
/// docs/permissions.md: every route with who may call it, then every permission with its roles.
std::string print_permissions(Table const&, std::span<RoleColumn const> roles,
                              std::function<std::string_view(Permission)> const& name);

/// "/staff/{staff}/skills/{code}" -> "/{municipality}/api/staff/{staff}/skills/{code}"
std::string public_path(Endpoint const&);

}  // namespace http
