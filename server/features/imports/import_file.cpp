#include "features/imports/import_file.hpp"

#include "platform/core/fnv.hpp"
#include "platform/json/json.hpp"

#include <algorithm>

namespace imports {
namespace {

constexpr std::size_t kSamples = 3;

db::Sql const kRemembered{"SELECT columns FROM import_mapping WHERE fingerprint = $1 AND kind = 'staff'"};
db::Sql const kRemember{R"(
    INSERT INTO import_mapping (fingerprint, kind, columns, used_at) VALUES ($1, 'staff', $2, $3)
        ON CONFLICT (fingerprint) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at)"};

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

// A two-row header at this place, if the second row is plainly part of it: seen by looking at these rows alone.
std::size_t header_rows_at(sheets::Sheet const& sheet, std::size_t row)
{
    sheets::Sheet two;
    for (auto i = row; i < std::min(row + 2, sheet.rows.size()); ++i) two.rows.push_back(sheet.rows[i]);
    for (auto merge : sheet.merges) {
        if (merge.first_row < row || merge.last_row > row + 1) continue;
        merge.first_row -= row;
        merge.last_row -= row;
        two.merges.push_back(merge);
    }
    auto const found = sheets::find_header(two, known_headers());
    return found && found->first_row == 0 ? found->row_count : 1;
}

std::string delimiter_name(sheets::Workbook const& book)
{
    if (book.format == sheets::Format::xlsx) return "";
    return std::string(1, book.delimiter);
}

std::vector<std::string> samples_of(RosterFile const& file, std::size_t column)
{
    std::vector<std::string> samples;
    auto const& rows = file.sheet().rows;
    for (auto i = file.header().first_data_row(); i < rows.size() && samples.size() < kSamples; ++i)
        if (auto const& text = rows[i].text(column); !text.empty()) samples.push_back(text);
    return samples;
}

void warn_of(ImportFile& file, std::vector<std::optional<Field>> const& columns, RosterFile const& roster)
{
    auto const has = [&](Field field) { return std::find(columns.begin(), columns.end(), field) != columns.end(); };
    auto const warn = [&](std::string pointer, std::string ja, std::string en) {
        file.warnings.push_back({std::move(pointer), std::move(ja), std::move(en)});
    };
    for (auto const field : {Field::staff_no, Field::name})
        if (!has(field)) {
            auto const& text = text_of(field);
            warn("", "「" + std::string(text.label) + "」の列が見つかりません。列を選んでください。",
                 "No column for \"" + std::string(text.label_en) + "\" was found; choose it.");
        }
    if (!has(Field::employment))
        warn("", "任用形態の列がありません。計画の対象者の判定に使われるため、あれば選んでください。",
             "There is no column for the employment, which decides who the plan counts; choose it if there is one.");
    for (std::size_t i = 0; i < roster.header().names.size(); ++i) {
        auto const& name = roster.header().names[i];
        if (is_left_out(name))
            warn("/columns/" + std::to_string(i), "「" + name + "」は取り込みません。", "\"" + name + "\" is not taken in.");
    }
    if (!roster.book().undecodable.empty()) {
        auto const count = std::to_string(roster.book().undecodable.size());
        warn("", "読み取れない文字が" + count + "か所あります。文字コードを確かめてください。",
             count + " places hold bytes that are no character; check the encoding.");
    }
}

}  // namespace

RosterFile::RosterFile(std::filesystem::path const& path, SheetChoice const& choice)
    : book_(sheets::read_table_file(path, {choice.encoding, {}, {}}))
{
    choose_sheet(choice);
    choose_header(choice);
    fill_merged(*sheet_, header_.first_data_row());
}

void RosterFile::choose_sheet(SheetChoice const& choice)
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

void RosterFile::choose_header(SheetChoice const& choice)
{
    if (!choice.header_row) {
        if (auto found = sheets::find_header(*sheet_, known_headers())) {
            header_ = std::move(*found);
        } else {
            header_ = sheets::header_at(*sheet_, 0, 1);
        }
        return;
    }
    for (std::size_t i = 0; i < sheet_->rows.size(); ++i) {
        if (static_cast<std::int64_t>(sheet_->rows[i].line) != *choice.header_row) continue;
        header_ = sheets::header_at(*sheet_, i, header_rows_at(*sheet_, i));
        return;
    }
    auto const line = std::to_string(*choice.header_row);
    refuse("/header_row", line + "行目はこの表にありません。", "This table has no line " + line + ".");
}

std::size_t RosterFile::width() const
{
    auto width = header_.names.size();
    auto const end = std::min(sheet_->rows.size(), header_.first_data_row() + 100);
    for (auto i = header_.first_data_row(); i < end; ++i) width = std::max(width, sheet_->rows[i].cells.size());
    return width;
}

std::size_t RosterFile::rows() const
{
    auto const first =
        sheet_->rows.begin() + static_cast<std::ptrdiff_t>(std::min(header_.first_data_row(), sheet_->rows.size()));
    return static_cast<std::size_t>(std::count_if(first, sheet_->rows.end(), [](auto const& row) { return !row.blank(); }));
}

std::int64_t RosterFile::header_line() const { return static_cast<std::int64_t>(sheet_->rows[header_.first_row].line); }

std::string RosterFile::fingerprint() const
{
    auto hash = kFnvStart;
    for (auto const& name : header_.names) hash = fnv(sheets::column_key(name) + "\n", hash);
    return digits_of(hash);
}

std::vector<std::optional<Field>> columns_for(db::Tx& tx, RosterFile const& file)
{
    auto proposed = propose(file.header().names);
    proposed.resize(file.width());
    auto const remembered = tx.maybe_one<std::string>(kRemembered, file.fingerprint());
    if (!remembered) return proposed;
    auto const names = json::read<std::vector<std::string>>(*remembered);
    for (std::size_t i = 0; i < std::min(names.size(), proposed.size()); ++i) proposed[i] = field_named(names[i]);
    return proposed;
}

void remember_columns(db::Tx& tx, std::string const& fingerprint, Columns const& columns, Instant now)
{
    std::vector<std::string> names;
    for (auto const& text : fields()) {
        for (auto const column : columns.of(text.field)) {
            if (names.size() <= column) names.resize(column + 1);
            names[column] = name_of(text.field);
        }
    }
    tx.run(kRemember, fingerprint, json::write(names), now);
}

ImportFile describe(db::Tx& tx, RosterFile const& roster, std::string upload)
{
    ImportFile file;
    file.upload = std::move(upload);
    file.encoding = roster.book().encoding;
    file.delimiter = delimiter_name(roster.book());
    file.sheet = roster.sheet().name;
    for (auto const& sheet : roster.book().sheets) file.sheets.push_back(sheet.name);
    file.header_row = roster.header_line();
    file.rows = static_cast<std::int64_t>(roster.rows());
    auto const columns = columns_for(tx, roster);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const& names = roster.header().names;
        FileColumn column{static_cast<std::int64_t>(i), i < names.size() ? names[i] : "", samples_of(roster, i), {}};
        if (columns[i]) column.field = std::string(name_of(*columns[i]));
        file.columns.push_back(std::move(column));
    }
    for (auto const& text : fields())
        file.fields.push_back(
            {std::string(name_of(text.field)), std::string(text.label), std::string(text.label_en), text.required, text.several});
    warn_of(file, columns, roster);
    return file;
}

}  // namespace imports
