// What a workload or a platform has that not every format can carry: counted, so that a conversion says what it dropped.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"

namespace loom {

// Of a workload, as bits of a set.
enum class WorkloadFeature : std::uint32_t {
    names = 1u << 0,          // of tasks
    kinds = 1u << 1,
    cores = 1u << 2,          // more than one
    scaling = 1u << 3,        // how a task's time depends on its cores
    memory = 1u << 4,
    accelerators = 1u << 5,
    items = 1u << 6,          // which items a task works on
    nodeRuntimes = 1u << 7,   // times by node instead of work
    sharedFiles = 1u << 8,    // one file read by several tasks
    inputFiles = 1u << 9,     // files no task writes
    unreadFiles = 1u << 10,   // files no task reads
    byteFractions = 1u << 11,
    releases = 1u << 12,    // tasks that may not start at once
    priorities = 1u << 13,  // the user's
};
using WorkloadFeatures = std::uint32_t;
constexpr WorkloadFeatures operator|(WorkloadFeature a, WorkloadFeature b) {
    return static_cast<WorkloadFeatures>(a) | static_cast<WorkloadFeatures>(b);
}
constexpr WorkloadFeatures operator|(WorkloadFeatures a, WorkloadFeature b) { return a | static_cast<WorkloadFeatures>(b); }

// A sentence for each feature the graph has and the format does not carry: "3 tasks take several cores: DOT does not carry that".
std::vector<std::string> workloadLosses(const TaskGraph& graph, const std::string& format, WorkloadFeatures carried);
// The same for what SimGrid's platform files have no place for.
std::vector<std::string> platformLosses(const Platform& platform, const std::string& format);

// The names of what is not carried, for help: "cores, memory"; empty when all is.
std::string notCarried(WorkloadFeatures carried);
// The same for platforms.
std::string notCarriedOfPlatforms();

}  // namespace loom
