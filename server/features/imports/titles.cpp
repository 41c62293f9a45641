#include "features/imports/titles.hpp"

#include "platform/sheets/header.hpp"

namespace imports {

Titles::Titles(std::vector<plan::Rank> const& ranks)
{
    for (auto const& rank : ranks) {
        ranks_.emplace(sheets::column_key(rank.name), rank.name);
        for (auto const& alias : rank.aliases) ranks_.emplace(sheets::column_key(alias), rank.name);
    }
}

TitleReading const& Titles::read(std::string_view rank, std::string_view title)
{
    auto const key = std::string(rank) + '\x1f' + std::string(title);
    if (auto const known = read_.find(key); known != read_.end()) return known->second;
    auto const found = ranks_.find(sheets::column_key(rank));
    auto const known = found != ranks_.end();
    TitleReading reading{known ? found->second : std::string(rank), std::string(title), known || ranks_.empty()};
    if (title.empty() && reading.rank != rank) reading.title = rank;
    if (reading.title == reading.rank) reading.title.clear();
    return read_.emplace(key, std::move(reading)).first->second;
}

bool is_title_of_head(std::string_view unit_kind, std::string_view title)
{
    if (unit_kind.empty() || title.empty()) return false;
    if (title == std::string(unit_kind) + "長") return true;
    auto const leads_a_place = unit_kind == "センター" || unit_kind == "所" || unit_kind == "事務所";
    return leads_a_place && (title == "所長" || title == "センター長");
}

}  // namespace imports
