#include "core/graph/edge_draft.h"

#include <algorithm>
#include <tuple>

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

void EdgeDraft::reserve(std::size_t edges) {
    reserved_ = edges;
    from_.reserve(edges);
    to_.reserve(edges);
}

void EdgeDraft::add(std::uint32_t from, std::uint32_t to, double bytes) {
    if (bytes != kNothing && bytes_.empty()) {
        bytes_.reserve(reserved_);
        bytes_.resize(from_.size(), kNothing);
    }
    if (bytes != kNothing || !bytes_.empty()) bytes_.push_back(bytes);
    from_.push_back(from);
    to_.push_back(to);
}

// Gives the row starts and brings the edges into the order of their sources, keeping the order of adding within one.
std::vector<std::uint32_t> EdgeDraft::groupBySource(std::size_t vertices) {
    std::vector<std::uint32_t> starts(vertices + 1, 0);
    for (std::uint32_t from : from_) ++starts[from + 1];
    for (std::size_t v = 0; v < vertices; ++v) starts[v + 1] += starts[v];
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (std::uint32_t& from : from_) from = next[from]++;

    // Each edge now knows its place; follow the cycles of that permutation.
    std::vector<std::uint32_t>& place = from_;
    for (std::uint32_t i = 0; i < place.size(); ++i) {
        while (place[i] != i) {
            const std::uint32_t there = place[i];
            std::swap(to_[i], to_[there]);
            if (!bytes_.empty()) std::swap(bytes_[i], bytes_[there]);
            std::swap(place[i], place[there]);
        }
    }
    return starts;
}

EdgeDraft::SortedRows EdgeDraft::takeRows(std::size_t vertices) {
    SortedRows rows;
    rows.rowStarts = groupBySource(vertices);
    rows.targets = std::move(to_);
    rows.bytes = std::move(bytes_);
    *this = EdgeDraft();
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
