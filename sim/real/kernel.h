// The seam to real work: what a worker thread runs for a task.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/spec.h"
#include "core/graph/task_graph.h"
#include "sim/real/kernel_results.h"

namespace loom {

// What a task's attempt produced. Merged by the reducer when the attempt commits; dropped when it does not.
struct KernelOutput {
    std::vector<ItemAnswer> answers;
    std::vector<std::uint64_t> labelCounts;  // by label: what a reducing task counted; empty for other tasks
    std::string error;                       // not empty: the attempt failed
};

// One per worker thread; used by that thread alone. `run` polls `cancelled` at least every 50 ms and returns early
// (its output is then ignored).
class KernelWorker {
public:
    virtual ~KernelWorker() = default;
    virtual KernelOutput run(TaskId task, const std::atomic<bool>& cancelled) = 0;
};

// A kernel prepared for one workload: loads weights and images once, then makes workers. Thread-safe.
class Kernel {
public:
    virtual ~Kernel() = default;
    [[nodiscard]] virtual std::unique_ptr<KernelWorker> makeWorker() const = 0;
    [[nodiscard]] virtual std::vector<std::string> labelNames() const { return {}; }
    // Where weights and items came from, in whole sentences.
    [[nodiscard]] virtual std::vector<std::string> notes() const { return {}; }
};

// What a kernel may look at when it is made. `baseFolder` is where relative paths start.
struct KernelSetup {
    std::shared_ptr<const TaskGraph> graph;
    std::string images;
    std::string baseFolder;
    std::uint64_t seed = 1;
};

// spin, matrix, inference[model=..., ...].
const std::vector<RegistryEntry>& kernelRegistry();
Result<std::unique_ptr<Kernel>> makeKernel(const Spec& spec, const KernelSetup& setup);

}  // namespace loom
