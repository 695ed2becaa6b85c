// When flows finish, by virtual time per bottleneck. The flows a resource holds back all run at its level (rate =
// level / penalty), so they form a group with a clock of its own, V = integral of the level over time: a flow that joins
// with work w left is through at V + w x penalty, whatever the level does until then. A change of level touches the group
// and none of its flows. (The virtual time of fair queueing: Demers, Keshav and Shenker, SIGCOMM 1989, per resource.)
#pragma once

#include "core/base/indexed_heap.h"
#include "sim/flow/flow_table.h"

namespace loom {

// Refers to the table, which must outlive it. Times given must not go backwards.
class FlowGroups {
public:
    struct Held {
        double key;         // V of the group when the flow is through
        std::uint32_t row;
    };

    explicit FlowGroups(FlowTable& flows);

    // The flow waits (kNoHolder) and joins the group of the resource, or goes at its own pace.
    void join(std::uint32_t row, std::uint32_t resource, Time now);
    void goOwnPace(std::uint32_t row, Time now);
    // The flow leaves where it is and waits with the work it has left.
    void leave(std::uint32_t row, Time now);
    void setLevel(std::uint32_t resource, double level, Time now);
    // To be called after joins, leaves and levels, before next().
    void settle();

    [[nodiscard]] Time next() const { return due_.empty() ? Time::never() : due_.top().key; }
    [[nodiscard]] std::uint32_t nextRow() const;

    [[nodiscard]] const std::vector<Held>& held(std::uint32_t resource) const { return groups_[resource].held; }
    [[nodiscard]] double level(std::uint32_t resource) const { return groups_[resource].level; }
    [[nodiscard]] double flowLevel(std::uint32_t row) const {
        const std::uint32_t holder = flows_[row].holder;
        if (holder < kOwnPace) return groups_[holder].level;
        return holder == kOwnPace ? flows_[row].ownLevel : 0;
    }

private:
    struct Group {
        double level = 0;
        double clock = 0;           // V at `since`
        Time since;
        std::vector<Held> held;     // a heap: who is through first
        std::uint32_t joins = 0;    // since the clock was set back
        bool unsettled = false;
    };
    void advance(Group& group, Time now);
    void touch(std::uint32_t resource);
    void setBackClock(Group& group);
    [[nodiscard]] Time finish(const Group& group) const;
    [[nodiscard]] auto notePosition() {
        return [this](const Held& held, std::size_t at) { flows_[held.row].position = static_cast<std::uint32_t>(at); };
    }

    FlowTable& flows_;
    std::vector<Group> groups_;              // by resource
    std::vector<std::uint32_t> unsettled_;   // resources
    IndexedHeap<Time> due_;                  // a resource, or resources + row of a flow at its own pace
};

}  // namespace loom
