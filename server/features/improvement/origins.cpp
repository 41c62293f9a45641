#include "features/improvement/origins.hpp"

#include "features/community/community.hpp"
#include "features/desk/desk.hpp"

namespace improvement {
namespace {

std::string url_of(OriginKind kind, std::int64_t id)
{
    return (kind == OriginKind::topic ? "/hiroba/topics/" : "/desk/") + std::to_string(id);
}

Told told_by_topic(http::Call const& call, std::int64_t id)
{
    auto topic = community::topic_text(call, community::TopicId{id});
    return {std::move(topic.title), url_of(OriginKind::topic, id), std::move(topic.text), {}, {}, {}};
}

Told told_by_desk(http::Call const& call, std::int64_t id)
{
    auto told = desk::consultation_text(call, desk::ConsultationId{id});
    return {std::move(told.title),   url_of(OriginKind::consultation, id),
            std::move(told.trouble), std::move(told.wanted),
            std::move(told.outcome), "相談 " + told.no + "(" + told.subject_name + ")"};
}

bool may_read(http::Call const& call, OriginKind kind, std::int64_t id)
{
    return kind == OriginKind::topic ? community::may_read_topic(call, id) : desk::may_read_consultation(call, id);
}

}  // namespace

Told told_by(http::Call const& call, OriginInput const& origin)
{
    return origin.kind == OriginKind::topic ? told_by_topic(call, origin.id) : told_by_desk(call, origin.id);
}

std::optional<Origin> origin_of(http::Call const& call, Record const& record)
{
    if (!record.origin_kind || !record.origin_id) return std::nullopt;
    auto const kind = *record.origin_kind;
    auto const id = *record.origin_id;
    if (!may_read(call, kind, id)) return Origin{kind, id, "", ""};
    return Origin{kind, id, record.origin_title, url_of(kind, id)};
}

}  // namespace improvement
