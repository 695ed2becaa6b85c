// Topological order and the proof that there is none.
#pragma once

#include <cstdint>
#include <vector>

#include "core/graph/csr.h"

namespace loom {

struct TopologicalOrder {
    std::vector<std::uint32_t> order;  // smallest id first among the free ones; empty when that is just 0, 1, 2, ...
    std::vector<std::uint32_t> cycle;  // one cycle in the direction of its edges, smallest id first; empty for a DAG
};

// Kahn's algorithm with a heap: O(n log n + e).
TopologicalOrder sortTopologically(const Csr& structure);

}  // namespace loom
