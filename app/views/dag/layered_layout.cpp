#include "app/views/dag/layered_layout.h"

#include <algorithm>
#include <cmath>

namespace loom {

void isotonicRegression(std::vector<double>& wanted, const std::vector<double>& weight) {
    struct Block {
        double mean, weight;
        std::size_t count;
    };
    std::vector<Block> blocks;
    blocks.reserve(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        Block block{wanted[i], weight[i], 1};
        while (!blocks.empty() && blocks.back().mean > block.mean) {
            const Block& last = blocks.back();
            const double sum = last.weight + block.weight;
            block = {(last.mean * last.weight + block.mean * block.weight) / sum, sum, last.count + block.count};
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    std::size_t at = 0;
    for (const Block& block : blocks) {
        for (std::size_t i = 0; i < block.count; ++i) wanted[at++] = block.mean;
    }
}

namespace {

using Layers = std::vector<std::vector<TaskId>>;

struct Shape {
    double width = 0, height = 0;
};

// Size of the whole when no column holds more than `rows` tasks.
Shape shapeWith(const Layers& layers, std::size_t rows, const LayoutOptions& options) {
    Shape shape;
    std::size_t highest = 1;
    for (const auto& layer : layers) {
        const std::size_t limit = std::max<std::size_t>(rows, options.neverFold);
        const std::size_t columns = (layer.size() + limit - 1) / limit;
        shape.width += options.layerGap + static_cast<double>(columns - 1) * options.columnStep;
        highest = std::max(highest, (layer.size() + columns - 1) / columns);
    }
    shape.height = static_cast<double>(highest) * options.rowStep;
    return shape;
}

// The most rows a column may have so that the whole is at least as wide as the wanted aspect.
std::size_t chooseRows(const Layers& layers, const LayoutOptions& options) {
    std::size_t widest = 1;
    for (const auto& layer : layers) widest = std::max(widest, layer.size());
    std::size_t low = options.neverFold, high = std::max<std::size_t>(widest, low);
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        const Shape shape = shapeWith(layers, middle, options);
        if (shape.width >= shape.height * options.aspect)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

// Rows of one layer: `columns` neighbours in drawing order share a row, so a folded layer keeps its order from top
// to bottom.
class Placer {
public:
    Placer(const TaskGraph& graph, const Layers& layers, const LayoutOptions& options, LayeredLayout& out)
        : graph_(graph), layers_(layers), options_(options), out_(out), columns_(layers.size(), 1) {
        const std::size_t rows = chooseRows(layers, options);
        for (std::size_t l = 0; l < layers.size(); ++l)
            columns_[l] = std::max<std::size_t>(1, (layers[l].size() + rows - 1) / rows);
    }

    void placeColumns() {
        const Shape shape = shapeWith(layers_, chooseRows(layers_, options_), options_);
        // A flat graph of few layers is stretched instead: its edges need room to be told apart.
        const double spare = shape.height * options_.aspect - shape.width;
        const double stretch =
            layers_.size() < 2 ? 0 : std::clamp(spare / static_cast<double>(layers_.size() - 1), 0.0, 4.0 * options_.layerGap);
        double x = 0;
        for (std::size_t l = 0; l < layers_.size(); ++l) {
            for (std::size_t i = 0; i < layers_[l].size(); ++i) {
                const std::size_t task = layers_[l][i].index();
                out_.x[task] = static_cast<float>(x + static_cast<double>(i % columns_[l]) * options_.columnStep);
            }
            x += static_cast<double>(columns_[l] - 1) * options_.columnStep + options_.layerGap + stretch;
        }
    }

    void placeFirst() {
        for (std::size_t l = 0; l < layers_.size(); ++l) {
            for (std::size_t i = 0; i < layers_[l].size(); ++i)
                out_.y[layers_[l][i].index()] = static_cast<float>(centredY(l, i));
        }
    }

    // Moves a layer as near to the mean of its neighbours as order and spacing allow.
    void settle(std::size_t l, bool predecessors, bool successors) {
        const std::size_t rows = rowCount(l);
        wanted_.assign(rows, 0);
        weight_.assign(rows, 0);
        for (std::size_t i = 0; i < layers_[l].size(); ++i) {
            const TaskId task = layers_[l][i];
            double sum = 0;
            std::size_t count = 0;
            if (predecessors) count += addNeighbours(graph_.predecessors(task), sum);
            if (successors) count += addNeighbours(graph_.successors(task), sum);
            // A weak pull to the middle keeps long chains of layers from wandering off.
            const double middle = centredY(l, i);
            const double mean = count == 0 ? middle : sum / static_cast<double>(count);
            const double weight = count == 0 ? kPull : 1.0;
            wanted_[i / columns_[l]] += (mean * weight + middle * kPull) / (weight + kPull) * weight;
            weight_[i / columns_[l]] += weight;
        }
        for (std::size_t r = 0; r < rows; ++r) wanted_[r] = wanted_[r] / weight_[r] - static_cast<double>(r) * options_.rowStep;
        isotonicRegression(wanted_, weight_);
        for (std::size_t i = 0; i < layers_[l].size(); ++i) {
            const std::size_t r = i / columns_[l];
            out_.y[layers_[l][i].index()] = static_cast<float>(wanted_[r] + static_cast<double>(r) * options_.rowStep);
        }
    }

private:
    static constexpr double kPull = 0.3;
    // Where the i-th task of a layer would stand if every layer were centred on zero.
    [[nodiscard]] double centredY(std::size_t l, std::size_t i) const {
        return (static_cast<double>(i / columns_[l]) - static_cast<double>(rowCount(l) - 1) / 2) * options_.rowStep;
    }
    [[nodiscard]] std::size_t rowCount(std::size_t l) const { return (layers_[l].size() + columns_[l] - 1) / columns_[l]; }
    std::size_t addNeighbours(TaskSpan near, double& sum) const {
        for (const TaskId other : near) sum += out_.y[other.index()];
        return near.size();
    }

    const TaskGraph& graph_;
    const Layers& layers_;
    const LayoutOptions& options_;
    LayeredLayout& out_;
    std::vector<std::size_t> columns_;
    std::vector<double> wanted_, weight_;
};

void measure(LayeredLayout& layout) {
    if (layout.x.empty()) return;
    const auto [left, right] = std::minmax_element(layout.x.begin(), layout.x.end());
    const auto [top, bottom] = std::minmax_element(layout.y.begin(), layout.y.end());
    layout.left = *left - kNodeWidth / 2;
    layout.right = *right + kNodeWidth / 2;
    layout.top = *top - kNodeHeight / 2;
    layout.bottom = *bottom + kNodeHeight / 2;
}

}  // namespace

LayeredLayout layOut(const TaskGraph& graph, const LayoutOptions& options, const Progress* progress) {
    LayeredLayout out;
    const auto cancelled = [&] { return progress != nullptr && progress->cancelled(); };
    out.layer = assignLayers(graph, out.layers);
    const Layers layers = orderLayers(graph, out.layer, out.layers, options.sweeps, progress);
    if (cancelled()) {
        out.cancelled = true;
        return out;
    }
    out.x.assign(graph.taskCount(), 0);
    out.y.assign(graph.taskCount(), 0);
    Placer placer(graph, layers, options, out);
    placer.placeColumns();
    placer.placeFirst();
    for (int pass = 0; pass < options.placementPasses; ++pass) {
        const bool down = pass % 2 == 0;
        const bool last = pass + 1 == options.placementPasses;
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (i % 64 == 0 && cancelled()) {
                out.cancelled = true;
                return out;
            }
            placer.settle(down ? i : layers.size() - 1 - i, down || last, !down || last);
        }
    }
    measure(out);
    return out;
}

}  // namespace loom
