// The edges of a graph being built, and their sorting into rows. Inside core/graph only.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace loom {

// Edges in the order they were added. Kept in blocks that are freed one by one while the rows are filled: a growing
// vector would hold the edges of a large graph three times at its peak.
class EdgeDraft {
public:
    static constexpr double kNothing = -1;  // an edge added without bytes

    struct Edge {
        std::uint32_t from, to;
        double bytes;
    };

    void add(std::uint32_t from, std::uint32_t to, double bytes);
    [[nodiscard]] std::size_t size() const { return size_; }
    // Calls visit(edge) for each edge in order until it returns false.
    template <class Visitor>
    void forEach(Visitor&& visit) const {
        for (std::size_t i = 0; i < size_; ++i) {
            if (!visit((*blocks_[i / kBlock])[i % kBlock])) return;
        }
    }

    struct SortedRows {
        std::vector<std::uint32_t> rowStarts;  // n + 1
        std::vector<std::uint32_t> targets;    // ascending and distinct in a row
        std::vector<double> bytes;             // by edge, kNothing = none; empty when no edge was added with bytes
        std::optional<std::pair<std::uint32_t, std::uint32_t>> duplicate;  // a pair added with bytes twice
    };
    // Rows by source, repeated pairs merged. All ends must be below `vertices`. The draft is empty afterwards.
    SortedRows takeRows(std::size_t vertices);

private:
    static constexpr std::size_t kBlock = 1 << 14;
    using Block = std::array<Edge, kBlock>;

    SortedRows scatter(std::size_t vertices);

    std::vector<std::unique_ptr<Block>> blocks_;
    std::size_t size_ = 0;
    bool anyBytes_ = false;
};

}  // namespace loom
