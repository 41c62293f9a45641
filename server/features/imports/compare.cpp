#include "features/imports/compare.hpp"

#include "features/imports/person_changes.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>

namespace imports {
namespace {

using people::PostingKind;

struct PersonRows {
    std::optional<std::uint32_t> primary;
    std::vector<std::uint32_t> others;
};

std::string without_spaces(std::string_view name)
{
    std::string key(name);
    std::erase(key, ' ');
    for (std::size_t at; (at = key.find("　")) != key.npos;) key.erase(at, 3);
    return key;
}

std::string line_text(RosterRow const& row) { return std::to_string(row.line) + "行目"; }

class Comparer {
public:
    Comparer(Reading const& reading, std::vector<RosterRow>&& rows, World& world, Units& units, Titles& titles,
             CompareOptions const& options, Instant now)
        : r_(reading),
          rows_(std::move(rows)),
          world_(world),
          units_(units),
          titles_(titles),
          options_(options),
          changes_(reading, world, units, options, now, out_)
    {
    }

    Comparison run()
    {
        group();
        expect_units();
        for (auto& rows : people_) person(rows);
        for (auto const& [row, facts] : new_people_) add(rows_[row], facts);
        if (options_.whole) absent();
        refusals();
        out_.writes.units.inserted = units_.made();
        for (auto const& unit : out_.writes.units.inserted) out_.new_units.push_back({units_.path(unit.id), unit.kind});
        return std::move(out_);
    }

private:
    void refuse(RosterRow& row, Field field, std::string const& ja, std::string const& en, std::string const& remedy,
                std::string const& remedy_en)
    {
        row.problems.push_back(r_.problem(row, field, {ja, en, remedy, remedy_en}));
    }
    void warn(RosterRow& row, Field field, std::string const& ja, std::string const& en, std::string const& remedy,
              std::string const& remedy_en)
    {
        row.problems.push_back(r_.problem(row, field, {ja, en, remedy, remedy_en}, false));
    }

    void group()
    {
        std::unordered_map<std::string_view, std::uint32_t> places;
        places.reserve(rows_.size());
        people_.reserve(rows_.size());
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            auto& row = rows_[i];
            if (row.kind != PostingKind::primary && row.refused()) refused_others_.insert(without_spaces(row.name));
            if (row.staff_no.empty()) continue;
            auto const [place, fresh] = places.emplace(row.staff_no, static_cast<std::uint32_t>(people_.size()));
            if (fresh) people_.emplace_back();
            auto& person = people_[place->second];
            if (row.kind != PostingKind::primary)
                person.others.push_back(i);
            else if (!person.primary)
                person.primary = i;
            else
                twice(rows_[*person.primary], row);
        }
    }

    // 総務部 情報政策課 before 情報政策課, so that a bare name finds the unit and does not make a second one.
    void expect_units()
    {
        for (std::ptrdiff_t parts = 3; parts >= 0; --parts) {
            for (auto const& row : rows_) {
                auto const given =
                    std::count_if(row.unit.parts.begin(), row.unit.parts.end(), [](auto part) { return !part.empty(); });
                if (given == parts && !row.unit.blank() && !row.refused()) units_.expect(row.unit);
            }
        }
    }

    bool same_cells(RosterRow const& a, RosterRow const& b) const
    {
        auto const& x = r_.sheet.rows[a.row].cells;
        auto const& y = r_.sheet.rows[b.row].cells;
        return x == y;
    }

    void twice(RosterRow& first, RosterRow& second)
    {
        if (same_cells(first, second)) {
            return refuse(second, Field::staff_no, "同じ内容の行が" + line_text(first) + "にもあります。",
                          "The same row stands in line " + std::to_string(first.line) + ".", "この行を削除してください。",
                          "Delete this row.");
        }
        auto const same_name = first.name == second.name;
        auto const say = [&](RosterRow& row, RosterRow const& other) {
            if (same_name) {
                refuse(row, Field::staff_no, "本務の所属が2つあります(" + line_text(other) + "にも本務の行があります)。",
                       "Two primary posts: line " + std::to_string(other.line) + " has one too.",
                       "兼務の行は「本務・兼務の別」の列に「兼務」と書くか、「兼務所属」の列に移してください。",
                       "Mark the second one 兼務, or move it to the concurrent section column.");
            } else {
                refuse(row, Field::staff_no,
                       "職員番号が重複しています(" + line_text(other) + "の「" + std::string(other.name) + "」)。",
                       "The number is used twice: line " + std::to_string(other.line) + ".", "どちらかの番号を直してください。",
                       "Correct one of the numbers.");
            }
        };
        if (!first.refused()) say(first, second);
        say(second, first);
    }

