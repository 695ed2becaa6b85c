// The contract of the command line (design contract 7.2): exit statuses, one-line errors, JSON keys.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

using nlohmann::json;

std::string example(const std::string& name) { return "'" + (sourceFolder() / "examples" / name / "scenario.json").string() + "'"; }

json jsonOf(const CommandResult& result) {
    EXPECT_EQ(result.status, 0) << result.errors;
    return json::parse(result.output);
}

void expectKeys(const json& object, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) EXPECT_TRUE(object.contains(key)) << "missing key " << key;
}

// One line, "error: FILE:...", and the exit status of bad input.
void expectRefusal(const CommandResult& result, const std::vector<std::string>& mentioned) {
    EXPECT_EQ(result.status, 2) << result.output;
    EXPECT_EQ(result.output, "");
    EXPECT_EQ(result.errors.rfind("error: ", 0), 0u) << result.errors;
    EXPECT_EQ(std::count(result.errors.begin(), result.errors.end(), '\n'), 1) << result.errors;
    for (const std::string& word : mentioned) EXPECT_NE(result.errors.find(word), std::string::npos) << word << " is not in: " << result.errors;
}

TEST(Cli, RunGivesTheContractsKeys) {
    const json run = jsonOf(clusterloom("run --json " + example("01-canonical-graph")));
    expectKeys(run, {"makespan", "tasks", "records", "fingerprint", "wall", "cpu", "peakMemory", "metrics", "laws"});
    EXPECT_EQ(run["makespan"], 80);
    EXPECT_GT(run["cpu"], 0);
    EXPECT_EQ(run["tasks"], 10);
}

TEST(Cli, TheSameScenarioAndSeedGiveTheSameFingerprint) {
    const std::string command = "run --json " + example("05-node-crash");
    EXPECT_EQ(jsonOf(clusterloom(command))["fingerprint"], jsonOf(clusterloom(command))["fingerprint"]);
    const std::string random = "run --json --scheduler random " + example("06-cholesky-four-schedulers");
    EXPECT_NE(jsonOf(clusterloom(random + " --seed 1"))["fingerprint"], jsonOf(clusterloom(random + " --seed 2"))["fingerprint"]);
}

TEST(Cli, TheComputeModelIsNamedUnlessItIsSlots) {
    const json slots = jsonOf(clusterloom("run --json --compute slots " + example("09-shared-cores")));
    EXPECT_FALSE(slots.contains("compute"));
    const json shared = jsonOf(clusterloom("run --json " + example("09-shared-cores")));
    EXPECT_EQ(shared["compute"], "sharing[degree=2]");
    EXPECT_EQ(shared["makespan"], slots["makespan"]);
    EXPECT_NE(shared["fingerprint"], slots["fingerprint"]);
    for (const json* run : {&slots, &shared}) EXPECT_DOUBLE_EQ((*run)["metrics"]["utilisation"], 1);
    const json rows = jsonOf(clusterloom("sweep --json --vary compute.degree=1,2 " + example("09-shared-cores")))["rows"];
    EXPECT_EQ(rows[0]["fingerprint"], slots["fingerprint"]);
    EXPECT_EQ(rows[1]["fingerprint"], shared["fingerprint"]);
    EXPECT_EQ(jsonOf(clusterloom("compute --json"))["compute"][1]["parameters"][0]["name"], "degree");
    expectRefusal(clusterloom("run --compute sharng " + example("09-shared-cores")), {"sharng", "did you mean 'sharing'"});
}

TEST(Cli, ScheduleGivesAPlan) {
    const json plan = jsonOf(clusterloom("schedule --json --scheduler cpop " + example("01-canonical-graph")));
    expectKeys(plan, {"makespan", "placement", "start", "finish"});
    EXPECT_EQ(plan["makespan"], 86);
    EXPECT_EQ(plan["placement"].size(), 10u);
    expectRefusal(clusterloom("schedule --scheduler fifo " + example("01-canonical-graph")), {"fifo", "run"});
}

TEST(Cli, CompareGivesARowAScheduler) {
    const json rows = jsonOf(clusterloom("compare --json --schedulers 'fifo,heft[average=pairs,insertion=false],random' --repeat 3 " +
                                         example("01-canonical-graph")))["rows"];
    ASSERT_EQ(rows.size(), 3u);
    for (const json& row : rows) expectKeys(row, {"scheduler", "makespan", "ci95", "speedup", "efficiency", "slr"});
    EXPECT_EQ(rows[0]["ci95"], 0);
    EXPECT_GT(rows[2]["ci95"], 0);
}

