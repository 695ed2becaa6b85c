#include "core/platform/builders/params.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    TwoTierShape shape;
    shape.racks = static_cast<std::size_t>(params.integer("racks"));
    shape.perRack = static_cast<std::size_t>(params.integer("nodes"));
    const double rackBandwidth = params.number("bandwidth") * static_cast<double>(shape.perRack);
    shape.uplink = {rackBandwidth / params.number("oversubscription"), params.number("uplinkLatency")};
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, shape.racks * shape.perRack, seed);
    if (!nodes) return nodes.error();
    for (std::size_t i = 0; i < shape.racks * shape.perRack; ++i) (*nodes)[i].group = "rack" + std::to_string(i / shape.perRack);
    const NodeId storage = storageNode(params, *nodes);
    const std::vector<PortInfo> ports = makePorts(params, nodes->size());
    return twoTierPlatform(std::move(*nodes), ports, shape, storage, std::move(description));
}

}  // namespace

PlatformBuilder twoTierBuilder() {
    return {{"two-tier", "racks of nodes under one core switch, with oversubscribed uplinks", "",
             ParamDefs{wholeParam("racks", "2", "racks", 1, kMostNodes / 2),
                       wholeParam("nodes", "4", "nodes of a rack", 1, kMostNodes - 1)} +
                 portParams() +
                 ParamDefs{numberParam("oversubscription", "1", "bandwidth of a rack's nodes over bandwidth of its uplink", 1e-3, 1e6),
                           latencyParam("uplinkLatency", "50us", "latency of a rack's uplink, s; a route between racks crosses two")} +
                 nodeParams(StorageNode::offered)},
            build};
}

}  // namespace loom
