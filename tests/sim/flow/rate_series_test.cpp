// The series are held by two things from outside: bytes are conserved, and the snapshot of any one moment says the same.
#include "sim/flow/rate_series.h"

#include <gtest/gtest.h>

#include "core/trace/metrics_series.h"
#include "sim/flow/network_snapshot.h"
#include "sim/session.h"
#include "tests/support/transfer_spans.h"

namespace loom::test {
namespace {

RunPtr runOf(const char* network) {
    ScenarioFile file;
    file.scheduler = parseSpec("fifo").value();
    file.network = parseSpec(network).value();
    file.workload = parseSpec("map-reduce[maps=30,reduces=10,block=64MB]").value();
    // Speeds that differ keep the transfers from beginning and ending together.
    file.platform = parseSpec("two-tier[racks=2,nodes=3,bandwidth=1Gbps,latency=50us,oversubscription=4,"
                              "heterogeneity=uniform,spread=0.5]")
                        .value();
    RunControl control;
    return simulate(resolveScenario(file).value(), control).value();
}

class RateSeriesOf : public testing::TestWithParam<const char*> {};

TEST_P(RateSeriesOf, ATransfersRateAddsUpToItsBytes) {
    const RunPtr run = runOf(GetParam());
    const std::vector<TransferSpan> transfers = transfersOf(*run);
    ASSERT_GT(transfers.size(), 20u);
    for (const TransferSpan& transfer : transfers) {
        const RateSeries rate = transferRateSeries(*run, transfer, nullptr).value();
        const double bytes = run->scenario->graph->dataBytes(transfer.data);
        EXPECT_FALSE(rate.sampled);
        EXPECT_NEAR(integrate(rate.series, transfer.begin.seconds(), transfer.end.seconds()) / bytes, 1, 1e-5);
    }
}

TEST_P(RateSeriesOf, ALinksLoadAddsUpToWhatCrossedIt) {
    const RunPtr run = runOf(GetParam());
    const Platform& platform = *run->scenario->platform;
    const std::vector<TransferSpan> transfers = transfersOf(*run);
    for (std::size_t link = 0; link < platform.linkCount(); ++link) {
        double crossed = 0;
        for (const TransferSpan& transfer : transfers) {
            std::vector<LinkId> route;
            platform.route(transfer.from, transfer.to, route);
            if (std::find(route.begin(), route.end(), LinkId(link)) != route.end())
                crossed += run->scenario->graph->dataBytes(transfer.data);
        }
        const RateSeries load = linkLoadSeries(*run, LinkId(link), nullptr).value();
        EXPECT_NEAR(integrate(load.series, 0, run->trace->end().seconds()), crossed, 1e-5 * crossed + 1) << link;
    }
}

TEST_P(RateSeriesOf, EveryMomentAgreesWithItsSnapshot) {
    const RunPtr run = runOf(GetParam());
    const Platform& platform = *run->scenario->platform;
    Replay replay(*run->scenario->graph, platform, *run->trace);
    const LinkId uplink(platform.linkCount() - 1);
    const RateSeries load = linkLoadSeries(*run, uplink, nullptr).value();
    double largest = 0;
    for (const TransferSpan& transfer : transfersOf(*run)) {
        const Time now = Time::fromNanoseconds((transfer.begin.nanoseconds() + transfer.end.nanoseconds()) / 2);
        replay.seekTime(now);
        const NetworkSnapshot snapshot =
            networkSnapshot(run->scenario->file.network, platform, replay.transfers(), now).value();
        EXPECT_NEAR(at(load.series, now.seconds()), snapshot.load[uplink.index()], 1) << now.seconds();
        largest = std::max(largest, snapshot.load[uplink.index()]);
    }
    EXPECT_GT(largest, 0);
}

INSTANTIATE_TEST_SUITE_P(Models, RateSeriesOf, testing::Values("unshared", "fair-share", "max-min"));

TEST(RateSeries, StartUpTakesNothing) {
    const RunPtr run = runOf("max-min");
    const std::vector<TransferSpan> transfers = transfersOf(*run);
    ASSERT_FALSE(transfers.empty());
    for (const TransferSpan& transfer : transfers) {
        const RateSeries rate = transferRateSeries(*run, transfer, nullptr).value();
        EXPECT_EQ(rate.series.value.front(), 0);
        EXPECT_GT(at(rate.series, transfer.begin.seconds() + 0.001), 0);
    }
}

TEST(RateSeries, TooManyChangesAreSampledAndSaid) {
    const RunPtr run = runOf("max-min");
    const LinkId uplink(run->scenario->platform->linkCount() - 1);
    const RateSeries exact = linkLoadSeries(*run, uplink, nullptr).value();
    const RateSeries sampled = linkLoadSeries(*run, uplink, nullptr, {.changes = 4, .samples = 50}).value();
    ASSERT_GT(exact.changes, 4u);
    EXPECT_FALSE(exact.sampled);
    EXPECT_TRUE(sampled.sampled);
    EXPECT_EQ(sampled.changes, exact.changes);
    EXPECT_LE(sampled.series.time.size(), 52u);
    const double end = run->trace->end().seconds();
    for (int i = 0; i < 50; ++i) {
        const double moment = (i + 0.5) / 50 * end;
        EXPECT_NEAR(at(sampled.series, moment + 1e-9), at(exact.series, moment), 1) << moment;
    }
}

TEST(RateSeries, CancelledStopsEarly) {
    const RunPtr run = runOf("max-min");
    Progress progress;
    progress.cancel();
    const LinkId uplink(run->scenario->platform->linkCount() - 1);
    const RateSeries load = linkLoadSeries(*run, uplink, &progress, {.changes = 4, .samples = 50}).value();
    EXPECT_LE(load.series.time.size(), 2u);
}

}  // namespace
}  // namespace loom::test
