// Simulated time: integer nanoseconds, so sums are exact and order never depends on rounding.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace loom {

// A point in time or a duration in nanoseconds. `never()` is later than everything and absorbs addition.
class Time {
public:
    constexpr Time() = default;
    static constexpr Time fromNanoseconds(std::int64_t ns) { return Time(ns); }
    static constexpr Time zero() { return Time(0); }
    static constexpr Time never() { return Time(std::numeric_limits<std::int64_t>::max()); }

    // The only place where a double becomes a Time: nearest nanosecond, halves up; negative becomes zero;
    // not finite or beyond 292 years becomes never().
    static Time fromSeconds(double seconds) {
        if (!(seconds > 0)) return std::isnan(seconds) ? never() : zero();
        const double ns = seconds * 1e9;
        if (ns >= 9.2e18) return never();
        const auto whole = static_cast<std::int64_t>(ns);  // not ns + 0.5: that is off by one from 2^52 ns on
        return Time(ns - static_cast<double>(whole) >= 0.5 ? whole + 1 : whole);
    }

    [[nodiscard]] constexpr std::int64_t nanoseconds() const { return ns_; }
    [[nodiscard]] constexpr double seconds() const { return static_cast<double>(ns_) / 1e9; }
    [[nodiscard]] constexpr bool isNever() const { return ns_ == never().ns_; }

    friend constexpr auto operator<=>(Time, Time) = default;
    friend constexpr Time operator+(Time a, Time b) {
        if (a.isNever() || b.isNever()) return never();
        std::int64_t sum = 0;
        return __builtin_add_overflow(a.ns_, b.ns_, &sum) ? saturated(b.ns_ > 0) : Time(sum);
    }
    // A difference may be negative; never() minus anything stays never().
    friend constexpr Time operator-(Time a, Time b) {
        if (a.isNever()) return a;
        std::int64_t difference = 0;
        return __builtin_sub_overflow(a.ns_, b.ns_, &difference) ? saturated(b.ns_ < 0) : Time(difference);
    }
    constexpr Time& operator+=(Time b) { return *this = *this + b; }

private:
    constexpr explicit Time(std::int64_t ns) : ns_(ns) {}
    static constexpr Time saturated(bool high) { return high ? never() : Time(std::numeric_limits<std::int64_t>::min()); }
    std::int64_t ns_ = 0;
};

}  // namespace loom
