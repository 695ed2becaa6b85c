// What lies ahead in virtual time: a monotone radix heap (Ahuja, Mehlhorn, Orlin, Tarjan, J. ACM 37(2), 1990). As nothing
// is ever scheduled before what was last taken out, entries only need sorting by their highest bit that differs from it;
// every entry moves down at most once a bit, without comparisons.
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
        const std::size_t bucket = bucketOf(time);
        buckets_[bucket].push_back(Entry{time, (static_cast<std::uint64_t>(phase) << 56) | sequence_++, payload});
        filled_ |= std::uint64_t{1} << bucket;
        next_ = std::min(next_, time);
    }
    // The earliest instant; never() when empty.
    [[nodiscard]] Time next() const { return next_; }

    // Takes out every entry of next(), which must not be never(); they replace what `out` holds.
    void take(std::vector<Entry>& out) {
        out.clear();
        const std::size_t bucket = bucketOf(next_);
        last_ = next_;
        if (bucket == 0)
            out.swap(buckets_[0]);
        else
            spread(bucket, out);
        filled_ &= ~(std::uint64_t{1} << bucket);
        if (out.size() > 1)
            std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) { return a.order < b.order; });
        findNext();
    }

private:
    // 0 for the last instant taken, else 1 + the position of the highest bit that differs from it.
    [[nodiscard]] std::size_t bucketOf(Time time) const {
        return static_cast<std::size_t>(
            std::bit_width(static_cast<std::uint64_t>(time.nanoseconds() ^ last_.nanoseconds())));
    }

    void spread(std::size_t bucket, std::vector<Entry>& out) {
        for (const Entry& entry : buckets_[bucket]) {
            if (entry.time == last_) {
                out.push_back(entry);
                continue;
            }
            const std::size_t lower = bucketOf(entry.time);
            buckets_[lower].push_back(entry);
            filled_ |= std::uint64_t{1} << lower;
        }
        buckets_[bucket].clear();
    }

    void findNext() {
        next_ = Time::never();
        if (filled_ == 0) return;
        for (const Entry& entry : buckets_[static_cast<std::size_t>(std::countr_zero(filled_))])
            next_ = std::min(next_, entry.time);
    }

    std::array<std::vector<Entry>, 64> buckets_;
    std::uint64_t filled_ = 0;  // bit b: bucket b holds something
    std::uint64_t sequence_ = 0;
    Time last_ = Time::zero();
    Time next_ = Time::never();
};

}  // namespace loom
