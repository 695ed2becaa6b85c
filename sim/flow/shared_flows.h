// What the contention models have in common: flows come, wait for a rate, are held by a resource or go at their own
// pace, and leave. A model says who is held by whom, and at which level.
#pragma once

#include "sim/flow/flow_groups.h"

namespace loom {

class SharedFlows : public FlowModel {
public:
    SharedFlows(const SharedFlows&) = delete;
    SharedFlows& operator=(const SharedFlows&) = delete;

    void add(const FlowSpec& flow, Time now) final;
    void remove(FlowId flow, Time now) final;
    void setCapacity(ResourceId resource, double amount, Time now) final;
    [[nodiscard]] Time nextCompletion() final;
    void complete(Time now, std::vector<FlowId>& finished) final;
    [[nodiscard]] double rate(FlowId flow) final;
    [[nodiscard]] ResourceId bottleneck(FlowId flow) final;

protected:
    // `weighted`: penalties count, else every flow is a flow.
    SharedFlows(std::vector<Capacity> capacities, bool weighted);

    // Gives every waiting flow a holder, moves others where need be, and sets the levels that change.
    virtual void share() = 0;
    // The flow is among the users of its resources; it waits.
    virtual void arrived(std::uint32_t row) = 0;
    // The flow is about to leave its holder: it uses its resources, at groups().flowLevel(row), for the last time.
    virtual void stopping(std::uint32_t row) = 0;
    // The flow is no longer among the users of its resources.
    virtual void departed(std::uint32_t row) = 0;
    virtual void capacityChanged(std::uint32_t resource) = 0;

    [[nodiscard]] Time now() const { return now_; }
    // The rows without holder, newest last. share() leaves none.
    [[nodiscard]] const std::vector<std::uint32_t>& waiting() const { return waiting_; }
    [[nodiscard]] FlowTable& flows() { return flows_; }
    [[nodiscard]] FlowGroups& groups() { return groups_; }
    // Something changed that share() must look at.
    void disturb() { disturbed_ = true; }

private:
    void advance(Time now);
    void await(std::uint32_t row);
    void stop(std::uint32_t row);
    void detach(std::uint32_t row);
    void settle();

    FlowTable flows_;
    FlowGroups groups_;
    std::vector<std::uint32_t> waiting_;
    std::vector<std::uint32_t> affected_;
    Time now_;
    bool weighted_;
    bool disturbed_ = false;
};

}  // namespace loom
