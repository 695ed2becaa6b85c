#include "sim/flow/fair_share.h"

#include <algorithm>

namespace loom {

void FairShareFlows::share(const std::vector<ResourceId>& resources) {
    for (const ResourceId touched : resources) {
        for (const FlowId id : flowsOn(touched)) {
            double rate = flow(id).bound;
            ResourceId bottleneck;
            for (const Use& use : flow(id).uses) {
                const bool fatpipe = capacity(use.resource).sharing == Sharing::fatpipe;
                const double users = fatpipe ? 1.0 : static_cast<double>(flowsOn(use.resource).size());
                const double part = capacity(use.resource).amount / users;
                if (part >= rate) continue;
                rate = part;
                bottleneck = use.resource;
            }
            setRate(id, rate, bottleneck);
        }
    }
}

}  // namespace loom
