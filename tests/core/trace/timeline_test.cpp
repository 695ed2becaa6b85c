#include "core/trace/timeline.h"

#include <memory>

#include <gtest/gtest.h>

#include "tests/support/trace_text.h"

namespace loom {
namespace {

const char* const kWorld = R"(
    node P1 cores=2 ; node P2
    task t1 2 ; task t2 3 cores=2 ; task t3 4
    file a 5 t1 -> t2 t3
)";

class TimelineOfText : public testing::Test {
protected:
    void open(const std::string& trace) {
        run = test::runFromText(kWorld, trace);
        timeline = std::make_unique<Timeline>(*run.scenario->graph, *run.scenario->platform, *run.trace);
        timeline->update();
    }
    [[nodiscard]] const Bar& bar(std::size_t i) const { return timeline->bars().at(i); }
    void expectBar(std::size_t i, BarKind kind, double begin, double end) const {
        EXPECT_EQ(bar(i).kind, kind) << i;
        EXPECT_EQ(bar(i).begin, Time::fromSeconds(begin)) << i;
        EXPECT_EQ(bar(i).end, Time::fromSeconds(end)) << i;
    }

    loom::Run run;
    std::unique_ptr<Timeline> timeline;
};

TEST_F(TimelineOfText, AHeldSlotThenTheAttempt) {
    open("0 place t2 P1:0 ; 1 begin t2 P1:0 #3 ; 4 end t2 P1:0 #3");
    ASSERT_EQ(timeline->bars().size(), 2u);
    expectBar(0, BarKind::held, 0, 1);
    expectBar(1, BarKind::compute, 1, 4);
    EXPECT_EQ(bar(1).task, TaskId(1));
    EXPECT_EQ(bar(1).node, NodeId(0));
    EXPECT_EQ(bar(1).lane, 0u);
    EXPECT_EQ(bar(1).lanes, 2u);
    EXPECT_EQ(bar(1).attempt, 3u);
    EXPECT_FALSE(bar(1).data.valid());
}

TEST_F(TimelineOfText, BegunAtOnceIsOneBar) {
    open("0 place t1 P1:0 ; 0 begin t1 P1:0 ; 2 end t1 P1:0");
    ASSERT_EQ(timeline->bars().size(), 1u);
    expectBar(0, BarKind::compute, 0, 2);
}

TEST_F(TimelineOfText, APlanHoldsNothing) {
    open("0 place t1 P1 ; 5 begin t1 P1:1 ; 7 end t1 P1:1");
    ASSERT_EQ(timeline->bars().size(), 1u);
    EXPECT_EQ(bar(0).lane, 1u);
}

TEST_F(TimelineOfText, TransfersArriveOrBreak) {
    open("1 send a P1 P2 ; 2 send a P2 P1 ; 3 break a P2 P1 ; 4 arrive a P1 P2");
    ASSERT_EQ(timeline->bars().size(), 2u);
    expectBar(0, BarKind::transfer, 1, 4);
    expectBar(1, BarKind::transfer, 2, 3);
    EXPECT_EQ(bar(0).node, NodeId(1));
    EXPECT_EQ(bar(0).from, NodeId(0));
    EXPECT_EQ(bar(0).data, DataId(0));
    EXPECT_EQ(bar(0).lane, Record::kNone);
    EXPECT_FALSE(bar(0).task.valid());
}

TEST_F(TimelineOfText, ACrashCutsWhatIsOnTheNode) {
    open(
        "0 begin t1 P1:0 ; 0 place t3 P1:1 ; 0 send a P1 P2 ; 1 begin t2 P2:0 ; 3 down P1 ; 3 fail t1 P1:0 ; 5 up P1 ; 6 end t2 "
        "P2:0");
    ASSERT_EQ(timeline->bars().size(), 5u);
    expectBar(0, BarKind::lost, 0, 3);
    expectBar(1, BarKind::held, 0, 3);
    expectBar(2, BarKind::transfer, 0, 6);  // nobody said it broke
    expectBar(3, BarKind::compute, 1, 6);   // on the other node
    expectBar(4, BarKind::down, 3, 5);
    EXPECT_EQ(bar(4).lanes, 2u);
    EXPECT_EQ(bar(4).lane, Record::kNone);
    EXPECT_FALSE(bar(4).task.valid());
}

TEST_F(TimelineOfText, FailureAndRetryCloseBars) {
    open("0 begin t1 P1:0 ; 2 fail t1 P1:0 ; 2 retry t1 error ; 2 place t1 P2:0 ; 4 retry t1 lost");
    ASSERT_EQ(timeline->bars().size(), 2u);
    expectBar(0, BarKind::lost, 0, 2);
    expectBar(1, BarKind::held, 2, 4);
}

TEST_F(TimelineOfText, OpenBarsReachTheEndAndUpdatesAreIncremental) {
    open("0 begin t1 P1:0 ; 1 begin t3 P1:1");
    expectBar(0, BarKind::running, 0, 1);
    expectBar(1, BarKind::running, 1, 1);
    EXPECT_EQ(timeline->update(), 2u);  // nothing new
    test::appendText(run, "2 end t1 P1:0");
    EXPECT_EQ(timeline->update(), 0u);
    expectBar(0, BarKind::compute, 0, 2);
    expectBar(1, BarKind::running, 1, 2);
    test::appendText(run, "2 ready t2");
    EXPECT_EQ(timeline->update(), 2u);  // no bar moved
    test::appendText(run, "3 begin t2 P2:0");
    EXPECT_EQ(timeline->update(), 1u);  // t3 grew, t2 is new
    expectBar(1, BarKind::running, 1, 3);
    expectBar(2, BarKind::running, 3, 3);
    test::appendText(run, "3 end t2 P2:0");
    EXPECT_EQ(timeline->update(), 2u);
}

TEST_F(TimelineOfText, ManyOpenBarsFindTheirOwnEnds) {
    open(
        "0 begin t1 P1:0 ; 0 begin t3 P1:1 ; 0 begin t2 P2:0 ; 1 send a P1 P2 ; 2 end t3 P1:1 ; 3 arrive a P1 P2 ; 4 end t1 P1:0 "
        "; 5 end t2 P2:0");
    ASSERT_EQ(timeline->bars().size(), 4u);
    expectBar(0, BarKind::compute, 0, 4);
    expectBar(1, BarKind::compute, 0, 2);
    expectBar(2, BarKind::compute, 0, 5);
    expectBar(3, BarKind::transfer, 1, 3);
}

TEST_F(TimelineOfText, ReadsInSlicesAndLeavesTransfersOutWhenAsked) {
    open("0 begin t1 P1:0 ; 2 end t1 P1:0 ; 2 send a P1 P2 ; 4 arrive a P1 P2 ; 4 begin t3 P2:0 ; 6 end t3 P2:0");
    ASSERT_EQ(timeline->bars().size(), 3u);
    Timeline sliced(*run.scenario->graph, *run.scenario->platform, *run.trace, TransferBars::no);
    sliced.update(1);
    EXPECT_EQ(sliced.position(), 1u);
    ASSERT_EQ(sliced.bars().size(), 1u);
    EXPECT_EQ(sliced.bars()[0].kind, BarKind::running);
    for (std::size_t read = 1; read < run.trace->size(); ++read) {
        EXPECT_EQ(sliced.position(), read);
        sliced.update(1);
    }
    EXPECT_EQ(sliced.update(1), sliced.bars().size());
    ASSERT_EQ(sliced.bars().size(), 2u);
    EXPECT_EQ(sliced.bars()[0].end, timeline->bars()[0].end);
    EXPECT_EQ(sliced.bars()[1].begin, timeline->bars()[2].begin);
    EXPECT_EQ(sliced.bars()[1].end, timeline->bars()[2].end);
}

}  // namespace
}  // namespace loom
