#include <algorithm>
#include <cctype>
#include <cmath>

#include "core/io/simgrid_reader.h"

namespace loom::simgrid {

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// To add a kind of zone: a row here, a case in makeRouting, and where it reads elements of its own, a reader for them.
std::optional<Kind> kindOf(const std::string& routing) {
    const std::string name = lower(routing);
    if (name == "full") return Kind::full;
    if (name == "floyd") return Kind::floyd;
    if (name == "dijkstra" || name == "dijkstracache") return Kind::dijkstra;
    if (name == "cluster" || name == "star") return Kind::star;
    if (name == "vivaldi") return Kind::vivaldi;
    if (name == "none" || name == "empty") return Kind::empty;
    return std::nullopt;
}

bool isRoute(std::string_view name) {
    return among(name, {"route", "zoneRoute", "ASroute", "bypassRoute", "bypassZoneRoute", "bypassASroute"});
}

}  // namespace

Result<std::uint32_t> Reader::openZone(const XmlElement& element, std::uint32_t parent, Kind kind) {
    constexpr std::size_t kMostZones = 100'000;
    const std::string id = element.text("id");
    if (id.empty()) return wrong(element, "attribute 'id' is missing");
    const auto zone = static_cast<std::uint32_t>(zones.size());
    if (zone >= kMostZones) return wrong(element, "more than " + std::to_string(kMostZones) + " zones");
    if (!zoneIds.emplace(id, zone).second) return wrong(element, "two zones are called '" + id + "'");
    std::uint32_t local = 0;
    if (parent != kNoZone) {
        if (zones[parent].kind == Kind::star) return wrong(element, "zones inside a Cluster zone are not supported");
        local = zones[parent].points++;
        if (zones[parent].kind == Kind::vivaldi) {
            zones[parent].star.emplace_back();
            zones[parent].places.emplace_back();
        }
        zones[parent].hasChildren = true;
        zones[parent].children.push_back(zone);
    }
    ZoneDraft draftZone;
    draftZone.id = id;
    draftZone.kind = kind;
    draftZone.range.firstNode = draft.nodeCount();
    draftZone.range.firstJunction = draft.junctionCount();
    draftZone.hub = draft.addJunction(id, {0.5f, 0.5f});
    zones.push_back(std::move(draftZone));
    zoneTree->addZone(parent, local);
    return zone;
}

void Reader::closeZone(std::uint32_t index) {
    ZoneDraft& zone = zones[index];
    zone.range.lastNode = draft.nodeCount();
    zone.range.lastJunction = draft.junctionCount();
    if (zone.kind != Kind::shape) {
        std::vector<VertexRef> ring;  // a flat cluster's router is its hub and stays in the middle
        std::copy_if(zone.own.begin(), zone.own.end(), std::back_inserter(ring), [&](VertexRef own) { return own != zone.hub; });
        for (std::size_t i = 0; i < ring.size(); ++i)
            draft.place(ring[i], onCircle(i, ring.size(), zone.children.empty() ? 0.42f : 0.08f));
    }
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(zone.children.size()))));
    for (std::size_t i = 0; i < zone.children.size(); ++i) {
        const std::size_t lines = (zone.children.size() + columns - 1) / columns;
        const float width = 1.0f / static_cast<float>(columns), height = 1.0f / static_cast<float>(lines);
        draft.shrink(zones[zone.children[i]].range,
                     {static_cast<float>(i % columns) * width, static_cast<float>(i / columns) * height}, width, height);
    }
}

Status Reader::readMember(const XmlElement& element, std::uint32_t zone) {
    const std::string_view name = element.name();
    if (isRoute(name)) {
        zones[zone].routes.push_back(element);
        return Done{};
    }
    if (name == "zone" || name == "AS") return readZone(element, zone);
    if (name == "cluster") return readCluster(element, zone);
    if (name == "host") return readHost(element, zone);
    if (name == "router") return readRouter(element, zone);
    if (name == "link") return readLink(element, zone);
    if (name == "peer") return readPeer(element, zone);
    if (name == "trace") return readTrace(element);
    if (among(name, {"trace_connect", "cabinet", "host_link", "backbone"})) return Done{};  // when the zone is complete
    if (name == "prop") {
        warn("<prop> properties are ignored");
        return Done{};
    }
    warn("<" + std::string(name) + "> is ignored");
    return Done{};
}

Status Reader::readZone(const XmlElement& element, std::uint32_t parent) {
    std::uint32_t depth = 0;
    for (std::uint32_t zone = parent; zone != kNoZone; zone = zoneTree->parentOf(zone)) ++depth;
    if (depth >= kDeepestZone) return wrong(element, "zones are nested deeper than " + std::to_string(kDeepestZone));
    const std::string routing = element.text("routing");
    const std::optional<Kind> kind = kindOf(routing);
    if (!kind)
        return wrong(element, "routing '" + routing +
                                  "' is not supported; known: Full, Floyd, Dijkstra, DijkstraCache, Cluster, Vivaldi, None");
    const Result<std::uint32_t> opened = openZone(element, parent, *kind);
    if (!opened) return opened.error();
    const std::uint32_t zone = *opened;
    std::vector<LinkId> backbone;
    for (const XmlElement& child : element.children()) {
        if (Status read = readMember(child, zone); !read) return read.error();
        if (child.name() != "backbone") continue;
        if (Status read = readLink(child, zone); !read) return read.error();
        const auto row = rows.find(child.text("id"));
        if (row == rows.end()) return wrong(child, "a backbone cannot be SPLITDUPLEX");
        backbone = {row->second};
    }
    // SimGrid connects hosts and cabinets to the backbone at the end of the zone.
    for (const XmlElement& child : element.children()) {
        const std::string_view name = child.name();
        Status read = Done{};
        if (name == "host_link") read = readHostLink(child, zone, backbone);
        if (name == "trace_connect") read = connectTrace(child);
        if (!read) return read.error();
    }
    for (const XmlElement& child : element.children())
        if (child.name() == "cabinet")
            if (Status read = readCabinet(child, zone, backbone); !read) return read.error();
    closeZone(zone);
    return Done{};
}

}  // namespace loom::simgrid
