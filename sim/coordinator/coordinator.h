// The process that runs a task graph under a scheduler: it moves data, starts what may start, retries what failed,
// and makes lost outputs again. Every fact it decides goes into the trace as a Note.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/schedule/scheduler.h"
#include "sim/coordinator/data_table.h"
#include "sim/coordinator/holdings.h"
#include "sim/coordinator/lane_table.h"
#include "sim/coordinator/node_queues.h"
#include "sim/seam/process.h"

namespace loom {

inline constexpr std::uint32_t kWakeTimer = 0xFFFFFFFDu;  // the coordinator's timer that wakes its scheduler

struct CoordinatorOptions {
    RetryPolicy retry;
    Time viewDelay = Time::zero();  // how far an online scheduler's view of the nodes lags behind
    bool fetchAhead = false;        // online: a busy slot may hold one more task that fetches its inputs meanwhile
    std::uint64_t seed = 1;
    DecisionLog* log = nullptr;  // who asks why; may be null
    bool inputsOnDisk = false;   // workflow inputs are on every node's disk and must be read
    const Progress* progress = nullptr;  // for schedulers that take long; may be null
};

// Refers to everything it is given; all of it must outlive the run. `plan` is the static scheduler's, empty for an
// online one.
//
// Static plans: outputs are pushed as soon as they exist; tasks of a lane run in the plan's order. Online: a task is
// placed when its inputs exist, holds its slot from then on, and pulls its inputs (contract 7.4, 7.5). Where the scheduler
// uses queues it waits at the node while it pulls, and takes a slot when it begins.
// Recovery is one rule: a committed output that is lost and still needed makes its task run again. Tasks of a static
// plan whose node is down move to the live node where they would finish first by the estimates.
class Coordinator : public Process {
public:
    Coordinator(const Estimator& estimate, Scheduler& scheduler, std::span<const Placement> plan,
                const CoordinatorOptions& options);

    void start(Context& context) override;
    void handle(const Event& event, Context& context) override;
    void settle(Context& context) override;
    [[nodiscard]] bool finished() const override { return failed_ || committed_ == tasks_.size(); }
    [[nodiscard]] Outcome outcome() const override { return failed_ ? Outcome::failed : Outcome::finished; }
    [[nodiscard]] std::string failure() const override;
    [[nodiscard]] std::uint64_t done() const override { return committed_; }

private:
    enum class Stage : std::uint8_t { blocked, ready, placed, running, committed, backoff };
    struct TaskRow {
        Stage stage = Stage::blocked;
        bool reserved = false;       // memory and devices are taken
        std::uint16_t attempts = 0;  // begun
        std::uint16_t failures = 0;  // counted
        std::uint16_t losses = 0;    // attempts, fetches or outputs lost with a node that went down
        NodeId node;
        std::uint32_t lane = 0;
        std::uint32_t unmet = 0;    // predecessors not committed, and one more until it is released
        std::uint32_t missing = 0;  // inputs not on `node` (placed tasks)
    };
    struct ActivityRow {
        TaskId task;  // a compute, or
        DataId data;  // a transfer of this
        NodeId to;
    };
    struct NodeRow {
        bool up = true;
        bool viewChanged = false;
    };
    struct LaggedView {
        Time at;
        NodeId node;
        NodeView view;
        std::vector<std::uint32_t> devices;  // what the view's span will show
    };
    // Where a placement would go, or why it is refused.
    struct Fit {
        Reason refused = Reason::none;
        std::uint32_t lane = 0;
    };

    // coordinator.cpp: events
    void hear(const ComputeDone& done, Context& context);
    void hear(const ComputeFailed& failed, Context& context);
    void hear(const Arrived& arrived, Context& context);
    void hear(const Lost& lost, Context& context);
    void hear(const TimerFired& timer, Context& context);
    void hear(const NodeChanged& change, Context& context);
    // Estimates are of nominal speeds, links heal by themselves, and nobody sends messages to a coordinator.
    void hear(const NodeSpeedChanged&, Context&) {}
    void hear(const LinkChanged&, Context&) {}
    void hear(const Received&, Context&) {}
    ActivityRow ended(ActivityId id);
    void awaitRelease(Context& context);
    void release(Context& context);
    void commit(TaskId task, Context& context);
    void transferLost(ActivityRow transfer, Reason reason);
    void undone(TaskId task);
    void attemptFailed(TaskId task, Reason reason, Context& context);
    void markReady(TaskId task);
    void announceReady(Context& context);
    void compactReady(std::size_t placed);
    void askScheduler(Context& context);
    bool askOnce(Context& context);
    void beginCandidates(Context& context);

