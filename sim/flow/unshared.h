// No contention: every flow runs at its path's bottleneck whatever else is going on.
#pragma once

#include "core/base/indexed_heap.h"
#include "sim/flow/flow_table.h"

namespace loom {

class UnsharedFlows : public FlowModel {
public:
    explicit UnsharedFlows(std::vector<Capacity> capacities) : flows_(std::move(capacities)) {}

    [[nodiscard]] bool contended() const override { return false; }
    void add(const FlowSpec& flow, Time now) override;
    void remove(FlowId flow, Time now) override;
    void setCapacity(ResourceId resource, double amount, Time now) override;
    [[nodiscard]] Time nextCompletion() override { return due_.empty() ? Time::never() : due_.top().key; }
    void complete(Time now, std::vector<FlowId>& finished) override;
    [[nodiscard]] double rate(FlowId flow) override { return paces_[flows_.rowOf(flow)].rate; }
    [[nodiscard]] ResourceId bottleneck(FlowId flow) override { return paces_[flows_.rowOf(flow)].bottleneck; }

private:
    struct Pace {
        double left = 0;  // B at `since`
        double rate = 0;
        Time since;
        ResourceId bottleneck;
        bool active = false;
    };
    void settle(std::uint32_t row, Time now);
    void retire(std::uint32_t row);

    FlowTable flows_;
    std::vector<Pace> paces_;  // by row
    IndexedHeap<Time> due_;    // rows
};

}  // namespace loom
