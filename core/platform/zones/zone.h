// Routing inside one zone of a platform. A zone's points are hosts, routers and child zones, numbered as they are
// declared; a platform is a tree of zones (zone_tree.h).
#pragma once

#include <cstdint>
#include <vector>

#include "core/platform/platform.h"

namespace loom {

// A host (its NodeId) or, after all hosts, a router: also its vertex in the platform's Topology.
using Point = std::uint32_t;
inline constexpr Point kNoPoint = 0xffffffff;

// Through which points a route leaves the child zone it starts in and enters the one it ends in.
struct Gateways {
    Point from = kNoPoint;
    Point to = kNoPoint;
};

// Where a route is written down while it is found.
class RouteWriter {
public:
    explicit RouteWriter(std::vector<LinkId>& out) : links(out) {}
    virtual ~RouteWriter() = default;
    // Appends the route between two points of any zones. False: none.
    virtual bool connect(Point from, Point to) = 0;

    std::vector<LinkId>& links;
    double extraLatency = 0;  // s, of distances that no link stands for
};

// Immutable and thread-safe.
class Zone {
public:
    virtual ~Zone() = default;
    // Appends the links between two points of this zone, given by their local numbers; sets `gateways` where these are
    // child zones. False: no route.
    virtual bool route(std::uint32_t from, std::uint32_t to, RouteWriter& writer, Gateways& gateways) const = 0;
};

}  // namespace loom
