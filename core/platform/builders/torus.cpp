#include "core/platform/zones/torus.h"

#include "core/platform/builders/params.h"
#include "core/platform/builders/shapes.h"
#include "core/platform/zones/zone_tree.h"

namespace loom {

namespace {

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    const Result<std::vector<std::vector<std::uint32_t>>> lists = crossedLists(params.text("dims"));
    if (!lists) return failure("parameter 'dims': " + lists.error().cause);
    if (lists->size() != 1) return failure("parameter 'dims' must be sizes with 'x' between them, as 4x4x4");
    const std::vector<std::uint32_t>& dimensions = lists->front();
    const Result<std::uint64_t> count = torusHosts(dimensions, kMostShapeCables / 4);
    if (!count) return failure("parameter 'dims': " + count.error().cause);
    PlatformDraft draft;
    const Result<ClusterHosts> hosts = addClusterHosts(draft, params, *count, seed);
    if (!hosts) return hosts.error();
    const ClusterLinks links = clusterLinks(params);
    std::unique_ptr<const Zone> zone = addTorus(draft, *hosts, dimensions, links, "torus");
    return draft.finish(std::make_shared<OneZone>(std::move(zone), links.loopback.has_value()), NodeId::none(),
                        std::move(description));
}

}  // namespace

PlatformBuilder torusBuilder() {
    return {{"torus", "a grid of nodes that wraps around in every dimension, routed one dimension after the other",
             "Dally, IEEE TC 1990",
             ParamDefs{textParam("dims", "4x4x4", "sizes of the dimensions; the first varies fastest")} + portParams() + linkParams() +
                 nodeParams(StorageNode::none)},
            build};
}

}  // namespace loom
