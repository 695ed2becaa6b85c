// Which tasks are assigned to which node, running or waiting, as a scheduler with queues knows it from what it did and heard.
#pragma once

#include <cstdint>
#include <vector>

#include "core/schedule/scheduler.h"

namespace loom {

class AssignmentBook {
public:
    // Before every use in an instant; the graph must outlive the book.
    void look(const TaskGraph& graph, std::size_t nodes) {
        graph_ = &graph;
        rows_.resize(graph.taskCount());
        nodes_.resize(nodes);
    }
    void assign(TaskId task, NodeId node) {
        Row& row = rows_[task.index()];
        row.before = row.node;
        put(task, node);
    }
    void hear(const TaskNews& news) {
        if (news.what == TaskNews::What::undone) return;
        // A task that was to move stays; one that was to be assigned is not.
        Row& row = rows_[news.task.index()];
        put(news.task, news.what == TaskNews::What::refused ? row.before : NodeId::none());
        row.before = row.node;
    }

    [[nodiscard]] NodeId of(TaskId task) const { return rows_[task.index()].node; }  // none(): it is not assigned
    [[nodiscard]] std::uint32_t tasks(NodeId node) const { return nodes_[node.index()].tasks; }
    [[nodiscard]] std::uint64_t cores(NodeId node) const { return nodes_[node.index()].cores; }  // asked for; may exceed the node's
    [[nodiscard]] double memory(NodeId node) const { return nodes_[node.index()].memory; }       // B, likewise

private:
    struct Row {
        NodeId node, before;
    };
    struct Node {
        std::uint32_t tasks = 0;
        std::uint64_t cores = 0;
        double memory = 0;
    };
    void put(TaskId task, NodeId node) {
        if (const NodeId old = rows_[task.index()].node; old.valid()) {
            Node& row = nodes_[old.index()];
            row.cores -= graph_->cores(task);
            row.memory = --row.tasks == 0 ? 0 : row.memory - graph_->memory(task);
        }
        rows_[task.index()].node = node;
        if (!node.valid()) return;
        Node& row = nodes_[node.index()];
        ++row.tasks;
        row.cores += graph_->cores(task);
        row.memory += graph_->memory(task);
    }

    const TaskGraph* graph_ = nullptr;
    std::vector<Row> rows_;    // by task
    std::vector<Node> nodes_;  // by node
};

}  // namespace loom
