// What can be set, each declared once: its name is the flag --name, the key in the TOML file and, in capitals behind HAGUKUMI_,
// the environment variable. A flag wins over the environment, that over the file, that over the default.
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace config {

struct Option {
    std::string name;
    std::string value;     ///< what stands for the value in --help: HOST:PORT; empty for a switch
    std::string text;      ///< one sentence
    std::string standard;  ///< the default as it would be written
    /// Takes a text over, or throws std::invalid_argument saying what would be right.
    std::function<void(std::string const&)> take;
    bool file = true;  ///< may stand in the file
};

/// Cannot start with these settings. what() is one sentence for the administrator.
struct Wrong : std::runtime_error {
    using std::runtime_error::runtime_error;
};

using Given = std::map<std::string, std::string, std::less<>>;

/// Key to value as the file says. Throws Wrong for a file that cannot be read, is not TOML or holds a key that is no option.
Given read_file(std::filesystem::path const&, std::vector<Option> const&);
/// What HAGUKUMI_… variables say.
Given read_environment(std::vector<Option> const&);
/// Takes each option from the first source that names it. Throws Wrong naming the option.
void apply(std::vector<Option> const&, std::vector<Given const*> const& strongest_first);

/// docs/configuration.md.
std::string print_markdown(std::vector<Option> const&);

/// Ready-made `take`s.
std::function<void(std::string const&)> into(std::string&);
std::function<void(std::string const&)> into(std::filesystem::path&);
std::function<void(std::string const&)> into(bool&);
/// Comma separated.
std::function<void(std::string const&)> into(std::vector<std::string>&);
/// A whole number between the two.
std::function<void(std::string const&)> number_into(std::function<void(std::int64_t)> set, std::int64_t least, std::int64_t most);

}  // namespace config
