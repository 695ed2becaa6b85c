// The simulated world by itself: effects in, events out, in the order (time, phase, sequence).
#include <gtest/gtest.h>

#include "tests/sim/virtual/world_words.h"

namespace loom::test {
namespace {

TEST(SimWorld, OrdersAnInstantByPhaseAndThenBySequence) {
    const Platform platform = pair(0.5);
    FailurePlan plan;
    plan.crashes.push_back({"P2", Time::fromSeconds(1), Time::never()});
    SimWorld world = worldOf(platform, plan);
    world.apply(kSelf, Timer{7, Time::fromSeconds(1)});
    world.apply(kSelf, Message{kSelf, NodeId(0), NodeId(0), 9});
    EXPECT_EQ(nextOf(world), "0 ms: received 9");
    world.apply(kSelf, compute(2, 0, 1));
    world.apply(kSelf, compute(1, 1, 1));  // ends in the instant its node goes down: completions come first
    world.apply(kSelf, compute(3, 1, 2));
    world.apply(kSelf, Transfer{ActivityId(4), DataId(0), NodeId(0), NodeId(1), 5});  // 0.5 s latency + 0.5 s
    EXPECT_EQ(nextOf(world), "1000 ms: done 2, done 1, arrived 4, failed 3, down 1, timer 7");
    EXPECT_EQ(nextOf(world), "");
}

TEST(SimWorld, WhatADownNodeIsAskedForFailsAtOnce) {
    const Platform platform = pair();
    SimWorld world = worldOf(platform);
    world.control(ControlKind::failNode, NodeId(1));
    EXPECT_EQ(nextOf(world), "0 ms: down 1");
    world.apply(kSelf, compute(0, 1, 1));
    world.apply(kSelf, Transfer{ActivityId(1), DataId(0), NodeId(0), NodeId(1), 5});
    world.apply(kSelf, Message{kSelf, NodeId(0), NodeId(1), 9});
    EXPECT_EQ(nextOf(world), "0 ms: failed 0, lost 1");
    EXPECT_EQ(nextOf(world), "");  // the message is lost without a word
    world.control(ControlKind::repairNode, NodeId(1));
    EXPECT_EQ(nextOf(world), "0 ms: up 1");
}

TEST(SimWorld, ASlowdownStretchesOnlyWhatIsLeft) {
    const Platform platform = pair();
    FailurePlan plan;
    plan.slowdowns.push_back({"P1", Time::fromSeconds(2), Time::fromSeconds(4), 2});
    SimWorld world = worldOf(platform, plan);
    world.apply(kSelf, compute(0, 0, 10));
    world.apply(kSelf, compute(1, 1, 10));
    EXPECT_EQ(nextOf(world), "2000 ms: speed 0");
    EXPECT_EQ(nextOf(world), "6000 ms: speed 0");
    EXPECT_EQ(nextOf(world), "10000 ms: done 1");
    EXPECT_EQ(nextOf(world), "12000 ms: done 0");  // 2 s + 4 s at half speed + 6 s
}

TEST(SimWorld, ACancelledActivityIsNotHeardOfAndGivesItsShareBack) {
    const Platform platform = pair();
    SimWorld world = worldOf(platform);
    world.apply(kSelf, Transfer{ActivityId(0), DataId(0), NodeId(0), NodeId(1), 100});
    world.apply(kSelf, Transfer{ActivityId(1), DataId(1), NodeId(0), NodeId(1), 100});
    world.apply(kSelf, Timer{1, Time::fromSeconds(10)});
    EXPECT_EQ(nextOf(world), "10000 ms: timer 1");  // half each: 50 bytes are left
    world.apply(kSelf, Cancel{ActivityId(0)});
    world.apply(kSelf, Cancel{ActivityId(0)});
    EXPECT_EQ(nextOf(world), "15000 ms: arrived 1");
    EXPECT_EQ(nextOf(world), "");
}

TEST(SimWorld, NothingHappensAfterTheEndOfTime) {
    const Platform platform = pair();
    SimWorld world = worldOf(platform);
    world.apply(kSelf, Timer{1, Time::never()});
    EXPECT_EQ(nextOf(world), "");
    EXPECT_EQ(world.now(), Time::zero());
}

}  // namespace
}  // namespace loom::test
