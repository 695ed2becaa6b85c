// Classic closed forms, met by the flow models without being told: alpha-beta, ring all-reduce, incast, and queues as
// open arrivals into one capacity.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

#include "core/base/rng.h"
#include "core/laws/messages.h"
#include "core/laws/queueing.h"
#include "core/platform/platform.h"
#include "tests/support/transfer_race.h"

namespace loom::test {
namespace {

constexpr double kNanosecond = 1.5e-9;
constexpr double kBandwidth = 125e6;
constexpr double kLatency = 1e-4;  // of a whole route

// `ranks` nodes on one switch, each with a link of its own in either direction.
Platform star(std::uint32_t ranks) {
    return buildPlatform(parseSpec("star[nodes=" + std::to_string(ranks) + ",bandwidth=1Gbps,latency=50us]").value(), 1).value();
}

class ClosedForm : public testing::TestWithParam<const char*> {};

TEST_P(ClosedForm, AlphaBeta) {
    for (const double bytes : {1.0, 1e3, 1e6, 1e9})
        EXPECT_NEAR(finishTimes(GetParam(), star(2), {{NodeId(0), NodeId(1), bytes}})[0], kLatency + bytes / kBandwidth, kNanosecond) << bytes;
}

// 2 (p - 1) steps; in each every rank sends a p-th to the next one.
TEST_P(ClosedForm, RingAllReduce) {
    constexpr double kBytes = 64e6;
    for (const std::uint32_t ranks : {2u, 5u, 8u}) {
        const Platform platform = star(ranks);
        double now = 0;
        for (std::uint32_t step = 0; step < 2 * (ranks - 1); ++step) {
            std::vector<RaceTransfer> sends;
            for (std::uint32_t r = 0; r < ranks; ++r) sends.push_back({NodeId(r), NodeId((r + 1) % ranks), kBytes / ranks, now});
            const std::vector<double> ends = finishTimes(GetParam(), platform, sends);
            now = *std::max_element(ends.begin(), ends.end());
        }
        EXPECT_NEAR(now, laws::allReduceRing({kLatency, 1 / kBandwidth, 0}, static_cast<int>(ranks), kBytes), 2 * ranks * kNanosecond);
    }
}

INSTANTIATE_TEST_SUITE_P(EveryModel, ClosedForm, testing::Values("unshared", "fair-share", "max-min", "max-min[tcp=cm02]"));

// n senders into one port: the port's bandwidth is divided, and all are through together.
TEST(ClosedForms, Incast) {
    for (const char* network : {"fair-share", "max-min", "max-min[tcp=cm02]"})
        for (const std::uint32_t senders : {1u, 4u, 31u}) {
            std::vector<RaceTransfer> race;
            for (std::uint32_t s = 1; s <= senders; ++s) race.push_back({NodeId(s), NodeId(0), 256e3});
            EXPECT_THAT(finishTimes(network, star(senders + 1), race),
                        testing::Each(testing::DoubleNear(kLatency + senders * 256e3 / kBandwidth, kNanosecond)));
        }
}

struct Arrival {
    double at = 0, service = 0;  // s
};

// Poisson arrivals of jobs of mean size 1 / `serviceRate`.
std::vector<Arrival> arrivals(double rate, double serviceRate, bool exponential, std::size_t count) {
    RandomStream gaps(7, Purpose::test, 1), sizes(7, Purpose::test, 2);
    std::vector<Arrival> all(count);
    double now = 0;
    for (Arrival& job : all) {
        now += gaps.exponential(1 / rate);
        job = {now, exponential ? sizes.exponential(1 / serviceRate) : 1 / serviceRate};
    }
    return all;
}

// Times in system of jobs that flow through one capacity of 1: as many at once as there are, or one after the other.
std::vector<double> timesInSystem(const char* model, const std::vector<Arrival>& jobs, bool oneByOne) {
    const std::unique_ptr<FlowModel> flows = makeFlowModel(model, {{1, Sharing::shared}}).value();
    const Use use{ResourceId(0), 1};
    std::vector<double> times(jobs.size());
    std::deque<std::size_t> waiting;
    std::vector<FlowId> finished;
    bool busy = false;
    const auto admit = [&](std::size_t job, Time now) {
        flows->add(FlowSpec{FlowId(job), {&use, 1}, jobs[job].service}, now);
        busy = true;
    };
    for (std::size_t next = 0; next < jobs.size() || !flows->nextCompletion().isNever();) {
        const Time arrival = next < jobs.size() ? Time::fromSeconds(jobs[next].at) : Time::never();
        const Time completion = flows->nextCompletion();
        if (arrival < completion) {
            if (oneByOne && busy)
                waiting.push_back(next);
            else
                admit(next, arrival);
            ++next;
            continue;
        }
        finished.clear();
        flows->complete(completion, finished);
        for (const FlowId job : finished) times[job.index()] = completion.seconds() - jobs[job.index()].at;
        busy = false;
        if (waiting.empty()) continue;
        admit(waiting.front(), completion);
        waiting.pop_front();
    }
    return times;
}

// The law lies in the 99.9 % band of 20 batch means (Student's t, 19 degrees: 3.883), and the band is narrow enough to mean it.
void expectMean(const std::vector<double>& times, double law) {
    constexpr std::size_t kBatches = 20;
    const std::size_t size = times.size() / kBatches;
    std::vector<double> means;
    for (std::size_t b = 0; b < kBatches; ++b) {
        const auto first = times.begin() + static_cast<std::ptrdiff_t>(b * size);
        means.push_back(std::accumulate(first, first + static_cast<std::ptrdiff_t>(size), 0.0) / static_cast<double>(size));
    }
    const double mean = std::accumulate(means.begin(), means.end(), 0.0) / kBatches;
    double squares = 0;
    for (const double m : means) squares += (m - mean) * (m - mean);
    const double band = 3.883 * std::sqrt(squares / (kBatches - 1) / kBatches);
    EXPECT_NEAR(mean, law, band);
    EXPECT_LT(band, 0.1 * law);
}

class OpenQueue : public testing::TestWithParam<const char*> {};

constexpr double kArrivalRate = 6, kServiceRate = 10;
constexpr std::size_t kJobs = 60000;

TEST_P(OpenQueue, MM1) {
    const std::vector<Arrival> jobs = arrivals(kArrivalRate, kServiceRate, true, kJobs);
    const double law = laws::mm1(kArrivalRate, kServiceRate).systemTime;
    expectMean(timesInSystem(GetParam(), jobs, true), law);
    expectMean(timesInSystem(GetParam(), jobs, false), law);  // sharing the processor: the same mean
}

TEST_P(OpenQueue, MD1) {
    const std::vector<Arrival> jobs = arrivals(kArrivalRate, kServiceRate, false, kJobs);
    expectMean(timesInSystem(GetParam(), jobs, true), laws::mg1(kArrivalRate, 1 / kServiceRate, 0).systemTime);
    // Sharing the processor the mean does not depend on the distribution.
    expectMean(timesInSystem(GetParam(), jobs, false), laws::mm1(kArrivalRate, kServiceRate).systemTime);
}

INSTANTIATE_TEST_SUITE_P(SharingModels, OpenQueue, testing::Values("fair-share", "max-min"));

}  // namespace
}  // namespace loom::test
