#include "tests/core/schedule/random_problem.h"

#include <numeric>

#include "core/base/rng.h"
#include "core/graph/graph_builder.h"

namespace loom::test {

namespace {

TaskAttributes randomTask(RandomStream& random, ProblemKind kind) {
    TaskAttributes task;
    // Small whole numbers, so that equal times are frequent.
    task.work = kind.zeros && random.below(3) == 0 ? 0 : static_cast<double>(1 + random.below(9));
    if (kind.wide) task.cores = static_cast<std::uint32_t>(1 + random.below(3));
    if (kind.particular && random.below(5) == 0) task.accelerator = "gpu";
    if (kind.particular && random.below(8) == 0) task.accelerator = "none has it";
    if (kind.particular && random.below(4) == 0) task.memory = 2e9;
    if (kind.released && random.below(4) == 0) task.release = static_cast<double>(random.below(20));
    return task;
}

Platform randomPlatform(RandomStream& random, ProblemKind kind) {
    std::vector<NodeInfo> nodes(1 + random.below(5));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        nodes[i].name = "n" + std::to_string(i);
        nodes[i].speed = static_cast<double>(1 + random.below(3));
        if (kind.wide) nodes[i].cores = static_cast<std::uint32_t>(i == 0 ? 4 : 1 + random.below(4));
        if (kind.particular && random.below(2) == 0) nodes[i].accelerators.push_back({"gpu", 1, 4});
        if (kind.particular && random.below(2) == 0) nodes[i].memory = 1e9;
    }
    NodeId storage;
    if (kind.storage) {
        storage = NodeId(nodes.size());
        nodes.emplace_back();
        nodes.back().name = "storage";
        nodes.back().cores = 0;
    }
    const std::size_t n = nodes.size();
    std::vector<double> bandwidth(n * n);
    std::vector<double> latency(n * n);
    for (double& value : bandwidth) value = static_cast<double>(1 + random.below(4));
    for (double& value : latency) value = kind.storage ? 0.25 : 0;
    return std::move(*fullPlatform(std::move(nodes), bandwidth, latency, storage));
}

}  // namespace

std::unique_ptr<Instance> randomProblem(std::uint64_t seed, ProblemKind kind) {
    RandomStream random(seed, Purpose::test, 0);
    const std::size_t n = 1 + random.below(30);
    std::vector<std::uint32_t> id(n);
    std::iota(id.begin(), id.end(), 0u);
    for (std::size_t i = n; kind.shuffled && i > 1; --i) std::swap(id[i - 1], id[random.below(i)]);
    GraphBuilder builder;
    for (std::size_t i = 0; i < n; ++i) {
        const TaskId task = builder.addTask(randomTask(random, kind));
        if (kind.storage && random.below(3) == 0)
            builder.addInput(task, builder.addData("", static_cast<double>(random.below(20))));
    }
    const std::uint64_t sparse = 2 + random.below(8);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j) {
            if (random.below(sparse) != 0) continue;
            const double bytes = kind.zeros && random.below(2) == 0 ? 0 : static_cast<double>(random.below(12));
            builder.addEdge(TaskId(id[i]), TaskId(id[j]), bytes);
        }
    Result<TaskGraph> graph = builder.build();
    if (!graph) throw std::runtime_error(graph.error().text());
    return std::make_unique<Instance>(std::move(*graph), randomPlatform(random, kind));
}

BareGraph withoutData(const TaskGraph& graph) {
    BareGraph bare;
    for (std::size_t i = 0; i < graph.taskCount(); ++i) {
        bare.work.push_back(graph.work(TaskId(i)));
        for (const TaskId child : graph.successors(TaskId(i))) bare.edges.push_back({static_cast<std::uint32_t>(i), child.value, 0});
    }
    return bare;
}

}  // namespace loom::test