TEST(Cli, LawsGiveEveryLawWithInputs) {
    const json laws = jsonOf(clusterloom("laws --json " + example("01-canonical-graph")));
    EXPECT_GT(laws.size(), 5u);
    for (const json& law : laws) expectKeys(law, {"value", "unit", "inputs", "source"});
}

TEST(Cli, RegistriesListNamesAndParameters) {
    for (const char* which : {"schedulers", "workloads", "platforms", "networks", "kernels"}) {
        const json entries = jsonOf(clusterloom(std::string(which) + " --json"))[which];
        EXPECT_GE(entries.size(), 3u) << which;
        for (const json& entry : entries) {
            expectKeys(entry, {"name", "description", "parameters"});
            for (const json& param : entry["parameters"]) expectKeys(param, {"name", "type", "default", "help"});
        }
    }
}

TEST(Cli, InfoDescribesWorkloads) {
    const json facts = jsonOf(clusterloom("info --json " + example("06-cholesky-four-schedulers")));
    expectKeys(facts, {"kind", "format", "tasks", "edges", "files", "bytes", "runtimeSum", "criticalPath", "levels", "maxLevelWidth", "warnings"});
    EXPECT_EQ(facts["tasks"], 84);
}

TEST(Cli, GeneratedWorkloadsRunAndSayTheSameAsTheirGenerator) {
    const ScratchFolder folder;
    for (const char* name : {"g.json", "g.txt"}) {
        const CommandResult made = clusterloom(std::string("generate 'layered[tasks=60,width=10]' ") + name + " --seed 5", folder.path());
        ASSERT_EQ(made.status, 0) << made.errors;
        const json facts = jsonOf(clusterloom(std::string("info --json ") + name, folder.path()));
        EXPECT_EQ(facts["tasks"], 60);
        EXPECT_EQ(facts["edges"], 200);
        EXPECT_EQ(jsonOf(clusterloom(std::string("run --json --scheduler fifo ") + name, folder.path()))["metrics"]["committed"], 60);
    }
}

TEST(Cli, RouteTellsLatencyBandwidthAndTime) {
    const json route = jsonOf(clusterloom("route --json 'star[nodes=3,bandwidth=8Gbps,latency=1ms]' n0 n2 --bytes 1e9"));
    EXPECT_DOUBLE_EQ(route["latency"], 0.002);
    EXPECT_DOUBLE_EQ(route["bandwidth"], 1e9);
    EXPECT_EQ(route["links"].size(), 2u);
    EXPECT_DOUBLE_EQ(route["time"], 1.002);
    expectRefusal(clusterloom("route 'star[nodes=3]' n0 n9"), {"n9"});
}

TEST(Cli, ErrorsNameFilePlaceAndCause) {
    const ScratchFolder folder;
    folder.write("typo.json", R"({"clusterloom": 1, "schedular": "heft"})");
    expectRefusal(clusterloom("run typo.json", folder.path()), {"typo.json", "schedular", "scheduler"});
    folder.write("cut.json", R"({"clusterloom": 1, "name": )");
    expectRefusal(clusterloom("validate cut.json", folder.path()), {"cut.json"});
    expectRefusal(clusterloom("run missing.json", folder.path()), {"missing.json"});
    expectRefusal(clusterloom("run --scheduler hefd " + example("01-canonical-graph")), {"hefd", "heft"});
    expectRefusal(clusterloom("run --network maxmin " + example("01-canonical-graph")), {"maxmin", "max-min"});
    expectRefusal(clusterloom("run --platform 'star[nodes=-1]' " + example("06-cholesky-four-schedulers")), {"nodes"});
    expectRefusal(clusterloom("frobnicate"), {});
    expectRefusal(clusterloom("run"), {"INPUT"});
}

TEST(Cli, ARunThatCannotFinishEndsWithStatusOne) {
    const ScratchFolder folder;
    folder.write("dead.json", R"({"clusterloom": 1, "platform": "star[nodes=1]", "workload": "chain[tasks=3]",
                                 "failures": {"crashes": [{"node": "n0", "at": 0.5}]}})");
    const CommandResult result = clusterloom("run --json dead.json", folder.path());
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(json::parse(result.output)["outcome"], "stuck");
    EXPECT_NE(result.errors.find("error: dead.json: the run failed"), std::string::npos) << result.errors;
}

