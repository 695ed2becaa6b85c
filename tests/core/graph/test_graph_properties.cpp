// Random graphs against a naive reference: adjacency in maps, paths and antichains by brute force.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/graph/graph_builder.h"
#include "core/graph/graph_measures.h"

namespace loom {
namespace {

struct Reference {
    std::size_t tasks = 0;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> edges;  // own bytes, 0 = control
    struct File {
        std::uint32_t producer;
        double bytes;
        std::set<std::uint32_t> readers;
    };
    std::vector<File> files;
    std::vector<std::uint32_t> rankOf;  // a hidden topological order: edges lead from lower to higher rank
};

// Uniform in [low, high) from the first case on: RapidCheck's own ranges start with the smallest values.
template <class T>
T pick(T low, T high) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(low, high));
}

// At most one edge with bytes a pair, files with any number of readers, ids in no particular order.
Reference anyReference(bool withFiles) {
    Reference r;
    r.tasks = pick<std::size_t>(1, 14);
    r.rankOf.resize(r.tasks);
    for (std::uint32_t i = 0; i < r.tasks; ++i) r.rankOf[i] = i;
    for (std::size_t i = r.tasks; i-- > 1;) std::swap(r.rankOf[i], r.rankOf[pick<std::size_t>(0, i + 1)]);
    const auto task = [&] { return pick<std::uint32_t>(0, static_cast<std::uint32_t>(r.tasks)); };
    const auto count = pick(0, 40);
    for (int i = 0; i < count; ++i) {
        auto a = task(), b = task();
        if (a == b) continue;
        if (r.rankOf[a] > r.rankOf[b]) std::swap(a, b);
        r.edges.emplace(std::pair(a, b), pick(0, 4));
    }
    for (int f = withFiles ? pick(0, 5) : 0; f > 0; --f) {
        Reference::File file{*rc::gen::arbitrary<bool>() ? task() : TaskId::kNone, static_cast<double>(pick(0, 9)), {}};
        for (int i = 0; i < 4; ++i) {
            const auto reader = task();
            if (file.producer == TaskId::kNone || r.rankOf[file.producer] < r.rankOf[reader]) file.readers.insert(reader);
        }
        r.files.push_back(file);
    }
    return r;
}

TaskGraph built(const Reference& r) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < r.tasks; ++i) {
        TaskAttributes task;
        task.work = static_cast<double>(1 + i * 7 % 5) * 1e9;
        builder.addTask(task);
    }
    for (const auto& file : r.files) {
        const DataId data = builder.addData("f", file.bytes, TaskId(file.producer));
        for (std::uint32_t reader : file.readers) builder.addInput(TaskId(reader), data);
    }
    // Descending, so that the rows have to be sorted.
    for (auto at = r.edges.rbegin(); at != r.edges.rend(); ++at) {
        if (at->second > 0)
            builder.addEdge(TaskId(at->first.first), TaskId(at->first.second), at->second);
        else
            builder.addEdge(TaskId(at->first.first), TaskId(at->first.second));
    }
    Result<TaskGraph> graph = builder.build();
    RC_ASSERT(graph.ok());
    return std::move(graph).value();
}

std::map<std::pair<std::uint32_t, std::uint32_t>, double> allEdges(const Reference& r) {
    auto edges = r.edges;
    for (const auto& file : r.files) {
        if (file.producer == TaskId::kNone) continue;
        for (std::uint32_t reader : file.readers) edges[{file.producer, reader}] += file.bytes;
    }
    return edges;
}

