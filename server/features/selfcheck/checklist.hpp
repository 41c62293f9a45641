// What a section is asked to look at: items in groups, each with what good looks like and where that is asked for. One set of
// described structs is the YAML that comes with the program and the JSON of the API. An item's `code` stays the same from year to
// year, so that years compare.
#pragma once
#include "platform/core/refused.hpp"
#include "platform/json/json.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace selfcheck {

struct CheckGroup {
    std::string code, title, title_en;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CheckGroup, (), (code, title, title_en))

struct CheckItem {
    std::string code, group, text, text_en;
    std::string good, good_en;  ///< what good looks like
    std::string source;         ///< which rule asks for it
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CheckItem, (), (code, group, text, text_en, good, good_en, source))

struct Checklist {
    std::string title, title_en, intro, intro_en, source;
    std::vector<CheckGroup> groups;
    std::vector<CheckItem> items;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(Checklist, (), (title, title_en, intro, intro_en, source, groups, items))

/// The list that comes with the program (selfchecks/section.yaml).
Checklist const& shipped();

/// What keeps it from being opened; pointers as of the whole list ("/items/3/text").
std::vector<Problem> problems_of(Checklist const&);

/// The item's place in the list.
std::optional<std::size_t> find_item(Checklist const&, std::string_view code);

}  // namespace selfcheck
