// Bytes that came in and are not parsed yet. Small while a connection is idle, grown only for those who send much, and never
// zero-filled: filling 8 KB per read once cost a quarter of all instructions.
#pragma once
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace http {

class ReadBuffer {
public:
    std::string_view unread() const { return {bytes_.get() + begin_, end_ - begin_}; }
    bool empty() const { return begin_ == end_; }
    void consume(std::size_t n) { begin_ += n; }
    void filled(std::size_t n) { end_ += n; }

    /// Space for the next read, growing up to `most` bytes in all; empty when the unread bytes alone fill that.
    std::span<char> room(std::size_t most)
    {
        if (begin_ == end_) begin_ = end_ = 0;
        if (end_ == capacity_ || capacity_ < kSmall) make_room(most);
        return {bytes_.get() + end_, capacity_ - end_};
    }

    /// Before waiting for the next request: thousands of idle connections should cost little.
    void shrink()
    {
        if (!empty() || capacity_ <= kSmall) return;
        bytes_.reset();
        begin_ = end_ = capacity_ = 0;
    }

    /// For bodies: fewer, larger reads.
    void widen(std::size_t wanted)
    {
        if (capacity_ < wanted) move_to(wanted);
    }

private:
    static constexpr std::size_t kSmall = 4096;

    void make_room(std::size_t most)
    {
        if (begin_ > 0) {
            std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        } else if (capacity_ < most) {
            move_to(std::min(most, std::max(kSmall, capacity_ * 2)));
        }
    }

    void move_to(std::size_t capacity)
    {
        auto larger = std::make_unique_for_overwrite<char[]>(capacity);
        if (!empty()) std::memcpy(larger.get(), bytes_.get() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
        bytes_ = std::move(larger);
        capacity_ = capacity;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
};

}  // namespace http
