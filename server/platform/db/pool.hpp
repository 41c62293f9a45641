// A bounded set of connections, opened when first needed and lent to one thread at a time.
#pragma once
#include "platform/db/connection.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace db {

class Pool {
public:
    Pool(std::function<std::unique_ptr<Connection>()> open, int limit);

    /// Goes back to the pool at the end of its scope, unless it is no longer healthy.
    class Lease {
    public:
        Lease(Lease&&) noexcept = default;
        ~Lease();
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }
        /// Opened for this lease: an error on it is not the fault of a long sleep.
        bool fresh() const { return fresh_; }

    private:
        friend Pool;
        Lease(Pool& pool, std::unique_ptr<Connection> connection, bool fresh)
            : pool_(&pool), connection_(std::move(connection)), fresh_(fresh)
        {
        }
        Pool* pool_;
        std::unique_ptr<Connection> connection_;
        bool fresh_;
    };

    /// Waits when all are out; after a while it throws Error busy.
    Lease take();

private:
    void give_back(std::unique_ptr<Connection>) noexcept;

    std::function<std::unique_ptr<Connection>()> open_;
    int const limit_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int open_count_ = 0;
};

}  // namespace db
