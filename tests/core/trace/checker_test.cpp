#include "core/trace/checker.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/trace_text.h"

namespace loom {
namespace {

// P1: 2 cores, 10 B, one gpu. P2: 1 core. S: storage. in -> t1 -a-> t2, t3; t1 -> t4 without data.
const char* const kWorld = R"(
    node P1 cores=2 memory=10 gpu=1 ; node P2 cores=1 ; storage S
    task t1 2 ; task t2 3 ; task t3 1 cores=2 ; task t4 1
    task late 1 release=5
    task m1 1 memory=6 ; task m2 1 memory=6 ; task g1 1 accelerator=gpu ; task g2 1 accelerator=gpu
    file in 1 -> t1 ; file a 4 t1 -> t2 t3 ; edge t1 -> t4
)";
const char* const kOnP1 = "0 initial in P1 ; 0 begin t1 P1:0 ; 2 end t1 P1:0 ;";

std::string show(const std::vector<Violation>& violations) {
    std::string text;
    for (const Violation& v : violations) text += "#" + std::to_string(v.record) + " " + v.rule + ": " + v.text + "\n";
    return text;
}

struct Case {
    const char* name;
    const char* rule;  // "" for a sound trace
    std::string trace;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string caseName(const testing::TestParamInfo<Case>& entry) { return entry.param.name; }

class CheckerOf : public testing::TestWithParam<Case> {};

TEST_P(CheckerOf, Trace) {
    const loom::Run run = test::runFromText(kWorld, GetParam().trace);
    const std::vector<Violation> violations = checkTrace(run);
    if (*GetParam().rule == '\0') {
        EXPECT_TRUE(violations.empty()) << show(violations);
        return;
    }
    ASSERT_EQ(violations.size(), 1u) << show(violations);
    EXPECT_EQ(violations[0].rule, GetParam().rule) << show(violations);
    EXPECT_LT(violations[0].record, run.trace->size());
}

const std::vector<Case> kSound{
    {"nothing", "", ""},
    {"readyWhenReleased", "", "5 ready late ; 5 begin late P2:0"},
    {"inputsEverywhere", "", "0 begin t1 P2:0 ; 2 end t1 P2:0"},
    {"inputsFromStorage", "", "0 initial in S ; 0 send in S P1 ; 1 arrive in S P1 ; 1 begin t1 P1:1 ; 3 end t1 P1:1"},
    {"heldSlotThenBegin", "",
     "0 initial in S ; 0 ready t1 ; 0 place t1 P2:0 ; 0 send in S P2 ; 1 arrive in S P2 ; 1 begin t1 P2:0"},
    {"planWithoutSlot", "", "0 place t1 P1 ; 0 place t2 P1 ; 0 begin t1 P1:0 ; 2 end t1 P1:0 ; 2 ready t2 ; 2 begin t2 P1:0"},
    {"movedBeforeItBegan", "", "0 place t1 P1 ; 1 place t1 P2 ; 1 begin t1 P2:0 ; 3 end t1 P2:0"},
    {"outputSentOnAndSentFurther", "",
     std::string(kOnP1) + "2 send a P1 P2 ; 3 arrive a P1 P2 ; 3 begin t2 P2:0 ; 4 send a P2 S ; 8 arrive a P2 S"},
    {"bothLanes", "", "0 begin t1 P1:0 ; 0 begin g1 P1:1 ; 2 end t1 P1:0 ; 2 end g1 P1:1 ; 2 begin t3 P1:0"},
    {"memoryUsedOneAfterAnother", "", "0 begin m1 P1:0 ; 1 end m1 P1:0 ; 1 begin m2 P1:0"},
    {"deviceUsedOneAfterAnother", "", "0 begin g1 P1:0 ; 1 end g1 P1:0 ; 1 begin g2 P1:0"},
    {"failureAndSecondAttempt", "",
     "0 begin t1 P1:0 ; 1 fail t1 P1:0 ; 1 retry t1 error ; 2 ready t1 ; 2 begin t1 P2:0 #1 ; 4 end t1 P2:0 #1"},
    {"crashFailsBefore", "", "0 begin t1 P1:0 ; 1 fail t1 P1:0 ; 1 down P1 ; 1 retry t1 crashed ; 2 up P1 ; 2 begin t1 P1:0 #1"},
    {"crashFailsAfter", "", "0 begin t1 P1:0 ; 1 down P1 ; 1 fail t1 P1:0 ; 1 retry t1 crashed ; 2 up P1 ; 2 begin t1 P1:0 #1"},
    {"crashFreesHeldSlots", "", "0 place t1 P1:0 ; 1 down P1 ; 1 up P1 ; 1 begin m1 P1:0 ; 1 retry t1 crashed ; 1 begin m2 P2:0"},
    {"lineage", "",
     std::string(kOnP1) + "3 down P1 ; 3 gone a P1 ; 3 retry t1 lost ; 4 initial in P2 ; 4 ready t1 ; 4 begin t1 P2:0 #1 ; 6 end "
                          "t1 P2:0 #1 ; 6 ready t2 ; 6 begin t2 P2:0"},
    {"storageKeepsItsData", "", "0 initial in S ; 1 down S ; 2 up S ; 2 send in S P1 ; 3 arrive in S P1 ; 3 begin t1 P1:0"},
    {"brokenTransfer", "",
     std::string(kOnP1) + "2 send a P1 P2 ; 3 break a P1 P2 ; 3 down P2 ; 4 up P2 ; 4 send a P1 P2 ; 8 arrive a P1 P2"},
    {"cancelledInTheMiddle", "", "0 begin t1 P1:0 ; 1 over cancelled"},
};
INSTANTIATE_TEST_SUITE_P(Sound, CheckerOf, testing::ValuesIn(kSound), caseName);

const std::vector<Case> kUnsound{
    {"timeGoesBack", "order", "3 ready t1 ; 2 ready t1"},
    {"recordAfterTheEnd", "order", "1 over cancelled ; 2 ready t1"},
    {"readyBeforeItsRelease", "release", "4 ready late"},
    {"beginsBeforeItsRelease", "release", "4.5 begin late P2:0"},
    {"readyBeforeParent", "ready", "0 ready t4"},
    {"readyWithoutData", "ready", std::string(kOnP1) + "3 down P1 ; 4 ready t2"},
    {"inputNotThere", "inputs", std::string(kOnP1) + "2 begin t2 P2:0"},
    {"inputStillOnItsWay", "inputs", std::string(kOnP1) + "2 send a P1 P2 ; 3 begin t2 P2:0"},
    {"inputLostWithItsNode", "inputs", std::string(kOnP1) + "3 down P1 ; 4 up P1 ; 4 begin t2 P1:0"},
    {"inputCopyLost", "inputs", std::string(kOnP1) + "3 gone a P1 ; 4 begin t2 P1:0"},
    {"workflowInputNotThere", "inputs", "0 initial in S ; 0 begin t1 P1:0"},
    {"brokenTransferBringsNothing", "inputs", std::string(kOnP1) + "2 send a P1 P2 ; 3 break a P1 P2 ; 4 begin t2 P2:0"},
    {"failedAttemptWritesNothing", "inputs", "0 begin t1 P1:0 ; 2 fail t1 P1:0 ; 2 begin t2 P1:0"},
    {"predecessorNotCommitted", "inputs", "0 begin t1 P1:0 ; 1 begin t4 P2:0"},
    {"tooManyTasks", "slots", "0 begin m1 P2:0 ; 0 begin m2 P2:0"},
    {"laneBeyondTheNode", "slots", "0 begin t1 P1:2"},
    {"tooWide", "slots", std::string(kOnP1) + "2 begin t3 P1:1"},
    {"noLane", "slots", "0 begin t1 P1"},
    {"heldSlotsCount", "slots", "0 place t1 P2:0 ; 0 begin m1 P2:0"},
    {"storageComputes", "slots", "0 begin m1 S:0"},
    {"sameLane", "lanes", "0 begin t1 P1:1 ; 0 begin m1 P1:1"},
    {"laneHeldByAnother", "lanes", "0 place t1 P1:0 ; 0 begin m1 P1:0"},
    {"memory", "memory", "0 begin m1 P1:0 ; 0 begin m2 P1:1"},
    {"devices", "accelerator", "0 begin g1 P1:0 ; 0 begin g2 P1:1"},
    {"noSuchDevice", "accelerator", "0 begin g1 P2:0"},
    {"placedOnADeadNode", "dead node", "0 down P1 ; 1 place t1 P1:0"},
    {"beginsOnADeadNode", "dead node", "0 down P1 ; 1 begin t1 P1:0"},
    {"commitsOnADeadNode", "dead node", "0 begin t1 P1:0 ; 1 down P1 ; 2 end t1 P1:0"},
    {"commitsInTheInstantOfTheCrash", "dead node", "0 begin t1 P1:0 ; 1 down P1 ; 1 end t1 P1:0"},
    {"failsLongAfterTheCrash", "dead node", "0 begin t1 P1:0 ; 1 down P1 ; 2 fail t1 P1:0"},
    {"survivesDownAndUp", "dead node", "0 begin t1 P1:0 ; 1 down P1 ; 1.5 up P1 ; 2 end t1 P1:0"},
    {"neverEndsOnADeadNode", "dead node", "0 begin t1 P1:0 ; 1 down P1 ; 5 ready t1"},
    {"sentByADeadNode", "dead node", "0 initial in S ; 0 down S ; 1 send in S P1"},
    {"sentToADeadNode", "dead node", std::string(kOnP1) + "3 down P2 ; 3 send a P1 P2"},
    {"senderDiesOnTheWay", "dead node", std::string(kOnP1) + "2 send a P1 P2 ; 3 down P1 ; 4 arrive a P1 P2"},
    {"receiverDiesOnTheWay", "dead node", std::string(kOnP1) + "2 send a P1 P2 ; 3 down P2 ; 4 break a P1 P2"},
    {"beginsTwice", "attempt", "0 begin t1 P1:0 ; 0 begin t1 P2:0"},
    {"endsTwice", "attempt", "0 begin t1 P1:0 ; 2 end t1 P1:0 ; 3 end t1 P1:0"},
    {"failsAfterItsEnd", "attempt", "0 begin t1 P1:0 ; 2 end t1 P1:0 ; 3 fail t1 P1:0"},
    {"endsWithoutBegin", "attempt", "0 end t1 P1:0"},
    {"endsOnAnotherNode", "attempt", "0 begin t1 P1:0 ; 2 end t1 P2:0"},
    {"endsAsAnotherAttempt", "attempt", "0 begin t1 P1:0 ; 2 end t1 P1:0 #1"},
    {"attemptsDoNotCountUp", "attempt", "0 begin t1 P1:0 ; 1 fail t1 P1:0 ; 2 begin t1 P1:0 #0"},
    {"firstAttemptIsNotZero", "attempt", "0 begin t1 P1:0 #1"},
    {"runsAgainWithoutReason", "attempt", std::string(kOnP1) + "3 begin t1 P1:0 #1"},
    {"placedWhileRunning", "attempt", "0 begin t1 P1:0 ; 1 place t1 P2:0"},
    {"beginsElsewhere", "placement", "0 place t1 P1:0 ; 1 begin t1 P2:0"},
    {"beginsOnTheVictimAfterItMoved", "placement", "0 place t1 P1 ; 1 place t1 P2 ; 1 begin t1 P1:0"},
    {"movedWhileRunning", "attempt", "0 place t1 P1 ; 0 begin t1 P1:0 ; 1 place t1 P2"},
    {"stolenTaskRunsTwice", "attempt", "0 place t1 P1 ; 1 place t1 P2 ; 1 begin t1 P2:0 ; 3 end t1 P2:0 ; 3 begin t1 P1:0 #1"},
    {"sentFromWhereItIsNot", "source", std::string(kOnP1) + "2 send a P2 P1"},
    {"sentBeforeItExists", "source", "0 send a P1 P2"},
    {"sentTwiceAtOnce", "transfer", std::string(kOnP1) + "2 send a P1 P2 ; 3 send a P1 P2"},
    {"arrivesUnsent", "transfer", std::string(kOnP1) + "2 arrive a P1 P2"},
};
INSTANTIATE_TEST_SUITE_P(Unsound, CheckerOf, testing::ValuesIn(kUnsound), caseName);

// --- whole runs ----------------------------------------------------------------------------------------------------

const char* const kTwoTasks = "node P1 cores=1 ; node P2 cores=1 ; task t1 4 ; task t2 6 ; edge t1 -> t2";

std::vector<std::string> rulesOf(const loom::Run& run) {
    std::vector<std::string> rules;
    for (const Violation& violation : checkTrace(run)) rules.push_back(violation.rule);
    return rules;
}

TEST(CheckerOfRuns, AFinishedRunHasCommittedEveryTask) {
    using testing::ElementsAre;
    EXPECT_THAT(rulesOf(test::runFromText(
                    kTwoTasks, "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 4 begin t2 P1:0 ; 10 end t2 P1:0 ; 10 over finished")),
                ElementsAre());
    loom::Run run = test::runFromText(kTwoTasks, "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 40 over finished");
    run.world = WorldKind::real;
    EXPECT_THAT(rulesOf(run), ElementsAre("finish"));
    run = test::runFromText(kTwoTasks, "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 4 begin t2 P1:0 ; 40 over finished");
    run.world = WorldKind::real;
    EXPECT_THAT(rulesOf(run), ElementsAre("attempt"));
    run = test::runFromText(
        kTwoTasks, "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 5 retry t1 lost ; 5 begin t2 P1:0 ; 40 end t2 P1:0 ; 40 over finished");
    run.world = WorldKind::real;
    EXPECT_THAT(rulesOf(run), ElementsAre("finish"));
    EXPECT_THAT(rulesOf(test::runFromText(kTwoTasks, "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 40 over stuck")), ElementsAre());
}

TEST(CheckerOfRuns, TheCriticalPathBoundsTheMakespan) {
    using testing::ElementsAre;
    const char* const tooFast = "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 4 begin t2 P1:0 ; 9 end t2 P1:0 ; 9 over finished";
    loom::Run run = test::runFromText(kTwoTasks, tooFast);
    EXPECT_THAT(rulesOf(run), ElementsAre("bound"));
    run.world = WorldKind::real;  // what a real machine does is not bounded by what a file says
    EXPECT_THAT(rulesOf(run), ElementsAre());
    EXPECT_THAT(rulesOf(test::runFromText(kTwoTasks, std::string("0 speed P1 1.5 ;") + tooFast)), ElementsAre());
    EXPECT_THAT(rulesOf(test::runFromText(kTwoTasks, std::string("0 speed P1 0.5 ;") + tooFast)), ElementsAre("bound"));
}

TEST(CheckerOfRuns, TheWorkOverAllCoresBoundsTheMakespan) {
    const char* const world = "node P1 cores=2 ; task t1 4 ; task t2 4 ; task t3 4 ; task t4 4";
    const auto violations = checkTrace(test::runFromText(world, R"(
        0 begin t1 P1:0 ; 0 begin t2 P1:1 ; 2 end t1 P1:0 ; 2 end t2 P1:1
        2 begin t3 P1:0 ; 2 begin t4 P1:1 ; 6 end t3 P1:0 ; 6 end t4 P1:1 ; 6 over finished)"));
    ASSERT_EQ(violations.size(), 1u) << show(violations);
    EXPECT_EQ(violations[0].rule, "bound");
    EXPECT_THAT(violations[0].text, testing::HasSubstr("8 s"));
}

TEST(CheckerOfRuns, NothingArrivesOverALinkThatIsDown) {
    const std::string sent = "0 initial in P1 ; 0 begin t1 P1:0 ; 2 end t1 P1:0 ; 2 send a P1 P2";
    const auto runWith = [&](std::vector<RecordKind> kinds, std::uint32_t link) {
        loom::Run run = test::runFromText(kWorld, sent);
        for (const RecordKind kind : kinds) run.trace->append(Record{Time::fromSeconds(3), kind, 0, 0, link, 0, Record::kNone});
        run.trace->append(test::recordFromText(run, "4 arrive a P1 P2"));
        return run;
    };
    const loom::Run down = runWith({RecordKind::linkDown}, 0);  // P1-P2
    EXPECT_THAT(rulesOf(down), testing::ElementsAre("cut link"));
    EXPECT_EQ(checkTrace(down)[0].text, "at 4 s data a arrives at node P2 although link P1-P2 is down");
    EXPECT_THAT(rulesOf(runWith({RecordKind::linkDown, RecordKind::linkUp}, 0)), testing::ElementsAre());
    EXPECT_THAT(rulesOf(runWith({RecordKind::linkDown}, 5)), testing::ElementsAre());
    EXPECT_THAT(rulesOf(runWith({RecordKind::linkDown}, 99)), testing::ElementsAre("record"));
}

TEST(CheckerOfRuns, NamesTheRecordTheTasksAndTheTime) {
    const auto violations = checkTrace(test::runFromText(kWorld, std::string(kOnP1) + "2.5 begin t2 P2:0"));
    ASSERT_EQ(violations.size(), 1u);
    EXPECT_EQ(violations[0].record, 3u);
    EXPECT_EQ(violations[0].text, "at 2.5 s task t2 begins on node P2, where its input data a is not");
}

TEST(CheckerOfRuns, StopsAtTheLimit) {
    std::string trace;
    for (int i = 0; i < 50; ++i) trace += "0 end t1 P1:0 ;";
    const loom::Run run = test::runFromText(kWorld, trace);
    EXPECT_EQ(checkTrace(run).size(), 20u);
    EXPECT_EQ(checkTrace(run, 3).size(), 3u);
}

TEST(CheckerOfRuns, NamesRecordsThatDoNotFit) {
    const loom::Run run = test::runFromText(kWorld, "");
    Record bad = test::recordFromText(run, "0 begin t1 P1:0");
    bad.subject = 4000;
    run.trace->append(bad);
    bad = test::recordFromText(run, "0 begin t1 P1:0");
    bad.a = 4000;
    run.trace->append(bad);
    bad.kind = static_cast<RecordKind>(200);
    run.trace->append(bad);
    EXPECT_THAT(rulesOf(run), testing::ElementsAre("record", "record", "record"));
}

}  // namespace
}  // namespace loom
