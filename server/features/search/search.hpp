// One box over everything: people and sections, the words of the plan, and what people wrote. The palette and the page of results
// ask the same.
#pragma once
#include "features/fulltext/fulltext.hpp"
#include "features/people/people.hpp"
#include "platform/http/table.hpp"

namespace search {

enum class HitKind {
    staff,
    unit,
    course,
    term,
    skill,
    category,
    topic,
    reply,
    consultation_answer,
    improvement_case,
    newsletter,
    notice,
};
BOOST_DESCRIBE_ENUM(HitKind, staff, unit, course, term, skill, category, topic, reply, consultation_answer, improvement_case,
                    newsletter, notice)

struct Query {
    std::string q;
    std::vector<HitKind> kind;        ///< none: all
    std::optional<Date> from, until;  ///< of what was written; the last day is in it
    int limit = 5;                    ///< of each kind
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Query, (), (q, kind, from, until, limit))

struct Hit {
    std::optional<std::int64_t> id;
    std::string code;                         ///< staff number, or the plan's code
    std::vector<fulltext::Part> title, text;  ///< `text`: place and rank, meaning, or the stretch that was found
    std::string url;
    std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(Hit, (), (id, code, title, text, url, at))

struct HitGroup {
    HitKind kind = HitKind::staff;
    int count = 0;
    bool or_more = false;  ///< counting stopped there
    std::vector<Hit> hits;
};
BOOST_DESCRIBE_STRUCT(HitGroup, (), (kind, count, or_more, hits))

struct Found {
    std::vector<HitGroup> groups;  ///< in the order of the kinds; none is empty
};
BOOST_DESCRIBE_STRUCT(Found, (), (groups))

/// What the actor may see of all that. Days narrow what was written and leave the rest away.
Found search(http::Call const&, Query const&);

void routes(http::Table&);

}  // namespace search
