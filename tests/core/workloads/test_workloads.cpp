#include <cmath>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/graph/graph_measures.h"
#include "core/graph/graph_summary.h"
#include "core/workloads/registry.h"

namespace loom {
namespace {

TaskGraph made(const std::string& text, std::uint64_t seed = 1) {
    const Result<Spec> spec = parseSpec(text);
    EXPECT_TRUE(spec.ok()) << text;
    Result<TaskGraph> graph = buildWorkload(*spec, seed);
    EXPECT_TRUE(graph.ok()) << text << ": " << (graph.ok() ? "" : graph.error().text());
    return graph.ok() ? std::move(graph).value() : TaskGraph();
}

std::string refusal(const std::string& text) {
    const Result<TaskGraph> graph = buildWorkload(*parseSpec(text), 1);
    return graph.ok() ? "built" : graph.error().cause;
}

std::map<std::string, std::size_t> kinds(const TaskGraph& graph) {
    std::map<std::string, std::size_t> count;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) ++count[std::string(graph.kindName(graph.kind(TaskId(t))))];
    return count;
}

TEST(Workloads, EveryRowBuildsWithItsDefaultsAndExplainsItself) {
    ASSERT_EQ(workloadRegistry().size(), 7u);
    for (const RegistryEntry& entry : workloadRegistry()) {
        const TaskGraph graph = made(entry.name);
        EXPECT_GT(graph.taskCount(), 0u) << entry.name;
        EXPECT_FALSE(entry.description.empty());
        for (const ParamDef& param : entry.params) EXPECT_FALSE(param.help.empty()) << entry.name << " " << param.name;
    }
}

TEST(Workloads, Chain) {
    const TaskGraph graph = made("chain[tasks=5,work=2 Gflop,bytes=3 kB]");
    const GraphSummary sum = summarise(graph);
    EXPECT_EQ(sum.tasks, 5u);
    EXPECT_EQ(sum.edges, 4u);
    EXPECT_EQ(sum.bytes, 12000);
    EXPECT_EQ(sum.levels, 5u);
    EXPECT_EQ(sum.maxLevelWidth, 1u);
    EXPECT_DOUBLE_EQ(sum.criticalPath, 10);
}

TEST(Workloads, ForkJoin) {
    const TaskGraph graph = made("fork-join[width=6,stages=3]");
    EXPECT_EQ(graph.taskCount(), 3u * 7 + 1);
    EXPECT_EQ(graph.edgeCount(), 36u);
    EXPECT_EQ(levelShape(graph).levels, 7u);
    EXPECT_EQ(antichainWidth(graph), 6u);
}

TEST(Workloads, LayeredKeepsItsPromises) {
    const TaskGraph graph = made("layered[tasks=1000,width=64,deps=3]");
    EXPECT_EQ(graph.taskCount(), 1000u);
    EXPECT_EQ(graph.edgeCount(), (1000u - 64) * 3);
    std::set<double> works;
    for (std::uint32_t t = 0; t < 1000; ++t) {
        EXPECT_EQ(graph.predecessors(TaskId(t)).size(), t < 64 ? 0u : 3u);
        for (TaskId parent : graph.predecessors(TaskId(t))) EXPECT_EQ(parent.value / 64 + 1, t / 64);
        EXPECT_GE(graph.work(TaskId(t)), 0.5e9);
        EXPECT_LE(graph.work(TaskId(t)), 1.5e9);
        works.insert(graph.work(TaskId(t)));
    }
    EXPECT_GT(works.size(), 990u);
    for (std::uint32_t e = 0; e < graph.edgeCount(); ++e) {
        EXPECT_GE(graph.edgeBytes(EdgeId(e)), 5e6);
        EXPECT_LE(graph.edgeBytes(EdgeId(e)), 15e6);
    }
}

TEST(Workloads, LayeredDrawsAreKeyedByTask) {
    const TaskGraph few = made("layered[tasks=500,width=50]", 7);
    const TaskGraph more = made("layered[tasks=600,width=50]", 7);
    const TaskGraph other = made("layered[tasks=500,width=50]", 8);
    std::size_t different = 0;
    for (std::uint32_t t = 0; t < 500; ++t) {
        EXPECT_EQ(few.work(TaskId(t)), more.work(TaskId(t)));
        ASSERT_EQ(few.predecessors(TaskId(t)).size(), more.predecessors(TaskId(t)).size());
        for (std::size_t i = 0; i < few.predecessors(TaskId(t)).size(); ++i)
            EXPECT_EQ(few.predecessors(TaskId(t))[i], more.predecessors(TaskId(t))[i]);
        different += few.work(TaskId(t)) != other.work(TaskId(t)) ? 1 : 0;
    }
    EXPECT_GT(different, 450u);
}

TEST(Workloads, LayeredWithoutDependenciesIsABag) {
    const TaskGraph graph = made("layered[tasks=300,deps=0]");
    EXPECT_EQ(graph.edgeCount(), 0u);
    EXPECT_EQ(levelShape(graph).maxWidth, 300u);
}

TEST(Workloads, CholeskyHasTheKnownCountsAndFlops) {
    const int n = 7, b = 100;
    const TaskGraph graph = made("cholesky[tiles=7,tile=100]");
    EXPECT_EQ(kinds(graph), (std::map<std::string, std::size_t>{{"POTRF", 7}, {"TRSM", 21}, {"SYRK", 21}, {"GEMM", 35}}));
    // All flops together are those of factorising the whole matrix, in leading terms: (n b)^3 / 3.
    double flops = 0;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) flops += graph.work(TaskId(t));
    EXPECT_NEAR(flops, std::pow(n * b, 3) / 3, 7);
    EXPECT_EQ(levelShape(graph).levels, 3u * (n - 1) + 1);
    const TaskId gemm = *graph.find("GEMM(6,4,2)");
    EXPECT_EQ(graph.work(gemm), 2e6);
    EXPECT_EQ(graph.inputs(gemm).size(), 3u);
    EXPECT_EQ(graph.predecessors(gemm).size(), 3u);
    // One tile goes to every TRSM below it as one object.
    const TaskId potrf = *graph.find("POTRF(0)");
    ASSERT_EQ(graph.outputs(potrf).size(), 1u);
    EXPECT_EQ(graph.consumers(graph.outputs(potrf)[0]).size(), 6u);
    EXPECT_EQ(graph.dataBytes(graph.outputs(potrf)[0]), 80000);
}

