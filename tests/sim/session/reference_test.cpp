// The engine beside independent results: published makespans, and plans against their own simulation.
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/trace/checker.h"
#include "core/trace/metrics.h"
#include "sim/session.h"
#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

using nlohmann::json;

// An instance of schedules.json as a scenario: unrelated or related machines, a private link a pair, no latency.
ScenarioFile scenarioOf(const json& instance) {
    const auto nodes = instance["m"].get<std::size_t>();
    InlinePlatform platform;
    for (std::size_t p = 0; p < nodes; ++p) platform.nodes.push_back({"p" + std::to_string(p), 1, 1, 0, {}, {}, false});
    platform.bandwidth.assign(nodes * nodes, 0);
    for (std::size_t i = 0; i < nodes; ++i)
        for (std::size_t k = 0; k < instance["bw"][i].size(); ++k)
            platform.bandwidth[i * nodes + i + 1 + k] = platform.bandwidth[(i + 1 + k) * nodes + i] = instance["bw"][i][k].get<double>();
    platform.latency = {0};
    InlineWorkload workload;
    for (std::size_t t = 0; t < instance["n"].get<std::size_t>(); ++t) {
        InlineTask task;
        task.id = "t" + std::to_string(t);
        for (std::size_t p = 0; p < nodes; ++p) {
            const double seconds = instance.contains("W") ? instance["W"][t][p].get<double>()
                                                          : instance["cost"][t].get<double>() / instance["speed"][p].get<double>();
            task.runtimes.emplace_back("p" + std::to_string(p), seconds);
        }
        workload.tasks.push_back(std::move(task));
    }
    for (const json& edge : instance["edges"])
        workload.edges.push_back({"t" + std::to_string(edge[0].get<int>()), "t" + std::to_string(edge[1].get<int>()), edge[2].get<double>()});
    ScenarioFile file;
    file.name = instance["id"];
    file.platform = std::move(platform);
    file.workload = std::move(workload);
    return file;
}

RunPtr simulated(const ScenarioFile& file) {
    const Result<ScenarioPtr> scenario = resolveScenario(file);
    if (!scenario) throw std::runtime_error(scenario.error().text());
    RunControl control;
    return simulate(*scenario, control).value();
}

TEST(Reference, SimulatedMakespansEqualThePlannedAndThePublishedOnes) {
    LOOM_NEEDS_SHARED("reference/schedules.json");
    const json reference = json::parse(std::ifstream(sharedFolder() / "reference/schedules.json"));
    const std::vector<std::pair<std::string, std::string>> algorithms{
        {"HEFT", "heft"}, {"CPOP", "cpop"}, {"PEFT", "peft"}, {"MinMin", "min-min"}, {"MaxMin", "max-min"}};
    std::size_t compared = 0, skipped = 0;
    for (const json& instance : reference["instances"]) {
        ScenarioFile file = scenarioOf(instance);
        for (const auto& [name, scheduler] : algorithms) {
            file.scheduler = Spec{scheduler, {}};
            const RunPtr run = simulated(file);
            ASSERT_EQ(run->outcome, Outcome::finished) << file.name << " " << scheduler;
            EXPECT_TRUE(checkTrace(*run).empty()) << file.name << " " << scheduler;
            const Metrics metrics = computeMetrics(*run);
            EXPECT_EQ(Time::fromSeconds(metrics.makespan), plannedMakespan(run->plan)) << file.name << " " << scheduler;
            const json fragile = instance.value("fragile", json::object()).value("paper", json::array());
            if (std::find(fragile.begin(), fragile.end(), name) != fragile.end()) {
                ++skipped;
                continue;
            }
            const double expected = instance["paper"][name]["makespan"].get<double>();
            EXPECT_NEAR(metrics.makespan / expected, 1, 1e-6) << file.name << " " << scheduler;
            ++compared;
        }
    }
    std::printf("compared %zu makespans exactly, left out %zu that change under rounding\n", compared, skipped);
    EXPECT_GT(compared, 400u);
}

TEST(Workflows, EveryFileRunsUnderThreeSchedulersAndTheJudgeAcceptsIt) {
    LOOM_NEEDS_SHARED("data/wfformat");
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(sharedFolder() / "data/wfformat")) {
        ++files;
        for (const char* scheduler : {"fifo", "heft", "min-min"}) {
            ScenarioFile file = loadScenarioFile(entry.path()).value();
            file.platform = parseSpec("star[nodes=16]").value();
            file.scheduler = Spec{scheduler, {}};
            const Result<ScenarioPtr> scenario = resolveScenario(file);
            if (!scenario) {
                // A task of more cores than a node has must be refused, not hang.
                EXPECT_NE(scenario.error().cause.find("core"), std::string::npos) << entry.path() << ": " << scenario.error().text();
                file.platform = parseSpec("star[nodes=16,cores=64]").value();
            }
            const RunPtr run = simulated(file);
            EXPECT_EQ(run->outcome, Outcome::finished) << entry.path() << " " << scheduler << ": " << run->failure;
            for (const Violation& v : checkTrace(*run, 3)) ADD_FAILURE() << entry.path() << " " << scheduler << ": " << v.text;
            EXPECT_EQ(fingerprint(*run->trace), fingerprint(*simulated(file)->trace)) << entry.path() << " " << scheduler;
        }
    }
    EXPECT_GE(files, 15u);
}

}  // namespace
}  // namespace loom::test
