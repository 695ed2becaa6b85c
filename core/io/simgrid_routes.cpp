// Routes between the points of a zone and between zones, bypasses, and the zones' routing made of them (formats.md 8.3).
#include "core/io/simgrid_reader.h"

namespace loom::simgrid {

// The ends of a route: local numbers, gateways if they are zones, and where they are drawn.
struct Reader::Ends {
    std::uint32_t from = 0, to = 0;
    Gateways gateways;
    VertexRef drawnFrom, drawnTo;
    [[nodiscard]] Ends reversed() const { return {to, from, {gateways.to, gateways.from}, drawnTo, drawnFrom}; }
};

namespace {

bool betweenZones(std::string_view name) {
    return name.find("oute") != std::string_view::npos && name != "route" && name != "bypassRoute";
}
bool isBypass(std::string_view name) { return name.starts_with("bypass"); }

}  // namespace

// The links of a route in the order they are crossed; backwards they and their directions are turned round.
Result<std::vector<LinkId>> Reader::readLinks(const XmlElement& element, bool backwards) {
    std::vector<LinkId> links;
    for (const XmlElement& child : element.children()) {
        if (child.name() != "link_ctn") {
            warn("<" + std::string(child.name()) + "> in a route is ignored");
            continue;
        }
        const std::string id = child.text("id");
        if (const auto split = splitLinks.find(id); split != splitLinks.end()) {
            const std::string direction = child.text("direction", "NONE");
            if (direction != "UP" && direction != "DOWN")
                return wrong(child, "a SPLITDUPLEX link needs the direction UP or DOWN, found '" + direction + "'");
            links.push_back((direction == "UP") != backwards ? split->second.up : split->second.down);
        } else if (const auto row = rows.find(id); row != rows.end()) {
            links.push_back(row->second);
        } else {
            return wrong(child, "no link is called '" + id + "'");
        }
        if (++routeLinks > limits.routeLinks)
            return wrong(element, "routes name more than " + std::to_string(limits.routeLinks) + " links in all");
    }
    if (links.empty())
        return wrong(element, "the route from '" + element.text("src") + "' to '" + element.text("dst") + "' has no link");
    if (backwards) links = {links.rbegin(), links.rend()};
    return links;
}

Result<Reader::Ends> Reader::readEnds(const XmlElement& element, std::uint32_t zone) {
    Ends ends;
    const bool zonesMeet = betweenZones(element.name());
    for (const bool source : {true, false}) {
        const char* side = source ? "src" : "dst";
        const std::string name = element.text(side);
        std::uint32_t& local = source ? ends.from : ends.to;
        VertexRef& drawn = source ? ends.drawnFrom : ends.drawnTo;
        const auto point = points.find(zonesMeet ? element.text(source ? "gw_src" : "gw_dst") : name);
        if (!zonesMeet) {
            if (point == points.end() || point->second.zone != zone)
                return wrong(element, std::string(side) + ": no host or router '" + name + "' in zone '" + zones[zone].id + "'");
            local = point->second.local;
            drawn = point->second.vertex;
            continue;
        }
        const auto child = zoneIds.find(name);
        if (child == zoneIds.end()) return wrong(element, std::string(side) + ": no zone '" + name + "'");
        if (!isBypass(element.name()) && zoneTree->parentOf(child->second) != zone)
            return wrong(element, std::string(side) + ": zone '" + name + "' is not directly in zone '" + zones[zone].id + "'");
        const std::string gateway = element.text(source ? "gw_src" : "gw_dst");
        if (point == points.end()) return wrong(element, "no host or router '" + gateway + "' to be a gateway");
        drawn = point->second.vertex;
        const Point number = drawn.vertex(draft.nodeCount());
        if (!zoneTree->inside(number, child->second))
            return wrong(element, "gateway '" + gateway + "' is not in zone '" + name + "'");
        local = isBypass(element.name()) ? child->second : zoneTree->localOf(child->second);
        (source ? ends.gateways.from : ends.gateways.to) = number;
    }
    return ends;
}

// Says where links lead as far as routes tell: a route of one link exactly, longer ones at their two ends.
void Reader::draw(const std::vector<LinkId>& links, VertexRef from, VertexRef to, VertexRef hub) {
    constexpr std::uint8_t kHalf = 1, kExact = 2;
    drawn_.resize(draft.linkCount(), 0);
    const auto set = [&](LinkId link, VertexRef a, VertexRef b, std::uint8_t certainty) {
        if (drawn_[link.index()] >= certainty || link == loopback) return;
        drawn_[link.index()] = certainty;
        draft.setEnds(link, a, b);
    };
    if (links.size() == 1) {
        set(links[0], from, to, kExact);
        return;
    }
    set(links.front(), from, hub, kHalf);
    set(links.back(), hub, to, kHalf);
}

Status Reader::declare(const XmlElement& element, std::uint32_t zone, const Ends& ends, std::vector<LinkId> links) {
    const std::uint64_t key = (std::uint64_t{ends.from} << 32) | ends.to;
    if (!declared_.insert({zone, key}).second)
        return wrong(element, "the route from '" + element.text("src") + "' to '" + element.text("dst") +
                                  "' or back is declared twice (routes are symmetrical unless they say symmetrical=\"NO\")");
    draw(links, ends.drawnFrom, ends.drawnTo, zones[zone].hub);
    zones[zone].declared.push_back({ends.from, ends.to, std::move(links), ends.gateways});
    return Done{};
}

Status Reader::readStarRoute(const XmlElement& element, std::uint32_t zone) {
    const Result<Ends> ends = readEnds(element, zone);
    if (!ends) return ends.error();
    if (ends->from != ends->to) return wrong(element, "in a Cluster or Vivaldi zone a route leads from a host to itself");
    Result<std::vector<LinkId>> links = readLinks(element, false);
    if (!links) return links.error();
    zones[zone].star[ends->from].loopback = std::move(*links);
    return Done{};
}

Status Reader::readBypass(const XmlElement& element, std::uint32_t zone) {
    const Result<Ends> ends = readEnds(element, zone);
    if (!ends) return ends.error();
    Result<std::vector<LinkId>> links = readLinks(element, false);
    if (!links) return links.error();
    if (betweenZones(element.name())) {
        zoneTree->addZoneBypass(zone, ends->from, ends->to, {std::move(*links), ends->gateways});
        return Done{};
    }
    const std::size_t nodes = draft.nodeCount();
    zoneTree->addPointBypass(zone, ends->drawnFrom.vertex(nodes), ends->drawnTo.vertex(nodes), {std::move(*links), {}});
    return Done{};
}

Status Reader::readRoutes(std::uint32_t zone) {
    const Kind kind = zones[zone].kind;
    const std::vector<XmlElement> routes = std::move(zones[zone].routes);
    for (const XmlElement& element : routes) {
        Status read = Done{};
        if (isBypass(element.name())) {
            read = readBypass(element, zone);
        } else if (kind == Kind::empty) {
            read = wrong(element, "a zone with routing None has no routes");
        } else if (kind == Kind::star || kind == Kind::vivaldi) {
            read = readStarRoute(element, zone);
        } else {
            const Result<Ends> ends = readEnds(element, zone);
            if (!ends) return ends.error();
            const std::string symmetrical = element.text("symmetrical", "YES");
            const bool both = symmetrical == "YES" || symmetrical == "yes";
            if (!both && symmetrical != "NO" && symmetrical != "no")
                return wrong(element, "symmetrical must be YES or NO, found '" + symmetrical + "'");
            Result<std::vector<LinkId>> there = readLinks(element, false);
            if (!there) return there.error();
            read = declare(element, zone, *ends, std::move(*there));
            if (read && both && ends->from != ends->to) {
                Result<std::vector<LinkId>> back = readLinks(element, true);
                if (!back) return back.error();
                read = declare(element, zone, ends->reversed(), std::move(*back));
            }
        }
        if (!read) return read.error();
    }
    return Done{};
}

// A zone inside a Vivaldi zone is where its router of the name router_<zone> is: SimGrid 3.32 looks for that router but then
// ends in a failed assertion. Without it the zone has no route to its neighbours.
void Reader::connectVivaldi(std::uint32_t index) {
    ZoneDraft& zone = zones[index];
    for (const std::uint32_t child : zone.children) {
        const auto gateway = points.find("router_" + zones[child].id);
        if (gateway == points.end() || !gateway->second.coordinates) continue;
        const Point number = gateway->second.vertex.vertex(draft.nodeCount());
        if (!zoneTree->inside(number, child)) continue;
        zone.places[zoneTree->localOf(child)] = {*gateway->second.coordinates, number};
        measuresDistances = true;
    }
}

std::unique_ptr<const Zone> Reader::makeRouting(std::uint32_t index) {
    constexpr std::uint64_t kMostFloydWork = 2'000'000'000;  // steps over all zones of a file, a few seconds
    ZoneDraft& zone = zones[index];
    const LinkId own = zone.hasChildren ? LinkId::none() : loopback;
    const std::uint64_t size = zone.points;
    switch (zone.kind) {
        case Kind::full:
            return tableZone(std::move(zone.declared), own);
        case Kind::floyd:
            if (size <= kMostFloydPoints && floydWork + size * size * size <= kMostFloydWork) {
                floydWork += size * size * size;
                return graphZone(zone.points, std::move(zone.declared), own, {GraphSearch::floyd});
            }
            warn("zone '" + zone.id +
                 "' is routed by Dijkstra's algorithm because it is large: among equally short routes it may"
                 " take another one than Floyd's");
            return graphZone(zone.points, std::move(zone.declared), own, {});
        case Kind::dijkstra:
            return graphZone(zone.points, std::move(zone.declared), own, {});
        case Kind::star:
            return starZone(zone.star);
        case Kind::vivaldi:
            connectVivaldi(index);
            return vivaldiZone(zone.star, std::move(zone.places));
        case Kind::empty:
            return emptyZone();
        case Kind::shape:
            return std::move(zone.shape);
    }
    return emptyZone();
}

}  // namespace loom::simgrid