// By hand: 2 x 2 tiles are four tasks in a row.
TEST(Workloads, CholeskyOfTwoTiles) {
    const TaskGraph graph = made("cholesky[tiles=2,tile=3]");
    ASSERT_EQ(graph.taskCount(), 4u);
    EXPECT_EQ(graph.edgeCount(), 3u);
    const char* order[] = {"POTRF(0)", "TRSM(1,0)", "SYRK(1,0)", "POTRF(1)"};
    const double work[] = {9, 27, 27, 9};
    for (int t = 0; t < 4; ++t) {
        EXPECT_EQ(graph.name(TaskId(t)), order[t]);
        EXPECT_EQ(graph.work(TaskId(t)), work[t]);
    }
}

TEST(Workloads, MontageHasItsShape) {
    const TaskGraph graph = made("montage[images=9]");
    // A 3 x 3 grid has 12 straight and 8 diagonal neighbours.
    EXPECT_EQ(kinds(graph), (std::map<std::string, std::size_t>{{"mProject", 9},
                                                                {"mDiffFit", 20},
                                                                {"mConcatFit", 1},
                                                                {"mBgModel", 1},
                                                                {"mBackground", 9},
                                                                {"mImgtbl", 1},
                                                                {"mAdd", 1},
                                                                {"mShrink", 1},
                                                                {"mJPEG", 1}}));
    EXPECT_EQ(levelShape(graph).levels, 9u);
    const TaskId add = *graph.find("mAdd");
    EXPECT_EQ(graph.predecessors(add).size(), 10u);
    bool sharedHeader = false;
    for (std::size_t d = 0; d < graph.dataCount(); ++d)
        sharedHeader |= graph.dataName(DataId(d)) == "region.hdr" && graph.consumers(DataId(d)).size() == 9u + 20 + 1;
    EXPECT_TRUE(sharedHeader);
    EXPECT_NE(graph.work(TaskId(0)), graph.work(TaskId(1)));
    const TaskGraph exact = made("montage[images=9,spread=0]");
    EXPECT_DOUBLE_EQ(exact.work(TaskId(0)), 1.73e9);
    EXPECT_EQ(made("montage[images=1]").taskCount(), 8u);
}

