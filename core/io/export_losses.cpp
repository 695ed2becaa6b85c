#include "core/io/export_losses.h"

#include <algorithm>
#include <cmath>

namespace loom {

namespace {

template <class Test>
std::size_t countTasks(const TaskGraph& graph, Test test) {
    std::size_t count = 0;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) count += test(TaskId(t)) ? 1 : 0;
    return count;
}

template <class Test>
std::size_t countData(const TaskGraph& graph, Test test) {
    std::size_t count = 0;
    for (std::size_t d = 0; d < graph.dataCount(); ++d) count += test(DataId(d)) ? 1 : 0;
    return count;
}

struct Row {
    WorkloadFeature feature;
    const char* word;  // in lists
    const char* one;   // "task has ..."
    const char* many;
    std::size_t (*count)(const TaskGraph&);
};

constexpr Row kRows[] = {
    {WorkloadFeature::names, "names", "task has a name of its own", "tasks have names of their own",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return g.name(t) != "t" + std::to_string(t.value); }); }},
    {WorkloadFeature::kinds, "kinds", "kind of task is told apart", "kinds of tasks are told apart",
     [](const TaskGraph& g) { return g.kindCount() > 1 ? g.kindCount() : 0; }},
    {WorkloadFeature::cores, "cores", "task takes several cores", "tasks take several cores",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return g.cores(t) > 1; }); }},
    {WorkloadFeature::scaling, "scaling", "task says how its time depends on its cores", "tasks say how their time depends on their cores",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return g.serialFraction(t) >= 0 || !g.efficiency(t).empty(); }); }},
    {WorkloadFeature::memory, "memory", "task needs memory", "tasks need memory",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return g.memory(t) > 0; }); }},
    {WorkloadFeature::accelerators, "accelerators", "task needs an accelerator", "tasks need an accelerator",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return !g.accelerator(t).empty(); }); }},
    {WorkloadFeature::items, "items", "task says which items it works on", "tasks say which items they work on",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return g.itemCount(t) > 0; }); }},
    {WorkloadFeature::nodeRuntimes, "runtimes by node", "task has a runtime for every node; their mean is written",
     "tasks have a runtime for every node; their means are written",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return !g.runtimes(t).empty(); }); }},
    {WorkloadFeature::sharedFiles, "files with several readers", "file is read by several tasks; every reader gets one of its own",
     "files are read by several tasks; every reader gets one of its own",
     [](const TaskGraph& g) { return countData(g, [&](DataId d) { return g.consumers(d).size() > 1 && g.producer(d).valid(); }); }},
    {WorkloadFeature::inputFiles, "workflow inputs", "file is there from the start", "files are there from the start",
     [](const TaskGraph& g) { return countData(g, [&](DataId d) { return !g.producer(d).valid(); }); }},
    {WorkloadFeature::unreadFiles, "files nobody reads", "file is written and not read", "files are written and not read",
     [](const TaskGraph& g) { return countData(g, [&](DataId d) { return g.producer(d).valid() && g.consumers(d).empty(); }); }},
    {WorkloadFeature::byteFractions, "fractions of bytes", "size is not a whole number of bytes and is rounded",
     "sizes are not whole numbers of bytes and are rounded",
     [](const TaskGraph& g) { return countData(g, [&](DataId d) { return g.dataBytes(d) != std::floor(g.dataBytes(d)); }); }},
    {WorkloadFeature::releases, "release times", "task is released later than at the start", "tasks are released later than at the start",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return g.release(t) > 0; }); }},
    {WorkloadFeature::priorities, "priorities", "task has a priority", "tasks have priorities",
     [](const TaskGraph& g) { return countTasks(g, [&](TaskId t) { return g.priority(t) != 0; }); }},
};

struct PlatformRow {
    const char* word;
    const char* one;
    const char* many;
    std::size_t (*count)(const Platform&);
};

template <class Test>
std::size_t countNodes(const Platform& platform, Test test) {
    std::size_t count = 0;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) count += test(platform.node(NodeId(n))) ? 1 : 0;
    return count;
}

constexpr PlatformRow kPlatformRows[] = {
    {"memory", "node has limited memory", "nodes have limited memory",
     [](const Platform& p) { return countNodes(p, [](const NodeInfo& n) { return n.memory > 0; }); }},
    {"accelerators", "node has accelerators", "nodes have accelerators",
     [](const Platform& p) { return countNodes(p, [](const NodeInfo& n) { return !n.accelerators.empty(); }); }},
    {"storage", "node only stores; it becomes a host of one core", "nodes only store; they become hosts of one core",
     [](const Platform& p) { return countNodes(p, [](const NodeInfo& n) { return n.cores == 0; }); }},
    {"groups", "node is in a rack or zone", "nodes are in racks or zones",
     [](const Platform& p) { return countNodes(p, [](const NodeInfo& n) { return !n.group.empty(); }); }},
    {"profiles", "node or link changes over time by its profile", "nodes and links change over time by their profiles",
     [](const Platform& p) {
         std::size_t count = countNodes(p, [](const NodeInfo& n) { return !n.speedProfile.empty() || !n.stateProfile.empty(); });
         for (std::size_t l = 0; l < p.linkCount(); ++l) {
             const LinkInfo& link = p.link(LinkId(l));
             count += link.bandwidthProfile.empty() && link.latencyProfile.empty() && link.stateProfile.empty() ? 0 : 1;
         }
         return count;
     }},
};

std::string sentence(std::size_t count, const char* one, const char* many, const std::string& format) {
    return std::to_string(count) + " " + (count == 1 ? one : many) + ": " + format + " does not carry that";
}

}  // namespace

std::vector<std::string> workloadLosses(const TaskGraph& graph, const std::string& format, WorkloadFeatures carried) {
    std::vector<std::string> out;
    for (const Row& row : kRows) {
        if ((carried & static_cast<WorkloadFeatures>(row.feature)) != 0) continue;
        if (const std::size_t count = row.count(graph); count > 0) out.push_back(sentence(count, row.one, row.many, format));
    }
    return out;
}

std::vector<std::string> platformLosses(const Platform& platform, const std::string& format) {
    std::vector<std::string> out;
    for (const PlatformRow& row : kPlatformRows)
        if (const std::size_t count = row.count(platform); count > 0) out.push_back(sentence(count, row.one, row.many, format));
    return out;
}

std::string notCarried(WorkloadFeatures carried) {
    std::string words;
    for (const Row& row : kRows)
        if ((carried & static_cast<WorkloadFeatures>(row.feature)) == 0) words += (words.empty() ? "" : ", ") + std::string(row.word);
    return words;
}

std::string notCarriedOfPlatforms() {
    std::string words;
    for (const PlatformRow& row : kPlatformRows) words += (words.empty() ? "" : ", ") + std::string(row.word);
    return words;
}

}  // namespace loom
