// The index gives candidates from the newest on; each is read and judged here. What is asked of the index, and how many it gives,
// does not depend on the engine, so neither does the answer.
#include "features/fulltext/candidates.hpp"
#include "features/fulltext/matching.hpp"
#include "features/fulltext/snippet.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <map>

namespace fulltext {
namespace {

constexpr int kLeastBatch = 20, kMostCandidates = 400;  // when those that were asked for first turn out to be none
constexpr int kLeastOfOneKind = 10;

struct Judged {
    Row row;
    Reading reading;
    int points = 0;
    bool text_read = false;  // of a hit in the title only when it is shown
};

bool before(Judged const& a, Judged const& b)
{
    if (a.points != b.points) return a.points > b.points;
    if (a.row.at != b.row.at) return a.row.at > b.row.at;
    if (a.row.kind != b.row.kind) return a.row.kind < b.row.kind;
    return a.row.item_id > b.row.item_id;
}

class Search {
public:
    Search(db::Tx& tx, Question const& question)
        : newest_(tx),
          words_(words_of(question.q)),
          filter_{question.kinds, question.circles, question.from, question.until},
          limit_(std::clamp(question.limit, 1, kMostHits)),
          batch_(std::max(2 * limit_, kLeastBatch))
    {
    }
    bool asks_something() const { return !words_.each.empty(); }

    /// Where the whole stands in the title, in the text, and where only the words are, until a page is full. False when there may
    /// be more than was looked at.
    bool look()
    {
        if (!gather(title_terms(), filter_, batch_) && good_ >= limit_) return false;
        bool const all = gather(words_.whole_terms, filter_, batch_);
        if (words_.each_terms == words_.whole_terms || (!all && good_ >= limit_)) return all;
        return gather(words_.each_terms, filter_, batch_);
    }
    /// Some of kinds that the newest candidates may have left out.
    bool look_for(std::vector<Kind> kinds)
    {
        auto only = filter_;
        only.kinds = std::move(kinds);
        return gather(words_.each_terms, only, only.kinds.size() == 1 ? std::max(2 * limit_, kLeastOfOneKind) : batch_);
    }

    std::size_t count(Kind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            found_.begin(), found_.end(), [&](auto const& one) { return one.second.points > 0 && one.second.row.kind == kind; }));
    }
    std::vector<Hit> best(std::optional<Kind> kind = {})
    {
        std::vector<Judged*> order;
        for (auto& [seq, judged] : found_) {
            if (judged.points > 0 && (!kind || judged.row.kind == *kind)) order.push_back(&judged);
        }
        std::sort(order.begin(), order.end(), [](auto const* a, auto const* b) { return before(*a, *b); });
        if (order.size() > static_cast<std::size_t>(limit_)) order.resize(static_cast<std::size_t>(limit_));
        std::vector<Hit> hits;
        for (auto* const one : order) hits.push_back(hit_of(*one));
        return hits;
    }

private:
    Terms title_terms() const
    {
        Terms found;
        for (auto const& term : words_.whole_terms) found.push_back(in_title(term));
        return found;
    }

    /// In the lists that hold no more than is wanted: a kind's own, those of all that is kept apart, the long ones.
    bool gather(Terms terms, Filter filter, int batch)
    {
        auto const kinds = filter.kinds;
        if (kinds.empty() || !std::all_of(kinds.begin(), kinds.end(), is_kept_apart)) return walk(terms, filter, batch);
        for (auto& term : terms) term = kinds.size() == 1 ? kept_apart(kinds.front(), term) : kept_apart(term);
        if (kinds.size() == 1 || kinds.size() == kKindsKeptApart) filter.kinds.clear();
        return walk(terms, filter, batch);
    }

    /// Along one list from the newest on, until there is enough of it. True when it was followed to its end.
    bool walk(Terms const& terms, Filter const& filter, int batch)
    {
        std::int64_t after = 0;
        int good = 0;
        for (int asked = 0; asked < kMostCandidates; batch *= 2) {
            auto rows = newest_.with(terms, filter, after, batch);
            asked += batch;
            auto const full = rows.size() == static_cast<std::size_t>(batch);
            if (!rows.empty()) after = rows.back().seq;
            for (auto& row : rows) good += judge(std::move(row)) ? 1 : 0;
            if (!full) return true;
            if (good >= limit_) break;
        }
        return false;
    }

    bool judge(Row row)
    {
        auto const known = found_.find(row.seq);
        if (known != found_.end()) return known->second.points > 0;
        bool const mine =
            row.circle == 0 || std::find(filter_.circles.begin(), filter_.circles.end(), row.circle) != filter_.circles.end();
        if (!mine) return false;
        Judged judged{std::move(row), {}, 0, false};
        bool const own_title = has_own_title(judged.row.kind);
        judged.reading.title = text::read_for_search(judged.row.title);
        judged.text_read = !own_title || find_word(judged.reading.title, words_.whole) == kNowhere;
        if (judged.text_read) judged.reading.text = text::read_for_search(judged.row.text);
        judged.points = score(words_, judged.reading, own_title, judged.row.settled);
        bool const good = judged.points > 0;
        good_ += good ? 1 : 0;
        found_.emplace(judged.row.seq, std::move(judged));
        return good;
    }

    Hit hit_of(Judged& judged) const
    {
        auto const& row = judged.row;
        if (!judged.text_read) judged.reading.text = text::read_for_search(row.text);
        judged.text_read = true;
        return {row.kind,
                row.item_id,
                marked(row.title, judged.reading.title, words_),
                snippet(row.text, judged.reading.text, words_),
                row.url,
                row.at};
    }

    Newest newest_;
    Words words_;
    Filter filter_;
    int limit_, batch_;
    std::map<std::int64_t, Judged> found_;  // by number, so what was refused is not read twice
    int good_ = 0;
};

std::vector<Kind> wanted_kinds(Question const& question)
{
    std::vector<Kind> kinds;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Kind>>([&](auto enumerator) {
        Kind const kind = enumerator.value;
        bool const wanted = std::find(question.kinds.begin(), question.kinds.end(), kind) != question.kinds.end();
        if (wanted || question.kinds.empty()) kinds.push_back(kind);
    });
    return kinds;
}

}  // namespace

std::vector<Hit> find(db::Tx& tx, Question const& question)
{
    Search search{tx, question};
    if (!search.asks_something()) return {};
    search.look();
    return search.best();
}

std::vector<Group> grouped(db::Tx& tx, Question const& question)
{
    Search search{tx, question};
    if (!search.asks_something()) return {};
    auto const kinds = wanted_kinds(question);
    bool const all = search.look();
    auto few = all ? std::vector<Kind>{} : kinds;
    std::erase_if(few, [](Kind kind) { return !is_kept_apart(kind); });
    bool const few_are_all = all || few.empty() || search.look_for(few);
    std::vector<Group> groups;
    for (auto const kind : kinds) {
        bool complete = all || (few_are_all && is_kept_apart(kind));
        if (!complete && search.count(kind) == 0) complete = search.look_for({kind});
        if (auto const count = search.count(kind))
            groups.push_back({kind, static_cast<int>(count), !complete, search.best(kind)});
    }
    return groups;
}

}  // namespace fulltext
