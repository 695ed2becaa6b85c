// The table of platform builders. To add one: a row in `entries`, a function in `builders`.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/rng.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

constexpr double kFastest = 1e24;     // flop/s
constexpr double kWidest = 1e18;      // B/s
constexpr double kLongest = 1e6;      // s of latency
constexpr double kMostMemory = 1e18;  // B

ParamDef whole(std::string name, std::string value, std::string help, double low, double high) {
    return {std::move(name), ParamType::integer, std::move(value), std::move(help), low, high, {}, Dimension::number};
}

ParamDef quantity(std::string name, std::string value, std::string help, Dimension dimension, double low, double high) {
    return {std::move(name), ParamType::quantity, std::move(value), std::move(help), low, high, {}, dimension};
}

ParamDef bandwidth(std::string name, std::string value, std::string help, double low = 1e-6) {
    return quantity(std::move(name), std::move(value), std::move(help), Dimension::bandwidth, low, kWidest);
}

ParamDef latency(std::string name, std::string value, std::string help) {
    return quantity(std::move(name), std::move(value), std::move(help), Dimension::time, 0, kLongest);
}

std::vector<ParamDef> operator+(std::vector<ParamDef> a, const std::vector<ParamDef>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<ParamDef> nodeParams() {
    return {
        whole("cores", "1", "cores (slots) of a node", 1, 1e6),
        quantity("speed", "1Gf", "speed of one core, flop/s", Dimension::speed, 1e-6, kFastest),
        {"speeds",
         ParamType::text,
         "",
         "speeds of the nodes in order, separated by ';' and repeated as needed; replaces speed",
         0,
         0,
         {},
         Dimension::number},
        {"heterogeneity",
         ParamType::choice,
         "none",
         "how speeds vary around speed, drawn from the seed",
         0,
         0,
         {"none", "uniform", "log-normal"},
         Dimension::number},
        {"spread",
         ParamType::number,
         "0.3",
         "uniform: speed times 1 - spread to 1 + spread; log-normal: sigma",
         0,
         0.99,
         {},
         Dimension::number},
        quantity("memory", "0", "memory of a node, B; 0 = unlimited", Dimension::bytes, 0, kMostMemory),
        whole("gpus", "0", "accelerators of kind gpu on a node", 0, 1e4),
        quantity("gpuSpeed", "10Tf", "speed of one gpu, flop/s", Dimension::speed, 1e-6, kFastest),
        {"storage", ParamType::boolean, "false", "a storage node that holds the workflow's inputs", 0, 0, {}, Dimension::number},
        bandwidth("storageBandwidth", "0", "bandwidth of the storage node's link, B/s; 0 = as the nodes'", 0),
    };
}

std::vector<RegistryEntry> entries() {
    const ParamDef port = bandwidth("bandwidth", "10Gbps", "bandwidth of a node's link, each direction, B/s");
    const ParamDef hop = latency("latency", "50us", "latency of a node's link, s; a route crosses two");
    return {
        {"star", "every node on one switch, full-duplex links, an optional shared backbone", "",
         std::vector<ParamDef>{whole("nodes", "4", "computing nodes", 1, kMostNodes - 1), port, hop,
                               bandwidth("backboneBandwidth", "0", "bandwidth all routes share, B/s; 0 = no backbone", 0),
                               latency("backboneLatency", "0", "latency of the backbone, s")} +
             nodeParams()},
        {"two-tier", "racks of nodes under one core switch, with oversubscribed uplinks", "",
         std::vector<ParamDef>{
             whole("racks", "2", "racks", 1, kMostNodes / 2),
             whole("nodes", "4", "nodes of a rack", 1, kMostNodes - 1),
             port,
             hop,
             {"oversubscription",
              ParamType::number,
              "1",
              "bandwidth of a rack's nodes over bandwidth of its uplink",
              1e-3,
              1e6,
              {},
              Dimension::number},
             latency("uplinkLatency", "50us", "latency of a rack's uplink, s; a route between racks crosses two")} +
             nodeParams()},
        {"full", "a private link for every ordered pair of nodes", "",
         std::vector<ParamDef>{whole("nodes", "4", "computing nodes", 1, kMostFullNodes - 1),
                               bandwidth("bandwidth", "10Gbps", "bandwidth of a pair's link, B/s"),
                               latency("latency", "50us", "latency of a pair's link, s")} +
             nodeParams()},
    };
}

// The list behind `speeds`, or empty.
Result<std::vector<double>> speedList(const std::string& text) {
    std::vector<double> speeds;
    for (std::size_t at = 0; !text.empty() && at <= text.size();) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        const Result<double> speed = parseQuantity(text.substr(at, end - at), Dimension::speed);
        if (!speed) return failure("parameter 'speeds': " + speed.error().cause);
        if (*speed <= 0 || *speed > kFastest) return failure("parameter 'speeds' must hold positive speeds");
        speeds.push_back(*speed);
        at = end + 1;
    }
    return speeds;
}

