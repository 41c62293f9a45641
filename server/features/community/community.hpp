// ひろば: what people of one municipality ask, answer and show each other. This header is what other rooms include.
#pragma once
#include "features/practice/practice.hpp"
#include "platform/http/table.hpp"

namespace community {

using ChannelId = Id<struct HirobaChannelTag>;
using GroupId = Id<struct HirobaGroupTag>;
using TopicId = Id<struct HirobaTopicTag>;
using ReplyId = Id<struct HirobaReplyTag>;
using ReportId = Id<struct HirobaReportTag>;

/// A topic as another room takes it over. `text` is Markdown as it was typed.
struct TopicText {
    TopicId id;
    std::string title, text, author;
    std::vector<std::string> tags;
    Instant created_at;
    bool answered = false;  ///< a reply was accepted
};
BOOST_DESCRIBE_STRUCT(TopicText, (), (id, title, text, author, tags, created_at, answered))

/// Refuses with not_found what the actor may not read.
TopicText topic_text(http::Call const&, TopicId);

/// What the desk makes public of a finished consultation.
struct QuestionAndAnswer {
    std::string title, question, answer;  ///< question and answer are Markdown
    std::vector<std::string> tags;
};
BOOST_DESCRIBE_STRUCT(QuestionAndAnswer, (), (title, question, answer, tags))
/// A topic with an accepted answer, in the channel of answers, both by the actor. Everybody may read it. Refuses with
/// wrong_status while no channel of answers is open, with invalid_input what is empty.
TopicId publish_answer(http::Call const&, QuestionAndAnswer const&);

/// A question that found its answer, for newsletters.
struct Answered {
    TopicId id;
    std::string title, lead;  ///< the lead is the beginning of the answer, without marks
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (id, title, lead, at))
/// Accepted from `from` until before `until`, newest first, at most `most`; nothing of closed groups.
std::vector<Answered> newly_answered(db::Tx&, Instant from, Instant until, std::int64_t most);

/// What waits for the actor, for the first screen.
struct Waits {
    std::int64_t unread_answers = 0;  ///< topics of one's own with replies one has not read
    std::int64_t followed = 0;        ///< topics of others that one follows, with replies one has not read
    std::int64_t mentions = 0;        ///< topics that name one and are not read
    std::int64_t unanswered = 0;      ///< older than a day, matching what one can do; asked of those who answer
    std::int64_t reports = 0;         ///< to moderate
};
Waits waits_for(http::Call const&);

/// The closed groups whose member the actor is: the circles that a search may look into beside 0.
std::vector<std::int64_t> circles_of(db::Tx&, Actor const&);

/// For practice::Sources: the actor's own reply that solved what somebody else had asked, where everybody may read it.
std::optional<practice::Source> answer_source(http::Call const&, std::int64_t reply);

/// For attachments::Keepers: whether the actor may read the topic or the reply.
bool may_read_topic(http::Call const&, std::int64_t id);
bool may_read_reply(http::Call const&, std::int64_t id);

/// By what two spellings of a tag are one: folded, without a leading #.
std::string tag_key(std::string_view tag);

void routes(http::Table&);

}  // namespace community
