// Who gets how much of the network at one moment. Rates depend on the flows that are there and not on how they came,
// so any moment of a trace can be asked about alone.
#pragma once

#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/base/spec.h"
#include "core/trace/replay.h"

namespace loom {

struct FlowShare {
    ActiveTransfer transfer;
    bool startingUp = false;  // still paying its latency: takes nothing (a sequential codec's time is not known here)
    double rate = 0;          // B/s of the data itself; what the wire carries differs by headers and codecs
    LinkId bottleneck;        // the link that holds it back, if only by being down; none() when its own bound (TCP window) does
};

struct NetworkSnapshot {
    std::vector<FlowShare> flows;      // in the order given
    std::vector<double> load;          // B/s on the wire, by link; under `unshared` it may exceed the bandwidth
    std::vector<double> bandwidth;     // B/s by link, as it is at the moment; 0 while it is down
    std::vector<std::uint32_t> users;  // flows under way, by link
};

// The transfers under way at `at` (Replay::transfers()) under the network model `network`, over links that differ from
// what was built (Replay::links()). Start-up, TCP weights and windows are taken from links as they are at `at`; a run keeps
// those that each transfer began with. Deterministic; thread-safe.
Result<NetworkSnapshot> networkSnapshot(const Spec& network, const Platform& platform, std::span<const ActiveTransfer> transfers,
                                        Time at, std::span<const LinkStatus> links = {});

}  // namespace loom
