#include "core/scenario/models_in_use.h"

#include "core/base/units.h"
#include "core/scenario/compute_models.h"
#include "core/scenario/information_modes.h"

namespace loom {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::size_t scalingTasks(const TaskGraph& graph) {
    std::size_t count = 0;
    for (std::size_t t = 0; t < graph.taskCount(); ++t)
        count += graph.serialFraction(TaskId(t)) >= 0 || !graph.efficiency(TaskId(t)).empty() ? 1 : 0;
    return count;
}

std::size_t changingNodes(const Platform& platform) {
    std::size_t count = 0;
    for (std::size_t n = 0; n < platform.nodeCount(); ++n) {
        const NodeInfo& node = platform.node(NodeId(n));
        count += node.speedProfile.empty() && node.stateProfile.empty() ? 0 : 1;
    }
    return count;
}

std::size_t changingLinks(const Platform& platform) {
    std::size_t count = 0;
    for (std::size_t l = 0; l < platform.linkCount(); ++l) {
        const LinkInfo& link = platform.link(LinkId(l));
        count += link.bandwidthProfile.empty() && link.latencyProfile.empty() && link.stateProfile.empty() ? 0 : 1;
    }
    return count;
}

}  // namespace

std::vector<std::string> modelsInUse(const Scenario& scenario) {
    std::vector<std::string> out;
    const std::size_t tasks = scalingTasks(*scenario.graph);
    if (tasks > 0) out.push_back(counted(tasks, "task scales", "tasks scale") + " with the number of cores");
    if (scenario.platform->sharesCores())
        out.push_back("tasks share the cores of their node, up to " +
                      std::to_string(multiprogrammingDegree(scenario.file.compute)) + " for each");
    if (const Result<Knowledge> known = knowledgeOf(scenario.file.information); known && known->mode != Information::exact)
        out.push_back("of task times the scheduler knows: " + informationRegistry()[static_cast<std::size_t>(known->mode)].description +
                      " (" + scenario.file.information.text() + ")");
    if (scenario.file.viewDelay > 0)
        out.push_back("the scheduler sees the nodes as they were " + formatQuantity(scenario.file.viewDelay, Dimension::time) + " ago");
    const DiskModel& disks = scenario.file.disks;
    if (disks.inputsOnDisk) out.push_back("workflow inputs are read from every node's disk");
    if (disks.transfers == DiskTransfers::stream) out.push_back("transfers stream from disk to disk");
    if (disks.transfers == DiskTransfers::staged) out.push_back("transfers are read from disk, sent and written one after the other");
    const std::size_t nodes = changingNodes(*scenario.platform);
    if (nodes > 0) out.push_back(counted(nodes, "node changes", "nodes change") + " over time");
    const std::size_t links = changingLinks(*scenario.platform);
    if (links > 0) out.push_back(counted(links, "link changes", "links change") + " over time");
    const FailurePlan& failures = scenario.file.failures;
    if (!failures.cuts.empty() || !failures.randomCuts.empty())
        out.push_back("links fail, and transfers stand still for up to " +
                      formatQuantity(failures.stallTimeout, Dimension::time));
    return out;
}

}  // namespace loom
