#include "core/trace/trace.h"

#include <atomic>
#include <memory>
#include <thread>

#include <gtest/gtest.h>

namespace loom {
namespace {

Record recordAt(std::int64_t ns, std::uint32_t subject) {
    Record record;
    record.time = Time::fromNanoseconds(ns);
    record.kind = RecordKind::taskReady;
    record.subject = subject;
    return record;
}

TEST(Trace, IsEmptyAtFirst) {
    const Trace trace;
    EXPECT_EQ(trace.size(), 0u);
    EXPECT_TRUE(trace.empty());
    EXPECT_EQ(trace.end(), Time::zero());
    EXPECT_EQ(trace.upperBound(Time::never()), 0u);
}

TEST(Trace, KeepsRecordsWhereTheyAreAcrossChunks) {
    Trace trace;
    const std::size_t count = 2 * Trace::kChunkRecords + 5;
    ASSERT_TRUE(trace.append(recordAt(0, 0)));
    const Record* first = &trace[0];
    for (std::size_t i = 1; i < count; ++i) {
        ASSERT_TRUE(trace.append(recordAt(static_cast<std::int64_t>(i), static_cast<std::uint32_t>(i))));
    }
    EXPECT_EQ(trace.size(), count);
    EXPECT_EQ(first, &trace[0]);
    for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(trace[i].subject, i);
    EXPECT_EQ(trace.end().nanoseconds(), static_cast<std::int64_t>(count - 1));
}

TEST(Trace, UpperBoundCountsEqualTimesIn) {
    Trace trace;
    for (std::int64_t ns : {0, 5, 5, 5, 9}) trace.append(recordAt(ns, 0));
    EXPECT_EQ(trace.upperBound(Time::zero()), 1u);
    EXPECT_EQ(trace.upperBound(Time::fromNanoseconds(4)), 1u);
    EXPECT_EQ(trace.upperBound(Time::fromNanoseconds(5)), 4u);
    EXPECT_EQ(trace.upperBound(Time::fromNanoseconds(8)), 4u);
    EXPECT_EQ(trace.upperBound(Time::fromNanoseconds(9)), 5u);
}

TEST(Trace, AReaderSeesWholeRecordsWhileItGrows) {
    Trace trace;
    const std::uint32_t count = 4 * Trace::kChunkRecords;
    std::atomic<bool> sound{true};
    std::thread reader([&] {
        std::size_t seen = 0;
        while (seen < count) {
            const std::size_t size = trace.size();
            for (; seen < size; ++seen) {
                const Record& record = trace[seen];
                if (record.subject != seen || record.time.nanoseconds() != static_cast<std::int64_t>(seen)) sound = false;
            }
        }
    });
    for (std::uint32_t i = 0; i < count; ++i) trace.append(recordAt(i, i));
    reader.join();
    EXPECT_TRUE(sound);
}

TEST(Fingerprint, IsEqualForEqualTracesAndDiffersInEveryField) {
    const auto printOf = [](const Record& record) {
        Trace trace;
        trace.append(record);
        return fingerprint(trace);
    };
    const Record base = recordAt(7, 3);
    EXPECT_EQ(printOf(base), printOf(base));
    EXPECT_EQ(printOf(base).size(), 16u);
    Record other = base;
    other.time = Time::fromNanoseconds(8);
    EXPECT_NE(printOf(other), printOf(base));
    other = base;
    other.kind = RecordKind::taskRetry;
    EXPECT_NE(printOf(other), printOf(base));
    other = base;
    other.subject = 4;
    EXPECT_NE(printOf(other), printOf(base));
    other = base;
    other.a = 0;
    EXPECT_NE(printOf(other), printOf(base));
    other = base;
    other.b = 0;
    EXPECT_NE(printOf(other), printOf(base));
    other = base;
    other.extra = 1;
    EXPECT_NE(printOf(other), printOf(base));
}

TEST(Fingerprint, DependsOnOrderAndIsPinned) {
    Trace ab;
    ab.append(recordAt(0, 1));
    ab.append(recordAt(0, 2));
    Trace ba;
    ba.append(recordAt(0, 2));
    ba.append(recordAt(0, 1));
    EXPECT_NE(fingerprint(ab), fingerprint(ba));
    // Pinned: saved fingerprints must stay comparable over versions and compilers.
    EXPECT_EQ(fingerprint(ab), "dbb7b667c0279e16");
}

}  // namespace
}  // namespace loom
