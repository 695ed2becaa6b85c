// A failure plan unrolled: what is fixed, what is drawn, and what moves when something else changes.
#include "sim/faults/timetable.h"

#include <gtest/gtest.h>

namespace loom {
namespace {

Platform nodes(const char* spec) { return *buildPlatform(*parseSpec(spec), 1); }

TEST(Timetable, FixedFaultsComeWithTheirEnds) {
    FailurePlan plan;
    plan.crashes.push_back({"n0", Time::fromSeconds(5), Time::fromSeconds(2)});
    plan.crashes.push_back({"n1", Time::fromSeconds(6), Time::never()});
    plan.slowdowns.push_back({"n1", Time::fromSeconds(1), Time::fromSeconds(3), 4});
    Timetable table(plan, nodes("star[nodes=2]"), 1);
    const std::vector<Fault>& faults = table.initial();
    ASSERT_EQ(faults.size(), 5u);
    EXPECT_EQ(faults[0].at, Time::fromSeconds(5));
    EXPECT_EQ(faults[1].kind, Fault::Kind::up);
    EXPECT_EQ(faults[1].at, Time::fromSeconds(7));
    EXPECT_EQ(faults[2].node, NodeId(1));
    EXPECT_EQ(faults[3].factor, 0.25);
    EXPECT_EQ(faults[4].at, Time::fromSeconds(4));
    EXPECT_EQ(faults[4].factor, 1);
    for (const Fault& fault : faults) EXPECT_FALSE(table.following(fault).has_value());
}

TEST(Timetable, CutsOfLinksAreDrawnApartFromFailuresOfNodes) {
    FailurePlan plan;
    plan.random.push_back({"*", 100, 1});
    const Platform platform = nodes("star[nodes=2]");
    const std::vector<Fault> alone = Timetable(plan, platform, 3).initial();
    plan.randomCuts.push_back({"*", 100, 1});
    plan.cuts.push_back({"n1.down", Time::fromSeconds(5), Time::fromSeconds(2)});
    const std::vector<Fault> both = Timetable(plan, platform, 3).initial();
    ASSERT_EQ(alone.size(), 2u);
    ASSERT_EQ(both.size(), 2u + 2u + 4u);
    for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(both[i].at, alone[i].at);
    EXPECT_EQ(both[2].link, LinkId(3));
    EXPECT_EQ(both[3].kind, Fault::Kind::linkUp);
    EXPECT_EQ(both[3].at, Time::fromSeconds(7));
    for (std::size_t i = 4; i < 8; ++i) {
        EXPECT_EQ(both[i].kind, Fault::Kind::linkDown);
        for (std::size_t other = 0; other < i; ++other) EXPECT_NE(both[i].at, both[other].at) << "one stream for two";
    }
}

// formats.md 8.5: the pattern starts again at (last time + loopAfter), and each time so much later.
TEST(Timetable, ProfilesAreUnrolledPointByPoint) {
    Platform platform = nodes("star[nodes=1]");
    ASSERT_TRUE(platform.setProfiles(LinkId(0), {{{1, 50}, {3, 20}}, 2}, {}, {{{0, 1}, {2, 0}, {4, 0}, {6, 1}}}).ok());
    Timetable table({}, platform, 1);
    ASSERT_EQ(table.initial().size(), 2u);
    Fault rate = table.initial()[0];
    for (const auto& [at, value] : std::vector<std::pair<double, double>>{{1, 50}, {3, 20}, {6, 50}, {8, 20}, {11, 50}}) {
        EXPECT_EQ(rate.kind, Fault::Kind::linkRate);
        EXPECT_EQ(rate.at, Time::fromSeconds(at));
        EXPECT_EQ(rate.factor, value);
        rate = table.following(rate).value();
    }
    const Fault off = table.initial()[1];
    EXPECT_EQ(off.kind, Fault::Kind::linkDown);
    EXPECT_EQ(off.at, Time::fromSeconds(2));
    const std::optional<Fault> on = table.following(off);
    ASSERT_TRUE(on.has_value());
    EXPECT_EQ(on->kind, Fault::Kind::linkUp);
    EXPECT_EQ(on->at, Time::fromSeconds(6));
    EXPECT_FALSE(table.following(*on).has_value());
}

TEST(Timetable, StarMeansNodesThatComputeAndANameMeansOne) {
    FailurePlan plan;
    plan.random.push_back({"*", 100, 1});
    EXPECT_EQ(Timetable(plan, nodes("star[nodes=3,storage=true]"), 1).initial().size(), 3u);
    plan.random[0].nodes = "n2";
    const Timetable one(plan, nodes("star[nodes=3,storage=true]"), 1);
    ASSERT_EQ(one.initial().size(), 1u);
    EXPECT_EQ(one.initial()[0].node, NodeId(2));
}

TEST(Timetable, RandomFailuresAlternateWithRepairsAndTimeOnlyGrows) {
    FailurePlan plan;
    plan.random.push_back({"n0", 100, 10});
    Timetable table(plan, nodes("star[nodes=1]"), 7);
    Fault fault = table.initial().at(0);
    double up = 0, down = 0;
    Time before = Time::zero();
    constexpr int kCycles = 4000;
    for (int i = 0; i < 2 * kCycles; ++i) {
        ASSERT_EQ(fault.kind, i % 2 == 0 ? Fault::Kind::down : Fault::Kind::up);
        ASSERT_GT(fault.at, before);
        (i % 2 == 0 ? up : down) += (fault.at - before).seconds();
        before = fault.at;
        fault = table.following(fault).value();
    }
    EXPECT_NEAR(up / kCycles, 100, 5);  // three standard errors of an exponential mean
    EXPECT_NEAR(down / kCycles, 10, 0.5);
}

TEST(Timetable, WithoutRepairANodeStaysDown) {
    FailurePlan plan;
    plan.random.push_back({"n0", 100, 0});
    Timetable table(plan, nodes("star[nodes=1]"), 1);
    EXPECT_FALSE(table.following(table.initial().at(0)).has_value());
}

TEST(Timetable, AnotherNodeMovesNobodysFailures) {
    FailurePlan plan;
    plan.random.push_back({"*", 100, 10});
    const Timetable two(plan, nodes("star[nodes=2]"), 3), five(plan, nodes("star[nodes=5]"), 3),
        other(plan, nodes("star[nodes=2]"), 4);
    for (std::size_t n = 0; n < 2; ++n) {
        EXPECT_EQ(two.initial()[n].at, five.initial()[n].at);
        EXPECT_NE(two.initial()[n].at, other.initial()[n].at);
    }
    EXPECT_NE(two.initial()[0].at, two.initial()[1].at);
}

}  // namespace
}  // namespace loom
