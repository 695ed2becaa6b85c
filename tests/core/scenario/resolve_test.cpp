#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "core/graph/graph_builder.h"
#include "core/scenario/fold_cores.h"
#include "core/scenario/network_models.h"
#include "core/scenario/scenario.h"
#include "tests/support/shared_data.h"

namespace loom {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Result<ScenarioPtr> resolved(const std::string& members) {
    Result<ScenarioFile> file = parseScenario(R"({"clusterloom": 1, )" + members + "}", "s.json");
    if (!file) return file.error();
    return resolveScenario(std::move(*file));
}

std::string errorOf(const std::string& members) {
    const Result<ScenarioPtr> scenario = resolved(members);
    return scenario.ok() ? "no error" : scenario.error().text();
}

constexpr const char* kTwoNodes = R"("platform": {"nodes": [{"id": "P1", "speed": 1}, {"id": "P2", "speed": 1, "cores": 4}],
    "links": {"full": {"latency": 0, "bandwidth": [[0, 1], [1, 0]]}}})";

std::string onTwoNodes(const std::string& workload) { return std::string(kTwoNodes) + R"(, "workload": )" + workload; }

TEST(Resolve, BuildsGraphAndPlatform) {
    const Result<ScenarioPtr> scenario = resolved(onTwoNodes(R"({"tasks": [{"id": "t1", "work": 10},
        {"id": "t2", "runtimes": {"P2": 16, "P1": 14}}], "edges": [{"from": "t1", "to": "t2", "bytes": 18}],
        "files": [{"id": "in", "bytes": 5, "consumers": ["t1", "t2"]}, {"id": "out", "bytes": 7, "producer": "t2"}]})"));
    ASSERT_TRUE(scenario.ok()) << scenario.error().text();
    const TaskGraph& graph = *(*scenario)->graph;
    const Platform& platform = *(*scenario)->platform;
    ASSERT_EQ(graph.taskCount(), 2u);
    EXPECT_EQ(graph.edgeCount(), 1u);
    EXPECT_EQ(graph.edgeBytes(EdgeId(0)), 18);
    EXPECT_EQ(graph.dataCount(), 3u);
    EXPECT_EQ(graph.inputs(TaskId(0)).size(), 1u);
    EXPECT_EQ(graph.outputs(TaskId(1)).size(), 1u);
    EXPECT_EQ(trueComputeTime(graph, platform, TaskId(0), NodeId(0)), Time::fromSeconds(10));
    EXPECT_EQ(trueComputeTime(graph, platform, TaskId(1), NodeId(0)), Time::fromSeconds(14));
    EXPECT_EQ(trueComputeTime(graph, platform, TaskId(1), NodeId(1)), Time::fromSeconds(16));
    EXPECT_EQ(transferDuration(platform, 18, NodeId(0), NodeId(1)), Time::fromSeconds(18));
}

TEST(Resolve, DefaultsMakeARunnableScenario) {
    const Result<ScenarioPtr> scenario = resolved(R"("name": "empty")");
    ASSERT_TRUE(scenario.ok()) << scenario.error().text();
    EXPECT_EQ((*scenario)->platform->nodeCount(), 4u);
    EXPECT_GT((*scenario)->graph->taskCount(), 0u);
}

TEST(Resolve, StorageNodesNeedNoRuntime) {
    const Result<ScenarioPtr> scenario =
        resolved(R"("platform": {"nodes": [{"id": "nas", "storage": true}, {"id": "a"}, {"id": "b"}],
        "links": {"star": {"bandwidth": ["8 Mbps", "8 Gbps", "8 Gbps"]}}},
        "workload": {"tasks": [{"id": "t", "runtimes": {"a": 3, "b": 5}}]})");
    ASSERT_TRUE(scenario.ok()) << scenario.error().text();
    const Platform& platform = *(*scenario)->platform;
    EXPECT_EQ(platform.storage(), NodeId(0));
    EXPECT_FALSE(platform.computes(NodeId(0)));
    EXPECT_EQ(trueComputeTime(*(*scenario)->graph, platform, TaskId(0), NodeId(2)), Time::fromSeconds(5));
    EXPECT_TRUE(trueComputeTime(*(*scenario)->graph, platform, TaskId(0), NodeId(0)).isNever());
    EXPECT_EQ((*scenario)->estimator().meanCompute(TaskId(0)), 4);
    EXPECT_DOUBLE_EQ(platform.pathCost(NodeId(0), NodeId(1)).bandwidth, 1e6);
}

