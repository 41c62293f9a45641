// Patterns live in a tree of segments; a request walks it once. Fixed words win over ids, ids over texts.
#include "platform/http/table.hpp"

#include "platform/http/target.hpp"

#include <algorithm>
#include <map>

namespace http {

struct Table::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
    std::unique_ptr<Node> id;
    std::unique_ptr<Node> text;
    std::array<Endpoint const*, kMethodNames.size()> endpoints{};
    bool used() const
    {
        return std::any_of(endpoints.begin(), endpoints.end(), [](auto const* endpoint) { return endpoint != nullptr; });
    }
};

namespace {

constexpr std::size_t kMaxIdDigits = 18;  // always fits an int64

bool is_id(std::string_view segment)
{
    return !segment.empty() && segment.size() <= kMaxIdDigits &&
           std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <class Node>
std::unique_ptr<Node>& child(Node& node, std::string_view segment)
{
    if (!segment.starts_with('{')) return node.words[std::string(segment)];
    return segment == "{code}" || segment.ends_with(":text}") ? node.text : node.id;
}

template <class Node>
Node const* walk(Node const& node, std::span<std::string const> segments, std::vector<std::string_view>& captures)
{
    if (segments.empty()) return node.used() ? &node : nullptr;
    auto const& segment = segments.front();
    auto const rest = segments.subspan(1);
    if (auto const word = node.words.find(segment); word != node.words.end())
        if (auto const* found = walk(*word->second, rest, captures)) return found;
    auto const through = [&](std::unique_ptr<Node> const& next) -> Node const* {
        if (!next) return nullptr;
        captures.emplace_back(segment);
        auto const* const found = walk(*next, rest, captures);
        if (!found) captures.pop_back();
        return found;
    };
    if (is_id(segment))
        if (auto const* found = through(node.id)) return found;
    return segment.empty() ? nullptr : through(node.text);
}

}  // namespace

Table::Table() : municipal_(std::make_unique<Node>()), root_(std::make_unique<Node>()) {}
Table::~Table() = default;

void Table::insert(Endpoint endpoint)
{
    endpoints_.push_back(std::move(endpoint));
    auto const& added = endpoints_.back();
    auto* node = (added.runs == Endpoint::Runs::at_root ? root_ : municipal_).get();
    std::string_view rest = added.pattern;
    while (!rest.empty()) {
        rest.remove_prefix(1);
        auto const segment = rest.substr(0, rest.find('/'));
        auto& next = child(*node, segment);
        if (!next) next = std::make_unique<Node>();
        node = next.get();
        rest.remove_prefix(segment.size());
    }
    auto& place = node->endpoints[static_cast<std::size_t>(added.method)];
    if (place)
        throw std::logic_error("two routes for " + std::string(kMethodNames[static_cast<std::size_t>(added.method)]) + ' ' +
                               added.pattern);
    place = &added;
}

Match Table::match(std::string_view method, std::span<std::string const> segments, bool at_root) const
{
    Match match;
    auto const* const node = walk(at_root ? *root_ : *municipal_, segments, match.captures);
    if (!node) return match;
    auto const wanted = method == "HEAD" ? std::string_view("GET") : method;
    for (std::size_t i = 0; i < kMethodNames.size(); ++i) {
        if (!node->endpoints[i]) continue;
        if (kMethodNames[i] == wanted) match.endpoint = node->endpoints[i];
        match.allowed.push_back(kMethodNames[i]);
    }
    return match;
}

std::int64_t Circumstance::path_number(std::size_t n) const
{
    std::int64_t number = 0;
    if (n >= captures.size() || !number_from(captures[n], number)) throw Refused{Code::not_found};
    return number;
}

namespace detail {

std::string json_body(Request const& request)
{
    if (!request.header("Content-Type").starts_with("application/json"))
        throw Refused{Code::invalid_input,
                      {},
                      {{"", "Content-Type: application/json で送ってください。", "Send it as Content-Type: application/json."}}};
    return request.body;
}

TextBody text_body(Request const& request) { return {request.body}; }
Upload upload(Request const& request) { return {request.upload.path(), std::string(request.header("Content-Type"))}; }

Response answer(Download&& download)
{
    Response response;
    response.headers.add("Content-Type", download.mime);
    response.headers.add("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(download.name));
    response.body = std::move(download.bytes);
    return response;
}

Response answer(FileBody&& file)
{
    Response response;
    response.body = std::move(file);
    return response;
}

Response answer(EventStream&& stream)
{
    Response response;
    response.body = std::move(stream);
    return response;
}

}  // namespace detail
}  // namespace http
