// Spark and Hadoop: what happens -> what they decide.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/schedule/conversation.h"

namespace loom::test {
namespace {

TEST(Spark, AStageWaitsUntilItsParentsAreComplete) {
    Conversation talk("spark", "node P; node Q; task a1 1 kind=map; task a2 1 kind=map; task b1 1 kind=red; file d 1 a1 -> b1; edge a2 -> b1");
    talk.ready("a1 a2");
    EXPECT_EQ(talk.decide().size(), 9u);  // both, on either node
    EXPECT_EQ(talk.done("a1").decide(), "");
    Conversation half("spark", "node P; task a1 1 kind=map; task a2 1 kind=map; task b1 1 kind=red; task b2 1 kind=red; edge a1 -> b1; edge a2 -> b2");
    EXPECT_EQ(half.ready("a1 a2").decide(), "a1>P");
    // b1 has all it needs, but its stage has not.
    EXPECT_EQ(half.done("a1").ready("b1").decide(), "a2>P");
    EXPECT_EQ(half.done("a2").ready("b2").decide(), "b1>P");
}

TEST(Spark, StagesGoInTheOrderOfTheirNumbers) {
    Conversation talk("spark", "node P; task x1 1 kind=x; task y1 1 kind=y; task x2 1 kind=x");
    EXPECT_EQ(talk.ready("x1 y1 x2").decide(), "x1>P");
    EXPECT_EQ(talk.done("x1").decide(), "x2>P");
    EXPECT_EQ(talk.done("x2").decide(), "y1>P");
}

TEST(Spark, ATaskThatFailedGoesFirst) {
    Conversation talk("spark", "node P; task a 1; task b 1; task c 1");
    EXPECT_EQ(talk.ready("a b c").decide(), "a>P");
    EXPECT_EQ(talk.done("a").decide(), "b>P");
    EXPECT_EQ(talk.failed("b").ready("b").decide(), "b>P");
}

// t1 to t3 have their data on P1, which has one core.
const char* const kLocal =
    "node P1 group=r; node P2 group=r; node P3 group=s; task t1 1; task t2 1; task t3 1; file d1 5 -> t1; file d2 5 -> t2; file d3 5 -> t3";

TEST(Spark, WaitsForTheNodeThenTheRackThenNothing) {
    Conversation talk("spark", kLocal);
    talk.has("P1", "d1 d2 d3");
    EXPECT_EQ(talk.ready("t1 t2 t3").decide(), "t1>P1");
    EXPECT_EQ(talk.wake(), 3);
    EXPECT_EQ(talk.at(2.9).decide(), "");
    EXPECT_EQ(talk.at(3).decide(), "t2>P2");
    EXPECT_EQ(talk.why().rule, "a task of the first stage whose data is in the rack, after waiting for its node");
    EXPECT_EQ(talk.wake(), 6);
    EXPECT_EQ(talk.at(6).decide(), "t3>P3");
}

TEST(Spark, WithoutRacksThereIsNothingBetween) {
    Conversation talk("spark[localityWait=1s]", "node P1; node P2; task t1 1; task t2 1; file d1 5 -> t1; file d2 5 -> t2");
    talk.has("P1", "d1 d2");
    EXPECT_EQ(talk.ready("t1 t2").decide(), "t1>P1");
    EXPECT_EQ(talk.at(1).decide(), "t2>P2");
}

TEST(Spark, TasksWithoutPreferenceRunAtOnce) {
    Conversation talk("spark", "node P1; node P2; task t1 1; task t2 1; task n 1; file d1 5 -> t1; file d2 5 -> t2");
    talk.has("P1", "d1 d2");
    EXPECT_EQ(talk.ready("t1 t2 n").decide(), "t1>P1 n>P2");
    // What is spread over more than five nodes has no preference either.
    std::string world = "task t 1; task b 1; file e 1 -> b; ";
    for (int i = 0; i < 7; ++i) world += "node P" + std::to_string(i) + "; file d" + std::to_string(i) + " 1 -> t; ";
    Conversation spread("spark", world);
    for (int i = 0; i < 6; ++i) spread.has("P" + std::to_string(i), "d" + std::to_string(i));
    EXPECT_NE(spread.ready("t").decide(), "");
    EXPECT_EQ(spread.why().rule, "a task of the first stage without preference");
}

TEST(Spark, SinceThreePointOneALaunchDoesNotStopTheClockWhileCoresAreUnused) {
    const char* world = "node P1; node P2; task t1 1; task t2 1; task t3 1; file d1 5 -> t1; file d2 5 -> t2; file d3 5 -> t3";
    Conversation now("spark", world);
    now.has("P1", "d1 d2 d3").ready("t1 t2 t3").decide();
    EXPECT_EQ(now.at(2).done("t1").decide(), "t2>P1");
    EXPECT_EQ(now.wake(), 3);
    EXPECT_EQ(now.at(3).decide(), "t3>P2");
    for (const char* form : {"spark[legacyReset=true]", "spark[version=3.0]"}) {
        Conversation before(form, world);
        before.has("P1", "d1 d2 d3").ready("t1 t2 t3").decide();
        EXPECT_EQ(before.at(2).done("t1").decide(), "t2>P1");
        EXPECT_EQ(before.wake(), 5);
        EXPECT_EQ(before.at(3).decide(), "");
        EXPECT_EQ(before.at(5).decide(), "t3>P2");
    }
}

TEST(Spark, ARoundThatUsedEveryCoreStartsTheClockAnew) {
    Conversation talk("spark", "node P1; node P2; task t1 1; task t2 1; task t3 1; task u 1; file d1 5 -> t1; file d2 5 -> t2; "
                               "file d3 5 -> t3; file e 5 -> u");
    talk.has("P1", "d1 d2 d3").has("P2", "e");
    EXPECT_EQ(talk.ready("t1 t2 t3 u").decide().size(), 10u);  // t1 on P1 and u on P2, in the order of the offers
    EXPECT_EQ(talk.at(2).done("t1").decide(), "t2>P1");        // P2 is busy: no core is unused
    EXPECT_EQ(talk.at(2.5).done("u").decide(), "");
    EXPECT_EQ(talk.wake(), 5);
}

TEST(Hadoop, NodesAreServedAtTheirHeartbeats) {
    Conversation talk("hadoop", "node P; node Q; task a 1; task b 1; task c 1");
    EXPECT_EQ(talk.ready("a b c").decide(), "a>P");  // P at 0, 1, 2 ...; Q at 0.5, 1.5 ...
    EXPECT_EQ(talk.wake(), 0.5);
    EXPECT_EQ(talk.at(0.5).decide(), "b>Q");
    EXPECT_EQ(talk.wake(), -1);                        // nobody is idle
    EXPECT_EQ(talk.at(0.7).done("a").decide(), "");  // P has room but does not ask yet
    EXPECT_EQ(talk.wake(), 1);
    EXPECT_EQ(talk.at(1).decide(), "c>P");
}

TEST(Hadoop, OutOfBandHeartbeatsFollowEveryTaskThatEnds) {
    Conversation talk("hadoop[outOfBand=true]", "node P; node Q; task a 1; task b 1; task c 1");
    EXPECT_EQ(talk.ready("a b c").decide(), "a>P");
    EXPECT_EQ(talk.at(0.2).done("a").decide(), "b>P");
}

TEST(Hadoop, TakesTheOldestLocalTaskThenTheRacksThenAny) {
    Conversation talk("hadoop", "node P group=r; node Q group=r; node R group=s; task far 1; task near 1; task here 1; "
                                "file f 5 -> far; file n 5 -> near; file h 5 -> here");
    talk.down("Q").down("R").has("R", "f").has("Q", "n").has("P", "h");
    EXPECT_EQ(talk.ready("far near here").decide(), "here>P");
    EXPECT_EQ(talk.at(1).done("here").decide(), "near>P");
    EXPECT_EQ(talk.at(2).done("near").decide(), "far>P");
    EXPECT_EQ(talk.why().rule, "the oldest task: none has its data near the node that asks");
}

TEST(Hadoop, MayWaitForLocality) {
    Conversation talk("hadoop[delay=2s]", "node P group=r; node Q group=s; node R group=r; task t 1; task u 1; file d 5 -> t; file e 5 -> u");
    talk.down("Q").down("R").has("Q", "d").has("R", "e");
    EXPECT_EQ(talk.ready("t u").decide(), "");  // P asks and is passed over
    EXPECT_EQ(talk.wake(), 1);
    EXPECT_EQ(talk.at(1).decide(), "");
    EXPECT_EQ(talk.at(2).decide(), "u>P");  // rack-local after 2 s
    EXPECT_EQ(talk.at(3).done("u").decide(), "");
    EXPECT_EQ(talk.at(4).decide(), "t>P");  // anywhere after 4 s
}

TEST(DelayScheduling, MayWaitForATimeInsteadOfChances) {
    Conversation talk("delay-scheduling[wait=3s]", "node P; node Q; task a 1; task b 1; file d 5 -> a; file e 5 -> b");
    talk.has("P", "d e");
    EXPECT_EQ(talk.ready("a b").decide(), "a>P");
    EXPECT_EQ(talk.wake(), 3);
    EXPECT_EQ(talk.at(2).decide(), "");
    EXPECT_EQ(talk.at(3).decide(), "b>Q");
}

TEST(WorkStealing, ATheftTakesItsTime) {
    Conversation talk("work-stealing[latency=0.5s]", "node P; node Q; task a 1; task b 1; task c 1");
    EXPECT_EQ(talk.ready("a b c").decide(), "c>P");  // Q steals a, which is under way
    EXPECT_EQ(talk.wake(), 0.5);
    EXPECT_EQ(talk.at(0.2).done("c").decide(), "b>P");
    EXPECT_EQ(talk.at(0.5).decide(), "a>Q");
}

TEST(PowerOfD, MayWaitInTheShortestOfTheDrawnQueues) {
    Conversation talk("power-of-d[d=9,queues=true]", "node P; node Q cores=3; task a 1; task b 1; task c 1; task d 1; task e 1; task f 1; task g 1; task h 1");
    const std::string placed = talk.ready("a b c d e f g h").decide();
    EXPECT_EQ(std::count(placed.begin(), placed.end(), 'P'), 2);  // as many to a core on both
    EXPECT_EQ(std::count(placed.begin(), placed.end(), 'Q'), 6);
}

}  // namespace
}  // namespace loom::test
