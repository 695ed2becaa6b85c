#include "sim/coordinator/holdings.h"

#include <limits>

#include "core/cost/estimator.h"

namespace loom {

Holdings::Holdings(const TaskGraph& graph, const Platform& platform)
    : graph_(&graph), platform_(&platform), nodes_(platform.nodeCount()) {
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        const NodeInfo& info = platform.node(NodeId(n));
        nodes_[n].freeMemory = info.memory > 0 ? info.memory : std::numeric_limits<double>::infinity();
        for (const AcceleratorInfo& device : info.accelerators) {
            nodes_[n].freeDevices.push_back(device.count);
            nodes_[n].devices.emplace_back(device.count);
        }
        nodes_[n].limited = info.memory > 0 || !info.accelerators.empty();
    }
}

std::optional<std::size_t> Holdings::deviceOf(TaskId task, NodeId node) const {
    return deviceFor(*graph_, *platform_, task, node);
}

bool Holdings::fitsLimited(TaskId task, NodeId node) const {
    const Row& row = nodes_[node.index()];
    if (graph_->memory(task) > row.freeMemory) return false;
    const std::optional<std::size_t> device = deviceOf(task, node);
    return !device || row.freeDevices[*device] > 0;
}

bool Holdings::reserveLimited(TaskId task, NodeId node) {
    Row& row = nodes_[node.index()];
    row.freeMemory -= graph_->memory(task);
    if (const auto device = deviceOf(task, node)) --row.freeDevices[*device];
    return true;
}

void Holdings::release(TaskId task, NodeId node, bool ran) {
    Row& row = nodes_[node.index()];
    row.freeMemory += graph_->memory(task);
    const auto device = deviceOf(task, node);
    if (!device) return;
    ++row.freeDevices[*device];
    if (ran) row.devices[*device].giveBack(graph_->kind(task));
}

Time Holdings::setUpDevice(TaskId task, NodeId node) {
    const auto device = deviceOf(task, node);
    if (!device || !nodes_[node.index()].devices[*device].take(graph_->kind(task))) return Time::zero();
    return Time::fromSeconds(platform_->node(node).accelerators[*device].setup);
}

}  // namespace loom
