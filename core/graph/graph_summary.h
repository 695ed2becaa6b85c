// The figures by which people know a workflow: what `info` prints.
#pragma once

#include <cstddef>

#include "core/graph/task_graph.h"

namespace loom {

struct GraphSummary {
    std::size_t tasks = 0;
    std::size_t edges = 0;
    std::size_t files = 0;    // data objects, workflow inputs included
    double bytes = 0;         // their sizes, each once
    double runtimeSum = 0;    // s on one core of 1 Gflop/s, or mean runtimes where given
    double criticalPath = 0;  // s, without transfers
    std::size_t levels = 0;
    std::size_t maxLevelWidth = 0;
};

GraphSummary summarise(const TaskGraph& graph);

}  // namespace loom
