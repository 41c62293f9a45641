#include "features/desk/topics.hpp"

#include "features/community/community.hpp"

namespace desk {

Topic topic_of(http::Call const& call, std::int64_t id)
{
    auto topic = community::topic_text(call, community::TopicId{id});
    return {std::move(topic.title), std::move(topic.text)};
}

std::string topic_title(http::Call const& call, std::int64_t id)
{
    try {
        return topic_of(call, id).title;
    } catch (Refused const&) {
        return {};
    }
}

std::int64_t publish_answer(http::Call const& call, PublicAnswer const& answer)
{
    return community::publish_answer(call, {answer.title, answer.question, answer.answer, answer.tags}).value;
}

}  // namespace desk
