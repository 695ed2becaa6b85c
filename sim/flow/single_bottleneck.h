// The short cut of max-min for a resource that holds back all of its users, who cross no other full resource: then
// level = capacity / sum of weights, and a flow that comes or goes costs O(log n) however many there are. It is exact
// as long as no other resource of theirs gets full and no flow reaches its own bound. Both are known from one number,
// the level up to which that is sure, which is found anew only when the level would pass it.
#pragma once

#include <span>
#include <vector>

#include "sim/flow/flow_groups.h"

namespace loom {

// A resource followed this way has a lease on every resource its flows use: what they take of those is weight x level
// and is not part of `load` until the lease ends. A resource is leased to one at a time.
class SingleBottleneck {
public:
    // `load`: what flows take of each resource, leases aside. All three must outlive this.
    SingleBottleneck(FlowTable& flows, FlowGroups& groups, std::vector<double>& load);

    // Gives the waiting flows and the groups of the changed resources their rates, if it can.
    bool follow(std::span<const std::uint32_t> changed, std::span<const std::uint32_t> waiting, Time now);
    // Ends the lease the resource is under, if it is under one.
    void release(std::uint32_t resource);

    // A flow held by `holder` uses the resource under a lease.
    [[nodiscard]] bool covers(std::uint32_t resource, std::uint32_t holder) const { return leases_[resource].owner == holder; }
    // That flow goes.
    void drop(std::uint32_t resource, double weight);

private:
    struct Lease {
        std::uint32_t owner = kNoHolder;
        std::uint32_t flows = 0;
        double weight = 0;  // of the owner's flows
    };
    struct Owner {
        double limit = 0;             // sure up to this level
        std::uint32_t follows = 0;    // since the sums were added up from nothing
        std::uint32_t rest = 0;       // changes not to try, after it did not work
    };
    [[nodiscard]] std::uint32_t onlyGroup(std::span<const std::uint32_t> changed, std::span<const std::uint32_t> waiting) const;
    [[nodiscard]] bool holdsAll(std::uint32_t resource, std::span<const std::uint32_t> waiting) const;
    bool lease(std::uint32_t owner);
    bool cover(std::uint32_t row, std::uint32_t owner);
    void lowerLimit(std::uint32_t row, std::uint32_t owner);
    void survey(std::uint32_t owner, std::span<const std::uint32_t> waiting);
    bool giveUp(std::uint32_t owner);

    FlowTable& flows_;
    FlowGroups& groups_;
    std::vector<double>& load_;
    std::vector<Lease> leases_;  // by resource
    std::vector<Owner> owners_;  // by resource
};

}  // namespace loom
