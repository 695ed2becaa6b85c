#include "core/trace/replay.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

#include "core/base/rng.h"
#include "core/trace/checkpoints.h"
#include "tests/support/trace_text.h"

namespace loom {
namespace {

const char* const kWorld = R"(
    node P1 cores=2 ; node P2
    task t1 2 ; task t2 3 cores=2 ; task t3 4
    file a 5 t1 -> t2 t3
)";

class ReplayOfText : public testing::Test {
protected:
    void open(const std::string& trace) {
        run = test::runFromText(kWorld, trace);
        replay = std::make_unique<Replay>(*run.scenario->graph, *run.scenario->platform, *run.trace);
    }
    void at(double seconds) { replay->seekTime(Time::fromSeconds(seconds)); }
    [[nodiscard]] const TaskStatus& task(int number) const { return replay->tasks()[static_cast<std::size_t>(number - 1)]; }
    [[nodiscard]] const NodeStatus& node(int number) const { return replay->nodes()[static_cast<std::size_t>(number - 1)]; }

    loom::Run run;
    std::unique_ptr<Replay> replay;
};

TEST_F(ReplayOfText, StartsWithEverythingWaiting) {
    open("");
    EXPECT_EQ(replay->position(), 0u);
    EXPECT_EQ(replay->countOf(TaskState::waiting), 3u);
    EXPECT_TRUE(node(1).up);
    at(100);
    EXPECT_EQ(replay->position(), 0u);
    EXPECT_EQ(replay->time(), Time::fromSeconds(100));
}

TEST_F(ReplayOfText, FollowsATaskThroughItsStates) {
    open(R"(0 ready t1 ; 1 place t1 P1:0 ; 2 begin t1 P1:0 ; 4 end t1 P1:0)");
    at(0);
    EXPECT_EQ(task(1).state, TaskState::ready);
    EXPECT_FALSE(task(1).node.valid());
    at(1);
    EXPECT_EQ(task(1).state, TaskState::transfer);
    EXPECT_EQ(task(1).node, NodeId(0));
    EXPECT_EQ(task(1).lane, 0u);
    EXPECT_EQ(node(1).heldCores, 1u);
    EXPECT_EQ(node(1).busyCores, 0u);
    EXPECT_EQ(node(1).queued, 1u);
    at(2);
    EXPECT_EQ(task(1).state, TaskState::running);
    EXPECT_EQ(task(1).attempts, 1u);
    EXPECT_EQ(task(1).since, Time::fromSeconds(2));
    EXPECT_EQ(node(1).heldCores, 1u);
    EXPECT_EQ(node(1).busyCores, 1u);
    EXPECT_EQ(node(1).queued, 0u);
    at(4);
    EXPECT_EQ(task(1).state, TaskState::done);
    EXPECT_EQ(task(1).node, NodeId(0));
    EXPECT_EQ(node(1).heldCores, 0u);
    EXPECT_EQ(node(1).busyCores, 0u);
    EXPECT_EQ(node(1).done, 1u);
    EXPECT_EQ(replay->countOf(TaskState::done), 1u);
    EXPECT_EQ(replay->countOf(TaskState::waiting), 2u);
}

TEST_F(ReplayOfText, CountsAllCoresOfAWideTask) {
    open(R"(0 place t2 P1:0 ; 1 begin t2 P1:0)");
    at(0);
    EXPECT_EQ(node(1).heldCores, 2u);
    at(1);
    EXPECT_EQ(node(1).busyCores, 2u);
    EXPECT_EQ(node(1).heldCores, 2u);
}

TEST_F(ReplayOfText, APlanBeforeReadinessLeavesTheTaskWaitingAndQueued) {
    open(R"(0 place t2 P1 ; 3 ready t2 ; 4 begin t2 P1:0)");
    at(0);
    EXPECT_EQ(task(2).state, TaskState::waiting);
    EXPECT_EQ(task(2).node, NodeId(0));
    EXPECT_EQ(node(1).queued, 1u);
    EXPECT_EQ(node(1).heldCores, 0u);
    at(3);
    EXPECT_EQ(task(2).state, TaskState::transfer);
    EXPECT_EQ(node(1).queued, 1u);
    at(4);
    EXPECT_EQ(task(2).state, TaskState::running);
    EXPECT_EQ(node(1).queued, 0u);
}

TEST_F(ReplayOfText, ReplacingATaskFreesTheFirstNode) {
    open(R"(0 ready t1 ; 0 place t1 P1:0 ; 1 place t1 P2:0)");
    at(1);
    EXPECT_EQ(node(1).queued, 0u);
    EXPECT_EQ(node(1).heldCores, 0u);
    EXPECT_EQ(node(2).queued, 1u);
    EXPECT_EQ(node(2).heldCores, 1u);
}

TEST_F(ReplayOfText, FailureRetryAndASecondAttempt) {
    open(R"(0 ready t1 ; 0 place t1 P1:0 ; 0 begin t1 P1:0 ; 1 fail t1 P1:0 ; 2 retry t1 error
            3 ready t1 ; 3 place t1 P2:0 ; 3 begin t1 P2:0 #1 ; 5 end t1 P2:0 #1)");
    at(1);
    EXPECT_EQ(task(1).state, TaskState::failed);
    EXPECT_EQ(node(1).heldCores, 0u);
    at(2);
    EXPECT_EQ(task(1).state, TaskState::retry);
    EXPECT_FALSE(task(1).node.valid());
    at(3);
    EXPECT_EQ(task(1).state, TaskState::running);
    EXPECT_EQ(task(1).attempts, 2u);
    at(5);
    EXPECT_EQ(task(1).state, TaskState::done);
    EXPECT_EQ(node(2).done, 1u);
    EXPECT_EQ(node(1).done, 0u);
}

TEST_F(ReplayOfText, ALostOutputTakesADoneTaskBack) {
    open(R"(0 begin t1 P1:0 ; 2 end t1 P1:0 ; 3 down P1 ; 3 gone a P1 ; 3 retry t1 lost)");
    at(3);
    EXPECT_EQ(task(1).state, TaskState::retry);
    EXPECT_EQ(replay->countOf(TaskState::done), 0u);
    EXPECT_EQ(node(1).done, 1u);  // what was committed here, ever
}

// The attempts' ends may stand before or after the node's: slots are counted once either way.
TEST_F(ReplayOfText, ANodeThatGoesDownFreesItsSlotsOnce) {
    for (const char* crash :
         {"5 fail t1 P1:0 ; 5 retry t3 crashed ; 5 down P1", "5 down P1 ; 5 fail t1 P1:0 ; 5 retry t3 crashed"}) {
        open(std::string("0 begin t1 P1:0 ; 0 ready t3 ; 0 place t3 P1:1 ;") + crash +
             "; 6 up P1 ; 6 ready t3 ; 6 place t3 P1:0 ; 7 begin t3 P1:0");
        at(4);
        EXPECT_EQ(node(1).heldCores, 2u);
        at(5);
        EXPECT_FALSE(node(1).up);
        EXPECT_EQ(node(1).crashes, 1u);
        EXPECT_EQ(node(1).heldCores, 0u) << crash;
        EXPECT_EQ(node(1).busyCores, 0u) << crash;
        EXPECT_EQ(node(1).queued, 0u) << crash;
        at(6);
        EXPECT_TRUE(node(1).up);
        EXPECT_EQ(node(1).heldCores, 1u) << crash;
        at(7);
        EXPECT_EQ(node(1).busyCores, 1u) << crash;
    }
}

TEST_F(ReplayOfText, TransfersAreUnderWayUntilTheyArriveOrBreak) {
    open(R"(1 send a P1 P2 ; 2 send a P2 P1 ; 4 arrive a P1 P2 ; 5 break a P2 P1)");
    at(2);
    ASSERT_EQ(replay->transfers().size(), 2u);
    at(4);
    ASSERT_EQ(replay->transfers().size(), 1u);
    EXPECT_EQ(replay->transfers()[0].from, NodeId(1));
    EXPECT_EQ(replay->transfers()[0].since, Time::fromSeconds(2));
    EXPECT_EQ(node(1).bytesOut, 5.0);
    EXPECT_EQ(node(2).bytesIn, 5.0);
    at(5);
    EXPECT_TRUE(replay->transfers().empty());
    EXPECT_EQ(node(2).bytesOut, 0.0);  // what broke off does not count
}

TEST_F(ReplayOfText, SpeedIsAFactor) {
    open("1 speed P2 0.25");
    at(1);
    EXPECT_EQ(node(2).speedFactor, 0.25);
    EXPECT_EQ(node(1).speedFactor, 1.0);
}

TEST_F(ReplayOfText, FollowsATraceThatGrows) {
    open("0 ready t1");
    at(10);
    EXPECT_EQ(replay->position(), 1u);
    test::appendText(run, "2 begin t1 P1:0");
    at(10);
    EXPECT_EQ(replay->position(), 2u);
    EXPECT_EQ(task(1).state, TaskState::running);
}

TEST_F(ReplayOfText, SeekRecordClampsAndTakesTheRecordsTime) {
    open("0 ready t1 ; 2 begin t1 P1:0");
    replay->seekRecord(99);
    EXPECT_EQ(replay->position(), 2u);
    EXPECT_EQ(replay->time(), Time::fromSeconds(2));
    replay->seekRecord(1);
    EXPECT_EQ(task(1).state, TaskState::ready);
    EXPECT_EQ(replay->time(), Time::zero());
}

TEST_F(ReplayOfText, SkipsRecordsThatDoNotFit) {
    open("");
    Record bad;
    bad.a = 0;
    bad.b = 0;
    for (int kind = 0; kind < 256; ++kind) {
        bad.kind = static_cast<RecordKind>(kind);
        bad.subject = 1000;
        run.trace->append(bad);
        bad.subject = 0;
        bad.a = 1000;
        if (kind != static_cast<int>(RecordKind::taskReady) && kind != static_cast<int>(RecordKind::taskRetry)) {
            if (kind < 11 || kind > 13) run.trace->append(bad);
        }
        bad.a = 0;
    }
    at(1);
    EXPECT_EQ(replay->position(), run.trace->size());
    EXPECT_EQ(replay->countOf(TaskState::waiting), 3u);
}

// --- seeking -------------------------------------------------------------------------------------------------------

auto taskTuple(const TaskStatus& t) { return std::make_tuple(t.state, t.nodeLife, t.attempts, t.node, t.lane, t.since); }
auto nodeTuple(const NodeStatus& n) {
    return std::make_tuple(n.up, n.busyCores, n.heldCores, n.queued, n.done, n.crashes, n.speedFactor, n.bytesIn, n.bytesOut);
}
std::vector<std::tuple<DataId, NodeId, NodeId, Time>> sorted(const std::vector<ActiveTransfer>& transfers) {
    std::vector<std::tuple<DataId, NodeId, NodeId, Time>> out;
    for (const ActiveTransfer& t : transfers) out.emplace_back(t.data, t.from, t.to, t.since);
    std::sort(out.begin(), out.end());
    return out;
}

void expectEqual(const Replay& left, const Replay& right) {
    ASSERT_EQ(left.position(), right.position());
    ASSERT_EQ(left.time(), right.time());
    for (std::size_t i = 0; i < left.tasks().size(); ++i) ASSERT_EQ(taskTuple(left.tasks()[i]), taskTuple(right.tasks()[i])) << i;
    for (std::size_t i = 0; i < left.nodes().size(); ++i) ASSERT_EQ(nodeTuple(left.nodes()[i]), nodeTuple(right.nodes()[i])) << i;
    ASSERT_EQ(sorted(left.transfers()), sorted(right.transfers()));
    ASSERT_EQ(left.links(), right.links());
    for (std::size_t s = 0; s < kTaskStates; ++s) {
        ASSERT_EQ(left.countOf(static_cast<TaskState>(s)), right.countOf(static_cast<TaskState>(s)));
    }
}

TEST(ReplayLinks, OnlyLinksThatChangedHaveARow) {
    const loom::Run run = test::runFromText("node P1 ; node P2\ntask a 1", "");
    const auto add = [&](double at, RecordKind kind, std::uint32_t link, std::uint32_t a, std::uint32_t b = 0) {
        run.trace->append(Record{Time::fromSeconds(at), kind, 0, 0, link, a, b});
    };
    const Time latency = Time::fromSeconds(20);  // 2e10 ns need both words
    const auto ns = static_cast<std::uint64_t>(latency.nanoseconds());
    add(1, RecordKind::linkDown, 1, static_cast<std::uint32_t>(Reason::linkFailed));
    add(2, RecordKind::linkRate, 0, 250'000);
    add(3, RecordKind::linkUp, 1, Record::kNone);
    add(4, RecordKind::linkLatency, 0, static_cast<std::uint32_t>(ns), static_cast<std::uint32_t>(ns >> 32));
    add(5, RecordKind::linkDown, 2, 0);  // the platform has links 0 and 1 only
    Replay replay(*run.scenario->graph, *run.scenario->platform, *run.trace);
    replay.seekRecord(0);
    EXPECT_TRUE(replay.links().empty());
    replay.seekRecord(2);
    EXPECT_EQ(replay.links(),
              (std::vector<LinkStatus>{{LinkId(0), true, 0.25, -1}, {LinkId(1), false, 1, -1, Time::fromSeconds(1)}}));
    replay.seekRecord(5);
    EXPECT_EQ(replay.links(),
              (std::vector<LinkStatus>{{LinkId(0), true, 0.25, 20}, {LinkId(1), true, 1, -1, Time::fromSeconds(1)}}));
}

// A long history without sense but with every kind of record; states must not depend on how one got there.
Run randomRun(std::size_t tasks, std::size_t records) {
    std::string world = "node P1 cores=4 ; node P2 cores=2 ; node P3\n";
    for (std::size_t i = 0; i < tasks; ++i)
        world += "task t" + std::to_string(i) + " 1 cores=" + std::to_string(1 + i % 3) + "\n";
    for (std::size_t i = 0; i < tasks; ++i) world += "file f" + std::to_string(i) + " 3 t" + std::to_string(i) + "\n";
    const loom::Run run = test::runFromText(world, "");
    RandomStream random(7, Purpose::test, 1);
    std::int64_t now = 0;
    for (std::size_t i = 0; i < records; ++i) {
        Record record;
        now += static_cast<std::int64_t>(random.below(3));
        record.time = Time::fromNanoseconds(now);
        record.kind = static_cast<RecordKind>(1 + random.below(21));
        const bool node =
            record.kind == RecordKind::nodeDown || record.kind == RecordKind::nodeUp || record.kind == RecordKind::nodeSpeed;
        const bool link = record.kind >= RecordKind::linkDown;
        record.subject = static_cast<std::uint32_t>(random.below(node ? 3 : link ? 6 : tasks));
        record.a = static_cast<std::uint32_t>(random.below(3));
        record.b = static_cast<std::uint32_t>(random.below(3));
        if (record.kind == RecordKind::taskPlaced && random.below(2) == 0) record.b = Record::kNone;
        run.trace->append(record);
    }
    return run;
}

TEST(ReplaySeeking, TheStateDoesNotDependOnTheWayThere) {
    const std::size_t records = 5 * CheckpointStore::kInterval + 123;
    const loom::Run run = randomRun(3000, records);
    Replay jumping(*run.scenario->graph, *run.scenario->platform, *run.trace);
    RandomStream random(7, Purpose::test, 2);
    std::vector<std::size_t> stops{records, 0, CheckpointStore::kInterval, CheckpointStore::kInterval - 1,
                                   2 * CheckpointStore::kInterval + 1};
    for (int i = 0; i < 20; ++i) stops.push_back(random.below(records + 1));
    for (std::size_t stop : stops) {
        SCOPED_TRACE(stop);
        jumping.seekRecord(stop);
        Replay straight(*run.scenario->graph, *run.scenario->platform, *run.trace);
        straight.seekRecord(stop);
        expectEqual(jumping, straight);
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(ReplaySeeking, SlotsNeverGoBelowZero) {
    const loom::Run run = randomRun(200, 20'000);
    Replay replay(*run.scenario->graph, *run.scenario->platform, *run.trace);
    for (std::size_t i = 0; i <= run.trace->size(); ++i) {
        replay.seekRecord(i);
        for (const NodeStatus& node : replay.nodes()) {
            ASSERT_LE(node.busyCores, node.heldCores) << i;
            ASSERT_LT(node.heldCores, 1000u) << i;
            ASSERT_LE(node.queued, 200u) << i;
        }
    }
}

// --- the store -----------------------------------------------------------------------------------------------------

TEST(CheckpointStoreTest, StaysNearItsBudgetByThinning) {
    ReplayState state;
    state.tasks.resize(1024);
    state.nodes.resize(1);
    const std::size_t budget = 200'000;  // bytes; one full state is about 25 kB
    CheckpointStore store(state, budget, 10);
    std::vector<std::size_t> saved;
    for (std::uint16_t round = 1; round <= 200; ++round) {
        for (std::size_t i = 0; i < state.tasks.size(); ++i) {
            state.tasks[i].attempts = round;
            store.touch(i);
        }
        saved.push_back(store.nextStop());
        store.reached(state);
        ASSERT_LE(store.bytes(), budget + 30'000);
    }
    EXPECT_LT(store.count(), 12u);
    EXPECT_GE(store.count(), 4u);
    // Each that is left restores what was saved there.
    for (std::size_t position : {saved.back(), saved[saved.size() / 2], saved.front() - 1}) {
        const std::size_t restored = store.restore(position, state);
        EXPECT_LE(restored, position);
        const auto round = std::find(saved.begin(), saved.end(), restored) - saved.begin() + 1;
        for (const TaskStatus& task : state.tasks) ASSERT_EQ(task.attempts, restored == 0 ? 0 : round);
    }
}

TEST(CheckpointStoreTest, SharesWhatDidNotChange) {
    ReplayState state;
    state.tasks.resize(256 * 100);
    CheckpointStore store(state, CheckpointStore::kBudget, 10);
    for (int i = 0; i < 100; ++i) {
        store.touch(0);
        store.reached(state);
    }
    EXPECT_EQ(store.count(), 101u);
    // A hundred copies of one block and of the table of blocks, not of everything (60 MB).
    EXPECT_LT(store.bytes(), 100u * (256 * sizeof(TaskStatus) + 100 * 16 + 100));
}

}  // namespace
}  // namespace loom
