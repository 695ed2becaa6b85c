#include "core/base/nearest.h"

#include <gtest/gtest.h>

namespace loom {
namespace {

const std::vector<std::string> kWords{"heft", "cpop", "peft", "min-min", "max-min"};

TEST(NearestWord, SmallestDistanceFirstOnTies) {
    EXPECT_EQ(nearestWord("hefft", kWords), "heft");
    EXPECT_EQ(nearestWord("HEFT", kWords), "heft");
    EXPECT_EQ(nearestWord("eft", kWords), "heft");
    EXPECT_EQ(nearestWord("xeft", kWords), "heft");
    EXPECT_EQ(nearestWord("minmin", kWords), "min-min");
    EXPECT_EQ(nearestWord("cpop", kWords), "cpop");
}

TEST(NearestWord, NothingWhenTooFar) {
    EXPECT_EQ(nearestWord("", kWords), "");
    EXPECT_EQ(nearestWord("zebra", kWords), "");
    EXPECT_EQ(nearestWord("heft", {}), "");
    EXPECT_EQ(nearestWord(std::string(100000, 'h'), kWords), "");
}

TEST(UnknownWord, SaysTheNearestOrAll) {
    EXPECT_EQ(unknownWord("scheduler", "heff", kWords), "unknown scheduler 'heff'; did you mean 'heft'?");
    EXPECT_EQ(unknownWord("key", "zebra", {"a", "b"}), "unknown key 'zebra'; known: a, b");
    EXPECT_EQ(unknownWord("key", "zebra", {}), "unknown key 'zebra'");
    EXPECT_LT(unknownWord("key", std::string(5000, 'q'), kWords).size(), 200u);
}

}  // namespace
}  // namespace loom
