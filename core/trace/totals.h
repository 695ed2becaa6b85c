// What a run comes to, counted while it goes: known even where no records are kept.
#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace loom {

struct RunTotals {
    Time lastCommit = Time::zero();  // of a task
    std::uint64_t attempts = 0;      // begun
    std::uint64_t commits = 0;       // attempts that ended well; a task made again counts again
    std::uint64_t failedAttempts = 0;
    double busySeconds = 0;          // core-seconds of the commits
    std::uint64_t transfers = 0;     // that arrived
    double bytesMoved = 0;           // B, of those
    std::uint64_t events = 0;        // delivered to processes
    friend bool operator==(const RunTotals&, const RunTotals&) = default;
};

}  // namespace loom
