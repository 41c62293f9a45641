// What a write tells everybody who has the database open, in this process and in others: a topic and a short text, once the write
// is durable. A listener that was away has missed it; what is announced is only ever a reason to ask again.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace db {

/// Called from any thread, one call at a time; must be quick and must not throw.
using Hear = std::function<void(std::string_view topic, std::string_view text)>;

/// The longest announcement, topic and text together, in bytes: PostgreSQL carries no more.
inline constexpr std::size_t kLongestAnnouncement = 7'000;

/// Who listens in this process.
class Ear {
public:
    void set(Hear);
    void tell(std::string_view topic, std::string_view text) const;

private:
    mutable std::mutex mutex_;
    Hear hear_;
};

}  // namespace db
