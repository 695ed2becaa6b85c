#include "sim/virtual/disks.h"

#include <algorithm>

namespace loom {

namespace {

constexpr std::uint32_t kNoRow = 0xFFFFFFFFu;

}  // namespace

Disks::Disks(const Platform& platform, const DiskModel& model, bool contention)
    : model_(model), contention_(contention), first_(platform.linkCount()) {
    if (!model.takePart()) return;
    rowOf_.assign(platform.nodeCount(), kNoRow);
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const std::vector<DiskInfo>& disks = platform.node(NodeId(n)).disks;
        if (disks.empty()) continue;
        rowOf_[n] = static_cast<std::uint32_t>(rows_.size());
        rows_.push_back({disks[0].readBandwidth, disks[0].penalty});
        rows_.push_back({disks[0].writeBandwidth, disks[0].penalty});
    }
}

std::vector<Capacity> Disks::capacities(const Platform& platform, const DiskModel& model) {
    std::vector<Capacity> capacities;
    for (const Row& row : Disks(platform, model, true).rows_) capacities.push_back({row.bandwidth, Sharing::shared});
    return capacities;
}

ResourceId Disks::resource(NodeId node, std::uint32_t side) const {
    const std::uint32_t row = rowOf_[node.index()];
    return row == kNoRow ? ResourceId::none() : ResourceId(first_ + row + side);
}

double Disks::capacity(ResourceId resource) const {
    const Row& row = rows_[resource.index() - first_];
    return row.bandwidth / (1 + row.penalty * (std::max(row.accesses, 1) - 1));
}

bool Disks::count(ResourceId resource, std::int32_t change) {
    Row& row = rows_[resource.index() - first_];
    row.accesses += change;
    return contention_ && row.penalty > 0;
}

}  // namespace loom
