// Small workloads for the real kernels' tests.
#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "core/graph/graph_builder.h"
#include "sim/real/kernel.h"

namespace loom::test {

// `parts` load tasks, as many infer tasks behind them, one reduce task behind all; `items` images split evenly. Every
// task states `work` flop.
inline std::shared_ptr<const TaskGraph> inferenceGraph(std::uint32_t items, std::uint32_t parts, double work = 1e6) {
    GraphBuilder builder;
    std::vector<TaskId> infers;
    const auto add = [&](const char* kind, std::uint32_t number, std::uint32_t first, std::uint32_t count) {
        TaskAttributes task;
        task.name = kind + std::to_string(number);
        task.kind = kind;
        task.work = work;
        task.firstItem = first;
        task.itemCount = count;
        return builder.addTask(std::move(task));
    };
    for (std::uint32_t p = 0; p < parts; ++p) {
        const std::uint32_t first = static_cast<std::uint32_t>(std::uint64_t{items} * p / parts);
        const std::uint32_t last = static_cast<std::uint32_t>(std::uint64_t{items} * (p + 1) / parts);
        const TaskId load = add("load", p, first, last - first);
        infers.push_back(add("infer", p, first, last - first));
        builder.addEdge(load, infers.back(), 1000);
    }
    const TaskId reduce = add("reduce", 0, 0, items);
    for (const TaskId infer : infers) builder.addEdge(infer, reduce, 100);
    Result<TaskGraph> graph = builder.build();
    EXPECT_TRUE(graph.ok());
    return std::make_shared<const TaskGraph>(std::move(*graph));
}

inline KernelSetup setupFor(std::shared_ptr<const TaskGraph> graph) {
    KernelSetup setup;
    setup.graph = std::move(graph);
    return setup;
}

inline Result<std::unique_ptr<Kernel>> kernelFrom(const std::string& text, const KernelSetup& setup) {
    const Result<Spec> spec = parseSpec(text);
    if (!spec) return spec.error();
    return makeKernel(*spec, setup);
}

// Runs every task of the graph in topological order on one worker; the answers in the order they came.
inline std::vector<ItemAnswer> runSerially(const Kernel& kernel, const TaskGraph& graph,
                                           std::vector<std::uint64_t>* counts = nullptr) {
    const std::atomic<bool> cancelled{false};
    std::vector<ItemAnswer> answers;
    const std::unique_ptr<KernelWorker> worker = kernel.makeWorker();
    for (const TaskId task : graph.topologicalOrder()) {
        const KernelOutput output = worker->run(task, cancelled);
        EXPECT_EQ(output.error, "");
        answers.insert(answers.end(), output.answers.begin(), output.answers.end());
        if (counts != nullptr && !output.labelCounts.empty()) *counts = output.labelCounts;
    }
    return answers;
}

}  // namespace loom::test
