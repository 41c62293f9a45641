// One JSON object a line on standard error. Never personal data, never a password: whoever needs to know who did what reads the
// audit.
#pragma once
#include <initializer_list>
#include <string_view>
#include <utility>

namespace logs {

enum class Level { debug, info, warning, error };
using Fields = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Nothing below it is written.
void set_level(Level);
void write(Level, std::string_view message, Fields = {});

inline void info(std::string_view message, Fields fields = {}) { write(Level::info, message, fields); }
inline void warning(std::string_view message, Fields fields = {}) { write(Level::warning, message, fields); }
inline void error(std::string_view message, Fields fields = {}) { write(Level::error, message, fields); }

}  // namespace logs
