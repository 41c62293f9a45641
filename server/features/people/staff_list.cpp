#include "features/people/staff_list.hpp"

#include "platform/core/refused.hpp"
#include "platform/text/fold.hpp"

#include <algorithm>
#include <numeric>

namespace people {
namespace {

using Rows = std::vector<std::uint32_t>;

void keep_unit(Rows& rows, Roster const& roster, OrgUnitId unit)
{
    auto const place = roster.tree.find(unit);
    if (!place) throw Refused{Code::not_found};
    std::erase_if(rows, [&](std::uint32_t row) {
        auto const& posts = roster.people[row].posts;
        return std::none_of(posts.begin(), posts.end(), [&](Post const& post) { return roster.tree.within(post.place, *place); });
    });
}

/// A word nobody has matches nobody.
void keep_word(Rows& rows, Roster const& roster, std::string_view text, auto const& has)
{
    auto const word = roster.words.find(text);
    if (!word) return rows.clear();
    std::erase_if(rows, [&](std::uint32_t row) { return !has(roster.people[row], *word); });
}

Rows found_by_name(Roster const& roster, NameIndex const& names, std::string_view q)
{
    Rows rows;
    names.each_containing(text::fold(q), [&](std::uint32_t position) {
        auto const row = roster.row_of.find(names.at(position).value);
        if (row != roster.row_of.end()) rows.push_back(row->second);
        return true;
    });
    return rows;
}

struct Sortable {
    std::uint64_t key = 0;
    std::uint32_t row = 0;
    auto operator<=>(Sortable const&) const = default;  // NOLINT(modernize-use-nullptr): as in ids.hpp
};

std::uint64_t sort_key(DayView const& day, NameIndex const& names, StaffOrder order, std::uint32_t row)
{
    auto const& person = day.roster().people[row];
    switch (order) {
        case StaffOrder::kana: return names.position_of(person.id);
        case StaffOrder::unit: return row;
        case StaffOrder::rank: return static_cast<std::uint64_t>(INT32_MAX - std::int64_t{day.seniority(row)});
        case StaffOrder::no: return names.number_position_of(person.id);
    }
    return row;
}

bool everybody(StaffFilter const& query)
{
    return query.q.empty() && !query.unit && query.category.empty() && query.rank.empty() && query.employment.empty() &&
           !query.leave && query.missing.empty();
}

/// matching_rows keeps the order of the organisation, or of kana when it looked for a name.
bool in_order_already(StaffQuery const& query) { return query.sort == (query.q.empty() ? StaffOrder::unit : StaffOrder::kana); }

/// A page of everybody in the order of kana: no need to look at those behind it.
Rows page_of_everybody(Roster const& roster, NameIndex const& names, std::size_t first, std::size_t last)
{
    Rows page;
    page.reserve(last - first);
    std::size_t count = 0;
    for (std::size_t position = 0; position < names.size() && count < last; ++position) {
        auto const row = roster.row_of.find(names.at(position).value);
        if (row == roster.row_of.end()) continue;  // not employed that day
        if (count++ >= first) page.push_back(row->second);
    }
    return page;
}

/// The rows of the page in order; the rest stay unsorted, which is what makes a first page of 50,000 quick.
Rows sorted_page(DayView const& day, NameIndex const& names, StaffQuery const& query, Rows const& rows, std::size_t first,
                 std::size_t last)
{
    std::vector<Sortable> sortable(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) sortable[i] = {sort_key(day, names, query.sort, rows[i]), rows[i]};
    auto const at = [&](std::size_t n) { return sortable.begin() + static_cast<std::ptrdiff_t>(n); };
    if (first > 0 && first < rows.size()) std::nth_element(at(0), at(first), sortable.end());
    std::partial_sort(at(first), at(last), sortable.end());
    Rows page;
    page.reserve(last - first);
    for (auto i = first; i < last; ++i) page.push_back(sortable[i].row);
    return page;
}

}  // namespace

json::object StaffFilter::limits(std::string_view member)
{
    if (member == "q") return {{"maxLength", 100}};
    return {};
}

json::object StaffQuery::limits(std::string_view member)
{
    if (member == "page") return {{"minimum", 1}, {"maximum", 100'000}};
    if (member == "size") return {{"minimum", 1}, {"maximum", 3'000}};
    return StaffFilter::limits(member);
}

std::vector<std::uint32_t> matching_rows(DayView const& day, NameIndex const& names, Seeing const& seeing,
                                         StaffFilter const& query)
{
    auto const& roster = day.roster();
    Rows rows;
    if (query.q.empty()) {
        rows.resize(roster.people.size());
        std::iota(rows.begin(), rows.end(), 0U);
    } else {
        rows = found_by_name(roster, names, query.q);
    }
    if (!seeing.city()) std::erase_if(rows, [&](std::uint32_t row) { return !seeing.sees(roster.people[row]); });
    if (query.unit) keep_unit(rows, roster, *query.unit);
    if (query.leave) std::erase_if(rows, [&](std::uint32_t row) { return roster.people[row].on_leave != *query.leave; });
    if (!query.employment.empty())
        keep_word(rows, roster, query.employment, [](Person const& person, Word word) { return person.employment == word; });
    if (!query.rank.empty()) {
        keep_word(rows, roster, query.rank, [](Person const& person, Word word) {
            return std::any_of(person.posts.begin(), person.posts.end(), [&](Post const& post) { return post.rank == word; });
        });
    }
    auto const keep = [&](DayView::Test const& test) { std::erase_if(rows, [&](std::uint32_t row) { return !test(row); }); };
    if (!query.category.empty()) keep(day.in_category(query.category));
    if (!query.missing.empty()) keep(day.lacks(query.missing));
    return rows;
}

namespace {

struct Page {
    Rows rows;
    std::size_t total = 0;
};

Page page_of(DayView const& day, NameIndex const& names, Seeing const& seeing, StaffQuery const& query)
{
    bool const all = seeing.city() && everybody(query) && query.sort == StaffOrder::kana;
    auto const rows = all ? Rows{} : matching_rows(day, names, seeing, query);
    auto const total = all ? day.roster().people.size() : rows.size();
    auto const size = static_cast<std::size_t>(query.size);
    auto const first = std::min(total, (static_cast<std::size_t>(query.page) - 1) * size);
    auto const last = std::min(total, first + size);
    if (all) return {page_of_everybody(day.roster(), names, first, last), total};
    if (!in_order_already(query)) return {sorted_page(day, names, query, rows, first, last), total};
    auto const at = [&](std::size_t n) { return rows.begin() + static_cast<std::ptrdiff_t>(n); };
    return {Rows(at(first), at(last)), total};
}

}  // namespace

StaffList staff_list(db::Tx& tx, Actor const& actor, Days& days, Names& names, StaffQuery const& query, Clock const& clock)
{
    auto const today = clock.today();
    auto const index = names.at(tx);
    return days.ask(tx, query.on.value_or(today), announced_by(actor, today), [&](DayView const& day) {
        auto const found = page_of(day, *index, Seeing{tx, actor, today, day.roster()}, query);
        StaffList list{{}, found.total};
        list.rows.reserve(found.rows.size());
        Lines lines{day};
        for (auto const row : found.rows) list.rows.push_back(lines.line(row));
        return list;
    });
}

std::string const& Lines::path(Place place)
{
    auto& path = paths_[place];
    if (path.empty()) path = day_.roster().tree.path(place);
    return path;
}

StaffRow Lines::line(std::uint32_t row)
{
    auto const& roster = day_.roster();
    auto const& words = roster.words;
    auto const& person = roster.people[row];
    auto const brief = day_.brief(row);
    StaffRow line;
    line.id = person.id;
    line.staff_no = words.text(person.staff_no);
    line.name = words.text(person.name);
    line.kana = words.text(person.kana);
    if (auto const place = person.place(); place != kNowhere) {
        line.unit = roster.tree.at(place).id;
        line.unit_name = roster.tree.at(place).name;
        line.unit_path = path(place);
        line.rank = words.text(person.posts.front().rank);
        line.concurrent = static_cast<int>(person.posts.size()) - 1;
    }
    line.band = day_.band(row);
    line.employment = words.text(person.employment);
    line.occupation = words.text(person.occupation);
    line.on_leave = person.on_leave;
    if (!brief.category.empty()) line.primary_category = brief.category;
    line.primary_category_name = brief.category_name;
    line.required = brief.required;
    line.held = brief.held;
    return line;
}

}  // namespace people
