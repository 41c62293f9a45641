#include "platform/db/sqlite.hpp"

#include "platform/db/error.hpp"
#include "platform/db/sqlite_statement.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace db {
namespace {

constexpr int kBusyMilliseconds = 10'000;

class SqliteBulk final : public Bulk {
public:
    explicit SqliteBulk(std::unique_ptr<Statement> insert) : insert_(std::move(insert)) {}
    void null(int position) override { insert_->null(position); }
    void integer(int position, std::int64_t value) override { insert_->integer(position, value); }
    void real(int position, double value) override { insert_->real(position, value); }
    void text(int position, std::string_view value) override { insert_->text(position, value); }
    void short_text(int position, std::string_view value) override { insert_->short_text(position, value); }
    void blob(int position, BlobView value) override { insert_->blob(position, value); }
    void end_row() override
    {
        insert_->step();
        insert_->reset();
    }
    void finish() override {}

private:
    std::unique_ptr<Statement> insert_;
};

std::string insert_into(std::string_view table, std::span<std::string_view const> columns)
{
    std::string names, values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names.append(i ? ", " : "").append(columns[i]);
        values.append(i ? ", $" : "$").append(std::to_string(i + 1));
    }
    return "INSERT INTO " + std::string{table} + " (" + names + ") VALUES (" + values + ")";
}

class FileConnection final : public Connection {
public:
    FileConnection(std::string const& file, Purpose purpose)
    {
        auto const flags = purpose == Purpose::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
        auto const code =
            sqlite3_open_v2(file.c_str(), &connection_, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
        try {
            if (code != SQLITE_OK) fail_sqlite(connection_, "open");
            configure(purpose);
            attach_keys(keys_file(file), purpose);
            prepare_transactions();
        } catch (...) {
            close();
            throw;
        }
    }
    ~FileConnection() override { close(); }

    Dialect dialect() const override { return Dialect::sqlite; }
    std::unique_ptr<Statement> prepare(std::string_view sql) override
    {
        return std::make_unique<SqliteStatement>(connection_, sql);
    }
    void script(std::string const& sql) override
    {
        if (sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail_sqlite(connection_, sql);
    }
    std::unique_ptr<Bulk> bulk(std::string_view table, std::span<std::string_view const> columns) override
    {
        return std::make_unique<SqliteBulk>(prepare(insert_into(table, columns)));
    }

    void begin(Purpose purpose) override { run(purpose == Purpose::write ? *begin_write_ : *begin_read_); }
    void commit() override { run(*commit_); }
    void rollback() noexcept override
    {
        if (in_transaction()) sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
    bool healthy() const override { return !in_transaction(); }
    void savepoint() override { run(*savepoint_); }
    void release() override { run(*release_); }
    void roll_back_to_savepoint() override
    {
        run(*roll_back_to_);
        run(*release_);
    }
    bool in_transaction() const override { return sqlite3_get_autocommit(connection_) == 0; }

private:
    void configure(Purpose purpose)
    {
        sqlite3_busy_timeout(connection_, kBusyMilliseconds);
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        script("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
        if (purpose == Purpose::write) {
            // The limit gives the disk back after a long read or a large import has made the log grow.
            script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;");
            if (sqlite3_db_readonly(connection_, "main")) throw Error{ErrorKind::readonly, "the file opened read-only"};
        }
        script("SELECT count(*) FROM sqlite_schema;");
    }

    // Keys are written seldom and must leave nothing behind: what is deleted is overwritten, and there is no log to keep it.
    void attach_keys(std::string const& file, Purpose purpose)
    {
        script("ATTACH DATABASE " + literal(file) + " AS keys");
        if (purpose == Purpose::write)
            script("PRAGMA keys.journal_mode = DELETE; PRAGMA keys.synchronous = FULL; PRAGMA keys.secure_delete = ON;");
    }

    void prepare_transactions()
    {
        begin_read_ = prepare("BEGIN");
        begin_write_ = prepare("BEGIN IMMEDIATE");
        commit_ = prepare("COMMIT");
        savepoint_ = prepare("SAVEPOINT one");
        release_ = prepare("RELEASE one");
        roll_back_to_ = prepare("ROLLBACK TO one");
    }

    void close()
    {
        forget_statements();
        for (auto* const statement : {&begin_read_, &begin_write_, &commit_, &savepoint_, &release_, &roll_back_to_})
            statement->reset();
        sqlite3_close_v2(connection_);
    }

    static void run(Statement& statement)
    {
        struct Reset {
            Statement& statement;
            ~Reset() { statement.reset(); }
        } const reset{statement};
        statement.step();
    }

    sqlite3* connection_ = nullptr;
    std::unique_ptr<Statement> begin_read_, begin_write_, commit_, savepoint_, release_, roll_back_to_;
};

// Made by us and not by SQLite, so that nobody else may read it whatever the umask says.
void make_private_file(std::string const& file)
{
    auto const descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) ::close(descriptor);
}

void refuse_impossible_place(std::string const& file)
{
    auto const folder = std::filesystem::absolute(file).parent_path();
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        throw Error{ErrorKind::connection,
                    "The folder " + folder.string() + " for the database does not exist: create it, or name another place."};
    if (std::filesystem::is_directory(file, ignored))
        throw Error{ErrorKind::connection, file + " is a folder: name the database file inside it."};
}

Error advice(std::string const& file, Error const& error)
{
    switch (error.kind) {
        case ErrorKind::corrupt:
            return {
                error.kind,
                file + " is damaged or is not a Hagukumi database: put the newest backup in its place, or name another file."};
        case ErrorKind::readonly:
        case ErrorKind::connection:
            return {error.kind,
                    file + " cannot be opened for writing: let the user who runs hagukumi write this file and its folder."};
        case ErrorKind::busy: return {error.kind, file + " is held by another program: stop that program and start again."};
        case ErrorKind::disk_full: return {error.kind, "The disk that holds " + file + " is full: make room and start again."};
        default:
            return {error.kind,
                    file + " cannot be opened (" + error.what() + "): restore the newest backup or name another file."};
    }
}

}  // namespace

std::string keys_file(std::string const& file) { return file + ".keys"; }

std::string literal(std::string_view text)
{
    std::string out = "'";
    for (char const c : text) out.append(c == '\'' ? 2 : 1, c);
    return out + "'";
}

std::unique_ptr<Connection> open_sqlite(std::string const& file, Purpose purpose)
{
    // Nobody asks how much memory SQLite holds; keeping count takes a lock at every allocation.
    [[maybe_unused]] static int const uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    refuse_impossible_place(file);
    if (purpose == Purpose::write) {
        make_private_file(file);
        make_private_file(keys_file(file));
    }
    try {
        return std::make_unique<FileConnection>(file, purpose);
    } catch (Error const& error) {
        throw advice(file, error);
    }
}

}  // namespace db
