#include "features/improvement/origins.hpp"

#include "features/community/community.hpp"

namespace improvement {
namespace {

std::string url_of(OriginKind kind, std::int64_t id)
{
    return (kind == OriginKind::topic ? "/hiroba/topics/" : "/consultations/") + std::to_string(id);
}

}  // namespace

Told told_by(http::Call const& call, OriginInput const& origin)
{
    if (origin.kind == OriginKind::consultation) throw Refused{Code::not_found};
    auto topic = community::topic_text(call, community::TopicId{origin.id});
    return {std::move(topic.title), url_of(origin.kind, origin.id), std::move(topic.text), {}, {}, {}};
}

std::optional<Origin> origin_of(http::Call const& call, Record const& record)
{
    if (!record.origin_kind || !record.origin_id) return std::nullopt;
    auto const kind = *record.origin_kind;
    auto const id = *record.origin_id;
    if (kind == OriginKind::consultation || !community::may_read_topic(call, id)) return Origin{kind, id, "", ""};
    return Origin{kind, id, record.origin_title, url_of(kind, id)};
}

}  // namespace improvement
