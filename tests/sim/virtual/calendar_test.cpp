// The calendar against the plainest priority queue there is.
#include "sim/virtual/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

namespace loom {
namespace {

Time ns(std::int64_t n) { return Time::fromNanoseconds(n); }

TEST(Calendar, IsEmptyAtFirst) { EXPECT_TRUE(Calendar<int>().next().isNever()); }

TEST(Calendar, HandsOutOneInstantInOrderOfPhaseThenPushing) {
    Calendar<int> calendar;
    calendar.push(ns(5), Phase::timer, 1);
    calendar.push(ns(5), Phase::completion, 2);
    calendar.push(ns(7), Phase::completion, 3);
    calendar.push(ns(5), Phase::completion, 4);
    std::vector<Calendar<int>::Entry> instant;
    ASSERT_EQ(calendar.next(), ns(5));
    calendar.take(instant);
    ASSERT_EQ(instant.size(), 3u);
    EXPECT_EQ(instant[0].payload, 2);
    EXPECT_EQ(instant[1].payload, 4);
    EXPECT_EQ(instant[2].payload, 1);
    EXPECT_EQ(calendar.next(), ns(7));
}

// What is scheduled for the instant that was just taken comes out next.
TEST(Calendar, TakesEntriesForThePresent) {
    Calendar<int> calendar;
    calendar.push(ns(5), Phase::completion, 1);
    std::vector<Calendar<int>::Entry> instant;
    calendar.take(instant);
    calendar.push(ns(5), Phase::completion, 2);
    calendar.push(ns(6), Phase::completion, 3);
    ASSERT_EQ(calendar.next(), ns(5));
    calendar.take(instant);
    ASSERT_EQ(instant.size(), 1u);
    EXPECT_EQ(instant[0].payload, 2);
}

TEST(Calendar, EqualsASortedMapOverRandomHistories) {
    EXPECT_TRUE(rc::check([] {
        Calendar<std::uint32_t> calendar;
        std::multimap<std::tuple<std::int64_t, int, std::uint32_t>, std::uint32_t> expected;
        std::vector<Calendar<std::uint32_t>::Entry> instant;
        std::int64_t now = 0;
        std::uint32_t pushed = 0;
        const int steps = *rc::gen::inRange(1, 200);
        for (int step = 0; step < steps; ++step) {
            for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
                const std::int64_t ahead = *rc::gen::inRange(0, 3) == 0 ? *rc::gen::inRange<std::int64_t>(0, 4)
                                                                        : *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
                const int phase = *rc::gen::inRange(0, 4);
                calendar.push(ns(now + ahead), static_cast<Phase>(phase), pushed);
                expected.emplace(std::tuple(now + ahead, phase, pushed), pushed);
                ++pushed;
            }
            RC_ASSERT(calendar.next().isNever() == expected.empty());
            if (expected.empty()) continue;
            now = std::get<0>(expected.begin()->first);
            RC_ASSERT(calendar.next() == ns(now));
            calendar.take(instant);
            for (const auto& entry : instant) {
                RC_ASSERT(entry.payload == expected.begin()->second);
                expected.erase(expected.begin());
            }
            // In brackets, because RC_ASSERT's own || looks at both sides.
            RC_ASSERT((expected.empty() || std::get<0>(expected.begin()->first) > now));
        }
    }));
}

}  // namespace
}  // namespace loom
