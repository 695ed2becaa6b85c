// Where every data object is and where it is going: run state, eight bytes an object that is in at most two places.
#pragma once

#include <vector>

#include "core/graph/task_graph.h"
#include "core/platform/platform.h"
#include "core/schedule/scheduler.h"

namespace loom {

// Workflow inputs start at the storage node, or everywhere when the platform has none; or on every node's disk, whence a
// node sends them to itself before it has them. The storage node never loses
// what it holds, but serves nobody while it is down.
class DataTable : public DataLocations {
public:
    DataTable(const TaskGraph& graph, const Platform& platform, bool inputsOnDisk = false);

    enum class Presence : std::uint8_t { absent, underWay, here };
    [[nodiscard]] Presence presence(DataId data, NodeId node) const {
        if (everywhere(data) && !inputsOnDisk_) return Presence::here;
        const Place* place = find(data, node);
        if (place == nullptr) return Presence::absent;
        return place->here() ? Presence::here : Presence::underWay;
    }
    [[nodiscard]] bool has(DataId data, NodeId node) const override { return presence(data, node) == Presence::here; }
    // The copy that is there first; none() when no node that is up has one.
    [[nodiscard]] NodeId source(DataId data, NodeId destination) const override;
    void setStorageUp(bool up) { storageUp_ = up; }
    [[nodiscard]] bool exists(DataId data) const;

    // The object is on `node` now. False when it was already.
    bool add(DataId data, NodeId node) {
        auto* place = const_cast<Place*>(find(data, node));
        if (place == nullptr) {
            insert(data, Place(node, true));
            return true;
        }
        if (place->here()) return false;
        place->arrive();
        return true;
    }
    void beginTransfer(DataId data, NodeId to) { insert(data, Place(to, false)); }
    void dropTransfer(DataId data, NodeId to);
    // Removes every copy on `node` and appends the objects that were there, ascending.
    void forgetNode(NodeId node, std::vector<DataId>& lost);

private:
    // A place of an object: a node, and whether the object is there or still on its way. Two stand in the object's row; a
    // third moves the second and itself into a chain.
    class Place {
    public:
        Place() = default;
        Place(NodeId node, bool here) : word_(node.value | (here ? 0 : kOnItsWay)) {}
        static Place chain(std::uint32_t first) {
            Place place;
            place.word_ = first | kChain;
            return place;
        }
        [[nodiscard]] bool empty() const { return word_ == kEmpty; }
        [[nodiscard]] bool isChain() const { return !empty() && (word_ & kChain) != 0; }
        [[nodiscard]] std::uint32_t chainStart() const { return word_ & ~kChain; }
        [[nodiscard]] NodeId node() const { return NodeId(word_ & ~kOnItsWay); }
        [[nodiscard]] bool holds(NodeId node) const { return (word_ & ~kOnItsWay) == node.value; }
        [[nodiscard]] bool here() const { return (word_ & kOnItsWay) == 0; }
        void arrive() { word_ &= ~kOnItsWay; }

    private:
        static constexpr std::uint32_t kEmpty = 0xFFFFFFFFu, kChain = 0x80000000u, kOnItsWay = 0x40000000u;
        std::uint32_t word_ = kEmpty;
    };
    struct Row {
        Place first, second;
    };
    struct Link {
        Place place;
        std::uint32_t next = kEnd;
    };
    static constexpr std::uint32_t kEnd = 0x3FFFFFFFu;

    // Calls visit(place) for every place of the object until it answers true; whether it did.
    template <class Visit>
    bool anyPlace(DataId data, Visit&& visit) const;
    [[nodiscard]] const Place* find(DataId data, NodeId node) const {
        const Row& row = rows_[data.index()];
        if (row.first.holds(node)) return &row.first;
        if (row.second.isChain()) return findInChain(row.second.chainStart(), node);
        return row.second.holds(node) ? &row.second : nullptr;
    }
    [[nodiscard]] const Place* findInChain(std::uint32_t start, NodeId node) const;
    void insert(DataId data, Place place) {
        Row& row = rows_[data.index()];
        if (row.first.empty()) row.first = place;
        else if (row.second.empty()) row.second = place;
        else insertInChain(row, place);
    }
    void insertInChain(Row& row, Place place);
    void erase(DataId data, NodeId node);
    [[nodiscard]] bool everywhere(DataId data) const { return !isInput_.empty() && isInput_[data.index()]; }

    const TaskGraph* graph_;
    const Platform* platform_;
    NodeId storage_;
    bool storageUp_ = true;
    bool inputsOnDisk_;
    std::vector<bool> isInput_;  // by data: a workflow input that is everywhere; empty when there is none
    std::vector<Row> rows_;      // by data
    std::vector<Link> links_;    // of chains
    std::uint32_t free_ = kEnd;
};

}  // namespace loom
