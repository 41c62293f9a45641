#include "features/fulltext/candidates.hpp"
#include "features/fulltext/matching.hpp"
#include "features/fulltext/snippet.hpp"
#include "platform/text/words.hpp"

#include <algorithm>
#include <map>

namespace fulltext {
namespace {

constexpr std::size_t kMostWords = 6;
constexpr int kNewest = 50;  // of each word

struct Shared {
    Row row;
    Reading reading;
    std::size_t words = 0;
    int points = 0;
};

Words words_shared(std::string_view title)
{
    Words words;
    for (auto const& word : text::words(title)) {
        auto const read = text::read_for_search(word).characters;
        bool const useful = !asked_terms(read).empty() && read.find(text::kApart) == read.npos;
        if (!useful || std::find(words.each.begin(), words.each.end(), read) != words.each.end()) continue;
        words.each.push_back(read);
        if (words.each.size() == kMostWords) break;
    }
    return words;
}

void weigh(Shared& one, Words const& words)
{
    for (auto const& word : words.each) {
        bool const in_title = has_own_title(one.row.kind) && find_word(one.reading.title, word) != kNowhere;
        bool const somewhere = in_title || find_word(one.reading.text, word) != kNowhere;
        one.words += somewhere ? 1 : 0;
        one.points += in_title ? 2 : somewhere ? 1 : 0;
    }
}

bool before(Shared const* a, Shared const* b)
{
    if (a->points != b->points) return a->points > b->points;
    if (a->row.settled != b->row.settled) return a->row.settled;
    if (a->row.at != b->row.at) return a->row.at > b->row.at;
    return a->row.kind != b->row.kind ? a->row.kind < b->row.kind : a->row.item_id > b->row.item_id;
}

}  // namespace

std::vector<Hit> similar(db::Tx& tx, Question const& question)
{
    auto const words = words_shared(question.q);
    Filter const filter{question.kinds, question.circles, question.from, question.until};
    Newest newest{tx};
    std::map<std::int64_t, Shared> found;
    for (auto const& word : words.each) {
        for (auto& row : newest.with(asked_terms(word), filter, 0, kNewest)) {
            bool const mine =
                row.circle == 0 || std::find(filter.circles.begin(), filter.circles.end(), row.circle) != filter.circles.end();
            if (!mine || found.contains(row.seq)) continue;
            Reading reading{text::read_for_search(row.title), text::read_for_search(row.text)};
            auto& one = found[row.seq] = Shared{std::move(row), std::move(reading)};
            weigh(one, words);
        }
    }
    std::vector<Shared const*> order;
    for (auto const& [seq, one] : found) {
        if (one.words > 0 && 2 * one.words >= words.each.size()) order.push_back(&one);
    }
    std::sort(order.begin(), order.end(), before);
    order.resize(std::min(order.size(), static_cast<std::size_t>(std::clamp(question.limit, 1, kMostHits))));
    std::vector<Hit> hits;
    for (auto const* one : order) {
        hits.push_back({one->row.kind, one->row.item_id, marked(one->row.title, one->reading.title, words),
                        snippet(one->row.text, one->reading.text, words), one->row.url, one->row.at});
    }
    return hits;
}

}  // namespace fulltext
