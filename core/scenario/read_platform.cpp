#include <nlohmann/json.hpp>
#include <utility>

#include "core/platform/check_profile.h"
#include "core/platform/topologies.h"
#include "core/scenario/object_reader.h"
#include "core/scenario/scenario_parts.h"

namespace loom {

namespace {

Result<AcceleratorInfo> readAccelerator(const Json& value, const std::string& path) {
    AcceleratorInfo device;
    ObjectReader reader(value, path, keys::accelerator);
    reader.require("kind");
    reader.require("speed");
    reader.text("kind", device.kind);
    reader.whole("count", device.count, 1, kMostDevices);
    reader.quantity("speed", Dimension::speed, device.speed);
    reader.quantity("bandwidth", Dimension::bandwidth, device.bandwidth);
    reader.quantity("setup", Dimension::time, device.setup);
    if (!reader.ok()) return reader.error();
    return device;
}

Result<DiskInfo> readDisk(const Json& value, const std::string& path) {
    DiskInfo disk;
    ObjectReader reader(value, path, keys::disk);
    reader.require("read");
    reader.require("write");
    reader.text("name", disk.name);
    reader.quantity("read", Dimension::bandwidth, disk.readBandwidth);
    reader.quantity("write", Dimension::bandwidth, disk.writeBandwidth);
    reader.quantity("penalty", Dimension::number, disk.penalty);
    if (!reader.ok()) return reader.error();
    return disk;
}

// A point is [time, value].
Result<Profile> readProfile(const Json& value, const std::string& path, Dimension dimension) {
    Profile profile;
    ObjectReader reader(value, path, keys::profile);
    reader.require("points");
    reader.array("points", [&](const Json& element, const std::string& place) -> Status {
        if (profile.points.size() >= kMostProfilePoints)
            return failureAt(place, "more than " + std::to_string(kMostProfilePoints) + " points");
        if (!element.is_array() || element.size() != 2) return failureAt(place, "expected [time, value], found " + kindOf(element));
        const Result<double> time = readQuantity(element[0], place + "[0]", Dimension::time);
        if (!time) return time.error();
        const Result<double> amount = readQuantity(element[1], place + "[1]", dimension);
        if (!amount) return amount.error();
        profile.points.push_back({*time, *amount});
        return Done{};
    });
    reader.quantity("loopAfter", Dimension::time, profile.loopAfter);
    if (reader.ok() && profile.empty()) reader.fail("points", "names no point");
    if (!reader.ok()) return reader.error();
    return profile;
}

void readProfile(ObjectReader& outer, const char* key, Dimension dimension, Profile& out) {
    const Json* value = outer.find(key);
    if (value == nullptr) return;
    Result<Profile> profile = readProfile(*value, outer.pathOf(key), dimension);
    if (!profile) return outer.fail(profile.error());
    out = std::move(*profile);
}

Result<InlineLinkProfiles> readLinkProfiles(const Json& value, const std::string& path) {
    InlineLinkProfiles profiles;
    ObjectReader reader(value, path, keys::linkProfiles);
    reader.require("link");
    reader.text("link", profiles.link);
    readProfile(reader, "bandwidth", Dimension::bandwidth, profiles.bandwidth);
    readProfile(reader, "latency", Dimension::time, profiles.latency);
    readProfile(reader, "state", Dimension::number, profiles.state);
    if (!reader.ok()) return reader.error();
    return profiles;
}

Result<InlineNode> readNode(const Json& value, const std::string& path) {
    InlineNode node;
    ObjectReader reader(value, path, keys::node);
    reader.require("id");
    reader.text("id", node.id);
    reader.quantity("speed", Dimension::speed, node.speed);
    reader.boolean("storage", node.storage);
    if (node.storage) node.cores = 0;
    reader.whole("cores", node.cores, node.storage ? 0 : 1, kMostTaskCores);
    reader.quantity("memory", Dimension::bytes, node.memory);
    reader.text("group", node.group);
    reader.array("accelerators", [&](const Json& element, const std::string& place) -> Status {
        Result<AcceleratorInfo> device = readAccelerator(element, place);
        if (!device) return device.error();
        node.accelerators.push_back(std::move(*device));
        return Done{};
    });
    reader.array("disks", [&](const Json& element, const std::string& place) -> Status {
        Result<DiskInfo> disk = readDisk(element, place);
        if (!disk) return disk.error();
        node.disks.push_back(std::move(*disk));
        return Done{};
    });
    readProfile(reader, "speedProfile", Dimension::number, node.speedProfile);
    readProfile(reader, "stateProfile", Dimension::number, node.stateProfile);
    if (reader.ok() && node.speed == 0) reader.fail("speed", "must be positive");
    if (!reader.ok()) return reader.error();
    return node;
}

Result<std::vector<double>> readRow(const Json& value, const std::string& path, Dimension dimension, std::size_t wanted) {
    if (!value.is_array() || value.size() != wanted)
        return failureAt(path, "expected an array of " + std::to_string(wanted) + " values, one a node");
    std::vector<double> row;
    for (std::size_t i = 0; i < wanted; ++i) {
        const Result<double> read = readQuantity(value[i], path + "[" + std::to_string(i) + "]", dimension);
        if (!read) return read.error();
        row.push_back(*read);
    }
    return row;
}

// One value for all, one a node (star), or a square matrix (full).
Result<std::vector<double>> readValues(const Json& value, const std::string& path, Dimension dimension, std::size_t nodes,
                                       bool star) {
    if (!value.is_array()) {
        const Result<double> read = readQuantity(value, path, dimension);
        if (!read) return read.error();
        return std::vector<double>{*read};
    }
    if (star) return readRow(value, path, dimension, nodes);
    if (value.size() != nodes)
        return failureAt(
            path, "expected a matrix of " + std::to_string(nodes) + " rows, one a node, found " + std::to_string(value.size()));
    std::vector<double> matrix;
    for (std::size_t i = 0; i < nodes; ++i) {
        const Result<std::vector<double>> row = readRow(value[i], path + "[" + std::to_string(i) + "]", dimension, nodes);
        if (!row) return row.error();
        matrix.insert(matrix.end(), row->begin(), row->end());
    }
    return matrix;
}

Status readLinks(const Json& value, const std::string& path, InlinePlatform& platform) {
    ObjectReader reader(value, path, keys::links);
    const Json* full = reader.find("full");
    const Json* star = reader.find("star");
    if (reader.ok() && (full == nullptr) == (star == nullptr)) reader.fail(failureAt(path, "needs either 'full' or 'star'"));
    reader.array("profiles", [&](const Json& element, const std::string& place) -> Status {
        Result<InlineLinkProfiles> profiles = readLinkProfiles(element, place);
        if (!profiles) return profiles.error();
        platform.profiles.push_back(std::move(*profiles));
        return Done{};
    });
    if (!reader.ok()) return reader.error();
    platform.star = star != nullptr;
    const std::string place = path + (platform.star ? ".star" : ".full");
    ObjectReader network(platform.star ? *star : *full, place, keys::network);
    network.require("bandwidth");
    const Json* bandwidth = network.find("bandwidth");
    const Json* latency = network.find("latency");
    if (!network.ok()) return network.error();
    Result<std::vector<double>> values =
        readValues(*bandwidth, place + ".bandwidth", Dimension::bandwidth, platform.nodes.size(), platform.star);
    if (!values) return values.error();
    platform.bandwidth = std::move(*values);
    platform.latency = {0};
    if (latency == nullptr) return Done{};
    values = readValues(*latency, place + ".latency", Dimension::time, platform.nodes.size(), platform.star);
    if (!values) return values.error();
    platform.latency = std::move(*values);
    return Done{};
}

}  // namespace

Result<InlinePlatform> readInlinePlatform(const Json& value, const std::string& path) {
    InlinePlatform platform;
    ObjectReader reader(value, path, keys::platform);
    reader.require("nodes");
    reader.array("nodes", [&](const Json& element, const std::string& place) -> Status {
        if (platform.nodes.size() >= kMostNodes) return failureAt(place, "more than " + std::to_string(kMostNodes) + " nodes");
        Result<InlineNode> node = readNode(element, place);
        if (!node) return node.error();
        platform.nodes.push_back(std::move(*node));
        return Done{};
    });
    if (reader.ok() && platform.nodes.empty()) reader.fail("nodes", "names no node");
    if (platform.nodes.size() > 1) reader.require("links");
    const Json* links = reader.find("links");
    if (!reader.ok()) return reader.error();
    if (links != nullptr)
        if (const Status status = readLinks(*links, reader.pathOf("links"), platform); !status) return status.error();
    return platform;
}

Result<PlatformSource> readPlatform(const Json& value, const std::string& path) {
    if (value.is_string()) {
        const Result<std::string> text = readText(value, path);
        if (!text) return text.error();
        Result<PlatformSource> source = parsePlatformSource(*text);
        return source.ok() ? source : failureAt(path, source.error().cause);
    }
    if (!value.is_object())
        return failureAt(path, "expected registry text, {\"file\": ...} or {\"nodes\": ...}, found " + kindOf(value));
    if (value.contains("file")) {
        FileReference file;
        ObjectReader reader(value, path, keys::file);
        reader.text("file", file.path);
        if (!reader.ok()) return reader.error();
        return PlatformSource(std::move(file));
    }
    Result<InlinePlatform> platform = readInlinePlatform(value, path);
    if (!platform) return platform.error();
    return PlatformSource(std::move(*platform));
}

}  // namespace loom
