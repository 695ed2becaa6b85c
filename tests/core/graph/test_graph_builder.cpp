#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/graph/graph_builder.h"

namespace loom {
namespace {

TaskAttributes named(const std::string& name, double work = 1e9) {
    TaskAttributes task;
    task.name = name;
    task.work = work;
    return task;
}

std::string causeOf(GraphBuilder& builder) {
    const Result<TaskGraph> graph = builder.build();
    return graph.ok() ? "built" : graph.error().cause;
}

TEST(GraphBuilder, EmptyGraphHasNothing) {
    GraphBuilder builder;
    const Result<TaskGraph> graph = builder.build();
    ASSERT_TRUE(graph.ok());
    EXPECT_EQ(graph->taskCount(), 0u);
    EXPECT_EQ(graph->edgeCount(), 0u);
    EXPECT_EQ(graph->topologicalOrder().size(), 0u);
    EXPECT_FALSE(graph->find("t0").has_value());
}

TEST(GraphBuilder, DefaultNamesAreFoundAndNearMissesAreNot) {
    GraphBuilder builder;
    for (int i = 0; i < 12; ++i) builder.addTask({});
    EXPECT_EQ(builder.find("t3"), TaskId(3));
    const TaskGraph graph = builder.build().value();
    EXPECT_EQ(graph.name(TaskId(11)), "t11");
    EXPECT_EQ(graph.find("t11"), TaskId(11));
    EXPECT_EQ(graph.find("t0"), TaskId(0));
    for (const char* wrong : {"t12", "t01", "t", "t1x", "T1", "", "t-1", "t99999999999"})
        EXPECT_FALSE(graph.find(wrong)) << wrong;
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(5))), "t");
}

TEST(GraphBuilder, MixedNamesAreFound) {
    GraphBuilder builder;
    builder.addTask({});
    builder.addTask(named("load_1"));
    builder.addTask({});
    EXPECT_EQ(builder.find("load_1"), TaskId(1));
    const TaskGraph graph = builder.build().value();
    EXPECT_EQ(graph.find("t0"), TaskId(0));
    EXPECT_EQ(graph.find("load_1"), TaskId(1));
    EXPECT_EQ(graph.find("t2"), TaskId(2));
    EXPECT_FALSE(graph.find("t1"));
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(1))), "load");
    EXPECT_EQ(graph.kindCount(), 2u);
}

TEST(GraphBuilder, KeepsEveryAttribute) {
    GraphBuilder builder;
    builder.addTask(named("plain"));
    TaskAttributes full = named("full", 5e9);
    full.kind = "infer";
    full.runtimes = {1.0, 2.5};
    full.cores = 4;
    full.memory = 1e6;
    full.accelerator = "gpu";
    full.firstItem = 8;
    full.itemCount = 16;
    builder.addTask(full);
    builder.addTask(named("last"));
    const TaskGraph graph = builder.build().value();
    const TaskId plain(0), task(1), last(2);
    EXPECT_EQ(graph.work(task), 5e9);
    EXPECT_EQ(graph.kindName(graph.kind(task)), "infer");
    ASSERT_EQ(graph.runtimes(task).size(), 2u);
    EXPECT_EQ(graph.runtimes(task)[1], 2.5);
    EXPECT_EQ(graph.cores(task), 4u);
    EXPECT_EQ(graph.memory(task), 1e6);
    EXPECT_EQ(graph.accelerator(task), "gpu");
    EXPECT_EQ(graph.firstItem(task), 8u);
    EXPECT_EQ(graph.itemCount(task), 16u);
    for (TaskId other : {plain, last}) {
        EXPECT_TRUE(graph.runtimes(other).empty());
        EXPECT_EQ(graph.cores(other), 1u);
        EXPECT_EQ(graph.memory(other), 0);
        EXPECT_EQ(graph.accelerator(other), "");
        EXPECT_EQ(graph.itemCount(other), 0u);
    }
}

TEST(GraphBuilder, EdgeWithBytesHasAnObjectOfItsOwn) {
    GraphBuilder builder;
    for (int i = 0; i < 3; ++i) builder.addTask({});
    builder.addEdge(TaskId(0), TaskId(2), 20.0);
    builder.addEdge(TaskId(0), TaskId(1), 10.0);
    const TaskGraph graph = builder.build().value();
    ASSERT_EQ(graph.dataCount(), 2u);
    EXPECT_EQ(graph.target(EdgeId(0)), TaskId(1));
    EXPECT_EQ(graph.edgeBytes(EdgeId(0)), 10.0);
    EXPECT_EQ(graph.edgeBytes(EdgeId(1)), 20.0);
    ASSERT_EQ(graph.outputs(TaskId(0)).size(), 2u);
    ASSERT_EQ(graph.inputs(TaskId(2)).size(), 1u);
    const DataId data = graph.inputs(TaskId(2))[0];
    EXPECT_EQ(graph.dataBytes(data), 20.0);
    EXPECT_EQ(graph.producer(data), TaskId(0));
    ASSERT_EQ(graph.consumers(data).size(), 1u);
    EXPECT_EQ(graph.consumers(data)[0], TaskId(2));
    EXPECT_EQ(graph.dataName(data), "");
}

