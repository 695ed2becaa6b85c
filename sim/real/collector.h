// Gathers the answers of committed attempts: each item exactly once.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/real/kernel.h"

namespace loom {

// Not thread-safe: the loop's thread merges.
class Collector {
public:
    // An answer for an item that is there already is counted and dropped: a task whose output was lost ran again.
    void merge(KernelOutput output);
    // Sorted, counted and summed up in one sentence.
    [[nodiscard]] KernelResults finish(std::vector<std::string> labelNames) const;

private:
    std::map<std::uint32_t, ItemAnswer> answers_;  // by item
    std::vector<std::uint64_t> reduced_;           // what the last reducing task counted
    std::uint64_t duplicates_ = 0;
};

}  // namespace loom
