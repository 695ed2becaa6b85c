// A simulated world of two nodes, and what it says as words.
#pragma once

#include <string>

#include "sim/virtual/sim_world.h"

namespace loom::test {

inline constexpr ProcessId kSelf(0);

// Two nodes with private links of 10 B/s.
inline Platform pair(double latency = 0) {
    std::vector<NodeInfo> nodes(2);
    nodes[0].name = "P1";
    nodes[1].name = "P2";
    return *fullPlatform(std::move(nodes), std::vector<double>(4, 10), std::vector<double>(4, latency), NodeId::none());
}

inline SimWorld worldOf(const Platform& platform, const FailurePlan& failures = {}, const char* network = "fair-share") {
    return SimWorld(platform, std::move(*makeNetworkModel(*parseSpec(network), platform)), failures, 1);
}

inline Compute compute(std::uint32_t id, std::uint32_t node, double seconds) {
    return Compute{ActivityId(id), TaskId(id), NodeId(node), 0, 0, 1, Time::fromSeconds(seconds)};
}

inline std::string word(const Event& event) {
    if (const auto* e = std::get_if<ComputeDone>(&event)) return "done " + std::to_string(e->id.value);
    if (const auto* e = std::get_if<ComputeFailed>(&event)) return "failed " + std::to_string(e->id.value);
    if (const auto* e = std::get_if<Arrived>(&event)) return "arrived " + std::to_string(e->id.value);
    if (const auto* e = std::get_if<Lost>(&event)) return "lost " + std::to_string(e->id.value);
    if (const auto* e = std::get_if<Received>(&event)) return "received " + std::to_string(e->payload);
    if (const auto* e = std::get_if<TimerFired>(&event)) return "timer " + std::to_string(e->id);
    if (const auto* e = std::get_if<NodeChanged>(&event)) return (e->up ? "up " : "down ") + std::to_string(e->node.value);
    if (const auto* e = std::get_if<NodeSpeedChanged>(&event)) return "speed " + std::to_string(e->node.value);
    if (const auto* e = std::get_if<LinkChanged>(&event)) {
        static const char* const words[] = {"cut ", "healed ", "rate ", "latency "};
        return words[static_cast<std::size_t>(e->what)] + std::to_string(e->link.value);
    }
    return "?";
}

// The next instant as "TIME: word, word"; empty when nothing can happen.
inline std::string nextOf(SimWorld& world) {
    std::string out;
    for (const Delivery& delivery : world.next()) out += (out.empty() ? "" : ", ") + word(delivery.event);
    return out.empty() ? out : std::to_string(world.now().nanoseconds() / 1000000) + " ms: " + out;
}

}  // namespace loom::test
