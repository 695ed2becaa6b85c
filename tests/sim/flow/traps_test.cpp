// What flow solvers get wrong: each case computed by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "sim/flow/flow_model.h"
#include "tests/support/flow_driver.h"

namespace loom::test {
namespace {

std::unique_ptr<FlowModel> maxMin(const std::vector<Capacity>& amounts) { return std::move(*makeFlowModel("max-min", amounts)); }

void add(FlowModel& model, int id, const std::vector<Use>& uses, double work, double at = 0) {
    model.add(FlowSpec{FlowId(id), uses, work}, Time::fromSeconds(at));
}

TEST(FlowTraps, NothingToSendIsThroughAtOnce) {
    for (const char* name : {"unshared", "fair-share", "max-min"}) {
        const std::unique_ptr<FlowModel> model = std::move(*makeFlowModel(name, capacities({10})));
        add(*model, 0, {{ResourceId(0), 1}}, 100);
        add(*model, 1, {{ResourceId(0), 1}}, 0, 3);
        add(*model, 2, {}, 5, 3);
        std::vector<FlowId> done;
        EXPECT_EQ(model->nextCompletion(), Time::fromSeconds(3)) << name;
        model->complete(Time::fromSeconds(3), done);
        EXPECT_THAT(done, testing::ElementsAre(FlowId(1), FlowId(2))) << name;
        EXPECT_EQ(model->nextCompletion(), Time::fromSeconds(10)) << name;
    }
}

// 10 B/s crossed there and back by one flow: 1 + 0.05 of its rate.
TEST(FlowTraps, AResourceUsedTwiceAddsUpItsShares) {
    const auto model = maxMin(capacities({10}));
    add(*model, 0, {{ResourceId(0), 1}, {ResourceId(0), 0.05}}, 100);
    EXPECT_DOUBLE_EQ(model->rate(FlowId(0)), 10 / 1.05);
}

// Two opposite flows, 5 % of each on the other's link: x + 0.05 y = 10 both ways.
TEST(FlowTraps, TheWayBackCosts) {
    const auto model = maxMin(capacities({10, 10}));
    add(*model, 0, {{ResourceId(0), 1}, {ResourceId(1), 0.05}}, 100);
    EXPECT_DOUBLE_EQ(model->rate(FlowId(0)), 10);
    add(*model, 1, {{ResourceId(1), 1}, {ResourceId(0), 0.05}}, 100);
    EXPECT_DOUBLE_EQ(model->rate(FlowId(0)), 10 / 1.05);
    EXPECT_DOUBLE_EQ(model->rate(FlowId(1)), 10 / 1.05);
}

// 30 B at 10 B/s, cut off after 1 s for 4 s: the 20 B left take 2 s more.
TEST(FlowTraps, ACutLinkStallsAndGoesOn) {
    const auto model = maxMin(capacities({10, 10}));
    add(*model, 0, {{ResourceId(0), 1}, {ResourceId(1), 1}}, 30);
    add(*model, 1, {{ResourceId(1), 1}}, 1000);
    EXPECT_EQ(model->rate(FlowId(0)), 5);
    model->setCapacity(ResourceId(0), 0, Time::fromSeconds(2));  // 20 B left
    EXPECT_EQ(model->rate(FlowId(0)), 0);
    EXPECT_EQ(model->rate(FlowId(1)), 10);
    EXPECT_EQ(model->bottleneck(FlowId(0)), ResourceId(0));
    model->setCapacity(ResourceId(0), 10, Time::fromSeconds(6));
    EXPECT_EQ(model->rate(FlowId(0)), 5);
    EXPECT_EQ(model->nextCompletion(), Time::fromSeconds(10));
}

TEST(FlowTraps, EqualFlowsEndTogetherInOrderOfTheirIds) {
    const auto model = maxMin(capacities({30, 10}));
    for (const int id : {5, 2, 9}) add(*model, id, {{ResourceId(0), 1}}, 100);
    std::vector<FlowId> done;
    EXPECT_EQ(model->nextCompletion(), Time::fromSeconds(10));
    model->complete(Time::fromSeconds(10), done);
    EXPECT_THAT(done, testing::ElementsAre(FlowId(2), FlowId(5), FlowId(9)));
    EXPECT_TRUE(model->nextCompletion().isNever());
}

TEST(FlowTraps, AFatPipeBoundsEachAndAChangeOfItCounts) {
    const auto model = maxMin({{10, Sharing::shared}, {3, Sharing::fatpipe}});
    add(*model, 0, {{ResourceId(0), 1}, {ResourceId(1), 1}}, 30);
    add(*model, 1, {{ResourceId(0), 1}}, 1000);
    EXPECT_EQ(model->rate(FlowId(0)), 3);
    EXPECT_EQ(model->rate(FlowId(1)), 7);
    EXPECT_EQ(model->bottleneck(FlowId(0)), ResourceId(1));
    model->setCapacity(ResourceId(1), 8, Time::fromSeconds(5));  // 15 B left; half of the link each
    EXPECT_EQ(model->rate(FlowId(0)), 5);
    EXPECT_EQ(model->nextCompletion(), Time::fromSeconds(8));
}

// A link that stays full for 200,000 flows: its clock and sums must not drift. Each of the 20 kept alive carries 1 B
// at 1 / 20 of 20 B/s, so one ends every 50 ms.
TEST(FlowTraps, ManyFlowsThroughAFullLinkDoNotDrift) {
    const auto model = maxMin(capacities({20, 1e3}));
    constexpr int kAlive = 20, kFlows = 200'000;
    for (int id = 0; id < kAlive; ++id) add(*model, id, {{ResourceId(0), 1}, {ResourceId(1), 0.3}}, (id + 1) / 20.0);
    std::vector<FlowId> done;
    Time now;
    for (int flow = 0; flow < kFlows; ++flow) {
        now = model->nextCompletion();
        done.clear();
        model->complete(now, done);
        ASSERT_EQ(done.size(), 1u);
        const std::array<Use, 2> uses{Use{ResourceId(0), 1}, Use{ResourceId(1), 0.3}};
        model->add(FlowSpec{done[0], uses, 1}, now);
    }
    EXPECT_NEAR(now.seconds(), kFlows * 0.05, 1e-9 * kFlows * 0.05);
    EXPECT_NEAR(model->rate(FlowId(0)), 1, 1e-13);
}

}  // namespace
}  // namespace loom::test
