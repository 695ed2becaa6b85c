// What the contention models have in common: flows as columns, who uses what, how much is left, and a
// heap of finish times. A model only has to say the new rates of the flows a change may have touched.
#pragma once

#include "sim/flow/flow_model.h"

namespace loom {

class SharedFlows : public FlowModel {
public:
    explicit SharedFlows(std::vector<Capacity> capacities);

    void add(const FlowSpec& flow, Time now) override;
    void remove(FlowId flow, Time now) override;
    [[nodiscard]] Time nextCompletion() override;
    void complete(Time now, std::vector<FlowId>& finished) override;
    [[nodiscard]] double rate(FlowId flow) override;
    [[nodiscard]] ResourceId bottleneck(FlowId flow) override;
    void setCapacity(ResourceId resource, double amount, Time now) override;

protected:
    struct Flow {
        std::vector<Use> uses;
        double penalty = 1;
        double bound = 0;
        ResourceId bottleneck;
        double remaining = 0;  // B left at `since`
        double rate = 0;       // B/s since then
        Time since;
        std::uint32_t generation = 0;
    };
    // Computes the rates of (at least) every flow whose rate may change because the flow sets of `resources`
    // changed; calls setRate for each.
    virtual void share(const std::vector<ResourceId>& resources) = 0;
    void setRate(FlowId flow, double rate, ResourceId bottleneck);

    [[nodiscard]] const Capacity& capacity(ResourceId id) const { return capacities_[id.index()]; }
    [[nodiscard]] std::size_t resourceCount() const { return capacities_.size(); }
    [[nodiscard]] Flow& flow(FlowId id) { return flows_[id.index()]; }
    [[nodiscard]] const std::vector<FlowId>& flowsOn(ResourceId id) const { return on_[id.index()]; }

private:
    struct Entry {
        Time finish;
        FlowId id;
        std::uint32_t generation;
        friend bool operator>(const Entry& a, const Entry& b) { return a.finish != b.finish ? a.finish > b.finish : a.id > b.id; }
    };
    void shareIfChanged();
    void schedule(Time finish, FlowId flow);
    void touch(ResourceId resource, Time now);

    std::vector<Capacity> capacities_;
    std::vector<Flow> flows_;                  // by id
    std::vector<std::vector<FlowId>> on_;      // active flows of a resource in order of arrival; twice if used twice
    std::vector<ResourceId> changed_;          // resources whose flow set changed since the last share()
    std::vector<bool> isChanged_;
    std::vector<Entry> heap_;
    std::size_t active_ = 0;  // flows
    Time now_;
};

}  // namespace loom
