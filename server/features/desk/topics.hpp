// Where the desk meets the community: a topic becomes a consultation, a finished consultation a topic with its answer.
#pragma once
#include "platform/http/table.hpp"

namespace desk {

struct Topic {
    std::string title, text;
};
/// Refuses with not_found what the actor may not read.
Topic topic_of(http::Call const&, std::int64_t id);
/// Empty when the actor may not read it.
std::string topic_title(http::Call const&, std::int64_t id);

struct PublicAnswer {
    std::string title, question, answer;
    std::vector<std::string> tags;
};
/// The topic that was made.
std::int64_t publish_answer(http::Call const&, PublicAnswer const&);

}  // namespace desk
