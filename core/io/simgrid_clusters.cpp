// <cluster>: flat ones, fat trees, tori and dragonflies (formats.md 8.4). Names of links are SimGrid's.
#include <charconv>

#include "core/io/simgrid_reader.h"
#include "core/platform/zones/dragonfly.h"
#include "core/platform/zones/fat_tree.h"
#include "core/platform/zones/shape_text.h"
#include "core/platform/zones/torus.h"

namespace loom::simgrid {

namespace {

constexpr std::uint64_t kMostCables = 400'000;

struct ClusterDraft {
    std::vector<std::uint32_t> numbers;
    NodeInfo model;
    ClusterLinks links;
};

std::optional<std::uint32_t> number(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Result<ClusterDraft> readCommon(Reader& reader, const XmlElement& element) {
    ClusterDraft out;
    Result<std::vector<std::uint32_t>> numbers = reader.readRadical(element);
    if (!numbers) return numbers.error();
    out.numbers = std::move(*numbers);
    const Result<double> speed = reader.speed(element);
    if (!speed) return speed.error();
    out.model.speed = *speed;
    const Result<std::uint32_t> cores = reader.whole(element, "core", 1, 1, 1'000'000);
    if (!cores) return cores.error();
    out.model.cores = *cores;
    const Result<double> bandwidth = reader.quantity(element, "bw", SimgridUnit::bandwidth, "");
    if (!bandwidth) return bandwidth.error();
    const Result<double> latency = reader.quantity(element, "lat", SimgridUnit::latency, "0", true);
    if (!latency) return latency.error();
    out.links.cable = {*bandwidth, *latency};
    const Result<CableKind> kind = reader.cableKind(element, "sharing_policy", "SPLITDUPLEX");
    if (!kind) return kind.error();
    out.links.kind = *kind;
    if (*kind == CableKind::fatpipe) {
        reader.warn("the links of a cluster with sharing_policy FATPIPE are read as SHARED, as SimGrid 3.32 does");
        out.links.kind = CableKind::shared;
    }
    if (element.find("loopback_bw") != nullptr || element.find("loopback_lat") != nullptr) {
        const Result<double> width = reader.quantity(element, "loopback_bw", SimgridUnit::bandwidth, "");
        if (!width) return width.error();
        const Result<double> delay = reader.quantity(element, "loopback_lat", SimgridUnit::latency, "0", true);
        if (!delay) return delay.error();
        out.links.loopback = PortInfo{*width, *delay};
    }
    const Result<double> limiter = reader.quantity(element, "limiter_link", SimgridUnit::bandwidth, "0", true);
    if (!limiter) return limiter.error();
    out.links.limiter = *limiter;
    return out;
}

Status addHosts(Reader& reader, const XmlElement& element, const ClusterDraft& cluster, std::uint32_t zone) {
    for (const std::uint32_t n : cluster.numbers) {
        NodeInfo node = cluster.model;
        node.name = element.text("prefix") + std::to_string(n) + element.text("suffix");
        if (Status added = reader.addHost(element, std::move(node), zone); !added) return added.error();
    }
    return Done{};
}

Status readFlat(Reader& reader, const XmlElement& element, const ClusterDraft& cluster, std::uint32_t zone) {
    const std::string id = element.text("id");
    std::vector<LinkId> backbone;
    const VertexRef hub = reader.zones[zone].hub;
    if (element.find("bb_bw") != nullptr || element.find("bb_lat") != nullptr) {
        const Result<double> bandwidth = reader.quantity(element, "bb_bw", SimgridUnit::bandwidth, "");
        if (!bandwidth) return bandwidth.error();
        const Result<double> latency = reader.quantity(element, "bb_lat", SimgridUnit::latency, "0", true);
        if (!latency) return latency.error();
        const Result<CableKind> kind = reader.cableKind(element, "bb_sharing_policy", "SHARED");
        if (!kind) return kind.error();
        const Sharing sharing = *kind == CableKind::fatpipe ? Sharing::fatpipe : Sharing::shared;
        backbone = {reader.draft.addLink({id + "_backbone", *bandwidth, *latency, sharing}, hub, hub)};
        if (Status named = reader.nameLink(element, id + "_backbone", backbone[0]); !named) return named.error();
    }
    if (Status added = addHosts(reader, element, cluster, zone); !added) return added.error();
    for (std::size_t i = 0; i < cluster.numbers.size(); ++i) {
        const VertexRef host = reader.zones[zone].own[i];
        const std::string name = id + "_link_" + std::to_string(cluster.numbers[i]);
        StarPoint point;
        if (cluster.links.loopback) {
            const PortInfo& port = *cluster.links.loopback;
            point.loopback = {
                reader.draft.addLink({name + "_loopback", port.bandwidth, port.latency, Sharing::fatpipe}, host, host)};
        }
        if (cluster.links.limiter > 0) {
            const LinkId limiter =
                reader.draft.addLink({name + "_limiter", cluster.links.limiter, 0, Sharing::shared}, host, host);
            point.up = point.down = {limiter};
        }
        const Cable cable = reader.draft.addCable(name, cluster.links.cable, cluster.links.kind, host, hub);
        point.up.push_back(cable.up);
        point.up.insert(point.up.end(), backbone.begin(), backbone.end());
        point.down.insert(point.down.begin(), cable.down);
        point.down.insert(point.down.begin(), backbone.begin(), backbone.end());
        reader.zones[zone].star[i] = std::move(point);
        if (cable.up == cable.down) {
            if (Status named = reader.nameLink(element, name, cable.up); !named) return named.error();
            continue;
        }
        if (Status named = reader.nameLink(element, name + "_UP", cable.up); !named) return named.error();
        if (Status named = reader.nameLink(element, name + "_DOWN", cable.down); !named) return named.error();
    }
    std::string router = element.text("router_id");
    if (router.empty()) router = element.text("prefix") + id + "_router" + element.text("suffix");
    return reader.addPoint(element, router, zone, hub);
}

// The shape in topo_parameters, checked against the number of hosts and its own size.
Status readShape(Reader& reader, const XmlElement& element, const ClusterDraft& cluster, std::uint32_t zone) {
    const std::string topology = element.text("topology"), parameters = element.text("topo_parameters");
    ClusterHosts hosts{static_cast<std::uint32_t>(reader.draft.nodeCount()), static_cast<std::uint32_t>(cluster.numbers.size()),
                       element.text("id") + "_link_", cluster.numbers};
    const auto misfit = [&](std::uint64_t wanted) {
        return Reader::wrong(element, "topo_parameters '" + parameters + "' need " + std::to_string(wanted) +
                                          " hosts, but the radical names " + std::to_string(cluster.numbers.size()));
    };
    ZoneDraft& draft = reader.zones[zone];
    const auto place = [&]() { return addHosts(reader, element, cluster, zone); };
    if (topology == "TORUS") {
        const auto lists = numberLists(parameters);
        if (!lists || lists->size() != 1) return Reader::wrong(element, "topo_parameters of a torus are written 'x,y,z'");
        const Result<std::uint64_t> wanted = torusHosts(lists->front(), reader.limits.hosts);
        if (!wanted) return Reader::wrong(element, wanted.error().cause);
        if (*wanted != cluster.numbers.size()) return misfit(*wanted);
        if (Status room = reader.checkRoom(element, 0, *wanted * 2 * (lists->front().size() + 1)); !room) return room.error();
        if (Status placed = place(); !placed) return placed.error();
        draft.shape = addTorus(reader.draft, hosts, lists->front(), cluster.links, element.text("id"));
        return Done{};
    }
    if (topology == "FAT_TREE") {
        const Result<FatTreeShape> shape = parseFatTree(parameters);
        if (!shape) return Reader::wrong(element, shape.error().cause);
        const Result<std::vector<std::uint64_t>> sizes = fatTreeSizes(*shape, kMostCables);
        if (!sizes) return Reader::wrong(element, sizes.error().cause);
        if (sizes->front() != cluster.numbers.size()) return misfit(sizes->front());
        std::uint64_t cables = 0;
        for (std::size_t l = 0; l < shape->levels(); ++l) cables += (*sizes)[l] * shape->parents[l] * shape->cables[l];
        if (Status room = reader.checkRoom(element, 0, 2 * cables + 4 * sizes->front()); !room) return room.error();
        if (Status placed = place(); !placed) return placed.error();
        const FatTreeOptions options{UpChoice::dModK, {}, reader.fatTreePosition, reader.fatTreeCable};
        draft.shape = addFatTree(reader.draft, hosts, *shape, cluster.links, options);
        reader.fatTreePosition += hosts.count;
        reader.fatTreeCable += static_cast<std::uint32_t>(cables);
        return Done{};
    }
    const Result<DragonflyShape> shape = parseDragonfly(parameters);
    if (!shape) return Reader::wrong(element, shape.error().cause);
    const Result<std::uint64_t> wanted = dragonflyHosts(*shape, kMostCables);
    if (!wanted) return Reader::wrong(element, wanted.error().cause);
    if (*wanted != cluster.numbers.size()) return misfit(*wanted);
    const std::uint64_t cables = dragonflyCables(*shape);
    if (Status room = reader.checkRoom(element, 0, 2 * cables + 4 * *wanted); !room) return room.error();
    if (Status placed = place(); !placed) return placed.error();
    draft.shape = addDragonfly(reader.draft, hosts, *shape, cluster.links, {reader.dragonflyCable, true});
    reader.dragonflyCable += static_cast<std::uint32_t>(cables);
    return Done{};
}

}  // namespace

Result<std::vector<std::uint32_t>> Reader::readRadical(const XmlElement& element) const {
    const std::string text = element.text("radical");
    std::vector<std::uint32_t> numbers;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string_view item = std::string_view(text).substr(at, end - at);
        const std::size_t dash = item.find('-');
        const auto first = number(item.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : number(item.substr(dash + 1));
        if (!first || !last || *first > *last)
            return wrong(element, "radical '" + text + "' must be a comma list of numbers and ranges a-b with a <= b");
        if (std::uint64_t{*last} - *first + 1 + numbers.size() > limits.hosts)
            return wrong(element, "the radical names more than " + std::to_string(limits.hosts) + " hosts");
        for (std::uint32_t n = *first;; ++n) {
            numbers.push_back(n);
            if (n == *last) break;
        }
        at = end + 1;
    }
    return numbers;
}

Status Reader::readCluster(const XmlElement& element, std::uint32_t parent) {
    const std::string topology = element.text("topology", "FLAT");
    const bool flat = topology == "FLAT";
    if (!flat && topology != "TORUS" && topology != "FAT_TREE" && topology != "DRAGONFLY")
        return wrong(element, "topology '" + topology + "' is not supported; known: FLAT, FAT_TREE, TORUS, DRAGONFLY");
    const Result<ClusterDraft> cluster = readCommon(*this, element);
    if (!cluster) return cluster.error();
    if (Status room = checkRoom(element, cluster->numbers.size(), 4 * cluster->numbers.size() + 1); !room) return room.error();
    const Result<std::uint32_t> zone = openZone(element, parent, flat ? Kind::star : Kind::shape);
    if (!zone) return zone.error();
    Status read = flat ? readFlat(*this, element, *cluster, *zone) : readShape(*this, element, *cluster, *zone);
    if (!read) return read.error();
    for (const XmlElement& child : element.children())
        warn(child.name() == "prop" ? "<prop> properties are ignored" : "<" + std::string(child.name()) + "> is ignored");
    closeZone(*zone);
    return Done{};
}

}  // namespace loom::simgrid
