#include "app/views/dag/dag_scene.h"

#include <algorithm>
#include <cmath>

#include "core/graph/graph_measures.h"

namespace loom {

void NodeGrid::build(const LayeredLayout& layout) {
    const std::size_t n = layout.x.size();
    left_ = layout.left;
    top_ = layout.top;
    const double width = std::max(1.0, static_cast<double>(layout.right) - layout.left);
    const double height = std::max(1.0, static_cast<double>(layout.bottom) - layout.top);
    // About two nodes a cell where they lie evenly; the grid itself stays smaller than the nodes.
    const double side = std::sqrt(width * height / std::max(1.0, static_cast<double>(n) / 2));
    columns_ = static_cast<int>(std::clamp(std::ceil(width / side), 1.0, 4096.0));
    rows_ = static_cast<int>(std::clamp(std::ceil(height / side), 1.0, 4096.0));
    cellWidth_ = width / columns_;
    cellHeight_ = height / rows_;
    start_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
    const auto cell = [&](std::size_t i) {
        return static_cast<std::size_t>(rowOf(layout.y[i]) * columns_ + column(layout.x[i]));
    };
    for (std::size_t i = 0; i < n; ++i) ++start_[cell(i) + 1];
    for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    nodes_.resize(n);
    for (std::size_t i = 0; i < n; ++i) nodes_[next[cell(i)]++] = {layout.x[i], layout.y[i], static_cast<std::uint32_t>(i)};
}

int NodeGrid::column(double x) const {
    return static_cast<int>(std::clamp(std::floor((x - left_) / cellWidth_), 0.0, static_cast<double>(columns_ - 1)));
}

int NodeGrid::rowOf(double y) const {
    return static_cast<int>(std::clamp(std::floor((y - top_) / cellHeight_), 0.0, static_cast<double>(rows_ - 1)));
}

TaskId DagScene::taskAt(QPointF world) const {
    TaskId found;
    grid.query(QRectF(world, QSizeF(0, 0)), [&](TaskId task, float x, float y) {
        const bool inside = std::abs(world.x() - x) <= kNodeWidth / 2 && std::abs(world.y() - y) <= kNodeHeight / 2;
        if (inside) found = task;
    });
    return found;
}

bool DagScene::sameShape(const TaskGraph& other) const {
    if (graph.get() == &other) return true;
    if (graph->taskCount() != other.taskCount() || graph->edgeCount() != other.edgeCount()) return false;
    for (std::size_t e = 0; e < edgeSource.size(); ++e) {
        if (other.source(EdgeId(e)).value != edgeSource[e] || other.target(EdgeId(e)).value != edgeTarget[e]) return false;
    }
    return true;
}

DagScenePtr buildScene(std::shared_ptr<const TaskGraph> graph, const Progress* progress) {
    auto scene = std::make_shared<DagScene>();
    scene->layout = layOut(*graph, {}, progress);
    if (scene->layout.cancelled) return nullptr;
    scene->grid.build(scene->layout);
    scene->edgeSource.resize(graph->edgeCount());
    scene->edgeTarget.resize(graph->edgeCount());
    for (std::size_t e = 0; e < graph->edgeCount(); ++e) {
        scene->edgeSource[e] = graph->source(EdgeId(e)).value;
        scene->edgeTarget[e] = graph->target(EdgeId(e)).value;
    }
    const TaskGraph& tasks = *graph;
    scene->criticalPath = criticalPath(
                              tasks, [&tasks](TaskId task) { return referenceSeconds(tasks, task); }, [](EdgeId) { return 0.0; })
                              .tasks;
    scene->graph = std::move(graph);
    return scene;
}

}  // namespace loom
