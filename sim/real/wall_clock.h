// Wall time of a real run as the trace counts it.
#pragma once

#include <chrono>

#include "core/base/time.h"

namespace loom {

// Nanoseconds since `start()`. Started once, before any other thread may ask; then any thread.
class WallClock {
public:
    using Clock = std::chrono::steady_clock;

    void start() { origin_ = Clock::now(); }
    [[nodiscard]] Time now() const { return Time::fromNanoseconds(std::chrono::nanoseconds(Clock::now() - origin_).count()); }
    // The moment `time` of the run, an hour from now at the latest: who waits for it looks again then.
    [[nodiscard]] Clock::time_point at(Time time) const {
        const Time hour = now() + Time::fromSeconds(3600);
        return origin_ + std::chrono::nanoseconds((time < hour ? time : hour).nanoseconds());
    }

private:
    Clock::time_point origin_ = Clock::now();
};

}  // namespace loom
