// Where two schedulers part ways, on the published example.
#include "sim/divergence.h"

#include <gtest/gtest.h>

#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

ScenarioPtr canonical(const char* scheduler) {
    ScenarioFile file = *loadScenarioFile((sourceFolder() / "examples/01-canonical-graph/scenario.json").string());
    file.scheduler = *parseSpec(scheduler);
    return *resolveScenario(std::move(file));
}

std::optional<Divergence> between(const char* a, const char* b) {
    RunControl control;
    const auto found = firstDivergence(canonical(a), canonical(b), control);
    EXPECT_TRUE(found) << found.error().text();
    return *found;
}

TEST(Divergence, HeftAndCpopPartAtOnce) {
    const auto found = between("heft", "cpop");
    ASSERT_TRUE(found && found->a && found->b);
    EXPECT_EQ(found->step, 0u);
    EXPECT_EQ(found->a->task, TaskId(0));
    EXPECT_EQ(found->a->chosen, NodeId(2));  // P3, Topcuoglu 2002 figure 3
    EXPECT_EQ(found->b->chosen, NodeId(1));  // P2, the critical-path processor
    EXPECT_EQ(found->b->candidates.size(), 3u);
}

TEST(Divergence, TheCommonBeginningIsCommon) {
    const auto found = between("heft", "heft[insertion=false]");
    if (!found) return;
    EXPECT_GT(found->step, 0u);
    ASSERT_TRUE(found->a && found->b);
    EXPECT_TRUE(found->a->task != found->b->task || found->a->chosen != found->b->chosen);
    EXPECT_EQ(found->a->step, found->step);
}

TEST(Divergence, ASchedulerDoesNotDifferFromItself) {
    EXPECT_FALSE(between("heft", "heft"));
    EXPECT_FALSE(between("fifo", "fifo"));
}

TEST(Divergence, OnlineAndStaticCanBeCompared) {
    const auto found = between("fifo", "heft");
    ASSERT_TRUE(found && found->a && found->b);
    EXPECT_EQ(found->a->task, TaskId(0));
}

TEST(Divergence, SaysWhenOneCannotBegin) {
    RunControl control;
    ScenarioFile file = canonical("heft")->file;
    file.scheduler.name = "missing.lua";
    EXPECT_FALSE(firstDivergence(canonical("heft"), *resolveScenario(file), control));
}

}  // namespace
}  // namespace loom::test
