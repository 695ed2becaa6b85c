// Links and nodes that change while something is under way. Nodes P1 and P2, private links of 10 B/s; link 0 is P1-P2.
#include <gtest/gtest.h>

#include "tests/sim/virtual/world_words.h"

namespace loom::test {
namespace {

Transfer transfer(std::uint32_t id, double bytes) { return Transfer{ActivityId(id), DataId(id), NodeId(0), NodeId(1), bytes}; }

FailurePlan cutOf(double at, double repair, double timeout = 60) {
    FailurePlan plan;
    plan.cuts.push_back({"P1-P2", Time::fromSeconds(at), repair < 0 ? Time::never() : Time::fromSeconds(repair)});
    plan.stallTimeout = timeout;
    return plan;
}

Platform pairWith(Profile bandwidth, Profile latency, Profile state, double nominalLatency = 0) {
    Platform platform = pair(nominalLatency);
    EXPECT_TRUE(platform.setProfiles(LinkId(0), std::move(bandwidth), std::move(latency), std::move(state)).ok());
    return platform;
}

Platform pairOfNodes(Profile speed, Profile state) {
    std::vector<NodeInfo> nodes(2);
    nodes[0].name = "P1";
    nodes[0].speedProfile = std::move(speed);
    nodes[0].stateProfile = std::move(state);
    nodes[1].name = "P2";
    return *fullPlatform(std::move(nodes), std::vector<double>(4, 10), std::vector<double>(4, 0), NodeId::none());
}

// 100 B: 40 until the cut at 4 s, none until 7 s, 60 more until 13 s.
TEST(SimLinks, WhatFlowsOverACutLinkStandsStillUntilItHeals) {
    const Platform platform = pair();
    for (const char* network : {"unshared", "fair-share", "max-min", "max-min[tcp=lv08]"}) {
        SCOPED_TRACE(network);
        SimWorld world = worldOf(platform, cutOf(4, 3), network);
        const double wire = std::string(network) == "max-min[tcp=lv08]" ? 0.97 : 1;
        world.apply(kSelf, transfer(0, 100 * wire));
        world.apply(kSelf, Transfer{ActivityId(1), DataId(1), NodeId(1), NodeId(0), 0});
        EXPECT_EQ(nextOf(world), "0 ms: arrived 1");
        EXPECT_EQ(nextOf(world), "4000 ms: cut 0");
        EXPECT_EQ(nextOf(world), "7000 ms: healed 0");
        EXPECT_EQ(nextOf(world), "13000 ms: arrived 0");
    }
}

// Latency 1 s; the link from P1 to P2 is down from 2 s to 4 s, the one back is not.
TEST(SimLinks, AMessageOverACutLinkIsLost) {
    const Platform platform = pair(1);
    SimWorld world = worldOf(platform, cutOf(2, 2));
    const auto send = [&](std::uint32_t from, std::uint64_t payload) {
        world.apply(kSelf, Message{kSelf, NodeId(from), NodeId(1 - from), payload});
    };
    send(0, 1);
    EXPECT_EQ(nextOf(world), "1000 ms: received 1");
    send(0, 2);  // its way is cut as it would arrive
    send(1, 3);
    EXPECT_EQ(nextOf(world), "2000 ms: cut 0, received 3");
    send(0, 4);
    world.apply(kSelf, Timer{7, Time::fromSeconds(1.5)});
    EXPECT_EQ(nextOf(world), "3500 ms: timer 7");
    send(0, 5);  // the link is back by the time it would arrive, but was down when it was sent
    EXPECT_EQ(nextOf(world), "4000 ms: healed 0");
    send(0, 6);
    EXPECT_EQ(nextOf(world), "5000 ms: received 6");
    EXPECT_EQ(nextOf(world), "");
}

TEST(SimLinks, AMessageTakesTheLatencyOfTheMomentItIsSent) {
    const Platform platform = pairWith({}, Profile{{{1, 3}}}, {}, 2);
    SimWorld world = worldOf(platform);
    world.apply(kSelf, Message{kSelf, NodeId(0), NodeId(1), 1});
    EXPECT_EQ(nextOf(world), "1000 ms: latency 0");
    world.apply(kSelf, Message{kSelf, NodeId(0), NodeId(1), 2});
    world.apply(kSelf, Message{kSelf, NodeId(1), NodeId(0), 3});
    EXPECT_EQ(nextOf(world), "2000 ms: received 1");
    EXPECT_EQ(nextOf(world), "3000 ms: received 3");
    EXPECT_EQ(nextOf(world), "4000 ms: received 2");
}

// Latency 0.5 s; the link is down from 0.2 s to 2.2 s. Started up at 0.5 s; 10 B flow from 2.2 s to 3.2 s.
TEST(SimLinks, WhatFindsItsWayCutWaits) {
    const Platform platform = pair(0.5);
    SimWorld world = worldOf(platform, cutOf(0.2, 2));
    world.apply(kSelf, transfer(0, 10));
    world.apply(kSelf, transfer(1, 0));  // even nothing needs a way
    EXPECT_EQ(nextOf(world), "200 ms: cut 0");
    EXPECT_EQ(nextOf(world), "2200 ms: healed 0, arrived 1");
    EXPECT_EQ(nextOf(world), "3200 ms: arrived 0");
    EXPECT_EQ(nextOf(world), "");
}

TEST(SimLinks, StandingStillForTooLongBreaksATransferOff) {
    const Platform platform = pair();
    SimWorld world = worldOf(platform, cutOf(2, 20, 5));
    world.apply(kSelf, transfer(0, 100));
    EXPECT_EQ(nextOf(world), "2000 ms: cut 0");
    world.apply(kSelf, transfer(1, 30));
    const auto broken = world.next();
    ASSERT_EQ(broken.size(), 2u);
    EXPECT_EQ(world.now(), Time::fromSeconds(7));
    for (const Delivery& delivery : broken) EXPECT_EQ(std::get<Lost>(delivery.event).reason, Reason::linkIsDown);
    world.apply(kSelf, transfer(0, 10));  // asked for again: waits 5 s more, in vain
    EXPECT_EQ(nextOf(world), "12000 ms: lost 0");
    world.apply(kSelf, Timer{1, Time::fromSeconds(8)});
    EXPECT_EQ(nextOf(world), "20000 ms: timer 1");
    world.apply(kSelf, transfer(0, 10));
    EXPECT_EQ(nextOf(world), "22000 ms: healed 0");
    EXPECT_EQ(nextOf(world), "23000 ms: arrived 0");
}

TEST(SimLinks, OverALinkThatNeverHealsNothingCanCome) {
    const Platform platform = pair();
    SimWorld world = worldOf(platform, cutOf(2, -1, 5));
    world.apply(kSelf, transfer(0, 100));
    EXPECT_EQ(nextOf(world), "2000 ms: cut 0");
    const auto broken = world.next();
    ASSERT_EQ(broken.size(), 1u);
    EXPECT_EQ(std::get<Lost>(broken[0].event).reason, Reason::cannotRun);
    EXPECT_EQ(nextOf(world), "");
}

// The plan cuts the link from 1 s to 4 s, its profile from 3 s to 6 s: it is down from 1 s to 6 s. 10 B until 1 s, then 20.
TEST(SimLinks, ALinkIsUpOnlyWhenNothingHoldsItDown) {
    const Platform platform = pairWith({}, {}, {{{3, 0}, {6, 1}, {7, 1}}});
    SimWorld world = worldOf(platform, cutOf(1, 3));
    world.apply(kSelf, transfer(0, 30));
    EXPECT_EQ(nextOf(world), "1000 ms: cut 0");
    EXPECT_EQ(nextOf(world), "6000 ms: healed 0");
    EXPECT_EQ(nextOf(world), "8000 ms: arrived 0");
}

// 10 B/s, but 5 B/s from 2 s to 4 s and again from 8 s to 10 s: 20 + 10 + 40 + 10 + 20 B.
TEST(SimLinks, ABandwidthProfileRepeats) {
    const Platform platform = pairWith({{{2, 5}, {4, 10}}, 2}, {}, {});
    for (const char* network : {"unshared", "fair-share", "max-min"}) {
        SCOPED_TRACE(network);
        SimWorld world = worldOf(platform, {}, network);
        world.apply(kSelf, transfer(0, 100));
        EXPECT_EQ(nextOf(world), "2000 ms: rate 0");
        EXPECT_EQ(nextOf(world), "4000 ms: rate 0");
        EXPECT_EQ(nextOf(world), "8000 ms: rate 0");
        EXPECT_EQ(nextOf(world), "10000 ms: rate 0");
        EXPECT_EQ(nextOf(world), "12000 ms: arrived 0");
        EXPECT_EQ(nextOf(world), "");  // the profile goes on, but nothing is under way
    }
}

// 0.5 s + 1 s of flow; the second one starts when the latency is 2 s.
TEST(SimLinks, ALatencyProfileIsPaidByWhatStartsLater) {
    const Platform platform = pairWith({}, {{{1, 2}}}, {}, 0.5);
    SimWorld world = worldOf(platform);
    world.apply(kSelf, transfer(0, 10));
    EXPECT_EQ(nextOf(world), "1000 ms: latency 0");
    EXPECT_EQ(nextOf(world), "1500 ms: arrived 0");
    world.apply(kSelf, transfer(1, 10));
    EXPECT_EQ(nextOf(world), "4500 ms: arrived 1");
}

// Of 10 s of work: 2 s until 2 s, 2 s until 6 s at half speed, nothing until 8 s, 6 s until 14 s. A plan that slows the node
// down to a half from 10 s on doubles the last 4 s.
TEST(SimNodes, ASpeedProfileMultipliesWithASlowdown) {
    const Platform platform = pairOfNodes({{{2, 0.5}, {6, 0}, {8, 1}}}, {});
    FailurePlan plan;
    plan.slowdowns.push_back({"P1", Time::fromSeconds(10), Time::never(), 2});
    for (const bool slowed : {false, true}) {
        SimWorld world = worldOf(platform, slowed ? plan : FailurePlan{});
        world.apply(kSelf, compute(0, 0, 10));
        for (const char* change : {"2000 ms: speed 0", "6000 ms: speed 0", "8000 ms: speed 0"}) EXPECT_EQ(nextOf(world), change);
        if (slowed) {
            EXPECT_EQ(nextOf(world), "10000 ms: speed 0");
        }
        EXPECT_EQ(nextOf(world), slowed ? "18000 ms: done 0" : "14000 ms: done 0");
    }
}

// Off by its profile from 3 s to 5 s, crashed from 4 s to 6 s.
TEST(SimNodes, AStateProfileSwitchesANodeOff) {
    const Platform platform = pairOfNodes({}, {{{3, 0}, {5, 1}}});
    FailurePlan plan;
    plan.crashes.push_back({"P1", Time::fromSeconds(4), Time::fromSeconds(2)});
    SimWorld world = worldOf(platform, plan);
    world.apply(kSelf, compute(0, 0, 10));
    world.apply(kSelf, compute(1, 1, 10));
    const auto off = world.next();
    ASSERT_EQ(off.size(), 2u);
    EXPECT_EQ(std::get<ComputeFailed>(off[0].event).reason, Reason::switchedOff);
    EXPECT_EQ(std::get<NodeChanged>(off[1].event).reason, Reason::switchedOff);
    EXPECT_EQ(nextOf(world), "6000 ms: up 0");
    EXPECT_EQ(nextOf(world), "10000 ms: done 1");
}

// Two nodes that go on and off by turns for ever, and nobody who wants anything of them.
TEST(SimNodes, ComingBackForEverIsNoReasonToWait) {
    std::vector<NodeInfo> nodes(2);
    nodes[0].name = "P1";
    nodes[0].stateProfile = {{{0, 0}, {1, 1}}, 1};
    nodes[1].name = "P2";
    nodes[1].stateProfile = {{{0.5, 0}, {2, 1}}, 0};
    const Platform platform = *fullPlatform(std::move(nodes), std::vector<double>(4, 10), std::vector<double>(4, 0), NodeId::none());
    SimWorld world = worldOf(platform);
    std::size_t instants = 0;
    while (!world.next().empty()) ASSERT_LT(++instants, 100'000u);
}

}  // namespace
}  // namespace loom::test
