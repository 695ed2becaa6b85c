#include "core/graph/graph_builder.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "core/base/units.h"
#include "core/graph/data_columns.h"
#include "core/graph/edge_draft.h"
#include "core/graph/graph_columns.h"
#include "core/graph/topological.h"

namespace loom {
namespace {

// Puts `value` at `index` of a column that stays empty while every entry is `usual`.
template <class T>
void setSparse(std::vector<T>& column, std::size_t index, T value, T usual) {
    if (column.empty() && value == usual) return;
    column.resize(index, usual);
    column.push_back(value);
}

std::string_view leadingLetters(std::string_view name) {
    std::size_t length = 0;
    while (length < name.size() && std::isalpha(static_cast<unsigned char>(name[length])) != 0) ++length;
    return length == 0 ? std::string_view("task") : name.substr(0, length);
}

// The number of `text` in a pool of distinct texts, added if it is new.
std::uint32_t numberOf(StringPool& pool, NameIndex& index, std::string_view text) {
    const std::uint32_t known = index.find(pool, text);
    if (known != NameIndex::kNone) return known;
    pool.add(text);
    index.insert(pool, static_cast<std::uint32_t>(pool.size() - 1));
    return static_cast<std::uint32_t>(pool.size() - 1);
}

bool refused(double value) { return !std::isfinite(value) || value < 0; }

// Why a value is refused: "work is negative (-5)".
std::string complaint(const char* what, double value) {
    const std::string fault = std::isfinite(value) ? " is negative (" : " is not finite (";
    return what + fault + (std::isfinite(value) ? exactNumber(value) : std::isnan(value) ? "NaN" : "infinite") + ")";
}

}  // namespace

struct GraphBuilder::Draft {
    GraphColumns columns;
    EdgeDraft edges;
    std::vector<TaskDataPair> reads;
    NameIndex kindIndex, acceleratorIndex;
    std::string lastKind;  // tasks of one kind come in runs
    std::uint32_t lastKindNumber = 0;
    std::optional<Error> error;  // the first

