#include "core/platform/builders/graph_draft.h"
#include "core/platform/builders/params.h"
#include "core/platform/topologies.h"

namespace loom {

namespace {

struct Tier {
    std::string name;
    std::size_t count;
    double speed;
    std::uint32_t cores;
    float height;
};

Result<Platform> build(const Params& params, std::uint64_t seed, std::string description) {
    const auto whole = [&](const char* name) { return static_cast<std::size_t>(params.integer(name)); };
    const std::size_t fogs = whole("fogs"), perFog = whole("devices");
    const auto cores = [&](const char* name) { return static_cast<std::uint32_t>(params.integer(name)); };
    const Tier tiers[] = {{"device", fogs * perFog, params.number("deviceSpeed"), cores("deviceCores"), 0.9f},
                          {"fog", fogs, params.number("fogSpeed"), cores("fogCores"), 0.5f},
                          {"cloud", whole("clouds"), params.number("cloudSpeed"), cores("cloudCores"), 0.1f}};
    if (fogs * perFog + fogs + tiers[2].count >= kMostNodes)
        return failure("a platform has at most " + std::to_string(kMostNodes - 1) + " computing nodes");
    GraphDraft draft;
    std::vector<std::uint32_t> points;
    for (const Tier& tier : tiers)
        for (std::size_t i = 0; i < tier.count; ++i) {
            NodeInfo node;
            node.name = tier.name + std::to_string(i);
            node.group = tier.name;
            node.cores = tier.cores;
            node.speed = variedSpeed(params, seed, points.size(), tier.speed);
            points.push_back(draft.addNode(std::move(node), inRow(i, tier.count, tier.height)));
        }
    const std::uint32_t core = draft.addRouter("cloud", {0.5f, 0.25f});
    std::vector<std::uint32_t> sites;
    for (std::size_t f = 0; f < fogs; ++f) {
        const PlatformDraft::Spot spot = inRow(f, fogs, 0.6f);
        sites.push_back(draft.addRouter("site" + std::to_string(f), spot));
    }
    const auto port = [&](const char* bandwidth, const char* latency) {
        return PortInfo{params.number(bandwidth), params.number(latency)};
    };
    for (std::size_t i = 0; i < fogs * perFog; ++i)
        draft.connect("device" + std::to_string(i), points[i], sites[i / perFog], port("uplink", "deviceLatency"),
                      port("downlink", "deviceLatency"));
    for (std::size_t f = 0; f < fogs; ++f) {
        draft.connect("fog" + std::to_string(f), points[fogs * perFog + f], sites[f], port("fogBandwidth", "fogLatency"));
        draft.connect("site" + std::to_string(f), sites[f], core, port("metroBandwidth", "metroLatency"));
    }
    for (std::size_t c = 0; c < tiers[2].count; ++c)
        draft.connect("cloud" + std::to_string(c), points[fogs * perFog + fogs + c], core, port("cloudBandwidth", "cloudLatency"));
    return draft.finish(NodeId::none(), std::move(description));
}

}  // namespace

PlatformBuilder edgeBuilder() {
    const auto count = [](const char* name, const char* value, const char* help) { return wholeParam(name, value, help, 1, kMostNodes - 1); };
    return {{"edge-fog-cloud", "slow devices behind thin uplinks, a fog node at every site, and a fast cloud behind a metro network", "",
             ParamDefs{count("fogs", "2", "sites, each with one fog node"), count("devices", "4", "devices of a site"),
                       count("clouds", "2", "nodes of the cloud"), speedParam("deviceSpeed", "2Gf", "speed of a device's core, flop/s"),
                       wholeParam("deviceCores", "1", "cores of a device", 1, 1e6), speedParam("fogSpeed", "20Gf", "speed of a fog node's core, flop/s"),
                       wholeParam("fogCores", "8", "cores of a fog node", 1, 1e6), speedParam("cloudSpeed", "50Gf", "speed of a cloud node's core, flop/s"),
                       wholeParam("cloudCores", "64", "cores of a cloud node", 1, 1e6),
                       bandwidthParam("uplink", "20Mbps", "bandwidth from a device, B/s"), bandwidthParam("downlink", "50Mbps", "bandwidth to a device, B/s"),
                       latencyParam("deviceLatency", "2.5ms", "latency between a device and its site, s"),
                       bandwidthParam("fogBandwidth", "1Gbps", "bandwidth of a fog node, each direction, B/s"), latencyParam("fogLatency", "50us", "latency between a fog node and its site, s"),
                       bandwidthParam("metroBandwidth", "1Gbps", "bandwidth between a site and the cloud, each direction, B/s"), latencyParam("metroLatency", "10ms", "latency between a site and the cloud, s"),
                       bandwidthParam("cloudBandwidth", "25Gbps", "bandwidth of a cloud node, each direction, B/s"), latencyParam("cloudLatency", "50us", "latency of a cloud node's link, s"),
                       choiceParam("heterogeneity", "none", "how speeds vary around their tier's, drawn from the seed", {"none", "uniform", "log-normal"}),
                       numberParam("spread", "0.3", "uniform: speed times 1 - spread to 1 + spread; log-normal: sigma", 0, 0.99)}},
            build};
}

}  // namespace loom
