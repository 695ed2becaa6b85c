// The bare structure of a graph: compressed sparse rows in both directions, held by Boost.Graph.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace loom {

// Immutable. Edges are numbered row by row; a row's targets ascend.
class Csr {
public:
    Csr();
    // Takes n + 1 row starts and the rows' targets, ascending and distinct within a row.
    Csr(std::vector<std::uint32_t> rowStarts, std::vector<std::uint32_t> targets);
    ~Csr();
    Csr(Csr&&) noexcept;
    Csr& operator=(Csr&&) noexcept;

    [[nodiscard]] std::size_t vertexCount() const { return outStart_.size() - 1; }
    [[nodiscard]] std::size_t edgeCount() const { return targets_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> outStart() const { return outStart_; }  // n + 1 entries
    [[nodiscard]] std::span<const std::uint32_t> targets() const { return targets_; }    // by edge
    [[nodiscard]] std::span<const std::uint32_t> inStart() const { return inStart_; }    // n + 1 entries
    [[nodiscard]] std::span<const std::uint32_t> sources() const { return sources_; }    // by in-slot, ascending in a row
    [[nodiscard]] std::span<const std::uint32_t> inEdges() const { return inEdges_; }    // by in-slot: the edge's number

    // The row an edge belongs to, in O(log n).
    [[nodiscard]] std::uint32_t sourceOf(std::uint32_t edge) const;
    // The edge from -> to, or edgeCount() if there is none, in O(log degree).
    [[nodiscard]] std::size_t edgeBetween(std::uint32_t from, std::uint32_t to) const;

private:
    struct Graph;
    std::unique_ptr<Graph> graph_;
    std::span<const std::uint32_t> outStart_, targets_, inStart_, sources_, inEdges_;
};

}  // namespace loom
