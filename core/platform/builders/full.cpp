#include "core/platform/builders/params.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

Result<Platform> build(const Params& params, std::uint64_t seed, std::string) {
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, static_cast<std::size_t>(params.integer("nodes")), seed);
    if (!nodes) return nodes.error();
    const std::size_t n = nodes->size();
    const NodeId storage = storageNode(params, *nodes);
    std::vector<double> bandwidths(n * n, params.number("bandwidth"));
    for (std::size_t i = 0; storage.valid() && i < n; ++i)
        bandwidths[i * n + storage.index()] = bandwidths[storage.index() * n + i] = storageBandwidth(params);
    return fullPlatform(std::move(*nodes), bandwidths, std::vector<double>(n * n, params.number("latency")), storage);
}

}  // namespace

PlatformBuilder fullBuilder() {
    return {{"full", "a private link for every ordered pair of nodes", "",
             ParamDefs{wholeParam("nodes", "4", "computing nodes", 1, kMostFullNodes - 1),
                       bandwidthParam("bandwidth", "10Gbps", "bandwidth of a pair's link, B/s"),
                       latencyParam("latency", "50us", "latency of a pair's link, s")} +
                 nodeParams(StorageNode::offered)},
            build};
}

}  // namespace loom
