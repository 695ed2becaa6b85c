// Everything about a graph that does not change while it plays: positions, a grid to find nodes by place, edges.
#pragma once

#include <algorithm>
#include <memory>

#include <QRectF>

#include "app/views/dag/layered_layout.h"

namespace loom {

// A uniform grid over the nodes' centres: a view asks only for the cells it sees.
class NodeGrid {
public:
    void build(const LayeredLayout& layout);

    static constexpr std::uint32_t kAhead = 24;  // nodes

    // Calls visit(task, x, y) for every node whose centre lies in `world` enlarged by half a node, in grid order; and
    // soon(task) some nodes before, for who must fetch something of a million tasks from far-away memory.
    template <class Visit, class Soon>
    void query(const QRectF& world, Visit visit, Soon soon) const {
        if (nodes_.empty()) return;
        const int c0 = column(world.left() - kNodeWidth), c1 = column(world.right() + kNodeWidth);
        const int r0 = rowOf(world.top() - kNodeHeight), r1 = rowOf(world.bottom() + kNodeHeight);
        for (int r = r0; r <= r1; ++r) {
            const std::uint32_t from = start_[static_cast<std::size_t>(r * columns_ + c0)];
            const std::uint32_t to = start_[static_cast<std::size_t>(r * columns_ + c1) + 1];
            for (std::uint32_t i = from; i < std::min(to, from + kAhead); ++i) soon(TaskId(nodes_[i].task));
            for (std::uint32_t i = from; i < to; ++i) {
                if (i + kAhead < to) soon(TaskId(nodes_[i + kAhead].task));
                visit(TaskId(nodes_[i].task), nodes_[i].x, nodes_[i].y);
            }
        }
    }
    template <class Visit>
    void query(const QRectF& world, Visit visit) const {
        query(world, visit, [](TaskId) {});
    }

private:
    struct Entry {
        float x, y;
        std::uint32_t task;
    };
    [[nodiscard]] int column(double x) const;
    [[nodiscard]] int rowOf(double y) const;
    double left_ = 0, top_ = 0, cellWidth_ = 1, cellHeight_ = 1;
    int columns_ = 1, rows_ = 1;
    std::vector<std::uint32_t> start_;  // first entry of each cell, one more at the end
    std::vector<Entry> nodes_;
};

// Immutable once built; shared between the GUI thread and the edge worker.
struct DagScene {
    std::shared_ptr<const TaskGraph> graph;
    LayeredLayout layout;
    NodeGrid grid;
    std::vector<std::uint32_t> edgeSource, edgeTarget;  // task index per edge
    std::vector<TaskId> criticalPath;                   // by reference seconds, communication left out

    [[nodiscard]] QRectF bounds() const { return QRectF(QPointF(layout.left, layout.top), QPointF(layout.right, layout.bottom)); }
    // The task whose box holds the world point; none() if there is none.
    [[nodiscard]] TaskId taskAt(QPointF world) const;
    // Whether this scene shows `other` as well: the same tasks and edges, perhaps other weights.
    [[nodiscard]] bool sameShape(const TaskGraph& other) const;
};
using DagScenePtr = std::shared_ptr<const DagScene>;

// Any thread. Null when cancelled.
DagScenePtr buildScene(std::shared_ptr<const TaskGraph> graph, const Progress* progress);

}  // namespace loom
