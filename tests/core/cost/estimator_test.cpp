#include "core/cost/estimator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/base/rng.h"
#include "core/graph/graph_builder.h"
#include "core/platform/topologies.h"

namespace loom {
namespace {

Platform built(const std::string& text) {
    Result<Platform> platform = buildPlatform(*parseSpec(text), 1);
    EXPECT_TRUE(platform.ok()) << platform.error().text();
    return std::move(*platform);
}

TaskAttributes worth(const std::string& name, double work) {
    TaskAttributes task;
    task.name = name;
    task.work = work;
    return task;
}

NodeInfo node(const std::string& name, double speed, std::uint32_t cores = 1) {
    NodeInfo info;
    info.name = name;
    info.speed = speed;
    info.cores = cores;
    return info;
}

TaskGraph finished(GraphBuilder& builder) {
    Result<TaskGraph> graph = builder.build();
    EXPECT_TRUE(graph.ok()) << graph.error().text();
    return std::move(*graph);
}

// a -> b over two objects of 100 and 40 bytes, a -> c without data.
TaskGraph twoObjects() {
    GraphBuilder builder;
    const TaskId a = builder.addTask(worth("a1", 10));
    const TaskId b = builder.addTask(worth("b1", 20));
    const TaskId c = builder.addTask(worth("c1", 0));
    builder.addInput(b, builder.addData("x", 100, a));
    builder.addInput(b, builder.addData("y", 40, a));
    builder.addEdge(a, c);
    builder.addInput(a, builder.addData("in", 60));
    builder.addInput(a, builder.addData("more", 30));
    return finished(builder);
}

EdgeId edgeOf(const TaskGraph& graph, std::string_view from, std::string_view to) {
    for (std::size_t i = 0; i < graph.edgeCount(); ++i)
        if (graph.name(graph.source(EdgeId(i))) == from && graph.name(graph.target(EdgeId(i))) == to) return EdgeId(i);
    ADD_FAILURE() << "no such edge";
    return EdgeId::none();
}

TEST(TrueComputeTime, IsWorkOverSpeedOrTheStatedRuntime) {
    GraphBuilder builder;
    const TaskId work = builder.addTask(worth("w", 30));
    TaskAttributes stated = worth("r", 0);
    stated.runtimes = {3, 5};
    const TaskId runtimes = builder.addTask(stated);
    const TaskGraph graph = finished(builder);
    const Result<Platform> platform = fullPlatform({node("P1", 10), node("P2", 20)}, {0, 1, 1, 0}, {0, 0, 0, 0}, NodeId::none());
    ASSERT_TRUE(platform.ok());
    EXPECT_EQ(trueComputeTime(graph, *platform, work, NodeId(0)), Time::fromSeconds(3));
    EXPECT_EQ(trueComputeTime(graph, *platform, work, NodeId(1)), Time::fromSeconds(1.5));
    EXPECT_EQ(trueComputeTime(graph, *platform, runtimes, NodeId(0)), Time::fromSeconds(3));
    EXPECT_EQ(trueComputeTime(graph, *platform, runtimes, NodeId(1)), Time::fromSeconds(5));
}

TEST(TrueComputeTime, IsNeverWhereTheTaskDoesNotFit) {
    GraphBuilder builder;
    TaskAttributes wide = worth("wide", 1);
    wide.cores = 4;
    TaskAttributes large = worth("large", 1);
    large.memory = 2e9;
    TaskAttributes device = worth("device", 8);
    device.accelerator = "gpu";
    const TaskId a = builder.addTask(wide);
    const TaskId b = builder.addTask(large);
    const TaskId c = builder.addTask(device);
    const TaskGraph graph = finished(builder);
    NodeInfo small = node("small", 1, 2);
    small.memory = 1e9;
    NodeInfo big = node("big", 1, 4);
    big.accelerators.push_back({"gpu", 1, 16});
    const Result<Platform> platform =
        starPlatform({small, big, node("storage", 1, 0)}, {{1, 0}, {1, 0}, {1, 0}}, {}, NodeId(2), "");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    const Estimator estimator(graph, *platform);
    for (TaskId task : {a, b, c}) {
        EXPECT_TRUE(trueComputeTime(graph, *platform, task, NodeId(0)).isNever()) << task.value;
        EXPECT_FALSE(trueComputeTime(graph, *platform, task, NodeId(1)).isNever()) << task.value;
        EXPECT_TRUE(trueComputeTime(graph, *platform, task, NodeId(2)).isNever()) << task.value;
        for (std::size_t n = 0; n < 3; ++n)
            EXPECT_EQ(estimator.computeTime(task, NodeId(n)), trueComputeTime(graph, *platform, task, NodeId(n)));
    }
    EXPECT_EQ(trueComputeTime(graph, *platform, c, NodeId(1)), Time::fromSeconds(0.5));
    EXPECT_DOUBLE_EQ(estimator.meanCompute(c), 0.5);
    EXPECT_EQ(estimator.workers(), (std::vector<NodeId>{NodeId(0), NodeId(1)}));
}

TEST(TransferDuration, IsLatencyPlusBytesOverBottleneck) {
    const Platform platform = built("star[nodes=2,bandwidth=800bps,latency=0.25]");
    EXPECT_EQ(transferDuration(platform, 50, NodeId(0), NodeId(1)), Time::fromSeconds(1));
    EXPECT_EQ(transferDuration(platform, 0, NodeId(0), NodeId(1)), Time::fromSeconds(0.5));
    EXPECT_EQ(transferDuration(platform, 50, NodeId(1), NodeId(1)), Time::zero());
    const Result<Platform> oneWay = fullPlatform({node("a", 1), node("b", 1)}, {0, 1, 0, 0}, {0, 0, 0, 0}, NodeId::none());
    EXPECT_TRUE(transferDuration(*oneWay, 1, NodeId(1), NodeId(0)).isNever());
}

TEST(Estimator, NothingStartsBeforeItsRelease) {
    GraphBuilder builder;
    TaskAttributes late;
    late.release = 8;
    const TaskId task = builder.addTask(late);
    builder.addInput(task, builder.addData("in", 50));
    const TaskGraph graph = std::move(*builder.build());
    const Platform platform = built("star[nodes=2,bandwidth=80bps,storage=true]");
    EXPECT_EQ(Estimator(graph, platform).earliestStart(task, NodeId(0)), Time::fromSeconds(8));
    EXPECT_EQ(Estimator(graph, platform).earliestStart(task, platform.storage()), Time::fromSeconds(8));
    const Platform slow = built("star[nodes=2,bandwidth=8bps,latency=0,storage=true]");
    EXPECT_EQ(Estimator(graph, slow).earliestStart(task, NodeId(0)), Time::fromSeconds(50));
}

TEST(Estimator, ParallelTakesTheLongestObjectAndSerialAll) {
    const TaskGraph graph = twoObjects();
    const Platform platform = built("star[nodes=2,bandwidth=80bps,latency=0.5,storage=true]");
    const Estimator parallel(graph, platform);
    const Estimator serial(graph, platform, Information::exact, TransferEstimate::serial);
    const EdgeId edge = edgeOf(graph, "a1", "b1");
    const EdgeId control = edgeOf(graph, "a1", "c1");
    EXPECT_EQ(parallel.transferTime(edge, NodeId(0), NodeId(1)), Time::fromSeconds(11));
    EXPECT_EQ(serial.transferTime(edge, NodeId(0), NodeId(1)), Time::fromSeconds(15));
    EXPECT_EQ(serial.transferTime(edge, NodeId(1), NodeId(1)), Time::zero());
    EXPECT_EQ(serial.transferTime(control, NodeId(0), NodeId(1)), Time::zero());
    EXPECT_EQ(parallel.meanTransferByPairs(control), 0);
    EXPECT_EQ(parallel.earliestStart(TaskId(0), NodeId(1)), Time::fromSeconds(7));
    EXPECT_EQ(serial.earliestStart(TaskId(0), NodeId(1)), Time::fromSeconds(10));
    EXPECT_EQ(serial.earliestStart(TaskId(1), NodeId(1)), Time::zero());
    EXPECT_EQ(serial.earliestStart(TaskId(0), platform.storage()), Time::zero());
}

TEST(Estimator, MeansFollowTheTwoConventions) {
    GraphBuilder builder;
    const TaskId a = builder.addTask(worth("a1", 12));
    const TaskId b = builder.addTask(worth("b1", 12));
    builder.addEdge(a, b, 60);
    const TaskGraph graph = finished(builder);
    const std::vector<double> bandwidth{0, 1, 2, 3, 0, 4, 5, 6, 0};
    const Result<Platform> platform =
        fullPlatform({node("P1", 1), node("P2", 2), node("P3", 4)}, bandwidth, std::vector<double>(9, 0.5), NodeId::none());
    ASSERT_TRUE(platform.ok());
    const Estimator estimator(graph, *platform);
    EXPECT_DOUBLE_EQ(estimator.meanCompute(a), (12.0 + 6 + 3) / 3);
    EXPECT_DOUBLE_EQ(estimator.meanTransferByPairs(EdgeId(0)), 0.5 + 60 * (1.0 + 1 / 2. + 1 / 3. + 1 / 4. + 1 / 5. + 1 / 6.) / 6);
    EXPECT_DOUBLE_EQ(estimator.meanTransferByBandwidth(EdgeId(0)), 0.5 + 60 / ((1 + 2 + 3 + 4 + 5 + 6) / 6.));
}

TEST(Estimator, OneWorkerHasNoTransfers) {
    const TaskGraph graph = twoObjects();
    const Platform platform = built("star[nodes=1]");
    const Estimator estimator(graph, platform);
    for (std::size_t i = 0; i < graph.edgeCount(); ++i) {
        EXPECT_EQ(estimator.meanTransferByPairs(EdgeId(i)), 0);
        EXPECT_EQ(estimator.meanTransferByBandwidth(EdgeId(i)), 0);
    }
}

// The table of paths must give what transferDuration gives, to the nanosecond, on every kind of platform.
TEST(Estimator, AgreesWithTheTrueTransferTimes) {
    GraphBuilder builder;
    RandomStream random(5, Purpose::test, 0);
    const TaskId sink = builder.addTask(worth("sink", 1));
    for (int i = 0; i < 20; ++i)
        builder.addEdge(builder.addTask(worth("s" + std::to_string(i), 1)), sink, random.uniform(0, 1e9));
    const TaskGraph graph = finished(builder);
    for (const char* text : {"star[nodes=5,bandwidth=3Gbps,latency=33us]", "star[nodes=5,storage=true,storageBandwidth=1Mbps]",
                             "two-tier[racks=3,nodes=3,oversubscription=7]", "full[nodes=6,bandwidth=7Mbps]", "star[nodes=600]",
                             "two-tier[racks=300,nodes=2]"}) {
        const Platform platform = built(text);
        const Estimator estimator(graph, platform);
        for (std::size_t e = 0; e < graph.edgeCount(); ++e)
            for (std::size_t p = 0; p < platform.nodeCount(); p += 1 + platform.nodeCount() / 7)
                for (std::size_t q = 0; q < platform.nodeCount(); q += 1 + platform.nodeCount() / 9)
                    ASSERT_EQ(estimator.transferTime(EdgeId(e), NodeId(p), NodeId(q)),
                              transferDuration(platform, graph.edgeBytes(EdgeId(e)), NodeId(p), NodeId(q)))
                        << text << " " << e << " " << p << " " << q;
    }
}

TEST(Estimator, MeansOfLargePlatformsComeFromASample) {
    const TaskGraph graph = twoObjects();
    const Platform platform = built("two-tier[racks=50,nodes=40,oversubscription=10,bandwidth=80bps,latency=0,uplinkLatency=0]");
    const Estimator estimator(graph, platform);
    // 39 of 1999 partners share the rack and its 10 B/s; the others meet an uplink of 40 B/s, so 10 B/s everywhere.
    EXPECT_NEAR(estimator.meanTransferByPairs(edgeOf(graph, "a1", "b1")), 10, 1e-9);
    const Platform narrow = built("two-tier[racks=50,nodes=40,oversubscription=80,bandwidth=80bps,latency=0,uplinkLatency=0]");
    const double expected = 100 * (39 / 1999. / 10 + 1960 / 1999. / 5);
    EXPECT_NEAR(Estimator(graph, narrow).meanTransferByPairs(edgeOf(graph, "a1", "b1")), expected, expected * 1e-3);
}

// Three tasks of kind k (10, 20, 60 flop), one of kind z (0 flop).
TaskGraph kinds() {
    GraphBuilder builder;
    for (const auto& [name, work] : {std::pair{"k1", 10.}, {"k2", 20.}, {"k3", 60.}, {"z1", 0.}})
        builder.addTask(worth(name, work));
    return finished(builder);
}

TEST(Estimator, MeanKnowsOnlyTheKind) {
    const TaskGraph graph = kinds();
    const Platform platform = built("star[nodes=2,speeds=1;2]");
    const Estimator estimator(graph, platform, Information::mean);
    for (std::size_t t = 0; t < 3; ++t) {
        EXPECT_EQ(estimator.computeTime(TaskId(t), NodeId(0)), Time::fromSeconds(30));
        EXPECT_EQ(estimator.computeTime(TaskId(t), NodeId(1)), Time::fromSeconds(15));
        EXPECT_DOUBLE_EQ(estimator.meanCompute(TaskId(t)), 22.5);
    }
    EXPECT_EQ(estimator.computeTime(TaskId(3), NodeId(0)), Time::zero());
}

TEST(Estimator, BlindKnowsNothing) {
    const TaskGraph graph = kinds();
    const Platform platform = built("star[nodes=3,speed=1]");
    const Estimator estimator(graph, platform, Information::blind);
    for (std::size_t t = 0; t < 4; ++t) EXPECT_EQ(estimator.computeTime(TaskId(t), NodeId(2)), Time::fromSeconds(22.5)) << t;
}

TEST(Estimator, NoiseIsKeyedByTaskAndHasMedianOne) {
    GraphBuilder builder;
    for (int i = 0; i < 4001; ++i) builder.addTask(worth("t" + std::to_string(i), 100));
    const TaskGraph graph = finished(builder);
    const Platform platform = built("star[nodes=2,speed=1]");
    const Estimator one(graph, platform, Information::noisy, TransferEstimate::parallel, 1);
    const Estimator again(graph, platform, Information::noisy, TransferEstimate::parallel, 1);
    const Estimator other(graph, platform, Information::noisy, TransferEstimate::parallel, 2);
    std::size_t below = 0;
    double sumOfSquares = 0;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        const Time time = one.computeTime(TaskId(t), NodeId(0));
        EXPECT_EQ(time, again.computeTime(TaskId(t), NodeId(0)));
        EXPECT_EQ(time, one.computeTime(TaskId(t), NodeId(1)));
        EXPECT_NE(time, other.computeTime(TaskId(t), NodeId(0)));
        below += time.seconds() < 100 ? 1 : 0;
        sumOfSquares += std::pow(std::log(time.seconds() / 100), 2);
    }
    EXPECT_NEAR(static_cast<double>(below), 2000, 130);  // four standard deviations
    EXPECT_NEAR(std::sqrt(sumOfSquares / 4001), 0.3, 0.015);
}

// Amdahl 1967: on k cores f + (1 - f) / k of the time on one. 100 flop at 10 flop/s are 10 s on one core; with f = 0.2 on
// 4 cores 10 (0.2 + 0.8 / 4) = 4 s. A table says speedup / k: efficiency 0.8 on 2 cores is a speedup of 1.6, 6.25 s.
TEST(ComputeTime, FollowsFromHowTheTaskScales) {
    const Platform platform = std::move(*starPlatform({node("n", 10, 4)}, {{1, 0}}, {}, NodeId::none(), ""));
    GraphBuilder builder;
    const auto add = [&](const std::string& name, std::uint32_t cores, double serial, std::vector<double> efficiency) {
        TaskAttributes task = worth(name, 100);
        task.cores = cores;
        task.serialFraction = serial;
        task.efficiency = std::move(efficiency);
        return builder.addTask(std::move(task));
    };
    const TaskId perCore = add("a", 4, -1, {});
    const TaskId amdahl = add("b", 4, 0.2, {});
    const TaskId alone = add("c", 1, 0.2, {});
    const TaskId table = add("d", 2, -1, {1, 0.8, 0.6});
    const TaskId slower = add("e", 1, -1, {0.5});
    TaskAttributes recorded;
    recorded.name = "f";
    recorded.runtimes = {30};
    recorded.cores = 2;
    recorded.serialFraction = 0;
    const TaskId runtime = builder.addTask(recorded);
    const TaskGraph graph = finished(builder);
    const auto time = [&](TaskId task) { return trueComputeTime(graph, platform, task, NodeId(0)); };
    EXPECT_EQ(time(perCore), Time::fromSeconds(10));
    EXPECT_EQ(time(amdahl), Time::fromSeconds(4));
    EXPECT_EQ(time(alone), Time::fromSeconds(10));
    EXPECT_EQ(time(table), Time::fromSeconds(6.25));
    EXPECT_EQ(time(slower), Time::fromSeconds(20));
    EXPECT_EQ(time(runtime), Time::fromSeconds(15));
    const Estimator estimate(graph, platform);
    for (const TaskId task : {perCore, amdahl, alone, table, slower, runtime})
        EXPECT_EQ(estimate.computeTime(task, NodeId(0)), time(task)) << graph.name(task);
}

}  // namespace
}  // namespace loom
