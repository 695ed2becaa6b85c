#include "sim/coordinator/data_table.h"

namespace loom {

DataTable::DataTable(const TaskGraph& graph, const Platform& platform)
    : graph_(&graph), platform_(&platform), storage_(platform.storage()), first_(graph.dataCount(), kEnd) {
    if (!storage_.valid()) return;
    for (std::size_t d = 0; d < graph.dataCount(); ++d)
        if (!graph.producer(DataId(d)).valid()) insert(DataId(d), storage_, true);
}

const DataTable::Place* DataTable::find(DataId data, NodeId node) const {
    for (std::uint32_t i = first_[data.index()]; i != kEnd; i = places_[i].next)
        if (places_[i].node == node) return &places_[i];
    return nullptr;
}

bool DataTable::has(DataId data, NodeId node) const {
    if (everywhere(data)) return true;
    const Place* place = find(data, node);
    return place != nullptr && place->here;
}

bool DataTable::exists(DataId data) const {
    if (everywhere(data)) return true;
    for (std::uint32_t i = first_[data.index()]; i != kEnd; i = places_[i].next)
        if (places_[i].here) return true;
    return false;
}

bool DataTable::underWay(DataId data, NodeId node) const {
    const Place* place = find(data, node);
    return place != nullptr && !place->here;
}

NodeId DataTable::source(DataId data, NodeId destination) const {
    if (everywhere(data)) return destination;
    NodeId best;
    Time bestTime = Time::never();
    for (std::uint32_t i = first_[data.index()]; i != kEnd; i = places_[i].next) {
        const Place& place = places_[i];
        if (!place.here || (place.node == storage_ && !storageUp_)) continue;
        const bool only = i == first_[data.index()] && place.next == kEnd;
        const Time time = only ? Time::zero() : transferDuration(*platform_, graph_->dataBytes(data), place.node, destination);
        if (best.valid() && (time > bestTime || (time == bestTime && place.node > best))) continue;
        best = place.node;
        bestTime = time;
    }
    return best;
}

void DataTable::insert(DataId data, NodeId node, bool here) {
    std::uint32_t index = free_;
    if (index != kEnd) {
        free_ = places_[index].next;
    } else {
        index = static_cast<std::uint32_t>(places_.size());
        places_.emplace_back();
    }
    places_[index] = Place{node, first_[data.index()], here};
    first_[data.index()] = index;
}

void DataTable::erase(DataId data, NodeId node) {
    std::uint32_t* link = &first_[data.index()];
    while (*link != kEnd && places_[*link].node != node) link = &places_[*link].next;
    if (*link == kEnd) return;
    const std::uint32_t index = *link;
    *link = places_[index].next;
    places_[index].next = free_;
    free_ = index;
}

bool DataTable::add(DataId data, NodeId node) {
    Place* place = find(data, node);
    if (place == nullptr) {
        insert(data, node, true);
        return true;
    }
    if (place->here) return false;
    place->here = true;
    return true;
}

void DataTable::beginTransfer(DataId data, NodeId to) { insert(data, to, false); }

void DataTable::dropTransfer(DataId data, NodeId to) {
    if (underWay(data, to)) erase(data, to);
}

void DataTable::forgetNode(NodeId node, std::vector<DataId>& lost) {
    if (node == storage_) return;
    for (std::size_t d = 0; d < first_.size(); ++d) {
        const Place* place = find(DataId(d), node);
        if (place == nullptr) continue;
        if (place->here) lost.push_back(DataId(d));
        erase(DataId(d), node);
    }
}

}  // namespace loom
