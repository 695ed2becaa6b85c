// Delays the transfers of a real run as the modelled network would: real compute over a modelled network.
#pragma once

#include <memory>
#include <vector>

#include "sim/flow/network.h"

namespace loom {

// Drives a network model; its time is the run's wall time and must not decrease from call to call. Not thread-safe.
class Shaper {
public:
    explicit Shaper(NetworkModel network) : network_(std::move(network.network)), flows_(std::move(network.flows)) {}

    // False when there is no route.
    bool begin(ActivityId transfer, NodeId from, NodeId to, double bytes, Time now);
    void cancel(ActivityId transfer, Time now);
    // When the next transfer begins to flow or arrives; never() when none is under way.
    [[nodiscard]] Time next();
    // To be called with now == next(): appends the transfers that arrive.
    void advance(Time now, std::vector<ActivityId>& arrived);

private:
    struct Starting {
        Time at;  // when the start-up is over
        ActivityId transfer;
        NodeId from, to;
        double bytes = 0;
    };

    Network network_;
    std::unique_ptr<FlowModel> flows_;
    std::vector<Starting> starting_;  // few at a time
    std::vector<ActivityId> flowing_;
    std::vector<FlowId> finished_;
};

}  // namespace loom
