// What must hold of the laws whatever their arguments.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "core/laws/checkpoint.h"
#include "core/laws/document.h"
#include "core/laws/list_bounds.h"
#include "core/laws/messages.h"
#include "core/laws/numerics.h"
#include "core/laws/policies.h"
#include "core/laws/queueing.h"
#include "core/laws/reliability.h"
#include "core/laws/speedup.h"
#include "core/laws/tails.h"
#include "core/laws/training.h"

namespace loom::laws {
namespace {

rc::Gen<std::vector<double>> someTimes() {
    return rc::gen::nonEmpty(
        rc::gen::container<std::vector<double>>(rc::gen::map(rc::gen::inRange(0, 1000), [](int n) { return n / 8.0; })));
}

TEST(DocumentOne, ReadingsAreOrdered) {
    EXPECT_TRUE(rc::check("overlap bound <= shared collector <= serial; private <= shared", [] {
        const std::vector<double> t = *someTimes();
        std::vector<double> c = *someTimes();
        c.resize(t.size(), 1.0);
        const DocumentOne d = documentOne(t, c, 2);
        RC_ASSERT(d.overlapLowerBound <= d.sharedCollector);
        RC_ASSERT(d.privateLinks <= d.sharedCollector);
        RC_ASSERT(d.sharedCollector <= d.serialTotal);
    }));
}

TEST(DocumentTwo, OneWorkerWithoutOverlapIsTheSerialTotal) {
    const DocumentTwo d = documentTwo(1000, 0.002, 0.0005, 0.1, 1);
    EXPECT_EQ(d.parallelTransfers, d.serialTotal);
    EXPECT_EQ(d.serialTransfers, d.serialTotal);
}

TEST(DocumentOne, NothingToDoIsTheReduction) { EXPECT_EQ(documentOne({}, {}, 3).serialTotal, 3); }

TEST(ListScheduling, StaysWithinGrahamsRatioOfTheLowerBound) {
    EXPECT_TRUE(rc::check("LB <= list <= sum/m + (1-1/m) longest", [] {
        const std::vector<double> jobs = *someTimes();
        const int m = *rc::gen::inRange(1, 9);
        const double makespan = listMakespan(jobs, m), sum = std::accumulate(jobs.begin(), jobs.end(), 0.0);
        RC_ASSERT(makespan >= makespanLowerBound(jobs, m) - 1e-9);
        RC_ASSERT(makespan <= sum / m + (1 - 1.0 / m) * *std::max_element(jobs.begin(), jobs.end()) + 1e-9);
    }));
}

TEST(ListScheduling, OneMachineIsTheSum) {
    const std::vector<double> jobs{3, 1, 2};
    EXPECT_EQ(listMakespan(jobs, 1), 6);
    EXPECT_EQ(listMakespan(jobs, 3), 3);
}

TEST(ListScheduling, ACycleNeverEnds) {
    const std::vector<double> jobs{1, 1};
    const std::vector<Precedence> cycle{{0, 1}, {1, 0}};
    const std::vector<std::size_t> order{0, 1};
    EXPECT_TRUE(std::isinf(listMakespan(jobs, cycle, 2, order)));
}

TEST(Checkpoints, ExactIntervalIsTheMinimum) {
    EXPECT_TRUE(rc::check("slowdown is not smaller at either side", [] {
        const double cost = *rc::gen::inRange(1, 100000) / 10.0, mtbf = *rc::gen::inRange(1, 10000000) / 10.0;
        const double best = exactInterval(cost, mtbf), least = checkpointSlowdown(best, cost, mtbf, 0);
        RC_ASSERT(best > 0);
        RC_ASSERT(checkpointSlowdown(best * 1.01, cost, mtbf, 0) >= least);
        RC_ASSERT(checkpointSlowdown(best * 0.99, cost, mtbf, 0) >= least);
    }));
}

TEST(Checkpoints, ExactTendsToYoungForRareFailures) {
    EXPECT_NEAR(exactInterval(1, 1e12) / youngInterval(1, 1e12), 1, 1e-6);
    EXPECT_EQ(dalyInterval(10, 4), 4);
    EXPECT_EQ(exactInterval(0, 100), 0);
}

TEST(Checkpoints, RareFailuresCostNothing) { EXPECT_NEAR(withoutCheckpoint(100, 1e15, 0), 100, 1e-6); }

TEST(Queues, SaturatedQueuesAreInfinite) {
    EXPECT_TRUE(std::isinf(mm1(10, 10).systemTime));
    EXPECT_TRUE(std::isinf(mmc(51, 10, 5).queueLength));
    EXPECT_TRUE(std::isinf(mg1(10, 0.1, 1).queueTime));
    EXPECT_TRUE(std::isinf(processorSharing(11, 0.1, 1)));
    EXPECT_TRUE(std::isinf(choicesTime(1, 2)));
    EXPECT_EQ(mmcQueueTail(60, 10, 5, 1), 1);
    EXPECT_EQ(staffing(1e9, 1, 0, 0.01), 0);
}

TEST(Queues, LittleHoldsInEveryModel) {
    EXPECT_TRUE(rc::check("L = lambda W, Lq = lambda Wq", [] {
        const int servers = *rc::gen::inRange(1, 200);
        const double mu = *rc::gen::inRange(1, 100), lambda = mu * servers * *rc::gen::inRange(1, 99) / 100.0;
        const QueueMeasures q = mmc(lambda, mu, servers);
        RC_ASSERT(std::fabs(q.systemLength - little(lambda, q.systemTime)) <= 1e-9 * q.systemLength);
        RC_ASSERT(q.waitProbability >= 0 && q.waitProbability <= 1);
    }));
}

TEST(Binomials, TailsAgreeWithTheSum) {
    EXPECT_EQ(binomial(5, 2), 10);
    EXPECT_EQ(binomial(3, 5), 0);
    EXPECT_NEAR(binomialTail(10, 0, 0.3), 1, 1e-12);
    EXPECT_NEAR(binomialTail(10, 10, 0.3), std::pow(0.3, 10), 1e-15);
    EXPECT_EQ(binomialTail(10, 11, 0.3), 0);
    EXPECT_EQ(binomialTail(4, 1, 0), 0);
    EXPECT_EQ(binomialTail(4, 4, 1), 1);
}

TEST(Tails, LogNormalOrderStatisticsAddUpToTheMean) {
    double sum = 0;
    for (int k = 1; k <= 7; ++k) sum += orderStatisticLogNormal(7, k, 0.3, 1.2);
    EXPECT_NEAR(sum / 7, std::exp(0.3 + 1.2 * 1.2 / 2), 1e-8);
}

TEST(Reliability, MoreRepairOrParityLivesLonger) {
    EXPECT_GT(meanTimeToDataLoss(3, 1, 1e-3, 0.1, Repair::parallel), meanTimeToDataLoss(3, 1, 1e-3, 0.1, Repair::serial));
    EXPECT_NEAR(meanTimeToDataLoss(1, 1, 1e-3, 0.1, Repair::serial), 1000, 1e-9);
    EXPECT_LT(unavailability(6, 3, 0.01), unavailability(6, 2, 0.01));
}

TEST(Messages, OneRankCostsNothing) {
    const LinkCost cost{1e-5, 1e-9, 1e-10};
    EXPECT_EQ(allReduceRing(cost, 1, 1e6), 0);
    EXPECT_EQ(broadcastBinomial(cost, 1, 1e6), 0);
    EXPECT_EQ(barrierDissemination(cost, 1), 0);
    EXPECT_DOUBLE_EQ(barrierDissemination(cost, 5), 3e-5);
    EXPECT_EQ(logpBroadcast(1, 6, 2, 4), std::vector<double>{0});
}

TEST(Messages, CrossoverSeparatesTheTwoAlgorithms) {
    const LinkCost cost{1e-5, 8e-11, 2e-11};
    const double n = allReduceCrossover(cost, 16);
    EXPECT_LT(allReduceDoubling(cost, 16, n * 0.99), allReduceRabenseifner(cost, 16, n * 0.99));
    EXPECT_GT(allReduceDoubling(cost, 16, n * 1.01), allReduceRabenseifner(cost, 16, n * 1.01));
}

TEST(Training, StaleDescentIsStableJustBelowItsLimit) {
    const auto amplitude = [](int staleness, double rate) {
        std::vector<double> x(static_cast<std::size_t>(staleness) + 1, 1.0);
        for (int i = 0; i < 20000; ++i) x.push_back(x.back() - rate * x[x.size() - 1 - static_cast<std::size_t>(staleness)]);
        return std::fabs(*std::max_element(x.end() - 100, x.end()));
    };
    for (int staleness : {1, 4}) {
        EXPECT_LT(amplitude(staleness, 0.99 * staleDescentLimit(staleness)), 1e-3);
        EXPECT_GT(amplitude(staleness, 1.02 * staleDescentLimit(staleness)), 1e3);
    }
}

TEST(Policies, FillingStopsWhereNothingFits) {
    const std::vector<double> capacity{1};
    const std::vector<std::vector<double>> demands{{2}, {0}};
    EXPECT_EQ(dominantResourceFairness(capacity, demands).tasks, (std::vector<int>{0, 0}));
    EXPECT_EQ(dynamicAllocation(0), std::vector<int>{});
    EXPECT_EQ(dynamicAllocation(1), std::vector<int>{1});
}

TEST(Speedup, AmdahlIsBoundedByItsLimitAndGustafsonIsNot) {
    EXPECT_LT(amdahl(0.05, 1e9), amdahlLimit(0.05));
    EXPECT_NEAR(amdahl(0.05, 1e9), 20, 1e-3);
    EXPECT_EQ(amdahl(0, 8), 8);
    EXPECT_EQ(gustafson(0, 8), 8);
    EXPECT_EQ(karpFlatt(8, 8), 0);
}

}  // namespace
}  // namespace loom::laws
