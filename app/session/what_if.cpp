#include "app/session/what_if.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/units.h"

namespace loom {

namespace {

constexpr std::uint32_t kMostNodes = 256;

const RegistryEntry* platformEntry(const Spec& spec) {
    const Result<const RegistryEntry*> entry = findEntry(platformRegistry(), spec.name, "platform");
    return entry ? *entry : nullptr;
}

const ParamDef* findParam(const RegistryEntry* entry, std::string_view name) {
    if (entry == nullptr) return nullptr;
    for (const ParamDef& param : entry->params) {
        if (param.name == name) return &param;
    }
    return nullptr;
}

// The value of a parameter as written or by default, in SI base units.
double paramValue(const Spec& spec, const ParamDef& param) {
    const std::string* written = spec.find(param.name);
    const Result<double> value = parseQuantity(written != nullptr ? *written : param.defaultValue, param.dimension);
    return value ? *value : 0;
}

void scaleParam(Spec& spec, const ParamDef& param, double factor) {
    const double value = paramValue(spec, param);
    if (value <= 0 || !std::isfinite(value)) return;
    spec.set(param.name, exactNumber(value * factor));
}

std::size_t computingNodes(const InlinePlatform& platform) {
    return static_cast<std::size_t>(
        std::count_if(platform.nodes.begin(), platform.nodes.end(), [](const InlineNode& node) { return node.cores > 0; }));
}

// Keeps the first `count` computing nodes and every other one; shrinks the matrices with them.
void keepNodes(InlinePlatform& platform, std::size_t count) {
    const std::size_t before = platform.nodes.size();
    std::vector<std::size_t> kept;
    std::size_t computing = 0;
    for (std::size_t i = 0; i < before; ++i) {
        if (platform.nodes[i].cores == 0 || computing++ < count) kept.push_back(i);
    }
    const auto shrink = [&](std::vector<double>& values) {
        if (values.size() == before && before > 1) {
            std::vector<double> small;
            for (std::size_t i : kept) small.push_back(values[i]);
            values = std::move(small);
        } else if (values.size() == before * before && before > 1) {
            std::vector<double> small;
            for (std::size_t i : kept) {
                for (std::size_t j : kept) small.push_back(values[i * before + j]);
            }
            values = std::move(small);
        }
    };
    shrink(platform.bandwidth);
    shrink(platform.latency);
    std::vector<InlineNode> nodes;
    for (std::size_t i : kept) nodes.push_back(std::move(platform.nodes[i]));
    platform.nodes = std::move(nodes);
}

void applyNodes(ScenarioFile& file, std::uint32_t count) {
    std::set<std::string> names;
    if (auto* spec = std::get_if<Spec>(&file.platform)) {
        spec->set("nodes", std::to_string(count));
        const Result<Platform> built = buildPlatform(*spec, file.seed);
        if (!built) return;
        for (std::uint32_t i = 0; i < built->nodeCount(); ++i) names.insert(built->node(NodeId(i)).name);
    } else if (auto* platform = std::get_if<InlinePlatform>(&file.platform)) {
        keepNodes(*platform, count);
        for (const InlineNode& node : platform->nodes) names.insert(node.id);
    } else {
        return;
    }
    const auto gone = [&](const std::string& node) { return node != "*" && names.count(node) == 0; };
    std::erase_if(file.failures.crashes, [&](const NodeCrash& crash) { return gone(crash.node); });
    std::erase_if(file.failures.slowdowns, [&](const Slowdown& slow) { return gone(slow.node); });
    std::erase_if(file.failures.random, [&](const RandomFailures& random) { return gone(random.nodes); });
    if (auto* workload = std::get_if<InlineWorkload>(&file.workload)) {
        for (InlineTask& task : workload->tasks) {
            std::erase_if(task.runtimes, [&](const auto& runtime) { return gone(runtime.first); });
        }
    }
}

void applyBandwidth(ScenarioFile& file, double factor) {
    if (auto* spec = std::get_if<Spec>(&file.platform)) {
        const RegistryEntry* entry = platformEntry(*spec);
        if (entry == nullptr) return;
        for (const ParamDef& param : entry->params) {
            if (param.dimension == Dimension::bandwidth && param.type == ParamType::quantity) scaleParam(*spec, param, factor);
        }
    } else if (auto* platform = std::get_if<InlinePlatform>(&file.platform)) {
        for (double& value : platform->bandwidth) value *= factor;
    }
}

void applyCost(ScenarioFile& file, double factor) {
    if (auto* workload = std::get_if<InlineWorkload>(&file.workload)) {
        for (InlineTask& task : workload->tasks) {
            task.work *= factor;
            for (auto& runtime : task.runtimes) runtime.second *= factor;
        }
    } else if (auto* spec = std::get_if<Spec>(&file.platform)) {
        if (const ParamDef* speed = findParam(platformEntry(*spec), "speed")) scaleParam(*spec, *speed, 1 / factor);
    } else if (auto* platform = std::get_if<InlinePlatform>(&file.platform)) {
        for (InlineNode& node : platform->nodes) {
            node.speed /= factor;
            for (AcceleratorInfo& device : node.accelerators) device.speed /= factor;
        }
    }
}

}  // namespace

WhatIfLimits whatIfLimits(const ScenarioFile& file) {
    using Why = WhatIfLimits::Why;
    WhatIfLimits limits;
    if (const auto* spec = std::get_if<Spec>(&file.platform)) {
        const RegistryEntry* entry = platformEntry(*spec);
        const ParamDef* nodes = findParam(entry, "nodes");
        limits.nodes = nodes != nullptr ? static_cast<std::uint32_t>(std::clamp(paramValue(*spec, *nodes), 1.0, 1e9)) : 1;
        limits.maxNodes = std::max(limits.nodes, std::min(kMostNodes, std::max(4 * limits.nodes, 16u)));
        limits.perRack = findParam(entry, "racks") != nullptr;
        if (nodes == nullptr) limits.nodesWhy = Why::noNodesParameter;
        const bool bandwidth = entry != nullptr && std::any_of(entry->params.begin(), entry->params.end(), [](const ParamDef& p) {
                                   return p.dimension == Dimension::bandwidth && p.type == ParamType::quantity;
                               });
        if (!bandwidth) limits.bandwidthWhy = Why::noBandwidth;
        if (findParam(entry, "speed") == nullptr && !std::holds_alternative<InlineWorkload>(file.workload)) {
            limits.costWhy = Why::platformFile;
        }
    } else if (const auto* platform = std::get_if<InlinePlatform>(&file.platform)) {
        limits.nodes = limits.maxNodes = static_cast<std::uint32_t>(std::max<std::size_t>(1, computingNodes(*platform)));
    } else {
        limits.nodesWhy = limits.bandwidthWhy = Why::platformFile;
        if (!std::holds_alternative<InlineWorkload>(file.workload)) limits.costWhy = Why::platformFile;
    }
    return limits;
}

ScenarioFile applyWhatIf(const ScenarioFile& file, const WhatIf& whatIf) {
    ScenarioFile changed = file;
    if (whatIf.nodes) applyNodes(changed, *whatIf.nodes);
    if (whatIf.bandwidthFactor != 1) applyBandwidth(changed, whatIf.bandwidthFactor);
    if (whatIf.costFactor != 1) applyCost(changed, whatIf.costFactor);
    if (whatIf.meanTimeToFailure > 0) {
        changed.failures.random.push_back({"*", whatIf.meanTimeToFailure, whatIf.meanTimeToFailure / 10});
    }
    return changed;
}

}  // namespace loom
