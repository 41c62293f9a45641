// Chance that falls the same way on every machine: the standard's distributions may differ from library to library.
#pragma once
#include <cstdint>
#include <span>

namespace demo {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// 0 … n-1
    int below(int n) { return n <= 1 ? 0 : static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool percent(double chance) { return static_cast<double>(next() >> 11U) * 0x1.0p-53 * 100 < chance; }
    template <class T>
    T const& one_of(std::span<T const> values)
    {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

private:
    std::uint64_t next()  // splitmix64
    {
        auto z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30U) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27U) * 0x94d049bb133111eb;
        return z ^ z >> 31U;
    }
    std::uint64_t state_;
};

}  // namespace demo
