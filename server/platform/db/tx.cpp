#include "platform/db/tx.hpp"

#include <algorithm>
#include <stdexcept>

namespace db {

void Tx::no_row(Sql const& sql) { throw std::logic_error("a row must exist, none was found: " + std::string{sql.text()}); }

// For each member its position among the columns, counted from 1; 0 when it is not written.
std::vector<int> Tx::positions_of(std::span<std::string_view const> members, std::span<std::string_view const> columns)
{
    std::vector<int> positions(members.size(), 0);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        auto const member = std::ranges::find(members, columns[c]);
        if (member == members.end()) throw std::logic_error("no member for the column \"" + std::string{columns[c]} + "\"");
        positions[static_cast<std::size_t>(member - members.begin())] = static_cast<int>(c) + 1;
    }
    return positions;
}

void Tx::announce(std::string_view topic, std::string_view text)
{
    if (topic.size() + text.size() > kLongestAnnouncement)
        throw std::logic_error("too long to be announced: " + std::string{topic});
    if (connection_.carries(topic, text)) return;
    after_commit([ear = connection_.ear(), topic = std::string{topic}, text = std::string{text}] {
        if (ear) ear->tell(topic, text);
    });
}

}  // namespace db
