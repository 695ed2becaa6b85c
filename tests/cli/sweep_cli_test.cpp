// `sweep`, `compare` and `run --network all` as a user calls them.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

using nlohmann::json;

std::string cholesky() { return "'" + (sourceFolder() / "examples/06-cholesky-four-schedulers/scenario.json").string() + "'"; }

json rowsOf(const CommandResult& result) {
    EXPECT_EQ(result.status, 0) << result.errors;
    return json::parse(result.output)["rows"];
}

json withoutTimes(json rows) {
    for (json& row : rows) row.erase("cpu");
    return rows;
}

TEST(SweepCli, GivesARowAPoint) {
    const std::string command = "sweep --json " + cholesky() + " --vary workload.tile=256,512 --vary retry.attempts=1..3 --schedulers fifo,heft --jobs ";
    const json one = rowsOf(clusterloom(command + "1"));
    ASSERT_EQ(one.size(), 12u);
    for (const char* key : {"makespan", "ci95", "repeats", "speedup", "efficiency", "slr", "fingerprint", "cpu"}) EXPECT_TRUE(one[0].contains(key)) << key;
    EXPECT_EQ(one[11]["workload.tile"], 512);
    EXPECT_EQ(one[11]["retry.attempts"], 3);
    EXPECT_EQ(one[11]["scheduler"], "heft");
    EXPECT_EQ(withoutTimes(rowsOf(clusterloom(command + "3"))), withoutTimes(one));
}

TEST(SweepCli, QuantitiesAreInBaseUnits) {
    const json rows = rowsOf(clusterloom("sweep --json " + cholesky() + " --platform 'star[nodes=4]' --vary platform.bandwidth=1Gbps..4Gbps*2 --vary platform.latency=20us"));
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[2]["platform.bandwidth"], 5e8);
    EXPECT_EQ(rows[2]["platform.latency"], 2e-5);
}

TEST(SweepCli, CsvHasAHeadingAndALineAPoint) {
    const CommandResult result = clusterloom("sweep --csv " + cholesky() + " --vary seed=1..3 --schedulers 'heft[average=pairs,insertion=false]'");
    EXPECT_EQ(result.status, 0) << result.errors;
    EXPECT_EQ(std::count(result.output.begin(), result.output.end(), '\n'), 4);
    EXPECT_EQ(result.output.rfind("seed,scheduler,network,makespan,", 0), 0u) << result.output;
    EXPECT_NE(result.output.find("\n2,\"heft[average=pairs,insertion=false]\","), std::string::npos) << result.output;
}

TEST(SweepCli, RefusesWithOneLine) {
    for (const char* arguments : {"--vary platform.nodez=3", "--vary platform.nodes", "--vary seed=1..", "--schedulers fifi", "--networks maxmin", "--csv --json", "--jobs 0"}) {
        const CommandResult result = clusterloom("sweep " + cholesky() + " " + arguments);
        EXPECT_EQ(result.status, 2) << arguments;
        EXPECT_EQ(result.output, "") << arguments;
        EXPECT_EQ(result.errors.rfind("error: ", 0), 0u) << result.errors;
        EXPECT_EQ(std::count(result.errors.begin(), result.errors.end(), '\n'), 1) << result.errors;
    }
}

TEST(SweepCli, APointThatFailsIsARowAndStatusOne) {
    const ScratchFolder folder;
    folder.write("s.json", R"({"clusterloom": 1, "scheduler": "fifo", "platform": "star[nodes=2,cores=4]", "workload": {"tasks": [{"id": "a", "work": 1, "cores": 3}]}})");
    const CommandResult result = clusterloom("sweep s.json --json --vary platform.cores=2,4", folder.path());
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find("s.json:platform.cores=2"), std::string::npos) << result.errors;
    const json rows = json::parse(result.output)["rows"];
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_TRUE(rows[0].contains("failure"));
    EXPECT_TRUE(rows[0]["makespan"].is_null());
    EXPECT_FALSE(rows[1].contains("failure"));
}

