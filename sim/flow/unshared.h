// No contention: every flow runs at its path's bottleneck whatever else is going on.
#pragma once

#include "sim/flow/flow_model.h"

namespace loom {

class UnsharedFlows : public FlowModel {
public:
    explicit UnsharedFlows(std::vector<Capacity> capacities) : capacities_(std::move(capacities)) {}

    void add(const FlowSpec& flow, Time now) override;
    void remove(FlowId flow, Time now) override;
    [[nodiscard]] Time nextCompletion() override;
    void complete(Time now, std::vector<FlowId>& finished) override;
    [[nodiscard]] double rate(FlowId flow) override;
    [[nodiscard]] ResourceId bottleneck(FlowId flow) override;
    void setCapacity(ResourceId resource, double amount, Time now) override;

private:
    struct Entry {
        Time finish;
        FlowId id;
        std::uint32_t generation;
        friend bool operator>(const Entry& a, const Entry& b) { return a.finish != b.finish ? a.finish > b.finish : a.id > b.id; }
    };
    struct Flow {
        std::vector<Use> uses;
        double bound = 0;
        double remaining = 0;  // at `since`
        double rate = 0;
        Time since;
        ResourceId bottleneck;
        bool active = false;
        std::uint32_t generation = 0;
    };
    void dropStale();
    void settle(FlowId id, Time now);

    std::vector<Capacity> capacities_;
    std::vector<Flow> flows_;    // by id
    std::vector<Entry> heap_;    // smallest finish first; stale entries are skipped
};

}  // namespace loom