    // placing.cpp: placements, data movement, starts
    void adoptPlan(std::span<const Placement> plan, Context& context);
    [[nodiscard]] Fit check(const Placement& placement) const;
    void place(TaskId task, NodeId node, std::uint32_t lane, Context& context);
    void fetchInputs(TaskId task, Context& context);
    void requestTransfer(DataId data, NodeId to, Context& context);
    void dataHere(DataId data, NodeId node, bool produced, Context& context);
    void tryBegin(TaskId task, Context& context);
    void leaveNode(TaskId task);
    void begin(TaskId task, Context& context);
    // Tasks an online scheduler may queue on a lane: the one that holds the slot, and one that fetches ahead. Where it uses
    // queues, tasks wait in those and enter a lane when they begin.
    [[nodiscard]] std::size_t queueLimit() const { return options_.fetchAhead && !queues_ ? 2 : 1; }
    void useChanged(NodeId node);
    void publishViews(Context& context);
    void show(NodeId node, const NodeView& view, std::span<const std::uint32_t> devices);
    [[nodiscard]] NodeView viewOf(NodeId node) const;
    [[nodiscard]] std::uint32_t freeSlots(NodeId node, std::uint32_t lane) const;
    // What an attempt takes on an undisturbed node; never() when it cannot run there.
    [[nodiscard]] Time duration(TaskId task, NodeId node) const {
        return exact_ ? estimate_.computeTime(task, node) : trueComputeTime(graph_, platform_, task, node);
    }

    // queueing.cpp: tasks that wait at nodes, what the scheduler hears, and when it is woken
    void move(TaskId task, NodeId node, Context& context);
    void serve(NodeId node, Context& context);
    void serveHungry(Context& context);
    void tell(TaskNews::What what, TaskId task, NodeId node, Time took = Time::zero());
    void woken(Time now);
    void planWake(Context& context);

    // recovery.cpp: what a disturbance undoes
    void recover(Context& context);
    void uncommitLostProducers(Context& context);
    void recount(Context& context);
    void dropStaleReady();
    void reassignUnplaced(Context& context);
    [[nodiscard]] std::vector<Time> backlogs() const;
    [[nodiscard]] NodeId bestLiveNode(TaskId task, const std::vector<Time>& backlog) const;
    // A node that is up could run the task if it were idle.
    [[nodiscard]] bool canRunSomewhere(TaskId task) const;

    void note(Context& context, RecordKind kind, std::uint32_t subject, std::uint32_t a = Record::kNone,
              std::uint32_t b = Record::kNone, std::uint16_t extra = 0);
    ActivityId newActivity(ActivityRow row);
    void fail(std::string why);
    TaskRow& row(TaskId task) { return tasks_[task.index()]; }
    [[nodiscard]] const TaskRow& row(TaskId task) const { return tasks_[task.index()]; }
    [[nodiscard]] bool isReleased(TaskId task) const { return estimate_.releaseTime(task) <= releasedUpTo_; }
    [[nodiscard]] std::uint64_t laneKey(TaskId task);
    [[nodiscard]] std::uint32_t coresOf(TaskId task) const { return cores_.empty() ? 1 : cores_[task.index()]; }

    const Estimator& estimate_;
    const TaskGraph& graph_;
    const Platform& platform_;
    std::span<const std::uint32_t> cores_;  // by task; empty: all 1
    Scheduler& scheduler_;
    std::span<const Placement> plan_;
    CoordinatorOptions options_;
    bool static_;
    bool queues_;    // online: tasks wait at nodes
    bool tells_;     // online: the scheduler wants news
    bool exact_;     // the estimates are the truth

    std::vector<TaskRow> tasks_;
    std::vector<NodeRow> nodes_;
    DataTable data_;
    LaneTable lanes_;
    Holdings holdings_;
    NodeQueues waiting_;
    std::vector<ActivityRow> activities_;  // by activity
    std::vector<ActivityId> freeActivities_;

    std::vector<std::uint64_t> order_;  // static: the plan's linear extension, by task
    std::uint64_t nextKey_ = 0;         // online: order of placement
    std::vector<TaskId> ready_;         // from readyFront_ on: ready, in the order they became so
    std::size_t readyFront_ = 0;
    std::vector<TaskId> newlyReady_;   // since the last settle
    std::vector<TaskId> candidates_;   // tasks that may be able to begin
    std::vector<NodeView> views_;      // what the scheduler sees
    NodeSet open_;                     // of these, the ones with a free core
    std::vector<std::vector<std::uint32_t>> shownDevices_;  // by node: what the views' spans show
    std::vector<NodeId> viewChanges_;  // nodes whose view must be published
    std::deque<LaggedView> lagged_;    // what it will see, by time
    std::vector<Placement> placements_;
    std::vector<DataId> lost_;
    std::vector<NodeId> hungry_;   // nodes whose queue may have a task to begin
    std::vector<TaskNews> news_;   // for the scheduler, since it was last asked
    std::vector<Time> begunAt_;    // by task, where the scheduler wants news
    Time wakeAt_ = Time::never();  // the timer that counts
    std::uint32_t idleWakes_ = 0;  // since a task was placed or committed

    std::vector<TaskId> unreleased_;  // by falling release time
    Time releasedUpTo_;

    std::size_t committed_ = 0;
    bool changed_ = false;    // the scheduler has something to look at
    bool disturbed_ = false;  // a node or a transfer was lost, or a node came back
    bool failed_ = false;
    std::string failure_;
};

}  // namespace loom
