#include "core/graph/data_columns.h"

#include <algorithm>

namespace loom {
namespace {

// Rows from (row, item) pairs, counted by `row`; items keep the order of the pairs.
template <class Pairs, class RowOf, class ItemOf>
Rows rowsFrom(std::size_t rowCount, const Pairs& pairs, RowOf rowOf, ItemOf itemOf) {
    Rows rows;
    rows.starts.assign(rowCount + 1, 0);
    for (const auto& pair : pairs) ++rows.starts[rowOf(pair) + 1];
    for (std::size_t i = 0; i < rowCount; ++i) rows.starts[i + 1] += rows.starts[i];
    rows.items.resize(rows.starts[rowCount]);
    std::vector<std::uint32_t> next(rows.starts.begin(), rows.starts.end() - 1);
    for (const auto& pair : pairs) rows.items[next[rowOf(pair)]++] = itemOf(pair);
    return rows;
}

// Gives each edge that carries bytes of its own an object behind the ones added one by one.
void addOwnObjects(GraphColumns& columns, const std::vector<double>& edgeBytes, std::vector<TaskDataPair>& reads) {
    if (edgeBytes.empty()) return;
    const auto starts = columns.structure.outStart();
    for (std::uint32_t task = 0; task + 1 < starts.size(); ++task) {
        for (std::uint32_t edge = starts[task]; edge < starts[task + 1]; ++edge) {
            if (!(edgeBytes[edge] > 0)) continue;
            reads.emplace_back(columns.structure.targets()[edge], static_cast<std::uint32_t>(columns.dataBytes.size()));
            columns.producers.push_back(task);
            columns.dataBytes.push_back(edgeBytes[edge]);
        }
    }
}

}  // namespace

void fillDataColumns(GraphColumns& columns, std::vector<double> edgeBytes, std::vector<TaskDataPair> reads) {
    const auto carries = [](double bytes) { return bytes > 0; };
    if (columns.dataBytes.empty() && std::all_of(edgeBytes.begin(), edgeBytes.end(), carries)) {
        columns.dataPerEdge = !edgeBytes.empty();
        columns.dataBytes = std::move(edgeBytes);
        return;
    }
    addOwnObjects(columns, edgeBytes, reads);
    std::sort(reads.begin(), reads.end());
    reads.erase(std::unique(reads.begin(), reads.end()), reads.end());

    const std::size_t tasks = columns.structure.vertexCount();
    const std::size_t objects = columns.dataBytes.size();
    const auto task = [](const TaskDataPair& pair) { return pair.first; };
    const auto object = [](const TaskDataPair& pair) { return pair.second; };
    columns.inputs = rowsFrom(tasks, reads, task, object);
    columns.consumers = rowsFrom(objects, reads, object, task);

    std::vector<TaskDataPair> writes;
    for (std::uint32_t d = 0; d < objects; ++d) {
        if (columns.producers[d] != TaskId::kNone) writes.emplace_back(columns.producers[d], d);
    }
    columns.outputs = rowsFrom(tasks, writes, task, object);

    std::vector<TaskDataPair> carried;  // edge, object
    for (const auto& [reader, data] : reads) {
        if (columns.producers[data] == TaskId::kNone) continue;
        carried.emplace_back(static_cast<std::uint32_t>(columns.structure.edgeBetween(columns.producers[data], reader)), data);
    }
    columns.edgeData = rowsFrom(columns.structure.edgeCount(), carried, task, object);
}

}  // namespace loom
