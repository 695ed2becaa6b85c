#include "core/io/recorded_platform.h"

#include <gtest/gtest.h>

namespace loom {
namespace {

TEST(RecordedPlatform, OneNodeAMachine) {
    RecordedRun run;
    run.machines = {{"big", 47.5, {}, 1e9}, {"odd", {}, 2e9, {}}};
    const Result<Platform> platform = recordedPlatform(&run);
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    ASSERT_EQ(platform->nodeCount(), 2u);
    EXPECT_EQ(platform->node(NodeId(0)).cores, 48u);
    EXPECT_EQ(platform->node(NodeId(0)).speed, 1e9);
    EXPECT_EQ(platform->node(NodeId(0)).memory, 1e9);
    EXPECT_EQ(platform->node(NodeId(1)).speed, 2e9);
    ASSERT_EQ(platform->warnings().size(), 2u);
    EXPECT_EQ(platform->warnings()[1], "1 machine states no cores and has one (first: odd)");
}

TEST(RecordedPlatform, NeedsMachinesWithSaneCores) {
    EXPECT_FALSE(recordedPlatform(nullptr).ok());
    RecordedRun run;
    EXPECT_FALSE(recordedPlatform(&run).ok());
    run.machines = {{"m", 1e300, {}, {}}};
    EXPECT_EQ(recordedPlatform(&run).error().place, "m");
}

}  // namespace
}  // namespace loom
