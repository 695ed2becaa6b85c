// The sliders' model: factors laid over a scenario without touching the scenario as opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/scenario/scenario.h"

namespace loom {

// Neutral by default. Applying it is pure: the same file and factors give the same scenario.
struct WhatIf {
    std::optional<std::uint32_t> nodes{};  // computing nodes; none = as in the file
    double bandwidthFactor = 1;
    double costFactor = 1;         // every task takes this many times as long
    double meanTimeToFailure = 0;  // s, of every node, on top of the failure plan; 0 = none
    [[nodiscard]] bool neutral() const { return *this == WhatIf{}; }
    friend bool operator==(const WhatIf&, const WhatIf&) = default;
};

// What of a scenario the sliders can reach; an empty reason means the slider works.
struct WhatIfLimits {
    std::uint32_t nodes = 1;     // of the file
    std::uint32_t maxNodes = 1;  // what the slider may ask for
    bool perRack = false;        // the numbers are nodes of one rack
    enum class Why : std::uint8_t { works, platformFile, noNodesParameter, noBandwidth };
    Why nodesWhy = Why::works;
    Why bandwidthWhy = Why::works;
    Why costWhy = Why::works;
};
WhatIfLimits whatIfLimits(const ScenarioFile& file);

// The scenario with the factors applied. Nodes: a registry platform's node count; of an inline platform the first n.
// Crashes of nodes that are no longer there are dropped. Task cost scales inline tasks, else divides the speeds.
// A failing node is repaired after a tenth of the mean time to failure.
ScenarioFile applyWhatIf(const ScenarioFile& file, const WhatIf& whatIf);

}  // namespace loom
