// A report names what a scenario switches on, and nothing else.
#include "core/scenario/models_in_use.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loom {
namespace {

using testing::ElementsAre;

std::vector<std::string> modelsOf(const std::string& json) {
    const Result<ScenarioFile> file = parseScenario(json, "");
    EXPECT_TRUE(file.ok()) << file.error().text();
    const Result<ScenarioPtr> scenario = resolveScenario(*file);
    EXPECT_TRUE(scenario.ok()) << scenario.error().text();
    return modelsInUse(**scenario);
}

TEST(ModelsInUse, APlainScenarioHasNone) {
    EXPECT_THAT(modelsOf(R"({"clusterloom": 1, "failures": {"crashes": [{"node": "n0", "at": 1}]}})"), ElementsAre());
}

TEST(ModelsInUse, EveryOneIsNamed) {
    const std::string scenario =
        R"({"clusterloom": 1, "compute": "sharing[degree=3]", "disks": {"inputs": "disk", "transfers": "stream"},
        "failures": {"cuts": [{"link": "a.up", "at": 1}], "stallTimeout": 5},
        "platform": {"nodes": [{"id": "a", "speedProfile": {"points": [[1, 0.5]]}}, {"id": "b"}],
            "links": {"star": {"bandwidth": 1}, "profiles": [{"link": "a.up", "state": {"points": [[1, 0]]}},
                                                             {"link": "b.up", "latency": {"points": [[1, 1]]}}]}},
        "workload": {"tasks": [{"id": "t", "work": 1, "serialFraction": 0.5}]}})";
    EXPECT_THAT(modelsOf(scenario),
                ElementsAre("1 task scales with the number of cores", "tasks share the cores of their node, up to 3 for each",
                            "workflow inputs are read from every node's disk", "transfers stream from disk to disk",
                            "1 node changes over time", "2 links change over time",
                            "links fail, and transfers stand still for up to 5 s"));
}

}  // namespace
}  // namespace loom