TEST(GraphBuilder, ZeroBytesArePureControl) {
    GraphBuilder builder;
    for (int i = 0; i < 3; ++i) builder.addTask({});
    builder.addEdge(TaskId(0), TaskId(1), 0.0);
    builder.addEdge(TaskId(1), TaskId(2), 7.0);
    const TaskGraph graph = builder.build().value();
    EXPECT_EQ(graph.edgeCount(), 2u);
    EXPECT_EQ(graph.dataCount(), 1u);
    EXPECT_TRUE(graph.edgeData(EdgeId(0)).empty());
    EXPECT_EQ(graph.edgeBytes(EdgeId(1)), 7.0);
}

TEST(GraphBuilder, SharedFileIsOneObjectOnManyEdges) {
    GraphBuilder builder;
    for (int i = 0; i < 4; ++i) builder.addTask({});
    const DataId input = builder.addData("in.fits", 5.0);
    const DataId shared = builder.addData("shared.tbl", 100.0, TaskId(0));
    const DataId unread = builder.addData("log", 1.0, TaskId(3));
    for (int i = 1; i < 4; ++i) builder.addInput(TaskId(i), shared);
    builder.addInput(TaskId(2), shared);  // repetition is harmless
    builder.addInput(TaskId(0), input);
    builder.addEdge(TaskId(0), TaskId(1));  // merges with the data edge
    builder.addEdge(TaskId(1), TaskId(3), 40.0);
    const TaskGraph graph = builder.build().value();
    EXPECT_EQ(graph.edgeCount(), 4u);
    EXPECT_EQ(graph.dataCount(), 4u);
    EXPECT_EQ(graph.consumers(shared).size(), 3u);
    EXPECT_EQ(graph.dataName(shared), "shared.tbl");
    EXPECT_FALSE(graph.producer(input).valid());
    EXPECT_TRUE(graph.consumers(unread).empty());
    ASSERT_EQ(graph.outputs(TaskId(3)).size(), 1u);
    EXPECT_EQ(graph.outputs(TaskId(3))[0], unread);
    ASSERT_EQ(graph.inputs(TaskId(3)).size(), 2u);
    EXPECT_EQ(graph.dataBytes(graph.inputs(TaskId(3))[1]), 40.0);
    EXPECT_EQ(graph.edgeBytes(graph.outEdges(TaskId(0))[0]), 100.0);
}

TEST(GraphBuilder, NamesOneCycle) {
    GraphBuilder builder;
    for (const char* name : {"start", "a_1", "b_2", "c_3", "d_4", "end"}) builder.addTask(named(name));
    for (auto [from, to] : {std::pair(0, 1), {1, 2}, {1, 3}, {2, 4}, {3, 4}, {4, 1}, {4, 5}})
        builder.addEdge(TaskId(from), TaskId(to));
    EXPECT_EQ(causeOf(builder), "not a DAG: a_1 -> b_2 -> d_4 -> a_1");
}

TEST(GraphBuilder, LongCycleIsShortened) {
    GraphBuilder builder;
    for (int i = 0; i < 100; ++i) builder.addTask({});
    for (int i = 0; i < 100; ++i) builder.addEdge(TaskId(i), TaskId((i + 1) % 100));
    EXPECT_EQ(causeOf(builder), "not a DAG: t0 -> t1 -> t2 -> t3 -> t4 -> t5 -> t6 -> t7 -> t8 -> t9 -> ... (90 more) -> t0");
}

