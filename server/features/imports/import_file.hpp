// A roster as it lies on disk, and what each of its columns means as far as can be told.
#pragma once
#include "features/imports/field.hpp"
#include "features/imports/sheet_file.hpp"
#include "platform/core/clock.hpp"
#include "platform/db/tx.hpp"

namespace imports {

/// Stays where it is: rows and columns refer into it.
class RosterFile : public SheetFile {
public:
    RosterFile(std::filesystem::path const& path, SheetChoice const& choice) : SheetFile(path, choice, known_headers()) {}
};

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
