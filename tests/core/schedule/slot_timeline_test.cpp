#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/base/rng.h"
#include "core/schedule/slot_timeline.h"

namespace loom::test {

namespace {

Time at(std::int64_t ns) { return Time::fromNanoseconds(ns); }

TEST(SlotTimeline, InsertionUsesTheFirstGapThatFits) {
    SlotTimeline slots(1, Fill::insertion);
    slots.occupy(at(2), at(3), 1);  // [2, 5)
    slots.occupy(at(9), at(1), 1);  // [9, 10)
    EXPECT_EQ(slots.earliest(at(0), at(2), 1), at(0));
    EXPECT_EQ(slots.earliest(at(0), at(3), 1), at(5));
    EXPECT_EQ(slots.earliest(at(6), at(3), 1), at(6));
    EXPECT_EQ(slots.earliest(at(7), at(3), 1), at(10));
    EXPECT_EQ(slots.earliest(at(0), at(5), 1), at(10));
}

TEST(SlotTimeline, ATaskOfNoDurationFitsBetweenTasksThatTouch) {
    SlotTimeline slots(1, Fill::insertion);
    slots.occupy(at(0), at(5), 1);
    slots.occupy(at(5), at(5), 1);
    EXPECT_EQ(slots.earliest(at(3), at(0), 1), at(5));
    EXPECT_EQ(slots.earliest(at(6), at(0), 1), at(10));
}

TEST(SlotTimeline, NothingIsLaidAcrossATaskOfNoDuration) {
    for (const std::uint32_t cores : {1u, 2u}) {
        SlotTimeline slots(cores, Fill::insertion);
        slots.occupy(at(5), at(0), cores);
        EXPECT_EQ(slots.earliest(at(0), at(5), 1), at(0));
        EXPECT_EQ(slots.earliest(at(1), at(5), 1), at(5)) << cores;
    }
}

// Tasks of no duration that share a moment with one another and with the ends and begins of others take what is free there
// once: a third that does not fit beside them goes elsewhere.
TEST(SlotTimeline, TasksOfNoDurationShareAMomentAsFarAsItGoes) {
    SlotTimeline slots(4, Fill::insertion);
    slots.occupy(at(0), at(0), 3);
    slots.occupy(at(0), at(5), 3);
    slots.occupy(at(5), at(30), 1);
    slots.occupy(at(5), at(40), 2);
    slots.occupy(at(35), at(0), 1);
    slots.occupy(at(0), at(35), 1);
    slots.occupy(at(35), at(0), 1);
    slots.occupy(at(35), at(40), 2);
    EXPECT_EQ(slots.earliest(at(35), at(0), 1), at(35));
    EXPECT_EQ(slots.earliest(at(35), at(0), 3), at(75));
}

TEST(SlotTimeline, AppendGoesBehindEverything) {
    SlotTimeline slots(2, Fill::append);
    slots.occupy(at(4), at(2), 1);
    EXPECT_EQ(slots.earliest(at(0), at(1), 1), at(4));  // the other slot is free, but tasks start in the order placed
    EXPECT_EQ(slots.earliest(at(0), at(1), 2), at(6));
    EXPECT_EQ(slots.earliest(at(9), at(1), 2), at(9));
}

TEST(SlotTimeline, NeverStaysNever) {
    for (const Fill fill : {Fill::insertion, Fill::append})
        for (const std::uint32_t cores : {1u, 3u})
            EXPECT_TRUE(SlotTimeline(cores, fill).earliest(Time::never(), at(1), 1).isNever());
}

// Slots free in every nanosecond, the slow and obvious way; durations are positive.
class Ledger {
public:
    explicit Ledger(std::uint32_t cores) : free_(400, cores) {}
    [[nodiscard]] std::int64_t earliest(std::int64_t ready, std::int64_t duration, std::uint32_t cores) const {
        for (std::int64_t start = ready;; ++start) {
            bool fits = true;
            for (std::int64_t t = start; t < start + duration; ++t) fits = fits && free_.at(static_cast<std::size_t>(t)) >= cores;
            if (fits) return start;
        }
    }
    void occupy(std::int64_t start, std::int64_t duration, std::uint32_t cores) {
        for (std::int64_t t = start; t < start + duration; ++t) free_[static_cast<std::size_t>(t)] -= cores;
    }

private:
    std::vector<std::uint32_t> free_;
};

RC_GTEST_PROP(SlotTimeline, InsertionEqualsALedger, ()) {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    RandomStream random(seed, Purpose::test, 0);
    const auto cores = static_cast<std::uint32_t>(1 + random.below(4));
    SlotTimeline slots(cores, Fill::insertion);
    Ledger ledger(cores);
    for (int i = 0; i < 40; ++i) {
        const auto ready = static_cast<std::int64_t>(random.below(60));
        const auto duration = static_cast<std::int64_t>(1 + random.below(8));
        const auto width = static_cast<std::uint32_t>(1 + random.below(cores));
        const Time start = slots.earliest(at(ready), at(duration), width);
        RC_ASSERT(start.nanoseconds() == ledger.earliest(ready, duration, width));
        if (random.below(4) == 0) continue;  // only asked
        slots.occupy(start, at(duration), width);
        ledger.occupy(start.nanoseconds(), duration, width);
    }
}

}  // namespace

}  // namespace loom::test
