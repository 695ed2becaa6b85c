// Equal split per bottleneck: a flow gets the smallest of capacity / flows over what it uses. Simple, local, and
// pessimistic where a flow held back elsewhere leaves bandwidth that nobody picks up.
//
// The split of a resource is known from its number of users alone, so a change moves only flows whose smallest split is
// another one than before; the rest of a group follows its level in O(log n).
#pragma once

#include "sim/flow/shared_flows.h"

namespace loom {

class FairShareFlows : public SharedFlows {
public:
    explicit FairShareFlows(std::vector<Capacity> capacities);

private:
    void share() override;
    void arrived(std::uint32_t row) override;
    void stopping(std::uint32_t) override {}
    void departed(std::uint32_t row) override;
    void capacityChanged(std::uint32_t resource) override { note(resource); }

    struct Split {
        double users = 0;       // shares added up
        double rate = 0;        // capacity / users
        double previous = 0;    // rate at the last share()
        double mostAlone = 0;   // no user reaches more than this, even alone
        double alternative = 0; // whom this resource holds, no other resource holds below this rate
        bool changed = false;
    };
    void note(std::uint32_t resource);
    void choose(std::uint32_t row);
    void claim(std::uint32_t resource);
    void release(std::uint32_t resource);

    std::vector<Split> splits_;            // by resource
    std::vector<std::uint32_t> changed_;   // resources
    std::vector<std::uint32_t> moving_;    // rows
};

}  // namespace loom
