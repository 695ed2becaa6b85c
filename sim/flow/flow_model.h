// Work flowing through capacities: who gets how much of them, and when each flow is through. Knows nothing of nodes,
// links or TCP: network.h turns a transfer into a FlowSpec.
#pragma once

#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/platform/platform.h"

namespace loom {

using FlowId = Id<struct FlowTag>;

// What a resource can give in all, in units of work a second (B/s, flop/s).
struct Capacity {
    double amount = 0;  // zero: nothing flows until it changes
    Sharing sharing = Sharing::shared;
};

// A flow takes `share` x its rate of the resource.
struct Use {
    ResourceId resource;
    double share = 1;
};

// A flow that has paid its start-up. The uses are a view valid for the call only.
struct FlowSpec {
    FlowId id;                   // chosen by the caller, small, reused after removal
    std::span<const Use> uses;   // a resource that occurs twice counts twice
    double work = 0;             // B; zero, or no uses and no bound: through at once
    double penalty = 1;          // rate = level / penalty; positive
    double bound = std::numeric_limits<double>::infinity();  // most rate, whatever is free
};

// Rates of flows over a fixed set of resources. Not thread-safe. Time only moves forward. Changes of one instant are
// cheap one by one: rates are computed once, when they are asked for.
class FlowModel {
public:
    virtual ~FlowModel() = default;
    // False: a flow's rate hangs on nothing but what it uses itself, so that its end is known when it begins.
    [[nodiscard]] virtual bool contended() const { return true; }
    virtual void add(const FlowSpec& flow, Time now) = 0;
    virtual void remove(FlowId flow, Time now) = 0;
    // Flows keep the work they have left and go on at their new rates.
    virtual void setCapacity(ResourceId resource, double amount, Time now) = 0;
    // When the next flow finishes if nothing changes; never() when none is active or none moves.
    [[nodiscard]] virtual Time nextCompletion() = 0;
    // The flows that finish exactly at nextCompletion(), in order of their ids; they are removed.
    virtual void complete(Time now, std::vector<FlowId>& finished) = 0;
    // Work a second at this moment; for tests and displays.
    [[nodiscard]] virtual double rate(FlowId flow) = 0;
    // The resource that holds the flow back at this moment; none() when its own bound does.
    [[nodiscard]] virtual ResourceId bottleneck(FlowId flow) = 0;
};

// How flows share: unshared, fair-share or max-min, over these capacities (by ResourceId).
Result<std::unique_ptr<FlowModel>> makeFlowModel(std::string_view name, std::vector<Capacity> capacities);

}  // namespace loom
