#include "features/plan/workbook.hpp"

#include "features/plan/cell_text.hpp"
#include "features/plan/items.hpp"

#include <map>

namespace plan {
namespace {

constexpr std::string_view kHead = "計画";
constexpr std::string_view kItemColumn = "項目 [item]", kValueColumn = "値 [value]";

std::string heading(std::string_view member)
{
    return std::string{label_of_member(member).ja} + " [" + std::string{member} + "]";
}

/// The member a heading names: what stands in brackets, or the Japanese label by itself.
bool names_member(std::string_view cell, std::string_view member)
{
    auto const open = cell.rfind('[');
    if (open != std::string_view::npos && cell.ends_with(']')) return cell.substr(open + 1, cell.size() - open - 2) == member;
    return cell == label_of_member(member).ja || cell == member;
}

template <class Item>
sheets::SheetOut sheet_of(std::string_view table, std::vector<Item> const& items)
{
    sheets::SheetOut sheet{std::string{label_of_table(table).ja}, {}, {}};
    Item const example{};
    each_member(example, [&](std::string_view name, auto const&) { sheet.header.push_back(heading(name)); });
    for (auto const& item : items) {
        std::vector<sheets::Cell> row;
        each_member(item, [&](std::string_view, auto const& value) {
            using Value = std::remove_cvref_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, int>) {
                row.push_back(sheets::Cell::of(double{1} * value));
            } else {
                row.push_back(sheets::Cell::of(cell_text(value)));
            }
        });
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

/// Members of the single structs as "document.colophon.tel".
template <class Item, class Visit>
void each_leaf(Item& item, std::string const& prefix, Visit&& visit)
{
    each_member(item, [&](std::string_view name, auto& value) {
        auto const path = prefix + "." + std::string{name};
        if constexpr (DescribedStruct<std::remove_cvref_t<decltype(value)>>) {
            each_leaf(value, path, visit);
        } else {
            visit(path, value);
        }
    });
}

template <class Plan, class Visit>
void each_single(Plan& plan, Visit&& visit)
{
    each_leaf(plan.municipality, "municipality", visit);
    each_leaf(plan.document, "document", visit);
    each_leaf(plan.population, "population", visit);
}

class Reader {
public:
    explicit Reader(sheets::Workbook const& workbook) : workbook_(workbook) {}

    ReadPlan read()
    {
        head();
        each_table(result_.plan, [&](std::string_view table, auto& items) { read_table(table, items); });
        return std::move(result_);
    }

private:
    sheets::Sheet const* sheet_called(std::string_view name) const
    {
        for (auto const& sheet : workbook_.sheets) {
            if (sheet.name == name) return &sheet;
        }
        return nullptr;
    }

    void problem(sheets::Sheet const& sheet, std::size_t line, std::size_t column, std::string ja, std::string en)
    {
        auto const place = sheet.name + "!" + sheets::column_letters(column) + std::to_string(line);
        result_.problems.push_back({static_cast<int>(line), static_cast<int>(column) + 1, place, std::move(ja), std::move(en)});
    }

    void head()
    {
        auto const* sheet = sheet_called(kHead);
        if (!sheet) {
            result_.problems.push_back({0, 0, std::string{kHead},
                                        "「計画」シートがありません。書き出したファイルのシート名は変えないでください。",
                                        "The sheet 計画 is missing; keep the sheet names of the exported file."});
            return;
        }
        std::map<std::string, std::pair<sheets::Row const*, bool>> values;
        for (std::size_t i = 1; i < sheet->rows.size(); ++i) {
            auto const& cell = sheet->rows[i].text(0);
            auto const open = cell.rfind('[');
            if (open != std::string::npos) values[cell.substr(open + 1, cell.size() - open - 2)] = {&sheet->rows[i], false};
        }
        each_single(result_.plan, [&](std::string const& path, auto& value) {
            auto const found = values.find(path);
            if (found == values.end()) return;
            found->second.second = true;
            auto const& row = *found->second.first;
            if (!read_text(row.text(1), value)) bad_value<std::remove_cvref_t<decltype(value)>>(*sheet, row.line, 1, row.text(1));
        });
        for (auto const& [path, row] : values) {
            if (!row.second)
                problem(*sheet, row.first->line, 0, "「" + path + "」という項目はありません。",
                        "There is no item \"" + path + "\".");
        }
    }

    template <class Item>
    void read_table(std::string_view table, std::vector<Item>& items)
    {
        auto const* sheet = sheet_called(label_of_table(table).ja);
        if (!sheet || sheet->rows.empty()) return;
        auto const& header = sheet->rows.front();
        check_header<Item>(*sheet, header);
        for (std::size_t i = 1; i < sheet->rows.size(); ++i) {
            auto const& row = sheet->rows[i];
            if (row.blank()) continue;
            auto const pointer = "/" + std::string{table} + "/" + std::to_string(items.size());
            result_.places[pointer] = {static_cast<int>(row.line), 1};
            read_row(*sheet, header, row, items.emplace_back(), pointer);
        }
    }

    template <class Item>
    void check_header(sheets::Sheet const& sheet, sheets::Row const& header)
    {
        Item const example{};
        for (std::size_t column = 0; column < header.cells.size(); ++column) {
            bool known = header.text(column).empty();
            each_member(example,
                        [&](std::string_view name, auto const&) { known = known || names_member(header.text(column), name); });
            if (!known) {
                problem(sheet, header.line, column, "「" + header.text(column) + "」という列はありません。",
                        "There is no column \"" + header.text(column) + "\".");
            }
        }
    }

    template <class Item>
    void read_row(sheets::Sheet const& sheet, sheets::Row const& header, sheets::Row const& row, Item& item,
                  std::string const& pointer)
    {
        each_member(item, [&](std::string_view name, auto& value) {
            for (std::size_t column = 0; column < header.cells.size(); ++column) {
                if (!names_member(header.text(column), name)) continue;
                result_.places[pointer + "/" + std::string{name}] = {static_cast<int>(row.line), static_cast<int>(column) + 1};
                auto const& text = row.text(column);
                if (!read_text(text, value)) bad_value<std::remove_cvref_t<decltype(value)>>(sheet, row.line, column, text);
                return;
            }
        });
    }

    template <class T>
    void bad_value(sheets::Sheet const& sheet, std::size_t line, std::size_t column, std::string const& text)
    {
        problem(sheet, line, column, "「" + text + "」は使えません。" + wanted<T>() + "を入れてください。",
                "\"" + text + "\" does not fit here.");
    }

    sheets::Workbook const& workbook_;
    ReadPlan result_;
};

}  // namespace

std::vector<sheets::SheetOut> to_workbook(Plan const& plan)
{
    std::vector<sheets::SheetOut> workbook;
    sheets::SheetOut head{std::string{kHead}, {std::string{kItemColumn}, std::string{kValueColumn}}, {}};
    each_single(plan, [&](std::string const& path, auto const& value) {
        auto const member = std::string_view{path}.substr(path.rfind('.') + 1);
        head.rows.push_back(
            {sheets::Cell::of(std::string{label_of_member(member).ja} + " [" + path + "]"), sheets::Cell::of(cell_text(value))});
    });
    workbook.push_back(std::move(head));
    each_table(plan, [&](std::string_view table, auto const& items) { workbook.push_back(sheet_of(table, items)); });
    return workbook;
}

ReadPlan from_workbook(sheets::Workbook const& workbook) { return Reader{workbook}.read(); }

}  // namespace plan
