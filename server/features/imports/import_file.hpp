// A roster file as it lies on disk: which sheet, where the header, what each column means as far as can be told.
#pragma once
#include "features/imports/field.hpp"
#include "platform/core/clock.hpp"
#include "platform/core/refused.hpp"
#include "platform/db/tx.hpp"
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
class RosterFile {
public:
    /// Refuses with unreadable_file, unsupported_file, too_large; with invalid_input for a sheet or header row that is not there.
    RosterFile(std::filesystem::path const&, SheetChoice const&);
    RosterFile(RosterFile const&) = delete;

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
    sheets::Workbook book_;
    sheets::Sheet* sheet_ = nullptr;
    sheets::Header header_;
};

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

struct ImportFile {
    std::string upload;
    sheets::Encoding encoding{};
    std::string delimiter;
    std::string sheet;
    std::vector<std::string> sheets;
    std::int64_t header_row = 0;
    std::vector<FileColumn> columns;
    std::int64_t rows = 0;
    std::vector<FieldChoice> fields;
    std::vector<Problem> warnings;
};
BOOST_DESCRIBE_STRUCT(ImportFile, (), (upload, encoding, delimiter, sheet, sheets, header_row, columns, rows, fields, warnings))

/// The columns as they were chosen the last time for this header, else as their names say.
std::vector<std::optional<Field>> columns_for(db::Tx&, RosterFile const&);
void remember_columns(db::Tx&, std::string const& fingerprint, Columns const&, Instant now);

ImportFile describe(db::Tx&, RosterFile const&, std::string upload);

}  // namespace imports
