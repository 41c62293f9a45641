// Who could answer, with what they already carry (CGS-05), and how quickly a question finds its answer (CGS-15).
#include "features/community/rows.hpp"
#include "features/community/taking_part.hpp"
#include "features/fulltext/fulltext.hpp"
#include "platform/text/fold.hpp"

#include <algorithm>

namespace community {
namespace {

constexpr std::chrono::days kLoadOver{30}, kSpeedOver{90};
constexpr int kMostSimilar = 5;

// $1 today, $2 since when.
#define SQL_COLLEAGUES \
    "SELECT a.id AS account, COALESCE(s.name, a.display_name) AS name, " SQL_UNIT_OF("s.id", "$1") " AS unit, "               \
    SQL_IS_AMBASSADOR("a.id") " AS ambassador,"                                                                               \
    " (SELECT count(*) FROM hiroba_reply r JOIN hiroba_topic t ON t.id = r.topic_id"                                          \
    "   WHERE r.author_id = a.id AND r.created_at >= $2 AND r.hidden_at IS NULL AND t.author_id <> a.id) AS answers,"         \
    " (SELECT count(DISTINCT m.topic_id) FROM hiroba_mention m JOIN hiroba_topic t ON t.id = m.topic_id"                      \
    "   WHERE m.account_id = a.id AND m.at >= $2 AND t.accepted_id IS NULL AND t.closed_at IS NULL AND t.hidden_at IS NULL"   \
    "   AND NOT EXISTS (SELECT 1 FROM hiroba_reply r WHERE r.topic_id = m.topic_id AND r.author_id = a.id)) AS asked"         \
    " FROM account a LEFT JOIN staff s ON s.id = a.staff_id WHERE a.disabled_at IS NULL "
db::Sql const kAmbassadors{
    SQL_COLLEAGUES
    "AND a.id IN (SELECT account_id FROM account_role WHERE role = 'dx_leader') ORDER BY asked, answers, a.id LIMIT 10"};
db::Sql const kFound{SQL_COLLEAGUES
                     "AND (s.search_key LIKE $3 ESCAPE '!' OR (s.id IS NULL AND a.display_name LIKE $3 ESCAPE '!'))"
                     " ORDER BY ambassador DESC, s.kana, a.id LIMIT 10"};
db::Sql const kAnswerers{
    "WITH busy AS (SELECT r.author_id, count(*) AS n FROM hiroba_reply r JOIN hiroba_topic t ON t.id = r.topic_id"
    "  JOIN hiroba_channel ch ON ch.id = t.channel_id WHERE r.created_at >= $2 AND r.hidden_at IS NULL"
    "  AND t.author_id <> r.author_id AND ch.group_id IS NULL GROUP BY r.author_id ORDER BY n DESC, r.author_id LIMIT "
    "10) " SQL_COLLEAGUES "AND a.id IN (SELECT author_id FROM busy) ORDER BY answers DESC, a.id"};
db::Sql const kTimes{R"(
    SELECT t.created_at, t.first_answer_at, t.accepted_at FROM hiroba_topic t JOIN hiroba_channel ch ON ch.id = t.channel_id
     WHERE t.created_at >= $1 AND t.hidden_at IS NULL AND ch.group_id IS NULL AND ch.kind IN ('question', 'issue', 'tool', 'measure'))"};
db::Sql const kSimilar{
    "SELECT t.id, t.title, t.replies, CASE WHEN t.accepted_id IS NULL THEN 0 ELSE 1 END AS accepted"
    " FROM hiroba_topic t WHERE t.id = $1 AND t.hidden_at IS NULL"};

struct Times {
    Instant created_at;
    std::optional<Instant> first_answer_at, accepted_at;
};
BOOST_DESCRIBE_STRUCT(Times, (), (created_at, first_answer_at, accepted_at))

/// Folded, and a LIKE pattern in which nothing typed is an operator.
std::string pattern(std::string_view typed)
{
    std::string pattern{"%"};
    for (char const c : text::fold(typed)) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

std::optional<std::int64_t> median_minutes(std::vector<std::int64_t>&& minutes)
{
    if (minutes.empty()) return std::nullopt;
    auto const middle = minutes.begin() + static_cast<std::ptrdiff_t>((minutes.size() - 1) / 2);
    std::nth_element(minutes.begin(), middle, minutes.end());
    return *middle;
}

}  // namespace

json::object PeopleQuery::limits(std::string_view) { return {{"maxLength", 40}}; }
json::object SimilarQuery::limits(std::string_view) { return {{"required", 1}, {"maxLength", 200}}; }

Colleagues colleagues(http::Call const& call, PeopleQuery const& query)
{
    auto const since = call.clock.now() - kLoadOver;
    auto const today = call.clock.today();
    if (text::fold(query.q).empty()) return {call.tx.all<Colleague>(kAmbassadors, today, since)};
    return {call.tx.all<Colleague>(kFound, today, since, pattern(query.q))};
}

SimilarTopics similar(http::Call const& call, SimilarQuery const& query)
{
    SimilarTopics near;
    fulltext::Question question;
    question.q = query.title;
    question.kinds = {fulltext::Kind::topic};
    question.circles = circles_of(call.tx, call.actor);
    question.limit = kMostSimilar;
    for (auto const& hit : fulltext::similar(call.tx, question))
        if (auto topic = call.tx.maybe_one<SimilarTopic>(kSimilar, hit.id)) near.topics.push_back(*std::move(topic));
    return near;
}

Speed speed(http::Call const& call)
{
    Speed speed;
    std::vector<std::int64_t> first, accepted;
    auto const minutes = [](Instant from, Instant until) {
        return std::chrono::floor<std::chrono::minutes>(until - from).count();
    };
    call.tx.each<Times>(
        kTimes,
        [&](Times const& row) {
            ++speed.topics;
            if (row.first_answer_at) first.push_back(minutes(row.created_at, *row.first_answer_at));
            if (row.accepted_at) accepted.push_back(minutes(row.created_at, *row.accepted_at));
        },
        call.clock.now() - kSpeedOver);
    speed.answered = static_cast<std::int64_t>(first.size());
    speed.solved = static_cast<std::int64_t>(accepted.size());
    speed.first_answer_minutes = median_minutes(std::move(first));
    speed.accepted_minutes = median_minutes(std::move(accepted));
    speed.answerers = call.tx.all<Colleague>(kAnswerers, call.clock.today(), call.clock.now() - kLoadOver);
    return speed;
}

}  // namespace community
