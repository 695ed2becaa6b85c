#include "core/trace/core_account.h"

#include <utility>

namespace loom {

CoreAccount::CoreAccount(const TaskGraph& graph, const Platform& platform) : graph_(&graph), attempts_(graph.taskCount()) {
    nodes_.reserve(platform.nodeCount());
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) nodes_.emplace_back(platform.node(NodeId(n)).cores);
}

void CoreAccount::begin(TaskId task, NodeId node, Time now) {
    end(task, now);
    const std::uint32_t width = sharedWidth(*graph_, task);
    CoreShares& shares = nodes_[node.index()];
    shares.enter(width, now);
    attempts_[task.index()] = {node, shares.had(width, now)};
}

CoreShares::Had CoreAccount::end(TaskId task, Time now) {
    Attempt& attempt = attempts_[task.index()];
    const NodeId node = std::exchange(attempt.node, NodeId::none());
    if (!node.valid()) return {};
    const std::uint32_t width = sharedWidth(*graph_, task);
    CoreShares& shares = nodes_[node.index()];
    shares.leave(width, now);
    const CoreShares::Had had = shares.had(width, now);
    shares.forgetIfEmpty();
    return {had.coreSeconds - attempt.before.coreSeconds, had.work - attempt.before.work};
}

}  // namespace loom
