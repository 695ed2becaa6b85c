#include "core/schedule/locality.h"

#include <algorithm>

#include "core/schedule/online_scheduler.h"

namespace loom {

namespace {

// By worker: input bytes that are there.
std::vector<double> bytesAtWorkers(const View& view, TaskId task) {
    std::vector<double> bytes;
    for (const NodeId node : view.estimate.workers()) bytes.push_back(localBytes(view, task, node));
    return bytes;
}

// The workers with at least `least` bytes, unless that is nothing or says nothing.
std::vector<NodeId> holders(const View& view, const std::vector<double>& bytes, double least) {
    std::vector<NodeId> out;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] > 0 && bytes[i] >= least) out.push_back(view.estimate.workers()[i]);
    if (out.size() == bytes.size()) out.clear();
    return out;
}

}  // namespace

std::vector<NodeId> preferredNodes(const View& view, TaskId task, double share) {
    double total = 0;
    for (const DataId data : view.estimate.graph().inputs(task)) total += view.estimate.graph().dataBytes(data);
    return holders(view, bytesAtWorkers(view, task), total * share);
}

std::vector<NodeId> nearestNodes(const View& view, TaskId task) {
    const std::vector<double> bytes = bytesAtWorkers(view, task);
    return holders(view, bytes, *std::max_element(bytes.begin(), bytes.end()));
}

PendingTasks::PendingTasks(const Platform& platform) : byNode_(platform.nodeCount()) {
    std::map<std::string, std::size_t> racks;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const std::string& group = platform.node(NodeId(n)).group;
        rackOf_.push_back(group.empty() ? kNoRack : racks.try_emplace(group, racks.size()).first->second);
    }
    byRack_.resize(racks.size());
}

template <class Visit>
void PendingTasks::inLists(const Row& row, Visit visit) {
    visit(all_);
    if (row.preferred.empty()) visit(free_);
    std::set<std::size_t> racks;
    for (const NodeId node : row.preferred) {
        visit(byNode_[node.index()]);
        if (rackOf_[node.index()] != kNoRack) racks.insert(rackOf_[node.index()]);
    }
    for (const std::size_t rack : racks) visit(byRack_[rack]);
}

void PendingTasks::add(TaskId task, std::int64_t order, std::vector<NodeId> preferred) {
    const auto [at, isNew] = rows_.try_emplace(task, Row{order, std::move(preferred)});
    if (!isNew) return;
    inLists(at->second, [&](List& list) { list.insert({order, task}); });
    const std::vector<NodeId>& nodes = at->second.preferred;
    const auto inRack = [this](NodeId node) { return rackOf_[node.index()] != kNoRack; };
    preferNode_ += nodes.empty() ? 0 : 1;
    preferRack_ += std::any_of(nodes.begin(), nodes.end(), inRack) ? 1 : 0;
}

void PendingTasks::remove(TaskId task) {
    const auto at = rows_.find(task);
    if (at == rows_.end()) return;
    inLists(at->second, [&](List& list) { list.erase({at->second.order, task}); });
    const std::vector<NodeId>& nodes = at->second.preferred;
    const auto inRack = [this](NodeId node) { return rackOf_[node.index()] != kNoRack; };
    preferNode_ -= nodes.empty() ? 0 : 1;
    preferRack_ -= std::any_of(nodes.begin(), nodes.end(), inRack) ? 1 : 0;
    rows_.erase(at);
}

bool PendingTasks::anyAt(Locality locality) const {
    switch (locality) {
        case Locality::node:
            return preferNode_ > 0;
        case Locality::noPreference:
            return !free_.empty();
        case Locality::rack:
            return preferRack_ > 0;
        default:
            return !all_.empty();
    }
}

Locality LocalityWait::farthest(Time now) const {
    if (since_.isNever() || now < since_ + forRack_) return forRack_ + forAny_ == Time::zero() ? Locality::any : Locality::noPreference;
    return now < since_ + forRack_ + forAny_ ? Locality::rack : Locality::any;
}

Time LocalityWait::next(Time now) const {
    if (since_.isNever() || now >= since_ + forRack_ + forAny_) return Time::never();
    return now < since_ + forRack_ ? since_ + forRack_ : since_ + forRack_ + forAny_;
}

}  // namespace loom
