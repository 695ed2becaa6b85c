#include "core/trace/metrics.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/trace/bounds.h"
#include "tests/support/trace_text.h"

namespace loom {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

// P1: 2 cores of 1 flop/s, P2: 1 core of 2 flop/s. t1 (4 flop) writes a, read by t2 (6 flop) and t3 (2 flop, 2 cores).
const char* const kWorld = R"(
    node P1 cores=2 speed=1 ; node P2 speed=2 ; storage S
    task t1 4 ; task t2 6 ; task t3 2 cores=2
    file a 10 t1 -> t2 t3
)";

// t1 on P1 0-4, a to P2 4-6, t2 on P2 6-9, t3 on P1 waits ready 4-5, runs 5-7.
const char* const kTrace = R"(
    0 ready t1 ; 0 place t1 P1:0 ; 0 begin t1 P1:0 ; 4 end t1 P1:0
    4 ready t2 ; 4 ready t3 ; 4 place t2 P2:0 ; 4 send a P1 P2
    5 place t3 P1:0 ; 5 begin t3 P1:0
    6 arrive a P1 P2 ; 6 begin t2 P2:0 ; 7 end t3 P1:0 ; 9 end t2 P2:0 ; 9 over finished
)";

TEST(Metrics, OfASmallRunByHand) {
    const Metrics m = computeMetrics(test::runFromText(kWorld, kTrace));
    EXPECT_EQ(m.makespan, 9.0);
    EXPECT_EQ(m.tasks, 3u);
    EXPECT_EQ(m.committed, 3u);
    EXPECT_EQ(m.attempts, 3u);
    EXPECT_EQ(m.failedAttempts, 0u);
    EXPECT_EQ(m.bytesMoved, 10.0);
    EXPECT_EQ(m.transfers, 1u);
    EXPECT_EQ(m.busySeconds, 4.0 + 3.0 + 2 * 2.0);  // t3 takes two cores
    EXPECT_EQ(m.wastedSeconds, 0.0);
    EXPECT_DOUBLE_EQ(m.utilisation, 11.0 / (3 * 9.0));
    ASSERT_EQ(m.nodeUtilisation.size(), 3u);
    EXPECT_DOUBLE_EQ(m.nodeUtilisation[0], 8.0 / 18.0);
    EXPECT_DOUBLE_EQ(m.nodeUtilisation[1], 3.0 / 9.0);
    EXPECT_EQ(m.nodeUtilisation[2], 0.0);
    EXPECT_DOUBLE_EQ(m.throughput, 3.0 / 9.0);
    EXPECT_DOUBLE_EQ(m.meanReady, 1.0 / 9.0);  // t3 alone, for one second
    EXPECT_EQ(m.peakReady, 1u);                // t2 was placed in the instant it became ready
    EXPECT_EQ(m.serialSeconds, 12.0);          // P1; P2 has one core too few for t3
    EXPECT_DOUBLE_EQ(m.speedup, 12.0 / 9.0);
    EXPECT_DOUBLE_EQ(m.efficiency, 12.0 / 27.0);
    EXPECT_EQ(m.criticalPathSeconds, 5.0);  // t1 on P2 2 s, then t2 on P2 3 s
    EXPECT_DOUBLE_EQ(m.areaBound, 3.0);     // (2 + 3 + 2 cores x 2 s) / 3 cores
    EXPECT_DOUBLE_EQ(m.slr, 9.0 / 5.0);
    EXPECT_EQ(m.downSeconds, 0.0);
}

// t1 fails after 1 s, commits at 5 on P2; P2 goes down at 6 with t1's output and t2 running; t1 runs again 6-10 on P1.
const char* const kCrash = R"(
    0 ready t1 ; 0 begin t1 P1:0 #0 ; 1 fail t1 P1:0 #0 ; 1 retry t1 error
    1 ready t1 ; 3 begin t1 P2:0 #1 ; 5 end t1 P2:0 #1 ; 5 ready t2 ; 5 begin t2 P2:0 ; 5 send a P2 P1
    6 fail t2 P2:0 ; 6 break a P2 P1 ; 6 down P2 ; 6 gone a P2 ; 6 retry t2 crashed ; 6 retry t1 lost
    6 ready t1 ; 6 begin t1 P1:0 #2 ; 10 end t1 P1:0 #2 ; 10 ready t2 ; 12 begin t2 P1:0 #1
)";

