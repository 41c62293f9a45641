// One box that finds people, sections and the words of the plan, from two characters on.
#pragma once
#include "features/people/staff_list.hpp"

namespace people {

/// How many of each are wanted at most.
struct Most {
    std::size_t people = 12, units = 6, words = 8;
};

/// Whom and what the actor may see today. A single character finds something only when it is a kanji.
std::vector<Hit> search(db::Tx&, Actor const&, Days&, Names&, PlanWords&, std::string_view q, Most const&, Clock const&);

}  // namespace people
