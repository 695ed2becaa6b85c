// The kinds of zones. Routes of regular shapes are computed; only declared routes are stored.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/platform/zones/zone.h"

namespace loom {

// One declared route between two points of a zone.
struct DeclaredRoute {
    std::uint32_t from = 0, to = 0;  // local numbers
    std::vector<LinkId> links;       // not empty, in the order they are crossed
    Gateways gateways;               // where the ends are child zones
};

// Full: every pair has its own declared route, or none. `loopback` (may be none()) serves a point to itself where no route
// is declared.
std::unique_ptr<const Zone> tableZone(std::vector<DeclaredRoute> routes, LinkId loopback);

// Declared routes are edges of a graph over `points` points; the cheapest path is taken.
enum class GraphSearch : std::uint8_t { dijkstra, floyd };  // they break ties differently, as SimGrid's zones do
struct GraphOptions {
    GraphSearch search = GraphSearch::dijkstra;
    std::vector<double> weights = {};  // of the routes in order; empty: their number of links
    std::uint32_t trees = 256;         // shortest-path trees kept between calls
};
// Floyd keeps a word a pair, so it takes at most kMostFloydPoints points.
inline constexpr std::uint32_t kMostFloydPoints = 1024;
std::unique_ptr<const Zone> graphZone(std::uint32_t points, std::vector<DeclaredRoute> routes, LinkId loopback,
                                      GraphOptions options = {});

// Star: every point has links up to a centre and down from it; a link on both halves is crossed once.
struct StarPoint {
    std::vector<LinkId> up, down, loopback;
};
std::unique_ptr<const Zone> starZone(const std::vector<StarPoint>& points);

// Vivaldi: a star whose points lie in a plane; a route is longer by their distance and both heights, in milliseconds.
using VivaldiPlace = std::array<double, 3>;
struct VivaldiPoint {
    VivaldiPlace place{};
    Point gateway = kNoPoint;  // of a child zone; without one it has no route
};
std::unique_ptr<const Zone> vivaldiZone(const std::vector<StarPoint>& points, std::vector<VivaldiPoint> places);

// None: a point reaches itself and nothing else.
std::unique_ptr<const Zone> emptyZone();

}  // namespace loom
