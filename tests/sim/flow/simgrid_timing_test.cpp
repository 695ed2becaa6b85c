// Each rule of SimGrid's timing by a case small enough to work out by hand. The seconds were measured with SimGrid 3.32
// (maxmin/precision 1e-12) on the same links; the formulas beside them say where they come from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/transfer_race.h"

namespace loom::test {
namespace {

constexpr double kNanosecond = 1.5e-9;  // times are whole nanoseconds; a start-up and an end are rounded once each
constexpr const char* kIdeal = "max-min[tcp=cm02,window=0]";
constexpr const char* kCm02 = "max-min[tcp=cm02]";
constexpr const char* kLv08 = "max-min[tcp=lv08]";

Platform bench() {
    return wiredPlatform({"a", "b", "c", "d"},
                         {{.name = "shared", .bandwidth = 125e6, .latency = 1e-3},
                          {.name = "slow", .bandwidth = 10e6, .latency = 10e-3},
                          {.name = "fast", .bandwidth = 1e9, .latency = 2e-3},
                          {.name = "pipe", .bandwidth = 100e6, .latency = 1e-3, .sharing = Sharing::fatpipe},
                          {.name = "there", .bandwidth = 125e6, .latency = 1e-3},
                          {.name = "back", .bandwidth = 125e6, .latency = 1e-3},
                          {.name = "far", .bandwidth = 1e9, .latency = 201e-3},
                          {.name = "instant", .bandwidth = 100e6, .latency = 0}},
                         {{"a", "b", {"shared"}},
                          {"b", "a", {"shared"}},
                          {"a", "c", {"shared", "fast"}},
                          {"c", "a", {"fast", "shared"}},
                          {"b", "c", {"there"}},
                          {"c", "b", {"back"}},
                          {"a", "d", {"far"}},
                          {"d", "a", {"far"}},
                          {"b", "d", {"pipe"}},
                          {"d", "b", {"pipe"}},
                          {"d", "c", {"instant"}},
                          {"c", "d", {"instant"}},
                          {"a", "a", {"pipe"}}});
}

struct Timing {
    const char* why;
    const char* network;
    std::vector<std::pair<const char*, double>> transfers;  // "ab" from a to b; s at which it ends in SimGrid
    double bytes = 1e8;
};

std::ostream& operator<<(std::ostream& out, const Timing& timing) { return out << timing.network << ": " << timing.why; }

class SimGridTiming : public testing::TestWithParam<Timing> {};

TEST_P(SimGridTiming, OfTransfersThatStartTogether) {
    const Platform platform = bench();
    std::vector<RaceTransfer> race;
    for (const auto& [ends, expected] : GetParam().transfers)
        race.push_back({platform.find(std::string(1, ends[0])), platform.find(std::string(1, ends[1])), GetParam().bytes});
    const std::vector<double> times = finishTimes(GetParam().network, platform, race);
    for (std::size_t i = 0; i < race.size(); ++i)
        EXPECT_NEAR(times[i], GetParam().transfers[i].second, kNanosecond) << GetParam().transfers[i].first << " " << i;
}

INSTANTIATE_TEST_SUITE_P(
    Alone, SimGridTiming,
    testing::Values(Timing{"latency + bytes / bandwidth", kIdeal, {{"ab", 0.801}}},
                    Timing{"latencies add up, the slowest link counts", kIdeal, {{"ac", 0.803}}},
                    Timing{"a window of 4 MiB over 402 ms is slower than the link", kCm02, {{"ad", 9.78542687988281}}},
                    Timing{"13.01 latencies; 0.97 of what 1.05 leaves of a link that carries the acknowledgements too", kLv08,
                           {{"ab", 0.878989381443299}}},
                    Timing{"acknowledgements on a link of their own take nothing", kLv08, {{"bc", 0.837752268041237}}},
                    Timing{"the window knows the bare latency and is itself cut to 0.97", kLv08, {{"ad", 12.4958624534874}}},
                    Timing{"nothing to send costs the latency", kLv08, {{"ac", 0.03903}}, 0},
                    Timing{"nothing to send without latency costs nothing", kLv08, {{"dc", 0}}, 0}));

INSTANTIATE_TEST_SUITE_P(
    Together, SimGridTiming,
    testing::Values(Timing{"equal latencies, equal shares; both directions on one link", kIdeal, {{"ab", 1.601}, {"ba", 1.601}}},
                    Timing{"shares 3 : 1 by latency 1 ms : 3 ms", kIdeal, {{"ab", 1.067}, {"ac", 1.601}}},
                    Timing{"two directions of two links do not meet", kIdeal, {{"bc", 0.801}, {"cb", 0.801}}},
                    Timing{"a fat pipe is never divided", kIdeal, {{"bd", 1.001}, {"bd", 1.001}}},
                    Timing{"each direction pays 5 % for the other's acknowledgements", kLv08,
                           {{"bc", 0.878989381443299}, {"cb", 0.878989381443299}}},
                    Timing{"who sends acknowledgements into a full link is slowed down by it", kLv08,
                           {{"bc", 1.70373164948454}, {"bc", 1.70373164948454}, {"cb", 1.70373164948454}}},
                    Timing{"weights of latency + 20537 B / bandwidth", kLv08, {{"ab", 1.18605771060747}, {"ac", 1.7449687628866}}},
                    Timing{"acknowledgements do not divide a fat pipe", kLv08, {{"bd", 1.04393783505155}, {"bd", 1.04393783505155}}}));

// A transfer that still pays its latency takes no bandwidth: the second one joins 1 ms later.
TEST(SimGridTimings, LatencyTakesNoBandwidth) {
    const Platform platform = bench();
    const std::vector<RaceTransfer> race = {{NodeId(0), NodeId(1), 1e8, 0}, {NodeId(0), NodeId(1), 5e7, 0.001}};
    for (const auto& [network, first, second] : {std::tuple{kIdeal, 1.201, 0.802}, {kLv08, 1.31197907216495, 0.879989381443299}}) {
        const std::vector<double> ends = finishTimes(network, platform, race);
        EXPECT_NEAR(ends[0], first, kNanosecond) << network;
        EXPECT_NEAR(ends[1], second, kNanosecond) << network;
    }
}

// Two transfers that start at one instant, of which one reaches a third that is under way: everyone gets half a link. By
// hand, and by SimGrid's Full solver; its default, Lazy, leaves the third at its old rate (it would end at 0.8001 s).
TEST(SimGridTimings, TwoThatStartTogetherSlowDownAThird) {
    std::vector<LinkInfo> links;
    for (const char* name : {"up1", "up2", "down3", "down4"}) links.push_back({.name = name, .bandwidth = 125e6, .latency = 50e-6});
    const Platform platform = wiredPlatform({"n1", "n2", "n3", "n4"}, links,
                                            {{"n1", "n3", {"up1", "down3"}}, {"n2", "n4", {"up2", "down4"}}, {"n2", "n3", {"up2", "down3"}}});
    const std::vector<double> ends = finishTimes(kIdeal, platform,
                                                 {{platform.find("n1"), platform.find("n3"), 100e6, 0},
                                                  {platform.find("n2"), platform.find("n4"), 50e6, 0.2},
                                                  {platform.find("n2"), platform.find("n3"), 100e6, 0.2}});
    EXPECT_NEAR(ends[1], 0.2001 + 50 / 62.5, kNanosecond);
    EXPECT_NEAR(ends[0], 0.2001 + 75 / 62.5, kNanosecond);  // 25 MB before the others came
    EXPECT_NEAR(ends[2], 0.2001 + 75 / 62.5 + 25 / 125.0, kNanosecond);
}

// SimGrid's rule for paths without latency starves them beside others; the formula shares by it, so that a flow on
// an instant link gets nearly everything.
TEST(SimGridTimings, ZeroLatencyWeighsOneOrTheFormula) {
    const Platform platform = wiredPlatform({"a", "b", "c"}, {{.name = "l", .bandwidth = 1e8}, {.name = "m", .bandwidth = 1e9, .latency = 1e-3}},
                                            {{"a", "b", {"l"}}, {"a", "c", {"l", "m"}}});
    const std::vector<RaceTransfer> race = {{NodeId(0), NodeId(1), 1e8}, {NodeId(0), NodeId(2), 1e8}};
    const std::vector<double> simgrid = finishTimes(kIdeal, platform, race);
    EXPECT_NEAR(simgrid[0], 2, kNanosecond);
    EXPECT_NEAR(simgrid[1], 1.002, kNanosecond);
    const std::vector<double> formula = finishTimes("max-min[tcp=cm02,window=0,zero-latency=formula]", platform, race);
    EXPECT_NEAR(formula[0], 1.000001, 1e-8);
    EXPECT_NEAR(formula[1], 2, kNanosecond);
}

// The platform's own loopback: 10 GB/s, 0.97 of it under LV08, never divided.
TEST(SimGridTimings, LoopbackOfThePlatform) {
    const Platform platform = wiredPlatform({"a"}, {{.name = "loopback", .bandwidth = 1e10, .sharing = Sharing::fatpipe}}, {{"a", "a", {"loopback"}}});
    const std::vector<RaceTransfer> race = {{NodeId(0), NodeId(0), 1e8}, {NodeId(0), NodeId(0), 1e8}};
    EXPECT_THAT(finishTimes(kIdeal, platform, race), testing::Each(0.01));
    EXPECT_THAT(finishTimes(kLv08, platform, race), testing::Each(testing::DoubleNear(0.0103092783505155, kNanosecond)));
}

}  // namespace
}  // namespace loom::test
