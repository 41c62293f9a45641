// A SQLite file: readers side by side on connections that cannot write, and one writer.
#include "platform/db/sqlite_database.hpp"

#include "platform/db/group_commit.hpp"
#include "platform/db/pool.hpp"
#include "platform/db/sqlite.hpp"

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <vector>

namespace db {
namespace {

// Memory that looks like a disk, where there is enough of it (a container may have very little).
std::filesystem::path roomy_folder()
{
    constexpr std::uintmax_t kEnough = 512U << 20U;
    std::filesystem::path const shared_memory = "/dev/shm";
    std::error_code missing;
    auto const space = std::filesystem::space(shared_memory, missing);
    return !missing && space.available >= kEnough ? shared_memory : std::filesystem::temp_directory_path();
}

// A real file even for ":memory:", so that readers and the writer behave exactly as they do in service.
class PrivateFile {
public:
    explicit PrivateFile(std::string& location)
    {
        if (location != ":memory:") return;
        static std::atomic<int> count{0};
        file_ = roomy_folder() / ("hagukumi-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".db");
        remove();
        location = file_.string();
    }
    ~PrivateFile() { remove(); }
    PrivateFile(PrivateFile const&) = delete;
    PrivateFile& operator=(PrivateFile const&) = delete;

private:
    void remove() const noexcept
    {
        if (file_.empty()) return;
        std::vector<std::filesystem::path> ours;  // with the log and the copies that migrations keep beside it
        for (auto const& entry : std::filesystem::directory_iterator{file_.parent_path()})
            if (entry.path().filename().string().starts_with(file_.filename().string())) ours.push_back(entry.path());
        std::error_code ignored;
        for (auto const& path : ours) std::filesystem::remove(path, ignored);
    }
    std::filesystem::path file_;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(Settings settings, std::unique_ptr<PrivateFile> file)
        : Database(std::move(settings)),
          file_(std::move(file)),
          writing_(open_sqlite(location(), Purpose::write)),
          readers_([this] { return open_sqlite(location(), Purpose::read); }, Database::settings().readers),
          writer_([this](auto const& work) { in_transaction(*writing_, Purpose::write, work); })
    {
        writing_->set_ear(ear_);
    }

    void write_async(std::function<void(Tx&)> work, std::function<void(std::exception_ptr)> done) override
    {
        writer_.push({std::move(work), std::move(done)});
    }
    void hear(Hear hear) override { ear_->set(std::move(hear)); }
    Dialect dialect() const override { return Dialect::sqlite; }

private:
    std::string const& location() const { return settings().location; }

    static void in_transaction(Connection& connection, Purpose purpose, std::function<void(Connection&)> const& work)
    {
        connection.begin(purpose);
        try {
            work(connection);
            connection.commit();
        } catch (...) {
            connection.rollback();
            throw;
        }
    }

    void run_read(Work const& work) override
    {
        std::vector<std::function<void()>> after_commit;
        {
            auto const lease = readers_.take();
            in_transaction(*lease, Purpose::read, [&](Connection& connection) {
                Tx tx{connection, Purpose::read};
                work(tx);
                after_commit = tx.take_after_commit();
            });
        }
        run_after_commit(after_commit);
    }

    void run_write(Work const& work) override { writer_.run(work); }

    // Closed from the last to the first: the writing connection goes last, because only it may fold the log back into the file.
    std::unique_ptr<PrivateFile> file_;
    std::shared_ptr<Ear> ear_ = std::make_shared<Ear>();
    std::unique_ptr<Connection> writing_;
    Pool readers_;
    GroupCommit writer_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite_database(Settings settings)
{
    auto file = std::make_unique<PrivateFile>(settings.location);
    return std::make_unique<SqliteDatabase>(std::move(settings), std::move(file));
}

}  // namespace db
