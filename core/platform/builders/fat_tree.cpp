#include "core/platform/builders/params.h"
#include "core/platform/builders/shapes.h"
#include "core/platform/topologies.h"
#include "core/platform/zones/fat_tree.h"
#include "core/platform/zones/zone_tree.h"

namespace loom {

namespace {

UpChoice upChoice(const Params& params) { return params.text("routing") == "ecmp" ? UpChoice::hash : UpChoice::dModK; }

ParamDef routingParam() {
    return choiceParam("routing", "ecmp", "which of equal ways up a flow takes: by a hash of its ends, or by its destination",
                       {"ecmp", "d-mod-k"});
}

// k pods of k/2 edge and k/2 aggregation switches under (k/2)^2 cores (Al-Fares et al., SIGCOMM 2008).
FatTreeShape ofOrder(std::uint32_t k) { return {{k / 2, k / 2, k}, {1, k / 2, k / 2}, {1, 1, 1}}; }

Result<Platform> finishTree(PlatformDraft& draft, const Params& params, std::uint64_t seed, const FatTreeShape& shape,
                            const ClusterLinks& links, const FatTreeOptions& options, std::string description) {
    const Result<std::vector<std::uint64_t>> sizes = fatTreeSizes(shape, kMostShapeCables);
    if (!sizes) return sizes.error();
    const Result<ClusterHosts> hosts = addClusterHosts(draft, params, sizes->front(), seed);
    if (!hosts) return hosts.error();
    std::unique_ptr<const Zone> zone = addFatTree(draft, *hosts, shape, links, options);
    const std::uint32_t leaf = shape.children.front();
    for (std::size_t i = 0; i < hosts->count; ++i) draft.node(i).group = "rack" + std::to_string(i / leaf);
    return draft.finish(std::make_shared<OneZone>(std::move(zone), links.loopback.has_value()), NodeId::none(), std::move(description));
}

Result<Platform> buildFatTree(const Params& params, std::uint64_t seed, std::string description) {
    const auto k = static_cast<std::uint32_t>(params.integer("k"));
    if (k % 2 != 0) return failure("parameter 'k' must be even");
    FatTreeShape shape = ofOrder(k);
    if (!params.text("shape").empty()) {
        const Result<FatTreeShape> given = fatTreeShapeOf(params.text("shape"));
        if (!given) return failure("parameter 'shape': " + given.error().cause);
        shape = *given;
    }
    PlatformDraft draft;
    const ClusterLinks links = clusterLinks(params);
    return finishTree(draft, params, seed, shape, links, {upChoice(params)}, std::move(description));
}

Result<Platform> buildLeafSpine(const Params& params, std::uint64_t seed, std::string description) {
    const auto leaves = static_cast<std::uint32_t>(params.integer("leaves"));
    const auto spines = static_cast<std::uint32_t>(params.integer("spines"));
    const auto nodes = static_cast<std::uint32_t>(params.integer("nodes"));
    const double up = nodes * params.number("bandwidth") / params.number("oversubscription") / spines;
    const FatTreeShape shape{{nodes, leaves}, {1, spines}, {1, 1}};
    const FatTreeOptions options{upChoice(params), {nodePort(params), {up, params.number("uplinkLatency")}}};
    PlatformDraft draft;
    ClusterLinks links;
    links.cable = nodePort(params);
    return finishTree(draft, params, seed, shape, links, options, std::move(description));
}

}  // namespace

PlatformBuilder fatTreeBuilder() {
    return {{"fat-tree", "levels of switches with full bisection: k^3/4 nodes of order k, or any shape as SimGrid's FAT_TREE",
             "Leiserson 1985; Al-Fares et al., SIGCOMM 2008",
             ParamDefs{wholeParam("k", "4", "ports of a switch, even; k pods, k^3/4 nodes", 2, 72),
                       textParam("shape", "", "children;parents;cables of the levels, as 4x4;1x2;1x2; replaces k")} +
                 portParams() + ParamDefs{routingParam()} + linkParams() + nodeParams(StorageNode::none)},
            buildFatTree};
}

PlatformBuilder leafSpineBuilder() {
    return {{"leaf-spine", "racks whose leaf switch is cabled to every spine switch; flows spread over the spines", "",
             ParamDefs{wholeParam("leaves", "4", "leaf switches, one a rack", 1, 1e4), wholeParam("nodes", "4", "nodes of a leaf", 1, 1e4),
                       wholeParam("spines", "2", "spine switches", 1, 1e4)} +
                 portParams() +
                 ParamDefs{numberParam("oversubscription", "1", "bandwidth of a leaf's nodes over bandwidth of its uplinks", 1e-3, 1e6),
                           latencyParam("uplinkLatency", "50us", "latency between leaf and spine, s"), routingParam()} +
                 nodeParams(StorageNode::none)},
            buildLeafSpine};
}

}  // namespace loom
