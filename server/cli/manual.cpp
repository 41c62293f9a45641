#include "cli/commands.hpp"

namespace cli {
namespace {

std::vector<CLI::App const*> commands_of(CLI::App const& app)
{
    return app.get_subcommands([](CLI::App const*) { return true; });
}

std::string names_of(CLI::App const& app)
{
    std::string names;
    for (auto const* const command : commands_of(app)) names += (names.empty() ? "" : " ") + command->get_name();
    for (auto const* const option : app.get_options())
        if (auto const& flags = option->get_lnames(); !flags.empty()) names += (names.empty() ? "--" : " --") + flags.front();
    return names;
}

void add_cases(CLI::App const& app, std::string const& path, std::string& out)
{
    out += "        \"" + path + "\") words=\"" + names_of(app) + "\" ;;\n";
    for (auto const* const command : commands_of(app)) add_cases(*command, path + " " + command->get_name(), out);
}

std::string escaped(std::string text)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '-' || text[i] == '\\') text.insert(i++, "\\");
    return text;
}

void describe(CLI::App const& app, std::string const& path, std::string& out)
{
    for (auto const* const command : commands_of(app)) {
        auto const name = path + " " + command->get_name();
        out += ".SS " + escaped(name) + "\n" + escaped(command->get_description()) + "\n";
        for (auto const* const option : command->get_options()) {
            if (option->get_name() == "--help,-h" || option->get_name() == "-h,--help") continue;
            out += ".TP\n.B " + escaped(option->get_name(false, true));
            if (option->get_type_size() != 0) out += " " + escaped(option->get_type_name());
            out += "\n" + escaped(option->get_description()) + "\n";
        }
        describe(*command, name, out);
    }
}

}  // namespace

std::string bash_completion(CLI::App const& app)
{
    std::string cases;
    add_cases(app, "hagukumi", cases);
    return "# source <(hagukumi completion bash)\n"
           "_hagukumi() {\n"
           "    local path=hagukumi word words\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case $word in -*) ;; *) case \" $(_hagukumi_words \"$path\") \" in *\" $word \"*) path+=\" $word\" ;; esac "
           ";; esac\n"
           "    done\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$(_hagukumi_words \"$path\")\" -- \"${COMP_WORDS[COMP_CWORD]}\")\n"
           "    [ ${#COMPREPLY[@]} -gt 0 ] || mapfile -t COMPREPLY < <(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\")\n"
           "}\n"
           "_hagukumi_words() {\n"
           "    local words=\n"
           "    case $1 in\n" +
           cases +
           "    esac\n"
           "    printf '%s' \"$words\"\n"
           "}\n"
           "complete -o filenames -F _hagukumi hagukumi\n";
}

std::string man_page(CLI::App const& app, std::string const& version)
{
    std::string page = ".TH HAGUKUMI 1 \"\" \"hagukumi " + version + "\"\n.SH NAME\nhagukumi \\- " +
                       escaped(app.get_description()) + "\n.SH SYNOPSIS\n.B hagukumi\n.I command\n[options]\n.SH COMMANDS\n";
    describe(app, "hagukumi", page);
    page +=
        ".SH EXIT STATUS\n0 done; 1 refused, with the reasons on standard error; 2 wrong use.\n"
        ".SH FILES\nA data directory holds one folder for each municipality:\n.I hagukumi.db\n and uploads.\n";
    return page;
}

}  // namespace cli
