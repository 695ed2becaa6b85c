// The laws against the engine, on the ground where a law is exact or a proven bound.
#include <gtest/gtest.h>

#include "core/laws/scenario_laws.h"
#include "core/schedule/scheduler.h"
#include "core/trace/metrics.h"
#include "sim/session.h"

namespace loom::test {
namespace {

ScenarioPtr resolved(const std::string& workload, const std::string& platform, const Spec& scheduler) {
    ScenarioFile file;
    file.workload = *parseSpec(workload);
    file.platform = *parseSpec(platform);
    file.scheduler = scheduler;
    Result<ScenarioPtr> scenario = resolveScenario(std::move(file));
    EXPECT_TRUE(scenario.ok()) << scenario.error().text();
    return scenario.ok() ? *scenario : nullptr;
}

double simulatedMakespan(const ScenarioPtr& scenario) {
    RunControl control;
    const Result<RunPtr> run = simulate(scenario, control);
    EXPECT_TRUE(run.ok()) << run.error().text();
    return run.ok() ? computeMetrics(**run).makespan : -1;
}

double lawValue(const Scenario& scenario, const std::string& id) {
    for (const LawValue& law : scenarioLaws(scenario))
        if (law.id == id && law.value) return *law.value;
    ADD_FAILURE() << "no value of " << id;
    return 0;
}

const std::vector<std::string> kWorkloads{"chain",   "fork-join",  "layered",          "cholesky",
                                          "montage", "map-reduce", "image-recognition"};

// Everything the formula omits is switched off: what is left must be the document's number itself.
TEST(Laws, OneCoreWithoutTransfersTakesExactlyTheSerialTotal) {
    for (const std::string& workload : kWorkloads)
        for (const RegistryEntry& scheduler : schedulerRegistry()) {
            SCOPED_TRACE(workload + " " + scheduler.name);
            Spec spec{scheduler.name, {}};
            if (spec.name == "hadoop") spec.set("outOfBand", "true");  // else it waits for heartbeats
            const ScenarioPtr scenario = resolved(workload, "star[nodes=1]", spec);
            ASSERT_NE(scenario, nullptr);
            EXPECT_EQ(simulatedMakespan(scenario), formulaMakespan(*scenario).serialTotal);
        }
}

TEST(Laws, NoScheduleBeatsTheLowerBound) {
    for (const std::string& workload : kWorkloads)
        for (const std::string scheduler : {"heft", "fifo", "min-min"}) {
            SCOPED_TRACE(workload + " " + scheduler);
            const ScenarioPtr scenario = resolved(workload, "star[nodes=4]", Spec{scheduler, {}});
            ASSERT_NE(scenario, nullptr);
            EXPECT_GE(simulatedMakespan(scenario), formulaMakespan(*scenario).lowerBound);
        }
}

// A greedy scheduler on equal machines whose transfers cost next to nothing.
TEST(Laws, GreedySchedulesStayBelowBrentsUpperBound) {
    for (const std::string& workload : kWorkloads) {
        SCOPED_TRACE(workload);
        const ScenarioPtr scenario = resolved(workload, "star[nodes=4,bandwidth=1000Tbps,latency=0]", Spec{"fifo", {}});
        ASSERT_NE(scenario, nullptr);
        const double slack = 1e-3;  // s, for the transfers
        EXPECT_LE(simulatedMakespan(scenario), lawValue(*scenario, "brent-upper") + slack);
    }
}

}  // namespace
}  // namespace loom::test
