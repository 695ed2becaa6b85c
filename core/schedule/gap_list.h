// The idle gaps of one slot, for insertion-based scheduling.
#pragma once

#include <vector>

#include "core/base/time.h"

namespace loom {

// Gaps in ascending order; the last one has no end. Value type, not thread-safe.
class GapList {
public:
    // The first moment not before `ready` at which the slot is idle for `duration`: the first gap, scanning from time
    // zero, with max(ready, gap start) + duration <= gap end. A duration of zero also fits between two tasks that touch.
    // Logarithmic in the number of gaps, plus the gaps after `ready` that are too short.
    [[nodiscard]] Time earliest(Time ready, Time duration) const;
    // Takes [start, end), which must be idle. Linear in the number of gaps behind `start`.
    void occupy(Time start, Time end);

private:
    struct Gap {
        Time start, end;
    };
    std::vector<Gap> gaps_ = {{Time::zero(), Time::never()}};
    std::vector<Time> seams_;  // ends of tasks directly followed by another, ascending
};

}  // namespace loom
