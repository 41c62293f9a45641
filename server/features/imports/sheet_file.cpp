#include "features/imports/sheet_file.hpp"

#include "platform/core/fnv.hpp"

#include <algorithm>

namespace imports {
namespace {

constexpr std::size_t kSamples = 3;

[[noreturn]] void refuse(std::string pointer, std::string ja, std::string en)
{
    throw Refused{Code::invalid_input, {ja, en}, {{std::move(pointer), ja, en}}};
}

// Lets every cell of a merged range below the header carry its value: a 部 written once beside many rows.
void fill_merged(sheets::Sheet& sheet, std::size_t first_data_row)
{
    for (auto const& merge : sheet.merges) {
        if (merge.first_row < first_data_row || merge.first_row >= sheet.rows.size()) continue;
        auto const value = sheet.rows[merge.first_row].cell(merge.first_column);
        auto const last = std::min(merge.last_row, sheet.rows.size() - 1);
        for (auto row = merge.first_row; row <= last; ++row) {
            auto& cells = sheet.rows[row].cells;
            if (cells.size() <= merge.first_column) cells.resize(merge.first_column + 1);
            cells[merge.first_column] = value;
        }
    }
}

}  // namespace

SheetFile::SheetFile(std::filesystem::path const& path, SheetChoice const& choice, std::span<std::string_view const> known)
    : known_(known), book_(sheets::read_table_file(path, {choice.encoding, {}, {}}))
{
    choose_sheet(choice);
    choose_header(choice);
    fill_merged(*sheet_, header_.first_data_row());
}

void SheetFile::choose_sheet(SheetChoice const& choice)
{
    auto const& visible = book_.first_visible();
    for (auto& sheet : book_.sheets) {
        auto const chosen = choice.sheet && !choice.sheet->empty() ? sheet.name == *choice.sheet : &sheet == &visible;
        if (chosen) sheet_ = &sheet;
    }
    if (!sheet_)
        refuse("/sheet", "「" + *choice.sheet + "」というシートはありません。", "There is no sheet \"" + *choice.sheet + "\".");
    if (sheet_->rows.empty())
        throw Refused{Code::unreadable_file,
                      {"表に行がありません。シートを確かめてください。", "The table has no rows. Check the sheet."}};
}

void SheetFile::choose_header(SheetChoice const& choice)
{
    if (!choice.header_row) {
        if (auto found = sheets::find_header(*sheet_, known_)) {
            header_ = std::move(*found);
        } else {
            header_ = sheets::header_at(*sheet_, 0, 1);
        }
        return;
    }
    for (std::size_t i = 0; i < sheet_->rows.size(); ++i) {
        if (static_cast<std::int64_t>(sheet_->rows[i].line) != *choice.header_row) continue;
        header_ = sheets::header_at(*sheet_, i, header_rows_at(i));
        return;
    }
    auto const line = std::to_string(*choice.header_row);
    refuse("/header_row", line + "行目はこの表にありません。", "This table has no line " + line + ".");
}

std::size_t SheetFile::width() const
{
    auto width = header_.names.size();
    auto const end = std::min(sheet_->rows.size(), header_.first_data_row() + 100);
    for (auto i = header_.first_data_row(); i < end; ++i) width = std::max(width, sheet_->rows[i].cells.size());
    return width;
}

std::size_t SheetFile::rows() const
{
    auto const first =
        sheet_->rows.begin() + static_cast<std::ptrdiff_t>(std::min(header_.first_data_row(), sheet_->rows.size()));
    return static_cast<std::size_t>(std::count_if(first, sheet_->rows.end(), [](auto const& row) { return !row.blank(); }));
}

std::int64_t SheetFile::header_line() const { return static_cast<std::int64_t>(sheet_->rows[header_.first_row].line); }

std::string SheetFile::fingerprint() const
{
    auto hash = kFnvStart;
    for (auto const& name : header_.names) hash = fnv(sheets::column_key(name) + "\n", hash);
    return digits_of(hash);
}

// A two-row header at this place, if the second row is plainly part of it: seen by looking at these rows alone.
std::size_t SheetFile::header_rows_at(std::size_t row) const
{
    auto const& sheet = *sheet_;
    sheets::Sheet two;
    for (auto i = row; i < std::min(row + 2, sheet.rows.size()); ++i) two.rows.push_back(sheet.rows[i]);
    for (auto merge : sheet.merges) {
        if (merge.first_row < row || merge.last_row > row + 1) continue;
        merge.first_row -= row;
        merge.last_row -= row;
        two.merges.push_back(merge);
    }
    auto const found = sheets::find_header(two, known_);
    return found && found->first_row == 0 ? found->row_count : 1;
}

std::vector<std::string> samples_of(SheetFile const& file, std::size_t column)
{
    std::vector<std::string> samples;
    auto const& rows = file.sheet().rows;
    for (auto i = file.header().first_data_row(); i < rows.size() && samples.size() < kSamples; ++i)
        if (auto const& text = rows[i].text(column); !text.empty()) samples.push_back(text);
    return samples;
}

std::string delimiter_of(SheetFile const& file)
{
    return file.book().format == sheets::Format::xlsx ? "" : std::string(1, file.book().delimiter);
}

}  // namespace imports