    [[nodiscard]] std::size_t taskCount() const { return columns.work.size(); }
    [[nodiscard]] std::string nameOf(std::uint32_t task) const {
        return task < taskCount() ? std::string(columns.names[task]) : "#" + std::to_string(task);
    }
    [[nodiscard]] std::string dataName(std::uint32_t data) const { return "data '" + std::string(columns.dataNames[data]) + "'"; }
    void fail(std::string place, std::string cause) {
        if (!error) error = failureAt(std::move(place), std::move(cause));
    }
    void addName(const std::string& name);
    void addKind(std::string_view kind);
    void addRuntimes(const TaskAttributes& task);
    void addScaling(const TaskAttributes& task);
    void check(const TaskAttributes& task);
    void checkEnds();
    void addDataEdges();
    void checkDuplicates(const EdgeDraft::SortedRows& rows);
    void refuseCycle(const std::vector<std::uint32_t>& cycle);
};

// While all names are the default ones no index is kept: they can be computed.
void GraphBuilder::Draft::addName(const std::string& name) {
    const auto id = static_cast<std::uint32_t>(columns.names.size());
    if (columns.names.full(name.size() + 11)) fail("", "the task names exceed 4 GiB");
    if (!name.empty() && columns.nameIndex.size() == 0) {
        for (std::uint32_t earlier = 0; earlier < id; ++earlier) columns.nameIndex.insert(columns.names, earlier);
    }
    columns.names.add(name.empty() ? "t" + std::to_string(id) : name);
    if (name.empty() && columns.nameIndex.size() == 0) return;
    if (columns.nameIndex.insert(columns.names, id) != NameIndex::kNone) {
        fail(std::string(columns.names[id]), "duplicate task name '" + std::string(columns.names[id]) + "'");
    }
}

void GraphBuilder::Draft::addKind(std::string_view kind) {
    const std::size_t id = columns.work.size();
    if (columns.kindNames.size() == 0 || kind != lastKind) {
        lastKind = kind;
        lastKindNumber = numberOf(columns.kindNames, kindIndex, kind);
    }
    setSparse(columns.kinds, id, lastKindNumber, 0u);
}

void GraphBuilder::Draft::addRuntimes(const TaskAttributes& task) {
    if (task.runtimes.empty() && columns.runtimeStarts.empty()) return;
    columns.runtimeStarts.resize(columns.work.size() + 1, columns.runtimes.size());
    columns.runtimes.insert(columns.runtimes.end(), task.runtimes.begin(), task.runtimes.end());
    columns.runtimeStarts.push_back(columns.runtimes.size());
}

void GraphBuilder::Draft::addScaling(const TaskAttributes& task) {
    setSparse(columns.serialFractions, columns.work.size(), std::max(-1.0, task.serialFraction), -1.0);
    if (task.efficiency.empty() && columns.efficiencyStarts.empty()) return;
    columns.efficiencyStarts.resize(columns.work.size() + 1, columns.efficiencies.size());
    columns.efficiencies.insert(columns.efficiencies.end(), task.efficiency.begin(), task.efficiency.end());
    columns.efficiencyStarts.push_back(columns.efficiencies.size());
}

void GraphBuilder::Draft::check(const TaskAttributes& task) {
    const auto complain = [&](const std::string& cause) {
        const std::string name = nameOf(static_cast<std::uint32_t>(taskCount() - 1));
        fail(name, "task '" + name + "': " + cause);
    };
    if (refused(task.work)) complain(complaint("work", task.work));
    if (refused(task.memory)) complain(complaint("memory", task.memory));
    if (refused(task.release)) complain(complaint("release time", task.release));
    if (!std::isfinite(task.priority)) complain("its priority is not a finite number");
    if (task.cores == 0) complain("needs 0 cores");
    for (double runtime : task.runtimes) {
        if (refused(runtime)) complain(complaint("runtime", runtime));
    }
    if (task.serialFraction < 0 && task.efficiency.empty()) return;
    if (!task.accelerator.empty()) complain("runs on an accelerator and cannot scale with its cores");
    if (task.serialFraction >= 0 && !task.efficiency.empty()) complain("states a serial fraction and a table of efficiencies");
    if (!(task.serialFraction <= 1)) complain("its serial fraction is not between 0 and 1");
    if (!task.efficiency.empty() && task.efficiency.size() < task.cores)
        complain("its table of efficiencies ends before its " + std::to_string(task.cores) + " cores");
    for (double efficiency : task.efficiency) {
        if (!(efficiency > 0 && std::isfinite(efficiency))) complain("an efficiency is not positive and finite");
    }
}

// Dangling references and tasks that depend on themselves.
void GraphBuilder::Draft::checkEnds() {
    const std::size_t tasks = taskCount();
    for (std::size_t i = 0; i < edges.size() && !error; ++i) {
        const std::uint32_t from = edges.from(i), to = edges.to(i);
        if (from < tasks && to < tasks && from != to) continue;
        const std::string pair = nameOf(from) + " -> " + nameOf(to);
        if (from == to && to < tasks)
            fail(nameOf(to), "task '" + nameOf(to) + "' depends on itself");
        else
            fail(pair, "dependency " + pair + " names a task that does not exist");
    }
    for (std::uint32_t d = 0; d < columns.producers.size() && !error; ++d) {
        if (columns.producers[d] == TaskId::kNone || columns.producers[d] < tasks) continue;
        fail(dataName(d), dataName(d) + " is produced by a task that does not exist");
    }
    for (const auto& [task, data] : reads) {
        if (error) return;
        if (task < tasks && data < columns.dataBytes.size() && columns.producers[data] != task) continue;
        const std::string name = "task '" + nameOf(task) + "'";
        if (task >= tasks)
            fail(name, "a task that does not exist reads data");
        else if (data >= columns.dataBytes.size())
            fail(name, name + " reads data that does not exist");
        else
            fail(name, name + " depends on itself: it reads and writes " + dataName(data));
    }
}

void GraphBuilder::Draft::addDataEdges() {
    for (const auto& [task, data] : reads) {
        if (columns.producers[data] != TaskId::kNone) edges.add(columns.producers[data], task, EdgeDraft::kNothing);
    }
    if (edges.size() >= EdgeId::kNone) fail("", "more than 4294967294 dependencies");
}

void GraphBuilder::Draft::checkDuplicates(const EdgeDraft::SortedRows& rows) {
    if (!rows.duplicate) return;
    const std::string pair = nameOf(rows.duplicate->first) + " -> " + nameOf(rows.duplicate->second);
    fail(pair, "duplicate edge " + pair);
}

void GraphBuilder::Draft::refuseCycle(const std::vector<std::uint32_t>& cycle) {
    constexpr std::size_t kShown = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(cycle.size(), kShown); ++i) text += nameOf(cycle[i]) + " -> ";
    if (cycle.size() > kShown) text += "... (" + std::to_string(cycle.size() - kShown) + " more) -> ";
    fail(nameOf(cycle[0]), "not a DAG: " + text + nameOf(cycle[0]));
}

GraphBuilder::GraphBuilder() : draft_(std::make_unique<Draft>()) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::reserve(std::size_t tasks, std::size_t edges) {
    draft_->edges.reserve(edges);
    draft_->columns.names.reserve(tasks);
    draft_->columns.work.reserve(tasks);
}

