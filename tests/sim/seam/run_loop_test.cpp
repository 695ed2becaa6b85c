// The one loop: what it writes down, when it ends, and that a person is obeyed.
#include "sim/seam/run_loop.h"

#include <gtest/gtest.h>

#include <functional>

namespace loom {
namespace {

// A world without time: hands out what the test queued, and notes what was asked of it.
class QueueWorld : public World {
public:
    [[nodiscard]] Time now() const override { return now_; }
    void apply(ProcessId, const Effect& effect) override { asked.push_back(effect); }
    std::span<const Delivery> next() override {
        delivered_.clear();
        if (!instants.empty()) {
            now_ = now_ + Time::fromSeconds(1);
            delivered_ = instants.front();
            instants.erase(instants.begin());
        }
        return delivered_;
    }
    void control(ControlKind kind, NodeId node) override {
        instants.insert(instants.begin(),
                        {Delivery{ProcessId(0), NodeChanged{node, kind == ControlKind::repairNode, Reason::nodeKilled}}});
    }
    std::vector<std::vector<Delivery>> instants;
    std::vector<Effect> asked;

private:
    Time now_;
    std::vector<Delivery> delivered_;
};

// Starts what it is told to start and is finished after so many events.
class Listener : public Process {
public:
    Listener(std::vector<Effect> first, std::size_t events) : first_(std::move(first)), events_(events) {}
    void start(Context& context) override {
        for (const Effect& effect : first_) context.request(effect);
    }
    void handle(const Event&, Context&) override {
        ++heard;
        if (onEvent) onEvent();
    }
    void settle(Context&) override { ++settled; }
    [[nodiscard]] bool finished() const override { return heard >= events_; }
    [[nodiscard]] Outcome outcome() const override { return Outcome::finished; }
    [[nodiscard]] std::string failure() const override { return "still waiting"; }
    std::size_t heard = 0, settled = 0;
    std::function<void()> onEvent;

private:
    std::vector<Effect> first_;
    std::size_t events_;
};

std::vector<RecordKind> kinds(const Trace& trace) {
    std::vector<RecordKind> out;
    for (std::size_t i = 0; i < trace.size(); ++i) out.push_back(trace[i].kind);
    return out;
}

struct LoopTest : testing::Test {
    LoopResult run(Listener& listener) {
        Process* processes[] = {&listener};
        return runLoop(world, processes, trace, control, 1);
    }
    QueueWorld world;
    Trace trace;
    RunControl control;
};
using RunLoop = LoopTest;

TEST_F(RunLoop, WritesBothSidesDownAndSettlesOnceAnInstant) {
    world.instants = {{{ProcessId(0), ComputeDone{ActivityId(0)}}, {ProcessId(0), Lost{ActivityId(1)}}}};
    Listener listener({Compute{ActivityId(0), TaskId(3), NodeId(1), 2, 5, 1, Time::zero()},
                       Transfer{ActivityId(1), DataId(4), NodeId(0), NodeId(1), 9}},
                      2);
    EXPECT_EQ(run(listener).outcome, Outcome::finished);
    EXPECT_EQ(kinds(trace), (std::vector{RecordKind::computeBegin, RecordKind::transferBegin, RecordKind::computeEnd,
                                         RecordKind::transferLost, RecordKind::runEnd}));
    EXPECT_EQ(trace[2], (Record{Time::fromSeconds(1), RecordKind::computeEnd, 0, 5, 3, 1, 2}));
    EXPECT_EQ(listener.settled, 2u);
    EXPECT_EQ(world.asked.size(), 2u);
}

TEST_F(RunLoop, CancelEndsTheRunAndTheTraceSaysSo) {
    world.instants.assign(100, {{ProcessId(0), TimerFired{1}}});
    Listener listener({}, 1000);
    listener.onEvent = [&] {
        if (listener.heard == 3) control.progress.cancel();
    };
    EXPECT_EQ(run(listener).outcome, Outcome::cancelled);
    EXPECT_EQ(listener.heard, 3u);
    EXPECT_EQ(trace[trace.size() - 1].subject, static_cast<std::uint32_t>(Outcome::cancelled));
}

TEST_F(RunLoop, APersonsInputIsTracedBeforeWhatItCauses) {
    Listener listener({}, 1);
    control.post({ControlKind::failNode, NodeId(2)});
    EXPECT_EQ(run(listener).outcome, Outcome::finished);
    EXPECT_EQ(kinds(trace), (std::vector{RecordKind::control, RecordKind::nodeDown, RecordKind::runEnd}));
    EXPECT_EQ(trace[0].a, 2u);
    EXPECT_EQ(trace[1].subject, 2u);
}

TEST_F(RunLoop, WhenNothingCanHappenTheProcessSaysWhatRemains) {
    Listener listener({}, 1);
    const LoopResult result = run(listener);
    EXPECT_EQ(result.outcome, Outcome::stuck);
    EXPECT_EQ(result.failure, "still waiting");
    EXPECT_EQ(result.totals.events, 0u);
    EXPECT_EQ(kinds(trace), std::vector{RecordKind::runEnd});
}

}  // namespace
}  // namespace loom