TEST(Workloads, MapReduceShufflesEveryByteOnce) {
    const TaskGraph graph = made("map-reduce[maps=6,reduces=5,block=10 MB,selectivity=0.5]");
    EXPECT_EQ(graph.taskCount(), 11u);
    EXPECT_EQ(graph.edgeCount(), 30u);
    double shuffled = 0;
    for (std::uint32_t e = 0; e < 30; ++e) shuffled += graph.edgeBytes(EdgeId(e));
    EXPECT_DOUBLE_EQ(shuffled, 30e6);
    EXPECT_EQ(graph.dataBytes(graph.inputs(*graph.find("map_0"))[0]), 10e6);
}

TEST(Workloads, ImageRecognitionCoversEachImageOnce) {
    for (int partitions : {1, 3, 7, 100}) {
        const TaskGraph graph = made("image-recognition[images=100,partitions=" + std::to_string(partitions) + "]");
        EXPECT_EQ(graph.taskCount(), 2u * partitions + 1);
        std::vector<int> covered(100, 0);
        double work = 0;
        for (std::size_t t = 0; t < graph.taskCount(); ++t) {
            if (graph.kindName(graph.kind(TaskId(t))) != "infer") continue;
            EXPECT_GT(graph.itemCount(TaskId(t)), 0u);
            work += graph.work(TaskId(t));
            for (std::uint32_t i = 0; i < graph.itemCount(TaskId(t)); ++i) ++covered[graph.firstItem(TaskId(t)) + i];
        }
        for (int times : covered) EXPECT_EQ(times, 1);
        EXPECT_NEAR(work, 364e9, 1);
        EXPECT_EQ(levelShape(graph).levels, 3u);
        EXPECT_EQ(graph.predecessors(*graph.find("reduce")).size(), static_cast<std::size_t>(partitions));
    }
}

TEST(Workloads, RefusesWhatCannotBe) {
    EXPECT_EQ(refusal("cholseky"), "unknown workload 'cholseky'; did you mean 'cholesky'?");
    EXPECT_EQ(refusal("layered[width=3,deps=4]"), "layered: deps (4) exceeds width (3)");
    EXPECT_EQ(refusal("layered[min-work=2 Gflop]"), "layered: min-work exceeds max-work");
    EXPECT_EQ(refusal("image-recognition[images=2,partitions=3]"), "image-recognition: partitions (3) exceeds images (2)");
    EXPECT_NE(refusal("map-reduce[maps=1000000,reduces=1000]").find("at most"), std::string::npos);
    EXPECT_NE(refusal("fork-join[width=4000000,stages=4000000]").find("at most"), std::string::npos);
    EXPECT_NE(refusal("chain[tasks=0]"), "built");
    EXPECT_NE(refusal("cholesky[tiles=100000]"), "built");
}

TEST(Workloads, SameSeedSameGraph) {
    for (const RegistryEntry& entry : workloadRegistry()) {
        const TaskGraph a = made(entry.name, 3), b = made(entry.name, 3);
        ASSERT_EQ(a.taskCount(), b.taskCount());
        ASSERT_EQ(a.edgeCount(), b.edgeCount());
        for (std::size_t t = 0; t < a.taskCount(); ++t) EXPECT_EQ(a.work(TaskId(t)), b.work(TaskId(t)));
        for (std::size_t e = 0; e < a.edgeCount(); ++e) {
            EXPECT_EQ(a.target(EdgeId(e)), b.target(EdgeId(e)));
            EXPECT_EQ(a.edgeBytes(EdgeId(e)), b.edgeBytes(EdgeId(e)));
        }
    }
}

}  // namespace
}  // namespace loom
