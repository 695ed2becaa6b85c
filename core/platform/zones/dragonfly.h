// Dragonflies: groups of chassis of routers (Kim et al., ISCA 2008), routed minimally.
#pragma once

#include "core/platform/zones/cluster_links.h"

namespace loom {

// "groups,cables;chassis,cables;routers,cables;hosts": cables of a level in parallel widen one link (formats.md 8.4).
struct DragonflyShape {
    std::uint32_t groups = 1, groupCables = 1;      // router r of a group's first chassis leads to group r
    std::uint32_t chassis = 1, chassisCables = 1;   // of a group
    std::uint32_t routers = 1, routerCables = 1;    // of a chassis
    std::uint32_t hosts = 1;                        // of a router
    [[nodiscard]] std::uint32_t groupRouters() const { return chassis * routers; }
    [[nodiscard]] std::uint32_t allRouters() const { return groups * groupRouters(); }
};
Result<DragonflyShape> parseDragonfly(std::string_view text);
// The number of hosts; an error where there are more than `most` hosts or cables, or more groups than a chassis has routers.
Result<std::uint64_t> dragonflyHosts(const DragonflyShape& shape, std::uint64_t most);

struct DragonflyOptions {
    std::uint32_t firstCable = 0;  // numbers the cables' names (SimGrid counts over all dragonflies of a file)
    // SimGrid 3.32 goes on from the first chassis after a hop within any chassis of the destination's group, though no
    // link leads there. Its files are read so, because simulated times are compared with its.
    bool simgridDetour = false;
};

// Adds routers and links over hosts that stand in the draft, and places them in groups.
std::unique_ptr<const Zone> addDragonfly(PlatformDraft& draft, const ClusterHosts& hosts, const DragonflyShape& shape,
                                         const ClusterLinks& links, const DragonflyOptions& options);
std::uint32_t dragonflyCables(const DragonflyShape& shape);

}  // namespace loom
