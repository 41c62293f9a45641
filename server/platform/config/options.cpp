#include "platform/config/options.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sstream>

namespace config {
namespace {

std::string variable_of(Option const& option)
{
    std::string name = "HAGUKUMI_";
    for (char const c : option.name) name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

std::string text_of(toml::node const& node)
{
    if (auto const* const text = node.as_string()) return text->get();
    if (auto const* const list = node.as_array()) {
        std::string joined;
        for (auto const& element : *list) joined.append(joined.empty() ? "" : ",").append(text_of(element));
        return joined;
    }
    std::ostringstream out;
    node.visit([&](auto const& value) {
        if constexpr (toml::is_boolean<decltype(value)>)
            out << (value.get() ? "true" : "false");
        else
            out << value;
    });
    return out.str();
}

}  // namespace

Given read_file(std::filesystem::path const& file, std::vector<Option> const& options)
{
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (toml::parse_error const& error) {
        auto const& at = error.source().begin;
        throw Wrong{file.string() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                    std::string(error.description())};
    }
    Given given;
    for (auto const& [key, node] : table) {
        auto const name = std::string(key.str());
        auto const known =
            std::any_of(options.begin(), options.end(), [&](auto const& option) { return option.file && option.name == name; });
        if (!known)
            throw Wrong{file.string() + ":" + std::to_string(node.source().begin.line) + ": \"" + name +
                        "\" is no setting; docs/configuration.md lists them all."};
        given[name] = text_of(node);
    }
    return given;
}

Given read_environment(std::vector<Option> const& options)
{
    Given given;
    for (auto const& option : options) {
        // Nothing here sets the environment, so that reading it is safe.
        auto const* const value = std::getenv(variable_of(option).c_str());  // NOLINT(concurrency-mt-unsafe)
        if (value) given[option.name] = value;
    }
    return given;
}

void apply(std::vector<Option> const& options, std::vector<Given const*> const& strongest_first)
{
    for (auto const& option : options) {
        for (auto const* const source : strongest_first) {
            auto const found = source->find(option.name);
            if (found == source->end()) continue;
            try {
                option.take(found->second);
            } catch (std::invalid_argument const& wrong) {
                throw Wrong{"\"" + option.name + "\" is \"" + found->second + "\": " + wrong.what()};
            }
            break;
        }
    }
}

std::string print_markdown(std::vector<Option> const& options)
{
    std::string page =
        "# Configuration\n\n"
        "Printed by `hagukumi configuration`; do not edit by hand.\n\n"
        "Every setting is a flag of `hagukumi serve`, a key of the TOML file named by `--config`, and an environment variable. A "
        "flag "
        "wins over the\nenvironment, the environment over the file, the file over the default.\n\n"
        "| setting | environment | default | what it does |\n|---|---|---|---|\n";
    for (auto const& option : options) {
        page += "| `" + option.name + "`" + (option.file ? "" : " (flag only)") + " | `" + variable_of(option) + "` | ";
        page += option.standard.empty() ? "" : "`" + option.standard + "`";
        page += " | " + option.text + " |\n";
    }
    page +=
        "\n```toml\n# /etc/hagukumi.toml\ndata = \"/var/lib/hagukumi\"\nlisten = \"127.0.0.1:8080\"\nsession-idle-minutes = "
        "30\n```\n";
    return page;
}

std::function<void(std::string const&)> into(std::string& member)
{
    return [&member](std::string const& text) { member = text; };
}

std::function<void(std::string const&)> into(std::filesystem::path& member)
{
    return [&member](std::string const& text) { member = text; };
}

std::function<void(std::string const&)> into(bool& member)
{
    return [&member](std::string const& text) {
        if (text != "true" && text != "false") throw std::invalid_argument("it is true or false.");
        member = text == "true";
    };
}

std::function<void(std::string const&)> into(std::vector<std::string>& member)
{
    return [&member](std::string const& text) {
        member.clear();
        std::istringstream parts(text);
        for (std::string part; std::getline(parts, part, ',');)
            if (!part.empty()) member.push_back(part);
    };
}

std::function<void(std::string const&)> number_into(std::function<void(std::int64_t)> set, std::int64_t least, std::int64_t most)
{
    return [set = std::move(set), least, most](std::string const& text) {
        std::int64_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
            throw std::invalid_argument("it is a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                                        ".");
        set(number);
    };
}

}  // namespace config
