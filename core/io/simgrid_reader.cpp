#include "core/io/simgrid_reader.h"

#include <charconv>
#include <filesystem>

#include "core/io/importer.h"
#include "core/io/recognise.h"

namespace loom {

namespace simgrid {

namespace {

constexpr double kAutomaticLoopback = 1e10;  // B/s, as SimGrid's network models set it

}  // namespace

Error Reader::wrong(const XmlElement& element, const std::string& what) {
    std::string who(element.name());
    if (const std::string* id = element.find("id")) who += " '" + *id + "'";
    return failureAt(element.place(), who + ": " + what);
}

void Reader::warn(const std::string& sentence) {
    constexpr std::size_t kMostWarnings = 50;
    if (warnings_.size() < kMostWarnings && warned_.insert(sentence).second) warnings_.push_back(sentence);
}

Result<double> Reader::quantity(const XmlElement& element, const char* attribute, SimgridUnit unit, std::string_view whenAbsent,
                                bool mayBeZero) {
    const std::string text = element.text(attribute, whenAbsent);
    if (text.empty()) return wrong(element, std::string("attribute '") + attribute + "' is missing");
    const Result<SimgridValue> value = parseSimgridValue(text, unit);
    if (!value) return wrong(element, std::string(attribute) + ": " + value.error().cause);
    if (value->unitless) warn("quantities without a unit are read as flop/s, B/s and s");
    if (value->value < 0 || (value->value == 0 && !mayBeZero))
        return wrong(element, std::string(attribute) + " must be " + (mayBeZero ? "zero or positive" : "positive") + ", found '" +
                                  text + "'");
    return value->value;
}

Result<std::uint32_t> Reader::whole(const XmlElement& element, const char* attribute, std::uint32_t whenAbsent, std::uint32_t low,
                                    std::uint32_t high) const {
    const std::string* text = element.find(attribute);
    if (text == nullptr) return whenAbsent;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc{} || end != text->data() + text->size() || value < low || value > high)
        return wrong(element, std::string(attribute) + " must be a whole number from " + std::to_string(low) + " to " +
                                  std::to_string(high) + ", found '" + *text + "'");
    return value;
}

Result<CableKind> Reader::cableKind(const XmlElement& element, const char* attribute, std::string_view whenAbsent) const {
    const std::string text = element.text(attribute, whenAbsent);
    if (text == "SHARED") return CableKind::shared;
    if (text == "FATPIPE") return CableKind::fatpipe;
    if (text == "SPLITDUPLEX" || text == "FULLDUPLEX") return CableKind::splitDuplex;
    return wrong(element, std::string(attribute) + " '" + text + "' is not supported; known: SHARED, FATPIPE, SPLITDUPLEX");
}

Result<double> Reader::speed(const XmlElement& element) {
    const char* attribute = element.find("speed") == nullptr && element.find("power") != nullptr ? "power" : "speed";
    const std::string list = element.text(attribute);
    if (list.empty()) return wrong(element, "attribute 'speed' is missing");
    std::vector<double> speeds;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        std::string_view item = std::string_view(list).substr(at, end - at);
        while (item.starts_with(' ')) item.remove_prefix(1);
        while (item.ends_with(' ')) item.remove_suffix(1);
        const Result<SimgridValue> value = parseSimgridValue(item, SimgridUnit::speed);
        if (!value) return wrong(element, "speed: " + value.error().cause);
        if (value->unitless) warn("quantities without a unit are read as flop/s, B/s and s");
        if (value->value < 0) return wrong(element, "speed must not be negative, found '" + std::string(item) + "'");
        speeds.push_back(value->value);
        at = end + 1;
    }
    const Result<std::uint32_t> state = whole(element, "pstate", 0, 0, static_cast<std::uint32_t>(speeds.size() - 1));
    if (!state) return state.error();
    if (speeds[*state] == 0)
        return wrong(element, "the speed of pstate " + std::to_string(*state) + " is 0; the one in use must be positive");
    return speeds[*state];
}

Status Reader::nameLink(const XmlElement& element, const std::string& name, LinkId row) {
    if (name.empty()) return wrong(element, "attribute 'id' is missing");
    if (!rows.emplace(name, row).second) return wrong(element, "two links are called '" + name + "'");
    return Done{};
}

