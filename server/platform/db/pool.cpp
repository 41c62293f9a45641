#include "platform/db/pool.hpp"

#include "platform/db/error.hpp"

#include <algorithm>
#include <chrono>

namespace db {
namespace {
constexpr std::chrono::seconds kPatience{30};
}

Pool::Pool(std::function<std::unique_ptr<Connection>()> open, int limit) : open_(std::move(open)), limit_(std::max(limit, 1))
{
    idle_.reserve(static_cast<std::size_t>(limit_));  // so that giving back never allocates
}

Pool::Lease Pool::take()
{
    std::unique_lock lock{mutex_};
    if (!returned_.wait_for(lock, kPatience, [&] { return !idle_.empty() || open_count_ < limit_; }))
        throw Error{ErrorKind::busy, "all " + std::to_string(limit_) + " connections are in use"};
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(connection), false};
    }
    ++open_count_;
    lock.unlock();
    try {
        return {*this, open_(), true};
    } catch (...) {
        lock.lock();
        --open_count_;
        returned_.notify_one();
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept
{
    if (!connection->healthy()) connection.reset();
    std::lock_guard const lock{mutex_};
    if (connection)
        idle_.push_back(std::move(connection));
    else
        --open_count_;
    returned_.notify_one();
}

Pool::Lease::~Lease()
{
    if (connection_) pool_->give_back(std::move(connection_));
}

}  // namespace db
