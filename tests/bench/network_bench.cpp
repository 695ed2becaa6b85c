// What one transfer asks of the network, as the engine asks it: once when it starts, once when it begins to flow.
#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

#include "core/base/rng.h"
#include "sim/flow/network.h"

namespace loom {
namespace {

// Random pairs of nodes on a star with a backbone under LV08: 64 nodes are remembered pair by pair, 1024 are not.
void demand(benchmark::State& state) {
    const auto nodes = static_cast<std::uint64_t>(state.range(0));
    const Spec star{"star", {{"nodes", std::to_string(nodes)}, {"backboneBandwidth", "80GBps"}}};
    const Platform platform = buildPlatform(star, 1).value();
    NetworkModel model = makeNetworkModel(Spec{"max-min", {{"tcp", "lv08"}}}, platform).value();
    constexpr std::size_t kPairs = 1 << 14;
    RandomStream stream(1, Purpose::test, 0);
    std::vector<std::pair<NodeId, NodeId>> pairs(kPairs);
    for (auto& [from, to] : pairs) {
        from = NodeId(stream.below(nodes));
        to = NodeId((from.index() + 1 + stream.below(nodes - 1)) % nodes);
    }
    std::size_t at = 0;
    double sum = 0;
    for (auto _ : state) {
        const auto& [from, to] = pairs[at++ % kPairs];
        const Demand asked = model.network.demand(from, to);
        sum += asked.startup + asked.uses[0].share;
    }
    benchmark::DoNotOptimize(sum);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(demand)->Arg(64)->Arg(1024);

}  // namespace
}  // namespace loom
