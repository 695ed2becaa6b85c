// Delays the transfers of a real run as the modelled network would: real compute over a modelled network.
#pragma once

#include <memory>
#include <vector>

#include "sim/flow/flow_model.h"

namespace loom {

// Drives a flow model; its time is the run's wall time and must not decrease from call to call. Not thread-safe.
class Shaper {
public:
    Shaper(const Platform& platform, std::unique_ptr<FlowModel> flows) : platform_(&platform), flows_(std::move(flows)) {}

    // False when there is no route.
    bool begin(ActivityId transfer, NodeId from, NodeId to, double bytes, Time now);
    void cancel(ActivityId transfer, Time now);
    // When the next transfer begins to flow or arrives; never() when none is under way.
    [[nodiscard]] Time next();
    // To be called with now == next(): appends the transfers that arrive.
    void advance(Time now, std::vector<ActivityId>& arrived);

private:
    struct Starting {
        Time at;  // when the latency is paid
        ActivityId transfer;
        double bytes = 0, latency = 0;
        std::vector<LinkId> links;
    };

    const Platform* platform_;
    std::unique_ptr<FlowModel> flows_;
    std::vector<Starting> starting_;  // few at a time
    std::vector<ActivityId> flowing_;
    std::vector<FlowId> finished_;
};

}  // namespace loom
