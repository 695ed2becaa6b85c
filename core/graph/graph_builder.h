// Builds a TaskGraph: collects tasks, data and edges in any order, then checks and sorts once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/graph/task_graph.h"

namespace loom {

// What is known of one task; see TaskGraph for units.
struct TaskAttributes {
    std::string name;                 // unique; empty = "t<index>"
    std::string kind;                 // empty = the name's leading letters
    double work = 0;
    std::vector<double> runtimes;     // empty, or one entry a node
    std::uint32_t cores = 1;
    double memory = 0;
    std::string accelerator;
    std::uint32_t firstItem = 0;
    std::uint32_t itemCount = 0;
    double serialFraction = -1;            // negative: not stated
    std::vector<double> efficiency = {};   // empty: not stated
    double release = 0;                    // s; the task may not start before it
    double priority = 0;                   // the user's; greater goes first
};

// What a finished graph knows of a task, to build another graph with.
TaskAttributes attributesOf(const TaskGraph& graph, TaskId task);

// Not thread-safe; used once. Ids are handed out in the order of the calls.
class GraphBuilder {
public:
    GraphBuilder();
    ~GraphBuilder();
    GraphBuilder(GraphBuilder&&) noexcept;
    GraphBuilder& operator=(GraphBuilder&&) noexcept;

    void reserve(std::size_t tasks, std::size_t edges);
    TaskId addTask(TaskAttributes attributes);
    // A file. `producer` none() = workflow input. The producing task need not read or write it elsewhere.
    DataId addData(std::string name, double bytes, TaskId producer = TaskId::none());
    // `task` reads `data`; makes the edge producer -> task if there is a producer. Repetition is harmless.
    void addInput(TaskId task, DataId data);
    // A dependency that carries nothing. Repeated edges merge.
    void addEdge(TaskId from, TaskId to);
    // A dependency with a data object of its own, read by `to` alone. Zero bytes = pure control.
    // Two such edges between one pair are an error ("duplicate edge").
    void addEdge(TaskId from, TaskId to, double bytes);

    [[nodiscard]] std::size_t taskCount() const;
    [[nodiscard]] TaskId find(std::string_view name) const;  // none() if no such task

    // The finished graph, or the first error: a duplicate task name, a dangling reference, a negative or
    // non-finite work, runtime, release time or size, a priority that is no number, zero cores, a scaling that says nothing of the task's cores, a task that depends on itself, or a cycle ("not a DAG: a -> b -> a"
    // naming one cycle of at most 10 names). The builder is empty afterwards.
    Result<TaskGraph> build();

private:
    struct Draft;
    std::unique_ptr<Draft> draft_;
};

}  // namespace loom
