#include "core/platform/builders/params.h"

#include <algorithm>

#include "core/base/rng.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

constexpr double kFastest = 1e24;     // flop/s
constexpr double kWidest = 1e18;      // B/s
constexpr double kLongest = 1e6;      // s of latency
constexpr double kMostMemory = 1e18;  // B

ParamDef quantityParam(std::string name, std::string value, std::string help, Dimension dimension, double low, double high) {
    return {std::move(name), ParamType::quantity, std::move(value), std::move(help), low, high, {}, dimension};
}

}  // namespace

ParamDefs operator+(ParamDefs a, const ParamDefs& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

ParamDef wholeParam(std::string name, std::string value, std::string help, double low, double high) {
    return {std::move(name), ParamType::integer, std::move(value), std::move(help), low, high, {}, Dimension::number};
}

ParamDef numberParam(std::string name, std::string value, std::string help, double low, double high) {
    return {std::move(name), ParamType::number, std::move(value), std::move(help), low, high, {}, Dimension::number};
}

ParamDef textParam(std::string name, std::string value, std::string help) {
    return {std::move(name), ParamType::text, std::move(value), std::move(help), 0, 0, {}, Dimension::number};
}

ParamDef choiceParam(std::string name, std::string value, std::string help, std::vector<std::string> choices) {
    return {std::move(name), ParamType::choice, std::move(value), std::move(help), 0, 0, std::move(choices), Dimension::number};
}

ParamDef bandwidthParam(std::string name, std::string value, std::string help, double low) {
    return quantityParam(std::move(name), std::move(value), std::move(help), Dimension::bandwidth, low, kWidest);
}

ParamDef latencyParam(std::string name, std::string value, std::string help) {
    return quantityParam(std::move(name), std::move(value), std::move(help), Dimension::time, 0, kLongest);
}

ParamDef speedParam(std::string name, std::string value, std::string help) {
    return quantityParam(std::move(name), std::move(value), std::move(help), Dimension::speed, 1e-6, kFastest);
}

ParamDefs nodeParams(StorageNode storage) {
    ParamDefs params{
        wholeParam("cores", "1", "cores (slots) of a node", 1, 1e6),
        speedParam("speed", "1Gf", "speed of one core, flop/s"),
        textParam("speeds", "", "speeds of the nodes in order, separated by ';' and repeated as needed; replaces speed"),
        choiceParam("heterogeneity", "none", "how speeds vary around speed, drawn from the seed",
                    {"none", "uniform", "log-normal"}),
        numberParam("spread", "0.3", "uniform: speed times 1 - spread to 1 + spread; log-normal: sigma", 0, 0.99),
        quantityParam("memory", "0", "memory of a node, B; 0 = unlimited", Dimension::bytes, 0, kMostMemory),
        wholeParam("gpus", "0", "accelerators of kind gpu on a node", 0, 1e4),
        speedParam("gpuSpeed", "10Tf", "speed of one gpu, flop/s"),
        bandwidthParam("gpuBandwidth", "0", "bandwidth between a node and one gpu, B/s; 0 = copies are free", 0),
        quantityParam("gpuSetup", "0", "time a gpu needs before it runs another kind of task, s", Dimension::time, 0, kLongest),
    };
    if (storage == StorageNode::none) return params;
    params.push_back({"storage", ParamType::boolean, "false", "a storage node that holds the workflow's inputs", 0, 0, {},
                      Dimension::number});
    params.push_back(
        bandwidthParam("storageBandwidth", "0", "bandwidth of the storage node's link, B/s; 0 = as the nodes'", 0));
    return params;
}

ParamDefs portParams() {
    return {bandwidthParam("bandwidth", "10Gbps", "bandwidth of a node's link, each direction, B/s"),
            latencyParam("latency", "50us", "latency of a node's link, s; a route crosses two")};
}

ParamDefs linkParams() {
    return {choiceParam("sharing", "split-duplex",
                        "split-duplex: directions apart; shared: both directions share; fatpipe: every flow gets all",
                        {"split-duplex", "shared", "fatpipe"}),
            bandwidthParam("loopback", "0", "bandwidth of a node to itself, B/s; 0 = copies on a node cost nothing", 0),
            latencyParam("loopbackLatency", "0", "latency of a node to itself, s"),
            bandwidthParam("limiter", "0", "bandwidth that a node or switch passes both ways together, B/s; 0 = no limit", 0)};
}

Result<std::vector<double>> quantityList(const Params& params, const std::string& name, Dimension dimension, double low,
                                         double high) {
    const std::string& text = params.text(name);
    std::vector<double> values;
    for (std::size_t at = 0; !text.empty() && at <= text.size();) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        const Result<double> value = parseQuantity(text.substr(at, end - at), dimension);
        if (!value) return failure("parameter '" + name + "': " + value.error().cause);
        if (*value < low || *value > high)
            return failure("parameter '" + name + "' must hold values from " + formatQuantity(low, dimension) + " to " +
                           formatQuantity(high, dimension));
        values.push_back(*value);
        at = end + 1;
    }
    return values;
}

