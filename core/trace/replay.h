// The state of the run at a moment: a cursor that folds records. Live, finished, simulated and real runs alike.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/trace/trace.h"

namespace loom {

enum class TaskState : std::uint8_t { waiting, ready, transfer, running, done, failed, retry };
inline constexpr std::size_t kTaskStates = 7;

struct TaskStatus {
    TaskState state = TaskState::waiting;  // `transfer`: placed, inputs on their way; `retry`: lost, to run again
    std::uint16_t attempts = 0;            // begun so far
    NodeId node;                           // where it is placed, runs or ran
    std::uint32_t lane = Record::kNone;    // first lane
    Time since;                            // when the state began
};

struct NodeStatus {
    bool up = true;
    std::uint32_t busyCores = 0;   // running
    std::uint32_t heldCores = 0;   // running or held by a placed task
    std::uint32_t queued = 0;      // placed here, not yet running
    std::uint32_t done = 0;        // committed here
    double speedFactor = 1;
    double bytesIn = 0, bytesOut = 0;  // B received / sent so far
};

struct ActiveTransfer {
    DataId data;
    NodeId from, to;
    Time since;
};

// One cursor over one trace; not thread-safe itself (each view thread owns its own), the trace may still grow.
// Keeps checkpoints, so that seeking costs at most a bounded number of folded records.
class Replay {
public:
    Replay(const TaskGraph& graph, const Platform& platform, const Trace& trace);
    ~Replay();

    // The state after every record with time <= `time`.
    void seekTime(Time time);
    // The state after exactly the first `count` records (clamped to what is published).
    void seekRecord(std::size_t count);

    [[nodiscard]] std::size_t position() const { return position_; }  // records folded
    [[nodiscard]] Time time() const { return time_; }                 // of the cursor
    [[nodiscard]] const std::vector<TaskStatus>& tasks() const { return state_.tasks; }
    [[nodiscard]] const std::vector<NodeStatus>& nodes() const { return state_.nodes; }
    [[nodiscard]] const std::vector<ActiveTransfer>& transfers() const { return state_.transfers; }
    [[nodiscard]] std::size_t countOf(TaskState state) const { return state_.counts[static_cast<std::size_t>(state)]; }

private:
    struct State {
        std::vector<TaskStatus> tasks;
        std::vector<NodeStatus> nodes;
        std::vector<ActiveTransfer> transfers;
        std::array<std::size_t, kTaskStates> counts{};
    };
    struct Checkpoint;
    void fold(const Record& record);
    void restoreBefore(std::size_t count);
    void moveTask(TaskStatus& task, TaskState state, Time time);

    const TaskGraph* graph_;
    const Platform* platform_;
    const Trace* trace_;
    State state_;
    std::size_t position_ = 0;
    Time time_;
    std::vector<Checkpoint> checkpoints_;
};

}  // namespace loom
