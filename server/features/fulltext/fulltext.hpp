// One index over everything that people write for others to find. Rooms put what they hold and drop what they take away, in the
// transaction of the write itself; what is found is the same on both engines.
#pragma once
#include "platform/core/date.hpp"
#include "platform/db/tx.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fulltext {

enum class Kind { topic, reply, consultation_answer, improvement_case, newsletter, notice };
BOOST_DESCRIBE_ENUM(Kind, topic, reply, consultation_answer, improvement_case, newsletter, notice)

struct Document {
    Kind kind = Kind::topic;
    std::int64_t id = 0;  ///< of the row in its own room
    std::string title;    ///< of a reply: its topic's
    std::string text;     ///< without marks: markdown::plain
    std::string url;      ///< below the municipality: "/hiroba/topics/12"
    Instant at{};
    std::int64_t circle = 0;  ///< 0: every signed-in person; else the closed group whose members alone may find it
    bool settled = false;     ///< an accepted answer, a topic that has one, a confirmed case: a little before its like
};

/// Adds the document, or replaces the one of that kind and id.
void put(db::Tx&, Document const&);
/// The same for many that are new, the oldest first.
void put_many(db::Tx&, std::span<Document const>);
/// Nothing happens when there is none.
void drop(db::Tx&, Kind, std::int64_t id);

/// Once a day: what was put in since is read as one list with the rest. SQLite keeps a list for each transaction and merges only
/// some of them by itself; a question asks them all. Writers wait meanwhile: 4 s with a million documents, nothing without new
/// ones.
void tend(db::Tx&);

struct Question {
    std::string q;                       ///< words apart by spaces are all wanted; nothing typed here is an operator
    std::vector<Kind> kinds;             ///< none given: all
    std::optional<Instant> from, until;  ///< `until` is no longer in it
    std::vector<std::int64_t> circles;   ///< the closed groups the reader belongs to
    int limit = 20;                      ///< at most kMostHits
};

inline constexpr int kMostHits = 100;

/// A stretch of a text, and whether it is what was looked for.
struct Part {
    std::string text;
    bool mark = false;
};
BOOST_DESCRIBE_STRUCT(Part, (), (text, mark))

/// The whole of a text, with the words of a question marked.
std::vector<Part> marked(std::string_view text, std::string_view question);

struct Hit {
    Kind kind = Kind::topic;
    std::int64_t id = 0;
    std::vector<Part> title, snippet;  ///< as written, put together again they are the title and a stretch of the text
    std::string url;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Hit, (), (kind, id, title, snippet, url, at))

/// The best first: the whole question in the title, in the text, its words apart; of its like the newer. The order is looked for
/// among the newest few hundred of each, so it does not depend on the engine nor on what else is stored.
std::vector<Hit> find(db::Tx&, Question const&);

/// What was found of one kind.
struct Group {
    Kind kind = Kind::topic;
    int count = 0;
    bool or_more = false;   ///< counting stopped there
    std::vector<Hit> hits;  ///< the best, at most `limit`
};

/// The same for each kind that has something, in the order of the kinds.
std::vector<Group> grouped(db::Tx&, Question const&);

/// What is about the same as `question.q`, a title that is being typed: documents that share its words, those that share most
/// first.
std::vector<Hit> similar(db::Tx&, Question const&);

}  // namespace fulltext
