#include "core/platform/builders/params.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, static_cast<std::size_t>(params.integer("nodes")), seed);
    if (!nodes) return nodes.error();
    const NodeId storage = storageNode(params, *nodes);
    const std::vector<PortInfo> ports = makePorts(params, nodes->size());
    const StarExtras extras{{params.number("backboneBandwidth"), params.number("backboneLatency")},
                            {params.number("loopback"), params.number("loopbackLatency")}};
    return starPlatform(std::move(*nodes), ports, extras, storage, std::move(description));
}

}  // namespace

PlatformBuilder starBuilder() {
    return {{"star", "every node on one switch, full-duplex links, an optional shared backbone", "",
             ParamDefs{wholeParam("nodes", "4", "computing nodes", 1, kMostNodes - 1)} + portParams() +
                 ParamDefs{bandwidthParam("backboneBandwidth", "0", "bandwidth all routes share, B/s; 0 = no backbone", 0),
                           latencyParam("backboneLatency", "0", "latency of the backbone, s"),
                           bandwidthParam("loopback", "0", "bandwidth of a node to itself, B/s; 0 = copies on a node cost nothing", 0),
                           latencyParam("loopbackLatency", "0", "latency of a node to itself, s")} +
                 nodeParams(StorageNode::offered)},
            build};
}

}  // namespace loom
