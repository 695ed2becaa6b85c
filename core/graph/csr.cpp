#include "core/graph/csr.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <numeric>

namespace loom {

struct Csr::Graph {
    boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property, boost::no_property,
                                       std::uint32_t, std::uint32_t>
        rows;

    // What the graph's own constructors do last: a counting sort of the edges by target.
    void linkBackward() {
        const auto& forward = rows.m_forward;
        auto& backward = rows.m_backward;
        backward.m_rowstart.assign(forward.m_rowstart.size(), 0);
        for (std::uint32_t target : forward.m_column) ++backward.m_rowstart[target + 1];
        std::partial_sum(backward.m_rowstart.begin(), backward.m_rowstart.end(), backward.m_rowstart.begin());
        backward.m_column.resize(forward.m_column.size());
        backward.m_edge_properties.resize(forward.m_column.size());
        std::vector<std::uint32_t> next(backward.m_rowstart.begin(), backward.m_rowstart.end() - 1);
        for (std::uint32_t source = 0; source + 1 < forward.m_rowstart.size(); ++source) {
            for (std::uint32_t edge = forward.m_rowstart[source]; edge < forward.m_rowstart[source + 1]; ++edge) {
                const std::uint32_t slot = next[forward.m_column[edge]]++;
                backward.m_column[slot] = source;
                backward.m_edge_properties[slot] = edge;
            }
        }
    }
};

Csr::Csr() : Csr({0}, {}) {}
Csr::~Csr() = default;
Csr::Csr(Csr&&) noexcept = default;
Csr& Csr::operator=(Csr&&) noexcept = default;

Csr::Csr(std::vector<std::uint32_t> rowStarts, std::vector<std::uint32_t> targets) : graph_(std::make_unique<Graph>()) {
    // The rows are swapped in rather than copied by a constructor of the graph: that would hold the edges twice.
    auto& rows = graph_->rows;
    rows.m_forward.m_rowstart.swap(rowStarts);
    rows.m_forward.m_column.swap(targets);
    graph_->linkBackward();
    outStart_ = rows.m_forward.m_rowstart;
    targets_ = rows.m_forward.m_column;
    inStart_ = rows.m_backward.m_rowstart;
    sources_ = rows.m_backward.m_column;
    inEdges_ = rows.m_backward.m_edge_properties;
}

std::uint32_t Csr::sourceOf(std::uint32_t edge) const {
    const auto row = std::upper_bound(outStart_.begin(), outStart_.end(), edge);
    return static_cast<std::uint32_t>(row - outStart_.begin() - 1);
}

std::size_t Csr::edgeBetween(std::uint32_t from, std::uint32_t to) const {
    const auto begin = targets_.begin() + outStart_[from];
    const auto end = targets_.begin() + outStart_[from + 1];
    const auto at = std::lower_bound(begin, end, to);
    return at != end && *at == to ? static_cast<std::size_t>(at - targets_.begin()) : edgeCount();
}

}  // namespace loom
