// A file with a table as it lies on disk: which sheet, where the header, read as a person chose or as can be told.
#pragma once
#include "platform/core/refused.hpp"
#include "platform/sheets/header.hpp"

#include <filesystem>
#include <memory>

namespace imports {

/// What a person chose over what was found.
struct SheetChoice {
    std::optional<std::string> sheet;
    std::optional<std::int64_t> header_row;  ///< the line of the (first) header row
    std::optional<sheets::Encoding> encoding;
};

/// Stays where it is: rows and columns refer into it.
class SheetFile {
public:
    /// Refuses with unreadable_file, unsupported_file, too_large; with invalid_input for a sheet or header row that is not there.
    /// `known`: the names of columns by which the header is found; they outlive this.
    SheetFile(std::filesystem::path const&, SheetChoice const&, std::span<std::string_view const> known);
    SheetFile(SheetFile const&) = delete;

    sheets::Workbook const& book() const { return book_; }
    sheets::Sheet const& sheet() const { return *sheet_; }
    sheets::Header const& header() const { return header_; }
    std::size_t width() const;
    std::size_t rows() const;
    std::int64_t header_line() const;
    /// By which the choice of columns is remembered.
    std::string fingerprint() const;

private:
    void choose_sheet(SheetChoice const&);
    void choose_header(SheetChoice const&);
    std::size_t header_rows_at(std::size_t row) const;
    std::span<std::string_view const> known_;
    sheets::Workbook book_;
    sheets::Sheet* sheet_ = nullptr;
    sheets::Header header_;
};

/// The first values of a column, to tell what it holds.
std::vector<std::string> samples_of(SheetFile const&, std::size_t column);
/// "," or a tab; empty for a workbook.
std::string delimiter_of(SheetFile const&);

struct FileColumn {
    std::int64_t index = 0;
    std::string header;
    std::vector<std::string> samples;
    std::optional<std::string> field;
};
BOOST_DESCRIBE_STRUCT(FileColumn, (), (index, header, samples, field))

struct FieldChoice {
    std::string name, label, label_en;
    bool required = false, several = false;
};
BOOST_DESCRIBE_STRUCT(FieldChoice, (), (name, label, label_en, required, several))

}  // namespace imports
