// Equal split per bottleneck: a flow gets the smallest of capacity / flows over what it uses. Simple, local, and
// pessimistic where a flow held back elsewhere leaves bandwidth that nobody picks up.
#pragma once

#include "sim/flow/shared_flows.h"

namespace loom {

class FairShareFlows : public SharedFlows {
public:
    using SharedFlows::SharedFlows;

protected:
    void share(const std::vector<ResourceId>& resources) override;
};

}  // namespace loom
