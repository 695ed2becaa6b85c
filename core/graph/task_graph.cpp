#include "core/graph/task_graph.h"

#include <charconv>

#include "core/graph/graph_columns.h"

namespace loom {
namespace {

template <class Span>
Span rowOf(const Rows& rows, std::size_t i) {
    if (rows.starts.empty()) return Span();
    return Span(rows.items.data() + rows.starts[i], rows.starts[i + 1] - rows.starts[i]);
}

template <class Span>
Span slice(std::span<const std::uint32_t> starts, std::span<const std::uint32_t> items, std::size_t i) {
    return Span(items.data() + starts[i], starts[i + 1] - starts[i]);
}

}  // namespace

TaskId defaultNamed(std::string_view name, std::size_t count) {
    if (name.size() < 2 || name[0] != 't' || (name[1] == '0' && name.size() > 2)) return TaskId::none();
    std::uint32_t index = 0;
    const char* end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + 1, end, index);
    if (error != std::errc{} || stop != end || index >= count) return TaskId::none();
    return TaskId(index);
}

TaskGraph::TaskGraph() : columns_(std::make_unique<Columns>()) {}
TaskGraph::~TaskGraph() = default;
TaskGraph::TaskGraph(TaskGraph&&) noexcept = default;
TaskGraph& TaskGraph::operator=(TaskGraph&&) noexcept = default;

std::size_t TaskGraph::taskCount() const { return columns_->structure.vertexCount(); }
std::size_t TaskGraph::edgeCount() const { return columns_->structure.edgeCount(); }
std::size_t TaskGraph::dataCount() const { return columns_->dataBytes.size(); }

TaskSpan TaskGraph::successors(TaskId task) const {
    return slice<TaskSpan>(columns_->structure.outStart(), columns_->structure.targets(), task.index());
}
TaskSpan TaskGraph::predecessors(TaskId task) const {
    return slice<TaskSpan>(columns_->structure.inStart(), columns_->structure.sources(), task.index());
}
EdgeSpan TaskGraph::outEdges(TaskId task) const {
    const auto starts = columns_->structure.outStart();
    return EdgeSpan::consecutive(starts[task.index()], starts[task.index() + 1] - starts[task.index()]);
}
EdgeSpan TaskGraph::inEdges(TaskId task) const {
    return slice<EdgeSpan>(columns_->structure.inStart(), columns_->structure.inEdges(), task.index());
}
TaskId TaskGraph::source(EdgeId edge) const { return TaskId(columns_->structure.sourceOf(edge.value)); }
TaskId TaskGraph::target(EdgeId edge) const { return TaskId(columns_->structure.targets()[edge.index()]); }
TaskSpan TaskGraph::topologicalOrder() const {
    if (columns_->order.empty()) return TaskSpan::consecutive(0, taskCount());
    return TaskSpan(columns_->order.data(), columns_->order.size());
}