    void person(PersonRows const& rows)
    {
        if (!rows.primary) return only_others(rows);
        auto& row = rows_[*rows.primary];
        auto const number_known = world_.by_number(row.staff_no) != nullptr;
        Facts facts;
        auto* const known = who(row, facts);
        if (known) {
            refuse_if_not_theirs(row, *known);
            known->in_file = true;
        }
        if (row.refused()) return others_refused(rows);
        post(row, known, facts);
        other_rows(rows, row.name, facts);
        columns_of_others(row, facts);
        if (row.refused()) return others_refused(rows);
        facts.row = &row;
        if (!known) return new_people_.emplace_back(*rows.primary, std::move(facts)), void();
        if (!number_known && !facts.renumbered)
            warn(row, Field::staff_no, "先頭の0が落ちているとみなし、「" + known->staff.staff_no + "」の行として扱います。",
                 "Taken as \"" + known->staff.staff_no + "\", whose leading zeros were lost.",
                 "Excel で列の書式を「文字列」にして書き出し直してください。", "Format the column as text and export it again.");
        changes_.change(*known, facts);
    }

    // Whose row it is.
    Known* who(RosterRow const& row, Facts& facts)
    {
        if (auto* const known = world_.by_number(row.staff_no)) return known;
        if (auto const said = options_.same_person.find(row.staff_no); said != options_.same_person.end()) {
            auto* const known = world_.by_id(said->second);
            facts.renumbered = known != nullptr;
            return known;
        }
        auto* const bare = world_.by_number_without_zeros(row.staff_no);
        return bare && without_spaces(bare->staff.name) == without_spaces(row.name) ? bare : nullptr;
    }

    // True when the number says one thing and the name another.
    bool refuse_if_not_theirs(RosterRow& row, Known const& known)
    {
        if (known.in_file) {
            refuse(row, Field::staff_no, "「" + known.staff.name + "」さんの行が、別の番号でもう1つあります。",
                   known.staff.name + " has another row under another number.", "どちらかの行を削除してください。",
                   "Delete one of the rows.");
            return true;
        }
        if (!known.left_by(options_.as_of) || known.staff.name == row.name || row.last_day) return false;
        refuse(row, Field::staff_no,
               "この番号は " + to_iso(*known.staff.left_on) + " までに退職した「" + known.staff.name + "」さんの番号です。",
               "This number belonged to " + known.staff.name + ", who left by " + to_iso(*known.staff.left_on) + ".",
               "番号を確かめてください。同じ人の改姓なら、先に職員の画面で氏名を直してください。",
               "Check the number. If it is the same person renamed, correct the name on the person's page first.");
        return true;
    }

    void post(RosterRow& row, Known const* known, Facts& facts)
    {
        auto const& title = title_of(row);
        facts.primary = {{}, PostingKind::primary, title.rank, title.title, row.moved_on};
        if (row.last_day && add_days(*row.last_day, 1) <= options_.as_of) {
            if (known) return;
            return refuse(row, Field::left_on, "基準日より前に退職しています。", "They left before the day of the roster.",
                          "この行を削除するか、退職日を確かめてください。", "Delete the row, or check the day.");
        }
        if (row.unit.blank()) {
            if (!r_.columns.has_unit()) return;
            return warn(row, Field::unit,
                        known ? "所属が空のため、今の所属のままにします。" : "所属が空のため、所属のない職員として取り込みます。",
                        known ? "No section is given; the present one stays."
                              : "No section is given; the person is taken in without one.",
                        "所属が決まっていれば入れてください。", "Fill it in if it is known.");
        }
        auto const& found = units_.find(row.unit);
        facts.primary.unit = found.id;
        if (!found.problem) return;
        place(row, *found.problem, unit_column(row, found.problem->value));
    }

