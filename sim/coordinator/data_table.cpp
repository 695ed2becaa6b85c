#include "sim/coordinator/data_table.h"

#include <utility>

namespace loom {

namespace {

// By data: whether it has no producer. Empty when every object has one.
std::vector<bool> workflowInputs(const TaskGraph& graph) {
    std::vector<bool> input(graph.dataCount(), true);
    std::size_t produced = 0;
    for (std::size_t t = 0; t < graph.taskCount(); ++t)
        for (const DataId data : graph.outputs(TaskId(t))) {
            input[data.index()] = false;
            ++produced;
        }
    if (produced == input.size()) input.clear();
    return input;
}

}  // namespace

DataTable::DataTable(const TaskGraph& graph, const Platform& platform, bool inputsOnDisk)
    : graph_(&graph),
      platform_(&platform),
      storage_(platform.storage()),
      inputsOnDisk_(inputsOnDisk),
      isInput_(workflowInputs(graph)),
      rows_(graph.dataCount()) {
    if (!storage_.valid() || inputsOnDisk) return;
    for (std::size_t d = 0; d < isInput_.size(); ++d)
        if (isInput_[d]) insert(DataId(d), Place(storage_, true));
    isInput_.clear();
}

template <class Visit>
bool DataTable::anyPlace(DataId data, Visit&& visit) const {
    const Row& row = rows_[data.index()];
    if (row.first.empty()) return false;
    if (visit(row.first)) return true;
    if (row.second.empty()) return false;
    if (!row.second.isChain()) return visit(row.second);
    for (std::uint32_t i = row.second.chainStart(); i != kEnd; i = links_[i].next)
        if (visit(links_[i].place)) return true;
    return false;
}

const DataTable::Place* DataTable::findInChain(std::uint32_t start, NodeId node) const {
    for (std::uint32_t i = start; i != kEnd; i = links_[i].next)
        if (links_[i].place.holds(node)) return &links_[i].place;
    return nullptr;
}

bool DataTable::exists(DataId data) const {
    return everywhere(data) || anyPlace(data, [](const Place& place) { return place.here(); });
}

NodeId DataTable::source(DataId data, NodeId destination) const {
    if (everywhere(data)) return destination;
    const Row& row = rows_[data.index()];
    const bool only = row.second.empty();
    NodeId best;
    Time bestTime = Time::never();
    anyPlace(data, [&](const Place& place) {
        if (!place.here() || (place.node() == storage_ && !storageUp_)) return false;
        const Time time = only ? Time::zero() : transferDuration(*platform_, graph_->dataBytes(data), place.node(), destination);
        if (best.valid() && (time > bestTime || (time == bestTime && place.node() > best))) return false;
        best = place.node();
        bestTime = time;
        return false;
    });
    return best;
}

void DataTable::insertInChain(Row& row, Place place) {
    const auto newLink = [&](Place linked, std::uint32_t next) {
        std::uint32_t index = free_;
        if (index == kEnd) {
            index = static_cast<std::uint32_t>(links_.size());
            links_.emplace_back();
        } else {
            free_ = links_[index].next;
        }
        links_[index] = Link{linked, next};
        return index;
    };
    const std::uint32_t rest = row.second.isChain() ? row.second.chainStart() : newLink(row.second, kEnd);
    row.second = Place::chain(newLink(place, rest));
}

void DataTable::erase(DataId data, NodeId node) {
    Row& row = rows_[data.index()];
    if (row.second.isChain()) {
        // Unlink in the chain, or move its first link into the row's first place.
        std::uint32_t before = kEnd;
        std::uint32_t at = row.second.chainStart();
        if (row.first.empty() || row.first.node() != node) {
            while (at != kEnd && links_[at].place.node() != node) {
                before = at;
                at = links_[at].next;
            }
            if (at == kEnd) return;
        } else {
            row.first = links_[at].place;
        }
        const std::uint32_t next = links_[at].next;
        links_[at].next = free_;
        free_ = at;
        if (before != kEnd)
            links_[before].next = next;
        else
            row.second = next == kEnd ? Place() : Place::chain(next);
        return;
    }
    if (!row.second.empty() && row.second.node() == node)
        row.second = Place();
    else if (!row.first.empty() && row.first.node() == node)
        row.first = std::exchange(row.second, Place());
}

void DataTable::dropTransfer(DataId data, NodeId to) {
    if (presence(data, to) == Presence::underWay) erase(data, to);
}

void DataTable::forgetNode(NodeId node, std::vector<DataId>& lost) {
    if (node == storage_) return;
    for (std::size_t d = 0; d < rows_.size(); ++d) {
        const Place* place = find(DataId(d), node);
        if (place == nullptr) continue;
        if (place->here()) lost.push_back(DataId(d));
        erase(DataId(d), node);
    }
}

}  // namespace loom