double variedSpeed(const Params& params, std::uint64_t seed, std::size_t node, double speed) {
    const std::string& how = params.text("heterogeneity");
    const double spread = params.number("spread");
    RandomStream random(seed, Purpose::platform, node);
    if (how == "uniform") return speed * random.uniform(1 - spread, 1 + spread);
    return how == "log-normal" ? speed * random.logNormal(0, spread) : speed;
}

Result<std::vector<NodeInfo>> makeNodes(const Params& params, std::size_t count, std::uint64_t seed, StorageNode storage) {
    if (count >= kMostNodes) return failure("a platform has at most " + std::to_string(kMostNodes - 1) + " computing nodes");
    const Result<std::vector<double>> speeds = quantityList(params, "speeds", Dimension::speed, 1e-6, kFastest);
    if (!speeds) return speeds.error();
    NodeInfo model;
    model.cores = static_cast<std::uint32_t>(params.integer("cores"));
    model.memory = params.number("memory");
    if (const auto gpus = static_cast<std::uint32_t>(params.integer("gpus")); gpus > 0)
        model.accelerators.push_back({"gpu", gpus, params.number("gpuSpeed"), params.number("gpuBandwidth"), params.number("gpuSetup")});
    std::vector<NodeInfo> nodes(count, model);
    for (std::size_t i = 0; i < count; ++i) {
        nodes[i].name = "n" + std::to_string(i);
        const double speed = speeds->empty() ? params.number("speed") : (*speeds)[i % speeds->size()];
        nodes[i].speed = variedSpeed(params, seed, i, speed);
    }
    if (storage == StorageNode::offered && params.boolean("storage")) {
        NodeInfo node;
        node.name = "storage";
        node.cores = 0;
        nodes.push_back(std::move(node));
    }
    return nodes;
}

NodeId storageNode(const Params& params, const std::vector<NodeInfo>& nodes) {
    return params.boolean("storage") ? NodeId(nodes.size() - 1) : NodeId::none();
}

PortInfo nodePort(const Params& params) { return {params.number("bandwidth"), params.number("latency")}; }

double storageBandwidth(const Params& params) {
    const double own = params.number("storageBandwidth");
    return own > 0 ? own : params.number("bandwidth");
}

std::vector<PortInfo> makePorts(const Params& params, std::size_t count) {
    std::vector<PortInfo> ports(count, nodePort(params));
    if (params.boolean("storage")) ports.back().bandwidth = storageBandwidth(params);
    return ports;
}

ClusterLinks clusterLinks(const Params& params) {
    ClusterLinks links;
    links.cable = nodePort(params);
    const std::string& sharing = params.text("sharing");
    links.kind = sharing == "shared"    ? CableKind::shared
                 : sharing == "fatpipe" ? CableKind::fatpipe
                                        : CableKind::splitDuplex;
    if (params.number("loopback") > 0) links.loopback = PortInfo{params.number("loopback"), params.number("loopbackLatency")};
    links.limiter = params.number("limiter");
    return links;
}

Result<ClusterHosts> addClusterHosts(PlatformDraft& draft, const Params& params, std::uint64_t count, std::uint64_t seed) {
    Result<std::vector<NodeInfo>> nodes = makeNodes(params, count, seed, StorageNode::none);
    if (!nodes) return nodes.error();
    for (NodeInfo& node : *nodes) draft.addNode(std::move(node), {});
    return ClusterHosts{0, static_cast<std::uint32_t>(count), "link_", {}};
}

}  // namespace loom
