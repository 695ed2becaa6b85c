// Foreign workloads on the command line: what is missing, what stands in for it, what was recorded.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"

namespace loom {
namespace {

using namespace test;
using nlohmann::json;

constexpr const char* kDax = R"(<adag jobCount="3"><job id="a" name="x" runtime="4"/><job id="b" name="x"><uses file="f" link="output"/></job>
<job id="c" name="y"><uses file="f" link="input"/></job><child ref="c"><parent ref="a"/></child></adag>)";
constexpr const char* kWfFormat = R"({"schemaVersion":"1.5","workflow":{"specification":{"tasks":[{"name":"a","id":"a1"},
{"name":"b","id":"b1","parents":["a1"]}],"files":[]},"execution":{"makespanInSeconds":10,"tasks":[{"id":"a1","runtimeInSeconds":3,
"machines":["m1"]},{"id":"b1","runtimeInSeconds":5}],"machines":[{"nodeName":"m1","cpu":{"coreCount":2}},{"nodeName":"m2"}]}}})";

json parsed(const CommandResult& result) {
    EXPECT_EQ(result.status, 0) << result.errors;
    return result.status == 0 ? json::parse(result.output) : json();
}

TEST(ImportCli, InfoCountsWhatIsMissingAndSaysWhatCounts) {
    const ScratchFolder folder;
    folder.write("w.dax", kDax);
    const CommandResult plain = clusterloom("info w.dax --json", folder.path());
    const json facts = parsed(plain);
    EXPECT_EQ(facts["unknown"], (json{{"runtimes", 2}, {"sizes", 1}, {"cores", 3}}));
    EXPECT_EQ(facts["runtimeSum"], 4);
    EXPECT_EQ(facts["report"]["read"][0], "declares 3 tasks, which agrees");
    EXPECT_EQ(facts["report"]["assumed"].size(), 3u);
    EXPECT_NE(plain.errors.find("2 tasks have no runtime and count as 0 s (first: b); see --assume runtime"), std::string::npos);
    const json assumed = parsed(clusterloom("info w.dax --json --assume runtime=median --assume size=1kB --assume cores=2", folder.path()));
    EXPECT_EQ(assumed["runtimeSum"], 12);
    EXPECT_EQ(assumed["bytes"], 1000);
    EXPECT_NE(clusterloom("info w.dax", folder.path()).output.find("assumed   2 tasks have no runtime"), std::string::npos);
}

TEST(ImportCli, AssumeWorksOnEveryCommandAndInScenarios) {
    const ScratchFolder folder;
    folder.write("w.dax", kDax);
    folder.write("s.json", R"({"clusterloom": 1, "workload": {"file": "w.dax", "assume": {"runtime": "10 s"}}})");
    EXPECT_EQ(parsed(clusterloom("run w.dax --json --assume runtime=6", folder.path()))["makespan"], 12);
    EXPECT_EQ(parsed(clusterloom("run s.json --json", folder.path()))["makespan"], 20);
    EXPECT_EQ(parsed(clusterloom("run s.json --json --assume runtime=7s", folder.path()))["makespan"], 14);
    EXPECT_EQ(parsed(clusterloom("schedule w.dax --json --assume runtime=6", folder.path()))["makespan"], 12);
    EXPECT_EQ(parsed(clusterloom("compare w.dax --schedulers heft --json --assume runtime=6", folder.path()))["rows"].size(), 1u);
    EXPECT_EQ(clusterloom("laws w.dax --assume runtime=6", folder.path()).status, 0);
    folder.write("bad.json", R"({"clusterloom": 1, "workload": {"file": "w.dax", "assume": {"runtimes": 3}}})");
    EXPECT_NE(clusterloom("validate bad.json", folder.path()).errors.find("runtime"), std::string::npos);
}

TEST(ImportCli, AssumptionsThatMakeNoSenseAreRefused) {
    const ScratchFolder folder;
    folder.write("w.dax", kDax);
    for (const char* wrong : {"runtime", "runtime=fast", "runtime=-1", "cores=0", "cores=1.5", "sizeFactor=0", "colour=red", "size=1s"}) {
        const CommandResult result = clusterloom(std::string("run w.dax --assume ") + wrong, folder.path());
        EXPECT_EQ(result.status, 2) << wrong;
        EXPECT_EQ(result.errors.find("error: --assume: "), 0u) << result.errors;
    }
    folder.write("chain.json", R"({"clusterloom": 1, "workload": "chain"})");
    EXPECT_EQ(clusterloom("run chain.json --assume runtime=1", folder.path()).status, 2);
}

TEST(ImportCli, WhatWasRecordedStandsBesideWhatIsSimulated) {
    const ScratchFolder folder;
    folder.write("w.json", kWfFormat);
    const json run = parsed(clusterloom("run w.json --json", folder.path()));
    EXPECT_EQ(run["recordedMakespan"], 10);
    EXPECT_EQ(run["recorded"]["simulated"], 8);
    EXPECT_EQ(run["recorded"]["difference"], -2);
    EXPECT_EQ(run["recorded"]["placedTasks"], 1);
    EXPECT_NE(clusterloom("run w.json", folder.path()).output.find("8 s, -20 %"), std::string::npos);
    const json facts = parsed(clusterloom("info w.json --json", folder.path()));
    EXPECT_EQ(facts["recorded"]["machines"], (json{{{"name", "m1"}, {"cores", 2.0}}, {{"name", "m2"}}}));
}

TEST(ImportCli, RecordedMachinesAreAPlatform) {
    const ScratchFolder folder;
    folder.write("w.json", kWfFormat);
    folder.write("w.dax", kDax);
    const CommandResult run = clusterloom("run w.json --platform w.json --json", folder.path());
    EXPECT_EQ(parsed(run)["metrics"]["nodeUtilisation"].size(), 2u);
    EXPECT_NE(run.errors.find("1 machine states no cores and has one (first: m2)"), std::string::npos);
    EXPECT_NE(clusterloom("run w.json --platform w.dax", folder.path()).errors.find("names no machines"), std::string::npos);
}

TEST(ImportCli, ARolledSparkLogIsAFolder) {
    const ScratchFolder folder;
    const auto end = [](int index) {
        return R"({"Event":"SparkListenerTaskEnd","Stage ID":0,"Task Info":{"Index":)" + std::to_string(index) + R"(,"Launch Time":1000,"Finish Time":2000}})";
    };
    std::filesystem::create_directory(folder.path() / "eventlog_v2_app");
    folder.write("eventlog_v2_app/appstatus_app.inprogress", "");
    folder.write("eventlog_v2_app/events_1_app", end(7) + "\n");
    folder.write("eventlog_v2_app/events_2_app.compact", end(0));
    folder.write("eventlog_v2_app/events_10_app", end(1) + "\n" + end(2) + "\n");
    EXPECT_EQ(parsed(clusterloom("info --json eventlog_v2_app/", folder.path()))["tasks"], 3);
    EXPECT_EQ(parsed(clusterloom("run --json eventlog_v2_app", folder.path()))["tasks"], 3);
    EXPECT_EQ(clusterloom("info .", folder.path()).status, 2);
}

}  // namespace
}  // namespace loom