double variedSpeed(const Params& params, std::uint64_t seed, std::size_t node, double speed) {
    const std::string& how = params.text("heterogeneity");
    const double spread = params.number("spread");
    RandomStream random(seed, Purpose::platform, node);
    if (how == "uniform") return speed * random.uniform(1 - spread, 1 + spread);
    return how == "log-normal" ? speed * random.logNormal(0, spread) : speed;
}

// Computing nodes n0, n1, ... and, if wished, the storage node behind them.
Result<std::vector<NodeInfo>> makeNodes(const Params& params, std::size_t count, std::uint64_t seed) {
    if (count >= kMostNodes) return failure("a platform has at most " + std::to_string(kMostNodes - 1) + " computing nodes");
    const Result<std::vector<double>> speeds = speedList(params.text("speeds"));
    if (!speeds) return speeds.error();
    NodeInfo model;
    model.cores = static_cast<std::uint32_t>(params.integer("cores"));
    model.memory = params.number("memory");
    if (const auto gpus = static_cast<std::uint32_t>(params.integer("gpus")); gpus > 0)
        model.accelerators.push_back({"gpu", gpus, params.number("gpuSpeed")});
    std::vector<NodeInfo> nodes(count, model);
    for (std::size_t i = 0; i < count; ++i) {
        nodes[i].name = "n" + std::to_string(i);
        const double speed = speeds->empty() ? params.number("speed") : (*speeds)[i % speeds->size()];
        nodes[i].speed = variedSpeed(params, seed, i, speed);
    }
    if (params.boolean("storage")) {
        NodeInfo storage;
        storage.name = "storage";
        storage.cores = 0;
        nodes.push_back(std::move(storage));
    }
    return nodes;
}

double storageBandwidth(const Params& params) {
    const double own = params.number("storageBandwidth");
    return own > 0 ? own : params.number("bandwidth");
}

NodeId storageNode(const Params& params, const std::vector<NodeInfo>& nodes) {
    return params.boolean("storage") ? NodeId(nodes.size() - 1) : NodeId::none();
}

std::vector<PortInfo> makePorts(const Params& params, std::size_t count) {
    std::vector<PortInfo> ports(count, PortInfo{params.number("bandwidth"), params.number("latency")});
    if (params.boolean("storage")) ports.back().bandwidth = storageBandwidth(params);
    return ports;
}

Result<Platform> buildStar(const Params& params, std::uint64_t seed, std::string description) {
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, static_cast<std::size_t>(params.integer("nodes")), seed);
    if (!nodes) return nodes.error();
    const NodeId storage = storageNode(params, *nodes);
    const PortInfo backbone{params.number("backboneBandwidth"), params.number("backboneLatency")};
    const std::vector<PortInfo> ports = makePorts(params, nodes->size());
    return starPlatform(std::move(*nodes), ports, backbone, storage, std::move(description));
}

Result<Platform> buildTwoTier(const Params& params, std::uint64_t seed, std::string description) {
    TwoTierShape shape;
    shape.racks = static_cast<std::size_t>(params.integer("racks"));
    shape.perRack = static_cast<std::size_t>(params.integer("nodes"));
    const double rackBandwidth = params.number("bandwidth") * static_cast<double>(shape.perRack);
    shape.uplink = {rackBandwidth / params.number("oversubscription"), params.number("uplinkLatency")};
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, shape.racks * shape.perRack, seed);
    if (!nodes) return nodes.error();
    for (std::size_t i = 0; i < shape.racks * shape.perRack; ++i) (*nodes)[i].group = "rack" + std::to_string(i / shape.perRack);
    const NodeId storage = storageNode(params, *nodes);
    const std::vector<PortInfo> ports = makePorts(params, nodes->size());
    return twoTierPlatform(std::move(*nodes), ports, shape, storage, std::move(description));
}

Result<Platform> buildFull(const Params& params, std::uint64_t seed, std::string) {
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, static_cast<std::size_t>(params.integer("nodes")), seed);
    if (!nodes) return nodes.error();
    const std::size_t n = nodes->size();
    const NodeId storage = storageNode(params, *nodes);
    std::vector<double> bandwidths(n * n, params.number("bandwidth"));
    for (std::size_t i = 0; storage.valid() && i < n; ++i)
        bandwidths[i * n + storage.index()] = bandwidths[storage.index() * n + i] = storageBandwidth(params);
    return fullPlatform(std::move(*nodes), bandwidths, std::vector<double>(n * n, params.number("latency")), storage);
}

}  // namespace

const std::vector<RegistryEntry>& platformRegistry() {
    static const std::vector<RegistryEntry> table = entries();
    return table;
}

Result<Platform> buildPlatform(const Spec& spec, std::uint64_t seed) {
    const Result<const RegistryEntry*> entry = findEntry(platformRegistry(), spec.name, "platform");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    if (spec.name == "star") return buildStar(*params, seed, spec.text());
    if (spec.name == "two-tier") return buildTwoTier(*params, seed, spec.text());
    return buildFull(*params, seed, spec.text());
}

}  // namespace loom
