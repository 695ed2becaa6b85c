// The simulated world: virtual time, slots that compute, links that carry flows, nodes and links that fail.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/rng.h"
#include "core/scenario/failure_plan.h"
#include "sim/faults/timetable.h"
#include "sim/flow/network.h"
#include "sim/seam/world.h"
#include "sim/virtual/calendar.h"
#include "sim/virtual/disks.h"
#include "sim/virtual/link_states.h"
#include "sim/virtual/shared_cores.h"

namespace loom {

// Deterministic. Activities may be asked for with ids up to a few million; an id may be reused once its end was
// delivered or it was cancelled. Effects on a node that is down fail at once (ComputeFailed, Lost at this instant).
// Transfers over a link that is down stand still until it heals, or fail when they have done so for the plan's timeout.
class SimWorld : public World {
public:
    // `network` stands on `platform`, which must outlive the world; its flows have capacities for `disks` too. Without
    // `shared` tasks compute on slots.
    SimWorld(const Platform& platform, NetworkModel network, const FailurePlan& failures, std::uint64_t seed, Disks disks,
             std::unique_ptr<SharedCores> shared = nullptr);
    SimWorld(const Platform& platform, NetworkModel network, const FailurePlan& failures, std::uint64_t seed)
        : SimWorld(platform, std::move(network), failures, seed, Disks(platform, DiskModel{}, false)) {}

    [[nodiscard]] Time now() const override { return now_; }
    void apply(ProcessId from, const Effect& effect) override;
    std::span<const Delivery> next() override;
    void control(ControlKind kind, NodeId node) override;
    // Of tasks that share cores; null on slots.
    [[nodiscard]] const SharedCores* sharedCores() const { return shared_.get(); }

private:
    // A direct transfer waits for an end that was known when it began. One that has started up while its way is cut is held; one that was cut off on its way is a flow that stalls.
    enum class Kind : std::uint8_t { idle, compute, computeShared, transferStartup, transferFlow, transferHeld, transferDirect };
    enum class Stage : std::uint8_t { network, read, write };  // of a transfer; all but network are about disks
    struct Activity {
        Kind kind = Kind::idle;
        Stage stage = Stage::network;
        bool stalled = false;     // transferFlow: a link on its way is down, the calendar holds its timeout
        std::uint32_t generation = 0;
        ProcessId owner;
        NodeId node, to;          // compute: node; transfer: from node, to
        double bytes = 0;
        double remaining = 0;     // compute: nominal ns left at `since`
        Time since;
    };
    // What an entry of the calendar is about. Completions: an activity, void if that has another generation by now; faults
    // and messages: a row; timers: the process's number for it, and (as generation) the process.
    struct Entry {
        std::uint32_t index = 0;
        std::uint32_t generation = 0;
    };
    struct NodeState {
        bool up = true;
        double speedFactor = 1;
        Gate gate;                // who holds it down
        double planSpeed = 1, profileSpeed = 1;  // whose product speedFactor is
    };
    struct PendingMessage {
        ProcessId from, to;
        NodeId fromNode, toNode;
        std::uint64_t payload = 0;
    };

    void perform(ProcessId from, const Compute& compute);
    void perform(ProcessId from, const Transfer& transfer);
    void perform(ProcessId from, const Message& message);
    void perform(ProcessId from, const Timer& timer);
    void perform(ProcessId, const Cancel& stop) { cancel(stop.id); }
    void perform(ProcessId, const Note&) {}
    void cancel(ActivityId id);
    void scheduleCompute(ActivityId id);
    void startUp(ActivityId id, const Demand& demand);
    void beginFlow(ActivityId id);
    void finish(ActivityId id);
    void fail(ActivityId id, Reason reason);
    void applyFault(const Fault& fault, Reason reason);
    void changeNode(const Fault& fault, Reason reason);
    void setNodeUp(NodeId node, bool up, Reason reason, bool byProfile = false);
    void setNodeSpeed(NodeId node, double factor);
    void tell(const LinkChanged& change) { pending_.push_back(Delivery{observer_, change}); }

    // sim_compute.cpp: tasks that share cores
    void shareCores(const Compute& compute);
    void completeShared();

    // sim_disks.cpp
    void useDisk(ResourceId disk, bool opens);
    void useDisks(const Activity& activity, bool opens);
    void addFlow(ActivityId id, const FlowSpec& flow);
    void beginDiskStage(ActivityId id, Stage stage);
    void beginStream(ActivityId id, const Demand& demand);
    void nextStage(ActivityId id);
    void leaveFlows(ActivityId id);

    // sim_links.cpp: links that fail and change
    void changeLink(const Fault& fault);
    void cut(LinkId link, Reason reason);
    void heal(LinkId link);
    void hold(ActivityId id);
    void startTimeout(ActivityId id);
    void timeOut(ActivityId id);
    [[nodiscard]] PathCost messagePath(NodeId from, NodeId to);
    [[nodiscard]] bool nothingGetsBetter() const;
    void scheduleFault(const Fault& fault);
    void handle(Phase phase, const Entry& entry);
    void ripen(const Entry& entry);
    void completeFlows();
    Activity& activity(ActivityId id);
    void retire(Activity& activity);

    const Platform* platform_;
    Network network_;
    std::unique_ptr<FlowModel> flows_;
    Timetable timetable_;
    Time now_;
    Calendar<Entry> calendar_;
    std::vector<Activity> activities_;  // by id
    std::vector<Fault> faults_;         // by index of the entry
    std::vector<PendingMessage> messages_;
    std::vector<std::uint32_t> freeMessages_;
    std::vector<NodeState> nodes_;
    LinkStates links_;
    std::vector<LinkId> route_;  // scratch
    Disks disks_;
    std::unique_ptr<SharedCores> shared_;
    std::vector<ActivityId> through_;  // scratch
    std::vector<Use> streamUses_;  // scratch
    bool direct_;                  // transfers cannot hinder each other and no way changes: their ends are known at once
    Time stallTimeout_;
    std::uint32_t idleRepairs_ = 0;     // in a row, while nothing was under way
    std::size_t active_ = 0;            // activities, timers and messages under way
    std::size_t repairsDue_ = 0;        // nodes that will come back
    std::vector<Delivery> pending_;     // produced by apply() and control(), delivered at this instant
    std::vector<Delivery> delivered_;
    std::vector<Calendar<Entry>::Entry> instant_;  // what the calendar holds for this moment
    std::vector<FlowId> finished_;
    ProcessId observer_{0};             // who hears of changes of nodes and links
};

}  // namespace loom
