// Standings by hand, and the tables of the test's statistics.
#include "sim/sweep/contest.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/sweep/interval.h"

namespace loom {
namespace {

Contest small() {
    return Contest({"a", "b", "c"}, {{"one", 5, {10, 20, 10}}, {"two", 8, {12, 8, 16}}, {"three", 4, {6, 4, 4}}});
}

TEST(Contest, RanksEqualsByTheMeanOfTheirPlaces) {
    const std::vector<Standing> standings = small().standings();
    EXPECT_DOUBLE_EQ(standings[0].meanRank, (1.5 + 2 + 3) / 3);
    EXPECT_DOUBLE_EQ(standings[1].meanRank, (3 + 1 + 1.5) / 3);
    EXPECT_DOUBLE_EQ(standings[2].meanRank, (1.5 + 3 + 1.5) / 3);
    EXPECT_EQ(standings[0].best, 1u);
    EXPECT_EQ(standings[1].best, 2u);
    EXPECT_EQ(standings[2].best, 2u);
}

TEST(Contest, ComparesWithTheBestAndWithTheBound) {
    const Standing a = small().standings()[0];
    EXPECT_DOUBLE_EQ(a.meanRatio, (1 + 1.5 + 1.5) / 3);
    EXPECT_DOUBLE_EQ(a.worstRatio, 1.5);
    EXPECT_DOUBLE_EQ(a.boundRatio, (2 + 1.5 + 1.5) / 3);
    // t(2) = 4.303, deviation sqrt(1/12)
    EXPECT_NEAR(a.ratio95, 4.303 * std::sqrt(1.0 / 12 / 3), 1e-12);
}

TEST(Contest, CountsWinsAndPairsDifferences) {
    const Contest contest = small();
    EXPECT_EQ(contest.wins(0, 1), 1u);
    EXPECT_EQ(contest.wins(1, 0), 2u);
    EXPECT_EQ(contest.wins(1, 2), 1u);
    EXPECT_EQ(contest.wins(2, 1), 1u);
    EXPECT_DOUBLE_EQ(contest.difference(0, 1).mean, (-0.5 + 0.5 + 0.5) / 3);
    EXPECT_NEAR(contest.difference(0, 1).half95, 4.303 / 3, 1e-12);  // deviation 1/sqrt(3), of three
}

TEST(Contest, ProfilesCountCasesWithinAFactor) {
    const Contest contest = small();
    EXPECT_DOUBLE_EQ(contest.profile(0, 1), 1.0 / 3);
    EXPECT_DOUBLE_EQ(contest.profile(0, 1.5), 1);
    EXPECT_DOUBLE_EQ(contest.profile(2, 1.99), 2.0 / 3);
}

TEST(Contest, SeedsThatDrawNothingInTheScenarioAreOneCase) {
    // b draws, a does not: what varies is b, not what both ran on.
    const std::vector<ContestCase> one = independentCases({{"s, seed 1", 5, {10, 20}}, {"s, seed 2", 5, {10, 24}}, {"s, seed 3", 5, {10, 22}}});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one[0].name, "s, seed 1");
    EXPECT_EQ(one[0].seeds, 3u);
    EXPECT_EQ(one[0].makespans, (std::vector<double>{10, 22}));
    EXPECT_EQ(Contest({"a", "b"}, one).difference(0, 1).half95, 0) << "one case has no interval";
    const std::vector<ContestCase> three = independentCases({{"s", 5, {10, 20}}, {"s", 6, {11, 20.5}}, {"s", 7, {10, 22}}});
    EXPECT_EQ(three.size(), 3u) << "the scenario itself is drawn";
    EXPECT_EQ(independentCases({}).size(), 0u);
}

// Demsar 2006, table 5(a): q of the Nemenyi test at 5 %, whose last digit is not always rounded.
TEST(Contest, TheStudentizedRangeIsThatOfTheTables) {
    const double q[] = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};
    for (std::size_t k = 2; k <= 10; ++k) EXPECT_NEAR(studentizedRange95(k) / std::sqrt(2.0), q[k - 2], 1e-3) << k;
    EXPECT_NEAR(studentizedRange95(20) / std::sqrt(2.0), 3.544, 1e-3);
    EXPECT_NEAR(studentizedRange95(50) / std::sqrt(2.0), 3.995, 3e-3);
}

// The example of Demsar's section 3.2.2: 14 cases, 4 contestants, critical difference 1.25.
TEST(Contest, TheCriticalDifferenceIsThatOfThePapersExample) {
    std::vector<ContestCase> cases(14, ContestCase{"", 1, {1, 2, 3, 4}});
    EXPECT_NEAR(Contest({"a", "b", "c", "d"}, cases).criticalDifference(), 1.25, 5e-3);
    EXPECT_TRUE(std::isinf(Contest({"a", "b"}, {{"", 1, {1, 2}}}).criticalDifference()));
}

TEST(Interval, UsesStudentsTForManyValuesToo) {
    // 41 values of -1 and 1 in turn: mean 1/41; t(40) = 2.0211.
    std::vector<double> values;
    for (int i = 0; i <= 40; ++i) values.push_back(i % 2 == 0 ? 1 : -1);
    const double squares = 41 - 1.0 / 41;
    EXPECT_NEAR(halfWidth95(values), 2.0211 * std::sqrt(squares / 40 / 41), 1e-4 * halfWidth95(values));
}

}  // namespace
}  // namespace loom
