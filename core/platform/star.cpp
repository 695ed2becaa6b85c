#include <utility>

#include "core/platform/topologies.h"

namespace loom {

namespace {

// Link 2i is node i's up link, 2i + 1 its down link; behind them the backbone and one loopback a node, where there are any.
class StarRouter final : public Router {
public:
    StarRouter(LinkId backbone, std::uint32_t firstLoopback) : backbone_(backbone), firstLoopback_(firstLoopback) {}
    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override {
        if (from == to) {
            if (firstLoopback_ > 0) out.emplace_back(firstLoopback_ + from.value);
            return true;
        }
        out.emplace_back(2 * from.value);
        if (backbone_.valid()) out.push_back(backbone_);
        out.emplace_back(2 * to.value + 1);
        return true;
    }

private:
    LinkId backbone_;
    std::uint32_t firstLoopback_;  // 0: none
};

}  // namespace

Result<Platform> starPlatform(std::vector<NodeInfo> nodes, const std::vector<PortInfo>& ports, const StarExtras& extras,
                              NodeId storage, std::string description) {
    const std::size_t count = nodes.size();
    if (count > kMostNodes) return failure("a star has at most " + std::to_string(kMostNodes) + " nodes");
    if (ports.size() != count) return failure("a star needs one port a node");
    PlatformDraft draft;
    const VertexRef hub = draft.addJunction("switch", {0.5f, 0.5f});
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = nodes[i].name;
        const VertexRef node = draft.addNode(std::move(nodes[i]), onCircle(i, count));
        draft.addLink({name + ".up", ports[i].bandwidth, ports[i].latency, Sharing::shared}, node, hub);
        draft.addLink({name + ".down", ports[i].bandwidth, ports[i].latency, Sharing::shared}, hub, node);
    }
    LinkId backbone;
    if (extras.backbone.bandwidth > 0)
        backbone = draft.addLink({"backbone", extras.backbone.bandwidth, extras.backbone.latency, Sharing::shared}, hub, hub);
    std::uint32_t firstLoopback = 0;
    if (extras.loopback.bandwidth > 0) {
        firstLoopback = static_cast<std::uint32_t>(draft.linkCount());
        for (std::size_t i = 0; i < count; ++i) {
            const VertexRef node = VertexRef::node(i);
            draft.addLink({draft.node(i).name + ".loopback", extras.loopback.bandwidth, extras.loopback.latency, Sharing::fatpipe},
                          node, node);
        }
    }
    return draft.finish(std::make_shared<StarRouter>(backbone, firstLoopback), storage, std::move(description));
}

}  // namespace loom
