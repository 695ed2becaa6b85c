// Transfers that meet disks. P1 reads 4 B/s and writes 3 B/s, P2 reads 8 B/s and writes 2 B/s; the links have 10 B/s.
#include <gtest/gtest.h>

#include "tests/sim/virtual/world_words.h"

namespace loom::test {
namespace {

Platform pairWithDisks(double penalty = 0, double latency = 0) {
    std::vector<NodeInfo> nodes(2);
    nodes[0].name = "P1";
    nodes[0].disks.push_back({"d", 4, 3, penalty});
    nodes[1].name = "P2";
    nodes[1].disks.push_back({"d", 8, 2, penalty});
    return *fullPlatform(std::move(nodes), std::vector<double>(4, 10), std::vector<double>(4, latency), NodeId::none());
}

SimWorld diskWorld(const Platform& platform, const DiskModel& model, const std::string& network, const FailurePlan& plan = {}) {
    NetworkModel made = *makeNetworkModel(*parseSpec(network), platform, Disks::capacities(platform, model));
    return SimWorld(platform, std::move(made), plan, 1, Disks(platform, model, network != "unshared"));
}

Transfer transfer(std::uint32_t id, std::uint32_t from, std::uint32_t to, double bytes) {
    return Transfer{ActivityId(id), DataId(id), NodeId(from), NodeId(to), bytes};
}

const std::vector<std::string>& networks() {
    static const std::vector<std::string> names{"unshared", "fair-share", "max-min"};
    return names;
}

// min(4, 10, 2) = 2 B/s from P1 to P2; min(8, 10, 3) = 3 B/s back.
TEST(SimDisks, AStreamIsAsFastAsItsSlowestPart) {
    const Platform platform = pairWithDisks();
    for (const std::string& network : networks()) {
        SCOPED_TRACE(network);
        SimWorld world = diskWorld(platform, {false, DiskTransfers::stream}, network);
        world.apply(kSelf, transfer(0, 0, 1, 20));
        world.apply(kSelf, transfer(1, 1, 0, 24));
        world.apply(kSelf, transfer(2, 1, 0, 0));
        EXPECT_EQ(nextOf(world), "0 ms: arrived 2");
        EXPECT_EQ(nextOf(world), "8000 ms: arrived 1");
        EXPECT_EQ(nextOf(world), "10000 ms: arrived 0");
    }
}

// 20 / 4 s of reading, 1 s of latency, 20 / 10 s of sending, 20 / 2 s of writing.
TEST(SimDisks, AStagedTransferReadsThenSendsThenWrites) {
    const Platform platform = pairWithDisks(0, 1);
    for (const std::string& network : networks()) {
        SCOPED_TRACE(network);
        SimWorld world = diskWorld(platform, {false, DiskTransfers::staged}, network);
        world.apply(kSelf, transfer(0, 0, 1, 20));
        EXPECT_EQ(nextOf(world), "18000 ms: arrived 0");
        world.apply(kSelf, transfer(0, 0, 1, 0));  // nothing to read, send or write: the latency alone
        EXPECT_EQ(nextOf(world), "19000 ms: arrived 0");
    }
}

// Read until 5 s; the link is down from 1 s to 9 s; sent until 11 s, written until 21 s.
TEST(SimDisks, ACutLinkStopsNoDisk) {
    const Platform platform = pairWithDisks();
    FailurePlan plan;
    plan.cuts.push_back({"P1-P2", Time::fromSeconds(1), Time::fromSeconds(8)});
    SimWorld world = diskWorld(platform, {false, DiskTransfers::staged}, "max-min", plan);
    world.apply(kSelf, transfer(0, 0, 1, 20));
    EXPECT_EQ(nextOf(world), "1000 ms: cut 0");
    EXPECT_EQ(nextOf(world), "9000 ms: healed 0");
    EXPECT_EQ(nextOf(world), "21000 ms: arrived 0");
}

// Two reads at once get 4 / (1 + 1) = 2 B/s together: 1 B/s each. The first is through at 10 s; the other's last 10 B then
// flow at 4 B/s. Without contention each has 4 B/s.
TEST(SimDisks, AccessesAtOnceCostThePenalty) {
    const Platform platform = pairWithDisks(1);
    for (const std::string& network : networks()) {
        SCOPED_TRACE(network);
        SimWorld world = diskWorld(platform, {true, DiskTransfers::memory}, network);
        world.apply(kSelf, transfer(0, 0, 0, 10));
        world.apply(kSelf, transfer(1, 0, 0, 20));
        EXPECT_EQ(nextOf(world), network == "unshared" ? "2500 ms: arrived 0" : "10000 ms: arrived 0");
        EXPECT_EQ(nextOf(world), network == "unshared" ? "5000 ms: arrived 1" : "12500 ms: arrived 1");
    }
}

// Both have read 4 B when one is called off at 4 s; the other's 16 B then flow at 4 B/s.
TEST(SimDisks, WhatIsCalledOffDisturbsNoMore) {
    const Platform platform = pairWithDisks(1);
    SimWorld world = diskWorld(platform, {true, DiskTransfers::memory}, "fair-share");
    world.apply(kSelf, transfer(0, 0, 0, 20));
    world.apply(kSelf, transfer(1, 0, 0, 20));
    world.apply(kSelf, Timer{1, Time::fromSeconds(4)});
    EXPECT_EQ(nextOf(world), "4000 ms: timer 1");
    world.apply(kSelf, Cancel{ActivityId(0)});
    EXPECT_EQ(nextOf(world), "8000 ms: arrived 1");
}

TEST(SimDisks, DisksThatTakeNoPartAreNotThere) {
    const Platform platform = pairWithDisks(1);
    EXPECT_TRUE(Disks::capacities(platform, {}).empty());
    SimWorld world = diskWorld(platform, {}, "max-min");
    world.apply(kSelf, transfer(0, 0, 1, 20));
    EXPECT_EQ(nextOf(world), "2000 ms: arrived 0");
}

}  // namespace
}  // namespace loom::test
