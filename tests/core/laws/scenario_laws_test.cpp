#include "core/laws/scenario_laws.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/graph/graph_builder.h"
#include "core/laws/catalog.h"
#include "core/workloads/registry.h"

namespace loom {
namespace {

std::vector<NodeInfo> equalNodes(std::size_t count, std::uint32_t cores = 1) {
    std::vector<NodeInfo> nodes(count);
    for (std::size_t i = 0; i < count; ++i) {
        nodes[i].name = "n" + std::to_string(i);
        nodes[i].speed = 1;
        nodes[i].cores = cores;
    }
    return nodes;
}

// Every pair has a private link of 1 B/s without latency, unless said otherwise.
Scenario scenarioOf(TaskGraph graph, std::vector<NodeInfo> nodes, double latency = 0, NodeId storage = NodeId::none(),
                    double bandwidth = 1) {
    const std::size_t pairs = nodes.size() * nodes.size();
    Result<Platform> platform =
        fullPlatform(std::move(nodes), std::vector<double>(pairs, bandwidth), std::vector<double>(pairs, latency), storage);
    EXPECT_TRUE(platform.ok());
    Scenario scenario;
    scenario.graph = std::make_shared<const TaskGraph>(std::move(graph));
    scenario.platform = std::make_shared<const Platform>(std::move(*platform));
    return scenario;
}

TaskAttributes attributes(std::string name, std::string kind, double work) {
    TaskAttributes a;
    a.name = std::move(name);
    a.kind = std::move(kind);
    a.work = work;
    return a;
}

// The document's own example: four tasks, one result each, one reducer.
GraphBuilder documentExample(bool items = false) {
    GraphBuilder builder;
    const double t[] = {4, 6, 5, 3}, c[] = {2, 1.5, 2.5, 1};
    std::vector<TaskId> tasks;
    for (std::uint32_t i = 0; i < 4; ++i) {
        TaskAttributes a = attributes("work_" + std::to_string(i), "work", t[i]);
        if (items) {
            a.firstItem = 10 * i;
            a.itemCount = 10;
        }
        tasks.push_back(builder.addTask(a));
    }
    const TaskId reduce = builder.addTask(attributes("all", "reduce", 2));
    for (std::size_t i = 0; i < 4; ++i) builder.addEdge(tasks[i], reduce, c[i]);
    return builder;
}

const LawValue& law(const std::vector<LawValue>& all, const std::string& id) {
    for (const LawValue& l : all)
        if (l.id == id) return l;
    ADD_FAILURE() << "no law " << id;
    return all.front();
}

bool has(const std::vector<LawValue>& all, const std::string& id) {
    return std::any_of(all.begin(), all.end(), [&](const LawValue& l) { return l.id == id; });
}

double input(const LawValue& law, const std::string& name) {
    for (const LawInput& i : law.inputs)
        if (i.name == name) return i.value;
    ADD_FAILURE() << law.id << " has no input " << name;
    return 0;
}

void expectWellFormed(const std::vector<LawValue>& all) {
    for (const LawValue& l : all) {
        SCOPED_TRACE(l.id);
        EXPECT_NE(findLaw(l.id), nullptr);
        EXPECT_FALSE(l.title.empty() || l.formula.empty() || l.unit.empty() || l.source.empty());
        EXPECT_TRUE(l.value.has_value() || !l.note.empty());
        EXPECT_TRUE(std::isfinite(l.value.value_or(0)));
        for (const LawInput& i : l.inputs) EXPECT_TRUE(std::isfinite(i.value)) << i.name;
        for (const std::string& sentence : l.violated) EXPECT_FALSE(sentence.empty());
    }
}

TEST(ScenarioLaws, TheDocumentsExampleGivesTheDocumentsNumbers) {
    const Scenario scenario = scenarioOf(*documentExample().build(), equalNodes(5));
    const std::vector<LawValue> all = scenarioLaws(scenario);
    expectWellFormed(all);
    EXPECT_EQ(all.front().id, "serial-total");
    EXPECT_EQ(law(all, "serial-total").value, 27);
    EXPECT_EQ(law(all, "parallel-form").value, 9.5);
    EXPECT_EQ(law(all, "shared-collector").value, 12);
    EXPECT_EQ(law(all, "overlap-bound").value, 9);
    EXPECT_EQ(input(law(all, "serial-total"), "r"), 2);
    EXPECT_EQ(input(law(all, "serial-total"), "sum t_i"), 18);
    EXPECT_EQ(law(all, "communication-total").value, 7);
    EXPECT_EQ(law(all, "critical-path").value, 8);
    EXPECT_EQ(law(all, "area").value, 4);
    EXPECT_EQ(law(all, "brent-lower").value, 8);
    EXPECT_DOUBLE_EQ(*law(all, "brent-upper").value, 4 + 8 * 4 / 5.0);
    EXPECT_DOUBLE_EQ(*law(all, "graham").value, 1.8);
    EXPECT_DOUBLE_EQ(*law(all, "amdahl").value, 1 / (0.4 + 0.6 / 5));
    EXPECT_DOUBLE_EQ(*law(all, "gustafson").value, 5 - 0.4 * 4);
    EXPECT_FALSE(has(all, "items-serial"));
    EXPECT_FALSE(has(all, "no-checkpoint"));
    EXPECT_TRUE(law(all, "parallel-form").violated.empty()) << law(all, "parallel-form").violated.front();
    EXPECT_FALSE(law(all, "serial-total").violated.empty());
    const FormulaMakespan formula = formulaMakespan(scenario);
    EXPECT_EQ(formula.serialTotal, 27);
    EXPECT_EQ(formula.parallelForm, 9.5);
    EXPECT_EQ(formula.lowerBound, 8);
}

TEST(ScenarioLaws, ItemsGiveTheSecondFormula) {
    const std::vector<LawValue> all = scenarioLaws(scenarioOf(*documentExample(true).build(), equalNodes(5)));
    expectWellFormed(all);
    const LawValue& serial = law(all, "items-serial");
    EXPECT_EQ(input(serial, "n"), 40);
    EXPECT_DOUBLE_EQ(input(serial, "m"), 18 / 40.0);
    EXPECT_DOUBLE_EQ(input(serial, "c"), 7 / 40.0);
    EXPECT_DOUBLE_EQ(*serial.value, 27);
    EXPECT_DOUBLE_EQ(*law(all, "items-parallel").value, 25 / 5.0 + 2);
    EXPECT_DOUBLE_EQ(*law(all, "items-collector").value, 18 / 5.0 + 7 + 2);
    EXPECT_DOUBLE_EQ(*law(all, "items-overlapped").value, 7 + 2);
    EXPECT_DOUBLE_EQ(*law(all, "items-saturation").value, 18 / 7.0);
}

// One node, one core, nothing to move: the document's number is the truth, to the nanosecond.
TEST(ScenarioLaws, OneWorkerWithoutTransfersIsTheExactSum) {
    GraphBuilder builder;
    Time sum = Time::zero();
    TaskId previous;
    for (int i = 0; i < 1000; ++i) {
        const double work = 0.1 * i + 1e-9 / 3;
        const TaskId task = builder.addTask(attributes("t" + std::to_string(i), "step", work));
        if (previous.valid() && i % 3 != 0) builder.addEdge(previous, task, 1e9);
        previous = task;
        sum += Time::fromSeconds(work);
    }
    const Scenario scenario = scenarioOf(*builder.build(), equalNodes(1), 1);
    EXPECT_EQ(formulaMakespan(scenario).serialTotal, sum.seconds());
    const std::vector<LawValue> all = scenarioLaws(scenario);
    expectWellFormed(all);
    EXPECT_EQ(law(all, "serial-total").value, sum.seconds());
    EXPECT_TRUE(law(all, "serial-total").violated.empty());
    EXPECT_EQ(law(all, "area").value, sum.seconds());
    EXPECT_EQ(law(all, "amdahl").value, 1);
    EXPECT_EQ(law(all, "communication-total").value, 0);
}

TEST(ScenarioLaws, TasksAreTimedOnTheNodeFastestForThem) {
    GraphBuilder builder;
    TaskAttributes a = attributes("a", "x", 12);
    a.runtimes = {7, 3};
    builder.addTask(a);
    std::vector<NodeInfo> nodes = equalNodes(2);
    nodes[1].speed = 4;
    builder.addTask(attributes("b", "x", 12));
    const Scenario scenario = scenarioOf(*builder.build(), nodes);
    EXPECT_EQ(formulaMakespan(scenario).serialTotal, 3 + 3);
    EXPECT_FALSE(law(scenarioLaws(scenario), "brent-upper").violated.empty());
}

TEST(ScenarioLaws, OnlyConsumedOutputsMoveAndOnlyOnce) {
    GraphBuilder builder;
    const TaskId producer = builder.addTask(attributes("p", "x", 1));
    const DataId shared = builder.addData("shared", 5, producer);
    builder.addData("result", 100, producer);
    for (int i = 0; i < 3; ++i) builder.addInput(builder.addTask(attributes("c" + std::to_string(i), "x", 1)), shared);
    const std::vector<LawValue> all = scenarioLaws(scenarioOf(*builder.build(), equalNodes(4), 0.5));
    EXPECT_EQ(law(all, "communication-total").value, 5.5);
    EXPECT_EQ(law(all, "serial-total").value, 4 + 5.5);
    EXPECT_EQ(input(law(all, "serial-total"), "r"), 0);
}

TEST(ScenarioLaws, WorkflowInputsAreStagedFromStorage) {
    GraphBuilder builder;
    builder.addInput(builder.addTask(attributes("a", "x", 1)), builder.addData("in", 8));
    TaskGraph graph = *builder.build();
    std::vector<NodeInfo> nodes = equalNodes(3);
    nodes[2].cores = 0;
    const std::vector<LawValue> all = scenarioLaws(scenarioOf(std::move(graph), nodes, 0, NodeId(2)));
    EXPECT_EQ(input(law(all, "serial-total"), "staging of inputs"), 8);
    EXPECT_EQ(law(all, "serial-total").value, 9);
}

TEST(ScenarioLaws, RandomFailuresBringTheirLaws) {
    Scenario scenario = scenarioOf(*documentExample().build(), equalNodes(5));
    scenario.file.failures.random.push_back({"*", 100, 10});
    const std::vector<LawValue> all = scenarioLaws(scenario);
    expectWellFormed(all);
    EXPECT_DOUBLE_EQ(*law(all, "system-mtbf").value, 20);
    EXPECT_DOUBLE_EQ(*law(all, "no-failure").value, std::exp(-8 / 20.0));
    EXPECT_DOUBLE_EQ(*law(all, "no-checkpoint").value, 30 * std::expm1(8 / 20.0));
    EXPECT_DOUBLE_EQ(*law(all, "young").value, std::sqrt(2 * 1.4 * 20));
    EXPECT_FALSE(law(all, "serial-total").violated.empty());
    EXPECT_FALSE(law(all, "graham").violated.empty());
}

TEST(ScenarioLaws, FailuresFasterThanTheJobAreExplained) {
    Scenario scenario = scenarioOf(*documentExample().build(), equalNodes(5));
    scenario.file.failures.random.push_back({"n0", 1e-3, 0});
    const std::vector<LawValue> all = scenarioLaws(scenario);
    expectWellFormed(all);
    EXPECT_FALSE(law(all, "no-checkpoint").value.has_value());
    EXPECT_EQ(law(all, "no-checkpoint").note, "failures come so much faster than the job that it never ends");
    EXPECT_EQ(law(all, "no-failure").value, 0);
}

TEST(ScenarioLaws, AnEmptyWorkloadIsZero) {
    const Scenario scenario = scenarioOf(*GraphBuilder().build(), equalNodes(2));
    expectWellFormed(scenarioLaws(scenario));
    EXPECT_EQ(formulaMakespan(scenario).serialTotal, 0);
}

TEST(ScenarioLaws, EveryGeneratedWorkloadIsFiniteAndOrdered) {
    for (const RegistryEntry& entry : workloadRegistry()) {
        SCOPED_TRACE(entry.name);
        Result<TaskGraph> graph = buildWorkload(Spec{entry.name, {}}, 1);
        ASSERT_TRUE(graph.ok());
        std::vector<NodeInfo> nodes = equalNodes(4, 8);
        for (NodeInfo& node : nodes) node.speed = 1e9;
        const Scenario scenario = scenarioOf(std::move(*graph), nodes, 1e-4, NodeId::none(), 1e9);
        const std::vector<LawValue> all = scenarioLaws(scenario);
        expectWellFormed(all);
        for (const LawValue& l : all) EXPECT_TRUE(l.value.has_value() || l.id == "items-saturation") << l.id;
        const FormulaMakespan formula = formulaMakespan(scenario);
        EXPECT_GT(formula.lowerBound, 0);
        EXPECT_LE(formula.lowerBound, formula.serialTotal);
        EXPECT_LE(formula.parallelForm, formula.serialTotal);
    }
}

}  // namespace
}  // namespace loom