RC_GTEST_PROP(GraphProperty, StructureEqualsTheReference, (bool withFiles)) {
    const Reference r = anyReference(withFiles);
    const TaskGraph graph = built(r);
    const auto edges = allEdges(r);
    RC_ASSERT(graph.edgeCount() == edges.size());
    std::uint32_t e = 0;  // map order is edge order: by source, then target
    for (const auto& [ends, bytes] : edges) {
        RC_ASSERT(graph.source(EdgeId(e)).value == ends.first);
        RC_ASSERT(graph.target(EdgeId(e)).value == ends.second);
        RC_ASSERT(graph.edgeBytes(EdgeId(e)) == bytes);
        for (DataId d : graph.edgeData(EdgeId(e))) RC_ASSERT(graph.producer(d).value == ends.first);
        ++e;
    }
    for (std::uint32_t t = 0; t < r.tasks; ++t) {
        const TaskId task(t);
        for (std::size_t i = 0; i < graph.successors(task).size(); ++i) {
            RC_ASSERT(graph.source(graph.outEdges(task)[i]) == task);
            RC_ASSERT(graph.target(graph.outEdges(task)[i]) == graph.successors(task)[i]);
        }
        std::vector<std::uint32_t> parents;
        for (const auto& [ends, bytes] : edges)
            if (ends.second == t) parents.push_back(ends.first);
        RC_ASSERT(graph.predecessors(task).size() == parents.size());
        for (std::size_t i = 0; i < parents.size(); ++i) {
            RC_ASSERT(graph.predecessors(task)[i].value == parents[i]);
            RC_ASSERT(graph.source(graph.inEdges(task)[i]).value == parents[i]);
            RC_ASSERT(graph.target(graph.inEdges(task)[i]) == task);
        }
    }
}

RC_GTEST_PROP(GraphProperty, DataAgreesFromEverySide, (bool withFiles)) {
    const Reference r = anyReference(withFiles);
    const TaskGraph graph = built(r);
    std::size_t own = 0;
    for (const auto& [ends, bytes] : r.edges) own += bytes > 0 ? 1 : 0;
    RC_ASSERT(graph.dataCount() == r.files.size() + own);
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> byConsumer, byInput, byProducer, byOutput;
    for (std::uint32_t d = 0; d < graph.dataCount(); ++d) {
        for (TaskId t : graph.consumers(DataId(d))) byConsumer.emplace(t.value, d);
        if (graph.producer(DataId(d)).valid()) byProducer.emplace(graph.producer(DataId(d)).value, d);
        if (d >= r.files.size())
            RC_ASSERT(graph.consumers(DataId(d)).size() == 1u);
        else
            RC_ASSERT(graph.consumers(DataId(d)).size() == r.files[d].readers.size());
    }
    for (std::uint32_t t = 0; t < r.tasks; ++t) {
        for (DataId d : graph.inputs(TaskId(t))) byInput.emplace(t, d.value);
        for (DataId d : graph.outputs(TaskId(t))) byOutput.emplace(t, d.value);
    }
    RC_ASSERT(byConsumer == byInput);
    RC_ASSERT(byProducer == byOutput);
}

RC_GTEST_PROP(GraphProperty, OrderIsTopologicalAndSmallestFirst, ()) {
    const Reference r = anyReference(false);
    const TaskGraph graph = built(r);
    std::set<std::uint32_t> done;
    for (TaskId task : graph.topologicalOrder()) {
        for (std::uint32_t smaller = 0; smaller <= task.value; ++smaller) {
            if (done.contains(smaller)) continue;
            const TaskSpan parents = graph.predecessors(TaskId(smaller));
            const bool free = std::all_of(parents.begin(), parents.end(), [&](TaskId p) { return done.contains(p.value); });
            RC_ASSERT(free == (smaller == task.value));
        }
        done.insert(task.value);
    }
    RC_ASSERT(done.size() == r.tasks);
}

RC_GTEST_PROP(GraphProperty, ABackEdgeIsRefusedByNamingACycle, ()) {
    Reference r = anyReference(false);
    if (r.edges.empty()) return;
    const auto ends = r.edges.begin()->first;
    GraphBuilder builder;
    for (std::size_t i = 0; i < r.tasks; ++i) builder.addTask({});
    for (const auto& [pair, bytes] : r.edges) builder.addEdge(TaskId(pair.first), TaskId(pair.second));
    builder.addEdge(TaskId(ends.second), TaskId(ends.first));
    const Result<TaskGraph> graph = builder.build();
    RC_ASSERT(!graph.ok());
    std::string text = graph.error().cause;
    RC_ASSERT(text.starts_with("not a DAG: "));
    // Every step of the cycle named is an edge, and it closes.
    std::vector<std::uint32_t> cycle;
    for (std::size_t at = text.find('t', 10); at != std::string::npos; at = text.find('t', at + 1))
        cycle.push_back(static_cast<std::uint32_t>(std::stoul(text.substr(at + 1))));
    if (text.find("more") != std::string::npos) return;
    RC_ASSERT(cycle.size() >= 3u && cycle.front() == cycle.back());
    for (std::size_t i = 0; i + 1 < cycle.size(); ++i) {
        const std::pair step(cycle[i], cycle[i + 1]);
        RC_ASSERT(r.edges.contains(step) || step == std::pair(ends.second, ends.first));
    }
}

