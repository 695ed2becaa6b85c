// A layered layout for task graphs of up to a million tasks: plain data in, plain data out, no widgets.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/graph/task_graph.h"

namespace loom {

// World units. A node is kNodeWidth x kNodeHeight around its centre.
inline constexpr float kNodeWidth = 28;
inline constexpr float kNodeHeight = 18;

struct LayoutOptions {
    int sweeps = 24;               // barycentre sweeps; fewer is faster, more has fewer crossings
    int placementPasses = 8;       // passes of the coordinate step
    float rowStep = 27;            // centre to centre within a column
    float columnStep = 36;         // between the columns of a folded layer
    float layerGap = 46;           // smallest distance between two layers' nearest columns
    double aspect = 16.0 / 9.0;    // what folding and stretching aim at
    std::uint32_t neverFold = 48;  // layers up to this size stay one column
};

struct LayeredLayout {
    std::vector<std::uint32_t> layer;  // per task; every edge goes from a lower to a higher layer
    std::vector<float> x, y;           // centre per task
    std::uint32_t layers = 0;
    float left = 0, top = 0, right = 0, bottom = 0;  // of all nodes, their size included
    bool cancelled = false;                          // then everything else is unspecified
};

// Layers by longest path, sources pulled towards their successors; order by depth-first search and barycentre sweeps
// without dummy nodes (Sugiyama 1981); coordinates by isotonic regression (pool adjacent violators) towards the mean of
// the neighbours. Wide layers are folded into blocks so that the whole keeps a screen's aspect. Iterative,
// deterministic; O(sweeps * (tasks log width + edges)). `progress` may be null; its cancel is polled.
LayeredLayout layOut(const TaskGraph& graph, const LayoutOptions& options = {}, const Progress* progress = nullptr);

// The first step alone: the layer of each task and their number.
std::vector<std::uint32_t> assignLayers(const TaskGraph& graph, std::uint32_t& layerCount);

// The second step: tasks of each layer in drawing order. Empty when cancelled.
std::vector<std::vector<TaskId>> orderLayers(const TaskGraph& graph, const std::vector<std::uint32_t>& layer,
                                             std::uint32_t layerCount, int sweeps, const Progress* progress);

// The non-decreasing sequence nearest to `wanted` in weighted least squares, in place.
void isotonicRegression(std::vector<double>& wanted, const std::vector<double>& weight);

}  // namespace loom
