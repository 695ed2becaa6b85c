// The real world: worker threads that compute, a wall clock, and the failure plan carried out on the threads.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "sim/faults/timetable.h"
#include "sim/real/collector.h"
#include "sim/real/shaper.h"
#include "sim/real/worker.h"
#include "sim/seam/control.h"
#include "sim/seam/world.h"
#include "sim/real/event_queue.h"

namespace loom {

// When a committed attempt was asked for, began on its thread and ended there (before a slowed node's delay).
struct AttemptTime {
    TaskId task;
    Time requested, begun, ended;
};

// One thread a slot (node, lane); a task of several cores computes on its first lane's thread and holds the others.
// Time starts with the first effect, so planning and loading count nothing. A computation's end carries the moment it
// ended on its thread, however late the loop looks.
//
// A crash is real for everything that can be seen: the thread's work is dropped, the thread leaves, and a repaired
// node gets a new one that prepares the kernel again. A slowed node's results are held back until a node of that speed
// would have had them. Without a network model transfers arrive at once.
//
// One loop calls it; `interrupt` may be called from any thread. Destruction stops and joins all threads, within the
// time a kernel takes to notice.
class ThreadWorld : public World {
public:
    // Everything referred to must outlive the world. Without `network` nothing is shaped; `control` may be null: who to ask every few
    // milliseconds whether a person wants something.
    ThreadWorld(const Platform& platform, const Kernel& kernel, std::optional<NetworkModel> network, const FailurePlan& failures,
                std::uint64_t seed, const RunControl* control);
    ~ThreadWorld() override;

    [[nodiscard]] Time now() const override { return now_; }
    void apply(ProcessId from, const Effect& effect) override;
    std::span<const Delivery> next() override;
    void control(ControlKind kind, NodeId node) override;
    void interrupt() override { queue_.wake(); }

    [[nodiscard]] const Collector& collector() const { return collector_; }
    [[nodiscard]] const std::vector<AttemptTime>& attempts() const { return attempts_; }  // committed, in order
    // What the last failed kernel said; empty when none failed.
    [[nodiscard]] const std::string& kernelError() const { return kernelError_; }

private:
    enum class Kind : std::uint8_t { idle, compute, transfer };
    struct Activity {
        Kind kind = Kind::idle;
        std::uint32_t generation = 0;
        ProcessId owner;
        NodeId node, to;  // compute: node; transfer: from node, to
        std::uint32_t lane = 0;
        TaskId task;
        Time requested, begun, ended;
        KernelOutput output;
    };
    struct Entry {
        enum class Kind : std::uint8_t { computed, fault, timer, message } kind = Kind::computed;
        std::uint32_t index = 0;
        std::uint32_t generation = 0;
    };
    struct NodeState {
        bool up = true;
        double speedFactor = 1;
        std::vector<std::unique_ptr<Worker>> workers;  // by lane; none while the node is down
    };
    struct OwnedEvent {
        ProcessId owner;
        Event event;
        NodeId node;  // a message is lost when this node is down; none() = always delivered
    };

    void startClock();
    void startCompute(ProcessId from, const Compute& compute);
    void startTransfer(ProcessId from, const Transfer& transfer);
    void later(Time at, Phase phase, OwnedEvent event, Entry::Kind kind);
    void cancel(ActivityId id);
    void collectCompletions();
    void fire(Time time);
    void handleEntry(const Entry& entry);
    void computed(ActivityId id);
    void end(ActivityId id, Event event);
    void failOn(ActivityId id, Reason reason);
    void scheduleFault(const Fault& fault);
    void setNodeUp(NodeId node, bool up, Reason reason);
    void releaseGoneThreads();
    [[nodiscard]] bool stale(const Entry& entry) const;
    [[nodiscard]] Time nextTime();
    [[nodiscard]] bool wanted() const;
    Activity& activity(ActivityId id);

    const Platform* platform_;
    const Kernel* kernel_;
    const RunControl* control_;
    WallClock clock_;
    CompletionQueue queue_;
    std::optional<Shaper> shaper_;
    Timetable timetable_;
    Time now_;
    bool started_ = false;
    EventQueue<Entry> calendar_;
    std::vector<Activity> activities_;  // by id
    std::vector<Fault> faults_;         // by index of the entry
    std::vector<OwnedEvent> owned_;     // timers and messages, by index of the entry
    std::size_t active_ = 0;            // activities, timers and messages under way
    std::size_t repairsDue_ = 0;        // nodes that will come back
    std::vector<Delivery> pending_;     // delivered with the next call of next()
    std::vector<Delivery> delivered_;
    std::vector<ActivityId> arrived_;
    Collector collector_;
    std::vector<AttemptTime> attempts_;
    std::string kernelError_;
    ProcessId observer_{0};  // who hears of node changes
    // Last, so that the threads are joined before anything they use is gone.
    std::vector<NodeState> nodes_;
    std::vector<std::unique_ptr<Worker>> leaving_;  // of crashed nodes, until their kernels have noticed
};

}  // namespace loom
