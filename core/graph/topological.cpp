#include "core/graph/topological.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace loom {
namespace {

bool idsAscendAlongEdges(const Csr& structure) {
    const auto starts = structure.outStart();
    const auto targets = structure.targets();
    for (std::size_t v = 0; v < structure.vertexCount(); ++v) {
        // Targets ascend within a row, so the first is the smallest.
        if (starts[v] != starts[v + 1] && targets[starts[v]] <= v) return false;
    }
    return true;
}

// Every vertex of `waiting` > 0 has a predecessor that also waits, so walking backwards must come round.
std::vector<std::uint32_t> findCycle(const Csr& structure, const std::vector<std::uint32_t>& waiting) {
    const auto starts = structure.inStart();
    const auto sources = structure.sources();
    std::vector<std::uint32_t> path;
    std::vector<bool> seen(waiting.size(), false);
    const auto first = std::find_if(waiting.begin(), waiting.end(), [](std::uint32_t w) { return w > 0; });
    std::uint32_t at = static_cast<std::uint32_t>(first - waiting.begin());
    while (!seen[at]) {
        seen[at] = true;
        path.push_back(at);
        for (std::uint32_t slot = starts[at]; slot < starts[at + 1]; ++slot) {
            if (waiting[sources[slot]] == 0) continue;
            at = sources[slot];
            break;
        }
    }
    std::vector<std::uint32_t> cycle(std::find(path.begin(), path.end(), at), path.end());
    std::reverse(cycle.begin(), cycle.end());
    std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
    return cycle;
}

}  // namespace

TopologicalOrder sortTopologically(const Csr& structure) {
    TopologicalOrder result;
    if (idsAscendAlongEdges(structure)) return result;

    const std::size_t count = structure.vertexCount();
    const auto outStart = structure.outStart();
    const auto inStart = structure.inStart();
    std::vector<std::uint32_t> waiting(count);  // unsorted predecessors
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
    for (std::uint32_t v = 0; v < count; ++v) {
        waiting[v] = inStart[v + 1] - inStart[v];
        if (waiting[v] == 0) free.push(v);
    }
    result.order.reserve(count);
    while (!free.empty()) {
        const std::uint32_t v = free.top();
        free.pop();
        result.order.push_back(v);
        for (std::uint32_t edge = outStart[v]; edge < outStart[v + 1]; ++edge) {
            const std::uint32_t target = structure.targets()[edge];
            if (--waiting[target] == 0) free.push(target);
        }
    }
    if (result.order.size() < count) result.cycle = findCycle(structure, waiting);
    return result;
}

}  // namespace loom
