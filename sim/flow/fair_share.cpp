#include "sim/flow/fair_share.h"

#include <algorithm>

namespace loom {

void FairShareFlows::share(const std::vector<LinkId>& links) {
    for (const LinkId touched : links) {
        for (const FlowId id : flowsOn(touched)) {
            double rate = std::numeric_limits<double>::infinity();
            for (const LinkId link : flow(id).links) {
                const LinkInfo& info = platform().link(link);
                const double users = info.sharing == Sharing::fatpipe ? 1.0 : static_cast<double>(flowsOn(link).size());
                rate = std::min(rate, info.bandwidth / users);
            }
            setRate(id, rate);
        }
    }
}

}  // namespace loom