    static void place(RosterRow& row, RowProblem problem, std::string column)
    {
        problem.column = std::move(column);
        row.problems.push_back(std::move(problem));
    }

    // Of the cell that the value came from; of a path in several cells, the last one.
    std::string unit_column(RosterRow const& row, std::string const& value) const
    {
        auto const& unit = row.unit;
        auto field = Field::unit_code;
        if (value != text::to_half_width(unit.code)) {
            if (!unit.parts[0].empty()) field = Field::unit_1;
            if (!unit.parts[1].empty()) field = Field::unit_2;
            if (!unit.parts[2].empty()) field = Field::unit_3;
            if (!unit.name.empty()) field = Field::unit;
        }
        return r_.column_name(r_.columns.of(field).front());
    }

    TitleReading const& title_of(RosterRow& row)
    {
        static TitleReading const none;
        auto const& rank = row.rank.empty() ? row.title : row.rank;
        if (rank.empty()) return none;
        auto const& title = titles_.read(rank, row.rank.empty() ? std::string_view{} : row.title);
        if (!title.known) {
            warn(row, row.rank.empty() ? Field::title : Field::rank,
                 "計画の職位にない職名です。区分の判定に使われないことがあります。",
                 "The plan does not know this title; it may not count for the categories.",
                 "計画の職位の別名に加えるか、職名を直してください。",
                 "Add it to the aliases of a rank in the plan, or correct it.");
        }
        return title;
    }

    // A post whose row is refused, if only for its number, is not told of; the person's row must not end it.
    void other_rows(PersonRows const& rows, std::string_view name, Facts& facts)
    {
        facts.others_incomplete = refused_others_.contains(without_spaces(name));
        for (auto const other : rows.others) {
            other_row(rows_[other], facts);
            if (rows_[other].refused()) facts.others_incomplete = true;
        }
    }

    void other_row(RosterRow& row, Facts& facts)
    {
        if (row.refused()) return;
        if (row.unit.blank())
            return refuse(row, Field::unit, "兼務の所属が空です。", "The concurrent post has no section.",
                          "所属を入れるか、行を削除してください。", "Fill in the section, or delete the row.");
        auto const& title = title_of(row);
        auto const& found = units_.find(row.unit);
        if (found.problem) place(row, *found.problem, unit_column(row, found.problem->value));
        if (found.id) facts.others.push_back({found.id, row.kind, title.rank, title.title, row.moved_on});
    }

    void columns_of_others(RosterRow& row, Facts& facts)
    {
        for (auto const& text : row.concurrent) {
            auto const& found = units_.find_by_name(text.unit);
            if (found.problem) place(row, *found.problem, r_.column_name(r_.columns.of(Field::concurrent_unit).front()));
            if (!found.id) continue;
            auto const acting = text.title.find("取扱") != text.title.npos || text.title.find("代理") != text.title.npos;
            TitleReading const title = text.title.empty() ? TitleReading{} : titles_.read(text.title, {});
            facts.others.push_back(
                {found.id, acting ? PostingKind::acting : PostingKind::concurrent, title.rank, title.title, std::nullopt});
        }
    }

    void others_refused(PersonRows const& rows)
    {
        auto const& primary = rows_[*rows.primary];
        for (auto const other : rows.others)
            refuse(rows_[other], Field::staff_no,
                   "本務の行(" + line_text(primary) + ")を取り込めないため、この行も取り込めません。",
                   "The row with the primary post (line " + std::to_string(primary.line) + ") is refused.",
                   "本務の行を直してください。", "Correct that row.");
    }

