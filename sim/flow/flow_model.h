// Work flowing through capacities: who gets how much of the links, and when each flow is through.
#pragma once

#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/spec.h"
#include "core/base/time.h"
#include "core/platform/platform.h"
#include "core/scenario/network_models.h"

namespace loom {

using FlowId = Id<struct FlowTag>;

// A flow that has paid its latency. Bytes remain until finished; the links are a view valid for the call only.
struct FlowSpec {
    FlowId id;                       // chosen by the caller, reused after removal
    std::span<const LinkId> links;   // in order; a link that occurs twice counts twice
    double bytes = 0;
    double latency = 0;              // s, of the path: enters TCP weights and bounds
};

// Rates of flows over the links of one platform. Not thread-safe. Time only moves forward.
class FlowModel {
public:
    virtual ~FlowModel() = default;
    // Seconds a flow waits before it takes bandwidth, for a path of this latency.
    [[nodiscard]] virtual double startupSeconds(double pathLatency) const { return pathLatency; }
    virtual void add(const FlowSpec& flow, Time now) = 0;
    virtual void remove(FlowId flow, Time now) = 0;
    // When the next flow finishes if nothing changes; never() when none is active.
    [[nodiscard]] virtual Time nextCompletion() = 0;
    // The flows that finish exactly at nextCompletion(), in order of their ids; they are removed.
    virtual void complete(Time now, std::vector<FlowId>& finished) = 0;
    // B/s at this moment; for tests and displays.
    [[nodiscard]] virtual double rate(FlowId flow) = 0;
};

// The model a text form of networkRegistry() names.
Result<std::unique_ptr<FlowModel>> makeFlowModel(const Spec& spec, const Platform& platform);

}  // namespace loom
