// Weighted max-min fairness with flow bounds, exact and incremental (model-spec.md section 10.1).
//
// What makes rates max-min fair: nothing is overloaded, and every flow runs at its own bound or has a bottleneck, a full
// resource on which nobody's level is larger (Bertsekas and Gallager, Data Networks, 1992, section 6.5.2). That decides
// the rates, so any way to get there is exact. After a change only flows that some full resource links to it can move:
// those are solved again with everybody else fixed, and whoever stands in the way at a higher level joins them.
#pragma once

#include "sim/flow/restricted_fill.h"
#include "sim/flow/shared_flows.h"
#include "sim/flow/single_bottleneck.h"

namespace loom {

class MaxMinFlows : public SharedFlows {
public:
    explicit MaxMinFlows(std::vector<Capacity> capacities);

private:
    void share() override;
    void arrived(std::uint32_t) override {}
    void stopping(std::uint32_t row) override;
    void departed(std::uint32_t row) override;
    void capacityChanged(std::uint32_t) override {}

    void solve();
    void take(std::uint32_t row);
    void takeGroups();
    bool widen(std::size_t round);
    void apply();
    void addUp(std::uint32_t resource);

    std::vector<double> load_;            // by resource: what all flows take, but those under a lease
    std::vector<std::uint32_t> updates_;  // by resource: since the load was added up from nothing
    std::vector<std::uint32_t> changed_;  // resources that hold flows and of which something was given back
    std::vector<bool> isChanged_;
    SingleBottleneck single_;
    RestrictedFill fill_;
    std::size_t grouped_ = 0;             // touched resources whose groups are members
    std::vector<std::uint32_t> outsiders_;
};

}  // namespace loom
