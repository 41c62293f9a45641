#include "platform/log/log.hpp"

#include "platform/json/write.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace logs {
namespace {

spdlog::level::level_enum level_of(Level level)
{
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warning: return spdlog::level::warn;
        case Level::error: break;
    }
    return spdlog::level::err;
}

spdlog::logger& logger()
{
    static auto const instance = [] {
        auto made = std::make_shared<spdlog::logger>("hagukumi", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_formatter(std::make_unique<spdlog::pattern_formatter>(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                                                                        spdlog::pattern_time_type::utc));
        return made;
    }();
    return *instance;
}

}  // namespace

void set_level(Level level) { logger().set_level(level_of(level)); }

void write(Level level, std::string_view message, Fields fields)
{
    if (!logger().should_log(level_of(level))) return;
    std::string line = "\"message\":" + json::write(message);
    for (auto const& [name, value] : fields) {
        if (value.empty()) continue;
        line.append(",").append(json::write(name)).append(":").append(json::write(value));
    }
    logger().log(level_of(level), line);
}

}  // namespace logs
