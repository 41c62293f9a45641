// One box that finds people, sections and the words of the plan, from two characters on.
#pragma once
#include "features/people/staff_list.hpp"

namespace people {

struct SearchQuery {
    std::string q;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SearchQuery, (), (q))

struct Hits {
    std::vector<Hit> hits;
};
BOOST_DESCRIBE_STRUCT(Hits, (), (hits))

/// Whom and what the actor may see today. A single character finds something only when it is a kanji.
Hits search(db::Tx&, Actor const&, Days&, Names&, PlanWords&, SearchQuery const&, Clock const&);

}  // namespace people
