// Conversations: a little world and a plan, and the whole of what happened.
#include "sim/coordinator/coordinator.h"

#include <gtest/gtest.h>

#include "tests/support/directed_run.h"
#include "tests/support/trace_text.h"

namespace loom::test {
namespace {

// t1 -> t2 with 3 bytes over a link of 1 B/s.
constexpr const char* kPair = "node P1; node P2; task t1 10; task t2 4; file d 3 t1 -> t2";

TEST(Coordinator, PushesAnOutputAsSoonAsItExists) {
    const loom::Run world = runFromText(kPair, "");
    const auto plan = planFromText(world, "t1 P1 0, t2 P2 13");
    const auto run = direct(world, *plan);
    EXPECT_EQ(tell(*run),
              "0 place t1 P1\n"
              "0 place t2 P2\n"
              "0 ready t1\n"
              "0 begin t1 P1:0\n"
              "10 end t1 P1:0\n"
              "10 send d P1 P2\n"
              "10 ready t2\n"
              "13 arrive d P1 P2\n"
              "13 begin t2 P2:0\n"
              "17 end t2 P2:0\n"
              "17 over finished\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Coordinator, OnlineTasksHoldTheirSlotWhileTheyPull) {
    const loom::Run world = runFromText("node P1; node P2; task a 2; task b 10; task c 1; file d 3 a -> c; file e 1 b -> c", "");
    const auto scheduler = lowestIdleNode();
    const auto run = direct(world, *scheduler);
    EXPECT_EQ(tell(*run, "place send arrive begin end"),
              "0 place a P1:0\n0 place b P2:0\n0 begin a P1:0\n0 begin b P2:0\n2 end a P1:0\n10 end b P2:0\n"
              "10 place c P1:0\n10 send e P2 P1\n11 arrive e P2 P1\n11 begin c P1:0\n12 end c P1:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Coordinator, TasksWaitForTheirRelease) {
    const loom::Run world = runFromText("node P1; task a 2 release=5; task b 1; task c 1 release=2; edge b -> c", "");
    const auto scheduler = lowestIdleNode();
    const auto run = direct(world, *scheduler);
    EXPECT_EQ(tell(*run, "ready begin"),
              "0 ready b\n0 begin b P1:0\n2 ready c\n2 begin c P1:0\n5 ready a\n5 begin a P1:0\n");
    EXPECT_EQ(violations(*run), "");
    const auto plan = planFromText(world, "a P1 5, b P1 0, c P1 2");
    const auto planned = direct(world, *plan);
    EXPECT_EQ(tell(*planned, "ready begin"), tell(*run, "ready begin"));
    EXPECT_EQ(violations(*planned), "");
}

TEST(Coordinator, ACrashDoesNotReleaseATask) {
    const loom::Run world = runFromText("node P1; node P2; task a 4; task b 1 release=9; edge a -> b", "");
    const auto scheduler = lowestIdleNode();
    Trouble trouble;
    trouble.failures.crashes.push_back({"P1", Time::fromSeconds(2), Time::fromSeconds(1)});
    const auto run = direct(world, *scheduler, trouble);
    EXPECT_EQ(tell(*run, "begin"), "0 begin a P1:0\n2 begin a P2:0 #1\n9 begin b P1:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Coordinator, ConsumersOfOneFileOnOneNodeShareATransfer) {
    const loom::Run world = runFromText("node P1; node P2 cores=2; task a 1; task b 1; task c 1; file d 5 a -> b c", "");
    const auto plan = planFromText(world, "a P1 0, b P2 6, c P2 6");
    EXPECT_EQ(tell(*direct(world, *plan), "send begin"), "0 begin a P1:0\n1 send d P1 P2\n6 begin b P2:0\n6 begin c P2:1\n");
}

TEST(Coordinator, WorkflowInputsComeFromStorage) {
    const loom::Run world = runFromText("node P1; storage S; task a 1; file in 4 -> a", "");
    const auto plan = planFromText(world, "a P1 4");
    const auto run = direct(world, *plan);
    EXPECT_EQ(tell(*run), "0 initial in S\n0 place a P1\n0 send in S P1\n0 ready a\n4 arrive in S P1\n4 begin a P1:0\n5 end a P1:0\n5 over finished\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Coordinator, MemoryHoldsATaskBack) {
    const loom::Run world = runFromText("node P1 cores=2 memory=10; task a 3 memory=6; task b 2 memory=6; task c 1 memory=4", "");
    const auto scheduler = lowestIdleNode();
    const auto run = direct(world, *scheduler);
    EXPECT_EQ(violations(*run), "");
    EXPECT_EQ(tell(*run, "begin"), "0 begin a P1:0\n0 begin c P1:1\n3 begin b P1:0\n");
}

// b waits for 8 B; what is smaller may pass it in another lane, but a lane's order stays. When memory is free again the
// heads of the lanes are tried in the order of the lanes.
TEST(Coordinator, ATaskThatWaitsForMemoryIsPassedByWhatFits) {
    const loom::Run world = runFromText(
        "node P1 cores=3 memory=10; task a 3 memory=8; task b 2 memory=8; task c 1 memory=2; task d 5 memory=2; task e 1 memory=2", "");
    const auto plan = planFromText(world, "a P1 0, b P1 0, c P1 0, d P1 1, e P1 2");
    const auto run = direct(world, *plan);
    EXPECT_EQ(tell(*run, "begin"),
              "0 begin a P1:0\n0 begin c P1:2\n1 begin d P1:2\n3 begin b P1:1\n5 begin e P1:1\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Coordinator, ATaskOfTwoCoresTakesTwoLanes) {
    const loom::Run world = runFromText("node P1 cores=2; task a 3; task b 2 cores=2; task c 1", "");
    const auto plan = planFromText(world, "a P1 0, c P1 0, b P1 3");
    const auto run = direct(world, *plan);
    EXPECT_EQ(tell(*run, "begin"), "0 begin a P1:0\n0 begin c P1:1\n3 begin b P1:0\n");
    EXPECT_EQ(violations(*run), "");
}

Trouble crash(const std::string& node, double at, double repair) {
    Trouble trouble;
    trouble.failures.crashes.push_back({node, Time::fromSeconds(at), repair > 0 ? Time::fromSeconds(repair) : Time::never()});
    return trouble;
}

TEST(Recovery, ACrashedAttemptEndsAtThatInstantAndMovesToALiveNode) {
    const loom::Run world = runFromText(kPair, "");
    const auto plan = planFromText(world, "t1 P1 0, t2 P2 13");
    const auto run = direct(world, *plan, crash("P1", 4, 0));
    EXPECT_EQ(tell(*run),
              "0 place t1 P1\n0 place t2 P2\n0 ready t1\n0 begin t1 P1:0\n"
              "4 fail t1 P1:0\n4 retry t1 crashed\n4 down P1\n4 place t1 P2\n4 ready t1\n4 begin t1 P2:0 #1\n"
              "14 end t1 P2:0 #1\n14 ready t2\n14 begin t2 P2:0\n18 end t2 P2:0\n18 over finished\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Recovery, ALostOutputThatIsStillNeededIsMadeAgain) {
    const loom::Run world = runFromText(kPair, "");
    const auto plan = planFromText(world, "t1 P1 0, t2 P2 13");
    const auto run = direct(world, *plan, crash("P1", 11, 0));
    EXPECT_EQ(tell(*run, "end break gone retry begin"),
              "0 begin t1 P1:0\n10 end t1 P1:0\n11 break d P1 P2\n11 gone d P1\n11 retry t1 lost\n"
              "11 begin t1 P2:0 #1\n21 end t1 P2:0 #1\n21 begin t2 P2:0\n25 end t2 P2:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Recovery, ALostOutputNobodyNeedsAnyMoreIsNotMadeAgain) {
    const loom::Run world = runFromText(kPair, "");
    const auto plan = planFromText(world, "t1 P1 0, t2 P2 13");
    const auto run = direct(world, *plan, crash("P1", 15, 0));
    EXPECT_EQ(tell(*run, "retry begin gone"), "0 begin t1 P1:0\n13 begin t2 P2:0\n15 gone d P1\n");
    EXPECT_EQ(run->outcome, Outcome::finished);
}

TEST(Recovery, LineageIsFollowedAsFarBackAsOutputsAreMissing) {
    const loom::Run world = runFromText("node P1; node P2; task a 1; task b 1; task c 1; file d 1 a -> b; file e 100 b -> c", "");
    const auto plan = planFromText(world, "a P1 0, b P1 1, c P2 102");
    const auto run = direct(world, *plan, crash("P1", 50, 0));
    EXPECT_EQ(tell(*run, "retry"), "50 retry b lost\n50 retry a lost\n");
    EXPECT_EQ(tell(*run, "end"), "1 end a P1:0\n2 end b P1:0\n51 end a P2:0 #1\n52 end b P2:0 #1\n53 end c P2:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Recovery, WithoutALiveNodeTasksWaitForTheRepair) {
    const loom::Run world = runFromText("node P1; task a 10", "");
    for (const bool online : {false, true}) {
        const auto scheduler = online ? lowestIdleNode() : planFromText(world, "a P1 0");
        const auto run = direct(world, *scheduler, crash("P1", 4, 2));
        EXPECT_EQ(tell(*run, "fail down up begin end"), "0 begin a P1:0\n4 fail a P1:0\n4 down P1\n6 up P1\n6 begin a P1:0 #1\n16 end a P1:0 #1\n");
        EXPECT_EQ(violations(*run), "");
    }
}

TEST(Recovery, WithoutAnyRepairTheRunIsStuckAndSaysWhere) {
    const loom::Run world = runFromText("node P1; task a 10; task b 1; edge a -> b", "");
    const auto plan = planFromText(world, "a P1 0, b P1 10");
    const auto run = direct(world, *plan, crash("P1", 4, 0));
    EXPECT_EQ(run->outcome, Outcome::stuck);
    EXPECT_EQ(run->failure, "2 of 2 tasks remain; a has no live node to run on");
}

TEST(Recovery, OnlineTasksWhoseSourceDiesGoBackToTheQueue) {
    const loom::Run world = runFromText("node P1; node P2; node P3; task a 1; task b 5; task c 1; file d 9 a -> c; file e 1 b -> c", "");
    const auto scheduler = lowestIdleNode();
    // At 5 c is placed on P1, where d is; e comes from P2, which dies on the way.
    const auto run = direct(world, *scheduler, crash("P2", 5.5, 0));
    EXPECT_EQ(tell(*run, "place break retry"),
              "0 place a P1:0\n0 place b P2:0\n5 place c P1:0\n5.5 break e P2 P1\n5.5 retry b lost\n5.5 retry c lost\n"
              "5.5 place b P1:0\n10.5 place c P1:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Faults, AStragglerComputesSlowerForAWhile) {
    const loom::Run world = runFromText("node P1; task a 10", "");
    const auto plan = planFromText(world, "a P1 0");
    Trouble trouble;
    trouble.failures.slowdowns.push_back({"P1", Time::fromSeconds(2), Time::fromSeconds(8), 4});
    // 2 s at full speed, 8 s at a quarter (2 s worth), 6 s at full speed again.
    EXPECT_EQ(tell(*direct(world, *plan, trouble), "speed end"), "2 speed P1 0.25\n10 speed P1 1\n16 end a P1:0\n");
}

TEST(Faults, RandomFailuresDependOnNothingButSeedAndNode) {
    const loom::Run world = runFromText("node P1; node P2; task a 100; task b 100", "");
    Trouble trouble;
    trouble.failures.random.push_back({"P1", 20, 5});
    const auto one = planFromText(world, "a P1 0, b P2 0");
    const auto other = planFromText(world, "b P1 0, a P2 0");
    const std::string first = tell(*direct(world, *one, trouble), "down up");
    const std::string second = tell(*direct(world, *other, trouble), "down up");
    ASSERT_GT(first.size(), 20u);
    EXPECT_EQ(first.substr(0, 20), second.substr(0, 20));
}

TEST(Coordinator, AViewThatLagsMakesPlacementsThatAreRefused) {
    const loom::Run world = runFromText("node P1; task a 2; task b 2", "");
    const auto scheduler = lowestIdleNode();
    Trouble trouble;
    trouble.options.viewDelay = Time::fromSeconds(1);
    const auto run = direct(world, *scheduler, trouble);
    EXPECT_EQ(run->outcome, Outcome::finished);
    // Until 1 the view shows P1 free; b is offered to it again when a placement changes something.
    EXPECT_EQ(tell(*run, "place"), "0 place a P1:0\n3 place b P1:0\n");
}

}  // namespace
}  // namespace loom::test
