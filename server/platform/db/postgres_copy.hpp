// COPY … FROM STDIN in text format: PostgreSQL's fast way in.
#pragma once
#include "platform/db/connection.hpp"
#include "platform/db/postgres_statement.hpp"

#include <string>
#include <vector>

namespace db {

class PostgresCopy final : public Bulk {
public:
    PostgresCopy(PGconn*, std::string_view table, std::span<std::string_view const> columns);
    ~PostgresCopy() override;

    void null(int position) override { field(position) = "\\N"; }
    void integer(int position, std::int64_t value) override { field(position) = number_text(value); }
    void real(int position, double value) override { field(position) = number_text(value); }
    void text(int position, std::string_view) override;
    void short_text(int position, std::string_view value) override { text(position, value); }
    void blob(int position, BlobView value) override { field(position) = "\\" + blob_text(value); }
    void end_row() override;
    void finish() override;

private:
    std::string& field(int position) { return fields_[static_cast<std::size_t>(position) - 1]; }
    void send();
    void end(char const* complaint);
    void move_identity_past_the_new_rows();

    PGconn* connection_;
    std::string table_;
    bool gives_ids_;
    std::string sql_;
    std::vector<std::string> fields_;
    std::string unsent_;
    bool open_ = false;
};

}  // namespace db
