#include <nlohmann/json.hpp>

#include "core/scenario/scenario_parts.h"

namespace loom {

namespace {

void putText(Json& object, const char* key, const std::string& value) {
    if (!value.empty()) object[key] = value;
}

void putQuantity(Json& object, const char* key, double value, double absent, Dimension dimension) {
    if (value != absent) object[key] = quantityJson(value, dimension);
}

Json taskJson(const InlineTask& task) {
    Json out = Json::object();
    out["id"] = task.id;
    putText(out, "kind", task.kind);
    if (task.runtimes.empty()) out["work"] = quantityJson(task.work, Dimension::work);
    if (!task.runtimes.empty()) {
        Json& runtimes = out["runtimes"] = Json::object();
        auto& members = runtimes.get_ref<Json::object_t&>();
        for (const auto& [node, seconds] : task.runtimes) members.emplace_back(node, quantityJson(seconds, Dimension::time));
    }
    if (task.cores != 1) out["cores"] = task.cores;
    if (task.serialFraction) out["serialFraction"] = quantityJson(*task.serialFraction, Dimension::number);
    for (double efficiency : task.efficiency) out["efficiency"].push_back(quantityJson(efficiency, Dimension::number));
    putQuantity(out, "memory", task.memory, 0, Dimension::bytes);
    putText(out, "accelerator", task.accelerator);
    if (task.firstItem != 0) out["firstItem"] = task.firstItem;
    if (task.itemCount != 0) out["itemCount"] = task.itemCount;
    putQuantity(out, "release", task.release, 0, Dimension::time);
    if (task.priority != 0) out["priority"] = task.priority;
    return out;
}

Json edgeJson(const InlineEdge& edge) {
    Json out = Json::object();
    out["from"] = edge.from;
    out["to"] = edge.to;
    putQuantity(out, "bytes", edge.bytes, 0, Dimension::bytes);
    return out;
}

Json fileJson(const InlineFile& file) {
    Json out = Json::object();
    out["id"] = file.id;
    putQuantity(out, "bytes", file.bytes, 0, Dimension::bytes);
    putText(out, "producer", file.producer);
    if (!file.consumers.empty()) out["consumers"] = file.consumers;
    return out;
}

void putProfile(Json& object, const char* key, const Profile& profile, Dimension dimension) {
    if (profile.empty()) return;
    Json& out = object[key] = Json::object();
    for (const Profile::Point& point : profile.points)
        out["points"].push_back(Json::array({quantityJson(point.time, Dimension::time), quantityJson(point.value, dimension)}));
    if (profile.loopAfter >= 0) out["loopAfter"] = quantityJson(profile.loopAfter, Dimension::time);
}

Json linkProfilesJson(const InlineLinkProfiles& profiles) {
    Json out = Json::object();
    out["link"] = profiles.link;
    putProfile(out, "bandwidth", profiles.bandwidth, Dimension::bandwidth);
    putProfile(out, "latency", profiles.latency, Dimension::time);
    putProfile(out, "state", profiles.state, Dimension::number);
    return out;
}

Json nodeJson(const InlineNode& node) {
    const InlineNode absent;
    Json out = Json::object();
    out["id"] = node.id;
    putQuantity(out, "speed", node.speed, absent.speed, Dimension::speed);
    if (node.cores != (node.storage ? 0 : absent.cores)) out["cores"] = node.cores;
    putQuantity(out, "memory", node.memory, absent.memory, Dimension::bytes);
    for (const AcceleratorInfo& device : node.accelerators) {
        Json entry = Json::object();
        entry["kind"] = device.kind;
        if (device.count != 1) entry["count"] = device.count;
        entry["speed"] = quantityJson(device.speed, Dimension::speed);
        putQuantity(entry, "bandwidth", device.bandwidth, 0, Dimension::bandwidth);
        putQuantity(entry, "setup", device.setup, 0, Dimension::time);
        out["accelerators"].push_back(std::move(entry));
    }
    putText(out, "group", node.group);
    if (node.storage) out["storage"] = true;
    for (const DiskInfo& disk : node.disks) {
        Json entry = Json::object();
        putText(entry, "name", disk.name);
        entry["read"] = quantityJson(disk.readBandwidth, Dimension::bandwidth);
        entry["write"] = quantityJson(disk.writeBandwidth, Dimension::bandwidth);
        putQuantity(entry, "penalty", disk.penalty, 0, Dimension::number);
        out["disks"].push_back(std::move(entry));
    }
    putProfile(out, "speedProfile", node.speedProfile, Dimension::number);
    putProfile(out, "stateProfile", node.stateProfile, Dimension::number);
    return out;
}

// The inverse of what a reader makes of a value for all, a row, or a matrix.
Json valuesJson(const std::vector<double>& values, Dimension dimension, std::size_t nodes, bool star) {
    if (values.size() == 1) return quantityJson(values[0], dimension);
    Json out = Json::array();
    if (star)
        for (double value : values) out.push_back(quantityJson(value, dimension));
    for (std::size_t i = 0; !star && i < nodes; ++i) {
        Json row = Json::array();
        for (std::size_t j = 0; j < nodes; ++j) row.push_back(quantityJson(values[i * nodes + j], dimension));
        out.push_back(std::move(row));
    }
    return out;
}

Json inlinePlatformJson(const InlinePlatform& platform) {
    Json out = Json::object();
    out["nodes"] = Json::array();
    for (const InlineNode& node : platform.nodes) out["nodes"].push_back(nodeJson(node));
    if (platform.bandwidth.empty()) return out;
    const std::size_t n = platform.nodes.size();
    Json network = Json::object();
    if (platform.latency != std::vector<double>{0} && !platform.latency.empty())
        network["latency"] = valuesJson(platform.latency, Dimension::time, n, platform.star);
    network["bandwidth"] = valuesJson(platform.bandwidth, Dimension::bandwidth, n, platform.star);
    out["links"] = Json::object();
    out["links"][platform.star ? "star" : "full"] = std::move(network);
    for (const InlineLinkProfiles& profiles : platform.profiles) out["links"]["profiles"].push_back(linkProfilesJson(profiles));
    return out;
}

Json inlineWorkloadJson(const InlineWorkload& workload) {
    Json out = Json::object();
    out["tasks"] = Json::array();
    for (const InlineTask& task : workload.tasks) out["tasks"].push_back(taskJson(task));
    for (const InlineEdge& edge : workload.edges) out["edges"].push_back(edgeJson(edge));
    for (const InlineFile& file : workload.files) out["files"].push_back(fileJson(file));
    return out;
}

Json referenceJson(const FileReference& file) {
    Json out = Json::object();
    out["file"] = file.path;
    return out;
}

Json assumptionsJson(const Assumptions& assume) {
    Json out = Json::object();
    if (assume.runtime) {
        const std::string word = wordOf(*assume.runtime);
        out["runtime"] = word.empty() ? quantityJson(assume.runtime->seconds, Dimension::time) : Json(word);
    }
    if (assume.size) out["size"] = quantityJson(*assume.size, Dimension::bytes);
    if (assume.cores) out["cores"] = *assume.cores;
    putQuantity(out, "sizeFactor", assume.sizeFactor, 1, Dimension::number);
    return out;
}

Json crashJson(const NodeCrash& crash) {
    Json out = Json::object();
    out["node"] = crash.node;
    out["at"] = timeJson(crash.at);
    if (!crash.repair.isNever()) out["repair"] = timeJson(crash.repair);
    return out;
}

Json randomJson(const RandomFailures& random) {
    Json out = Json::object();
    if (random.nodes != "*") out["nodes"] = random.nodes;
    out["mttf"] = quantityJson(random.meanTimeToFailure, Dimension::time);
    putQuantity(out, "mttr", random.meanTimeToRepair, 0, Dimension::time);
    return out;
}

Json cutJson(const LinkCut& cut) {
    Json out = Json::object();
    out["link"] = cut.link;
    out["at"] = timeJson(cut.at);
    if (!cut.repair.isNever()) out["repair"] = timeJson(cut.repair);
    return out;
}

Json randomCutsJson(const RandomCuts& random) {
    Json out = Json::object();
    if (random.links != "*") out["links"] = random.links;
    out["mttf"] = quantityJson(random.meanTimeToFailure, Dimension::time);
    putQuantity(out, "mttr", random.meanTimeToRepair, 0, Dimension::time);
    return out;
}

Json slowdownJson(const Slowdown& slowdown) {
    Json out = Json::object();
    out["node"] = slowdown.node;
    if (slowdown.at != Time::zero()) out["at"] = timeJson(slowdown.at);
    if (!slowdown.duration.isNever()) out["duration"] = timeJson(slowdown.duration);
    out["factor"] = quantityJson(slowdown.factor, Dimension::number);
    return out;
}

}  // namespace

Json workloadJson(const WorkloadSource& source) {
    if (const auto* spec = std::get_if<Spec>(&source)) return spec->text();
    if (const auto* file = std::get_if<FileReference>(&source)) {
        Json out = referenceJson(*file);
        if (!file->assume.empty()) out["assume"] = assumptionsJson(file->assume);
        return out;
    }
    return inlineWorkloadJson(std::get<InlineWorkload>(source));
}

Json platformJson(const PlatformSource& source) {
    if (const auto* spec = std::get_if<Spec>(&source)) return spec->text();
    if (const auto* file = std::get_if<FileReference>(&source)) return referenceJson(*file);
    return inlinePlatformJson(std::get<InlinePlatform>(source));
}

Json failuresJson(const FailurePlan& failures) {
    Json out = Json::object();
    for (const NodeCrash& crash : failures.crashes) out["crashes"].push_back(crashJson(crash));
    for (const RandomFailures& random : failures.random) out["random"].push_back(randomJson(random));
    for (const Slowdown& slowdown : failures.slowdowns) out["slowdowns"].push_back(slowdownJson(slowdown));
    for (const LinkCut& cut : failures.cuts) out["cuts"].push_back(cutJson(cut));
    for (const RandomCuts& random : failures.randomCuts) out["randomCuts"].push_back(randomCutsJson(random));
    putQuantity(out, "stallTimeout", failures.stallTimeout, FailurePlan{}.stallTimeout, Dimension::time);
    return out;
}

}  // namespace loom
