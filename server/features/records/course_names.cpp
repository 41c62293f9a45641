#include "features/records/completion_rows.hpp"
#include "platform/text/fold.hpp"

#include <algorithm>

namespace records {
namespace {

constexpr std::size_t kShortestLikeness = 12;  // bytes: four characters of Japanese

/// One name within the other, as in "【J-LIS】DX入門(eラーニング)" and "DX入門".
bool alike(std::string const& a, std::string const& b)
{
    auto const& shorter = a.size() < b.size() ? a : b;
    auto const& longer = a.size() < b.size() ? b : a;
    return shorter.size() >= kShortestLikeness && longer.find(shorter) != longer.npos;
}

bool is_named(plan::Course const& course, std::string const& key)
{
    return text::fold(course.code) == key || text::fold(course.name) == key ||
           (!course.name_en.empty() && text::fold(course.name_en) == key);
}

}  // namespace

std::string CourseNames::key(std::string_view given) { return text::fold(given); }

CourseNames::CourseNames(plan::Plan const& plan, Chosen const& chosen, Chosen const& remembered)
    : plan_(plan), remembered_(remembered)
{
    for (auto const& [name, code] : chosen) {
        if (!code.empty() && !knows(code))
            throw Refused{Code::invalid_input,
                          {},
                          {{"/courses/" + name, "「" + code + "」という研修は計画にありません。",
                            "The plan has no course \"" + code + "\"."}}};
        chosen_[key(name)] = code;
    }
}

bool CourseNames::knows(std::string const& code) const
{
    return std::any_of(plan_.courses.begin(), plan_.courses.end(), [&](auto const& course) { return course.code == code; });
}

CourseName& CourseNames::of(std::string_view given)
{
    auto const [place, is_new] = places_.try_emplace(std::string(given), names_.size());
    if (is_new) names_.push_back(meaning(given));
    return names_[place->second];
}

std::vector<CourseName> CourseNames::all() const { return names_; }

CourseName CourseNames::meaning(std::string_view given) const
{
    auto const folded = key(given);
    CourseName name{std::string(given), 0, {}, MatchedBy::nothing};
    if (auto const chosen = chosen_.find(folded); chosen != chosen_.end()) {
        name.course = chosen->second;
        name.by = MatchedBy::choice;
        return name;
    }
    // A course that the plan has dropped since is asked about anew.
    if (auto const before = remembered_.find(folded);
        before != remembered_.end() && (before->second.empty() || knows(before->second))) {
        name.course = before->second;
        name.by = MatchedBy::memory;
        return name;
    }
    std::vector<std::string> like;
    for (auto const& course : plan_.courses) {
        if (is_named(course, folded)) {
            name.course = course.code;
            name.by = MatchedBy::name;
            return name;
        }
        if (alike(folded, text::fold(course.name))) like.push_back(course.code);
    }
    if (like.size() != 1) return name;
    name.course = like.front();
    name.by = MatchedBy::likeness;
    return name;
}

}  // namespace records
