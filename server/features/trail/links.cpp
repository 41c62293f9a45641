#include "features/trail/links.hpp"

#include "features/notices/notices.hpp"

namespace trail {
namespace {

db::Sql const kTopicOfConsultation{"SELECT from_topic FROM consultation WHERE id = $1 AND from_topic IS NOT NULL"};
db::Sql const kConsultationOfTopic{"SELECT id FROM consultation WHERE topic_id = $1 ORDER BY id"};
db::Sql const kConsultationsFromTopic{"SELECT id FROM consultation WHERE from_topic = $1 ORDER BY id"};
db::Sql const kPublishedAs{"SELECT topic_id FROM consultation WHERE id = $1 AND topic_id IS NOT NULL"};

struct Origin {
    std::optional<std::string> origin_kind;
    std::optional<std::int64_t> origin_id, adopted_from;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (origin_kind, origin_id, adopted_from))
db::Sql const kOriginOfCase{"SELECT origin_kind, origin_id, adopted_from FROM improvement_case WHERE id = $1"};
db::Sql const kCasesFrom{"SELECT id FROM improvement_case WHERE origin_kind = $1 AND origin_id = $2 ORDER BY id"};
db::Sql const kAdoptedFrom{"SELECT id FROM improvement_case WHERE adopted_from = $1 ORDER BY id"};

using notices::NewsKind;

std::optional<NewsKind> told_as(TrailKind kind)
{
    switch (kind) {
        case TrailKind::topic: return NewsKind::answer;
        case TrailKind::consultation: return NewsKind::consultation;
        case TrailKind::improvement_case: return NewsKind::improvement_case;
        case TrailKind::newsletter:
        case TrailKind::evidence: break;
    }
    return std::nullopt;
}

std::optional<TrailKind> thing_of(NewsKind kind)
{
    for (auto const each : {TrailKind::topic, TrailKind::consultation, TrailKind::improvement_case})
        if (told_as(each) == kind) return each;
    return std::nullopt;
}

void add(std::vector<Thing>& things, TrailKind kind, std::vector<std::int64_t> const& ids)
{
    for (auto const id : ids) things.push_back({kind, id});
}

}  // namespace

std::vector<Thing> made_from(db::Tx& tx, Thing const& thing)
{
    std::vector<Thing> things;
    switch (thing.kind) {
        case TrailKind::topic: add(things, TrailKind::consultation, tx.all<std::int64_t>(kConsultationOfTopic, thing.id)); break;
        case TrailKind::consultation: add(things, TrailKind::topic, tx.all<std::int64_t>(kTopicOfConsultation, thing.id)); break;
        case TrailKind::improvement_case:
            if (auto const origin = tx.maybe_one<Origin>(kOriginOfCase, thing.id)) {
                if (origin->origin_kind && origin->origin_id)
                    things.push_back(
                        {*origin->origin_kind == "topic" ? TrailKind::topic : TrailKind::consultation, *origin->origin_id});
                if (origin->adopted_from) things.push_back({TrailKind::improvement_case, *origin->adopted_from});
            }
            break;
        case TrailKind::newsletter:
            for (auto const& source : notices::sources_of(tx, notices::NewsletterId{thing.id}))
                if (auto const kind = thing_of(source.kind)) things.push_back({*kind, source.subject});
            break;
        case TrailKind::evidence: break;
    }
    return things;
}

std::vector<Thing> made_of(db::Tx& tx, Thing const& thing)
{
    std::vector<Thing> things;
    switch (thing.kind) {
        case TrailKind::topic:
            add(things, TrailKind::consultation, tx.all<std::int64_t>(kConsultationsFromTopic, thing.id));
            add(things, TrailKind::improvement_case, tx.all<std::int64_t>(kCasesFrom, "topic", thing.id));
            break;
        case TrailKind::consultation:
            add(things, TrailKind::topic, tx.all<std::int64_t>(kPublishedAs, thing.id));
            add(things, TrailKind::improvement_case, tx.all<std::int64_t>(kCasesFrom, "consultation", thing.id));
            break;
        case TrailKind::improvement_case:
            add(things, TrailKind::improvement_case, tx.all<std::int64_t>(kAdoptedFrom, thing.id));
            break;
        case TrailKind::newsletter:
        case TrailKind::evidence: return things;
    }
    for (auto const issue : notices::issues_telling_of(tx, {*told_as(thing.kind), thing.id}))
        things.push_back({TrailKind::newsletter, issue.value});
    return things;
}

}  // namespace trail
