// A small scheduling problem that can be changed step by step.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/rng.h"
#include "core/scenario/scenario.h"

namespace loom {

struct Range {
    double low = 1, high = 1;
};

// Within what an instance may move. All ends inclusive and positive, low <= high.
struct InstanceBounds {
    std::uint32_t fewestTasks = 3, mostTasks = 6;
    std::uint32_t fewestNodes = 2, mostNodes = 4;
    Range work{1, 20};        // flop
    Range bytes{1, 20};       // of an edge
    Range speed{0.5, 2};      // flop/s
    Range bandwidth{0.2, 5};  // B/s of each direction between two nodes
};

// Indices of edges are topological: from < to. Fully connected nodes without latency.
struct Instance {
    struct Edge {
        std::uint32_t from, to;
        double bytes;
    };
    std::vector<double> work;       // by task
    std::vector<Edge> edges;        // no two between the same tasks
    std::vector<double> speed;      // by node
    std::vector<double> bandwidth;  // row-major, by pair of nodes; 0 on the diagonal

    static Instance random(const InstanceBounds& bounds, RandomStream& stream);
    // Changes one thing within the bounds and says what, in words ("bytes of t2 -> t4: 3.1 to 7.9"): a weight, an edge more
    // or less, a task or a node more or less.
    std::string change(const InstanceBounds& bounds, RandomStream& stream);
    [[nodiscard]] ScenarioFile scenario(const std::string& name, const Spec& scheduler, const Spec& network, std::uint64_t seed) const;

private:
    std::string changeWeight(const InstanceBounds& bounds, RandomStream& stream);
    std::string changeEdge(const InstanceBounds& bounds, RandomStream& stream);
    std::string changeTasks(const InstanceBounds& bounds, RandomStream& stream);
    std::string changeNodes(const InstanceBounds& bounds, RandomStream& stream);
    [[nodiscard]] bool hasEdge(std::uint32_t from, std::uint32_t to) const;
    void addNode(const InstanceBounds& bounds, RandomStream& stream);
    void removeNode(std::size_t node);
};

}  // namespace loom