Status Reader::checkRoom(const XmlElement& element, std::uint64_t moreHosts, std::uint64_t moreLinks) const {
    if (draft.nodeCount() + moreHosts > limits.hosts)
        return wrong(element, "more than " + std::to_string(limits.hosts) + " hosts");
    if (draft.linkCount() + moreLinks > limits.links)
        return wrong(element, "more than " + std::to_string(limits.links) + " links");
    return Done{};
}

Status Reader::readRoot(const XmlElement& root) {
    bool any = false, actors = false;
    for (const XmlElement& child : root.children()) {
        const std::string_view name = child.name();
        const bool zone = name == "zone" || name == "AS", cluster = name == "cluster";
        if (zone || cluster) {
            if (any) return wrong(child, "a platform has one outermost zone");
            any = true;
            if (Status read = zone ? readZone(child, kNoZone) : readCluster(child, kNoZone); !read) return read.error();
        } else if (name == "trace") {
            if (Status read = readTrace(child); !read) return read.error();
        } else if (name == "actor" || name == "process") {
            actors = true;
            warn("<" + std::string(name) + "> is ignored: only the platform is read, not what is deployed on it");
        } else if (name != "trace_connect") {
            warn("<" + std::string(name) + "> is ignored");
        }
    }
    if (!any && actors) return failureAt(root.place(), "this is a deployment (it starts actors), not a platform: it has no zone");
    if (!any) return failureAt(root.place(), "the platform has no zone");
    for (const XmlElement& child : root.children())
        if (child.name() == "trace_connect")
            if (Status read = connectTrace(child); !read) return read.error();
    return Done{};
}

Result<Platform> Reader::read(const XmlTree& tree) {
    const XmlElement root = tree.root();
    if (root.name() != "platform") return failureAt(root.place(), "the root element is not <platform>");
    const VertexRef none = VertexRef::node(0);
    loopback = draft.addLink({"__loopback__", kAutomaticLoopback, 0, Sharing::fatpipe}, none, none);
    rows.emplace("__loopback__", loopback);
    if (Status status = readRoot(root); !status) return status.error();
    if (draft.nodeCount() == 0) return failureAt(root.place(), "the platform has no host");
    std::vector<ZoneTree::Place> places(draft.nodeCount() + draft.junctionCount());
    for (const auto& [name, point] : points) places[point.vertex.vertex(draft.nodeCount())] = {point.zone, point.local};
    zoneTree->setPlaces(std::move(places));
    for (std::uint32_t zone = 0; zone < zones.size(); ++zone)
        if (Status status = readRoutes(zone); !status) return status.error();
    for (std::uint32_t zone = 0; zone < zones.size(); ++zone) zoneTree->setRouting(zone, makeRouting(zone));
    if (measuresDistances) zoneTree->setMeasuresDistances();
    std::shared_ptr<const Router> router = std::move(zoneTree);
    std::string description = "SimGrid platform '" + zones[0].id + "', " + std::to_string(draft.nodeCount()) + " hosts";
    Result<Platform> platform = draft.finish(std::move(router), NodeId::none(), std::move(description));
    if (platform) platform->setWarnings(std::move(warnings_));
    return platform;
}

}  // namespace simgrid

bool isSimgridPlatform(std::string_view content) { return xmlRoot(content) == "platform"; }

Result<Platform> readSimgridPlatform(std::string_view content, const std::string& folder, const SimgridLimits& limits) {
    const Result<XmlTree> tree = XmlTree::parse(content);
    if (!tree) return tree.error();
    return simgrid::Reader(folder, limits).read(*tree);
}

Result<Platform> loadSimgridPlatform(const std::string& path) {
    ImportLimits limits;
    limits.bytes = 64u << 20;
    const Result<std::string> content = readContent(path, limits);
    if (!content) return content.error();
    Result<Platform> platform = readSimgridPlatform(*content, std::filesystem::path(path).parent_path().string());
    if (!platform) return platform.error().in(path);
    return platform;
}

}  // namespace loom
