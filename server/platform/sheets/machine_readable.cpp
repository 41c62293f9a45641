#include "platform/sheets/machine_readable.hpp"

#include "platform/sheets/encoding.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace sheets {
namespace {

// Units that stand behind a number in office tables. 年 is missing on purpose: 2025年 is a date.
constexpr std::string_view kUnits[] = {"円", "千円", "万円", "百万円", "億円", "人",   "名",   "件", "回", "個", "点",
                                       "歳", "時間", "分",   "日",     "日間", "か月", "ヶ月", "割", "%",  "％"};

std::size_t leading_digits(std::string_view text)
{
    auto const end = text.find_first_not_of("0123456789");
    return end == text.npos ? text.size() : end;
}

// 1,200 or 1,234,567.8
bool has_thousands_commas(std::string_view text)
{
    auto head = leading_digits(text);
    if (head == 0 || head > 3 || head == text.size() || text[head] != ',') return false;
    text.remove_prefix(head);
    while (text.starts_with(',')) {
        if (leading_digits(text.substr(1)) != 3) return false;
        text.remove_prefix(4);
    }
    return text.empty() || (text[0] == '.' && text.size() > 1 && leading_digits(text.substr(1)) == text.size() - 1);
}

bool is_decorated_number(std::string_view given)
{
    auto const half = text::to_half_width(text::trim(given));
    std::string_view text = half;
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    for (std::string_view const yen : {"¥", "￥", "\\"}) {
        if (text.starts_with(yen)) return leading_digits(text.substr(yen.size())) > 0;
    }
    if (has_thousands_commas(text)) return true;
    auto const digits = text.find_first_not_of("0123456789.,");
    if (digits == 0 || digits == text.npos) return false;
    return std::find(std::begin(kUnits), std::end(kUnits), text::trim(text.substr(digits))) != std::end(kUnits);
}

// JIS X 0208 and ASCII are the same everywhere. NEC row 13 (①㈱), the NEC and IBM extensions (髙﨑), half-width kana, 外字 and
// what only Unicode has are not.
bool is_common(char32_t c)
{
    if (c < 0x80) return true;
    auto const code = cp932_code(c);
    if (!code || *code <= 0xFF) return false;
    auto const lead = *code >> 8;
    return lead != 0x87 && lead < 0xED;
}

std::string first_uncommon(std::string_view text)
{
    while (!text.empty()) {
        auto const c = text::take_character(text);
        if (is_common(c) || c == '\n') continue;
        std::string found;
        text::append_character(found, c);
        return found;
    }
    return {};
}

bool is_era_date_alone(std::string_view given)
{
    auto const half = text::to_half_width(text::trim(given));
    return !half.empty() && !(half[0] >= '0' && half[0] <= '9') && text::read_date(half);
}

class Checker {
public:
    Checker(Sheet const& sheet, std::set<std::string_view> const& proper_names, std::vector<Finding>& findings)
        : sheet_(sheet), proper_names_(proper_names), findings_(findings)
    {
    }

    void run()
    {
        for (auto const& merge : sheet_.merges) {
            add(Rule::no_merged_cells, merge.first_row, merge.first_column, "セルが結合されています。", "Cells are merged.");
        }
        if (sheet_.rows.empty()) return add_sheet(Rule::header_in_row_1, "表がありません。", "There is no table.");
        check_header();
        check_shape();
        for (std::size_t row = 1; row < sheet_.rows.size(); ++row) {
            for (std::size_t column = 0; column < sheet_.rows[row].cells.size(); ++column) check_cell(row, column);
        }
    }

private:
    void check_header()
    {
        auto const& header = sheet_.rows.front();
        auto const named =
            std::count_if(header.cells.begin(), header.cells.end(), [](Cell const& cell) { return !cell.text.empty(); });
        auto const is_title = named <= 1 && width() > 1;
        auto const has_values = std::any_of(header.cells.begin(), header.cells.end(), [](Cell const& cell) {
            return cell.kind == Kind::number || cell.kind == Kind::date;
        });
        if (is_title || has_values) {
            add(Rule::header_in_row_1, 0, 0, "1行目が見出しではありません。", "Row 1 is not the header.");
            if (is_title) return;
        }
        std::set<std::string> seen;
        for (std::size_t column = 0; column < width(); ++column) {
            auto const& name = header.text(column);
            if (name.empty())
                add(Rule::every_column_named, 0, column, "列に見出しがありません。", "The column has no name.");
            else if (!seen.insert(name).second)
                add(Rule::names_unique, 0, column, "見出し「" + name + "」が重複しています。",
                    "The column name \"" + name + "\" is not unique.");
            check_text(0, column, name);
        }
    }

    void check_shape()
    {
        for (std::size_t row = 1; row < sheet_.rows.size(); ++row) {
            if (sheet_.rows[row].blank())
                return add(Rule::one_table_per_sheet, row, 0, "表の途中に空の行があります。", "A blank row divides the table.");
        }
        for (std::size_t column = 0; column < width(); ++column) {
            auto const empty =
                std::all_of(sheet_.rows.begin(), sheet_.rows.end(), [&](Row const& row) { return row.text(column).empty(); });
            if (empty)
                return add(Rule::one_table_per_sheet, 0, column, "表の途中に空の列があります。",
                           "A blank column divides the table.");
        }
    }

    void check_cell(std::size_t row, std::size_t column)
    {
        auto const& cell = sheet_.rows[row].cells[column];
        if (cell.kind != Kind::text) return;
        if (is_decorated_number(cell.text)) {
            add(Rule::numbers_only, row, column, "数値に単位や桁区切りがあります: " + cell.text,
                "A number carries a unit or separators: " + cell.text);
        }
        if (is_era_date_alone(cell.text)) {
            add(Rule::western_years, row, column, "西暦のない日付です: " + cell.text,
                "A date without its western year: " + cell.text);
        }
        check_text(row, column, cell.text);
    }

    void check_text(std::size_t row, std::size_t column, std::string const& text)
    {
        if (text.find_first_of("\r\n") != text.npos) {
            add(Rule::no_line_breaks, row, column, "セルの中に改行があります。", "A line break stands inside the cell.");
        }
        if (row > 0 && proper_names_.contains(sheet_.rows.front().text(column))) return;
        if (auto const found = first_uncommon(text); !found.empty()) {
            add(Rule::common_characters, row, column, "機種依存文字「" + found + "」があります。",
                "The character \"" + found + "\" is not common to all systems.");
        }
    }

    std::size_t width() const
    {
        std::size_t widest = 0;
        for (auto const& row : sheet_.rows) widest = std::max(widest, row.cells.size());
        return widest;
    }

    void add(Rule rule, std::size_t row, std::size_t column, std::string ja, std::string en)
    {
        findings_.push_back({rule, sheet_.name, column_letters(column) + std::to_string(row + 1), std::move(ja), std::move(en)});
    }
    void add_sheet(Rule rule, std::string ja, std::string en)
    {
        findings_.push_back({rule, sheet_.name, "", std::move(ja), std::move(en)});
    }

    Sheet const& sheet_;
    std::set<std::string_view> const& proper_names_;
    std::vector<Finding>& findings_;
};

}  // namespace

std::vector<Finding> check_machine_readable(Workbook const& book, std::span<std::string_view const> proper_names)
{
    std::vector<Finding> findings;
    std::set<std::string_view> const names(proper_names.begin(), proper_names.end());
    for (auto const& sheet : book.sheets) Checker{sheet, names, findings}.run();
    return findings;
}

}  // namespace sheets
