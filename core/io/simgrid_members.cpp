// Hosts, routers, links and peers of a zone.
#include <charconv>
#include <limits>

#include "core/io/simgrid_reader.h"

namespace loom::simgrid {

namespace {

constexpr std::uint32_t kMostCores = 1'000'000;

// "x y z"; an error's text if it is not that.
std::optional<VivaldiPlace> coordinatesOf(std::string_view text) {
    VivaldiPlace place{};
    for (double& value : place) {
        while (text.starts_with(' ')) text.remove_prefix(1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || !(std::abs(value) < 1e9)) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    while (text.starts_with(' ')) text.remove_prefix(1);
    return text.empty() ? std::optional(place) : std::nullopt;
}

}  // namespace

Status Reader::addPoint(const XmlElement& element, const std::string& name, std::uint32_t zone, VertexRef vertex) {
    if (name.empty()) return wrong(element, "attribute 'id' is missing");
    ZoneDraft& home = zones[zone];
    const std::uint32_t local = home.points++;
    std::optional<VivaldiPlace> place;
    if (const std::string* text = element.find("coordinates")) {
        place = coordinatesOf(*text);
        if (!place) return wrong(element, "coordinates must be three numbers, found '" + *text + "'");
    }
    if (!points.emplace(name, PointDraft{zone, local, vertex, place}).second)
        return wrong(element, "two hosts or routers are called '" + name + "'");
    home.own.push_back(vertex);
    if (home.kind == Kind::star || home.kind == Kind::vivaldi) home.star.emplace_back();
    if (home.kind != Kind::vivaldi) return Done{};
    if (!place) return wrong(element, "in a Vivaldi zone it needs coordinates, three numbers");
    home.places.push_back({*place});
    measuresDistances = true;
    return Done{};
}

Status Reader::addHost(const XmlElement& element, NodeInfo node, std::uint32_t zone) {
    if (Status room = checkRoom(element, 1, 0); !room) return room.error();
    node.group = zones[zone].id;
    const std::string name = node.name;
    return addPoint(element, name, zone, draft.addNode(std::move(node), {}));
}

Status Reader::readHost(const XmlElement& element, std::uint32_t zone) {
    NodeInfo node;
    node.name = element.text("id");
    const Result<double> own = speed(element);
    if (!own) return own.error();
    node.speed = *own;
    const Result<std::uint32_t> cores = whole(element, "core", 1, 1, kMostCores);
    if (!cores) return cores.error();
    node.cores = *cores;
    for (const auto& [attribute, profile] : {std::pair{"speed_file", &node.speedProfile},
                                             {"availability_file", &node.speedProfile},
                                             {"state_file", &node.stateProfile}}) {
        if (element.find(attribute) == nullptr) continue;
        Result<Profile> read = readProfile(element, attribute);
        if (!read) return read.error();
        *profile = std::move(*read);
    }
    for (const XmlElement& child : element.children()) {
        if (child.name() != "disk") {
            warn(child.name() == "prop" ? "<prop> properties are ignored" : "<" + std::string(child.name()) + "> is ignored");
            continue;
        }
        const Result<double> reads = quantity(child, "read_bw", SimgridUnit::bandwidth, "");
        if (!reads) return reads.error();
        const Result<double> writes = quantity(child, "write_bw", SimgridUnit::bandwidth, "");
        if (!writes) return writes.error();
        node.disks.push_back({child.text("id"), *reads, *writes, 0});
    }
    return addHost(element, std::move(node), zone);
}

Status Reader::readRouter(const XmlElement& element, std::uint32_t zone) {
    if (draft.junctionCount() > limits.hosts) return wrong(element, "more than " + std::to_string(limits.hosts) + " routers");
    return addPoint(element, element.text("id"), zone, draft.addJunction(element.text("id"), {}));
}

Status Reader::readLink(const XmlElement& element, std::uint32_t zone) {
    if (Status room = checkRoom(element, 0, 2); !room) return room.error();
    const std::string id = element.text("id");
    const Result<CableKind> kind = cableKind(element, "sharing_policy", "SHARED");
    if (!kind) return kind.error();
    const Result<double> bandwidth = quantity(element, "bandwidth", SimgridUnit::bandwidth, "");
    if (!bandwidth) return bandwidth.error();
    const Result<double> latency = quantity(element, "latency", SimgridUnit::latency, "0", true);
    if (!latency) return latency.error();
    const VertexRef hub = zones[zone].hub;
    const Cable cable = draft.addCable(id, {*bandwidth, *latency}, *kind, hub, hub);
    if (*kind == CableKind::splitDuplex) {
        splitLinks.emplace(id, cable);
        if (Status named = nameLink(element, id + "_UP", cable.up); !named) return named.error();
        if (Status named = nameLink(element, id + "_DOWN", cable.down); !named) return named.error();
    } else if (Status named = nameLink(element, id, cable.up); !named) {
        return named.error();
    }
    for (const auto& [attribute, profile] : {std::pair{"bandwidth_file", &LinkInfo::bandwidthProfile},
                                             {"latency_file", &LinkInfo::latencyProfile},
                                             {"state_file", &LinkInfo::stateProfile}}) {
        if (element.find(attribute) == nullptr) continue;
        const Result<Profile> read = readProfile(element, attribute);
        if (!read) return read.error();
        draft.link(cable.up).*profile = *read;
        draft.link(cable.down).*profile = *read;
    }
    for (const XmlElement& child : element.children())
        if (child.name() == "prop") warn("<prop> properties are ignored");
    return Done{};
}

Status Reader::readPeer(const XmlElement& element, std::uint32_t zone) {
    if (zones[zone].kind != Kind::vivaldi) return wrong(element, "a peer stands in a Vivaldi zone");
    if (Status room = checkRoom(element, 1, 2); !room) return room.error();
    const Result<double> in = quantity(element, "bw_in", SimgridUnit::bandwidth, "");
    if (!in) return in.error();
    const Result<double> out = quantity(element, "bw_out", SimgridUnit::bandwidth, "");
    if (!out) return out.error();
    const Result<double> latency = quantity(element, "lat", SimgridUnit::latency, "0", true);
    if (!latency) return latency.error();
    if (Status host = readHost(element, zone); !host) return host.error();
    const std::string id = element.text("id");
    const VertexRef vertex = zones[zone].own.back(), hub = zones[zone].hub;
    const LinkId up = draft.addLink({"link_" + id + "_UP", *out, *latency, Sharing::shared}, vertex, hub);
    const LinkId down = draft.addLink({"link_" + id + "_DOWN", *in, *latency, Sharing::shared}, hub, vertex);
    if (Status named = nameLink(element, "link_" + id + "_UP", up); !named) return named.error();
    if (Status named = nameLink(element, "link_" + id + "_DOWN", down); !named) return named.error();
    zones[zone].star.back() = {{up}, {down}, {}};
    return Done{};
}

Status Reader::readCabinet(const XmlElement& element, std::uint32_t zone, const std::vector<LinkId>& backbone) {
    if (zones[zone].kind != Kind::star) return wrong(element, "a cabinet stands in a Cluster zone");
    const Result<std::vector<std::uint32_t>> numbers = readRadical(element);
    if (!numbers) return numbers.error();
    if (Status room = checkRoom(element, numbers->size(), 2 * numbers->size()); !room) return room.error();
    const Result<double> own = speed(element);
    if (!own) return own.error();
    const Result<double> bandwidth = quantity(element, "bw", SimgridUnit::bandwidth, "");
    if (!bandwidth) return bandwidth.error();
    const Result<double> latency = quantity(element, "lat", SimgridUnit::latency, "0", true);
    if (!latency) return latency.error();
    for (const std::uint32_t number : *numbers) {
        NodeInfo node;
        node.name = element.text("prefix") + std::to_string(number) + element.text("suffix");
        node.speed = *own;
        const std::string link = "link_" + node.name;
        if (Status added = addHost(element, std::move(node), zone); !added) return added.error();
        const Cable cable =
            draft.addCable(link, {*bandwidth, *latency}, CableKind::splitDuplex, zones[zone].own.back(), zones[zone].hub);
        if (Status named = nameLink(element, link + "_UP", cable.up); !named) return named.error();
        if (Status named = nameLink(element, link + "_DOWN", cable.down); !named) return named.error();
        StarPoint& point = zones[zone].star.back();
        point.up = {cable.up};
        point.up.insert(point.up.end(), backbone.begin(), backbone.end());
        point.down = backbone;
        point.down.push_back(cable.down);
    }
    return Done{};
}

Status Reader::readHostLink(const XmlElement& element, std::uint32_t zone, const std::vector<LinkId>& backbone) {
    const auto host = points.find(element.text("id"));
    if (host == points.end() || host->second.zone != zone || zones[zone].kind != Kind::star)
        return wrong(element, "no host of that name in this Cluster zone");
    const auto up = rows.find(element.text("up")), down = rows.find(element.text("down"));
    for (const auto& [row, attribute] : {std::pair{up, "up"}, {down, "down"}})
        if (row == rows.end()) return wrong(element, "no link is called '" + element.text(attribute) + "'");
    StarPoint& point = zones[zone].star[host->second.local];
    point.up = {up->second};
    point.up.insert(point.up.end(), backbone.begin(), backbone.end());
    point.down = backbone;
    point.down.push_back(down->second);
    draft.setEnds(up->second, host->second.vertex, zones[zone].hub);
    if (down->second != up->second) draft.setEnds(down->second, zones[zone].hub, host->second.vertex);
    return Done{};
}

}  // namespace loom::simgrid
