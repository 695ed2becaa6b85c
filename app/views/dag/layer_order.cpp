// Layers and the order within them.
#include <algorithm>
#include <numeric>

#include "app/views/dag/layered_layout.h"

namespace loom {

std::vector<std::uint32_t> assignLayers(const TaskGraph& graph, std::uint32_t& layerCount) {
    const std::size_t n = graph.taskCount();
    std::vector<std::uint32_t> layer(n, 0);
    layerCount = n == 0 ? 0 : 1;
    for (const TaskId task : graph.topologicalOrder()) {
        const std::uint32_t next = layer[task.index()] + 1;
        for (const TaskId child : graph.successors(task)) layer[child.index()] = std::max(layer[child.index()], next);
        layerCount = std::max(layerCount, next);
    }
    // A source with only late successors would draw long edges from the left border: pull it next to the first of them.
    for (const TaskId task : graph.topologicalOrder()) {
        if (!graph.predecessors(task).empty() || graph.successors(task).empty()) continue;
        std::uint32_t nearest = layerCount;
        for (const TaskId child : graph.successors(task)) nearest = std::min(nearest, layer[child.index()]);
        layer[task.index()] = nearest - 1;
    }
    return layer;
}

namespace {

// Tasks in the order an iterative depth-first search meets them: relatives end up near each other.
std::vector<TaskId> depthFirstOrder(const TaskGraph& graph) {
    std::vector<TaskId> order, stack;
    order.reserve(graph.taskCount());
    std::vector<bool> seen(graph.taskCount(), false);
    for (const TaskId root : graph.topologicalOrder()) {
        if (!graph.predecessors(root).empty()) continue;
        stack.push_back(root);
        while (!stack.empty()) {
            const TaskId task = stack.back();
            stack.pop_back();
            if (seen[task.index()]) continue;
            seen[task.index()] = true;
            order.push_back(task);
            const TaskSpan children = graph.successors(task);
            for (std::size_t i = children.size(); i-- > 0;) {
                if (!seen[children[i].index()]) stack.push_back(children[i]);
            }
        }
    }
    return order;
}

// Sorts one layer by the mean position of the given neighbours; tasks without any keep their place. Positions are
// in [0, 1] across the layer, so layers of different width compare. Returns whether anything moved.
class Sweeper {
public:
    Sweeper(const TaskGraph& graph, std::vector<std::vector<TaskId>>& layers)
        : graph_(graph), layers_(layers), position_(graph.taskCount()), mean_(graph.taskCount()) {
        for (std::size_t l = 0; l < layers_.size(); ++l) place(l);
    }

    bool sort(std::size_t index, bool byPredecessors) {
        std::vector<TaskId>& layer = layers_[index];
        if (layer.size() < 2) return false;
        for (const TaskId task : layer) {
            const TaskSpan near = byPredecessors ? graph_.predecessors(task) : graph_.successors(task);
            float sum = 0;
            for (const TaskId other : near) sum += position_[other.index()];
            mean_[task.index()] = near.empty() ? position_[task.index()] : sum / static_cast<float>(near.size());
        }
        const auto less = [this](TaskId a, TaskId b) { return mean_[a.index()] < mean_[b.index()]; };
        if (std::is_sorted(layer.begin(), layer.end(), less)) return false;
        std::stable_sort(layer.begin(), layer.end(), less);
        place(index);
        return true;
    }

private:
    void place(std::size_t index) {
        const std::vector<TaskId>& layer = layers_[index];
        const float step = 1.0f / static_cast<float>(std::max<std::size_t>(1, layer.size()));
        for (std::size_t i = 0; i < layer.size(); ++i) position_[layer[i].index()] = (static_cast<float>(i) + 0.5f) * step;
    }

    const TaskGraph& graph_;
    std::vector<std::vector<TaskId>>& layers_;
    std::vector<float> position_, mean_;
};

}  // namespace

std::vector<std::vector<TaskId>> orderLayers(const TaskGraph& graph, const std::vector<std::uint32_t>& layer,
                                             std::uint32_t layerCount, int sweeps, const Progress* progress) {
    std::vector<std::vector<TaskId>> layers(layerCount);
    for (const TaskId task : depthFirstOrder(graph)) layers[layer[task.index()]].push_back(task);
    Sweeper sweeper(graph, layers);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        const bool down = sweep % 2 == 0;
        bool moved = false;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (progress != nullptr && i % 64 == 0 && progress->cancelled()) return {};
            moved = sweeper.sort(down ? i : layers.size() - 1 - i, down) || moved;
        }
        if (!moved && sweep > 0) break;
    }
    return layers;
}

}  // namespace loom