TEST(GraphBuilder, RefusesWhatIsWrong) {
    const auto two = [] {
        GraphBuilder builder;
        builder.addTask(named("a"));
        builder.addTask(named("b"));
        return builder;
    };
    GraphBuilder builder = two();
    builder.addTask(named("a"));
    EXPECT_EQ(causeOf(builder), "duplicate task name 'a'");

    builder = two();
    builder.addEdge(TaskId(1), TaskId(1));
    EXPECT_EQ(causeOf(builder), "task 'b' depends on itself");

    builder = two();
    builder.addEdge(TaskId(0), TaskId(9));
    EXPECT_EQ(causeOf(builder), "dependency a -> #9 names a task that does not exist");

    builder = two();
    builder.addEdge(TaskId(0), TaskId(1), 1.0);
    builder.addEdge(TaskId(0), TaskId(1), 2.0);
    EXPECT_EQ(causeOf(builder), "duplicate edge a -> b");

    builder = two();
    builder.addEdge(TaskId(0), TaskId(1), -3.0);
    EXPECT_EQ(causeOf(builder), "dependency a -> b: its size is negative (-3)");

    builder = two();
    builder.addTask(named("c", -5));
    EXPECT_EQ(causeOf(builder), "task 'c': work is negative (-5)");

    builder = two();
    builder.addTask(named("c", std::nan("")));
    EXPECT_EQ(causeOf(builder), "task 'c': work is not finite (NaN)");

    builder = two();
    TaskAttributes idle = named("c");
    idle.cores = 0;
    builder.addTask(idle);
    EXPECT_EQ(causeOf(builder), "task 'c': needs 0 cores");

    builder = two();
    TaskAttributes slow = named("c");
    slow.runtimes = {1, std::numeric_limits<double>::infinity()};
    builder.addTask(slow);
    EXPECT_EQ(causeOf(builder), "task 'c': runtime is not finite (infinite)");

    builder = two();
    builder.addInput(TaskId(0), builder.addData("file", 1, TaskId(0)));
    EXPECT_EQ(causeOf(builder), "task 'a' depends on itself: it reads and writes data 'file'");

    builder = two();
    builder.addInput(TaskId(0), DataId(4));
    EXPECT_EQ(causeOf(builder), "task 'a' reads data that does not exist");

    builder = two();
    builder.addData("file", 1, TaskId(7));
    EXPECT_EQ(causeOf(builder), "data 'file' is produced by a task that does not exist");
}

TEST(GraphBuilder, RefusesADuplicateOfADefaultName) {
    GraphBuilder builder;
    builder.addTask({});
    builder.addTask(named("t0"));
    EXPECT_EQ(causeOf(builder), "duplicate task name 't0'");
}

TEST(GraphBuilder, IsEmptyAfterwards) {
    GraphBuilder builder;
    builder.addTask({});
    ASSERT_TRUE(builder.build().ok());
    EXPECT_EQ(builder.taskCount(), 0u);
    EXPECT_EQ(builder.build()->taskCount(), 0u);
}

TEST(GraphBuilder, RefusesAScalingThatSaysNothingOfTheTasksCores) {
    const auto causeWith = [](std::uint32_t cores, double serial, std::vector<double> efficiency, const char* device) {
        GraphBuilder builder;
        TaskAttributes task = named("a");
        task.cores = cores;
        task.serialFraction = serial;
        task.efficiency = std::move(efficiency);
        task.accelerator = device;
        builder.addTask(std::move(task));
        return causeOf(builder);
    };
    EXPECT_EQ(causeWith(2, 1, {}, ""), "built");
    EXPECT_EQ(causeWith(2, -1, {1, 1.2}, ""), "built");  // more than linear: caches
    EXPECT_EQ(causeWith(2, 1.5, {}, ""), "task 'a': its serial fraction is not between 0 and 1");
    EXPECT_EQ(causeWith(2, std::nan(""), {}, ""), "task 'a': its serial fraction is not between 0 and 1");
    EXPECT_EQ(causeWith(3, -1, {1, 0.9}, ""), "task 'a': its table of efficiencies ends before its 3 cores");
    EXPECT_EQ(causeWith(1, -1, {0}, ""), "task 'a': an efficiency is not positive and finite");
    EXPECT_EQ(causeWith(1, 0.5, {1}, ""), "task 'a': states a serial fraction and a table of efficiencies");
    EXPECT_EQ(causeWith(1, 0.5, {}, "gpu"), "task 'a': runs on an accelerator and cannot scale with its cores");
}

TEST(GraphBuilder, KeepsTheScalingOfTheTasksThatStateOne) {
    GraphBuilder builder;
    builder.addTask(named("a"));
    TaskAttributes task = named("b");
    task.cores = 2;
    task.efficiency = {1, 0.5};
    builder.addTask(task);
    task = named("c");
    task.serialFraction = 0.25;
    builder.addTask(task);
    const TaskGraph graph = builder.build().value();
    EXPECT_TRUE(graph.efficiency(TaskId(0)).empty());
    EXPECT_EQ(graph.efficiency(TaskId(1)).size(), 2u);
    EXPECT_TRUE(graph.efficiency(TaskId(2)).empty());
    EXPECT_LT(graph.serialFraction(TaskId(0)), 0);
    EXPECT_LT(graph.serialFraction(TaskId(1)), 0);
    EXPECT_EQ(graph.serialFraction(TaskId(2)), 0.25);
    EXPECT_EQ(graph.scaling(TaskId(0)), 1);
    EXPECT_EQ(graph.scaling(TaskId(1)), 1);
    EXPECT_EQ(graph.scaling(TaskId(2)), 1);
}

}  // namespace
}  // namespace loom
