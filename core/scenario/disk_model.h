// What disks take part in. Pure data.
#pragma once

#include <cstdint>

namespace loom {

// How a transfer between two nodes meets their disks; a node without one is as fast as its memory.
enum class DiskTransfers : std::uint8_t {
    memory,  // not at all
    stream,  // it reads, sends and writes at once: the slowest of the three sets the pace
    staged,  // it reads, then sends, then writes
};

// What a node made or received it has in memory for its own tasks; it writes nothing of its own accord.
struct DiskModel {
    bool inputsOnDisk = false;  // workflow inputs are on every node's disk and read once a node; else as contract 7.4 says
    DiskTransfers transfers = DiskTransfers::memory;
    [[nodiscard]] bool takePart() const { return inputsOnDisk || transfers != DiskTransfers::memory; }
    friend bool operator==(const DiskModel&, const DiskModel&) = default;
};

}  // namespace loom
