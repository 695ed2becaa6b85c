#include "core/platform/builders/graph_draft.h"
#include "core/platform/builders/params.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    const auto left = static_cast<std::size_t>(params.integer("left")), right = static_cast<std::size_t>(params.integer("right"));
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, left + right, seed);
    if (!nodes) return nodes.error();
    const NodeId storage = storageNode(params, *nodes);
    const std::vector<PortInfo> ports = makePorts(params, nodes->size());
    const std::vector<NodeInfo> names = *nodes;
    GraphDraft draft;
    for (std::size_t i = 0; i < nodes->size(); ++i) {
        const bool onLeft = i < left;
        const PlatformDraft::Spot row = onLeft ? inRow(i, left, 0.08f) : inRow(i - left, nodes->size() - left, 0.92f);
        (*nodes)[i].group = onLeft ? "left" : "right";
        draft.addNode(std::move((*nodes)[i]), {row.y, row.x});  // the two rows stand upright
    }
    const std::uint32_t a = draft.addRouter("left", {0.35f, 0.5f}), b = draft.addRouter("right", {0.65f, 0.5f});
    for (std::size_t i = 0; i < names.size(); ++i)
        draft.connect(names[i].name, static_cast<std::uint32_t>(i), i < left ? a : b, ports[i]);
    draft.connect("bottleneck", a, b, {params.number("bottleneck"), params.number("bottleneckLatency")});
    return draft.finish(storage, std::move(description));
}

}  // namespace

PlatformBuilder dumbbellBuilder() {
    return {{"dumbbell", "two groups of nodes on either side of one narrow cable; the storage node stands on the right", "",
             ParamDefs{wholeParam("left", "4", "nodes on the left", 1, kMostNodes / 2),
                       wholeParam("right", "4", "nodes on the right", 1, kMostNodes / 2)} +
                 portParams() +
                 ParamDefs{bandwidthParam("bottleneck", "1Gbps", "bandwidth of the cable between the sides, each direction, B/s"),
                           latencyParam("bottleneckLatency", "10ms", "latency of the cable between the sides, s")} +
                 nodeParams(StorageNode::offered)},
            build};
}

}  // namespace loom