std::string_view TaskGraph::name(TaskId task) const { return columns_->names[task.index()]; }
std::optional<TaskId> TaskGraph::find(std::string_view name) const {
    const TaskId id = columns_->nameIndex.size() == 0 ? defaultNamed(name, taskCount())
                                                      : TaskId(columns_->nameIndex.find(columns_->names, name));
    return id.valid() ? std::optional(id) : std::nullopt;
}
KindId TaskGraph::kind(TaskId task) const { return KindId(columns_->kinds.empty() ? 0u : columns_->kinds[task.index()]); }
std::size_t TaskGraph::kindCount() const { return columns_->kindNames.size(); }
std::string_view TaskGraph::kindName(KindId kind) const { return columns_->kindNames[kind.index()]; }
double TaskGraph::work(TaskId task) const { return columns_->work[task.index()]; }
std::span<const double> TaskGraph::runtimes(TaskId task) const {
    const auto& starts = columns_->runtimeStarts;
    if (starts.empty()) return {};
    return std::span(columns_->runtimes).subspan(starts[task.index()], starts[task.index() + 1] - starts[task.index()]);
}
std::uint32_t TaskGraph::cores(TaskId task) const { return columns_->cores.empty() ? 1 : columns_->cores[task.index()]; }
std::span<const std::uint32_t> TaskGraph::coreCounts() const { return columns_->cores; }
double TaskGraph::serialFraction(TaskId task) const {
    return columns_->serialFractions.empty() ? -1 : columns_->serialFractions[task.index()];
}
std::span<const double> TaskGraph::efficiency(TaskId task) const {
    const auto& starts = columns_->efficiencyStarts;
    if (starts.empty()) return {};
    return std::span(columns_->efficiencies).subspan(starts[task.index()], starts[task.index() + 1] - starts[task.index()]);
}
double TaskGraph::scaling(TaskId task) const {
    const double serial = serialFraction(task);
    if (serial >= 0) return serial + (1 - serial) / cores(task);
    const std::span<const double> table = efficiency(task);
    return table.empty() ? 1 : 1 / (cores(task) * table[cores(task) - 1]);
}
double TaskGraph::memory(TaskId task) const { return columns_->memory.empty() ? 0 : columns_->memory[task.index()]; }
std::string_view TaskGraph::accelerator(TaskId task) const {
    const std::uint32_t kind = columns_->accelerators.empty() ? 0 : columns_->accelerators[task.index()];
    return kind == 0 ? std::string_view() : columns_->acceleratorNames[kind - 1];
}
std::uint32_t TaskGraph::firstItem(TaskId task) const {
    return columns_->firstItems.empty() ? 0 : columns_->firstItems[task.index()];
}
std::uint32_t TaskGraph::itemCount(TaskId task) const {
    return columns_->itemCounts.empty() ? 0 : columns_->itemCounts[task.index()];
}
double TaskGraph::release(TaskId task) const { return columns_->releases.empty() ? 0 : columns_->releases[task.index()]; }
std::span<const double> TaskGraph::releases() const { return columns_->releases; }
double TaskGraph::priority(TaskId task) const { return columns_->priorities.empty() ? 0 : columns_->priorities[task.index()]; }

std::string_view TaskGraph::dataName(DataId data) const {
    return data.index() < columns_->dataNames.size() ? columns_->dataNames[data.index()] : std::string_view();
}
double TaskGraph::dataBytes(DataId data) const { return columns_->dataBytes[data.index()]; }
TaskId TaskGraph::producer(DataId data) const {
    return columns_->dataPerEdge ? source(EdgeId(data.value)) : TaskId(columns_->producers[data.index()]);
}
TaskSpan TaskGraph::consumers(DataId data) const {
    if (columns_->dataPerEdge) return TaskSpan(columns_->structure.targets().data() + data.index(), 1);
    return rowOf<TaskSpan>(columns_->consumers, data.index());
}
DataSpan TaskGraph::inputs(TaskId task) const {
    if (!columns_->dataPerEdge) return rowOf<DataSpan>(columns_->inputs, task.index());
    return slice<DataSpan>(columns_->structure.inStart(), columns_->structure.inEdges(), task.index());
}
DataSpan TaskGraph::outputs(TaskId task) const {
    if (!columns_->dataPerEdge) return rowOf<DataSpan>(columns_->outputs, task.index());
    const EdgeSpan edges = outEdges(task);
    return edges.empty() ? DataSpan() : DataSpan::consecutive(edges[0].value, edges.size());
}
DataSpan TaskGraph::edgeData(EdgeId edge) const {
    if (columns_->dataPerEdge) return DataSpan::consecutive(edge.value, 1);
    return rowOf<DataSpan>(columns_->edgeData, edge.index());
}
double TaskGraph::edgeBytes(EdgeId edge) const {
    double sum = 0;
    for (DataId data : edgeData(edge)) sum += dataBytes(data);
    return sum;
}

}  // namespace loom