TEST(Resolve, ErrorsNameThePlaceAndTheCause) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {R"("scheduler": "hft")", "scheduler: unknown scheduler 'hft'; did you mean 'heft'"},
        {R"("scheduler": "heft[averag=pairs]")", "scheduler: unknown parameter of heft 'averag'; did you mean 'average'"},
        {R"("network": "maxmin")", "network: unknown network model 'maxmin'; did you mean 'max-min'"},
        {R"("network": "max-min[tcp=reno]")", "network: max-min: parameter 'tcp' must be none|cm02|lv08"},
        {R"("network": "unshared[tcp=none]")", "network: unknown parameter of unshared 'tcp'"},
        {R"("compute": "sharin")", "compute: unknown compute model 'sharin'; did you mean 'sharing'"},
        {R"("compute": "sharing[degre=2]")", "compute: unknown parameter of sharing 'degre'; did you mean 'degree'"},
        {R"("compute": "sharing[degree=0]")", "compute: sharing: parameter 'degree'"},
        {R"("compute": "slots[degree=2]")", "compute: 'slots' takes no parameters"},
        {R"("compute": "sharing[degree=1024]", "platform": "star[nodes=20000,cores=64]")",
         "compute: the platform would take the demands of"},
        {R"("platform": "stra[nodes=4]")", "platform: unknown platform 'stra'; did you mean 'star'"},
        {R"("platform": "star[nodes=0]")", "platform: star: parameter 'nodes'"},
        {R"("platform": "missing/cluster.json")", "missing/cluster.json"},
        {R"("workload": "chian")", "workload: unknown workload 'chian'"},
        {R"("workload": {"file": "missing.json"})", "missing.json"},
        {R"("failures": {"crashes": [{"node": "n9", "at": 1}]})", "failures.crashes[0].node: unknown node 'n9'; did you mean 'n"},
        {R"("failures": {"random": [{"nodes": "x", "mttf": 1}]})", "failures.random[0].nodes: unknown node 'x'"},
        {R"("failures": {"slowdowns": [{"node": "n4", "factor": 2}]})", "failures.slowdowns[0].node: unknown node 'n4'"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1}, {"id": "a", "work": 2}]})"), "duplicate task name 'a'"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1}], "edges": [{"from": "a", "to": "b"}]})"),
         "workload.edges[0].to: no task is called 'b'"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1}], "files": [{"id": "f", "producer": "b"}]})"),
         "workload.files[0].producer: no task is called 'b'"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1}], "files": [{"id": "f"}, {"id": "f"}]})"), "two files are called 'f'"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1}, {"id": "b", "work": 1}],
            "edges": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]})"),
         "not a DAG"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "runtimes": {"P1": 1}}]})"),
         "workload.tasks[0].runtimes: task 'a' has no runtime for node 'P2'"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "runtimes": {"P1": 1, "P3": 2}}]})"),
         "workload.tasks[0].runtimes: unknown node 'P3'"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1, "cores": 5}]})"), "task 'a': no node can run it; it needs 5 cores"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1, "accelerator": "gpu"}]})"),
         "task 'a': no node can run it; it needs 1 core, a gpu"},
        {onTwoNodes(R"({"tasks": [{"id": "a", "work": 1e300}]})"), "task 'a': no node can run it"},
        {R"("platform": {"nodes": [{"id": "a"}, {"id": "a"}], "links": {"full": {"bandwidth": 1}}})",
         "platform: two nodes are called 'a'"},
        {R"("platform": {"nodes": [{"id": "a"}, {"id": "b"}], "links": {"star": {"bandwidth": 0}}})",
         "platform: the bandwidth of link"},
        {R"("platform": {"nodes": [{"id": "a", "storage": true}]})", "platform: the platform has no node with cores"},
        {R"("platform": {"nodes": [{"id": "a", "storage": true}, {"id": "b", "storage": true}], "links": {"star": {"bandwidth": 1}}})",
         "platform.nodes: two nodes are marked as storage"},
    };
    for (const auto& [members, message] : cases) EXPECT_THAT(errorOf(members), HasSubstr(message)) << members;
}

