#include "platform/yaml/read.hpp"

#include <set>

namespace yaml {

void Reader::problem(FilePlace place, std::string pointer, std::string ja, std::string en)
{
    from_.problems.push_back({place.line, place.column, std::move(pointer), std::move(ja), std::move(en)});
}

void Reader::strangers(std::vector<Node::Member> const& members, std::vector<std::string_view> const& known,
                       std::string const& pointer)
{
    std::string names;
    for (auto const name : known) names += (names.empty() ? "" : ", ") + std::string{name};
    std::set<std::string> seen;
    for (auto const& [name, place, value] : members) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            problem(place, pointer + "/" + name, "「" + name + "」という項目はありません。使えるのは " + names + " です。",
                    "There is no member \"" + name + "\". Known: " + names + ".");
        }
        if (!seen.insert(name).second) {
            problem(place, pointer + "/" + name, "「" + name + "」が二度書かれています。一つにまとめてください。",
                    "\"" + name + "\" is written twice; keep one.");
        }
    }
}

}  // namespace yaml
