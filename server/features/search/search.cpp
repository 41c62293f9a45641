#include "features/search/search.hpp"

#include "features/community/community.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>

namespace search {
namespace {

constexpr int kMostOfAKind = 50;
constexpr std::size_t kMostWords = 500;  // a plan has a few hundred

bool is_written(HitKind kind) { return kind >= HitKind::topic; }
bool is_of_people(HitKind kind) { return kind == HitKind::staff || kind == HitKind::unit; }

/// The same word in the other room's list of kinds.
template <class To, class From>
std::optional<To> same_word(From kind)
{
    std::string_view const word = boost::describe::enum_to_string(kind, "");
    std::optional<To> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<To>>([&](auto enumerator) {
        if (word == enumerator.name) found = enumerator.value;
    });
    return found;
}

template <class Is>
bool asks(Query const& query, Is is)
{
    return query.kind.empty() || std::any_of(query.kind.begin(), query.kind.end(), is);
}

// Days are days in Japan: they begin at 15:00 UTC of the day before.
Instant begin_of(Date day) { return Instant{std::chrono::sys_days{day} - std::chrono::hours{9}}; }

std::vector<people::Hit> named(http::Call const& call, Query const& query)
{
    auto const each = static_cast<std::size_t>(query.limit) + 1;
    people::Most most{0, 0, 0};
    if (asks(query, is_of_people)) most.people = most.units = each;
    if (asks(query, [](HitKind kind) { return !is_of_people(kind) && !is_written(kind); })) most.words = kMostWords;
    if (most.people + most.words == 0) return {};
    return people::search(call.tx, call.actor, call.service<people::Days>(), call.service<people::Names>(),
                          call.service<people::PlanWords>(), query.q, most, call.clock);
}

Hit hit_of(people::Hit const& given, std::string const& question)
{
    Hit hit{given.id, given.code, fulltext::marked(given.title, question), {}, given.url, {}};
    if (!given.subtitle.empty()) hit.text = fulltext::marked(given.subtitle, question);
    return hit;
}

HitGroup group_of(HitKind kind, std::vector<people::Hit> const& all, Query const& query)
{
    HitGroup group{kind, 0, false, {}};
    for (auto const& one : all) {
        if (same_word<HitKind>(one.kind) != kind) continue;
        if (++group.count <= query.limit) group.hits.push_back(hit_of(one, query.q));
    }
    if (is_of_people(kind) && group.count > query.limit) {
        group.count = query.limit;
        group.or_more = true;
    }
    return group;
}

std::vector<fulltext::Group> written(http::Call const& call, Query const& query)
{
    fulltext::Question question{.q = query.q, .limit = query.limit};
    for (auto const kind : query.kind) {
        if (auto const its = same_word<fulltext::Kind>(kind)) question.kinds.push_back(*its);
    }
    if (!query.kind.empty() && question.kinds.empty()) return {};
    if (query.from) question.from = begin_of(*query.from);
    question.circles = community::circles_of(call.tx, call.actor);
    if (query.until) question.until = begin_of(add_days(*query.until, 1));
    return fulltext::grouped(call.tx, question);
}

HitGroup group_of(fulltext::Group& found)
{
    HitGroup group{*same_word<HitKind>(found.kind), found.count, found.or_more, {}};
    for (auto& hit : found.hits)
        group.hits.push_back({hit.id, {}, std::move(hit.title), std::move(hit.snippet), std::move(hit.url), hit.at});
    return group;
}

}  // namespace

json::object Query::limits(std::string_view member)
{
    if (member == "q") return {{"maxLength", 100}, {"required", 1}};
    if (member == "limit") return {{"minimum", 1}, {"maximum", kMostOfAKind}};
    return {};
}

Found search(http::Call const& call, Query const& query)
{
    Found answer;
    auto const take = [&](HitGroup group) {
        if (group.count > 0) answer.groups.push_back(std::move(group));
    };
    if (!query.from && !query.until) {
        auto const all = named(call, query);
        for (auto const kind :
             {HitKind::staff, HitKind::unit, HitKind::course, HitKind::term, HitKind::skill, HitKind::category}) {
            if (asks(query, [&](HitKind asked) { return asked == kind; })) take(group_of(kind, all, query));
        }
    }
    for (auto& group : written(call, query)) take(group_of(group));
    return answer;
}

}  // namespace search