    void only_others(PersonRows const& rows)
    {
        auto& first = rows_[rows.others.front()];
        Facts facts;
        auto* const known = who(first, facts);
        if (known && known->primary && !refuse_if_not_theirs(first, *known)) {
            known->in_file = true;
            other_rows(rows, first.name, facts);
            if (!facts.others.empty()) changes_.change(*known, facts);
            return;
        }
        for (auto const other : rows.others)
            refuse(rows_[other], Field::posting_kind, "この人の本務の行がありません。",
                   "There is no row with this person's primary post.", "本務の行を加えるか、この行を「本務」にしてください。",
                   "Add one, or make this row 本務.");
    }

    // After everybody else has been found, so that only people without a row of their own are suggested.
    void add(RosterRow& row, Facts const& facts)
    {
        if (auto const* const other = namesake(row)) {
            SamePerson person{other->staff.id, other->staff.staff_no, other->staff.name, other->staff.kana,
                              other->primary ? units_.path(other->primary->unit_id) : std::string{}};
            warn(row, Field::staff_no,
                 "番号「" + person.staff_no + "」の「" + person.name + "」さん(" + person.unit_name + ")と同じ人かもしれません。",
                 "This may be " + person.name + ", known under the number " + person.staff_no + ".",
                 "番号が変わっただけなら「同じ人」を選んでください。取込の後に職員の画面で統合することもできます。",
                 "If only the number changed, choose \"same person\"; they can also be merged later on the person's page.");
            changes_.suggest(std::move(person));
        }
        changes_.add(facts);
    }

    Known const* namesake(RosterRow const& row)
    {
        if (world_.people().empty()) return nullptr;
        if (namesakes_.empty()) {
            for (std::uint32_t i = 0; i < world_.people().size(); ++i)
                if (!world_.people()[i].in_file) namesakes_.emplace(without_spaces(world_.people()[i].staff.name), i);
            namesakes_.emplace("", 0);
        }
        auto const [first, last] = namesakes_.equal_range(without_spaces(row.name));
        Known const* found = nullptr;
        for (auto at = first; at != last; ++at) {
            auto const& known = world_.people()[at->second];
            if (!row.kana.empty() && !known.staff.kana.empty() && without_spaces(row.kana) != without_spaces(known.staff.kana))
                continue;
            if (found) return nullptr;  // two of the name: no guess
            found = &known;
        }
        return found;
    }

    // Somebody whose row was refused for its number is still there; so is a person whose next post is already on record.
    void absent()
    {
        std::set<std::string> named;
        for (auto const& row : rows_)
            if (row.refused()) named.insert(without_spaces(row.name));
        for (auto& known : world_.people()) {
            if (known.in_file || !known.employed_on(options_.as_of) || known.later_primary || known.later_engagement) continue;
            if (known.engagement && known.engagement->is_external) continue;
            if (!named.empty() && named.contains(without_spaces(known.staff.name))) continue;
            changes_.leave(known, options_.as_of);
        }
    }

    void refusals()
    {
        std::vector<RowReport> shown;
        for (auto& row : rows_) {
            if (!row.refused()) continue;
            ++out_.counts.refused;
            if (shown.size() < options_.rows_shown)
                shown.push_back({row.line, RowKind::refused, row.staff_no, std::string(row.name), {}, row.problems, {}});
            out_.refused.push_back({row.row, row.line, std::move(row.problems)});
        }
        out_.rows.insert(out_.rows.begin(), std::make_move_iterator(shown.begin()), std::make_move_iterator(shown.end()));
    }

    Reading const& r_;
    std::vector<RosterRow> rows_;
    World& world_;
    Units& units_;
    Titles& titles_;
    CompareOptions const& options_;
    Comparison out_;
    PersonChanges changes_;
    std::vector<PersonRows> people_;
    std::vector<std::pair<std::uint32_t, Facts>> new_people_;
    std::unordered_multimap<std::string, std::uint32_t> namesakes_;
    std::set<std::string> refused_others_;  ///< names of people in refused rows about concurrent posts
};

}  // namespace

Comparison compare(Reading const& reading, std::vector<RosterRow>&& rows, World& world, Units& units, Titles& titles,
                   CompareOptions const& options, Instant now)
{
    return Comparer(reading, std::move(rows), world, units, titles, options, now).run();
}

}  // namespace imports
