// The runs on which Clusterloom and SimGrid must agree: task graphs drawn from a seed, miniature platforms, two TCP
// models. The comparison program and the recorded test share this list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loom::test {

struct SimGridCase {
    std::string network;   // cm02 or lv08
    std::string platform;  // tests/sim/simgrid/platforms/<platform>.xml
    std::string workload;  // bag, layered, fork-join, map-reduce, stencil
    std::uint32_t tasks = 0;
    std::uint64_t seed = 0;
    // "layered 300 2": what is drawn depends on these alone.
    [[nodiscard]] std::string graph() const { return workload + " " + std::to_string(tasks) + " " + std::to_string(seed); }
};

// Every case, grouped by network, then platform.
std::vector<SimGridCase> simGridCases();

// The graph as a plain task list (peers/README.md of the reference data): about `tasks` tasks of 0.5 to 1.5 Gflop with
// edges of 1 to 60 MB, every tenth of a
// kilobyte. (An edge of no bytes moves nothing here; the peer makes it pay the latency.)
std::string taskList(std::string_view workload, std::uint32_t tasks, std::uint64_t seed);

}  // namespace loom::test
