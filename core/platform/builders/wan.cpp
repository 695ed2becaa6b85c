#include "core/platform/builders/graph_draft.h"
#include "core/platform/builders/params.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

constexpr std::size_t kMostRegions = 256;

// Entry of the pair i < j in a list of the upper triangle, repeated as needed.
double pairValue(const std::vector<double>& list, std::size_t i, std::size_t j, std::size_t n) {
    return list[(i * (2 * n - i - 1) / 2 + (j - i - 1)) % list.size()];
}

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    const auto regions = static_cast<std::size_t>(params.integer("regions"));
    const auto perRegion = static_cast<std::size_t>(params.integer("nodes"));
    const Result<std::vector<double>> latencies = quantityList(params, "wanLatency", Dimension::time, 0, 1e6);
    if (!latencies) return latencies.error();
    const Result<std::vector<double>> bandwidths = quantityList(params, "wanBandwidth", Dimension::bandwidth, 0, 1e18);
    if (!bandwidths) return bandwidths.error();
    if (latencies->empty() || bandwidths->empty()) return failure("parameters 'wanLatency' and 'wanBandwidth' must not be empty");
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, regions * perRegion, seed);
    if (!nodes) return nodes.error();
    const NodeId storage = storageNode(params, *nodes);
    const std::vector<PortInfo> ports = makePorts(params, nodes->size());
    const std::vector<NodeInfo> names = *nodes;
    const auto regionOf = [&](std::size_t node) { return node < regions * perRegion ? node / perRegion : 0; };
    GraphDraft draft;
    for (std::size_t i = 0; i < nodes->size(); ++i) {
        const PlatformDraft::Spot centre = onCircle(regionOf(i), regions, 0.34f);
        const PlatformDraft::Spot around = onCircle(i % perRegion, perRegion, 0.12f);
        (*nodes)[i].group = "region" + std::to_string(regionOf(i));
        draft.addNode(std::move((*nodes)[i]), {centre.x + around.x - 0.5f, centre.y + around.y - 0.5f});
    }
    std::vector<std::uint32_t> routers;
    for (std::size_t r = 0; r < regions; ++r)
        routers.push_back(draft.addRouter("region" + std::to_string(r), onCircle(r, regions, 0.34f)));
    for (std::size_t i = 0; i < names.size(); ++i)
        draft.connect(names[i].name, static_cast<std::uint32_t>(i), routers[regionOf(i)], ports[i]);
    for (std::size_t i = 0; i < regions; ++i)
        for (std::size_t j = i + 1; j < regions; ++j) {
            const double bandwidth = pairValue(*bandwidths, i, j, regions);
            if (bandwidth == 0) continue;
            draft.connect("region" + std::to_string(i) + "-region" + std::to_string(j), routers[i], routers[j],
                          {bandwidth, pairValue(*latencies, i, j, regions)});
        }
    return draft.finish(storage, std::move(description));
}

}  // namespace

PlatformBuilder wanBuilder() {
    return {{"wan", "regions of nodes joined by long cables; routes take the way of least latency; storage stands in region 0", "",
             ParamDefs{wholeParam("regions", "3", "regions", 1, kMostRegions),
                       wholeParam("nodes", "4", "nodes of a region", 1, kMostNodes - 1)} +
                 portParams() +
                 ParamDefs{textParam("wanLatency", "20ms;80ms;100ms",
                                     "one-way latencies between regions 0-1, 0-2, ..., 1-2, ..., separated by ';', repeated as needed"),
                           textParam("wanBandwidth", "1Gbps",
                                     "bandwidths in the same order, each direction; 0 = no cable between the two")} +
                 nodeParams(StorageNode::offered)},
            build};
}

}  // namespace loom
