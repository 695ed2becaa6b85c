#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "core/base/progress.h"

namespace loom {
namespace {

TEST(Error, TextLeavesOutEmptyParts) {
    EXPECT_EQ(failure("bad").text(), "bad");
    EXPECT_EQ(failureAt("3:7", "bad").text(), "3:7: bad");
    EXPECT_EQ((Error{"a.json", "3:7", "bad"}).text(), "a.json:3:7: bad");
    EXPECT_EQ((Error{"a.json", "", "bad"}).text(), "a.json: bad");
}

TEST(Error, InNamesTheFileOnlyOnce) {
    EXPECT_EQ(failure("bad").in("a.json").text(), "a.json: bad");
    EXPECT_EQ((Error{"first", "", "bad"}).in("second").text(), "first: bad");
}

Result<int> half(int n) {
    if (n % 2 != 0) return failure("odd");
    return n / 2;
}

TEST(Result, HoldsAValueOrAnError) {
    ASSERT_TRUE(half(4).ok());
    EXPECT_EQ(*half(4), 2);
    ASSERT_FALSE(half(3));
    EXPECT_EQ(half(3).error().cause, "odd");
}

TEST(Result, MovesTheValueOut) {
    Result<std::unique_ptr<int>> owned(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = *std::move(owned);
    EXPECT_EQ(*taken, 7);
}

TEST(Result, CanHoldAnErrorLikeString) {
    const Result<std::string> value = std::string("text");
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(value->size(), 4u);
}

TEST(Status, DoneOrError) {
    const auto check = [](bool good) -> Status {
        if (!good) return failure("no");
        return Done{};
    };
    EXPECT_TRUE(check(true).ok());
    EXPECT_FALSE(check(false).ok());
}

TEST(Progress, CancelReachesAWorker) {
    Progress progress;
    progress.begin(1000);
    EXPECT_EQ(progress.total(), 1000u);
    std::thread worker([&] {
        std::uint64_t n = 0;
        while (!progress.cancelled()) progress.advanceTo(++n);
    });
    while (progress.done() == 0) std::this_thread::yield();
    progress.cancel();
    worker.join();
    EXPECT_GT(progress.done(), 0u);
    progress.begin(5);
    EXPECT_EQ(progress.done(), 0u);
    EXPECT_TRUE(progress.cancelled());
}

}  // namespace
}  // namespace loom
