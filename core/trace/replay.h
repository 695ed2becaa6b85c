// The state of the run at a moment: a cursor that folds records. Live, finished, simulated and real runs alike.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/trace/link_status.h"
#include "core/trace/trace.h"
#include "core/trace/transfer_table.h"

namespace loom {

// How a task's state follows from the records:
//   waiting   no taskReady yet (it may be placed already: a static plan; then `node` is set)
//   ready     taskReady, not placed
//   transfer  ready and placed, not begun: its inputs are on their way, or it waits for its slot
//   running   computeBegin
//   done      computeEnd; a done task whose outputs are lost and needed goes to `retry`
//   failed    computeFailed; usually a taskRetry follows at the same instant
//   retry     taskRetry: it must run (again); becomes ready with its next taskReady
enum class TaskState : std::uint8_t { waiting, ready, transfer, running, done, failed, retry };
inline constexpr std::size_t kTaskStates = 7;

struct TaskStatus {
    TaskState state = TaskState::waiting;
    std::uint8_t nodeLife = 0;           // which life of the node its slot belongs to (NodeStatus::crashes, low byte)
    std::uint16_t attempts = 0;          // begun so far
    NodeId node;                         // where it is placed, runs or ran; none() when not placed (any more)
    std::uint32_t lane = Record::kNone;  // first lane
    Time since;                          // when the state began
};

struct NodeStatus {
    bool up = true;
    std::uint32_t busyCores = 0;  // running
    std::uint32_t heldCores = 0;  // running or held by a placed task
    std::uint32_t queued = 0;     // placed here, not yet running
    std::uint32_t done = 0;       // committed here, ever: a lost output does not count back
    std::uint32_t crashes = 0;    // times it went down
    double speedFactor = 1;
    double bytesIn = 0, bytesOut = 0;  // B received / sent so far
};

struct ActiveTransfer {
    DataId data;
    NodeId from, to;
    Time since;
};

// The state itself, as one value.
struct ReplayState {
    std::vector<TaskStatus> tasks;
    std::vector<NodeStatus> nodes;
    std::vector<ActiveTransfer> transfers;  // in no particular order
    std::vector<LinkStatus> links;          // ascending; only those that changed
    std::array<std::size_t, kTaskStates> counts{};
};

class CheckpointStore;

// One cursor over one trace; not thread-safe itself (each view thread owns its own), the trace may still grow.
// Keeps checkpoints (at most about 64 MB), so that seeking folds a bounded number of records. Going forward costs the
// new records alone. Records whose ids do not fit the graph or the platform are skipped.
class Replay {
public:
    Replay(const TaskGraph& graph, const Platform& platform, const Trace& trace);
    ~Replay();
    Replay(Replay&&) noexcept;
    Replay& operator=(Replay&&) noexcept;

    // The state after every record with time <= `time`; the cursor's time is then `time`.
    void seekTime(Time time);
    // The state after exactly the first `count` records (clamped to what is published); the cursor's time is then that
    // of the last one.
    void seekRecord(std::size_t count);

    [[nodiscard]] std::size_t position() const { return position_; }  // records folded
    [[nodiscard]] Time time() const { return time_; }                 // of the cursor
    [[nodiscard]] const std::vector<TaskStatus>& tasks() const { return state_.tasks; }
    [[nodiscard]] const std::vector<NodeStatus>& nodes() const { return state_.nodes; }
    [[nodiscard]] const std::vector<ActiveTransfer>& transfers() const { return state_.transfers; }
    [[nodiscard]] const std::vector<LinkStatus>& links() const { return state_.links; }  // ascending; all others: nominal
    [[nodiscard]] std::size_t countOf(TaskState state) const { return state_.counts[static_cast<std::size_t>(state)]; }

private:
    void restoreBefore(std::size_t count);
    void fold(const Record& record);
    void foldNode(const Record& record);
    void foldTransfer(const Record& record);
    void place(const Record& record);
    void begin(const Record& record);
    void endAttempt(const Record& record);
    void release(const TaskStatus& task, TaskId id);
    void moveTask(TaskStatus& task, TaskState state, Time time);

    const TaskGraph* graph_;
    const Platform* platform_;
    const Trace* trace_;
    ReplayState state_;
    TransferTable open_;  // index into state_.transfers
    std::unique_ptr<CheckpointStore> checkpoints_;
    std::size_t position_ = 0;
    Time time_;
};

}  // namespace loom
