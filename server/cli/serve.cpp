#include "app/serving.hpp"
#include "cli/commands.hpp"
#include "platform/log/log.hpp"

#include <csignal>
#include <memory>
#include <ostream>
#include <thread>

namespace cli {
namespace {

struct Serve {
    app::ServeSettings settings;
    std::vector<config::Option> options = app::options_of(settings);
    config::Given flags;
    std::string file;
};

// SIGTERM and SIGINT are waited for, not handled: every thread made from here on has them blocked.
sigset_t blocked_stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

std::string address_of(app::ServeSettings const& settings, std::uint16_t port)
{
    auto const host = settings.edge.host.find(':') == std::string::npos ? settings.edge.host : '[' + settings.edge.host + ']';
    return (settings.edge.certificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(port);
}

void serve(Serve& it, Console& console)
{
    auto const environment = config::read_environment(it.options);
    auto const file = it.file.empty() ? config::Given{} : config::read_file(it.file, it.options);
    config::apply(it.options, {&it.flags, &environment, &file});

    auto const signals = blocked_stop_signals();
    SystemClock const clock;
    app::Serving serving(it.settings, clock);
    console.out << "Hagukumi " << console.version << " serves " << serving.municipalities()
                << (serving.municipalities() == 1 ? " municipality" : " municipalities") << " at "
                << address_of(it.settings, serving.port()) << std::endl;
    if (serving.metrics_port() != 0)
        console.out << "Metrics at http://" << it.settings.metrics_host << ":" << serving.metrics_port() << "/metrics"
                    << std::endl;
    std::jthread const waiting([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        serving.stop();
    });
    serving.run();
}

// A flag is checked as soon as it is read, so that a wrong one is wrong use.
void declare_flag(CLI::App& command, std::shared_ptr<Serve> const& it, config::Option const& option)
{
    auto const text = option.text + (option.standard.empty() || option.value.empty() ? "" : " [" + option.standard + "]");
    if (option.value.empty()) {
        command.add_flag_callback(
            "--" + option.name, [it, name = option.name] { it->flags[name] = "true"; }, text);
        return;
    }
    command
        .add_option_function<std::string>(
            "--" + option.name, [it, name = option.name](std::string const& value) { it->flags[name] = value; }, text)
        ->type_name(option.value)
        ->check([take = option.take](std::string const& value) {
            try {
                take(value);
                return std::string();
            } catch (std::invalid_argument const& wrong) {
                return std::string(wrong.what());
            }
        });
}

}  // namespace

void declare_serve(CLI::App& app, Console& console)
{
    auto const it = std::make_shared<Serve>();
    auto* const command = app.add_subcommand("serve", "Serve the municipalities of a data directory");
    for (auto const& option : it->options) declare_flag(*command, it, option);
    command->add_option("--config", it->file, "A TOML file with any of these settings, named without the dashes")
        ->type_name("FILE");
    command->callback([it, &console] { serve(*it, console); });
}

}  // namespace cli
