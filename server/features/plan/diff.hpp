// What changed between two versions, as a table and as sentences a councillor can read.
#pragma once
#include "features/plan/plan.hpp"

#include <string>
#include <vector>

namespace plan {

enum class ChangeKind { added, removed, changed };
BOOST_DESCRIBE_ENUM(ChangeKind, added, removed, changed)

struct Change {
    std::string table, code, label;
    ChangeKind kind = ChangeKind::changed;
    std::string field;  ///< empty for a whole item
    std::string before, after;
    std::string sentence, sentence_en;
};
BOOST_DESCRIBE_STRUCT(Change, (), (table, code, label, kind, field, before, after, sentence, sentence_en))

/// Items are matched by key; order within a table is not a change. Empty = equal.
std::vector<Change> diff(Plan const& before, Plan const& after);

}  // namespace plan