TEST(SweepCli, RunUnderEveryNetworkSaysTheDifference) {
    const CommandResult result = clusterloom("run --json --network all " + cholesky());
    const json rows = rowsOf(result);
    ASSERT_EQ(rows.size(), 4u);
    double reference = 0;
    for (const json& row : rows) {
        const json alone = json::parse(clusterloom("run --json --network '" + row["network"].get<std::string>() + "' " + cholesky()).output);
        EXPECT_EQ(alone["fingerprint"], row["fingerprint"]) << row["network"];
        if (row["network"] == "max-min") reference = row["makespan"];
    }
    for (const json& row : rows) EXPECT_NEAR(row["difference"], row["makespan"].get<double>() / reference - 1, 1e-12) << row["network"];
    const CommandResult table = clusterloom("run --network all " + cholesky());
    for (const char* model : {"unshared", "fair-share", "max-min", "max-min[tcp=lv08]"}) EXPECT_NE(table.output.find(model), std::string::npos) << model;
    EXPECT_EQ(clusterloom("run --network all --trace t.json " + cholesky()).status, 2);
}

TEST(SweepCli, LessRecordedIsTheSameRun) {
    const json full = json::parse(clusterloom("run --json " + cholesky()).output);
    for (const char* detail : {"tasks", "none"}) {
        const json run = json::parse(clusterloom("run --json --record " + std::string(detail) + " " + cholesky()).output);
        EXPECT_EQ(run["record"], detail);
        EXPECT_LT(run["records"], full["records"]);
        for (const char* key : {"committed", "attempts", "bytesMoved", "transfers", "busySeconds", "utilisation"})
            EXPECT_DOUBLE_EQ(run["metrics"][key], full["metrics"][key]) << detail << ", " << key;
        EXPECT_EQ(run["makespan"], full["makespan"]);
    }
    EXPECT_EQ(clusterloom("run --record some " + cholesky()).status, 2);
    EXPECT_EQ(clusterloom("run --record none --save r.loom " + cholesky()).status, 2);
}

TEST(SweepCli, CompareTakesEveryNetwork) {
    const json rows = rowsOf(clusterloom("compare --json --schedulers fifo,heft --network all " + cholesky()));
    ASSERT_EQ(rows.size(), 8u);
    EXPECT_EQ(rows[0]["network"], "unshared");
    EXPECT_EQ(rows[7]["network"], "max-min[tcp=lv08]");
}

// Two inputs on two platforms: four cases, each scheduler once in each, and the sums over them.
TEST(Compare, SumsUpSeveralCases) {
    const CommandResult result = clusterloom("compare --json --schedulers heft,fifo,random --platforms 'star[nodes=3],star[nodes=5,speeds=1Gf;2Gf]' " +
                            cholesky() + " " + "'" + (sourceFolder() / "examples/07-contended-uplink/scenario.json").string() + "'");
    ASSERT_EQ(result.status, 0) << result.errors;
    const json all = json::parse(result.output);
    EXPECT_EQ(all["rows"].size(), 12u);
    EXPECT_TRUE(all["rows"][0].contains("input"));
    const json& contest = all["contest"];
    EXPECT_EQ(contest["cases"].size(), 4u);
    double ranks = 0;
    for (const json& standing : contest["standings"]) ranks += standing["meanRank"].get<double>();
    EXPECT_NEAR(ranks, 6, 1e-12);
    for (std::size_t a = 0; a < 3; ++a)
        for (std::size_t b = 0; b < a; ++b) EXPECT_LE(contest["wins"][a][b].get<int>() + contest["wins"][b][a].get<int>(), 4);
    EXPECT_GT(contest["criticalDifference"].get<double>(), 1);
    for (const json& one : contest["cases"])
        for (const json& makespan : one["makespans"]) EXPECT_GE(makespan.get<double>(), one["lowerBound"].get<double>() * (1 - 1e-9));
}

