#include "features/community/matching.hpp"

#include "features/plan/versions.hpp"
#include "features/skills/person_skills.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/words.hpp"

#include <algorithm>

namespace community {
namespace {

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// 基礎 or 活用 stands in every skill's name and would match everything; RPA and 電子申請 say what the skill is.
bool says_something(std::string const& word)
{
    auto const latin = std::all_of(word.begin(), word.end(), [](char c) { return c > 0; });
    return characters(word) >= (latin ? 2U : 3U);
}

std::vector<std::string> words_of(skills::PersonSkills const& person)
{
    std::vector<std::string> words;
    for (auto const& row : person.rows) {
        if (!row.holds) continue;
        words.push_back(text::fold(row.name));
        for (auto const& word : text::words(row.name))
            if (auto folded = text::fold(word); says_something(folded)) words.push_back(std::move(folded));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

std::string tag_key(std::string_view tag)
{
    auto key = text::fold(tag);
    while (key.starts_with('#')) key.erase(0, 1);
    return key;
}

Matching::Matching(http::Call const& call)
{
    if (!call.actor.staff) return;
    auto const today = call.clock.today();
    auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, today);
    if (!versioned) return;
    auto const index = skills::GapIndex::build_for(call.tx, std::shared_ptr<plan::Plan const>{versioned, &versioned->plan},
                                                   *call.actor.staff, today, today);
    words_ = words_of(skills::person_skills(call.tx, *index, *call.actor.staff));
}

bool Matching::speaks_of(std::string_view folded) const
{
    return std::any_of(words_.begin(), words_.end(),
                       [&](auto const& word) { return folded.find(word) != std::string_view::npos; });
}

}  // namespace community
