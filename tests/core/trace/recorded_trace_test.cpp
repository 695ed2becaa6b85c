#include "core/trace/recorded_trace.h"

#include <gtest/gtest.h>

#include "core/trace/checker.h"
#include "core/trace/metrics.h"
#include "tests/support/directed_run.h"
#include "tests/support/trace_text.h"

namespace loom::test {
namespace {

const double kUnknown = RecordedRun::kUnknown;

RunPtr recordedOf(const char* world, const RecordedRun& recorded) {
    const loom::Run run = runFromText(world, "");
    Result<RunPtr> made = recordedTrace(*run.scenario, recorded);
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.error().text());
    return *made;
}

TEST(RecordedTrace, PutsTasksOnTheirMachinesAndTheLowestFreeLanes) {
    RecordedRun recorded;
    recorded.machines = {{"m1", 4, {}, {}}, {"m2", {}, {}, {}}};
    recorded.machine = {0, 0, 0, 1};
    recorded.submit = {0, kUnknown, 1, 0};
    recorded.start = {1, 2, 4, 0};
    recorded.finish = {4, 6, 5, 0};
    const RunPtr run = recordedOf("node P; task a 1; task b 1 cores=2; task c 1; task d 1", recorded);
    EXPECT_EQ(tell(*run),
              "0 ready a\n0 ready d\n0 begin d m2:0\n0 end d m2:0\n1 ready c\n1 begin a m1:0\n2 ready b\n2 begin b m1:1\n4 end a m1:0\n"
              "4 begin c m1:0\n5 end c m1:0\n6 end b m1:1\n6 over finished\n");
    EXPECT_TRUE(checkTrace(*run).empty());
    EXPECT_EQ(run->scenario->platform->node(NodeId(0)).cores, 4u);
    EXPECT_EQ(computeMetrics(*run).makespan, 6.0);
}

TEST(RecordedTrace, MakesRoomWhereMoreRanThanIsStated) {
    RecordedRun recorded;
    recorded.start = {0, 0, 0};
    recorded.finish = {3, 2, 1};
    const RunPtr run = recordedOf("node P; task a 1; task b 1; task c 1", recorded);
    EXPECT_EQ(tell(*run, "begin"), "0 begin a ?:0\n0 begin b ?:1\n0 begin c ?:2\n");
    EXPECT_EQ(run->scenario->platform->node(NodeId(0)).cores, 3u);
    EXPECT_TRUE(checkTrace(*run).empty());
}

TEST(RecordedTrace, LeavesOutWhatHasNoTimes) {
    RecordedRun recorded;
    recorded.start = {0, kUnknown};
    recorded.finish = {3, 2};
    const RunPtr run = recordedOf("node P; task a 1; task b 1", recorded);
    EXPECT_EQ(run->outcome, Outcome::cancelled);
    EXPECT_EQ(run->failure, "the file tells of 1 of 2 tasks when they ran");
    EXPECT_TRUE(hasTimes(recorded));
    recorded.finish[0] = -1;
    EXPECT_FALSE(hasTimes(recorded));
}

}  // namespace
}  // namespace loom::test
