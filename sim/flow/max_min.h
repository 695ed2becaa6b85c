// Weighted max-min fairness with flow bounds by progressive filling, on the part of the network a change can reach
// (model-spec.md section 10; Bertsekas and Gallager, Data Networks, 1992, section 6.5.2).
#pragma once

#include "sim/flow/shared_flows.h"

namespace loom {

class MaxMinFlows : public SharedFlows {
public:
    explicit MaxMinFlows(std::vector<Capacity> capacities);

protected:
    void share(const std::vector<ResourceId>& resources) override;

private:
    // A flow of the component being solved.
    struct Member {
        FlowId id;
        double penalty;      // rate = level / penalty
        double bound;        // own, and of the fatpipes it uses
        ResourceId fatpipe;  // the one that bounds it; none() when its own bound does
        bool fixed = false;
    };
    struct ResourceState {
        double remaining = 0;    // not yet given away
        double pull = 0;         // sum of share / penalty over the uses not yet fixed
        std::uint32_t open = 0;  // how many those are; 0 on a fatpipe, which bounds each flow alone
    };
    void collect(const std::vector<ResourceId>& resources);
    void fix(Member& member, double rate, ResourceId bottleneck);
    void fill();
    [[nodiscard]] Member member(FlowId id);

    std::vector<Member> members_;
    std::vector<ResourceId> component_;
    std::vector<ResourceState> state_;      // by resource
    std::vector<std::uint32_t> resourceMark_, flowMark_;  // == mark_ when in the component
    std::vector<std::uint32_t> memberOf_;   // by flow
    std::uint32_t mark_ = 0;
};

}  // namespace loom
