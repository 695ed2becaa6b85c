// Every recorded comparison with SimGrid 3.32 once more, our side of it: recorded.txt holds SimGrid's makespans and is
// made by tests/bench/accuracy.sh. The graphs are drawn anew, the platforms stand beside this file.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/io/importer.h"
#include "core/scenario/scenario.h"
#include "core/trace/run.h"
#include "sim/session.h"
#include "tests/support/shared_data.h"
#include "tests/support/simgrid_cases.h"

namespace loom::test {
namespace {

constexpr double kBound = 1e-9;  // relative

struct Recorded {
    SimGridCase run;
    double simgrid = 0, ours = 0;  // s
};

std::vector<Recorded> recorded() {
    std::ifstream in(sourceFolder() / "tests/sim/simgrid/recorded.txt");
    std::vector<Recorded> all;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        Recorded one;
        std::istringstream words(line);
        words >> one.run.network >> one.run.platform >> one.run.workload >> one.run.tasks >> one.run.seed >> one.simgrid >> one.ours;
        EXPECT_TRUE(words) << line;
        all.push_back(one);
    }
    return all;
}

std::shared_ptr<const TaskGraph> graphOf(const SimGridCase& run) {
    const std::string text = taskList(run.workload, run.tasks, run.seed);
    for (const WorkloadImporter* importer : importers())
        if (importer->recognises(text)) return importer->read(text, {}).value().graph;
    return nullptr;
}

double makespan(const SimGridCase& run, const std::shared_ptr<const Platform>& platform) {
    auto scenario = std::make_shared<Scenario>();
    scenario->file.scheduler = Spec{"round-robin", {}};
    scenario->file.network = Spec{"max-min", {{"tcp", run.network}}};
    scenario->graph = graphOf(run);
    scenario->platform = platform;
    RunControl control;
    const Result<RunPtr> done = simulate(scenario, control);
    if (!done || (*done)->outcome != Outcome::finished) return std::nan("");
    return (*done)->trace->end().seconds();
}

using Place = std::pair<std::string, std::string>;  // network, platform

std::vector<Place> places() {
    std::set<Place> found;
    for (const SimGridCase& run : simGridCases()) found.insert({run.network, run.platform});
    return {found.begin(), found.end()};
}

class AgreesWithSimGrid : public testing::TestWithParam<Place> {};

TEST_P(AgreesWithSimGrid, OnEveryRecordedMakespan) {
    const auto& [network, name] = GetParam();
    const std::string file = (sourceFolder() / "tests/sim/simgrid/platforms" / (name + ".xml")).string();
    Result<Platform> loaded = resolvePlatform(FileReference{file}, "", 1);
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    const auto platform = std::make_shared<const Platform>(std::move(*loaded));
    std::map<std::string, std::pair<int, double>> table;  // by workload: cases, largest relative difference
    for (const Recorded& one : recorded()) {
        if (one.run.network != network || one.run.platform != name) continue;
        const double ours = makespan(one.run, platform);
        const double difference = std::abs(ours - one.simgrid) / one.simgrid;
        EXPECT_LE(difference, kBound) << one.run.graph() << ": " << ours << " instead of " << one.simgrid;
        auto& [cases, worst] = table[one.run.workload];
        ++cases;
        worst = std::max(worst, std::isnan(difference) ? 1 : difference);
    }
    for (const auto& [workload, row] : table)
        std::printf("%s %s %s: %d cases, largest relative difference %.1e\n", network.c_str(), name.c_str(), workload.c_str(), row.first, row.second);
}

INSTANTIATE_TEST_SUITE_P(Static, AgreesWithSimGrid, testing::ValuesIn(places()), [](const auto& place) {
    std::string name = place.param.first + "_" + place.param.second;
    for (char& c : name)
        if (c == '-') c = '_';
    return name;
});

// The record is complete: every case of the list, no other, at least 200.
TEST(SimGridRecord, HoldsEveryCase) {
    std::vector<std::string> expected, found;
    for (const SimGridCase& run : simGridCases()) expected.push_back(run.network + " " + run.platform + " " + run.graph());
    for (const Recorded& one : recorded()) found.push_back(one.run.network + " " + one.run.platform + " " + one.run.graph());
    EXPECT_EQ(found, expected);
    EXPECT_GE(found.size(), 200u);
}

}  // namespace
}  // namespace loom::test
