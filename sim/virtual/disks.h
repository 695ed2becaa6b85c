// The disks of a platform as resources of a flow model, numbered behind the links: of every node's first disk what it can
// read and what it can write.
#pragma once

#include <vector>

#include "core/platform/platform.h"
#include "core/scenario/disk_model.h"
#include "sim/flow/flow_model.h"

namespace loom {

class Disks {
public:
    // `contention` false: accesses do not disturb each other (`unshared`). Refers to the platform, which must outlive it.
    Disks(const Platform& platform, const DiskModel& model, bool contention);
    // What a flow model needs behind the links' capacities; nothing when disks take no part.
    static std::vector<Capacity> capacities(const Platform& platform, const DiskModel& model);

    [[nodiscard]] bool takePart() const { return model_.takePart(); }
    [[nodiscard]] bool stream() const { return model_.transfers == DiskTransfers::stream; }
    [[nodiscard]] bool staged() const { return model_.transfers == DiskTransfers::staged; }
    [[nodiscard]] ResourceId reader(NodeId node) const { return resource(node, 0); }  // none() without a disk
    [[nodiscard]] ResourceId writer(NodeId node) const { return resource(node, 1); }

    // One access more or less; true when the capacity of the resource has changed by it.
    bool open(ResourceId resource) { return count(resource, 1); }
    bool close(ResourceId resource) { return count(resource, -1); }
    // B/s of n accesses together: capacity / (1 + kappa (n - 1)) (model-spec.md A.2).
    [[nodiscard]] double capacity(ResourceId resource) const;

private:
    struct Row {
        double bandwidth, penalty;
        std::int32_t accesses = 0;
    };
    [[nodiscard]] ResourceId resource(NodeId node, std::uint32_t side) const;
    bool count(ResourceId resource, std::int32_t change);

    DiskModel model_;
    bool contention_;
    std::size_t first_;  // resource
    std::vector<std::uint32_t> rowOf_;  // by node: its reading row
    std::vector<Row> rows_;
};

}  // namespace loom
