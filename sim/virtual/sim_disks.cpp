// The simulated world's disks: a transfer streams through them, or stops at them on its way.
#include "sim/virtual/sim_world.h"

namespace loom {

void SimWorld::useDisk(ResourceId disk, bool opens) {
    if (!disk.valid()) return;
    if (opens ? disks_.open(disk) : disks_.close(disk)) flows_->setCapacity(disk, disks_.capacity(disk), now_);
}

// The flow of the activity's stage begins or is over.
void SimWorld::useDisks(const Activity& a, bool opens) {
    const bool streams = a.stage == Stage::network && disks_.stream();
    if (streams || a.stage == Stage::read) useDisk(disks_.reader(a.node), opens);
    if (streams || a.stage == Stage::write) useDisk(disks_.writer(a.to), opens);
}

void SimWorld::leaveFlows(ActivityId id) {
    flows_->remove(FlowId(id.value), now_);
    if (disks_.takePart()) useDisks(activities_[id.index()], false);
}

void SimWorld::addFlow(ActivityId id, const FlowSpec& flow) {
    Activity& a = activities_[id.index()];
    a.kind = Kind::transferFlow;
    a.stalled = false;
    ++a.generation;
    useDisks(a, true);
    flows_->add(flow, now_);
}

void SimWorld::beginDiskStage(ActivityId id, Stage stage) {
    Activity& a = activities_[id.index()];
    a.stage = stage;
    const Use use{stage == Stage::read ? disks_.reader(a.node) : disks_.writer(a.to), 1};
    if (!use.resource.valid() || a.bytes <= 0) return nextStage(id);
    addFlow(id, FlowSpec{FlowId(id.value), {&use, 1}, a.bytes});
}

// Disks count what a task gets, links what the codec and TCP make of it.
void SimWorld::beginStream(ActivityId id, const Demand& demand) {
    const Activity& a = activities_[id.index()];
    streamUses_.assign(demand.uses.begin(), demand.uses.end());
    for (const ResourceId disk : {disks_.reader(a.node), disks_.writer(a.to)})
        if (disk.valid()) streamUses_.push_back({disk, 1 / demand.wire});
    FlowSpec flow = demand.flow(FlowId(id.value), a.bytes);
    flow.uses = streamUses_;
    if (a.bytes <= 0 || (flow.uses.empty() && !demand.flows(a.bytes))) return finish(id);
    addFlow(id, flow);
}

void SimWorld::nextStage(ActivityId id) {
    Activity& a = activities_[id.index()];
    a.kind = Kind::transferStartup;
    const Stage done = a.stage;
    if (a.node == a.to || done == Stage::write || !disks_.staged()) return finish(id);
    if (done == Stage::network) return beginDiskStage(id, Stage::write);
    a.stage = Stage::network;
    startUp(id, network_.demand(a.node, a.to));
}

}  // namespace loom
