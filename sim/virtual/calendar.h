// What lies ahead in virtual time: a monotone radix heap (Ahuja, Mehlhorn, Orlin, Tarjan, J. ACM 37(2), 1990) on
// hexadecimal digits (multi-level buckets: Denardo, Fox, Oper. Res. 27(1), 1979). As nothing is ever scheduled before what
// was last taken out, an entry only needs the bucket of its highest digit that differs from it; it moves down at most once
// a digit, without comparisons.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "core/base/time.h"
#include "sim/virtual/phase.h"

namespace loom {

// Entries of one instant come out together, in the order (phase, then order of pushing). Nothing is ever removed but the
// earliest instant: owners void an entry by a generation of their own. `Payload` is trivially copyable.
template <class Payload>
class Calendar {
public:
    struct Entry {
        Time time;
        std::uint64_t order;  // phase in the top byte, sequence below
        Payload payload;
        [[nodiscard]] Phase phase() const { return static_cast<Phase>(order >> 56); }
    };

    // `time` is not before the last instant taken.
    void push(Time time, Phase phase, Payload payload) {
        store(Entry{time, (static_cast<std::uint64_t>(phase) << 56) | sequence_++, payload});
        next_ = std::min(next_, time);
    }
    // The earliest instant; never() when empty.
    [[nodiscard]] Time next() const { return next_; }

    // Takes out every entry of next(), which must not be never(); they replace what `out` holds.
    void take(std::vector<Entry>& out) {
        out.clear();
        const std::size_t level = lowestLevel();
        const auto digit = static_cast<std::size_t>(std::countr_zero(filled_[level]));
        Bucket& bucket = buckets_[level * kDigits + digit];
        filled_[level] = static_cast<std::uint16_t>(filled_[level] & ~(1u << digit));
        if (filled_[level] == 0) levels_ = static_cast<std::uint16_t>(levels_ & ~(1u << level));
        bucket.earliest = Time::never();
        last_ = next_;
        if (level == 0)
            out.swap(bucket.entries);  // they differ in no digit
        else
            spread(bucket, out);
        if (out.size() > 1)
            std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.order < b.order; });
        next_ = levels_ == 0 ? Time::never() : lowestBucket().earliest;
    }

private:
    static constexpr std::size_t kDigitBits = 4, kDigits = 16, kLevels = 16;
    // The entries whose highest digit that differs from `last_` is at one level and has one value.
    struct Bucket {
        std::vector<Entry> entries;
        Time earliest = Time::never();
    };

    [[nodiscard]] std::size_t lowestLevel() const { return static_cast<std::size_t>(std::countr_zero(levels_)); }
    // Digits above its level being equal, the lowest filled bucket holds what comes next.
    [[nodiscard]] const Bucket& lowestBucket() const {
        const std::size_t level = lowestLevel();
        return buckets_[level * kDigits + static_cast<std::size_t>(std::countr_zero(filled_[level]))];
    }

    void store(const Entry& entry) {
        const auto time = static_cast<std::uint64_t>(entry.time.nanoseconds());
        const std::uint64_t differs = time ^ static_cast<std::uint64_t>(last_.nanoseconds());
        const std::size_t level = static_cast<std::size_t>(std::bit_width(differs | 1) - 1) / kDigitBits;
        const std::size_t digit = (time >> (level * kDigitBits)) % kDigits;
        Bucket& bucket = buckets_[level * kDigits + digit];
        bucket.entries.push_back(entry);
        bucket.earliest = std::min(bucket.earliest, entry.time);
        filled_[level] = static_cast<std::uint16_t>(filled_[level] | 1u << digit);
        levels_ = static_cast<std::uint16_t>(levels_ | 1u << level);
    }

    void spread(Bucket& bucket, std::vector<Entry>& out) {
        for (const Entry& entry : bucket.entries)
            if (entry.time == last_)
                out.push_back(entry);
            else
                store(entry);  // at a lower level
        bucket.entries.clear();
    }

    std::array<Bucket, kLevels * kDigits> buckets_;
    std::array<std::uint16_t, kLevels> filled_{};  // by level, bit d: bucket d holds something
    std::uint16_t levels_ = 0;                     // bit l: level l holds something
    std::uint64_t sequence_ = 0;
    Time last_ = Time::zero();
    Time next_ = Time::never();
};

}  // namespace loom
