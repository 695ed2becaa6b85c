// What the links of a platform carried in a run.
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/metrics.h"

namespace loom {

struct LinkUse {
    std::uint64_t transfers = 0;  // that crossed it and arrived
    double bytes = 0;             // B, of those
    double busySeconds = 0;       // s in which at least one transfer was under way over it, broken ones included
    std::uint32_t peak = 0;       // most transfers under way at once
};

// By LinkId. A transfer is on every link of its route from its begin to its end, its latency included. One not ended at the
// end of the trace counts as busy up to there. All zero for a run recorded without transfers.
std::vector<LinkUse> linkUse(const Run& run);

// How many transfers are under way over a link, over time.
struct LinkCourse {
    LinkId link;
    Series transfers;
};
// Of the links that are busy longest, at most so many, the busiest first.
std::vector<LinkCourse> busiestLinks(const Run& run, std::size_t most);

}  // namespace loom
