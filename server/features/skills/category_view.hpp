// Categories as shown: their rules as sentences, how many people, who, and who changed between two days.
#pragma once
#include "features/categories/membership.hpp"
#include "features/skills/gap_index.hpp"

#include <functional>

namespace skills {

struct PopulationView {
    std::int64_t people = 0, counted = 0;
    std::string rule, sentence, sentence_en, clause;
};
BOOST_DESCRIBE_STRUCT(PopulationView, (), (people, counted, rule, sentence, sentence_en, clause))

struct AxisView {
    std::string code, name, name_en;
};
BOOST_DESCRIBE_STRUCT(AxisView, (), (code, name, name_en))

struct CategoryView {
    std::string code, name, name_en, axis, rule, sentence, sentence_en;
    std::int64_t people = 0, primary_people = 0;
    std::string clause, note;
    plan::Confidence confidence = plan::Confidence::certain;
};
BOOST_DESCRIBE_STRUCT(CategoryView, (),
                      (code, name, name_en, axis, rule, sentence, sentence_en, people, primary_people, clause, note, confidence))

struct CategoryList {
    PopulationView population;
    std::vector<AxisView> axes;
    std::vector<CategoryView> categories;
};
BOOST_DESCRIBE_STRUCT(CategoryList, (), (population, axes, categories))
CategoryList category_list(GapIndex const&);

struct MemberRow {
    StaffId staff;
    std::string name, unit_name, rank, reason;
    std::vector<std::string> because;
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (staff, name, unit_name, rank, reason, because))
struct MemberList {
    std::vector<MemberRow> rows;
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(MemberList, (), (rows, total))
/// The people of the category whom `seen` admits; at most `limit` of them listed.
MemberList members(GapIndex const&, std::size_t category, std::function<bool(people::Person const&)> const& seen,
                   std::size_t limit);

}  // namespace skills
