#include "sim/flow/flow_groups.h"

#include <algorithm>

namespace loom {

namespace {

Time after(Time since, double left, double level) {
    if (left <= 0) return since;
    return level > 0 ? since + Time::fromSeconds(left / level) : Time::never();
}

}  // namespace

FlowGroups::FlowGroups(FlowTable& flows) : flows_(flows), groups_(flows.resources()) {}

void FlowGroups::advance(Group& group, Time now) {
    if (now == group.since) return;
    if (!group.held.empty()) group.clock += group.level * (now - group.since).seconds();
    group.since = now;
}

void FlowGroups::touch(std::uint32_t resource) {
    if (groups_[resource].unsettled) return;
    groups_[resource].unsettled = true;
    unsettled_.push_back(resource);
}

// A clock that only ran forward would lose digits: set back to zero now and then, at a cost spread over the joins.
// Subtracting the same number from every key keeps their order.
void FlowGroups::setBackClock(Group& group) {
    for (Held& held : group.held) held.key -= group.clock;
    group.clock = 0;
    group.joins = 0;
}

void FlowGroups::join(std::uint32_t index, std::uint32_t resource, Time now) {
    Group& group = groups_[resource];
    advance(group, now);
    if (++group.joins > 64 + 8 * group.held.size()) setBackClock(group);
    FlowRow& row = flows_[index];
    row.holder = resource;
    heap::push(group.held, Held{group.clock + row.left, index}, notePosition());
    touch(resource);
}

void FlowGroups::goOwnPace(std::uint32_t index, Time now) {
    FlowRow& row = flows_[index];
    row.holder = kOwnPace;
    row.since = now;
    const Time finish = after(now, row.left, row.ownLevel);
    if (!finish.isNever()) due_.set(static_cast<std::uint32_t>(groups_.size()) + index, finish);
}

void FlowGroups::leave(std::uint32_t index, Time now) {
    FlowRow& row = flows_[index];
    const std::uint32_t holder = std::exchange(row.holder, kNoHolder);
    if (holder == kOwnPace) {
        if (now > row.since) row.left = std::max(0.0, row.left - row.ownLevel * (now - row.since).seconds());
        row.since = now;
        due_.erase(static_cast<std::uint32_t>(groups_.size()) + index);
        return;
    }
    Group& group = groups_[holder];
    advance(group, now);
    row.left = std::max(0.0, group.held[row.position].key - group.clock);
    row.since = now;
    heap::erase(group.held, row.position, notePosition());
    touch(holder);
}

void FlowGroups::setLevel(std::uint32_t resource, double level, Time now) {
    Group& group = groups_[resource];
    advance(group, now);
    group.level = level;
    touch(resource);
}

Time FlowGroups::finish(const Group& group) const {
    return after(group.since, group.held.front().key - group.clock, group.level);
}

void FlowGroups::settle() {
    for (const std::uint32_t resource : unsettled_) {
        Group& group = groups_[resource];
        group.unsettled = false;
        if (group.held.empty()) {
            group.level = 0;
            group.clock = 0;
            group.joins = 0;
        }
        const Time next = group.held.empty() ? Time::never() : finish(group);
        if (next.isNever()) due_.erase(resource);
        else due_.set(resource, next);
    }
    unsettled_.clear();
}

std::uint32_t FlowGroups::nextRow() const {
    const std::uint32_t id = due_.top().id;
    return id < groups_.size() ? groups_[id].held.front().row : id - static_cast<std::uint32_t>(groups_.size());
}

}  // namespace loom
