#include "platform/core/refused.hpp"
#include "platform/sheets/xlsx.hpp"
#include "platform/sheets/xlsx_parts.hpp"
#include "platform/sheets/xml_pull.hpp"
#include "platform/text/utf8.hpp"

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <stdexcept>

namespace sheets {
namespace {

constexpr double kNarrowest = 6, kWidest = 60;
constexpr std::size_t kLongestTabName = 31;
constexpr std::size_t kRowsMeasured = 1'000;
constexpr int kA4 = 9;
constexpr double kFirstReliableDay = 61;  // Excel believes in 1900-02-29 (60), so earlier days are written as text

void check(lxw_error error)
{
    switch (error) {
        case LXW_NO_ERROR: return;
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
            throw Refused{Code::too_large,
                          {"32,767文字を超えるセルは Excel に書き出せません。CSV で書き出してください。",
                           "Excel cannot hold a cell of more than 32,767 characters. Export as CSV."}};
        case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
            throw Refused{Code::too_large,
                          {"行または列が多すぎて Excel に書き出せません。CSV で書き出してください。",
                           "There are too many rows or columns for Excel. Export as CSV."}};
        default:
            if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) throw Refused{Code::disk_full};
            throw std::runtime_error(lxw_strerror(error));
    }
}

// A tab cannot be called everything, and no two alike.
std::string tab_name(std::string_view wanted, std::set<std::string>& used)
{
    std::string name;
    for (std::size_t count = 0; !wanted.empty() && count < kLongestTabName; ++count) {
        auto const c = text::take_character(wanted);
        text::append_character(
            name, c < 0x80 && std::string_view{"[]:*?/\\'"}.find(static_cast<char>(c)) != std::string_view::npos ? U'_' : c);
    }
    if (name.empty()) name = "Sheet";
    auto const base = name.substr(0, 24);
    for (int n = 2; !used.insert(name).second; ++n) name = (text::valid_utf8(base) ? base : "Sheet") + "_" + std::to_string(n);
    return name;
}

struct Formats {
    lxw_format* header;
    lxw_format* text;
    lxw_format* date;
    lxw_format* title;
};

Formats make_formats(lxw_workbook* book, bool pretty)
{
    Formats const formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                          workbook_add_format(book)};
    format_set_bold(formats.header);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    format_set_num_format(formats.date, "yyyy-mm-dd");
    if (pretty) {
        format_set_bg_color(formats.header, 0xE8E8EB);
        for (auto* format : {formats.header, formats.text, formats.date}) {
            format_set_border(format, LXW_BORDER_THIN);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
    }
    return formats;
}

class SheetWriter {
public:
    SheetWriter(lxw_worksheet* sheet, SheetOut const& out, Formats const& formats) : sheet_(sheet), out_(out), formats_(formats)
    {
    }

    void run()
    {
        set_widths();
        lxw_row_t row = 0;
        if (out_.pretty && !out_.title.empty())
            check(worksheet_write_string(sheet_, row++, 0, out_.title.c_str(), formats_.title));
        lxw_col_t column = 0;
        for (auto const& name : out_.header) check(worksheet_write_string(sheet_, row, column++, name.c_str(), formats_.header));
        worksheet_freeze_panes(sheet_, row + 1, 0);
        if (out_.pretty) set_paper(row);
        for (auto const& cells : out_.rows) write_row(++row, cells);
    }

private:
    void write_row(lxw_row_t row, std::vector<Cell> const& cells)
    {
        lxw_col_t column = 0;
        for (auto const& cell : cells) {
            switch (cell.kind) {
                case Kind::number: check(worksheet_write_number(sheet_, row, column, cell.number, formats_.text)); break;
                case Kind::date: write_date(row, column, cell); break;
                case Kind::boolean: check(worksheet_write_boolean(sheet_, row, column, cell.number != 0, formats_.text)); break;
                case Kind::text: check(worksheet_write_string(sheet_, row, column, cell.text.c_str(), formats_.text)); break;
                case Kind::empty:
                    if (out_.pretty) check(worksheet_write_blank(sheet_, row, column, formats_.text));
                    break;
            }
            ++column;
        }
    }

    void write_date(lxw_row_t row, lxw_col_t column, Cell const& cell)
    {
        if (cell.number >= kFirstReliableDay)
            check(worksheet_write_number(sheet_, row, column, cell.number, formats_.date));
        else
            check(worksheet_write_string(sheet_, row, column, cell.text.c_str(), formats_.text));
    }

