// A YAML file as its reader walks it. The parser itself stays in node.cpp.
#pragma once
#include "platform/core/from_file.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace yaml {

class Node {
public:
    enum class Kind { nothing, value, list, mapping };
    struct Member;

    Kind kind() const;
    FilePlace place() const;
    std::string const& text() const;      ///< of a value
    std::vector<Node> items() const;      ///< of a list
    std::vector<Member> members() const;  ///< of a mapping, in the order of the file, also what is written twice

    /// None when the text is not YAML; then `from` says why.
    static std::optional<Node> parse(std::string_view text, FromFile& from);

private:
    struct Parsed;
    explicit Node(std::shared_ptr<Parsed const> parsed) : parsed_(std::move(parsed)) {}
    std::shared_ptr<Parsed const> parsed_;
};

struct Node::Member {
    std::string name;
    FilePlace place;
    Node value;
};

}  // namespace yaml
