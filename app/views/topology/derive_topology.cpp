#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include "app/views/topology/topology_layout.h"

namespace loom {

namespace {

constexpr std::size_t kAllPairs = 48;    // nodes; above, each node's routes to a few others tell enough
constexpr std::size_t kRoutesANode = 6;
constexpr Topology::Ends kNowhere{TopologyLayout::kNowhere, TopologyLayout::kNowhere};

// Disjoint sets with path halving.
class Junctions {
public:
    explicit Junctions(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0u); }
    std::uint32_t find(std::size_t of) {
        auto i = static_cast<std::uint32_t>(of);
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    // The smaller index stays the name, so that nodes name their junctions.
    void join(std::size_t a, std::size_t b) {
        const std::uint32_t x = find(a), y = find(b);
        parent_[std::max(x, y)] = std::min(x, y);
    }

private:
    std::vector<std::uint32_t> parent_;
};

template <class Visit>
void forSomePairs(std::size_t nodes, Visit visit) {
    if (nodes <= kAllPairs) {
        for (std::size_t a = 0; a < nodes; ++a) {
            for (std::size_t b = 0; b < nodes; ++b) visit(a, b);
        }
        return;
    }
    for (std::size_t a = 0; a < nodes; ++a) {
        for (std::size_t k = 0; k < kRoutesANode; ++k) {
            const std::size_t b = (a + 1 + k * nodes / kRoutesANode) % nodes;
            visit(a, b);
            visit(b, a);
        }
    }
}

void placeOnCircle(Topology& topology) {
    const auto count = static_cast<double>(topology.vertices.size());
    for (std::size_t n = 0; n < topology.vertices.size(); ++n) {
        const double angle = 2 * M_PI * static_cast<double>(n) / count - M_PI / 2;
        topology.vertices[n].x = static_cast<float>(0.5 + 0.45 * std::cos(angle));
        topology.vertices[n].y = static_cast<float>(0.5 + 0.45 * std::sin(angle));
    }
}

// Nodes at the bottom in order of their groups, switches above the middle of what they join, by distance.
void place(Topology& topology, const Platform& platform) {
    const std::size_t nodes = platform.nodeCount(), all = topology.vertices.size();
    std::vector<std::vector<std::uint32_t>> neighbours(all);
    for (const Topology::Ends& ends : topology.ends) {
        if (ends.from == ends.to) continue;
        neighbours[ends.from].push_back(ends.to);
        neighbours[ends.to].push_back(ends.from);
    }
    if (all == nodes) return placeOnCircle(topology);  // a mesh
    std::vector<std::uint32_t> order(nodes);
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return platform.node(NodeId(a)).group < platform.node(NodeId(b)).group;
    });
    std::vector<int> level(all, -1);
    std::vector<std::uint32_t> queue;
    for (std::size_t i = 0; i < nodes; ++i) {
        topology.vertices[order[i]].x = static_cast<float>((static_cast<double>(i) + 0.5) / static_cast<double>(nodes));
        level[i] = 0;
        queue.push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t at = 0; at < queue.size(); ++at) {
        for (const std::uint32_t next : neighbours[queue[at]]) {
            if (level[next] >= 0) continue;
            level[next] = level[queue[at]] + 1;
            queue.push_back(next);
        }
    }
    const int highest = std::max(1, *std::max_element(level.begin(), level.end()));
    for (const std::uint32_t v : queue) {
        Topology::Vertex& vertex = topology.vertices[v];
        vertex.y = 0.92f - 0.84f * static_cast<float>(level[v]) / static_cast<float>(highest);
        if (level[v] == 0) continue;
        double sum = 0;
        int count = 0;
        for (const std::uint32_t below : neighbours[v]) {
            if (level[below] >= level[v] || level[below] < 0) continue;
            sum += topology.vertices[below].x;
            ++count;
        }
        if (count > 0) vertex.x = static_cast<float>(sum / count);
    }
}

Topology onACircle(const Platform& platform) {
    Topology topology;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) topology.vertices.push_back({platform.node(NodeId(n)).name});
    topology.ends.assign(platform.linkCount(), kNowhere);
    placeOnCircle(topology);
    return topology;
}

}  // namespace

Topology deriveTopology(const Platform& platform) {
    const std::size_t nodes = platform.nodeCount(), links = platform.linkCount();
    Junctions junctions(nodes + 2 * links);
    const auto tail = [&](LinkId link) { return nodes + 2 * link.index(); };
    std::vector<bool> used(links);
    std::vector<LinkId> route;
    forSomePairs(nodes, [&](std::size_t a, std::size_t b) {
        route.clear();
        if (a == b || !platform.route(NodeId(a), NodeId(b), route) || route.empty()) return;
        std::size_t at = a;
        for (const LinkId link : route) {
            used[link.index()] = true;
            junctions.join(at, tail(link));
            at = tail(link) + 1;
        }
        junctions.join(at, b);
    });
    for (std::size_t n = 0; n < nodes; ++n) {
        if (junctions.find(n) != n) return onACircle(platform);
    }
    Topology topology;
    for (std::size_t n = 0; n < nodes; ++n) topology.vertices.push_back({platform.node(NodeId(n)).name});
    std::map<std::uint32_t, std::uint32_t> vertexOf;
    const auto vertex = [&](std::size_t end) {
        const std::uint32_t root = junctions.find(end);
        if (root < nodes) return root;
        const auto [found, fresh] = vertexOf.emplace(root, static_cast<std::uint32_t>(topology.vertices.size()));
        if (fresh) topology.vertices.push_back({"switch " + std::to_string(vertexOf.size())});
        return found->second;
    };
    for (std::size_t i = 0; i < links; ++i) {
        const std::size_t end = tail(LinkId(i));
        topology.ends.push_back(used[i] ? Topology::Ends{vertex(end), vertex(end + 1)} : kNowhere);
    }
    place(topology, platform);
    return topology;
}

}  // namespace loom
