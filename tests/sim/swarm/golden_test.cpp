// Fingerprints pinned: a change of any record of any of these runs is seen, and meant. LOOM_UPDATE_GOLDEN=1 writes
// tests/golden/fingerprints.txt anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "sim/sweep/sweep.h"
#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

// Six scenarios that differ in everything but the network; each runs under four network models.
const char* const kScenarios[] = {
    R"({"clusterloom": 1, "name": "independent tasks, first come first served", "scheduler": "fifo", "seed": 1,
        "platform": "star[nodes=8,cores=2,storage=true]", "workload": "fork-join[width=50,stages=2]"})",
    R"({"clusterloom": 1, "name": "layers on two racks, planned", "scheduler": "heft", "seed": 2,
        "platform": "two-tier[racks=2,nodes=3,oversubscription=4,bandwidth=1Gbps]", "workload": "layered[tasks=80,width=12]"})",
    R"({"clusterloom": 1, "name": "a crash with repair on a full mesh", "scheduler": "min-min", "seed": 3,
        "platform": "full[nodes=4,heterogeneity=uniform,bandwidth=1Gbps]", "workload": "montage",
        "failures": {"crashes": [{"node": "n1", "at": 4, "repair": 10}]}})",
    R"({"clusterloom": 1, "name": "random failures and late views", "scheduler": "etf", "seed": 4, "viewDelay": "20 ms", "information": "noisy",
        "platform": "star[nodes=5,bandwidth=500Mbps,latency=1ms]", "workload": "layered[tasks=60,width=10]",
        "failures": {"random": [{"nodes": "*", "mttf": 60, "mttr": 5}]}})",
    R"({"clusterloom": 1, "name": "a slow node, inputs fetched ahead", "scheduler": "sufferage", "seed": 5, "fetch": "ahead",
        "platform": "star[nodes=4,storage=true,backboneBandwidth=1Gbps]", "workload": "map-reduce",
        "failures": {"slowdowns": [{"node": "n0", "at": 1, "duration": 20, "factor": 5}]}})",
    R"({"clusterloom": 1, "name": "blind guesses on uneven nodes", "scheduler": "round-robin", "seed": 6, "information": "blind",
        "platform": "two-tier[racks=3,nodes=2,heterogeneity=log-normal]", "workload": "cholesky"})"};

std::string currentFingerprints() {
    std::string out;
    for (const char* text : kScenarios) {
        const Result<ScenarioFile> file = parseScenario(text, "golden");
        EXPECT_TRUE(file.ok()) << (file.ok() ? "" : file.error().text());
        const Result<ScenarioPtr> scenario = resolveScenario(*file);
        EXPECT_TRUE(scenario.ok()) << (scenario.ok() ? "" : scenario.error().text());
        if (!scenario.ok()) return out;
        std::vector<Spec> networks;
        for (const char* network : {"unshared", "fair-share", "max-min", "max-min[tcp=lv08]"}) networks.push_back(parseSpec(network).value());
        Progress progress;
        const Result<SweepResult> result = sweep({*scenario, {}, {}, networks, 1}, 0, progress);
        EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().text());
        if (!result.ok()) return out;
        for (const SweepRow& row : result->rows) {
            EXPECT_EQ(row.failure, "") << file->name;
            out += row.fingerprint + "  " + file->name + ", " + row.network.text() + "\n";
        }
    }
    return out;
}

TEST(Golden, FingerprintsAreWhatTheyWere) {
    const std::filesystem::path path = sourceFolder() / "tests/golden/fingerprints.txt";
    const std::string current = currentFingerprints();
    ASSERT_EQ(std::count(current.begin(), current.end(), '\n'), 24);
    if (std::getenv("LOOM_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << current;
    EXPECT_EQ(readFile(path), current) << "if this was meant: LOOM_UPDATE_GOLDEN=1 writes the file anew";
}

}  // namespace
}  // namespace loom::test