// The longest path that starts at `task`, by trying all.
double longestFrom(const TaskGraph& graph, TaskId task, bool hops) {
    double best = 0;
    for (EdgeId edge : graph.outEdges(task))
        best = std::max(best, (hops ? 1 : graph.edgeBytes(edge)) + longestFrom(graph, graph.target(edge), hops));
    return best + (hops ? 0 : graph.work(task));
}

RC_GTEST_PROP(GraphProperty, RanksAndCriticalPathEqualAllPaths, ()) {
    const TaskGraph graph = built(anyReference(true));
    const auto task = [&](TaskId t) { return graph.work(t); };
    const auto edge = [&](EdgeId e) { return graph.edgeBytes(e); };
    const std::vector<double> up = upwardRanks(graph, task, edge);
    const std::vector<double> down = downwardRanks(graph, task, edge);
    const CriticalPath path = criticalPath(graph, task, edge);
    double longest = 0;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        RC_ASSERT(up[t] == longestFrom(graph, TaskId(t), false));
        RC_ASSERT(up[t] + down[t] <= path.length);
        longest = std::max(longest, up[t]);
    }
    RC_ASSERT(path.length == longest);
    RC_ASSERT(graph.predecessors(path.tasks.front()).empty());
    RC_ASSERT(graph.successors(path.tasks.back()).empty());
    double along = 0;
    for (std::size_t i = 0; i < path.tasks.size(); ++i) {
        const TaskId t = path.tasks[i];
        RC_ASSERT(up[t.index()] + down[t.index()] == path.length);
        along += graph.work(t);
        for (EdgeId e : graph.outEdges(t))
            if (i + 1 < path.tasks.size() && graph.target(e) == path.tasks[i + 1]) along += graph.edgeBytes(e);
    }
    RC_ASSERT(along == path.length);
}

RC_GTEST_PROP(GraphProperty, LevelsAreLongestHopCounts, ()) {
    const TaskGraph graph = built(anyReference(true));
    const auto level = levels(graph);
    std::map<std::uint32_t, std::size_t> widths;
    for (std::uint32_t t = 0; t < graph.taskCount(); ++t) {
        std::uint32_t expected = 0;
        for (TaskId p : graph.predecessors(TaskId(t))) expected = std::max(expected, level[p.index()] + 1);
        RC_ASSERT(level[t] == expected);
        ++widths[level[t]];
    }
    const LevelShape shape = levelShape(graph);
    RC_ASSERT(shape.levels == widths.size());
    std::size_t widest = 0;
    for (const auto& [l, width] : widths) widest = std::max(widest, width);
    RC_ASSERT(shape.maxWidth == widest);
}

RC_GTEST_PROP(GraphProperty, AntichainEqualsBruteForce, ()) {
    const TaskGraph graph = built(anyReference(false));
    const std::size_t n = graph.taskCount();
    std::vector<std::uint32_t> reaches(n, 0);
    const TaskSpan order = graph.topologicalOrder();
    for (std::size_t i = n; i-- > 0;)
        for (TaskId child : graph.successors(order[i])) reaches[order[i].index()] |= reaches[child.index()] | 1u << child.value;
    int widest = 0;
    for (std::uint32_t set = 0; set < 1u << n; ++set) {
        bool independent = true;
        for (std::size_t t = 0; t < n && independent; ++t) independent = (set >> t & 1) == 0 || (reaches[t] & set) == 0;
        if (independent) widest = std::max(widest, __builtin_popcount(set));
    }
    RC_ASSERT(antichainWidth(graph) == static_cast<std::size_t>(widest));
}

}  // namespace
}  // namespace loom
