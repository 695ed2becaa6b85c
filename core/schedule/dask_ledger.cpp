#include "core/schedule/dask_ledger.h"

#include <algorithm>

#include "core/laws/policies.h"

namespace loom {

namespace {

constexpr double kUnknownDuration = 0.5;  // s

}  // namespace

DaskLedger::DaskLedger(const TaskGraph& graph, std::size_t nodes, double bandwidth)
    : graph_(&graph), bandwidth_(bandwidth), average_(std::max<std::size_t>(1, graph.kindCount()), -1), nodes_(nodes) {}

void DaskLedger::observe(KindId kind, double seconds) {
    double& average = average_[kind.index()];
    average = average < 0 ? seconds : (average + seconds) / 2;
}

double DaskLedger::duration(TaskId task) const {
    return durationOf(graph_->kind(task));
}

double DaskLedger::durationOf(KindId kind) const {
    const double average = average_[kind.index()];
    return average < 0 ? kUnknownDuration : average;
}

bool DaskLedger::isMissing(DataId data, NodeId node) const {
    return graph_->producer(data).valid() && view_->data != nullptr && !view_->data->has(data, node);
}

void DaskLedger::charge(TaskId task, NodeId node) {
    Node& row = nodes_[node.index()];
    ++row.kinds[graph_->kind(task)];
    for (const DataId data : graph_->inputs(task)) {
        const auto known = row.needs.find(data);
        if (known != row.needs.end()) ++known->second;
        else if (isMissing(data, node)) row.needs.emplace(data, 1);
    }
    row.instant = 0;
}

void DaskLedger::discharge(TaskId task, NodeId node) {
    Node& row = nodes_[node.index()];
    const auto kind = row.kinds.find(graph_->kind(task));
    if (kind != row.kinds.end() && --kind->second == 0) row.kinds.erase(kind);
    for (const DataId data : graph_->inputs(task)) {
        const auto known = row.needs.find(data);
        if (known != row.needs.end() && --known->second == 0) row.needs.erase(known);
    }
    row.instant = 0;
}

void DaskLedger::store(TaskId task, NodeId node) {
    Node& row = nodes_[node.index()];
    const auto add = [&](DataId data) {
        if (graph_->producer(data).valid() && row.holds.insert(data).second) row.stored += graph_->dataBytes(data);
    };
    for (const DataId data : graph_->outputs(task)) add(data);
    for (const DataId data : graph_->inputs(task)) add(data);
}

double DaskLedger::network(Node& row, NodeId node) {
    if (row.instant == instant_) return row.network;
    row.instant = instant_;
    row.network = 0;
    for (const auto& [data, tasks] : row.needs)
        if (isMissing(data, node)) row.network += graph_->dataBytes(data);
    return row.network;
}

double DaskLedger::occupancy(NodeId node) {
    Node& row = nodes_[node.index()];
    double seconds = 0;
    for (const auto& [kind, tasks] : row.kinds) seconds += tasks * durationOf(kind);
    return seconds + network(row, node) / bandwidth_;
}

double DaskLedger::inputBytes(TaskId task) const {
    double bytes = 0;
    for (const DataId data : graph_->inputs(task))
        if (graph_->producer(data).valid()) bytes += graph_->dataBytes(data);
    return bytes;
}

double DaskLedger::missingBytes(TaskId task, NodeId node) const {
    double bytes = 0;
    for (const DataId data : graph_->inputs(task))
        if (isMissing(data, node)) bytes += graph_->dataBytes(data);
    return bytes;
}

bool DaskLedger::holdsInput(TaskId task, NodeId node) const {
    for (const DataId data : graph_->inputs(task))
        if (graph_->producer(data).valid() && !isMissing(data, node)) return true;
    return false;
}

std::pair<double, double> DaskLedger::objective(TaskId task, NodeId node) {
    const double threads = view_->estimate.platform().lanes(node);
    return {laws::daskStart(occupancy(node), threads, missingBytes(task, node), bandwidth_), stored(node)};
}

}  // namespace loom
