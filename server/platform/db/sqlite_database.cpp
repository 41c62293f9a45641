// A SQLite file: readers side by side on connections that cannot write, and one writer.
#include "platform/db/sqlite_database.hpp"

#include "platform/db/group_commit.hpp"
#include "platform/db/pool.hpp"

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

// What a thread waits on until the writer has answered. Told under the lock, so that it may vanish right after.
class Answer {
public:
    void give(std::exception_ptr failed)
    {
        std::lock_guard const lock{mutex_};
        failed_ = std::move(failed);
        given_ = true;
        told_.notify_one();
    }
    void wait()
    {
        std::unique_lock lock{mutex_};
        told_.wait(lock, [&] { return given_; });
        if (failed_) std::rethrow_exception(failed_);
    }

private:
    std::mutex mutex_;
    std::condition_variable told_;
    bool given_ = false;
    std::exception_ptr failed_;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(Settings settings, std::unique_ptr<PrivateFile> file)
        : Database(std::move(settings)),
          file_(std::move(file)),
          writing_(open_sqlite(location(), Purpose::write)),
          readers_([this] { return open_sqlite(location(), Purpose::read); }, Database::settings().readers),
          writer_(*writing_)
    {
    }

    void write_async(std::function<void(Tx&)> work, std::function<void(std::exception_ptr)> done) override
    {
        writer_.push({std::move(work), std::move(done)});
    }
    Dialect dialect() const override { return Dialect::sqlite; }

private:
    std::string const& location() const { return settings().location; }

    void run_read(Work const& work) override
    {
        auto const lease = readers_.take();
        lease->begin(Purpose::read);
        Tx tx{*lease, Purpose::read};
        try {
            work(tx);
            lease->commit();
        } catch (...) {
            lease->rollback();
            throw;
        }
        run_after_commit(tx.take_after_commit());
    }

    void run_write(Work const& work) override
    {
        if (writer_.is_this_thread()) throw std::logic_error("a write transaction inside a write transaction");
        Answer answered;
        writer_.push({[&](Tx& tx) { work(tx); }, [&](std::exception_ptr failed) { answered.give(std::move(failed)); }});
        answered.wait();
    }

    // Closed from the last to the first: the writing connection goes last, because only it may fold the log back into the file.
    std::unique_ptr<PrivateFile> file_;
    std::unique_ptr<SqliteConnection> writing_;
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
