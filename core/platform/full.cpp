#include <utility>

#include "core/platform/topologies.h"

namespace loom {

namespace {

// One word a pair: with missing pairs the number of a link cannot be computed from its ends.
class FullRouter final : public Router {
public:
    FullRouter(std::size_t nodes, std::vector<LinkId> links) : nodes_(nodes), links_(std::move(links)) {}
    bool route(NodeId from, NodeId to, std::vector<LinkId>& out) const override {
        if (from == to) return true;
        const LinkId link = links_[from.index() * nodes_ + to.index()];
        if (link.valid()) out.push_back(link);
        return link.valid();
    }

private:
    std::size_t nodes_;
    std::vector<LinkId> links_;
};

}  // namespace

Result<Platform> fullPlatform(std::vector<NodeInfo> nodes, const std::vector<double>& bandwidth,
                              const std::vector<double>& latency, NodeId storage) {
    const std::size_t n = nodes.size();
    if (n > kMostFullNodes) return failure("a full platform has at most " + std::to_string(kMostFullNodes) + " nodes");
    if (bandwidth.size() != n * n || latency.size() != n * n)
        return failure("a full platform of " + std::to_string(n) + " nodes needs " + std::to_string(n * n) +
                       " bandwidths and latencies");
    PlatformDraft draft;
    for (std::size_t i = 0; i < n; ++i) draft.addNode(std::move(nodes[i]), onCircle(i, n));
    std::vector<LinkId> table(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const std::size_t pair = i * n + j;
            if (i == j || bandwidth[pair] == 0) continue;
            table[pair] = draft.addLink({draft.node(i).name + "-" + draft.node(j).name, bandwidth[pair], latency[pair], Sharing::shared},
                                        VertexRef::node(i), VertexRef::node(j));
        }
    std::string description = std::to_string(n) + " nodes, fully connected";
    return draft.finish(std::make_shared<FullRouter>(n, std::move(table)), storage, std::move(description));
}

}  // namespace loom
