// Runs that once went on for ever, or ended other than they should: storage that fails, nodes that never stay up,
// times beyond the end of time, a person who calls back too early.
#include <gtest/gtest.h>

#include <algorithm>

#include "sim/coordinator/coordinator.h"
#include "tests/support/directed_run.h"
#include "tests/support/trace_text.h"

namespace loom::test {
namespace {

Trouble storageDown(double at, double repair) {
    Trouble trouble;
    trouble.failures.crashes.push_back({"S", Time::fromSeconds(at), repair > 0 ? Time::fromSeconds(repair) : Time::never()});
    return trouble;
}

TEST(Storage, SendsAgainWhenItIsBackAndNotBefore) {
    const loom::Run world = runFromText("node P1; storage S; task a 1; file in 4 -> a", "");
    for (const bool online : {false, true}) {
        const auto scheduler = online ? lowestIdleNode() : planFromText(world, "a P1 4");
        const auto run = direct(world, *scheduler, storageDown(2, 8));
        EXPECT_EQ(tell(*run, "send break gone down up arrive end"),
                  "0 send in S P1\n2 break in S P1\n2 down S\n10 up S\n10 send in S P1\n14 arrive in S P1\n15 end a P1:0\n");
        EXPECT_EQ(violations(*run), "");
    }
}

TEST(Storage, ThatStaysDownLeavesTheRunStuckAndSaysWhere) {
    const loom::Run world = runFromText("node P1; storage S; task a 1; file in 4 -> a", "");
    const auto run = direct(world, *lowestIdleNode(), storageDown(2, 0));
    EXPECT_EQ(run->outcome, Outcome::stuck);
    EXPECT_NE(run->failure.find("a waits on node P1 for inputs"), std::string::npos) << run->failure;
}

TEST(Storage, WhileItIsDownOtherCopiesServe) {
    const loom::Run world = runFromText("node P1; node P2; storage S; task a 1; task b 1; file in 4 -> a b", "");
    const auto plan = planFromText(world, "a P1 4, b P2 100");
    Trouble trouble = storageDown(5, 0);
    trouble.failures.crashes.push_back({"P2", Time::fromSeconds(3), Time::fromSeconds(10)});
    trouble.failures.crashes.push_back({"P1", Time::fromSeconds(20)});
    const auto run = direct(world, *plan, trouble);
    EXPECT_EQ(run->outcome, Outcome::finished) << tell(*run);
    EXPECT_EQ(violations(*run), "");
}

// d needs 100 s to cross, but its source is up for 10 s at a time: the producer is run again and again.
TEST(Recovery, AnOutputThatIsLostForEverEndsTheRun) {
    const loom::Run world =
        runFromText("node P1 gpu=1; node P2; task a 1 accelerator=gpu; task b 1,1000000; file d 100 a -> b", "");
    Trouble trouble;
    trouble.failures.random.push_back({"P1", 2, 1});
    const auto plan = planFromText(world, "a P1 0, b P2 101");
    const auto run = direct(world, *plan, trouble);
    EXPECT_EQ(run->outcome, Outcome::failed);
    EXPECT_NE(run->failure.find("1000 times"), std::string::npos) << run->failure;
}

TEST(Recovery, NobodyIsBlamedForNodesThatAreDown) {
    const loom::Run world = runFromText("node P1; task a 10", "");
    Trouble trouble;
    trouble.failures.crashes.push_back({"P1", Time::fromSeconds(1)});
    const auto run = direct(world, *lowestIdleNode(), trouble);
    EXPECT_EQ(run->failure, "1 of 1 tasks remain; a has no live node to run on");
}

TEST(EndOfTime, IsNotReachedByWorkThatWouldEndLater) {
    const loom::Run world = runFromText("node P1; task a 5e9; task b 5e9; edge a -> b", "");
    const auto run = direct(world, *lowestIdleNode());
    EXPECT_EQ(run->outcome, Outcome::stuck);
    EXPECT_EQ(run->trace->end(), Time::fromSeconds(5e9));
    EXPECT_NE(run->failure.find("292 years"), std::string::npos) << run->failure;
}

std::unique_ptr<Scheduler> fifo() { return std::move(*makeScheduler(Spec{"fifo", {}})); }

// The lowest-numbered node with an idle device, not the lowest-numbered node with an idle core.
TEST(Fifo, LooksForAnIdleDevice) {
    const loom::Run world =
        runFromText("node P1 cores=4 gpu=1; node P2 cores=4 gpu=1; task a 2 accelerator=gpu; task b 2 accelerator=gpu", "");
    const auto run = direct(world, *fifo());
    EXPECT_EQ(tell(*run, "begin refuse"), "0 begin a P1:0\n0 begin b P2:0\n");
    EXPECT_EQ(violations(*run), "");
}

// Two single slots apart are no room for a task of two cores; the node beside has some.
TEST(Fifo, PassesOverANodeWhoseFreeSlotsAreApart) {
    const loom::Run world = runFromText(
        "node P1 cores=4; node P2 cores=4; task a 1; task b 9; task c 1; task d 9; task w 2 cores=4; task e 1 cores=2; edge a -> "
        "e",
        "");
    const auto run = direct(world, *fifo());
    EXPECT_EQ(tell(*run, "begin refuse"),
              "0 begin a P1:0\n0 begin b P1:1\n0 begin c P1:2\n0 begin d P1:3\n0 begin w P2:0\n2 begin e P2:0\n");
    EXPECT_EQ(violations(*run), "");
}

// The coordinator by itself, told what happens: events in, effects out.
class Told {
public:
    Told(const loom::Run& world, double backoff)
        : estimate_(*world.scenario->graph, *world.scenario->platform),
          scheduler_(lowestIdleNode()),
          random_(1, Purpose::scheduler, 0) {
        CoordinatorOptions options;
        options.retry.backoff = backoff;
        coordinator_ = std::make_unique<Coordinator>(estimate_, *scheduler_, std::span<const Placement>{}, options);
        Context context(Time::zero(), ProcessId(0), random_, effects_);
        coordinator_->start(context);
        coordinator_->settle(context);
    }
    void happens(double seconds, std::initializer_list<Event> events) {
        effects_.clear();
        Context context(Time::fromSeconds(seconds), ProcessId(0), random_, effects_);
        for (const Event& event : events) coordinator_->handle(event, context);
        coordinator_->settle(context);
    }
    // The activity of the last compute asked for of a task; none() when the last call asked for none.
    [[nodiscard]] ActivityId computing(TaskId task) const {
        ActivityId found;
        for (const Effect& effect : effects_)
            if (const auto* compute = std::get_if<Compute>(&effect); compute != nullptr && compute->task == task)
                found = compute->id;
        return found;
    }
    [[nodiscard]] const Coordinator& coordinator() const { return *coordinator_; }

private:
    Estimator estimate_;
    std::unique_ptr<Scheduler> scheduler_;
    RandomStream random_;
    std::vector<Effect> effects_;
    std::unique_ptr<Coordinator> coordinator_;
};

// c backs off while the output of its parent a, lost on P2, is made again for b. The parent's second end must not
// wake c before its time: it would run twice at once.
TEST(Backoff, IsKeptWhenAParentRunsAgainMeanwhile) {
    const loom::Run world =
        runFromText("node P1; node P2; node P3; task x 9; task a 1; task b 1; task c 1; file d 0 a -> b c; edge x -> b", "");
    const TaskId x(0), a(1), c(3);
    Told told(world, 100);
    const ActivityId runX = told.computing(x), runA = told.computing(a);
    ASSERT_TRUE(runX.valid() && runA.valid());
    told.happens(1, {ComputeDone{runA}});  // a on P2; c goes to P2, where its input is
    const ActivityId runC = told.computing(c);
    ASSERT_TRUE(runC.valid());
    told.happens(2, {ComputeFailed{runC, Reason::taskError}});
    told.happens(3, {NodeChanged{NodeId(1), false, Reason::nodeCrashed}});
    const ActivityId again = told.computing(a);
    ASSERT_TRUE(again.valid());
    told.happens(4, {ComputeDone{again}});
    EXPECT_FALSE(told.computing(c).valid());
    told.happens(102, {TimerFired{c.value}});
    EXPECT_TRUE(told.computing(c).valid());
}

}  // namespace
}  // namespace loom::test
