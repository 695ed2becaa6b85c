#include "core/schedule/dask_workers.h"

namespace loom {

DaskWorkers::DaskWorkers(const TaskGraph& graph, std::size_t nodes, double bandwidth)
    : ledger_(graph, nodes, bandwidth), assigned_(nodes), when_(graph.taskCount()) {}

void DaskWorkers::look(const View& view) {
    view_ = &view;
    ledger_.look(view);
    live_.clear();
    liveThreads_ = 0;
    for (const NodeId node : view.estimate.workers()) {
        if (!view.nodes[node.index()].up) continue;
        live_.push_back(node);
        liveThreads_ += threads(node);
    }
}

void DaskWorkers::add(TaskId task, NodeId node) {
    when_[task.index()] = next_++;
    assigned_[node.index()].insert({when_[task.index()], task});
    ledger_.charge(task, node);
}

void DaskWorkers::remove(TaskId task, NodeId node) {
    if (assigned_[node.index()].erase({when_[task.index()], task}) > 0) ledger_.discharge(task, node);
}

void DaskWorkers::learn(TaskId task, NodeId node, double seconds) {
    ledger_.observe(view_->estimate.graph().kind(task), seconds);
    ledger_.store(task, node);
}

std::vector<TaskId> DaskWorkers::tasksOf(NodeId node) const {
    std::vector<TaskId> out;
    for (const auto& [when, task] : assigned_[node.index()]) out.push_back(task);
    return out;
}

double DaskWorkers::averageOccupancy() {
    double total = 0;
    for (const NodeId node : live_) total += ledger_.occupancy(node);
    return liveThreads_ == 0 ? 0 : total / static_cast<double>(liveThreads_);
}

bool DaskWorkers::isIdle(NodeId node, double average) {
    return processing(node) < threads(node) || ledger_.occupancy(node) < static_cast<double>(threads(node)) * average / 2;
}

bool DaskWorkers::isSaturated(NodeId node, double average) {
    const auto p = static_cast<double>(processing(node));
    const auto n = static_cast<double>(threads(node));
    if (p <= n || isIdle(node, average)) return false;
    const double pending = ledger_.occupancy(node) * (p - n) / (p * n);
    return pending > 0.4 && pending > 1.9 * average;
}

std::vector<NodeId> DaskWorkers::idle() {
    std::vector<NodeId> out;
    const double average = averageOccupancy();
    for (const NodeId node : live_)
        if (isIdle(node, average)) out.push_back(node);
    return out;
}

NodeId DaskWorkers::best(TaskId task, const std::vector<NodeId>& pool) {
    NodeId best;
    std::pair<double, double> least;
    for (const NodeId node : pool) {
        if (!view_->estimate.canRun(task, node)) continue;
        const std::pair<double, double> now = ledger_.objective(task, node);
        if (best.valid() && now >= least) continue;
        best = node;
        least = now;
    }
    return best;
}

}  // namespace loom