TEST(Cli, BadFilesAreRefusedInOneLine) {
    LOOM_NEEDS_SHARED("data/bad");
    for (const auto& entry : std::filesystem::directory_iterator(sharedFolder() / "data/bad")) {
        const std::string name = entry.path().filename();
        if (name == "EXPECT.md" || name == "07-utf8-bom.json") continue;
        const CommandResult result = clusterloom("info '" + entry.path().string() + "'");
        if (name == "08-unknown-schema-version.json" && result.status == 0) continue;  // importing with a warning is fine too
        expectRefusal(result, {name});
    }
    EXPECT_EQ(jsonOf(clusterloom("info --json '" + (sharedFolder() / "data/bad/07-utf8-bom.json").string() + "'"))["tasks"], 4);
}

TEST(Cli, RealRecognisesEveryImageOnce) {
    const json report = jsonOf(clusterloom("real --json --answers --workers 2 " + example("02-image-recognition")));
    expectKeys(report, {"makespan", "predicted", "error", "taskTimes", "answers"});
    ASSERT_EQ(report["answers"].size(), 240u);
    for (std::size_t i = 0; i < 240; ++i) EXPECT_EQ(report["answers"][i]["item"], i);
}

TEST(Cli, ASavedRunSaysWhatTheRunSaid) {
    const ScratchFolder folder;
    json run = jsonOf(clusterloom("run --json --save r.loom " + example("05-node-crash"), folder.path()));
    json replay = jsonOf(clusterloom("replay --json --check --at 1h r.loom", folder.path()));
    EXPECT_EQ(replay["violations"], json::array());
    EXPECT_EQ(replay["at"]["record"], run["records"]);
    EXPECT_EQ(replay["at"]["states"]["done"], run["tasks"]);
    for (const char* key : {"at", "violations", "world", "peakMemory"}) replay.erase(key);
    for (const char* key : {"peakMemory", "cpu"}) run.erase(key);
    EXPECT_EQ(replay, run);
    EXPECT_NE(clusterloom("replay --at 0 --check r.loom", folder.path()).output.find("nothing in it cannot have happened"), std::string::npos);
}

TEST(Cli, ReplayShowsTheStateAtATime) {
    const ScratchFolder folder;
    const json run = jsonOf(clusterloom("run --json --save r.loom " + example("01-canonical-graph"), folder.path()));
    for (const double time : {0.0, 40.0, 79.999}) {
        const json at = jsonOf(clusterloom("replay --json r.loom --at " + std::to_string(time), folder.path()))["at"];
        EXPECT_EQ(at["time"], time);
        std::size_t tasks = 0, busy = 0;
        for (const auto& [state, count] : at["states"].items()) tasks += count.get<std::size_t>();
        for (const json& node : at["nodes"]) busy += node["busy"].get<std::size_t>();
        EXPECT_EQ(tasks, 10u);
        EXPECT_EQ(at["states"]["running"], busy);
        EXPECT_GE(busy, 1u);
        EXPECT_EQ(at["states"]["done"] == 0, time == 0);
    }
}

TEST(Cli, ReplayRefusesInOneLine) {
    const ScratchFolder folder;
    folder.write("text.loom", "not a run");
    expectRefusal(clusterloom("replay text.loom", folder.path()), {"text.loom", "SQLite"});
    expectRefusal(clusterloom("replay missing.loom", folder.path()), {"missing.loom"});
    expectRefusal(clusterloom("replay --at soon text.loom", folder.path()), {"--at", "soon"});
    expectRefusal(clusterloom("run --save no/such/folder/r.loom " + example("01-canonical-graph"), folder.path()), {"r.loom"});
}

TEST(Cli, RealRunsAreSavedToo) {
    const ScratchFolder folder;
    folder.write("s.json", R"({"clusterloom": 1, "platform": "star[nodes=2]", "scheduler": "fifo", "workload": "chain[tasks=3,work=1Mf]"})");
    const json run = jsonOf(clusterloom("real --json --workers 2 --save r.loom s.json", folder.path()));
    const json replay = jsonOf(clusterloom("replay --json --check r.loom", folder.path()));
    EXPECT_EQ(replay["fingerprint"], run["fingerprint"]);
    EXPECT_EQ(replay["world"], "real");
}

TEST(Cli, TraceOpensInPerfetto) {
    const ScratchFolder folder;
    ASSERT_EQ(clusterloom("run --trace t.json " + example("01-canonical-graph"), folder.path()).status, 0);
    EXPECT_GT(json::parse(readFile(folder.path() / "t.json"))["traceEvents"].size(), 20u);
}

}  // namespace
}  // namespace loom::test
