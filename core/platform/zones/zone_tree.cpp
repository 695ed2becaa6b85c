#include "core/platform/zones/zone_tree.h"

#include <algorithm>

namespace loom {

namespace {

// A hostile tree of gateways must not take for ever: this many steps down the tree are one route's share.
constexpr std::size_t kMostSteps = 1u << 16;

// Writes routes of a platform without a tree: there is nothing to connect but the zone itself.
class PlainWriter final : public RouteWriter {
public:
    using RouteWriter::RouteWriter;
    bool connect(Point, Point) override { return false; }
};

}  // namespace

class ZoneTree::Finder final : public RouteWriter {
public:
    Finder(const ZoneTree& tree, std::vector<LinkId>& out) : RouteWriter(out), tree_(tree), start_(out.size()) {}

    bool connect(Point from, Point to) override {
        if (++steps_ > kMostSteps || links.size() - start_ > kLongestRoute) return false;
        const Place& a = tree_.places_[from];
        const Place& b = tree_.places_[to];
        const Ancestors common = ancestors(a.zone, b.zone);
        const Node& zone = tree_.zones_[common.zone];
        if (!zone.pointBypasses.empty() || !zone.zoneBypasses.empty())
            if (const auto done = bypass(zone, from, to); done.found) return done.whole;
        Gateways gateways;
        if (a.zone == b.zone) return zone.routing->route(a.local, b.local, *this, gateways);
        if (common.from == kNoZone || common.to == kNoZone) return false;  // one zone encloses the other
        const std::size_t begin = links.size();
        const bool found =
            zone.routing->route(tree_.zones_[common.from].local, tree_.zones_[common.to].local, *this, gateways);
        if (!found || gateways.from == kNoPoint || gateways.to == kNoPoint) return false;
        return climb(from, gateways.from, begin) && (gateways.to == to || connect(gateways.to, to));
    }

private:
    struct Ancestors {
        std::uint32_t zone = kNoZone;  // the deepest one around both
        std::uint32_t from = kNoZone, to = kNoZone;  // its children around either; none where it is the zone itself
    };
    struct Outcome {
        bool found = false;
        bool whole = false;
    };

    Ancestors ancestors(std::uint32_t a, std::uint32_t b) const {
        Ancestors out;
        const auto up = [&](std::uint32_t& zone, std::uint32_t& child) {
            child = zone;
            zone = tree_.zones_[zone].parent;
        };
        while (tree_.zones_[a].depth > tree_.zones_[b].depth) up(a, out.from);
        while (tree_.zones_[b].depth > tree_.zones_[a].depth) up(b, out.to);
        while (a != b) {
            up(a, out.from);
            up(b, out.to);
        }
        out.zone = a;
        return out;
    }

    // The way from `from` to the gateway stands before what was found from there on.
    bool climb(Point from, Point gateway, std::size_t begin) {
        if (from == gateway) return true;
        const auto middle = static_cast<std::ptrdiff_t>(links.size());
        if (!connect(from, gateway)) return false;
        std::rotate(links.begin() + static_cast<std::ptrdiff_t>(begin), links.begin() + middle, links.end());
        return true;
    }

    // The zones from a point's own one up to below `top`, or `top` alone.
    std::vector<std::uint32_t> pathUp(Point point, const Node& top) const {
        std::vector<std::uint32_t> path;
        for (std::uint32_t zone = tree_.places_[point].zone; &tree_.zones_[zone] != &top; zone = tree_.zones_[zone].parent)
            path.push_back(zone);
        return path;
    }

    // Bypasses between zones around the two points, the innermost first (as SimGrid searches them).
    const BypassRoute* zoneBypass(const Node& top, Point from, Point to) const {
        const std::vector<std::uint32_t> a = pathUp(from, top), b = pathUp(to, top);
        const auto lookUp = [&](std::size_t i, std::size_t j) -> const BypassRoute* {
            if (i >= a.size() || j >= b.size()) return nullptr;
            const auto it = top.zoneBypasses.find({a[i], b[j]});
            return it == top.zoneBypasses.end() ? nullptr : &it->second;
        };
        for (std::size_t most = 0; most < std::max(a.size(), b.size()); ++most) {
            for (std::size_t i = 0; i < most; ++i) {
                if (const BypassRoute* route = lookUp(i, most)) return route;
                if (const BypassRoute* route = lookUp(most, i)) return route;
            }
            if (const BypassRoute* route = lookUp(most, most)) return route;
        }
        return nullptr;
    }

    Outcome bypass(const Node& zone, Point from, Point to) {
        const bool here = &tree_.zones_[tree_.places_[from].zone] == &zone && &tree_.zones_[tree_.places_[to].zone] == &zone;
        if (here) {
            const auto it = zone.pointBypasses.find({from, to});
            if (it == zone.pointBypasses.end()) return {};
            links.insert(links.end(), it->second.links.begin(), it->second.links.end());
            return {true, true};
        }
        const BypassRoute* route = zoneBypass(zone, from, to);
        if (route == nullptr) return {};
        // A point that is the gateway itself takes its way to itself first: SimGrid 3.32 does, and its times are compared with.
        if (!connect(from, route->gateways.from)) return {true, false};
        links.insert(links.end(), route->links.begin(), route->links.end());
        return {true, connect(route->gateways.to, to)};
    }

    const ZoneTree& tree_;
    std::size_t start_;
    std::size_t steps_ = 0;
};

std::uint32_t ZoneTree::addZone(std::uint32_t parent, std::uint32_t local) {
    Node node;
    node.parent = parent;
    node.local = local;
    node.depth = parent == kNoZone ? 0 : zones_[parent].depth + 1;
    zones_.push_back(std::move(node));
    return static_cast<std::uint32_t>(zones_.size() - 1);
}

void ZoneTree::setRouting(std::uint32_t zone, std::unique_ptr<const Zone> routing) {
    zones_[zone].routing = std::move(routing);
}

void ZoneTree::addPointBypass(std::uint32_t zone, Point from, Point to, BypassRoute route) {
    zones_[zone].pointBypasses.insert_or_assign({from, to}, std::move(route));
}

void ZoneTree::addZoneBypass(std::uint32_t zone, std::uint32_t from, std::uint32_t to, BypassRoute route) {
    zones_[zone].zoneBypasses.insert_or_assign({from, to}, std::move(route));
}

bool ZoneTree::inside(Point point, std::uint32_t zone) const {
    for (std::uint32_t at = places_[point].zone; at != kNoZone; at = zones_[at].parent)
        if (at == zone) return true;
    return false;
}

bool ZoneTree::route(NodeId from, NodeId to, std::vector<LinkId>& out) const {
    const std::size_t before = out.size();
    Finder finder(*this, out);
    if (finder.connect(from.value, to.value)) return true;
    out.resize(before);
    return false;
}

double ZoneTree::extraLatency(NodeId from, NodeId to) const {
    if (!measuresDistances_) return 0;
    std::vector<LinkId> links;
    Finder finder(*this, links);
    return finder.connect(from.value, to.value) ? finder.extraLatency : 0;
}

bool OneZone::route(NodeId from, NodeId to, std::vector<LinkId>& out) const {
    if (from == to && !hasLoopbacks_) return true;
    const std::size_t before = out.size();
    PlainWriter writer(out);
    Gateways gateways;
    if (zone_->route(from.value, to.value, writer, gateways)) return true;
    out.resize(before);
    return false;
}

}  // namespace loom
