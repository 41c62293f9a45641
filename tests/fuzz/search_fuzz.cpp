// Any bytes as a text and as a question (up to the first zero): places lie within the text, snippets are stretches of it, and the
// index holds every term that would be asked of it.
#include "features/fulltext/snippet.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

using fulltext::Terms;

void must(bool holds)
{
    if (!holds) std::abort();
}

std::string together(std::vector<fulltext::Part> const& parts)
{
    std::string out;
    for (auto const& part : parts) out += part.text;
    return out;
}

void check_places(std::string_view written, text::SearchText const& read)
{
    must(read.written.size() == read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        auto const [begin, end] = read.written[i];
        must(begin < end && end <= written.size());
        must(i == 0 || read.written[i - 1].begin <= begin);
    }
}

void check_terms(fulltext::Document const& document, fulltext::Reading const& reading, fulltext::Words const& words)
{
    if (words.each.empty() || fulltext::score(words, reading, true, false) == 0) return;
    auto const stored = fulltext::stored_terms(document);
    auto const holds = [&](std::string const& term) { return std::find(stored.begin(), stored.end(), term) != stored.end(); };
    bool const each = std::all_of(words.each_terms.begin(), words.each_terms.end(), holds);
    must(each || std::all_of(words.whole_terms.begin(), words.whole_terms.end(), holds));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const all{reinterpret_cast<char const*>(data), size};
    auto const question = all.substr(0, std::min(all.find('\0'), all.size()));
    std::string const written{all.substr(std::min(question.size() + 1, all.size()))};
    auto const words = fulltext::words_of(question);
    fulltext::Document const document{fulltext::Kind::topic, 1, written.substr(0, written.size() / 4), written, "/", {}};
    fulltext::Reading const reading{text::read_for_search(document.title), text::read_for_search(written)};
    check_places(document.title, reading.title);
    check_places(written, reading.text);
    check_terms(document, reading, words);
    must(together(fulltext::marked(written, reading.text, words)) == written);
    auto shown = together(fulltext::snippet(written, reading.text, words));
    constexpr std::string_view kMore = "…";
    if (shown.starts_with(kMore) && !written.starts_with(kMore)) shown.erase(0, kMore.size());
    if (shown.ends_with(kMore) && written.find(shown) == written.npos) shown.erase(shown.size() - kMore.size());
    must(written.find(shown) != written.npos);
    return 0;
}
