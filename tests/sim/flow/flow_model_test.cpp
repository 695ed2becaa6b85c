#include "sim/flow/flow_model.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "sim/flow/fair_share.h"
#include "sim/flow/max_min.h"
#include "sim/flow/unshared.h"
#include "tests/support/flow_driver.h"

namespace loom::test {
namespace {

// Links 10 and 4; a crosses the first, b both, c the second: b and c share 4, a takes what b leaves (MAXMIN1).
const std::vector<FlowCase> kTriangle{{{0}, 100}, {{0, 1}, 100}, {{1}, 100}};

TEST(MaxMin, FillsTwoLinksProgressively) {
    const std::vector<Capacity> amounts = capacities({10, 4});
    MaxMinFlows model(amounts);
    EXPECT_THAT(ratesTogether(model, kTriangle), testing::ElementsAre(8, 2, 2));
}

TEST(FairShare, LeavesUnusedWhatAnotherBottleneckHoldsBack) {
    const std::vector<Capacity> amounts = capacities({10, 4});
    FairShareFlows model(amounts);
    EXPECT_THAT(ratesTogether(model, kTriangle), testing::ElementsAre(5, 2, 2));
}

TEST(Unshared, GivesEveryFlowItsBottleneck) {
    const std::vector<Capacity> amounts = capacities({10, 4});
    UnsharedFlows model(amounts);
    EXPECT_THAT(ratesTogether(model, kTriangle), testing::ElementsAre(10, 4, 4));
}

// One 10 B/s link, 100 B at 0 s, 25 B at 5 s: alone until 5, half each until 10, alone again (FLOW_DYN).
TEST(SharedLink, RedividesWhenFlowsComeAndGo) {
    const std::vector<Capacity> amounts = capacities({10});
    MaxMinFlows exact(amounts);
    FairShareFlows fair(amounts);
    EXPECT_THAT(finishTimes(exact, {{{0}, 100, 0}, {{0}, 25, 5}}), testing::ElementsAre(12.5, 10));
    EXPECT_THAT(finishTimes(fair, {{{0}, 100, 0}, {{0}, 25, 5}}), testing::ElementsAre(12.5, 10));
}

// Every arrival and departure changes every rate; what was once the next end must not pile up. 4000 flows on one link
// need 16 million changes: kept, they were half a gigabyte and minutes.
TEST(SharedLink, ManyFlowsOnOneLinkEndInOrder) {
    const std::vector<Capacity> amounts = capacities({1e6});
    FairShareFlows fair(amounts);
    constexpr int kFlows = 4000;
    std::vector<FlowCase> flows;
    for (int i = 0; i < kFlows; ++i) flows.push_back({{0}, 1000.0 + i, 0});
    const std::vector<double> finish = finishTimes(fair, flows);
    EXPECT_TRUE(std::is_sorted(finish.begin(), finish.end()));
    EXPECT_NEAR(finish.back(), kFlows * (1000.0 + (kFlows - 1) / 2.0) / 1e6, 1e-3);
}

// A resource of 11 with a flow bound to 2: the others share the remaining 9 as 2 : 1 by their penalties (MAXMIN_BOUND).
TEST(MaxMin, BoundedFlowsLeaveTheRestToOthers) {
    MaxMinFlows model(capacities({11}));
    EXPECT_THAT(ratesTogether(model, {{{0}, 100, 0, 1, 2}, {{0}, 100, 0, 1}, {{0}, 100, 0, 2}}), testing::ElementsAre(2, 6, 3));
    EXPECT_FALSE(model.bottleneck(FlowId(0)).valid());
    EXPECT_EQ(model.bottleneck(FlowId(1)), ResourceId(0));
}

TEST(SharedLink, AFatPipeIsNeverContended) {
    const std::vector<Capacity> amounts{{10, Sharing::fatpipe}};
    MaxMinFlows exact(amounts);
    FairShareFlows fair(amounts);
    EXPECT_THAT(ratesTogether(exact, {{{0}, 5}, {{0}, 5}, {{0}, 5}}), testing::Each(10));
    EXPECT_THAT(ratesTogether(fair, {{{0}, 5}, {{0}, 5}, {{0}, 5}}), testing::Each(10));
}

TEST(SharedLink, RemovedFlowsGiveTheirShareBack) {
    const std::vector<Capacity> amounts = capacities({10});
    MaxMinFlows model(amounts);
    ratesTogether(model, {{{0}, 100}, {{0}, 100}});
    model.remove(FlowId(0), Time::fromSeconds(4));  // 20 B of each are through
    EXPECT_EQ(model.nextCompletion(), Time::fromSeconds(12));
}

// What all three models must agree on: flows that share no link.
TEST(FlowModels, AgreeWithoutContention) {
    const std::vector<Capacity> amounts = capacities({3, 7, 11});
    const std::vector<FlowCase> flows{{{0}, 6, 0}, {{1}, 21, 1}, {{2}, 5.5, 2}};
    UnsharedFlows alone(amounts);
    FairShareFlows fair(amounts);
    MaxMinFlows exact(amounts);
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
            if (*rc::gen::inRange(0, 2) == 1) flow.resources.push_back(l);
        if (flow.resources.empty()) flow.resources.push_back(*rc::gen::inRange(0, links));
        flow.work = *rc::gen::inRange(1, 1000);
        flow.start = *rc::gen::inRange(0, 20);
        net.flows.push_back(flow);
    }
    return net;
}

// Max-min's certificate: no link above its capacity, and every flow crosses a full link on which nobody gets more.
TEST(MaxMin, EveryFlowHasABottleneckWhereNobodyGetsMore) {
    EXPECT_TRUE(rc::check([] {
        const Network net = arbitraryNetwork();
        const std::vector<Capacity> amounts = capacities(net.capacities);
        MaxMinFlows model(amounts);
        const std::vector<double> rates = ratesTogether(model, net.flows);
        std::vector<double> load(net.capacities.size(), 0), fastest(net.capacities.size(), 0);
        for (std::size_t f = 0; f < rates.size(); ++f)
            for (const int l : net.flows[f].resources) {
                load[static_cast<std::size_t>(l)] += rates[f];
                fastest[static_cast<std::size_t>(l)] = std::max(fastest[static_cast<std::size_t>(l)], rates[f]);
            }
        for (std::size_t l = 0; l < load.size(); ++l) RC_ASSERT(load[l] <= net.capacities[l] * (1 + 1e-9));
        for (std::size_t f = 0; f < rates.size(); ++f) {
            bool bottleneck = false;
            for (const int l : net.flows[f].resources) {
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
        const std::vector<Capacity> amounts = capacities(net.capacities);
        MaxMinFlows lived(amounts), fresh(amounts);
        std::vector<FlowCase> kept;
        std::vector<FlowId> keptIds;
        Time now = Time::zero();
        for (std::size_t f = 0; f < net.flows.size(); ++f) {
            std::vector<Use> uses;
            for (const int r : net.flows[f].resources) uses.push_back({ResourceId(r), 1});
            lived.add(FlowSpec{FlowId(f), uses, 1e12}, now);
            (void)lived.nextCompletion();  // solves now, so that the history counts
            now += Time::fromSeconds(1);
        }
        for (std::size_t f = 0; f < net.flows.size(); ++f) {
            if (f % 3 == 1) {
                lived.remove(FlowId(f), now);
                (void)lived.nextCompletion();  // solves now, so that the history counts
            } else {
                kept.push_back(net.flows[f]);
                kept.back().work = 1e12;
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
        const std::vector<Capacity> amounts = capacities(net.capacities);
        UnsharedFlows alone(amounts);
        FairShareFlows fair(amounts);
        MaxMinFlows exact(amounts);
        const std::vector<double> a = finishTimes(alone, net.flows), f = finishTimes(fair, net.flows), m = finishTimes(exact, net.flows);
        for (std::size_t i = 0; i < a.size(); ++i) {
            RC_ASSERT(f[i] >= a[i] - 1e-8);
            RC_ASSERT(m[i] >= a[i] - 1e-8);
        }
    }));
}

TEST(SharedLink, AChangeOfCapacityTakesEffectAtOnce) {
    const std::vector<Capacity> amounts = capacities({10});
    UnsharedFlows alone(amounts);
    FairShareFlows fair(amounts);
    MaxMinFlows exact(amounts);
    for (FlowModel* model : {static_cast<FlowModel*>(&alone), static_cast<FlowModel*>(&fair), static_cast<FlowModel*>(&exact)}) {
        ratesTogether(*model, {{{0}, 100}});
        model->setCapacity(ResourceId(0), 0, Time::fromSeconds(4));  // 60 left, cut off
        EXPECT_TRUE(model->nextCompletion().isNever());
        model->setCapacity(ResourceId(0), 20, Time::fromSeconds(5));
        EXPECT_EQ(model->nextCompletion(), Time::fromSeconds(8));
    }
}

}  // namespace
}  // namespace loom::test
