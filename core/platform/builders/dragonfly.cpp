#include "core/platform/zones/dragonfly.h"

#include "core/platform/builders/params.h"
#include "core/platform/builders/shapes.h"
#include "core/platform/zones/zone_tree.h"

namespace loom {

namespace {

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    const auto whole = [&](const char* name) { return static_cast<std::uint32_t>(params.integer(name)); };
    const DragonflyShape shape{whole("groups"),  whole("groupCables"),  whole("chassis"), whole("chassisCables"),
                               whole("routers"), whole("routerCables"), whole("nodes")};
    const Result<std::uint64_t> count = dragonflyHosts(shape, kMostShapeCables);
    if (!count) return count.error();
    PlatformDraft draft;
    const Result<ClusterHosts> hosts = addClusterHosts(draft, params, *count, seed);
    if (!hosts) return hosts.error();
    const std::uint64_t perGroup = *count / shape.groups;
    for (std::size_t i = 0; i < hosts->count; ++i) draft.node(i).group = "group" + std::to_string(i / perGroup);
    const ClusterLinks links = clusterLinks(params);
    std::unique_ptr<const Zone> zone = addDragonfly(draft, *hosts, shape, links, {});
    return draft.finish(std::make_shared<OneZone>(std::move(zone), links.loopback.has_value()), NodeId::none(),
                        std::move(description));
}

}  // namespace

PlatformBuilder dragonflyBuilder() {
    return {{"dragonfly", "groups of chassis of routers; every two groups share one long cable; minimal routes",
             "Kim et al., ISCA 2008",
             ParamDefs{wholeParam("groups", "3", "groups; at most as many as a chassis has routers", 1, 1e4),
                       wholeParam("chassis", "2", "chassis of a group", 1, 1e4),
                       wholeParam("routers", "3", "routers of a chassis", 1, 1e4),
                       wholeParam("nodes", "2", "nodes of a router", 1, 1e4),
                       wholeParam("groupCables", "1", "cables in parallel between two groups", 1, 1e4),
                       wholeParam("chassisCables", "1", "cables in parallel between two chassis", 1, 1e4),
                       wholeParam("routerCables", "1", "cables in parallel between two routers of a chassis", 1, 1e4)} +
                 portParams() + linkParams() + nodeParams(StorageNode::none)},
            build};
}

}  // namespace loom