    void set_widths()
    {
        std::vector<std::size_t> widths;
        for (auto const& name : out_.header) widths.push_back(text::display_width(name));
        for (std::size_t row = 0; row < std::min(out_.rows.size(), kRowsMeasured); ++row) {
            auto const& cells = out_.rows[row];
            if (cells.size() > widths.size()) widths.resize(cells.size());
            for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], text::display_width(cells[i].text));
        }
        for (std::size_t i = 0; i < widths.size(); ++i) {
            auto const width = std::clamp(static_cast<double>(widths[i]) + 2, kNarrowest, kWidest);
            check(worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), width, nullptr));
        }
    }

    void set_paper(lxw_row_t header_row)
    {
        worksheet_set_paper(sheet_, kA4);
        worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        check(worksheet_repeat_rows(sheet_, 0, header_row));
        check(worksheet_set_footer(sheet_, "&C&P / &N"));
    }

    lxw_worksheet* sheet_;
    SheetOut const& out_;
    Formats const& formats_;
};

// The rows that reach the file: a row in which nothing is written leaves no trace.
std::size_t rows_of(SheetOut const& out)
{
    auto const written = [&](std::vector<Cell> const& cells) {
        return std::any_of(cells.begin(), cells.end(), [&](Cell const& cell) { return out.pretty || cell.kind != Kind::empty; });
    };
    auto const above = (out.pretty && !out.title.empty() ? 1u : 0u) + (out.header.empty() ? 0u : 1u);
    return above + static_cast<std::size_t>(std::count_if(out.rows.begin(), out.rows.end(), written));
}

std::size_t rows_in(ZipFile::Part part)
{
    XmlPull xml([&part](char* buffer, std::size_t size) { return part.read(buffer, size); });
    std::size_t rows = 0;
    for (auto event = xml.next(); event != XmlPull::Event::end; event = xml.next()) {
        if (event == XmlPull::Event::open && xml.name() == "row") ++rows;
    }
    return rows;
}

// The library keeps its rows in temporary files and does not notice when one of them could not grow: the file looks finished and
// is not.
bool complete(std::filesystem::path const& path, std::vector<SheetOut> const& sheets)
{
    std::ifstream file(path, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>{file}, {}};
    Limits limits;
    limits.unpacked_bytes = std::numeric_limits<std::size_t>::max();
    limits.ratio = std::numeric_limits<std::size_t>::max();
    try {
        ZipFile zip(bytes, limits);
        auto const parts = read_parts(zip);
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            if (rows_in(zip.open(parts.sheets.at(i).path)) != rows_of(sheets[i])) return false;
        }
    } catch (Refused const&) {
        return false;
    }
    return true;
}

void write(std::filesystem::path const& path, std::vector<SheetOut> const& sheets)
{
    auto folder = path.has_parent_path() ? path.parent_path().string() : std::string{"."};
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    auto* book = workbook_new_opt(path.c_str(), &options);
    if (!book) throw std::runtime_error("xlsx writer did not start");
    std::set<std::string> names;
    try {
        for (auto const& out : sheets) {
            auto* sheet = workbook_add_worksheet(book, tab_name(out.name, names).c_str());
            if (!sheet) throw std::runtime_error("xlsx writer refused a sheet");
            SheetWriter{sheet, out, make_formats(book, out.pretty)}.run();
        }
    } catch (...) {
        lxw_workbook_free(book);
        throw;
    }
    errno = 0;
    check(workbook_close(book));
}

}  // namespace

void write_xlsx(std::filesystem::path const& path, std::vector<SheetOut> const& sheets)
{
    try {
        write(path, sheets);
        if (!complete(path, sheets)) throw Refused{Code::disk_full};
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        throw;
    }
}

std::string xlsx_bytes(std::vector<SheetOut> const& sheets)
{
    // The writer wants a file of its own: a name nobody else has, gone whatever happens.
    auto const name = (std::filesystem::temp_directory_path() / "hagukumi-XXXXXX").string();
    std::vector<char> path{name.begin(), name.end()};
    path.push_back('\0');
    auto const file = ::mkstemp(path.data());
    if (file < 0) throw std::runtime_error("no temporary file in " + std::filesystem::temp_directory_path().string());
    ::close(file);
    struct Remove {
        char const* path;
        ~Remove() { ::unlink(path); }
    } const remove{path.data()};
    write_xlsx(path.data(), sheets);
    std::ifstream in{path.data(), std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace sheets
