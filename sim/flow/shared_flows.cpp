#include "sim/flow/shared_flows.h"

#include <algorithm>

namespace loom {

SharedFlows::SharedFlows(std::vector<Capacity> capacities, bool weighted)
    : flows_(std::move(capacities)), groups_(flows_), weighted_(weighted) {}

// Changes of one instant are shared out together, those of an earlier instant before time moves on.
void SharedFlows::advance(Time now) {
    if (disturbed_ && now != now_) settle();
    now_ = now;
}

void SharedFlows::add(const FlowSpec& spec, Time now) {
    advance(now);
    const std::uint32_t row = flows_.add(spec, now, weighted_);
    const bool through = spec.work <= 0 || (flows_[row].uses == 0 && spec.bound == std::numeric_limits<double>::infinity());
    if (through) {
        flows_[row].uses = flows_[row].shared = 0;
        flows_[row].left = 0;
        return groups_.goOwnPace(row, now);
    }
    flows_.link(row);
    if (flows_[row].shared == 0) return groups_.goOwnPace(row, now);
    await(row);
    arrived(row);
}

void SharedFlows::await(std::uint32_t row) {
    flows_[row].position = static_cast<std::uint32_t>(waiting_.size());
    waiting_.push_back(row);
    disturbed_ = true;
}

// Takes the flow from its holder, or from among those that wait for one.
void SharedFlows::stop(std::uint32_t row) {
    if (flows_[row].holder != kNoHolder) {
        stopping(row);
        return groups_.leave(row, now_);
    }
    const std::uint32_t last = waiting_.back();
    waiting_[flows_[row].position] = last;
    flows_[last].position = flows_[row].position;
    waiting_.pop_back();
}

void SharedFlows::detach(std::uint32_t row) {
    stop(row);
    flows_.unlink(row);
    if (flows_[row].shared > 0) departed(row);
    flows_.remove(row);
}

void SharedFlows::remove(FlowId flow, Time now) {
    advance(now);
    detach(flows_.rowOf(flow));
}

// Every user of the resource is asked anew, with the work it has left at this moment.
void SharedFlows::setCapacity(ResourceId resource, double amount, Time now) {
    advance(now);
    affected_.clear();
    for (const FlowTable::User& user : flows_.users(resource.index())) affected_.push_back(user.row);
    for (const std::uint32_t row : affected_) stop(row);
    flows_.setCapacity(resource.index(), amount);
    for (const std::uint32_t row : affected_) {
        flows_.findOwnLevel(row);
        if (flows_[row].shared == 0) groups_.goOwnPace(row, now);
        else await(row);
    }
    capacityChanged(resource.value);
}

void SharedFlows::settle() {
    if (disturbed_) share();
    disturbed_ = false;
    waiting_.clear();
    groups_.settle();
}

Time SharedFlows::nextCompletion() {
    settle();
    return groups_.next();
}

void SharedFlows::complete(Time now, std::vector<FlowId>& finished) {
    settle();
    now_ = now;
    const auto first = static_cast<std::ptrdiff_t>(finished.size());
    while (groups_.next() <= now && !groups_.next().isNever()) {
        const std::uint32_t row = groups_.nextRow();
        finished.push_back(flows_[row].id);
        detach(row);
        groups_.settle();  // the level stands until the next share(): who else of the group is through at it?
    }
    std::sort(finished.begin() + first, finished.end());
}

double SharedFlows::rate(FlowId flow) {
    settle();
    const std::uint32_t row = flows_.rowOf(flow);
    return flows_[row].uses == 0 && flows_[row].left <= 0 ? 0 : groups_.flowLevel(row) / flows_[row].penalty;
}

ResourceId SharedFlows::bottleneck(FlowId flow) {
    settle();
    const FlowRow& row = flows_[flows_.rowOf(flow)];
    return row.holder == kOwnPace ? row.fatpipe : ResourceId(row.holder);
}

}  // namespace loom