TEST(Resolve, FourCoresAreEnoughSomewhere) {
    EXPECT_EQ(errorOf(onTwoNodes(R"({"tasks": [{"id": "a", "work": 1, "cores": 4}]})")), "no error");
    EXPECT_EQ(
        errorOf(std::string(kTwoNodes) + R"(, "failures": {"crashes": [{"node": "P2", "at": 1}], "random": [{"mttf": 5}]})"),
        "no error");
}

TEST(Resolve, TheEstimatorFollowsNetworkAndInformation) {
    const std::string workload = R"({"tasks": [{"id": "a1", "work": 1}, {"id": "b1", "work": 3}],
        "files": [{"id": "x", "bytes": 10, "producer": "a1", "consumers": ["b1"]},
                  {"id": "y", "bytes": 4, "producer": "a1", "consumers": ["b1"]}]})";
    const auto transfer = [&](const std::string& network) {
        const Result<ScenarioPtr> scenario = resolved(onTwoNodes(workload) + R"(, "network": ")" + network + '"');
        EXPECT_TRUE(scenario.ok());
        return (*scenario)->estimator().transferTime(EdgeId(0), NodeId(0), NodeId(1));
    };
    EXPECT_EQ(transfer("unshared"), Time::fromSeconds(10));
    EXPECT_EQ(transfer("fair-share"), Time::fromSeconds(14));
    EXPECT_EQ(transfer("max-min[tcp=lv08]"), Time::fromSeconds(14));
    for (const auto& [text, error] : {std::pair("perfect", "information: unknown information mode 'perfect'"),
                                      std::pair("noisy[sigma=-1]", "information: "), std::pair("noisy[sigm=1]", "did you mean 'sigma'?")}) {
        const Result<ScenarioPtr> refused = resolved(onTwoNodes(workload) + R"(, "information": ")" + text + '"');
        ASSERT_FALSE(refused.ok()) << text;
        EXPECT_NE(refused.error().text().find(error), std::string::npos) << refused.error().text();
    }
    // Without noise the noisy estimate is the truth.
    const Result<ScenarioPtr> quiet = resolved(onTwoNodes(workload) + R"(, "information": "noisy[sigma=0]")");
    const Result<ScenarioPtr> exact = resolved(onTwoNodes(workload));
    EXPECT_EQ((*quiet)->estimator().computeTime(TaskId(0), NodeId(0)), (*exact)->estimator().computeTime(TaskId(0), NodeId(0)));
    const Result<ScenarioPtr> blind = resolved(onTwoNodes(workload) + R"(, "information": "blind")");
    ASSERT_TRUE(blind.ok());
    EXPECT_EQ((*blind)->estimator().computeTime(TaskId(0), NodeId(0)), Time::fromSeconds(2));
}

TEST(Resolve, APlatformFileIsFoundBesideTheScenario) {
    const fs::path folder = fs::path(testing::TempDir()) / "loom_resolve_platform";
    fs::create_directories(folder);
    std::ofstream(folder / "p.json") << R"({"nodes": [{"id": "only", "speed": "2 Gf"}]})";
    std::ofstream(folder / "bad.json") << R"({"nodes": [{"id": "only", "speed": "fast"}]})";
    std::ofstream(folder / "s.json") << R"({"clusterloom": 1, "platform": "p.json"})";
    Result<ScenarioFile> file = loadScenarioFile((folder / "s.json").string());
    ASSERT_TRUE(file.ok()) << file.error().text();
    const Result<ScenarioPtr> scenario = resolveScenario(std::move(*file));
    ASSERT_TRUE(scenario.ok()) << scenario.error().text();
    EXPECT_EQ((*scenario)->platform->node(NodeId(0)).name, "only");
    EXPECT_THAT(resolvePlatform(FileReference{"bad.json"}, folder.string(), 1).error().text(),
                HasSubstr("bad.json:nodes[0].speed"));
    fs::remove_all(folder);
}

