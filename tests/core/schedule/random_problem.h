// Small random scheduling problems for properties.
#pragma once

#include <memory>

#include "tests/support/reference_instance.h"

namespace loom::test {

struct ProblemKind {
    bool zeros = false;       // tasks of no work and edges of no data are frequent
    bool wide = false;        // nodes of several cores, tasks of several cores
    bool particular = false;  // accelerators and memory only some nodes have; some tasks no node can run
    bool storage = false;     // workflow inputs on a storage node
    bool shuffled = false;    // task ids that are not topological
    bool released = false;    // tasks that may not start at once
};
std::unique_ptr<Instance> randomProblem(std::uint64_t seed, ProblemKind kind);

// The tasks' work, and the dependencies with no data on them.
struct BareGraph {
    std::vector<double> work;
    std::vector<EdgeOf> edges;
};
BareGraph withoutData(const TaskGraph& graph);

}  // namespace loom::test
