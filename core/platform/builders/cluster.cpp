#include "core/platform/builders/params.h"
#include "core/platform/topologies.h"
#include "core/platform/zones/zone_tree.h"

namespace loom {

namespace {

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, static_cast<std::size_t>(params.integer("nodes")), seed);
    if (!nodes) return nodes.error();
    const NodeId storage = storageNode(params, *nodes);
    const std::size_t count = nodes->size();
    const ClusterLinks links = clusterLinks(params);
    PlatformDraft draft;
    const VertexRef hub = draft.addJunction("switch", {0.5f, 0.5f});
    for (std::size_t i = 0; i < count; ++i) draft.addNode(std::move((*nodes)[i]), onCircle(i, count));
    std::vector<LinkId> backbone;
    if (params.number("backboneBandwidth") > 0) {
        const Sharing sharing = params.text("backboneSharing") == "fatpipe" ? Sharing::fatpipe : Sharing::shared;
        backbone = {
            draft.addLink({"backbone", params.number("backboneBandwidth"), params.number("backboneLatency"), sharing}, hub, hub)};
    }
    std::vector<StarPoint> points(count);
    for (std::size_t i = 0; i < count; ++i) {
        const VertexRef node = VertexRef::node(i);
        PortInfo port = links.cable;
        if (storage.valid() && i == storage.index()) port.bandwidth = storageBandwidth(params);
        const std::string name = draft.node(i).name;
        const Cable cable = draft.addCable(name, port, links.kind, node, hub);
        points[i] = {{cable.up}, backbone, {}};
        points[i].up.insert(points[i].up.end(), backbone.begin(), backbone.end());
        points[i].down.push_back(cable.down);
        if (links.limiter > 0) {
            const LinkId limiter = draft.addLink({name + "_limiter", links.limiter, 0, Sharing::shared}, node, node);
            points[i].up.insert(points[i].up.begin(), limiter);
            points[i].down.push_back(limiter);
        }
        if (links.loopback)
            points[i].loopback = {draft.addLink(
                {name + "_loopback", links.loopback->bandwidth, links.loopback->latency, Sharing::fatpipe}, node, node)};
    }
    return draft.finish(std::make_shared<OneZone>(starZone(points), links.loopback.has_value()), storage, std::move(description));
}

}  // namespace

PlatformBuilder clusterBuilder() {
    return {{"cluster", "nodes around one switch as SimGrid's <cluster>: backbone, loopback, limiter, kinds of sharing", "",
             ParamDefs{wholeParam("nodes", "4", "computing nodes", 1, kMostNodes - 1)} + portParams() + linkParams() +
                 ParamDefs{bandwidthParam("backboneBandwidth", "0", "bandwidth of the backbone, B/s; 0 = no backbone", 0),
                           latencyParam("backboneLatency", "0", "latency of the backbone, s"),
                           choiceParam("backboneSharing", "shared", "whether flows share the backbone", {"shared", "fatpipe"})} +
                 nodeParams(StorageNode::offered)},
            build};
}

}  // namespace loom
