// Typed 32-bit indices: the subscript of a column, never a pointer.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace loom {

// A column subscript with its own type, so a node can never index a task column. Trivially copyable;
// passed by value. The default value is `none()`, which compares greater than every real index.
template <class Tag>
struct Id {
    static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

    std::uint32_t value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t index) : value(index) {}
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
    constexpr explicit Id(int index) : value(static_cast<std::uint32_t>(index)) {}

    static constexpr Id none() { return Id{}; }
    [[nodiscard]] constexpr bool valid() const { return value != kNone; }
    [[nodiscard]] constexpr std::size_t index() const { return value; }

    friend constexpr auto operator<=>(Id, Id) = default;
};

using TaskId = Id<struct TaskTag>;          // a task of one TaskGraph
using EdgeId = Id<struct EdgeTag>;          // a dependency of one TaskGraph
using DataId = Id<struct DataTag>;          // a data object (file) of one TaskGraph
using KindId = Id<struct KindTag>;          // a kind of task (function name) of one TaskGraph
using NodeId = Id<struct NodeTag>;          // a node of one Platform
using LinkId = Id<struct LinkTag>;          // one direction of a link of one Platform
using ResourceId = Id<struct ResourceTag>;  // a capacity of one run: a link direction, a disk, the cores of a node
using JobId = Id<struct JobTag>;            // a job of a workload
using ProcessId = Id<struct ProcessTag>;    // a process of one run
using ActivityId = Id<struct ActivityTag>;  // a compute or transfer a process asked for, unique in a run

}  // namespace loom
