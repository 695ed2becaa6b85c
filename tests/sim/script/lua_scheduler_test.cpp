// Scripts against the built-in schedulers they describe, and what happens when they err.
#include "sim/script/lua_scheduler.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/scenario/scenario.h"
#include "core/trace/checker.h"
#include "sim/session.h"
#include "tests/support/reference_instance.h"
#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

const std::string kFolder = "examples/10-write-your-own/";

// A Cholesky factorisation on uneven nodes that share their links.
ScenarioFile cholesky(const std::string& scheduler) {
    ScenarioFile file;
    file.workload = *parseSpec("cholesky[tiles=6,tile=960]");
    file.platform = *parseSpec("star[nodes=5,bandwidth=1Gbps,speeds=2Gf;1Gf;500Mf]");
    file.network = *parseSpec("max-min");
    file.scheduler = Spec{scheduler, {}};
    file.baseFolder = LOOM_SOURCE_DIR;
    return file;
}

RunPtr run(const ScenarioFile& file) {
    const Result<ScenarioPtr> scenario = resolveScenario(file);
    EXPECT_TRUE(scenario) << scenario.error().text();
    RunControl control;
    const Result<RunPtr> run = simulate(*scenario, control);
    EXPECT_TRUE(run) << run.error().text();
    return *run;
}

// The error of running a script of this text on three tasks in a row.
std::string errorOf(const std::string& text) {
    const Result<Spec> chain = parseSpec("chain[tasks=3]");
    ScenarioFile file;
    file.workload = *chain;
    const Result<ScenarioPtr> scenario = resolveScenario(file);
    auto scheduler = makeLuaScheduler("my.lua", text);
    if (!scheduler) return scheduler.error().text();
    const Estimator estimate = (*scenario)->estimator();
    std::vector<Placement> placements;
    std::vector<NodeView> nodes(estimate.platform().nodeCount(), NodeView{true, 1, 1e18, 1});
    const NodeSet open = openNodes(nodes);
    const TaskId ready[] = {TaskId(0)};
    const View view{estimate, Time::zero(), ready, nodes, nullptr, 1, &open};
    if ((*scheduler)->isStatic()) (*scheduler)->plan(view, placements, nullptr);
    else (*scheduler)->react(view, placements, nullptr);
    return (*scheduler)->failure() != nullptr ? (*scheduler)->failure()->text() : "fine";
}

class ReferenceScripts : public testing::TestWithParam<const char*> {};

TEST_P(ReferenceScripts, PlanExactlyWhatTheBuiltInOnePlans) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    const nlohmann::json instances = readShared("reference/schedules.json")["instances"];
    const std::string name = GetParam();
    std::size_t compared = 0;
    for (const nlohmann::json& json : instances) {
        const auto instance = readInstance(json);
        if (name == "min-min" && instance->graph.taskCount() > 200) continue;  // the script's loop is cubic
        const Plan own = planWith(name, instance->estimate);
        const Plan script = planWith(kFolder + name + ".lua", instance->estimate);
        for (std::size_t t = 0; t < own.byTask.size(); ++t) {
            ASSERT_EQ(script.byTask[t].node, own.byTask[t].node) << json["name"] << " task " << t;
            ASSERT_EQ(script.byTask[t].start, own.byTask[t].start) << json["name"] << " task " << t;
        }
        ++compared;
    }
    EXPECT_GE(compared, 60u);
    std::printf("%s.lua: the same plan on %zu instances\n", name.c_str(), compared);
}

INSTANTIATE_TEST_SUITE_P(Examples, ReferenceScripts, testing::Values("heft", "min-min"));

TEST(LuaScheduler, FifoOfAPageRunsAsTheBuiltInOne) {
    const RunPtr script = run(cholesky(kFolder + "fifo.lua"));
    const RunPtr own = run(cholesky("fifo"));
    EXPECT_EQ(fingerprint(*script->trace), fingerprint(*own->trace));
}

TEST(LuaScheduler, RunsPassTheCheckerAndRepeat) {
    for (const char* name : {"heft.lua", "min-min.lua", "fifo.lua", "locality.lua"}) {
        const RunPtr first = run(cholesky(kFolder + name));
        EXPECT_EQ(first->outcome, Outcome::finished) << name << ": " << first->failure;
        EXPECT_TRUE(checkTrace(*first).empty()) << name;
        EXPECT_EQ(fingerprint(*first->trace), fingerprint(*run(cholesky(kFolder + name))->trace)) << name;
    }
}

TEST(LuaScheduler, ExplainsInItsOwnWords) {
    const Result<ScenarioPtr> scenario = resolveScenario(cholesky(kFolder + "locality.lua"));
    RunControl control;
    const auto decision = explainPlacement(*scenario, TaskId(3), control);
    ASSERT_TRUE(decision && decision->has_value());
    EXPECT_EQ((*decision)->rule, "the free node that has to fetch the fewest bytes");
    EXPECT_EQ((*decision)->scoreName, "bytes to fetch");
    EXPECT_EQ((*decision)->candidates.size(), 5u);
}

TEST(LuaScheduler, AMistakeEndsTheRunWithFileAndLine) {
    EXPECT_EQ(errorOf("function plan()\n  local x = nil + 1\nend"), "my.lua:2: attempt to perform arithmetic on a nil value");
    EXPECT_EQ(errorOf("function react(ready)\n  place(ready[1], 99)\nend"), "my.lua:2: bad argument #2 to 'place' (99 is not one of the 4 nodes)");
    EXPECT_EQ(errorOf("function plan() schedule.place(2, 1) end"), "my.lua:1: bad argument #1 to 'place' (task 2 comes before its parent 1)");
    EXPECT_EQ(errorOf("function plan() schedule.place(1, 1) end"), "my.lua: plan() left task t1 without a node");
    EXPECT_EQ(errorOf("function react(ready) place(ready[1], 1) place(ready[1], 2) end"),
              "my.lua:1: bad argument #2 to 'place' (the task is placed already, or the node has no room for it now, or can never run it)");
    EXPECT_EQ(errorOf("function react(ready) schedule.place(1, 1) end"), "my.lua:1: schedule is for plan() of a script without react()");
}

