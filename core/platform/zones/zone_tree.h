// A tree of zones as a platform's router: how SimGrid platforms find their routes (formats.md 8.3).
#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "core/platform/zones/zone.h"

namespace loom {

inline constexpr std::uint32_t kNoZone = 0xffffffff;
inline constexpr std::uint32_t kDeepestZone = 16;
inline constexpr std::size_t kLongestRoute = 1u << 16;  // links; what is longer counts as no route

// A route that overrides what routing finds, in one direction only.
struct BypassRoute {
    std::vector<LinkId> links;
    Gateways gateways;  // of a bypass between zones
};

// Immutable once given to a platform.
class ZoneTree final : public Router {
public:
    struct Place {
        std::uint32_t zone = kNoZone;
        std::uint32_t local = 0;  // number in that zone
    };
    // The ends of a bypass: two points of one zone, or two zones.
    using BypassKey = std::pair<std::uint32_t, std::uint32_t>;

    // Zones are numbered as they are added; a parent comes before its children. `local` is the zone's number in its parent.
    std::uint32_t addZone(std::uint32_t parent, std::uint32_t local);
    void setRouting(std::uint32_t zone, std::unique_ptr<const Zone> routing);
    void setPlaces(std::vector<Place> places) { places_ = std::move(places); }  // by Point
    void addPointBypass(std::uint32_t zone, Point from, Point to, BypassRoute route);
    void addZoneBypass(std::uint32_t zone, std::uint32_t from, std::uint32_t to, BypassRoute route);
    void setMeasuresDistances() { measuresDistances_ = true; }  // some zone adds extra latency

    [[nodiscard]] std::uint32_t parentOf(std::uint32_t zone) const { return zones_[zone].parent; }
    [[nodiscard]] std::uint32_t localOf(std::uint32_t zone) const { return zones_[zone].local; }
    [[nodiscard]] bool inside(Point point, std::uint32_t zone) const;  // at any depth
    [[nodiscard]] const Place& place(Point point) const { return places_[point]; }

    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override;
    [[nodiscard]] double extraLatency(NodeId from, NodeId to) const override;

private:
    class Finder;
    struct Node {
        std::uint32_t parent = kNoZone;
        std::uint32_t local = 0;
        std::uint32_t depth = 0;
        std::unique_ptr<const Zone> routing;
        std::map<BypassKey, BypassRoute> pointBypasses, zoneBypasses;
    };

    std::vector<Node> zones_;
    std::vector<Place> places_;
    bool measuresDistances_ = false;
};

// A platform of one zone whose first points are its nodes in order.
class OneZone final : public Router {
public:
    // Without loopbacks a copy on one node costs nothing, whatever the zone would make of it.
    OneZone(std::unique_ptr<const Zone> zone, bool hasLoopbacks) : zone_(std::move(zone)), hasLoopbacks_(hasLoopbacks) {}
    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override;

private:
    std::unique_ptr<const Zone> zone_;
    bool hasLoopbacks_;
};

}  // namespace loom