TaskId GraphBuilder::addTask(TaskAttributes task) {
    GraphColumns& columns = draft_->columns;
    const std::size_t id = columns.work.size();
    draft_->addName(task.name);
    draft_->addKind(task.kind.empty() ? leadingLetters(columns.names[id]) : std::string_view(task.kind));
    draft_->addRuntimes(task);
    draft_->addScaling(task);
    setSparse(columns.cores, id, task.cores, 1u);
    setSparse(columns.memory, id, task.memory, 0.0);
    const std::uint32_t accelerator =
        task.accelerator.empty() ? 0 : 1 + numberOf(columns.acceleratorNames, draft_->acceleratorIndex, task.accelerator);
    setSparse(columns.accelerators, id, accelerator, 0u);
    setSparse(columns.firstItems, id, task.firstItem, 0u);
    setSparse(columns.itemCounts, id, task.itemCount, 0u);
    setSparse(columns.releases, id, task.release, 0.0);
    setSparse(columns.priorities, id, task.priority, 0.0);
    columns.work.push_back(task.work);
    draft_->check(task);
    return TaskId(id);
}

DataId GraphBuilder::addData(std::string name, double bytes, TaskId producer) {
    GraphColumns& columns = draft_->columns;
    if (columns.dataNames.full(name.size())) draft_->fail("", "the data names exceed 4 GiB");
    columns.dataNames.add(name);
    columns.dataBytes.push_back(bytes);
    columns.producers.push_back(producer.value);
    if (refused(bytes)) draft_->fail("data '" + name + "'", "data '" + name + "': " + complaint("its size", bytes));
    return DataId(columns.dataBytes.size() - 1);
}

void GraphBuilder::addInput(TaskId task, DataId data) { draft_->reads.emplace_back(task.value, data.value); }
void GraphBuilder::addEdge(TaskId from, TaskId to) { draft_->edges.add(from.value, to.value, EdgeDraft::kNothing); }
void GraphBuilder::addEdge(TaskId from, TaskId to, double bytes) {
    if (!refused(bytes)) return draft_->edges.add(from.value, to.value, bytes);
    const std::string pair = draft_->nameOf(from.value) + " -> " + draft_->nameOf(to.value);
    draft_->fail(pair, "dependency " + pair + ": " + complaint("its size", bytes));
}

std::size_t GraphBuilder::taskCount() const { return draft_->taskCount(); }

TaskId GraphBuilder::find(std::string_view name) const {
    const GraphColumns& columns = draft_->columns;
    if (columns.nameIndex.size() == 0) return defaultNamed(name, taskCount());
    return TaskId(columns.nameIndex.find(columns.names, name));
}

Result<TaskGraph> GraphBuilder::build() {
    const std::unique_ptr<Draft> draft = std::exchange(draft_, std::make_unique<Draft>());
    if (!draft->error) draft->checkEnds();
    if (!draft->error) draft->addDataEdges();
    if (draft->error) return *draft->error;

    EdgeDraft::SortedRows rows = draft->edges.takeRows(draft->taskCount());
    draft->checkDuplicates(rows);
    if (draft->error) return *draft->error;
    draft->columns.structure = Csr(std::move(rows.rowStarts), std::move(rows.targets));
    TopologicalOrder topology = sortTopologically(draft->columns.structure);
    if (!topology.cycle.empty()) draft->refuseCycle(topology.cycle);
    if (draft->error) return *draft->error;
    draft->columns.order = std::move(topology.order);
    fillDataColumns(draft->columns, std::move(rows.bytes), std::move(draft->reads));

    TaskGraph graph;
    static_cast<GraphColumns&>(*graph.columns_) = std::move(draft->columns);
    return graph;
}

TaskAttributes attributesOf(const TaskGraph& graph, TaskId task) {
    TaskAttributes out;
    out.name = graph.name(task);
    out.kind = graph.kindName(graph.kind(task));
    out.work = graph.work(task);
    out.runtimes.assign(graph.runtimes(task).begin(), graph.runtimes(task).end());
    out.cores = graph.cores(task);
    out.memory = graph.memory(task);
    out.accelerator = graph.accelerator(task);
    out.firstItem = graph.firstItem(task);
    out.itemCount = graph.itemCount(task);
    out.serialFraction = graph.serialFraction(task);
    out.efficiency.assign(graph.efficiency(task).begin(), graph.efficiency(task).end());
    out.release = graph.release(task);
    out.priority = graph.priority(task);
    return out;
}

}  // namespace loom