TEST(Metrics, OfAnUnfinishedRunWithFailuresByHand) {
    loom::Run run = test::runFromText(kWorld, kCrash);
    Metrics m = computeMetrics(run);
    EXPECT_EQ(m.makespan, 10.0);
    EXPECT_EQ(m.committed, 1u);
    EXPECT_EQ(m.attempts, 5u);
    EXPECT_EQ(m.failedAttempts, 2u);
    EXPECT_EQ(m.transfers, 0u);
    EXPECT_EQ(m.bytesMoved, 0.0);
    EXPECT_EQ(m.busySeconds, 2.0 + 4.0);
    EXPECT_EQ(m.wastedSeconds, 1.0 + 1.0 + 2.0);  // t1 failed, t2 cut off, t1 committed and run again
    EXPECT_EQ(m.downSeconds, 4.0);                // 6 to 10, the makespan
    EXPECT_DOUBLE_EQ(m.meanReady, 0.2);           // t1 from 1 to 3
    EXPECT_EQ(m.peakReady, 1u);

    test::appendText(run, "13 over cancelled");
    m = computeMetrics(run);
    EXPECT_EQ(m.wastedSeconds, 4.0 + 1.0);  // t2's second attempt never commits now
}

TEST(Metrics, ALostOutputIsNotCommittedAtTheEnd) {
    const Metrics m = computeMetrics(test::runFromText(kWorld, "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 5 down P1 ; 5 retry t1 lost"));
    EXPECT_EQ(m.committed, 0u);
    EXPECT_EQ(m.makespan, 4.0);
}

TEST(Metrics, ATurnDownAndUpCountsWithinTheMakespanOnly) {
    const Metrics m = computeMetrics(
        test::runFromText(kWorld, "0 begin t1 P1:0 ; 1 down P2 ; 2.5 up P2 ; 3 down P2 ; 4 end t1 P1:0 ; 8 up P2"));
    EXPECT_EQ(m.downSeconds, 1.5 + 1.0);
}

TEST(Metrics, OfNothingAreZero) {
    const Metrics m = computeMetrics(test::runFromText(kWorld, ""));
    EXPECT_EQ(m.makespan, 0.0);
    EXPECT_EQ(m.utilisation, 0.0);
    EXPECT_EQ(m.throughput, 0.0);
    EXPECT_EQ(m.speedup, 0.0);
    EXPECT_EQ(m.meanReady, 0.0);
    EXPECT_EQ(m.tasks, 3u);
}

// --- bounds --------------------------------------------------------------------------------------------------------

TEST(Bounds, OfUnrelatedMachines) {
    const loom::Run run = test::runFromText("node P1 ; node P2 ; task t1 14,16 ; task t2 9,3 ; task t3 5,5 ; edge t1 -> t2", "");
    EXPECT_EQ(criticalPathBound(*run.scenario->graph, *run.scenario->platform), 17.0);
    EXPECT_EQ(areaBound(*run.scenario->graph, *run.scenario->platform), (14.0 + 3 + 5) / 2);
    EXPECT_EQ(serialSeconds(*run.scenario->graph, *run.scenario->platform), 24.0);  // P2: 16 + 3 + 5; P1: 28
}

