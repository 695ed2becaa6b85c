#include "core/graph/edge_draft.h"

#include <algorithm>

namespace loom {
namespace {

using Entry = std::pair<std::uint32_t, double>;  // target, bytes

// Sorts one row by target. Rows mostly arrive sorted, since generators and files go task by task.
void sortRow(std::uint32_t* targets, double* bytes, std::size_t count, std::vector<Entry>& spare) {
    if (std::is_sorted(targets, targets + count)) return;
    if (bytes == nullptr) return std::sort(targets, targets + count);
    spare.clear();
    for (std::size_t i = 0; i < count; ++i) spare.emplace_back(targets[i], bytes[i]);
    std::sort(spare.begin(), spare.end());
    for (std::size_t i = 0; i < count; ++i) std::tie(targets[i], bytes[i]) = spare[i];
}

}  // namespace

void EdgeDraft::add(std::uint32_t from, std::uint32_t to, double bytes) {
    if (size_ % kBlock == 0) blocks_.push_back(std::make_unique_for_overwrite<Block>());
    (*blocks_.back())[size_ % kBlock] = Edge{from, to, bytes};
    ++size_;
    if (bytes != kNothing) anyBytes_ = true;
}

// A counting sort by source; keeps the order of adding within a row.
EdgeDraft::SortedRows EdgeDraft::scatter(std::size_t vertices) {
    SortedRows rows;
    rows.rowStarts.assign(vertices + 1, 0);
    forEach([&](const Edge& edge) {
        ++rows.rowStarts[edge.from + 1];
        return true;
    });
    for (std::size_t v = 0; v < vertices; ++v) rows.rowStarts[v + 1] += rows.rowStarts[v];
    rows.targets.resize(size_);
    if (anyBytes_) rows.bytes.resize(size_);

    std::vector<std::uint32_t> next(rows.rowStarts.begin(), rows.rowStarts.end() - 1);
    for (std::size_t i = 0; i < size_; ++i) {
        const Edge& edge = (*blocks_[i / kBlock])[i % kBlock];
        const std::uint32_t slot = next[edge.from]++;
        rows.targets[slot] = edge.to;
        if (anyBytes_) rows.bytes[slot] = edge.bytes;
        if (i % kBlock == kBlock - 1) blocks_[i / kBlock].reset();
    }
    *this = EdgeDraft();
    return rows;
}

EdgeDraft::SortedRows EdgeDraft::takeRows(std::size_t vertices) {
    SortedRows rows = scatter(vertices);
    std::vector<Entry> spare;
    std::uint32_t kept = 0;  // edges moved to their final place
    for (std::size_t v = 0; v < vertices; ++v) {
        const std::uint32_t begin = rows.rowStarts[v];
        const std::uint32_t end = rows.rowStarts[v + 1];
        double* bytes = rows.bytes.empty() ? nullptr : rows.bytes.data();
        sortRow(rows.targets.data() + begin, bytes == nullptr ? nullptr : bytes + begin, end - begin, spare);
        const std::uint32_t rowStart = kept;
        for (std::uint32_t i = begin; i < end; ++i) {
            const bool repeated = kept > rowStart && rows.targets[kept - 1] == rows.targets[i];
            if (!repeated) {
                rows.targets[kept] = rows.targets[i];
                if (bytes != nullptr) bytes[kept] = bytes[i];
                ++kept;
            } else if (bytes != nullptr && bytes[i] != kNothing) {
                const bool both = bytes[kept - 1] != kNothing;
                if (both && !rows.duplicate) rows.duplicate.emplace(static_cast<std::uint32_t>(v), rows.targets[i]);
                bytes[kept - 1] = bytes[i];
            }
        }
        rows.rowStarts[v] = rowStart;
    }
    rows.rowStarts[vertices] = kept;
    rows.targets.resize(kept);
    if (!rows.bytes.empty()) rows.bytes.resize(kept);
    return rows;
}

}  // namespace loom
