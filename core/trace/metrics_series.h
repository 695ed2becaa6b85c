// What several metrics and series follow along a trace: busy cores and ready tasks.
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/metrics.h"

namespace loom {

// Cores computing, kept record by record. An attempt ends with its own end record or with its node.
class BusyCores {
public:
    explicit BusyCores(const Run& run);
    // The change in cores busy on `node()`; 0 when the record is about something else.
    std::int64_t fold(const Record& record);
    [[nodiscard]] NodeId node() const { return node_; }  // of the last change

private:
    [[nodiscard]] std::int64_t demand(TaskId task) const;
    [[nodiscard]] std::int64_t busyOf(NodeId node) const;

    const TaskGraph* graph_;
    const Platform* platform_;
    std::size_t data_;
    NodeId node_;
    std::vector<std::int64_t> demand_;  // by node: cores its running tasks ask for
    std::vector<NodeId> runsOn_;        // by task; none when it does not run
    std::vector<std::uint32_t> life_;   // by task: lives_ of its node when it began
    std::vector<std::uint32_t> lives_;  // by node: times it went down
};

// Builds a step function: equal times merge, equal values are left out.
class StepBuilder {
public:
    void set(Time time, double value);
    void change(Time time, double by) { set(time, value_ + by); }
    // Closes the function at `end` with its last value.
    [[nodiscard]] Series finish(Time end);

private:
    Series series_;
    double value_ = 0;
};

// The integral of a step function over [from, to], in value-seconds.
double integrate(const Series& series, double from, double to);

}  // namespace loom
