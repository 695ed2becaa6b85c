// The edges of a graph being built, and their sorting into rows. Inside core/graph only.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace loom {

// Edges in the order they were added. They are sorted in place: a second copy would be the peak of the memory a
// large graph takes.
class EdgeDraft {
public:
    static constexpr double kNothing = -1;  // an edge added without bytes

    void reserve(std::size_t edges);
    void add(std::uint32_t from, std::uint32_t to, double bytes);
    [[nodiscard]] std::size_t size() const { return from_.size(); }
    [[nodiscard]] std::uint32_t from(std::size_t i) const { return from_[i]; }
    [[nodiscard]] std::uint32_t to(std::size_t i) const { return to_[i]; }

    struct SortedRows {
        std::vector<std::uint32_t> rowStarts;  // n + 1
        std::vector<std::uint32_t> targets;    // ascending and distinct in a row
        std::vector<double> bytes;             // by edge, kNothing = none; empty when no edge was added with bytes
        std::optional<std::pair<std::uint32_t, std::uint32_t>> duplicate;  // a pair added with bytes twice
    };
    // Rows by source, repeated pairs merged. All ends must be below `vertices`. The draft is empty afterwards.
    SortedRows takeRows(std::size_t vertices);

private:
    std::vector<std::uint32_t> groupBySource(std::size_t vertices);

    std::vector<std::uint32_t> from_, to_;
    std::vector<double> bytes_;  // empty while no edge carries bytes
    std::size_t reserved_ = 0;
};

}  // namespace loom
