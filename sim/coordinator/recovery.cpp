// What a disturbance undoes: one rule. A committed output that is lost and still needed makes its task run again.
#include <algorithm>

#include "sim/coordinator/coordinator.h"

namespace loom {

// Runs once an instant, after every event of a disturbance is known. O(tasks + edges): disturbances are rare.
void Coordinator::recover(Context& context) {
    disturbed_ = false;
    uncommitLostProducers(context);
    recount(context);
    dropStaleReady();
    if (static_) reassignUnplaced(context);
    for (std::size_t t = 0; t < tasks_.size(); ++t) {
        if (tasks_[t].stage != Stage::placed) continue;
        fetchInputs(TaskId(t), context);
        if (tasks_[t].missing == 0) candidates_.push_back(TaskId(t));
    }
}

// Consumers before producers, so that one pass follows the lineage as far back as outputs are missing.
void Coordinator::uncommitLostProducers(Context& context) {
    const TaskSpan order = graph_.topologicalOrder();
    for (std::size_t i = order.size(); i-- > 0;) {
        const TaskId task = order[i];
        if (row(task).stage == Stage::committed || row(task).stage == Stage::running) continue;
        for (const DataId data : graph_.inputs(task)) {
            const TaskId producer = graph_.producer(data);
            if (!producer.valid() || row(producer).stage != Stage::committed || data_.exists(data)) continue;
            row(producer).stage = Stage::blocked;
            --committed_;
            note(context, RecordKind::taskRetry, producer.value, static_cast<std::uint32_t>(Reason::outputLost), Record::kNone,
                 row(producer).failures);
            tell(TaskNews::What::undone, producer, row(producer).node);
            undone(producer);
        }
    }
}

// Counts again what every waiting task waits for, and takes tasks off nodes that are down or that cannot get
// their inputs any more.
void Coordinator::recount(Context& context) {
    for (std::size_t t = 0; t < tasks_.size(); ++t) {
        const TaskId task(t);
        TaskRow& waiting = tasks_[t];
        if (waiting.stage == Stage::committed || waiting.stage == Stage::running) continue;
        const bool wasDue = waiting.unmet == 0;
        waiting.unmet = isReleased(task) ? 0 : 1;
        for (const TaskId parent : graph_.predecessors(task)) waiting.unmet += row(parent).stage != Stage::committed ? 1 : 0;
        if (waiting.stage == Stage::backoff) continue;
        if (waiting.stage == Stage::placed) {
            const bool nodeUp = nodes_[waiting.node.index()].up;
            if (nodeUp && (static_ || waiting.unmet == 0)) continue;
            const bool fetched = queues_ ? waiting.missing > 0 : lanes_.isHead(waiting.node, waiting.lane, coresOf(task), task);
            if (fetched) undone(task);
            leaveNode(task);
            tell(TaskNews::What::takenOff, task, waiting.node);
            const Reason reason = nodeUp ? Reason::outputLost : Reason::nodeCrashed;
            // A planned task whose time had not come only moves: there is nothing to do again.
            if (wasDue)
                note(context, RecordKind::taskRetry, task.value, static_cast<std::uint32_t>(reason), Record::kNone,
                     waiting.failures);
            waiting.stage = Stage::blocked;
        }
        if (waiting.stage == Stage::ready && waiting.unmet > 0) {
            note(context, RecordKind::taskRetry, task.value, static_cast<std::uint32_t>(Reason::outputLost), Record::kNone,
                 waiting.failures);
            waiting.stage = Stage::blocked;
        }
        if (waiting.stage == Stage::blocked && waiting.unmet == 0) markReady(task);
    }
}

void Coordinator::dropStaleReady() {
    const auto stale = [this](TaskId task) { return static_ ? row(task).unmet > 0 : row(task).stage != Stage::ready; };
    std::erase_if(newlyReady_, stale);
    std::sort(newlyReady_.begin(), newlyReady_.end());
    newlyReady_.erase(std::unique(newlyReady_.begin(), newlyReady_.end()), newlyReady_.end());
    ready_.erase(ready_.begin(), ready_.begin() + static_cast<std::ptrdiff_t>(readyFront_));
    readyFront_ = 0;
    std::erase_if(ready_, stale);
}

void Coordinator::reassignUnplaced(Context& context) {
    std::vector<TaskId> unplaced;
    for (std::size_t t = 0; t < tasks_.size(); ++t)
        if (tasks_[t].stage == Stage::blocked) unplaced.push_back(TaskId(t));
    std::sort(unplaced.begin(), unplaced.end(), [&](TaskId a, TaskId b) { return order_[a.index()] < order_[b.index()]; });
    if (unplaced.empty()) return;
    std::vector<Time> backlog = backlogs();
    for (const TaskId task : unplaced) {
        const NodeId node = bestLiveNode(task, backlog);
        if (!node.valid()) continue;  // waits for a repair
        backlog[node.index()] += estimate_.computeTime(task, node);
        place(task, node, *lanes_.shortest(node, coresOf(task), ~std::size_t{0}), context);
    }
}

// By node: estimated compute time of the tasks placed or running there.
std::vector<Time> Coordinator::backlogs() const {
    std::vector<Time> backlog(nodes_.size());
    for (std::size_t t = 0; t < tasks_.size(); ++t) {
        const TaskRow& task = tasks_[t];
        if (task.stage != Stage::placed && task.stage != Stage::running) continue;
        backlog[task.node.index()] += estimate_.computeTime(TaskId(t), task.node);
    }
    return backlog;
}

// Where the task would finish first: behind what is queued there, after the longest fetch (minimum completion time,
// Maheswaran et al. 1999). Lowest index on ties.
NodeId Coordinator::bestLiveNode(TaskId task, const std::vector<Time>& backlog) const {
    NodeId best;
    Time bestFinish = Time::never();
    for (const NodeId node : estimate_.workers()) {
        const NodeRow& host = nodes_[node.index()];
        const Time compute = estimate_.computeTime(task, node);
        if (!host.up || compute.isNever()) continue;
        Time fetch = Time::zero();
        for (const DataId data : graph_.inputs(task)) {
            const NodeId from = data_.source(data, node);
            if (from.valid() && from != node) fetch = std::max(fetch, estimate_.dataTime(data, from, node));
        }
        const Time queue = Time::fromNanoseconds(backlog[node.index()].nanoseconds() / static_cast<std::int64_t>(lanes_.laneCount(node)));
        const Time finish = std::max(queue, fetch) + compute;
        if (finish >= bestFinish) continue;
        best = node;
        bestFinish = finish;
    }
    return best;
}

}  // namespace loom
