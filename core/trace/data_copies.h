// Where copies of data objects are while a trace is read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/graph/task_graph.h"

namespace loom {

// A workflow input that no record places is everywhere, always. A node that goes down loses its copies at once: a copy
// belongs to one life of its node.
class DataCopies {
public:
    DataCopies(const TaskGraph& graph, std::size_t nodes)
        : graph_(&graph), copies_(graph.dataCount()), placed_(graph.dataCount()), life_(nodes) {}

    void placeInitially(DataId data, NodeId node) {
        placed_[data.index()] = true;
        add(data, node);
    }
    void add(DataId data, NodeId node) {
        if (!on(data, node)) copies_[data.index()].push_back({node, life_[node.index()]});
    }
    void remove(DataId data, NodeId node) {
        std::erase_if(copies_[data.index()], [node](const Copy& copy) { return copy.node == node; });
    }
    void wipe(NodeId node) { ++life_[node.index()]; }

    [[nodiscard]] bool on(DataId data, NodeId node) const {
        const auto here = [&](const Copy& copy) { return copy.node == node && alive(copy); };
        const std::vector<Copy>& copies = copies_[data.index()];
        return everywhere(data) || std::any_of(copies.begin(), copies.end(), here);
    }
    [[nodiscard]] bool exists(DataId data) const {
        const std::vector<Copy>& copies = copies_[data.index()];
        return everywhere(data) || std::any_of(copies.begin(), copies.end(), [&](const Copy& copy) { return alive(copy); });
    }

private:
    struct Copy {
        NodeId node;
        std::uint32_t life = 0;
    };
    [[nodiscard]] bool alive(const Copy& copy) const { return copy.life == life_[copy.node.index()]; }
    [[nodiscard]] bool everywhere(DataId data) const { return !graph_->producer(data).valid() && !placed_[data.index()]; }

    const TaskGraph* graph_;
    std::vector<std::vector<Copy>> copies_;  // by data
    std::vector<bool> placed_;               // by data: a dataInitial record spoke of it
    std::vector<std::uint32_t> life_;        // by node
};

}  // namespace loom
