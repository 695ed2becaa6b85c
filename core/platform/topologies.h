// Platforms of a regular shape: their links are numbered so that a route is computed, not looked up.
#pragma once

#include <vector>

#include "core/platform/platform_draft.h"

namespace loom {

// What a star may have besides its cables; a bandwidth of 0 means none.
struct StarExtras {
    PortInfo backbone;  // one link that all routes cross
    PortInfo loopback;  // of every node to itself, a fat pipe; without it a copy on one node costs nothing
};

// Every node on one switch: a route is the up link of the source, the backbone if there is one, the down link of the
// destination. `ports` has one entry a node.
Result<Platform> starPlatform(std::vector<NodeInfo> nodes, const std::vector<PortInfo>& ports, const StarExtras& extras,
                              NodeId storage, std::string description);

// Racks of `perRack` nodes each (the last nodes of the list after racks * perRack hang on the core: the storage node).
// Between racks a route passes the up link of one rack and the down link of the other.
struct TwoTierShape {
    std::size_t racks = 1;
    std::size_t perRack = 1;
    PortInfo uplink;  // of one rack, each direction
};
Result<Platform> twoTierPlatform(std::vector<NodeInfo> nodes, const std::vector<PortInfo>& ports, const TwoTierShape& shape,
                                 NodeId storage, std::string description);

// Most nodes of a star or two-tier platform, and of a full one (its links are rows, n * (n - 1) of them).
inline constexpr std::size_t kMostNodes = 100'000;
inline constexpr std::size_t kMostFullNodes = 1024;

}  // namespace loom
