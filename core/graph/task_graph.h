// The static structure of a workload: an immutable directed acyclic graph of tasks as CSR plus columns.
// Run state lives elsewhere (Replay, TaskTable); nothing here changes after GraphBuilder::build().
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/id.h"

namespace loom {

// A read-only run of typed ids over a raw column of subscripts, or a consecutive range of ids.
template <class IdType>
class IdSpan {
public:
    class iterator {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = IdType;
        iterator() = default;
        iterator(const std::uint32_t* raw, std::uint32_t first) : raw_(raw), first_(first) {}
        IdType operator*() const { return IdType(raw_ != nullptr ? *raw_ : first_); }
        iterator& operator++() {
            if (raw_ != nullptr) ++raw_;
            else ++first_;
            return *this;
        }
        iterator operator++(int) { iterator old = *this; ++*this; return old; }
        friend bool operator==(const iterator&, const iterator&) = default;

    private:
        const std::uint32_t* raw_ = nullptr;
        std::uint32_t first_ = 0;
    };

    IdSpan() = default;
    IdSpan(const std::uint32_t* raw, std::size_t count) : raw_(raw), count_(static_cast<std::uint32_t>(count)) {}
    static IdSpan consecutive(std::uint32_t first, std::size_t count) {
        IdSpan s;
        s.first_ = first;
        s.count_ = static_cast<std::uint32_t>(count);
        return s;
    }

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] const std::uint32_t* rawItems() const { return raw_; }  // null for a consecutive range
    IdType operator[](std::size_t i) const { return raw_ != nullptr ? IdType(raw_[i]) : IdType(first_ + static_cast<std::uint32_t>(i)); }
    [[nodiscard]] iterator begin() const { return iterator(raw_, first_); }
    [[nodiscard]] iterator end() const { return raw_ != nullptr ? iterator(raw_ + count_, first_) : iterator(nullptr, first_ + count_); }

private:
    const std::uint32_t* raw_ = nullptr;
    std::uint32_t first_ = 0;
    std::uint32_t count_ = 0;
};

using TaskSpan = IdSpan<TaskId>;
using EdgeSpan = IdSpan<EdgeId>;
using DataSpan = IdSpan<DataId>;

// Immutable, shared by any number of threads. Task ids are in the order tasks were added; they need not be
// topological, `topologicalOrder()` is. Out-edges of a task have consecutive ids in ascending target order.
//
// Data objects (files) carry the bytes: an edge u->v carries every object u produces and v reads. An edge
// without data is pure control. Objects without a producer are workflow inputs.
class TaskGraph {
public:
    TaskGraph();
    ~TaskGraph();
    TaskGraph(TaskGraph&&) noexcept;
    TaskGraph& operator=(TaskGraph&&) noexcept;

    // Structure.
    [[nodiscard]] std::size_t taskCount() const;
    [[nodiscard]] std::size_t edgeCount() const;
    [[nodiscard]] std::size_t dataCount() const;
    [[nodiscard]] TaskSpan successors(TaskId task) const;
    [[nodiscard]] TaskSpan predecessors(TaskId task) const;
    [[nodiscard]] EdgeSpan outEdges(TaskId task) const;  // outEdges(t)[i] leads to successors(t)[i]
    [[nodiscard]] EdgeSpan inEdges(TaskId task) const;   // inEdges(t)[i] comes from predecessors(t)[i]
    [[nodiscard]] TaskId source(EdgeId edge) const;
    [[nodiscard]] TaskId target(EdgeId edge) const;
    [[nodiscard]] TaskSpan topologicalOrder() const;     // smallest id first among the free ones

    // Tasks.
    [[nodiscard]] std::string_view name(TaskId task) const;        // unique
    [[nodiscard]] std::optional<TaskId> find(std::string_view name) const;
    [[nodiscard]] KindId kind(TaskId task) const;                  // function name; colours and groups
    [[nodiscard]] std::size_t kindCount() const;
    [[nodiscard]] std::string_view kindName(KindId kind) const;
    [[nodiscard]] double work(TaskId task) const;                  // flop; time = work / speed
    [[nodiscard]] std::span<const double> runtimes(TaskId task) const;  // s per node index (unrelated machines), or empty
    [[nodiscard]] std::uint32_t cores(TaskId task) const;          // slots of one node, at least 1
    [[nodiscard]] std::span<const std::uint32_t> coreCounts() const;  // the same by task; empty: all 1
    // How the time depends on the number of cores. Unless one of the two is stated, work and runtimes are what each of the
    // task's cores does; else they are what one core would need for the whole task.
    [[nodiscard]] double serialFraction(TaskId task) const;             // Amdahl's, 0 to 1; negative = not stated
    [[nodiscard]] std::span<const double> efficiency(TaskId task) const;  // speedup / k on k = 1, 2, ... cores, or empty
    [[nodiscard]] double scaling(TaskId task) const;                    // time on the task's cores / work or runtimes
    [[nodiscard]] double memory(TaskId task) const;                // bytes while running; 0 = not stated
    [[nodiscard]] std::string_view accelerator(TaskId task) const; // kind of device needed; empty = none
    // The items (images, pixels, records) [firstItem, firstItem + itemCount) this task works on; 0, 0 = not stated.
    [[nodiscard]] std::uint32_t firstItem(TaskId task) const;
    [[nodiscard]] std::uint32_t itemCount(TaskId task) const;
    // Release times (submit times of jobs), in s from the start of the run: a task may not start before its own.
    [[nodiscard]] double release(TaskId task) const;
    [[nodiscard]] std::span<const double> releases() const;  // the same by task; empty: all 0
    [[nodiscard]] double priority(TaskId task) const;        // the user's, greater first; 0 = not stated

    // Data.
    [[nodiscard]] std::string_view dataName(DataId data) const;    // may be empty
    [[nodiscard]] double dataBytes(DataId data) const;
    [[nodiscard]] TaskId producer(DataId data) const;              // none() = workflow input
    [[nodiscard]] TaskSpan consumers(DataId data) const;
    [[nodiscard]] DataSpan inputs(TaskId task) const;              // what the task reads
    [[nodiscard]] DataSpan outputs(TaskId task) const;             // what the task writes
    [[nodiscard]] DataSpan edgeData(EdgeId edge) const;            // objects the edge carries
    [[nodiscard]] double edgeBytes(EdgeId edge) const;             // their sum

private:
    friend class GraphBuilder;
    struct Columns;
    std::unique_ptr<Columns> columns_;
};

}  // namespace loom
