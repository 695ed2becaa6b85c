#include "sim/flow/flow_model.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "sim/flow/fair_share.h"
#include "sim/flow/max_min.h"
#include "sim/flow/unshared.h"
#include "tests/support/flow_driver.h"

namespace loom::test {
namespace {

constexpr double kWindow = 4194304;
const TcpFactors kPlain{};
const TcpFactors kLv08{13.01, 0.97, 20537, kWindow, true};
const TcpFactors kCm02{1, 1, 0, kWindow, true};

// Links 10 and 4; a crosses the first, b both, c the second: b and c share 4, a takes what b leaves (MAXMIN1).
const std::vector<FlowCase> kTriangle{{{0}, 100}, {{0, 1}, 100}, {{1}, 100}};

TEST(MaxMin, FillsTwoLinksProgressively) {
    const Platform platform = linksOnly({10, 4});
    MaxMinFlows model(platform, kPlain);
    EXPECT_THAT(ratesTogether(model, kTriangle), testing::ElementsAre(8, 2, 2));
}

TEST(FairShare, LeavesUnusedWhatAnotherBottleneckHoldsBack) {
    const Platform platform = linksOnly({10, 4});
    FairShareFlows model(platform);
    EXPECT_THAT(ratesTogether(model, kTriangle), testing::ElementsAre(5, 2, 2));
}

TEST(Unshared, GivesEveryFlowItsBottleneck) {
    const Platform platform = linksOnly({10, 4});
    UnsharedFlows model(platform);
    EXPECT_THAT(ratesTogether(model, kTriangle), testing::ElementsAre(10, 4, 4));
}

// One 10 B/s link, 100 B at 0 s, 25 B at 5 s: alone until 5, half each until 10, alone again (FLOW_DYN).
TEST(SharedLink, RedividesWhenFlowsComeAndGo) {
    const Platform platform = linksOnly({10});
    MaxMinFlows exact(platform, kPlain);
    FairShareFlows fair(platform);
    EXPECT_THAT(finishTimes(exact, {{{0}, 100, 0}, {{0}, 25, 5}}), testing::ElementsAre(12.5, 10));
    EXPECT_THAT(finishTimes(fair, {{{0}, 100, 0}, {{0}, 25, 5}}), testing::ElementsAre(12.5, 10));
}

// Every arrival and departure changes every rate; what was once the next end must not pile up. 4000 flows on one link
// need 16 million changes: kept, they were half a gigabyte and minutes.
TEST(SharedLink, ManyFlowsOnOneLinkEndInOrder) {
    const Platform platform = linksOnly({1e6});
    FairShareFlows fair(platform);
    constexpr int kFlows = 4000;
    std::vector<FlowCase> flows;
    for (int i = 0; i < kFlows; ++i) flows.push_back({{0}, 1000.0 + i, 0});
    const std::vector<double> finish = finishTimes(fair, flows);
    EXPECT_TRUE(std::is_sorted(finish.begin(), finish.end()));
    EXPECT_NEAR(finish.back(), kFlows * (1000.0 + (kFlows - 1) / 2.0) / 1e6, 1e-3);
}

// Paths of 10 ms and 100 ms over one 100 Mb/s link: shares go as 1 / (latency + S / bandwidth) (MAXMIN_RTT).
TEST(MaxMin, FarFlowsGetLessUnderTcpWeights) {
    const Platform platform = linksOnly({12.5e6, 1e15}, {0.01, 0.09});
    MaxMinFlows model(platform, TcpFactors{1, 1, 20537, 0, true});
    const std::vector<double> rates = ratesTogether(model, {{{0}, 1e9, 0, 0.01}, {{0, 1}, 1e9, 0, 0.1}});
    EXPECT_NEAR(rates[0] / 11215312.54722564, 1, 1e-6);
    EXPECT_NEAR(rates[1] / 1284687.4527743605, 1, 1e-6);
}

// A link of 11 with a window-bound flow of 2: the others share the remaining 9 as 2 : 1 (MAXMIN_BOUND).
TEST(MaxMin, BoundedFlowsLeaveTheRestToOthers) {
    // Latencies make penalties 1, 1 and 2; the first flow's window bound is 2 B/s.
    const Platform platform = linksOnly({11, 1e15, 1e15, 1e15}, {0, 1, 1, 2});
    MaxMinFlows model(platform, TcpFactors{1, 1, 0, 4, true});
    const std::vector<double> rates = ratesTogether(model, {{{0, 1}, 100, 0, 1}, {{0, 2}, 100, 0, 0}, {{0, 3}, 100, 0, 0}});
    EXPECT_DOUBLE_EQ(rates[0], 2);
    EXPECT_DOUBLE_EQ(rates[1], 6);
    EXPECT_DOUBLE_EQ(rates[2], 3);
}

TEST(MaxMin, Lv08SingleFlowWithoutCrossTraffic) {
    const Platform platform = linksOnly({125000}, {0.01});
    MaxMinFlows model(platform, kLv08);
    const double time = model.startupSeconds(0.01) + finishTimes(model, {{{0}, 100000, 0, 0.01}})[0];
    EXPECT_NEAR(time, 0.9548422680412371, 1e-6);
}

TEST(MaxMin, Cm02WindowBoundsLongPaths) {
    for (const auto& [latency, expected] : {std::pair{1e-5, 1.00001}, {1e-3, 4.76937158203125}, {0.1, 476.937158203125}}) {
        const Platform platform = linksOnly({1e10}, {latency});
        MaxMinFlows model(platform, kCm02);
        const double time = model.startupSeconds(latency) + finishTimes(model, {{{0}, 1e10, 0, latency}})[0];
        EXPECT_NEAR(time / expected, 1, 1e-6) << latency;
    }
}

TEST(SharedLink, AFatPipeIsNeverContended) {
    std::vector<LinkInfo> links{{"fat", 10, 0, Sharing::fatpipe}};
    std::vector<NodeInfo> nodes(1);
    nodes[0].name = "a";
    class NoRoutes : public Router {
        bool route(NodeId, NodeId, std::vector<LinkId>&) const override { return true; }
    };
    const Platform platform = Platform::make(nodes, links, std::make_shared<NoRoutes>(), NodeId::none(), "").value();
    MaxMinFlows exact(platform, kPlain);
    FairShareFlows fair(platform);
    EXPECT_THAT(ratesTogether(exact, {{{0}, 5}, {{0}, 5}, {{0}, 5}}), testing::Each(10));
    EXPECT_THAT(ratesTogether(fair, {{{0}, 5}, {{0}, 5}, {{0}, 5}}), testing::Each(10));
}

TEST(SharedLink, RemovedFlowsGiveTheirShareBack) {
    const Platform platform = linksOnly({10});
    MaxMinFlows model(platform, kPlain);
    ratesTogether(model, {{{0}, 100}, {{0}, 100}});
    model.remove(FlowId(0), Time::fromSeconds(4));  // 20 B of each are through
    EXPECT_EQ(model.nextCompletion(), Time::fromSeconds(12));
}

// What all three models must agree on: flows that share no link.
TEST(FlowModels, AgreeWithoutContention) {
    const Platform platform = linksOnly({3, 7, 11});
    const std::vector<FlowCase> flows{{{0}, 6, 0}, {{1}, 21, 1}, {{2}, 5.5, 2}};
    UnsharedFlows alone(platform);
    FairShareFlows fair(platform);
    MaxMinFlows exact(platform, kPlain);
    EXPECT_THAT(finishTimes(alone, flows), testing::ElementsAre(2, 4, 2.5));
    EXPECT_THAT(finishTimes(fair, flows), testing::ElementsAre(2, 4, 2.5));
    EXPECT_THAT(finishTimes(exact, flows), testing::ElementsAre(2, 4, 2.5));
}

struct Network {
    std::vector<double> capacities;
    std::vector<FlowCase> flows;
};

Network arbitraryNetwork() {
    Network net;
    const int links = *rc::gen::inRange(1, 7);
    for (int i = 0; i < links; ++i) net.capacities.push_back(*rc::gen::inRange(1, 100));
    const int flows = *rc::gen::inRange(1, 15);
    for (int i = 0; i < flows; ++i) {
        FlowCase flow;
        for (int l = 0; l < links; ++l)
            if (*rc::gen::inRange(0, 2) == 1) flow.links.push_back(l);
        if (flow.links.empty()) flow.links.push_back(*rc::gen::inRange(0, links));
        flow.bytes = *rc::gen::inRange(1, 1000);
        flow.start = *rc::gen::inRange(0, 20);
        net.flows.push_back(flow);
    }
    return net;
}

// Max-min's certificate: no link above its capacity, and every flow crosses a full link on which nobody gets more.
TEST(MaxMin, EveryFlowHasABottleneckWhereNobodyGetsMore) {
    EXPECT_TRUE(rc::check([] {
        const Network net = arbitraryNetwork();
        const Platform platform = linksOnly(net.capacities);
        MaxMinFlows model(platform, kPlain);
        const std::vector<double> rates = ratesTogether(model, net.flows);
        std::vector<double> load(net.capacities.size(), 0), fastest(net.capacities.size(), 0);
        for (std::size_t f = 0; f < rates.size(); ++f)
            for (const int l : net.flows[f].links) {
                load[static_cast<std::size_t>(l)] += rates[f];
                fastest[static_cast<std::size_t>(l)] = std::max(fastest[static_cast<std::size_t>(l)], rates[f]);
            }
        for (std::size_t l = 0; l < load.size(); ++l) RC_ASSERT(load[l] <= net.capacities[l] * (1 + 1e-9));
        for (std::size_t f = 0; f < rates.size(); ++f) {
            bool bottleneck = false;
            for (const int l : net.flows[f].links) {
                const auto link = static_cast<std::size_t>(l);
                bottleneck = bottleneck || (load[link] >= net.capacities[link] * (1 - 1e-9) && rates[f] >= fastest[link] * (1 - 1e-9));
            }
            RC_ASSERT(bottleneck);
        }
    }));
}

// The incremental solver gives what solving everything from nothing gives, after any history of arrivals and ends.
TEST(MaxMin, HistoryDoesNotMatter) {
    EXPECT_TRUE(rc::check([] {
        const Network net = arbitraryNetwork();
        const Platform platform = linksOnly(net.capacities);
        MaxMinFlows lived(platform, kPlain), fresh(platform, kPlain);
        std::vector<FlowCase> kept;
        std::vector<FlowId> keptIds;
        Time now = Time::zero();
        for (std::size_t f = 0; f < net.flows.size(); ++f) {
            std::vector<LinkId> links;
            for (const int l : net.flows[f].links) links.emplace_back(l);
            lived.add(FlowSpec{FlowId(f), links, 1e12, 0}, now);
            (void)lived.nextCompletion();  // solves now, so that the history counts
            now += Time::fromSeconds(1);
        }
        for (std::size_t f = 0; f < net.flows.size(); ++f) {
            if (f % 3 == 1) {
                lived.remove(FlowId(f), now);
                (void)lived.nextCompletion();  // solves now, so that the history counts
            } else {
                kept.push_back(net.flows[f]);
                kept.back().bytes = 1e12;
                keptIds.emplace_back(f);
            }
        }
        const std::vector<double> expected = ratesTogether(fresh, kept);
        for (std::size_t i = 0; i < kept.size(); ++i) RC_ASSERT(std::abs(lived.rate(keptIds[i]) / expected[i] - 1) < 1e-9);
    }));
}

// More contention never makes the whole faster: unshared is the earliest, flow by flow.
TEST(FlowModels, NobodyIsFasterThanAlone) {
    EXPECT_TRUE(rc::check([] {
        const Network net = arbitraryNetwork();
        const Platform platform = linksOnly(net.capacities);
        UnsharedFlows alone(platform);
        FairShareFlows fair(platform);
        MaxMinFlows exact(platform, kPlain);
        const std::vector<double> a = finishTimes(alone, net.flows), f = finishTimes(fair, net.flows), m = finishTimes(exact, net.flows);
        for (std::size_t i = 0; i < a.size(); ++i) {
            RC_ASSERT(f[i] >= a[i] - 1e-8);
            RC_ASSERT(m[i] >= a[i] - 1e-8);
        }
    }));
}

TEST(FlowRegistry, NamesTheNearestModel) {
    const Platform platform = linksOnly({1});
    EXPECT_THAT(makeFlowModel(parseSpec("maxmin").value(), platform).error().cause, testing::HasSubstr("max-min"));
    EXPECT_THAT(makeFlowModel(parseSpec("max-min[tcp=reno]").value(), platform).error().cause, testing::HasSubstr("none|cm02|lv08"));
    EXPECT_TRUE(makeFlowModel(parseSpec("max-min[tcp=lv08]").value(), platform).ok());
}

}  // namespace
}  // namespace loom::test
