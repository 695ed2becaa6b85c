#include <set>

#include <gtest/gtest.h>

#include "core/schedule/scheduler.h"
#include "tests/support/reference_instance.h"

namespace loom::test {

namespace {

TEST(SchedulerRegistry, EveryRowMakesASchedulerAndSaysWhatItIs) {
    std::set<std::string> names;
    for (const RegistryEntry& entry : schedulerRegistry()) {
        EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
        EXPECT_FALSE(entry.description.empty()) << entry.name;
        EXPECT_TRUE(makeScheduler(Spec{entry.name, {}}).ok()) << entry.name;
        for (const ParamDef& param : entry.params) EXPECT_FALSE(param.help.empty()) << entry.name << " " << param.name;
    }
    for (const char* name : {"fifo", "round-robin", "random", "fastest-node", "heft", "cpop", "peft", "min-min", "max-min"})
        EXPECT_TRUE(names.contains(name)) << name;
}

TEST(SchedulerRegistry, TextFormsWithParametersRoundTrip) {
    for (const RegistryEntry& entry : schedulerRegistry()) {
        Spec spec{entry.name, {}};
        for (const ParamDef& param : entry.params) spec.set(param.name, param.defaultValue);
        const Result<Spec> read = parseSpec(spec.text());
        ASSERT_TRUE(read.ok()) << spec.text();
        EXPECT_EQ(*read, spec);
        EXPECT_TRUE(makeScheduler(*read).ok()) << spec.text();
    }
}

std::string errorOf(const char* form) {
    const auto made = makeScheduler(*parseSpec(form));
    return made ? "" : made.error().text();
}

TEST(SchedulerRegistry, ErrorsNameWhatIsNear) {
    EXPECT_NE(errorOf("hefft").find("heft"), std::string::npos);
    EXPECT_NE(errorOf("heft[insert=true]").find("insertion"), std::string::npos);
    EXPECT_NE(errorOf("heft[average=median]").find("pairs|bandwidth"), std::string::npos);
    EXPECT_NE(errorOf("cpop[x=1]").find("no parameters"), std::string::npos);
}

TEST(Baselines, RoundRobinFollowsIndices) {
    const auto problem = related({5, 1, 1, 1, 1}, {1, 1}, {{0, 3, 0}});
    const Plan plan = planWith("round-robin", problem->estimate);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(plan.byTask[i].node.index(), i % 2);
    EXPECT_EQ(plan.byTask[3].start.seconds(), 5);  // waits for task 0, behind task 1
    EXPECT_EQ(plan.byTask[4].start.seconds(), 6);  // behind task 2, although idle tasks could have gone before
}

TEST(Baselines, RandomIsKeyedByTaskAndSeed) {
    const auto problem = related(std::vector<double>(200, 1), {1, 1, 1, 1}, {});
    const auto fewer = related(std::vector<double>(100, 1), {1, 1, 1, 1}, {});
    const Plan plan = planWith("random", problem->estimate, 7);
    const Plan again = planWith("random", fewer->estimate, 7);
    std::vector<std::size_t> count(4, 0);
    for (std::size_t i = 0; i < 200; ++i) ++count[plan.byTask[i].node.index()];
    for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(again.byTask[i].node, plan.byTask[i].node);
    for (const std::size_t tasks : count) EXPECT_GT(tasks, 25u);  // 50 expected, standard deviation 6
    const Plan other = planWith("random", problem->estimate, 8);
    std::size_t moved = 0;
    for (std::size_t i = 0; i < 200; ++i) moved += other.byTask[i].node != plan.byTask[i].node ? 1 : 0;
    EXPECT_GT(moved, 100u);
}

TEST(Baselines, FastestNodeTakesEverything) {
    const auto problem = related({4, 4, 4}, {1, 2, 2}, {});
    const Plan plan = planWith("fastest-node", problem->estimate);
    for (const Placement& placement : plan.byTask) EXPECT_EQ(placement.node, NodeId(1));
    EXPECT_EQ(plan.makespan, 6);
}

}  // namespace

}  // namespace loom::test
