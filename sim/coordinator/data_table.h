// Where every data object is and where it is going: run state, one small list of nodes an object.
#pragma once

#include <utility>
#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/schedule/scheduler.h"

namespace loom {

// Workflow inputs start at the storage node, or everywhere when the platform has none. The storage node never loses
// what it holds, but serves nobody while it is down.
class DataTable : public DataLocations {
public:
    DataTable(const TaskGraph& graph, const Platform& platform);

    [[nodiscard]] bool has(DataId data, NodeId node) const override;
    // The copy that is there first; none() when no node that is up has one.
    [[nodiscard]] NodeId source(DataId data, NodeId destination) const override;
    void setStorageUp(bool up) { storageUp_ = up; }
    [[nodiscard]] bool exists(DataId data) const;
    [[nodiscard]] bool underWay(DataId data, NodeId node) const;

    // The object is on `node` now. False when it was already.
    bool add(DataId data, NodeId node);
    void beginTransfer(DataId data, NodeId to);
    void dropTransfer(DataId data, NodeId to);
    // Removes every copy on `node` and appends the objects that were there, ascending.
    void forgetNode(NodeId node, std::vector<DataId>& lost);

private:
    static constexpr std::uint32_t kEnd = 0xFFFFFFFFu;
    struct Place {
        NodeId node;
        std::uint32_t next = kEnd;
        bool here = false;  // else on its way
    };
    [[nodiscard]] const Place* find(DataId data, NodeId node) const;
    Place* find(DataId data, NodeId node) { return const_cast<Place*>(std::as_const(*this).find(data, node)); }
    void insert(DataId data, NodeId node, bool here);
    void erase(DataId data, NodeId node);
    [[nodiscard]] bool everywhere(DataId data) const { return !storage_.valid() && !graph_->producer(data).valid(); }

    const TaskGraph* graph_;
    const Platform* platform_;
    NodeId storage_;
    bool storageUp_ = true;
    std::vector<std::uint32_t> first_;  // by data: index of its first place
    std::vector<Place> places_;
    std::uint32_t free_ = kEnd;
};

}  // namespace loom
