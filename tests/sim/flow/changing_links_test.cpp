// Snapshots and series of runs whose links are cut, throttled and slowed down, held by the same two things from outside:
// bytes are conserved, and every moment's snapshot agrees with the series.
#include <gtest/gtest.h>

#include "core/trace/metrics_series.h"
#include "sim/flow/network_snapshot.h"
#include "sim/flow/rate_series.h"
#include "sim/session.h"
#include "tests/support/transfer_spans.h"

namespace loom::test {
namespace {

RunPtr runOf(const std::string& members) {
    const Result<ScenarioFile> file = parseScenario("{\"clusterloom\": 1, " + members + "}", "");
    EXPECT_TRUE(file.ok()) << file.error().text();
    RunControl control;
    RunPtr run = simulate(resolveScenario(*file).value(), control).value();
    EXPECT_EQ(run->outcome, Outcome::finished) << run->failure;
    return run;
}

// Six nodes around a switch; while the maps' output is sent, from 57 s on, links are cut,
// throttled or slow to answer; n4 is cut off before it can send.
RunPtr troubledRun(const std::string& network, const std::string& slowFrom = "10") {
    std::string nodes;
    for (int n = 0; n < 6; ++n) nodes += (n > 0 ? ", " : "") + (R"({"id": "n)" + std::to_string(n)) + R"(", "speed": ")" + std::to_string(7 + n) + R"(e8"})";
    return runOf(R"("scheduler": "fifo", "network": ")" + network + R"(", "platform": {"nodes": [)" + nodes +
                 R"(], "links": {"star": {"bandwidth": "400 Mbps", "latency": "50 us"}, "profiles": [
                     {"link": "n1.up", "bandwidth": {"points": [[58, "100 Mbps"], [60, "400 Mbps"]]}},
                     {"link": "n2.down", "latency": {"points": [[)" +
                 slowFrom + R"(, 0.5]]}},
                     {"link": "n3.down", "state": {"points": [[59, 0], [62, 1]]}}]}},
                 "workload": "map-reduce[maps=30,reduces=10,block=64MB]",
                 "failures": {"stallTimeout": 1000, "cuts": [{"link": "n0.up", "at": 57.6, "repair": 2}, {"link": "n4.up", "at": 50, "repair": 9}, {"link": "n5.up", "at": 57.2, "repair": 0.3}]})");
}

class ChangingLinks : public testing::TestWithParam<const char*> {};

TEST_P(ChangingLinks, ATransfersRateAddsUpToItsBytes) {
    const RunPtr run = troubledRun(GetParam(), "57.5");  // what began before goes on as it is
    const std::vector<TransferSpan> transfers = transfersOf(*run);
    ASSERT_GT(transfers.size(), 20u);
    std::size_t stopped = 0;
    for (const TransferSpan& transfer : transfers) {
        const RateSeries rate = transferRateSeries(*run, transfer, nullptr).value();
        const double bytes = run->scenario->graph->dataBytes(transfer.data);
        EXPECT_NEAR(integrate(rate.series, transfer.begin.seconds(), transfer.end.seconds()) / bytes, 1, 1e-5);
        for (std::size_t i = 1; i + 1 < rate.series.value.size(); ++i) stopped += rate.series.value[i] == 0 && rate.series.value[i - 1] > 0 ? 1 : 0;
    }
    EXPECT_GT(stopped, 0u);  // some stood still on their way
}

TEST_P(ChangingLinks, ALinksLoadAddsUpToWhatCrossedItAndStaysWithinWhatItCanCarry) {
    const RunPtr run = troubledRun(GetParam());
    const Platform& platform = *run->scenario->platform;
    const std::vector<TransferSpan> transfers = transfersOf(*run);
    for (std::size_t link = 0; link < platform.linkCount(); ++link) {
        double crossed = 0;
        for (const TransferSpan& transfer : transfers) {
            std::vector<LinkId> route;
            platform.route(transfer.from, transfer.to, route);
            if (std::find(route.begin(), route.end(), LinkId(link)) != route.end()) crossed += run->scenario->graph->dataBytes(transfer.data);
        }
        const RateSeries load = linkLoadSeries(*run, LinkId(link), nullptr).value();
        EXPECT_NEAR(integrate(load.series, 0, run->trace->end().seconds()), crossed, 1e-5 * crossed + 1) << platform.link(LinkId(link)).name;
    }
}

TEST_P(ChangingLinks, EveryMomentAgreesWithItsSnapshot) {
    const RunPtr run = troubledRun(GetParam());
    const Platform& platform = *run->scenario->platform;
    Replay replay(*run->scenario->graph, platform, *run->trace);
    std::vector<RateSeries> loads;
    for (std::size_t l = 0; l < platform.linkCount(); ++l) loads.push_back(linkLoadSeries(*run, LinkId(l), nullptr).value());
    const double end = run->trace->end().seconds();
    bool held = false;
    for (int i = 0; i < 400; ++i) {
        const Time now = Time::fromSeconds((i + 0.37) / 400 * end);
        replay.seekTime(now);
        const NetworkSnapshot snapshot =
            networkSnapshot(run->scenario->file.network, platform, replay.transfers(), now, replay.links()).value();
        for (std::size_t l = 0; l < platform.linkCount(); ++l) {
            EXPECT_NEAR(at(loads[l].series, now.seconds()), snapshot.load[l], 1) << platform.link(LinkId(l)).name << " at " << now.seconds();
            if (std::string(GetParam()) != "unshared") {
                EXPECT_LE(snapshot.load[l], snapshot.bandwidth[l] * (1 + 1e-9) + 1e-6);
            }
        }
        for (const FlowShare& flow : snapshot.flows) {
            if (!flow.bottleneck.valid() || snapshot.bandwidth[flow.bottleneck.index()] > 0) continue;
            EXPECT_EQ(flow.rate, 0);
            held = true;
        }
    }
    EXPECT_TRUE(held);
}

INSTANTIATE_TEST_SUITE_P(Models, ChangingLinks, testing::Values("unshared", "fair-share", "max-min"));

// 100 B over a link of 10 B/s that is down from 4 s to 7 s and has half its bandwidth from 8 s on: 40 B by 4 s, 10 B by 8 s,
// the other 50 B in 10 s.
TEST(ChangingLink, ByHand) {
    const RunPtr run = runOf(
        R"("scheduler": "heft", "network": "max-min", "platform": {"nodes": [{"id": "a", "speed": 1}, {"id": "b", "speed": 1}],
        "links": {"full": {"bandwidth": 10, "latency": 0}, "profiles": [{"link": "a-b", "bandwidth": {"points": [[8, 5]]}}]}},
        "workload": {"tasks": [{"id": "s", "runtimes": {"a": 0, "b": 100}}, {"id": "t", "runtimes": {"a": 100, "b": 1}}], "edges": [{"from": "s", "to": "t", "bytes": 100}]},
        "failures": {"cuts": [{"link": "a-b", "at": 4, "repair": 3}]})");
    const std::vector<TransferSpan> transfers = transfersOf(*run);
    ASSERT_EQ(transfers.size(), 1u);
    const Series rate = transferRateSeries(*run, transfers[0], nullptr).value().series;
    EXPECT_EQ(rate.time, (std::vector<double>{0, 4, 7, 8, 18}));
    EXPECT_EQ(rate.value, (std::vector<double>{10, 0, 10, 5, 0}));
}

}  // namespace
}  // namespace loom::test
