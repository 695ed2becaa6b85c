#include "core/schedule/online_scheduler.h"

namespace loom {

void OnlineScheduler::react(const View& view, std::vector<Placement>& placements, DecisionLog* log) {
    wakeAt_ = Time::never();
    hear(view);
    if (view.ready.empty()) return;
    idle_.look(view);
    if (!idle_.any()) return;
    view_ = &view;
    placements_ = &placements;
    log_ = log;
    choose(view);
}

double localBytes(const View& view, TaskId task, NodeId node) {
    double bytes = 0;
    if (view.data == nullptr) return bytes;
    for (const DataId data : view.estimate.graph().inputs(task))
        if (view.data->has(data, node)) bytes += view.estimate.graph().dataBytes(data);
    return bytes;
}

Time nextMultiple(Time period, Time now) {
    const std::int64_t passed = now.nanoseconds() / period.nanoseconds() * period.nanoseconds();
    return Time::fromNanoseconds(passed) + period;
}

bool isStill(const View& view) {
    for (const NodeId node : view.estimate.workers()) {
        const NodeView& seen = view.nodes[node.index()];
        if (seen.up && seen.freeCores < view.estimate.platform().lanes(node)) return false;
    }
    return true;
}

}  // namespace loom
