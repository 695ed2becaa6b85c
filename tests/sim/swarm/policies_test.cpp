// The policies of named systems, and those that use queues and wakes, in worlds full of trouble: late views, crashes, cuts, disks.
// Every run ends well, the judge finds every assignment, move and start sound, and it is the same again.
#include <gtest/gtest.h>

#include "core/trace/checker.h"
#include "sim/session.h"
#include "tests/support/random_scenario.h"

namespace loom::test {
namespace {

const char* const kForms[] = {"dask",
                              "dask[saturation=inf,stealInterval=10ms]",
                              "dask[saturation=1,stealInterval=1ms,bandwidth=10GBps]",
                              "ray",
                              "ray[viewDelay=2s,topFraction=1]",
                              "ray[spillback=false]",
                              "spark[localityWait=50ms]",
                              "spark[legacyReset=true]",
                              "hadoop[heartbeat=100ms,delay=300ms]",
                              "power-of-d[queues=true]",
                              "work-stealing[latency=20ms,half=true]",
                              "delay-scheduling[wait=1s]"};

class Policies : public testing::TestWithParam<const char*> {};

TEST_P(Policies, GetThroughTrouble) {
    std::size_t troubled = 0;
    for (std::uint64_t seed = 5000; seed < 5060; ++seed) {
        ScenarioFile file = randomScenario(seed);
        file.scheduler = *parseSpec(GetParam());
        if (seed % 3 == 0) file.viewDelay = 0.05;
        SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + formatScenario(file));
        const Result<ScenarioPtr> scenario = resolveScenario(file);
        ASSERT_TRUE(scenario.ok()) << scenario.error().text();
        RunControl control, again;
        const Result<RunPtr> run = simulate(*scenario, control);
        ASSERT_TRUE(run.ok()) << run.error().text();
        const bool gaveUp = (*run)->failure.starts_with("failing nodes cut off task") && !file.failures.random.empty();
        ASSERT_TRUE((*run)->outcome == Outcome::finished || gaveUp) << (*run)->failure;
        for (const Violation& v : checkTrace(**run, 3)) ADD_FAILURE() << "record " << v.record << ", " << v.rule << ": " << v.text;
        ASSERT_EQ(fingerprint(*(*simulate(*scenario, again))->trace), fingerprint(*(*run)->trace));
        troubled += (*run)->totals.failedAttempts > 0 ? 1 : 0;
        if (HasFailure()) return;
    }
    EXPECT_GT(troubled, 5u);
}

std::string nameOf(const testing::TestParamInfo<const char*>& form) {
    std::string name = form.param;
    for (char& c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    return name;
}

INSTANTIATE_TEST_SUITE_P(Forms, Policies, testing::ValuesIn(kForms), nameOf);

}  // namespace
}  // namespace loom::test