// A fixed graph: three seeds are one case, whoever draws. A generated one: three cases with a bound each.
TEST(Compare, CountsSeedsThatDrawNothingOnce) {
    const std::string canonical = "'" + (sourceFolder() / "examples/01-canonical-graph/scenario.json").string() + "'";
    const json same = json::parse(clusterloom("compare --json --repeat 3 --schedulers heft,cpop,random " + canonical).output)["contest"];
    ASSERT_EQ(same["cases"].size(), 1u);
    EXPECT_EQ(same["cases"][0]["seeds"], 3);
    EXPECT_TRUE(same["criticalDifference"].is_null());
    const std::string text = clusterloom("compare --repeat 3 --schedulers heft,cpop " + canonical).output;
    EXPECT_NE(text.find("the 3 seeds differ"), std::string::npos) << text;
    ScratchFolder folder;
    folder.write("drawn.json", R"({"clusterloom": 1, "workload": "layered[tasks=30]", "platform": "star[nodes=3]"})");
    const json drawn = json::parse(clusterloom("compare --json --repeat 3 --schedulers heft,cpop drawn.json", folder.path()).output)["contest"];
    ASSERT_EQ(drawn["cases"].size(), 3u);
    EXPECT_EQ(drawn["cases"][0]["seeds"], 1);
    EXPECT_NE(drawn["cases"][0]["lowerBound"], drawn["cases"][1]["lowerBound"]);
}

TEST(Explain, NamesTheRunnerUpAndTheMargin) {
    const std::string canonical = "'" + (sourceFolder() / "examples/01-canonical-graph/scenario.json").string() + "'";
    const CommandResult result = clusterloom("explain --json --task t5 " + canonical);
    ASSERT_EQ(result.status, 0) << result.errors;
    const json decision = json::parse(result.output);
    EXPECT_EQ(decision["chosen"], "P3");
    EXPECT_EQ(decision["runnerUp"], "P2");
    EXPECT_DOUBLE_EQ(decision["margin"].get<double>(), 1);
    EXPECT_EQ(decision["candidates"].size(), 3u);
    const CommandResult unknown = clusterloom("explain --task t99 " + canonical);
    EXPECT_EQ(unknown.status, 2);
    EXPECT_NE(unknown.errors.find("no task is called 't99'; did you mean 't"), std::string::npos) << unknown.errors;
    const CommandResult far = clusterloom("explain --task completely-else " + canonical);
    EXPECT_NE(far.errors.find("; the first is 't1'"), std::string::npos) << far.errors;
    const CommandResult none = clusterloom("explain " + canonical);
    EXPECT_NE(none.errors.find("see 'clusterloom explain --help'"), std::string::npos) << none.errors;
}

TEST(Diverge, ShowsBothDecisions) {
    const std::string canonical = "'" + (sourceFolder() / "examples/01-canonical-graph/scenario.json").string() + "'";
    const json found = json::parse(clusterloom("diverge --json " + canonical + " heft cpop").output);
    EXPECT_EQ(found["step"], 0);
    EXPECT_EQ(found["decisionA"]["chosen"], "P3");
    EXPECT_EQ(found["decisionB"]["chosen"], "P2");
    EXPECT_EQ(json::parse(clusterloom("diverge --json " + canonical + " heft heft").output)["same"], true);
}

TEST(Adversary, WritesAScenarioThatRuns) {
    const std::string out = testing::TempDir() + "hard.json";
    const CommandResult result = clusterloom("adversary heft cpop --evaluations 500 --json --out '" + out + "'");
    ASSERT_EQ(result.status, 0) << result.errors;
    const json found = json::parse(result.output);
    EXPECT_GT(found["ratio"].get<double>(), 1);
    const json run = json::parse(clusterloom("run --json '" + out + "'").output);
    EXPECT_DOUBLE_EQ(run["makespan"].get<double>(), found["makespanA"].get<double>());
    EXPECT_EQ(clusterloom("adversary heft cpop --tasks 0..3").status, 2);
    EXPECT_EQ(clusterloom("adversary heft nonsense").status, 2);
}

TEST(Search, SaysHowItCameToItsPlan) {
    const std::string canonical = "'" + (sourceFolder() / "examples/01-canonical-graph/scenario.json").string() + "'";
    const json exact = json::parse(clusterloom("schedule --json --scheduler branch-and-bound " + canonical).output)["search"];
    EXPECT_EQ(exact["optimal"], true);
    EXPECT_EQ(exact["gap"], 0);
    const json found = json::parse(clusterloom("run --json --scheduler 'annealing[budget=500]' " + canonical).output)["search"];
    EXPECT_LE(found["evaluations"].get<int>(), 500);
    EXPECT_FALSE(found["incumbents"].empty());
    EXPECT_GE(found["makespan"].get<double>(), exact["makespan"].get<double>());
    EXPECT_FALSE(json::parse(clusterloom("run --json --scheduler heft " + canonical).output).contains("search"));
}

}  // namespace
}  // namespace loom::test
