#include "platform/yaml/node.hpp"

#include <yaml-cpp/yaml.h>

namespace yaml {
namespace {

FilePlace place_of(YAML::Mark mark) { return {mark.line + 1, mark.column + 1}; }

}  // namespace

struct Node::Parsed {
    YAML::Node node;
};

std::optional<Node> Node::parse(std::string_view text, FromFile& from)
{
    try {
        return Node{std::make_shared<Parsed const>(Parsed{YAML::Load(std::string{text})})};
    } catch (YAML::ParserException const& error) {
        auto const place = place_of(error.mark);
        from.problems.push_back(
            {place.line, place.column, "", "YAML として読み取れません: " + error.msg, "Not valid YAML: " + error.msg});
        return std::nullopt;
    }
}

Node::Kind Node::kind() const
{
    if (parsed_->node.IsMap()) return Kind::mapping;
    if (parsed_->node.IsSequence()) return Kind::list;
    return parsed_->node.IsScalar() ? Kind::value : Kind::nothing;
}

FilePlace Node::place() const { return place_of(parsed_->node.Mark()); }

std::string const& Node::text() const { return parsed_->node.Scalar(); }

std::vector<Node> Node::items() const
{
    std::vector<Node> items;
    items.reserve(parsed_->node.size());
    for (YAML::Node const& item : parsed_->node) items.push_back(Node{std::make_shared<Parsed const>(Parsed{item})});
    return items;
}

std::vector<Node::Member> Node::members() const
{
    std::vector<Member> members;
    members.reserve(parsed_->node.size());
    for (auto const& pair : parsed_->node) {
        members.push_back(
            {pair.first.Scalar(), place_of(pair.first.Mark()), Node{std::make_shared<Parsed const>(Parsed{pair.second})}});
    }
    return members;
}

}  // namespace yaml