TEST(Resolve, RecordedTasksTooWideForEveryNodeTakeAWholeOne) {
    GraphBuilder builder;
    TaskAttributes wide;
    wide.name = "wide1";
    wide.kind = "kind";
    wide.work = 5e9;
    wide.cores = 8;
    const TaskId first = builder.addTask(wide);
    wide.name = "narrow1";
    wide.cores = 1;
    const TaskId second = builder.addTask(wide);
    wide.name = "narrow2";
    const TaskId third = builder.addTask(wide);
    builder.addEdge(first, second, 10);
    builder.addEdge(first, third);
    builder.addInput(second, builder.addData("in", 3));
    const Result<TaskGraph> graph = builder.build();
    ASSERT_TRUE(graph.ok());
    std::vector<std::string> warnings;
    EXPECT_EQ(foldCores(*graph, *buildPlatform(*parseSpec("star[cores=8]"), 1), warnings), nullptr);
    EXPECT_TRUE(warnings.empty());
    const auto folded = foldCores(*graph, *buildPlatform(*parseSpec("star[cores=4]"), 1), warnings);
    ASSERT_NE(folded, nullptr);
    EXPECT_THAT(warnings, testing::ElementsAre(HasSubstr("1 task asks for more cores than any node has")));
    EXPECT_EQ(folded->cores(first), 4u);
    EXPECT_EQ(folded->cores(second), 1u);
    EXPECT_EQ(folded->kindName(folded->kind(first)), "kind");
    EXPECT_EQ(folded->work(first), 5e9);
    ASSERT_EQ(folded->edgeCount(), graph->edgeCount());
    for (std::size_t i = 0; i < graph->edgeCount(); ++i) {
        EXPECT_EQ(folded->target(EdgeId(i)), graph->target(EdgeId(i)));
        EXPECT_EQ(folded->edgeBytes(EdgeId(i)), graph->edgeBytes(EdgeId(i)));
        EXPECT_EQ(folded->edgeData(EdgeId(i)).size(), graph->edgeData(EdgeId(i)).size());
    }
    EXPECT_EQ(folded->dataCount(), 2u);
    EXPECT_EQ(folded->inputs(second).size(), 2u);
}

// A published workflow needs nothing but itself.
TEST(Resolve, EveryPublishedWorkflowRunsAlone) {
    LOOM_NEEDS_SHARED("data/wfformat");
    std::size_t files = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(test::sharedFolder() / "data/wfformat")) {
        if (!entry.is_regular_file() || fs::file_size(entry) > (4u << 20)) continue;
        Result<ScenarioFile> file = loadScenarioFile(entry.path().string());
        ASSERT_TRUE(file.ok()) << file.error().text();
        const Result<ScenarioPtr> scenario = resolveScenario(std::move(*file));
        ASSERT_TRUE(scenario.ok()) << entry.path() << ": " << scenario.error().text();
        EXPECT_GT((*scenario)->graph->taskCount(), 0u);
        ++files;
    }
    EXPECT_GT(files, 0u);
}

TEST(Resolve, SharedCoresGiveANodeMoreLanes) {
    const Result<ScenarioPtr> slots = resolved(R"("platform": "star[nodes=2,cores=3]")");
    EXPECT_FALSE((*slots)->platform->sharesCores());
    EXPECT_EQ((*slots)->platform->lanes(NodeId(0)), 3u);
    const Result<ScenarioPtr> shared = resolved(R"("compute": "sharing", "platform": "star[nodes=2,cores=3]")");
    EXPECT_TRUE((*shared)->platform->sharesCores());
    EXPECT_EQ((*shared)->platform->lanes(NodeId(0)), 12u);
    EXPECT_EQ((*shared)->platform->totalCores(), 6u);
    ScenarioFile wider = (*shared)->file;
    wider.compute = Spec{"sharing", {{"degree", "5"}}};
    const Result<ScenarioPtr> like = resolveScenario(wider, **shared);
    EXPECT_EQ((*like)->platform->lanes(NodeId(0)), 15u);
}

TEST(NetworkModels, AreTheThreeOfTheContract) {
    std::vector<std::string> names;
    for (const RegistryEntry& entry : networkRegistry()) names.push_back(entry.name);
    EXPECT_THAT(names, testing::ElementsAre("unshared", "fair-share", "max-min"));
    for (const char* tcp : {"none", "cm02", "lv08"})
        EXPECT_TRUE(checkParams(Spec{"max-min", {{"tcp", tcp}}}, networkRegistry()[2]).ok()) << tcp;
}

}  // namespace
}  // namespace loom
