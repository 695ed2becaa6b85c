#include "core/base/time.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <limits>

namespace loom {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Time, RoundsToTheNearestNanosecondHalvesUp) {
    EXPECT_EQ(Time::fromSeconds(1.5e-9).nanoseconds(), 2);
    EXPECT_EQ(Time::fromSeconds(1.4e-9).nanoseconds(), 1);
    EXPECT_EQ(Time::fromSeconds(0.49e-9).nanoseconds(), 0);
    EXPECT_EQ(Time::fromSeconds(80).nanoseconds(), 80'000'000'000);
    EXPECT_EQ(Time::fromSeconds(0.1).nanoseconds(), 100'000'000);
}

TEST(Time, KeepsOddNanosecondsBeyondFiftyTwoBits) {
    // Adding a half to an odd number of 2^52..2^53 rounds to even.
    const std::int64_t odd = (std::int64_t{1} << 52) + 1;
    EXPECT_EQ(Time::fromSeconds(static_cast<double>(odd) / 1e9).nanoseconds() % 2, 1);
}

TEST(Time, EveryDoubleBecomesATime) {
    EXPECT_EQ(Time::fromSeconds(-3), Time::zero());
    EXPECT_EQ(Time::fromSeconds(-kInfinity), Time::zero());
    EXPECT_TRUE(Time::fromSeconds(kInfinity).isNever());
    EXPECT_TRUE(Time::fromSeconds(std::numeric_limits<double>::quiet_NaN()).isNever());
    EXPECT_TRUE(Time::fromSeconds(9.3e9).isNever());
    EXPECT_FALSE(Time::fromSeconds(9.1e9).isNever());
}

TEST(Time, NeverAbsorbsAndSumsSaturate) {
    const Time second = Time::fromSeconds(1);
    EXPECT_TRUE((Time::never() + second).isNever());
    EXPECT_TRUE((second + Time::never()).isNever());
    EXPECT_TRUE((Time::never() - second).isNever());
    const Time late = Time::fromNanoseconds(std::numeric_limits<std::int64_t>::max() - 5);
    EXPECT_TRUE((late + second).isNever());
    EXPECT_LT(late, Time::never());
}

TEST(Time, NegativeDurationsAddAndSubtract) {
    const Time minus = Time::zero() - Time::fromSeconds(2);
    EXPECT_EQ(minus.nanoseconds(), -2'000'000'000);
    EXPECT_EQ(Time::fromSeconds(5) + minus, Time::fromSeconds(3));
    const Time lowest = Time::fromNanoseconds(std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(lowest + minus, lowest);
    EXPECT_EQ(lowest - Time::fromSeconds(1), lowest);
}

TEST(Time, SecondsRoundTrip) {
    EXPECT_TRUE(rc::check("fromSeconds(t.seconds()) == t up to 26 days", [] {
        const auto ns = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 51);
        const Time t = Time::fromNanoseconds(ns);
        RC_ASSERT(Time::fromSeconds(t.seconds()) == t);
    }));
}

TEST(Time, AdditionIsAssociativeAndMonotone) {
    EXPECT_TRUE(rc::check("(a + b) + c == a + (b + c)", [] {
        const auto any =
            rc::gen::map(rc::gen::nonNegative<std::int64_t>(), [](std::int64_t n) { return Time::fromNanoseconds(n); });
        const Time a = *any, b = *any, c = *any;
        RC_ASSERT((a + b) + c == a + (b + c));
        RC_ASSERT(a + b >= a);
    }));
}

}  // namespace
}  // namespace loom
