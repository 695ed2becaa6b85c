#include "sim/real/thread_world.h"

#include "tests/sim/real/world_support.h"

namespace loom {
namespace {

using test::computeOn;
using test::countOf;
using test::Heard;
using test::hearUntil;
using test::starOf;
using test::WaitingKernel;

constexpr ProcessId kMe{0};

TEST(ThreadWorld, ComputesOnAThreadAndSaysWhenItEnded) {
    const Platform platform = starOf(1);
    const WaitingKernel kernel({15});
    ThreadWorld world(platform, kernel, std::nullopt, {}, 1, nullptr);
    world.apply(kMe, computeOn(0, 7, 0));
    const std::vector<Heard> heard = hearUntil<ComputeDone>(world);
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_GE(heard[0].time, Time::fromSeconds(0.015));
    ASSERT_EQ(world.attempts().size(), 1u);
    EXPECT_EQ(world.attempts()[0].task, TaskId(7));
    EXPECT_EQ(world.attempts()[0].ended, heard[0].time) << "stamped on the worker's thread";
    EXPECT_LE(world.attempts()[0].begun + Time::fromSeconds(0.015), world.attempts()[0].ended);
    const KernelResults results = world.collector().finish({});
    ASSERT_EQ(results.answers.size(), 1u);
    EXPECT_EQ(results.answers[0].item, 7u);
    EXPECT_TRUE(world.next().empty()) << "nothing can happen any more";
}

// Every task waits until all three have begun: one thread alone would wait for ever.
TEST(ThreadWorld, NodesComputeSideBySide) {
    const Platform platform = starOf(3);
    const test::MeetingKernel kernel(3);
    ThreadWorld world(platform, kernel, std::nullopt, {}, 1, nullptr);
    for (int i = 0; i < 3; ++i) world.apply(kMe, computeOn(i, i, i));
    std::size_t done = 0;
    while (done < 3) done += world.next().size();
    EXPECT_EQ(world.collector().finish({}).answers.size(), 3u);
}

TEST(ThreadWorld, WithoutANetworkTransfersArriveAtOnce) {
    const Platform platform = starOf(2);
    const WaitingKernel kernel({1});
    ThreadWorld world(platform, kernel, std::nullopt, {}, 1, nullptr);
    world.apply(kMe, Transfer{ActivityId(0), DataId(0), NodeId(0), NodeId(1), 1e12});
    const std::vector<Heard> heard = hearUntil<Arrived>(world);
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(heard[0].time, Time::zero());
}

// 2 MB over two links of 100 MB/s and 5 ms each: 10 ms of latency, then 20 ms at the bottleneck. The moments are the
// model's own, not when the thread woke up.
TEST(ThreadWorld, AShapedTransferTakesTheModelledTime) {
    const Platform platform = starOf(2, ",bandwidth=100MBps,latency=5ms");
    const WaitingKernel kernel({1});
    Result<NetworkModel> network = makeNetworkModel(Spec{"unshared", {}}, platform);
    ASSERT_TRUE(network.ok());
    ThreadWorld world(platform, kernel, std::move(*network), {}, 1, nullptr);
    world.apply(kMe, Transfer{ActivityId(0), DataId(0), NodeId(0), NodeId(1), 2e6});
    world.apply(kMe, Transfer{ActivityId(1), DataId(1), NodeId(0), NodeId(1), 0});
    world.apply(kMe, Transfer{ActivityId(2), DataId(2), NodeId(0), NodeId(1), 9e9});
    world.apply(kMe, Cancel{ActivityId(2), Reason::none});
    const std::vector<Heard> heard = hearUntil(world, [](const Event& e) {
        const auto* arrived = std::get_if<Arrived>(&e);
        return arrived != nullptr && arrived->id == ActivityId(0);
    });
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_EQ(heard[0].time, Time::fromSeconds(0.010)) << "nothing to carry: the latency alone";
    EXPECT_EQ(heard[1].time, Time::fromSeconds(0.030));
    EXPECT_TRUE(world.next().empty());
}

TEST(ThreadWorld, ACrashEndsTheAttemptAndDropsItsOutput) {
    const Platform platform = starOf(2);
    const WaitingKernel kernel({10'000, 60});
    FailurePlan failures;
    failures.crashes.push_back({platform.node(NodeId(0)).name, Time::fromSeconds(0.02), Time::fromSeconds(0.02)});
    auto owned = std::make_unique<ThreadWorld>(platform, kernel, std::nullopt, failures, 1, nullptr);
    ThreadWorld& world = *owned;
    world.apply(kMe, computeOn(0, 0, 0));
    world.apply(kMe, computeOn(1, 1, 1));
    const std::vector<Heard> down = hearUntil<NodeChanged>(world);
    ASSERT_EQ(down.size(), 2u);
    EXPECT_EQ(down[0].time, Time::fromSeconds(0.02));
    ASSERT_TRUE(std::holds_alternative<ComputeFailed>(down[0].event)) << "the attempts fail before the node is said to be down";
    EXPECT_EQ(std::get<ComputeFailed>(down[0].event).reason, Reason::nodeCrashed);
    EXPECT_FALSE(std::get<NodeChanged>(down[1].event).up);

    world.apply(kMe, computeOn(0, 5, 0));  // an effect on a dead node fails at once
    const std::vector<Heard> refused = hearUntil<ComputeFailed>(world);
    ASSERT_EQ(refused.size(), 1u);
    EXPECT_EQ(std::get<ComputeFailed>(refused[0].event).reason, Reason::nodeIsDown);

    const std::vector<Heard> up = hearUntil<NodeChanged>(world);
    EXPECT_EQ(up.back().time, Time::fromSeconds(0.04));
    EXPECT_TRUE(std::get<NodeChanged>(up.back().event).up);
    world.apply(kMe, computeOn(2, 9, 0));
    EXPECT_EQ(countOf<ComputeDone>(hearUntil(
                  world, [n = 0](const Event& e) mutable { return std::holds_alternative<ComputeDone>(e) && ++n == 2; })),
              2u);
    for (const ItemAnswer& answer : world.collector().finish({}).answers) EXPECT_NE(answer.item, 0u);
    owned.reset();
    EXPECT_EQ(kernel.workersMade(), 3) << "the repaired node has a new worker";
    EXPECT_EQ(kernel.cancelledRuns(), 1);
}

TEST(ThreadWorld, APersonKillsAndRepairsANode) {
    const Platform platform = starOf(1);
    const WaitingKernel kernel({10'000, 1});
    RunControl control;
    ThreadWorld world(platform, kernel, std::nullopt, {}, 1, &control);
    world.apply(kMe, computeOn(0, 0, 0));
    std::thread person([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        control.post({ControlKind::failNode, NodeId(0)});
    });
    EXPECT_TRUE(world.next().empty()) << "returns because somebody wants something";
    person.join();
    EXPECT_GE(world.now(), Time::fromSeconds(0.01)) << "the kill happens now";
    const Time killed = world.now();
    for (const ControlInput& input : control.take()) world.control(input.kind, input.node);
    const std::vector<Heard> heard = hearUntil<NodeChanged>(world);
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_EQ(std::get<ComputeFailed>(heard[0].event).reason, Reason::nodeKilled);
    EXPECT_EQ(heard[0].time, killed);
    world.control(ControlKind::repairNode, NodeId(0));
    EXPECT_TRUE(std::get<NodeChanged>(hearUntil<NodeChanged>(world).back().event).up);
    world.apply(kMe, computeOn(0, 1, 0));
    EXPECT_EQ(hearUntil<ComputeDone>(world).size(), 1u);
}

TEST(ThreadWorld, NothingIsHeardOfACancelledActivity) {
    const Platform platform = starOf(1);
    const WaitingKernel kernel({10'000, 5});
    ThreadWorld world(platform, kernel, std::nullopt, {}, 1, nullptr);
    world.apply(kMe, computeOn(0, 0, 0));
    world.apply(kMe, Cancel{ActivityId(0), Reason::none});
    world.apply(kMe, computeOn(0, 1, 0));  // the same number and slot again
    const std::vector<Heard> heard = hearUntil<ComputeDone>(world);
    EXPECT_EQ(heard.size(), 1u);
    ASSERT_EQ(world.attempts().size(), 1u);
    EXPECT_EQ(world.attempts()[0].task, TaskId(1));
}

TEST(ThreadWorld, AFailedKernelFailsTheAttempt) {
    const Platform platform = starOf(1);
    const WaitingKernel kernel({1}, TaskId(3));
    ThreadWorld world(platform, kernel, std::nullopt, {}, 1, nullptr);
    world.apply(kMe, computeOn(0, 3, 0));
    const std::vector<Heard> heard = hearUntil<ComputeFailed>(world);
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(std::get<ComputeFailed>(heard[0].event).reason, Reason::taskError);
    EXPECT_EQ(world.kernelError(), "the test says so");
    EXPECT_TRUE(world.collector().finish({}).answers.empty());
}

TEST(ThreadWorld, ASlowedNodeHoldsItsResultBack) {
    const Platform platform = starOf(1);
    const WaitingKernel kernel({10});
    FailurePlan failures;
    failures.slowdowns.push_back({platform.node(NodeId(0)).name, Time::zero(), Time::never(), 4});
    ThreadWorld world(platform, kernel, std::nullopt, failures, 1, nullptr);
    EXPECT_EQ(hearUntil<NodeSpeedChanged>(world).size(), 1u);
    world.apply(kMe, computeOn(0, 0, 0));
    const std::vector<Heard> heard = hearUntil<ComputeDone>(world);
    const AttemptTime& attempt = world.attempts()[0];
    EXPECT_EQ(heard.back().time, attempt.ended + Time::fromSeconds((attempt.ended - attempt.begun).seconds() * 3));
}

TEST(ThreadWorld, TimersFireInOrder) {
    const Platform platform = starOf(1);
    const WaitingKernel kernel({1});
    ThreadWorld world(platform, kernel, std::nullopt, {}, 1, nullptr);
    world.apply(kMe, Timer{2, Time::fromSeconds(0.02)});
    world.apply(kMe, Timer{1, Time::fromSeconds(0.01)});
    const std::vector<Heard> heard = hearUntil(world, [](const Event& e) { return std::get<TimerFired>(e).id == 2; });
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_EQ(heard[0].time, Time::fromSeconds(0.01));
    EXPECT_EQ(heard[1].time, Time::fromSeconds(0.02));
}

// The kernels would take a minute; the test would run into its time limit if destruction waited for them.
TEST(ThreadWorld, DestructionStopsWhatRuns) {
    const Platform platform = starOf(4);
    const WaitingKernel kernel({60'000});
    {
        ThreadWorld world(platform, kernel, std::nullopt, {}, 1, nullptr);
        for (int i = 0; i < 4; ++i) world.apply(kMe, computeOn(i, i, i));
        world.control(ControlKind::failNode, NodeId(2));
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(kernel.workersMade(), 4);
}

TEST(Collector, KeepsEachItemOnce) {
    Collector collector;
    collector.merge({{{2, 1, 1, 0.5f}, {0, 1, 0, 0.5f}}, {}, {}});
    collector.merge({{{1, 0, 0, 0.5f}, {2, 1, 1, 0.5f}}, {}, {}});
    const KernelResults results = collector.finish({"a", "b"});
    ASSERT_EQ(results.answers.size(), 3u);
    for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(results.answers[i].item, i);
    EXPECT_EQ(results.duplicates, 1u);
    EXPECT_EQ(results.labelCounts, (std::vector<std::uint64_t>{1, 2}));
    EXPECT_EQ(results.summary, "3 images, 66.67 % right, 1 wrong");
    EXPECT_EQ(Collector().finish({}).summary, "the kernel gives no answers");
}

TEST(Collector, TakesTheReducedCountsWhenTheyCoverEverything) {
    Collector collector;
    collector.merge({{{0, 1, -1, 1}, {1, 1, -1, 1}}, {}, {}});
    collector.merge({{}, {0, 2, 0}, {}});
    EXPECT_EQ(collector.finish({}).labelCounts, (std::vector<std::uint64_t>{0, 2, 0}));
    collector.merge({{{2, 0, -1, 1}}, {}, {}});
    EXPECT_EQ(collector.finish({}).labelCounts, (std::vector<std::uint64_t>{1, 2})) << "a partial reduction is not the answer";
    EXPECT_EQ(collector.finish({}).summary, "3 images, 2 classes found, true labels unknown");
}

}  // namespace
}  // namespace loom
