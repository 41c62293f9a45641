// What the program prints about itself: the contract, who may do what, what can be set.
#include "app/composition.hpp"
#include "app/serve_settings.hpp"
#include "cli/commands.hpp"

#include <ostream>

namespace cli {

void declare_contract(CLI::App& app, Console& console)
{
    app.add_subcommand("openapi", "Print the API's contract (OpenAPI 3.1)")->callback([&console] {
        http::Table table;
        app::routes(table);
        console.out << http::print_openapi(table, console.version);
    });
    app.add_subcommand("permissions", "Print who may call what (docs/permissions.md)")->callback([&console] {
        http::Table table;
        app::routes(table);
        console.out << http::print_permissions(table, app::role_columns(),
                                               [](Permission permission) { return name_of(permission); });
    });
    app.add_subcommand("configuration", "Print every setting of the server (docs/configuration.md)")->callback([&console] {
        app::ServeSettings settings;
        console.out << config::print_markdown(app::options_of(settings));
    });
}

}  // namespace cli
