#include "sim/flow/network.h"

#include <gtest/gtest.h>
#include <gmock/gmock.h>

#include "core/platform/topologies.h"
#include "core/scenario/scenario.h"
#include "tests/support/transfer_race.h"

namespace loom::test {
namespace {

Platform pairOf(double bandwidth, double latency) {
    std::vector<NodeInfo> nodes(2);
    nodes[0].name = "a";
    nodes[1].name = "b";
    return fullPlatform(nodes, {0, bandwidth, bandwidth, 0}, {0, latency, latency, 0}, NodeId::none()).value();
}

NetworkModel networkOf(const char* text, const Platform& platform) {
    return makeNetworkModel(parseSpec(text).value(), platform).value();
}

// Seconds of one transfer from the first node to the second.
double timeAlone(const char* text, const Platform& platform, double bytes) {
    return finishTimes(text, platform, {{NodeId(0), NodeId(1), bytes}})[0];
}

// 100 kB over 1 Mb/s and 10 ms; the way back is a link of its own, so acknowledgements take nothing from the transfer.
TEST(Network, Lv08OfASingleFlow) {
    EXPECT_NEAR(timeAlone("max-min[tcp=lv08]", pairOf(125000, 0.01), 100000), 0.9548422680412371, 1e-9);
}

TEST(Network, Cm02WindowBoundsLongPaths) {
    for (const auto& [latency, expected] : {std::pair{1e-5, 1.00001}, {1e-3, 4.76937158203125}, {0.1, 476.937158203125}})
        EXPECT_NEAR(timeAlone("max-min[tcp=cm02]", pairOf(1e10, latency), 1e10), expected, 1e-9) << latency;
}

TEST(Network, TcpPenaltyGrowsWithTheRoundTripAndTheSlownessOfLinks) {
    const Platform platform = pairOf(12.5e6, 0.01);
    EXPECT_DOUBLE_EQ(networkOf("max-min", platform).network.demand(NodeId(0), NodeId(1)).penalty, 1);
    EXPECT_DOUBLE_EQ(networkOf("max-min[tcp=cm02]", platform).network.demand(NodeId(0), NodeId(1)).penalty, 0.01);
    EXPECT_DOUBLE_EQ(networkOf("max-min[tcp=lv08]", platform).network.demand(NodeId(0), NodeId(1)).penalty, 0.01 + 20537 / 12.5e6);
}

// Acknowledgements take 5 % of the rate from the links of the way back.
TEST(Network, Lv08LoadsTheWayBack) {
    const Platform platform = pairOf(100, 0.01);
    NetworkModel model = networkOf("max-min[tcp=lv08]", platform);
    const Demand demand = model.network.demand(NodeId(0), NodeId(1));
    ASSERT_EQ(demand.uses.size(), 2u);
    EXPECT_EQ(demand.uses[1].share, 0.05);
    EXPECT_NE(demand.uses[0].resource, demand.uses[1].resource);
}

// A demand is remembered by its pair; a changed link is seen by the next one.
TEST(Network, SetLinkIsSeenByLaterDemands) {
    const Platform platform = pairOf(1e8, 0.01);
    NetworkModel model = networkOf("max-min[tcp=lv08]", platform);
    EXPECT_DOUBLE_EQ(model.network.demand(NodeId(0), NodeId(1)).startup, 0.1301);
    const ResourceId link = model.network.demand(NodeId(0), NodeId(1)).uses[0].resource;
    model.network.setLink(LinkId(link.value), 5e7, 0.02);
    const Demand demand = model.network.demand(NodeId(0), NodeId(1));
    EXPECT_DOUBLE_EQ(demand.startup, 0.2602);
    EXPECT_DOUBLE_EQ(demand.penalty, 0.02 + 20537 / 5e7);
    EXPECT_DOUBLE_EQ(demand.bound, 4194304 / 0.04);
}

// More pairs than the network remembers: each is still answered for itself.
TEST(Network, ForgettingAPairChangesNothing) {
    constexpr std::size_t kNodes = 90;
    std::vector<double> bandwidth(kNodes * kNodes), latency(kNodes * kNodes);
    std::vector<NodeInfo> nodes(kNodes);
    for (std::size_t i = 0; i < bandwidth.size(); ++i) {
        bandwidth[i] = 1e6 + static_cast<double>(i);
        latency[i] = 1e-6 * static_cast<double>(i + 1);
    }
    for (std::size_t n = 0; n < kNodes; ++n) nodes[n].name = "n" + std::to_string(n);
    const Platform platform = fullPlatform(nodes, bandwidth, latency, NodeId::none()).value();
    NetworkModel model = networkOf("max-min[tcp=cm02]", platform);
    for (int round = 0; round < 2; ++round)
        for (std::size_t from = 0; from < kNodes; ++from)
            for (std::size_t to = 0; to < kNodes; ++to)
                if (from != to) {
                    const Demand demand = model.network.demand(NodeId(from), NodeId(to));
                    ASSERT_DOUBLE_EQ(demand.startup, latency[from * kNodes + to]);
                    ASSERT_EQ(demand.uses.size(), 1u);
                    ASSERT_DOUBLE_EQ(platform.link(LinkId(demand.uses[0].resource.value)).bandwidth, bandwidth[from * kNodes + to]);
                }
}

TEST(Network, NamesTheNearestModel) {
    const Platform platform = pairOf(1, 0);
    EXPECT_THAT(makeNetworkModel(parseSpec("maxmin").value(), platform).error().cause, testing::HasSubstr("max-min"));
    EXPECT_THAT(makeNetworkModel(parseSpec("max-min[tcp=reno]").value(), platform).error().cause,
                testing::HasSubstr("none|cm02|lv08|custom"));
    EXPECT_TRUE(makeNetworkModel(parseSpec("max-min[tcp=lv08]").value(), platform).ok());
}

}  // namespace
}  // namespace loom::test
