#include "core/schedule/ray_view.h"

#include <algorithm>

#include "core/schedule/online_scheduler.h"

namespace loom {

void RayView::look(const View& view) {
    view_ = &view;
    updated_.resize(view.nodes.size());
    last_.resize(view.nodes.size());
    if (period_ == Time::zero() || view.now < nextUpdate_) return;
    // What was true when the last update fell due: nothing has changed between two instants.
    updated_ = last_;
    sent_.clear();
    nextUpdate_ = nextMultiple(period_, view.now);
}

Time RayView::nextUpdate(Time now) const { return period_ == Time::zero() ? Time::zero() : nextMultiple(period_, now); }

void RayView::seen(const AssignmentBook& book, const View& view) {
    for (const NodeId node : view.estimate.workers())
        last_[node.index()] = RayUse{static_cast<double>(book.cores(node)), book.memory(node)};
}

void RayView::sent(NodeId from, NodeId to, TaskId task) {
    if (isFresh(from, to)) return;
    RayUse& use = sent_[{from, to}];
    use.cores += view_->estimate.graph().cores(task);
    use.memory += view_->estimate.graph().memory(task);
}

RayUse RayView::useOf(NodeId from, NodeId node, const AssignmentBook& book) const {
    if (isFresh(from, node)) return {static_cast<double>(book.cores(node)), book.memory(node)};
    RayUse use = updated_[node.index()];
    if (const auto more = sent_.find({from, node}); more != sent_.end()) {
        use.cores += more->second.cores;
        use.memory += more->second.memory;
    }
    return use;
}

double RayView::utilisation(NodeId from, NodeId node, const AssignmentBook& book) const {
    const RayUse use = useOf(from, node, book);
    const Platform& platform = view_->estimate.platform();
    const double cores = use.cores / platform.lanes(node);
    const double memory = platform.node(node).memory > 0 ? use.memory / platform.node(node).memory : 0;
    return std::min(1.0, std::max(cores, memory));
}

bool RayView::isAvailable(NodeId from, NodeId node, TaskId task, const AssignmentBook& book) const {
    const RayUse use = useOf(from, node, book);
    const Platform& platform = view_->estimate.platform();
    const TaskGraph& graph = view_->estimate.graph();
    const double memory = platform.node(node).memory;
    return use.cores + graph.cores(task) <= platform.lanes(node) && (memory == 0 || use.memory + graph.memory(task) <= memory);
}

}  // namespace loom
