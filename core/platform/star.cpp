#include <utility>

#include "core/platform/topologies.h"

namespace loom {

namespace {

// Link 2i is node i's up link, 2i + 1 its down link, the last one the backbone.
class StarRouter final : public Router {
public:
    explicit StarRouter(LinkId backbone) : backbone_(backbone) {}
    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override {
        if (from == to) return true;
        out.emplace_back(2 * from.value);
        if (backbone_.valid()) out.push_back(backbone_);
        out.emplace_back(2 * to.value + 1);
        return true;
    }

private:
    LinkId backbone_;
};

}  // namespace

Result<Platform> starPlatform(std::vector<NodeInfo> nodes, const std::vector<PortInfo>& ports, PortInfo backbone, NodeId storage,
                              std::string description) {
    if (nodes.size() > kMostNodes) return failure("a star has at most " + std::to_string(kMostNodes) + " nodes");
    if (ports.size() != nodes.size()) return failure("a star needs one port a node");
    std::vector<LinkInfo> links;
    links.reserve(2 * nodes.size() + 1);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        links.push_back({nodes[i].name + ".up", ports[i].bandwidth, ports[i].latency, Sharing::shared});
        links.push_back({nodes[i].name + ".down", ports[i].bandwidth, ports[i].latency, Sharing::shared});
    }
    LinkId backboneLink;
    if (backbone.bandwidth > 0) {
        backboneLink = LinkId(links.size());
        links.push_back({"backbone", backbone.bandwidth, backbone.latency, Sharing::shared});
    }
    return Platform::make(std::move(nodes), std::move(links), std::make_shared<StarRouter>(backboneLink), storage,
                          std::move(description));
}

}  // namespace loom
