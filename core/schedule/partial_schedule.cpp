#include "core/schedule/partial_schedule.h"

#include <algorithm>
#include <limits>

namespace loom {

PartialSchedule::PartialSchedule(const View& view, Fill fill, Reason reason, DecisionLog* log)
    : estimate_(&view.estimate),
      fill_(fill),
      reason_(reason),
      log_(log),
      progress_(view.progress),
      finish_(view.estimate.graph().taskCount(), Time::never()),
      node_(view.estimate.graph().taskCount()) {
    const Platform& platform = view.estimate.platform();
    timelines_.reserve(platform.nodeCount());
    for (std::size_t i = 0; i < platform.nodeCount(); ++i) timelines_.emplace_back(platform.lanes(NodeId(i)), fill);
    placements_.reserve(finish_.size());
    row_.reserve(workers().size());
}

Time PartialSchedule::dataReady(TaskId task, NodeId node) const {
    Time ready = estimate_->earliestStart(task, node);
    for (const EdgeId edge : graph().inEdges(task)) {
        const std::size_t parent = graph().source(edge).index();
        if (finish_[parent].isNever()) return Time::never();
        ready = std::max(ready, finish_[parent] + estimate_->transferTime(edge, node_[parent], node));
    }
    return ready;
}

void PartialSchedule::dataReady(TaskId task, std::vector<Time>& row) const {
    const std::vector<NodeId>& nodes = workers();
    row.resize(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) row[i] = estimate_->earliestStart(task, nodes[i]);
    for (const EdgeId edge : graph().inEdges(task)) {
        const std::size_t parent = graph().source(edge).index();
        const Time finish = finish_[parent];
        if (finish.isNever()) return row.assign(nodes.size(), Time::never());
        const NodeId from = node_[parent];
        for (std::size_t i = 0; i < nodes.size(); ++i)
            row[i] = std::max(row[i], finish + estimate_->transferTime(edge, from, nodes[i]));
    }
}

Candidate PartialSchedule::candidate(TaskId task, NodeId node, Time ready) const {
    Candidate option{node, ready, Time::never(), Time::never(), std::numeric_limits<double>::infinity()};
    const Time duration = estimate_->computeTime(task, node);
    if (duration.isNever() || ready.isNever()) return option;
    const Time start = timelines_[node.index()].earliest(ready, duration, graph().cores(task));
    const Time finish = start + duration;
    if (finish.isNever()) return option;
    option.start = start;
    option.finish = finish;
    option.score = finish.seconds();
    return option;
}

std::span<Candidate> PartialSchedule::candidates(TaskId task) {
    dataReady(task, readyRow_);
    row_.clear();
    for (std::size_t i = 0; i < workers().size(); ++i) row_.push_back(candidate(task, workers()[i], readyRow_[i]));
    return row_;
}

void PartialSchedule::record(TaskId task, const Candidate& chosen, double priority, std::span<const Candidate> options) {
    log_->record({task, chosen.node, step_, priority, reason_.rule, reason_.scoreName, {options.begin(), options.end()}});
}

void PartialSchedule::place(TaskId task, const Candidate& chosen, double priority, std::span<const Candidate> options) {
    if (wants(task)) record(task, chosen, priority, options);
    ++step_;
    timelines_[chosen.node.index()].occupy(chosen.start, chosen.finish - chosen.start, graph().cores(task));
    finish_[task.index()] = chosen.finish;
    node_[task.index()] = chosen.node;
    placements_.push_back({task, chosen.node, chosen.start, chosen.finish});
}

void PartialSchedule::place(TaskId task, const Candidate& chosen, double priority) {
    const Candidate copy = chosen;  // `chosen` may live in the row that candidates() replaces
    place(task, copy, priority, wants(task) ? candidates(task) : std::span<Candidate>());
}

void PartialSchedule::emit(std::vector<Placement>& out) {
    // A task of no duration may stand before one that was placed earlier and starts at the same moment.
    if (fill_ == Fill::insertion)
        std::stable_sort(placements_.begin(), placements_.end(), [](const Placement& a, const Placement& b) {
            return a.start != b.start ? a.start < b.start : a.finish < b.finish;
        });
    out.insert(out.end(), placements_.begin(), placements_.end());
}

const Candidate* earliestFinish(std::span<const Candidate> options) {
    const Candidate* best = nullptr;
    for (const Candidate& option : options)
        if (!option.finish.isNever() && (best == nullptr || option.finish < best->finish)) best = &option;
    return best;
}

const Candidate* scoredByStart(std::span<Candidate> options) {
    const Candidate* best = nullptr;
    for (Candidate& option : options) {
        if (option.finish.isNever()) continue;
        option.score = option.start.seconds();
        if (best == nullptr || option.start < best->start) best = &option;
    }
    return best;
}

const Candidate* smallestScore(std::span<const Candidate> options) {
    const Candidate* best = nullptr;
    for (const Candidate& option : options)
        if (!option.finish.isNever() && (best == nullptr || option.score < best->score)) best = &option;
    return best;
}

}  // namespace loom
