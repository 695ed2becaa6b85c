#include "core/base/rng.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <set>
#include <vector>

namespace loom {
namespace {

TEST(RandomStream, FirstWordsArePinned) {
    // Computed apart from this code (big-integer arithmetic): SplitMix64 of mixed key and counter.
    RandomStream stream(1, Purpose::test, 0);
    EXPECT_EQ(stream.next(), 0x4836d10b10683f72u);
    EXPECT_EQ(stream.next(), 0xebcabef307e5dbfeu);
    EXPECT_EQ(stream.next(), 0xa2aa2a9c657ce7abu);
    EXPECT_EQ(stream.next(), 0x7cd38a04635fc20du);
    RandomStream other(42, Purpose::failure, 7);
    EXPECT_EQ(other.next(), 0x38ec8ac91b12320fu);
    EXPECT_EQ(other.next(), 0xc4a6a9a9d29c31a8u);
}

TEST(RandomStream, FirstUniformIsThePinnedWord) {
    RandomStream stream(1, Purpose::test, 0);
    EXPECT_EQ(stream.uniform(), (static_cast<double>(0x4836d10b10683f72u >> 11) + 0.5) / 9007199254740992.0);
}

TEST(RandomStream, KeysAreIndependent) {
    std::set<std::uint64_t> first;
    std::size_t count = 0;
    for (std::uint64_t seed : {0u, 1u, 2u, 77u})
        for (Purpose purpose : {Purpose::workload, Purpose::platform, Purpose::failure, Purpose::test})
            for (std::uint64_t entity = 0; entity < 500; ++entity, ++count)
                first.insert(RandomStream(seed, purpose, entity).next());
    EXPECT_EQ(first.size(), count);
}

TEST(RandomStream, NeighbouringEntitiesDoNotCorrelate) {
    constexpr int kDraws = 20000;
    RandomStream a(5, Purpose::failure, 10), b(5, Purpose::failure, 11);
    double product = 0;
    for (int i = 0; i < kDraws; ++i) product += (a.uniform() - 0.5) * (b.uniform() - 0.5);
    const double correlation = product / kDraws * 12;
    EXPECT_LT(std::fabs(correlation), 4 / std::sqrt(kDraws));
}

TEST(RandomStream, DrawsOfOneEntityIgnoreTheOthers) {
    RandomStream alone(9, Purpose::failure, 3);
    const std::uint64_t expected = alone.next();
    RandomStream noise(9, Purpose::failure, 2);
    for (int i = 0; i < 10; ++i) noise.next();
    EXPECT_EQ(RandomStream(9, Purpose::failure, 3).next(), expected);
}

TEST(RandomStream, CopyContinuesTheSameDraws) {
    RandomStream a(1, Purpose::test, 1);
    a.next();
    RandomStream b = a;
    EXPECT_EQ(a.next(), b.next());
}

TEST(RandomStream, BelowIsInRangeAndEven) {
    RandomStream stream(3, Purpose::test, 0);
    std::vector<int> counts(7);
    constexpr int kDraws = 70000;
    for (int i = 0; i < kDraws; ++i) ++counts.at(stream.below(7));
    double chiSquare = 0;
    for (int c : counts) chiSquare += (c - 10000.0) * (c - 10000.0) / 10000.0;
    EXPECT_LT(chiSquare, 22.5);  // 6 degrees of freedom, p = 0.001
    EXPECT_EQ(stream.below(1), 0u);
}

struct Moments {
    const char* name;
    std::function<double(RandomStream&)> draw;
    double mean;
    double deviation;
};

void expectMoments(const Moments& m) {
    SCOPED_TRACE(m.name);
    constexpr int kDraws = 200000;
    RandomStream stream(2024, Purpose::test, 17);
    double sum = 0, squares = 0;
    for (int i = 0; i < kDraws; ++i) {
        const double x = m.draw(stream);
        sum += x;
        squares += (x - m.mean) * (x - m.mean);
    }
    EXPECT_NEAR(sum / kDraws, m.mean, 4 * m.deviation / std::sqrt(kDraws));
    EXPECT_NEAR(std::sqrt(squares / kDraws), m.deviation, 0.02 * m.deviation);
}

TEST(RandomStream, DistributionsHaveTheirMoments) {
    expectMoments({"uniform", [](RandomStream& r) { return r.uniform(); }, 0.5, std::sqrt(1.0 / 12)});
    expectMoments({"uniform(2,6)", [](RandomStream& r) { return r.uniform(2, 6); }, 4, 4 * std::sqrt(1.0 / 12)});
    expectMoments({"exponential", [](RandomStream& r) { return r.exponential(3); }, 3, 3});
    expectMoments({"normal", [](RandomStream& r) { return r.normal(-2, 5); }, -2, 5});
    const double sigma = 0.5, mean = std::exp(1 + sigma * sigma / 2);
    expectMoments(
        {"logNormal", [](RandomStream& r) { return r.logNormal(1, 0.5); }, mean, mean * std::sqrt(std::exp(sigma * sigma) - 1)});
    const double g1 = std::tgamma(1 + 1 / 1.5), g2 = std::tgamma(1 + 2 / 1.5);
    expectMoments({"weibull", [](RandomStream& r) { return r.weibull(1.5, 10); }, 10 * g1, 10 * std::sqrt(g2 - g1 * g1)});
}

TEST(RandomStream, ExponentialTailIsRight) {
    RandomStream stream(8, Purpose::test, 1);
    int beyond = 0;
    constexpr int kDraws = 100000;
    for (int i = 0; i < kDraws; ++i) beyond += stream.exponential(2) > 2 * std::log(100) ? 1 : 0;
    EXPECT_NEAR(beyond, 1000, 4 * std::sqrt(990));
}

TEST(InverseNormal, InvertsTheDistributionInAllThreeRegions) {
    for (double p : {1e-300, 1e-100, 1e-20, 1e-11, 1e-5, 0.01, 0.07, 0.075, 0.0751, 0.3, 0.5, 0.6, 0.925, 0.99, 0.999999}) {
        const double x = inverseNormal(p);
        EXPECT_NEAR(0.5 * std::erfc(-x / std::sqrt(2.0)) / p, 1, 1e-11) << p;
    }
    EXPECT_EQ(inverseNormal(0.5), 0);
    EXPECT_DOUBLE_EQ(inverseNormal(0.975), 1.959963984540054);
    EXPECT_DOUBLE_EQ(inverseNormal(0.025), -1.959963984540054);
    EXPECT_EQ(inverseNormal(0), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(inverseNormal(1), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace loom