TEST(Bounds, UseTheFastestNodeThatCanRunTheTask) {
    const loom::Run run = test::runFromText(
        "node slow speed=1 memory=100 ; node fast speed=4 memory=10 ; node gpu speed=2 memory=50 gpu=1\n"
        "task small 8 memory=10 ; task big 8 memory=60 ; task kernel 8 accelerator=gpu",
        "");
    const TaskGraph& graph = *run.scenario->graph;
    EXPECT_EQ(criticalPathBound(graph, *run.scenario->platform), 8.0);                 // big on slow
    EXPECT_EQ(areaTime(graph, *run.scenario->platform).nanoseconds(), 4'666'666'666);  // (2 + 8 + 4) / 3; kernel at 2 flop/s
    EXPECT_TRUE(std::isinf(serialSeconds(graph, *run.scenario->platform)));            // no node has all three
}

TEST(Bounds, AreInfiniteWhenATaskCanRunNowhere) {
    const loom::Run run = test::runFromText("node P1 ; task t1 1 cores=2", "");
    EXPECT_TRUE(std::isinf(criticalPathBound(*run.scenario->graph, *run.scenario->platform)));
    EXPECT_TRUE(std::isinf(areaBound(*run.scenario->graph, *run.scenario->platform)));
}

TEST(Bounds, TheAreaIsExactToTheNanosecond) {
    // 1e9 + 1e9 + 1 ns of one core on three cores: 666666667 ns, remainders of all tasks counted.
    const loom::Run run = test::runFromText("node P1 cores=3 ; task t1 1 ; task t2 1.000000001", "");
    EXPECT_EQ(areaTime(*run.scenario->graph, *run.scenario->platform).nanoseconds(), 666'666'667);
}

// --- series --------------------------------------------------------------------------------------------------------

TEST(Series, BusyCoresAreAStepFunctionThatReturns) {
    const Series s = busyCoresSeries(test::runFromText(kWorld, kTrace));
    EXPECT_THAT(s.time, ElementsAre(0, 4, 5, 6, 7, 9));
    EXPECT_THAT(s.value, ElementsAre(1, 0, 2, 3, 1, 0));
}

TEST(Series, BusyCoresEndWithTheirNode) {
    for (const char* crash : {"3 down P1 ; 3 fail t1 P1:0", "3 fail t1 P1:0 ; 3 down P1", "3 down P1"}) {
        const Series s = busyCoresSeries(
            test::runFromText(kWorld, std::string("1 begin t1 P1:0 ;") + crash + "; 4 up P1 ; 5 begin t1 P1:0 ; 9 end t1 P1:0"));
        EXPECT_THAT(s.time, ElementsAre(0, 1, 3, 5, 9)) << crash;
        EXPECT_THAT(s.value, ElementsAre(0, 1, 0, 1, 0)) << crash;
    }
}

TEST(Series, ReadyTasksThatWait) {
    const Series s = readySeries(test::runFromText(kWorld, kTrace));
    EXPECT_THAT(s.time, ElementsAre(0, 4, 5, 9));
    EXPECT_THAT(s.value, ElementsAre(0, 1, 0, 0));
}

TEST(Series, AStaticPlanLeavesNothingUnplaced) {
    const Series s = readySeries(
        test::runFromText(kWorld, "0 place t1 P1 ; 0 place t2 P1 ; 1 ready t1 ; 2 begin t1 P1:0 ; 3 ready t2 ; 4 begin t2 P1:0"));
    EXPECT_THAT(s.value, ElementsAre(0, 0));
}

TEST(Series, TransfersInFlight) {
    const Series s =
        transferSeries(test::runFromText(kWorld, "1 send a P1 P2 ; 2 send a P1 S ; 3 break a P1 S ; 6 arrive a P1 P2 ; 8 up P1"));
    EXPECT_THAT(s.time, ElementsAre(0, 1, 2, 3, 6, 8));
    EXPECT_THAT(s.value, ElementsAre(0, 1, 2, 1, 0, 0));
}

TEST(Series, ThroughputInBins) {
    const Series s = throughputSeries(test::runFromText(kWorld, kTrace), 3);  // ends at 4, 7 and 9 of 9 s
    EXPECT_THAT(s.time, ElementsAre(0, 3, 6, 9));
    EXPECT_THAT(s.value, ElementsAre(0, 1 / 3.0, 2 / 3.0, 2 / 3.0));
}

TEST(Series, UtilisationInBins) {
    const loom::Run run = test::runFromText(kWorld, kTrace);
    const Series all = utilisationSeries(run, 3);
    EXPECT_THAT(all.time, ElementsAre(0, 3, 6, 9));
    // 0-3: one core; 3-6: 1 s of one, 1 s of two; 6-9: 1 s of three, 2 s of one; of three cores.
    EXPECT_THAT(all.value, testing::Pointwise(testing::DoubleEq(), {3.0 / 9, 3.0 / 9, 5.0 / 9, 5.0 / 9}));
    const Series second = nodeUtilisationSeries(run, NodeId(1), 3);
    EXPECT_THAT(second.value, testing::Pointwise(testing::DoubleEq(), {0.0, 0.0, 1.0, 1.0}));
    const Series storage = nodeUtilisationSeries(run, NodeId(2), 3);
    EXPECT_THAT(storage.value, ElementsAre(0, 0, 0, 0));
}

TEST(Series, OfNothingAreEmptyOrFlat) {
    const loom::Run run = test::runFromText(kWorld, "");
    EXPECT_TRUE(throughputSeries(run, 10).time.empty());
    EXPECT_TRUE(utilisationSeries(run, 10).time.empty());
    EXPECT_THAT(busyCoresSeries(run).value, ElementsAre(0));
}

}  // namespace
}  // namespace loom
