// Transfers between nodes under one network model, without an engine around them: what the model alone makes of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/flow/network.h"

namespace loom::test {

struct RaceTransfer {
    NodeId from, to;
    double bytes = 0;
    double at = 0;  // s
};

// When each transfer ends, in s, in the order given; never() as infinity. `network` is a text form.
std::vector<double> finishTimes(const std::string& network, const Platform& platform, const std::vector<RaceTransfer>& transfers);

// A platform of named nodes and links with hand-made routes.
struct WiredRoute {
    std::string from, to;
    std::vector<std::string> links;  // in order; the way back is a route of its own
};
Platform wiredPlatform(const std::vector<std::string>& nodes, const std::vector<LinkInfo>& links, const std::vector<WiredRoute>& routes);

}  // namespace loom::test
