#include <gtest/gtest.h>

#include "sim/sweep/axis.h"

namespace loom::test {
namespace {

using Values = std::vector<std::string>;

Values valuesOf(const std::string& text) {
    const Result<Axis> axis = parseAxis(text);
    EXPECT_TRUE(axis.ok()) << text << ": " << (axis.ok() ? "" : axis.error().text());
    return axis.ok() ? axis->values : Values{};
}

std::string refusal(const std::string& text) {
    const Result<Axis> axis = parseAxis(text);
    EXPECT_FALSE(axis.ok()) << text;
    return axis.ok() ? "" : axis.error().text();
}

TEST(Axis, ListsKeepTheirWords) {
    EXPECT_EQ(parseAxis(" network.tcp = cm02 , lv08")->path, "network.tcp");
    EXPECT_EQ(valuesOf("network.tcp=cm02, lv08"), (Values{"cm02", "lv08"}));
    EXPECT_EQ(valuesOf("scheduler=fifo,heft[average=pairs,insertion=false]"), (Values{"fifo", "heft[average=pairs,insertion=false]"}));
    EXPECT_EQ(valuesOf("platform=star[nodes=4]"), (Values{"star[nodes=4]"}));
}

TEST(Axis, RangesHoldBothEnds) {
    EXPECT_EQ(valuesOf("n=1..4"), (Values{"1", "2", "3", "4"}));
    EXPECT_EQ(valuesOf("n=4..16:4"), (Values{"4", "8", "12", "16"}));
    EXPECT_EQ(valuesOf("n=2..64*2"), (Values{"2", "4", "8", "16", "32", "64"}));
    EXPECT_EQ(valuesOf("n=1..1000*10"), (Values{"1", "10", "100", "1000"}));
    EXPECT_EQ(valuesOf("n=0.1..0.5:0.1"), (Values{"0.1", "0.2", "0.3", "0.4", "0.5"}));
    EXPECT_EQ(valuesOf("n=1..6:2"), (Values{"1", "3", "5"}));
    EXPECT_EQ(valuesOf("n=7..7"), (Values{"7"}));
}

TEST(Axis, RangesGoDown) {
    EXPECT_EQ(valuesOf("n=3..1"), (Values{"3", "2", "1"}));
    EXPECT_EQ(valuesOf("n=8..1*2"), (Values{"8", "4", "2", "1"}));
    EXPECT_EQ(valuesOf("n=1..0:0.25"), (Values{"1", "0.75", "0.5", "0.25", "0"}));
}

TEST(Axis, UnitsHoldForTheWholeRange) {
    EXPECT_EQ(valuesOf("b=1Gbps..4Gbps*2"), (Values{"1Gbps", "2Gbps", "4Gbps"}));
    EXPECT_EQ(valuesOf("b=1..3Gbps"), (Values{"1Gbps", "2Gbps", "3Gbps"}));
    EXPECT_EQ(valuesOf("b=500Mbps..2Gbps*2"), (Values{"500Mbps", "1000Mbps", "2000Mbps"}));
    EXPECT_EQ(valuesOf("t=1ms..2ms:500us"), (Values{"1ms", "1.5ms", "2ms"}));
}

TEST(Axis, ErrorsSayWhatIsWrong) {
    EXPECT_NE(refusal("platform.nodes").find("PATH=VALUES"), std::string::npos);
    EXPECT_NE(refusal("=1").find("path is missing"), std::string::npos);
    EXPECT_NE(refusal("n=").find("no value"), std::string::npos);
    EXPECT_NE(refusal("n=1,,2").find("comma"), std::string::npos);
    EXPECT_NE(refusal("n=1..2:0").find("positive"), std::string::npos);
    EXPECT_NE(refusal("n=1..8*1").find("above 1"), std::string::npos);
    EXPECT_NE(refusal("n=0..8*2").find("positive ends"), std::string::npos);
    EXPECT_NE(refusal("n=1..8*2s").find("factor"), std::string::npos);
    EXPECT_NE(refusal("n=1s..8GB").find("not units of one quantity"), std::string::npos);
    EXPECT_NE(refusal("n=1..x").find("not a number"), std::string::npos);
    EXPECT_NE(refusal("n=0..1e9").find("more than 100000"), std::string::npos);
    EXPECT_NE(refusal("n=1..2:1e-300").find("more than 100000"), std::string::npos);
}

}  // namespace
}  // namespace loom::test