TEST(LuaScheduler, ARunWhoseScriptErrsFailsWithTheReason) {
    ScenarioFile file = cholesky("tests/sim/script/errs_later.lua");
    const RunPtr failed = run(file);
    EXPECT_EQ(failed->outcome, Outcome::failed);
    EXPECT_EQ(failed->failure, "errs_later.lua:6: enough");
    EXPECT_TRUE(checkTrace(*failed).empty());
    file.scheduler.name = "no/such.lua";
    RunControl control;
    const auto missing = simulate(*resolveScenario(file), control);
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().text().find("such.lua"), std::string::npos);
}

// Whether somebody asks why changes nothing: no placements from explain(), and the same draws afterwards.
TEST(LuaScheduler, AskingWhyChangesNothing) {
    const ScenarioFile file = cholesky("tests/sim/script/explains_at_random.lua");
    const RunPtr unasked = run(file);
    ASSERT_EQ(unasked->outcome, Outcome::finished) << unasked->failure;
    std::vector<std::pair<TaskId, NodeId>> placed;
    for (std::size_t i = 0; i < unasked->trace->size(); ++i)
        if (const Record& r = (*unasked->trace)[i]; r.kind == RecordKind::taskPlaced) placed.emplace_back(r.task(), r.node());
    AllDecisions log;
    RunControl control;
    ASSERT_TRUE(watchDecisions(*resolveScenario(file), control, log));
    ASSERT_EQ(log.decisions.size(), placed.size());
    for (std::size_t i = 0; i < placed.size(); ++i) EXPECT_EQ(std::pair(log.decisions[i].task, log.decisions[i].chosen), placed[i]) << i;
}

TEST(LuaScheduler, ExplainCannotPlace) {
    RunControl control;
    AllDecisions log;
    const Status watched = watchDecisions(*resolveScenario(cholesky("tests/sim/script/explain_places.lua")), control, log);
    ASSERT_FALSE(watched);
    EXPECT_EQ(watched.error().text(), "explain_places.lua:7: place and can_place are for react()");
}

TEST(LuaScheduler, FittingNodesAreThoseWhereCanPlaceIsTrue) {
    const std::string body = R"(
function react(ready)
  for _, task in ipairs(ready) do
    local seen = 0
    for node in nodes.fitting(task) do
      for between = seen + 1, node - 1 do assert(not can_place(task, between)) end
      assert(can_place(task, node))
      seen = node
    end
    for after = seen + 1, #nodes do assert(not can_place(task, after)) end
    for node in nodes.fitting(task) do place(task, node) break end
    for node in nodes.fitting(task) do error("placed, and yet it fits") end
  end
end)";
    ScratchFolder folder;
    folder.write("fits.lua", body);
    ScenarioFile file = cholesky("fits.lua");
    file.baseFolder = folder.path().string();
    const RunPtr script = run(file);
    EXPECT_EQ(script->outcome, Outcome::finished) << script->failure;
    EXPECT_EQ(fingerprint(*script->trace), fingerprint(*run(cholesky("fifo"))->trace));
    EXPECT_EQ(errorOf("function react(ready) for n in nodes.fitting(99) do end end"), "my.lua:1: bad argument #1 to 'fitting' (99 is not one of the 3 tasks)");
}

TEST(LuaScheduler, WorkIsUnknownWhereTaskTimesAre) {
    ScratchFolder folder;
    folder.write("work.lua", "function plan() for _, t in ipairs(tasks.topological()) do assert(tasks.work(t) == nil) schedule.place(t, 1) end end");
    ScenarioFile file = cholesky("work.lua");
    file.baseFolder = folder.path().string();
    file.information = *parseSpec("blind");
    EXPECT_EQ(run(file)->outcome, Outcome::finished);
}

TEST(LuaScheduler, ALongPlanStopsWhenItIsCancelled) {
    const auto scheduler = *makeLuaScheduler("my.lua", "function plan()\n  while true do end\nend");
    const ScenarioPtr scenario = *resolveScenario(cholesky("heft"));
    const Estimator estimate = scenario->estimator();
    Progress progress;
    progress.cancel();
    std::vector<Placement> placements;
    scheduler->plan(View{estimate, Time::zero(), {}, {}, nullptr, 1, nullptr, &progress}, placements, nullptr);
    ASSERT_NE(scheduler->failure(), nullptr);
    EXPECT_EQ(scheduler->failure()->text(), "my.lua:2: cancelled");
}

TEST(LuaScheduler, TheListOfReadyTasksEndsWithTheReaction) {
    ScenarioFile file = cholesky("tests/sim/script/keeps_ready.lua");
    const RunPtr failed = run(file);
    EXPECT_EQ(failed->failure, "keeps_ready.lua:4: the list of ready tasks is over when react() returns; copy what is to be kept");
}

TEST(LuaScheduler, PlanPreparesForReact) {
    EXPECT_EQ(errorOf("function plan() order = tasks.topological()[1] end\n"
                      "function react(ready) if order ~= ready[1] then error('not prepared', 0) end place(order, 1) end"),
              "fine");
}

}  // namespace
}  // namespace loom::test
