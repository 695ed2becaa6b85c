#include "core/platform/platform.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/platform/check_profile.h"

namespace loom {

namespace {

constexpr std::uint64_t kMostCores = 1u << 30;

bool positive(double x) { return std::isfinite(x) && x > 0; }
bool notNegative(double x) { return std::isfinite(x) && x >= 0; }

Status checkNode(const NodeInfo& node) {
    const std::string who = "node '" + node.name + "'";
    if (node.name.empty()) return failure("a node has no name");
    if (!positive(node.speed)) return failure("the speed of " + who + " must be positive and finite");
    if (!notNegative(node.memory)) return failure("the memory of " + who + " must be finite and not negative");
    for (const AcceleratorInfo& device : node.accelerators) {
        if (device.kind.empty()) return failure("an accelerator of " + who + " has no kind");
        if (!positive(device.speed))
            return failure("the speed of the " + device.kind + " of " + who + " must be positive and finite");
        if (!notNegative(device.bandwidth) || !notNegative(device.setup))
            return failure("bandwidth and setup of the " + device.kind + " of " + who + " must be finite and not negative");
        if (device.count == 0) return failure(who + " has no device of its accelerator kind " + device.kind);
    }
    for (const DiskInfo& disk : node.disks) {
        if (!positive(disk.readBandwidth) || !positive(disk.writeBandwidth))
            return failure("a disk of " + who + " must read and write at positive and finite rates");
        if (!notNegative(disk.penalty)) return failure("the penalty of a disk of " + who + " must be finite and not negative");
    }
    return checkProfiles(node, who);
}

Status checkLink(const LinkInfo& link) {
    if (!positive(link.bandwidth)) return failure("the bandwidth of link '" + link.name + "' must be positive and finite");
    if (!notNegative(link.latency)) return failure("the latency of link '" + link.name + "' must be finite and not negative");
    return checkProfiles(link, "link '" + link.name + "'");
}

Result<std::uint32_t> countCores(const std::vector<NodeInfo>& nodes) {
    std::uint64_t cores = 0;
    for (const NodeInfo& node : nodes) cores += node.cores;
    if (cores == 0) return failure("the platform has no node with cores");
    if (cores > kMostCores) return failure("the platform has more than " + std::to_string(kMostCores) + " cores");
    return static_cast<std::uint32_t>(cores);
}

std::vector<NodeId> sortedByName(const std::vector<NodeInfo>& nodes) {
    std::vector<NodeId> order;
    order.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) order.emplace_back(i);
    std::sort(order.begin(), order.end(), [&](NodeId a, NodeId b) { return nodes[a.index()].name < nodes[b.index()].name; });
    return order;
}

}  // namespace

Result<Platform> Platform::make(std::vector<NodeInfo> nodes, std::vector<LinkInfo> links, std::shared_ptr<const Router> router,
                                NodeId storage, std::string description) {
    for (const NodeInfo& node : nodes)
        if (Status status = checkNode(node); !status) return status.error();
    for (const LinkInfo& link : links)
        if (Status status = checkLink(link); !status) return status.error();
    const Result<std::uint32_t> cores = countCores(nodes);
    if (!cores) return cores.error();
    if (storage.valid() && storage.index() >= nodes.size()) return failure("the storage node does not exist");

    Platform platform;
    platform.byName_ = sortedByName(nodes);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const std::string& name = nodes[platform.byName_[i].index()].name;
        if (name == nodes[platform.byName_[i - 1].index()].name) return failure("two nodes are called '" + name + "'");
    }
    platform.nodes_ = std::move(nodes);
    platform.links_ = std::move(links);
    platform.router_ = std::move(router);
    platform.storage_ = storage;
    platform.totalCores_ = *cores;
    platform.description_ = std::move(description);
    return platform;
}

Status Platform::setProfiles(LinkId id, Profile bandwidth, Profile latency, Profile state) {
    LinkInfo& link = links_[id.index()];
    link.bandwidthProfile = std::move(bandwidth);
    link.latencyProfile = std::move(latency);
    link.stateProfile = std::move(state);
    return checkLink(link);
}

Status Platform::shareCores(std::uint32_t degree) {
    const std::uint64_t lanes = std::uint64_t{totalCores_} * degree;
    if (degree == 0 || lanes > kMostCores)
        return failure("the platform would take the demands of " + std::to_string(lanes) + " cores at once; it must be 1 to " +
                       std::to_string(kMostCores));
    degree_ = degree;
    return Done{};
}

NodeId Platform::find(std::string_view name) const {
    const auto it = std::lower_bound(byName_.begin(), byName_.end(), name,
                                     [&](NodeId id, std::string_view wanted) { return nodes_[id.index()].name < wanted; });
    return it != byName_.end() && nodes_[it->index()].name == name ? *it : NodeId::none();
}

PathCost Platform::pathCost(NodeId from, NodeId to) const {
    thread_local std::vector<LinkId> path;  // kept between calls, so that a call costs no allocation
    path.clear();
    if (!router_->route(from, to, path)) return PathCost{0, 0, false};
    PathCost cost{router_->extraLatency(from, to), std::numeric_limits<double>::infinity(), true};
    for (LinkId id : path) {
        const LinkInfo& link = links_[id.index()];
        cost.latency += link.latency;
        cost.bandwidth = std::min(cost.bandwidth, link.bandwidth);
    }
    return cost;
}

}  // namespace loom
