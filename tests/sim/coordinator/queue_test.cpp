// Schedulers that let tasks wait at nodes, move them, and are woken: what they ask for, and the whole of what happens.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "sim/coordinator/coordinator.h"
#include "tests/support/directed_run.h"
#include "tests/support/trace_text.h"

namespace loom::test {
namespace {

// Assigns and moves as it is told, "0 a P1, 3 a P2" (time, task, node), and is woken when it has something to say.
class Told : public Scheduler {
public:
    Told(const Run& world, const std::string& orders, const std::map<std::string, std::uint64_t>& ranks = {}) {
        const TaskGraph& graph = *world.scenario->graph;
        std::istringstream entries(orders);
        for (std::string entry; std::getline(entries, entry, ',');) {
            std::istringstream words(entry);
            double time = 0;
            std::string task, node;
            words >> time >> task >> node;
            orders_.emplace(Time::fromSeconds(time), Placement{graph.find(task).value(), world.scenario->platform->find(node)});
        }
        ranks_.assign(graph.taskCount(), 0);
        for (const auto& [task, rank] : ranks) ranks_[graph.find(task)->index()] = rank;
    }
    [[nodiscard]] bool isStatic() const override { return false; }
    [[nodiscard]] bool usesQueues() const override { return true; }
    [[nodiscard]] bool wantsNews() const override { return true; }
    [[nodiscard]] std::uint64_t queueRank(TaskId task) const override { return ranks_[task.index()]; }
    [[nodiscard]] Time wakeAt() const override { return orders_.empty() ? Time::never() : orders_.begin()->first; }
    void react(const View& view, std::vector<Placement>& placements, DecisionLog*) override {
        const TaskGraph& graph = view.estimate.graph();
        for (const TaskNews& n : view.news) {
            static constexpr const char* kWords[] = {"committed", "failed", "taken-off", "refused", "undone"};
            heard += std::string(graph.name(n.task)) + " " + kWords[static_cast<int>(n.what)] + " " +
                     view.estimate.platform().node(n.node).name + " " + formatNumber(n.took.seconds()) + "\n";
        }
        for (const NodeView& node : view.nodes) queued += " " + std::to_string(node.queued);
        while (!orders_.empty() && orders_.begin()->first <= view.now) {
            placements.push_back(orders_.begin()->second);
            orders_.erase(orders_.begin());
        }
    }
    std::string heard;
    std::string queued;  // at every node, at every time it was asked

private:
    std::multimap<Time, Placement> orders_;
    std::vector<std::uint64_t> ranks_;
};

TEST(Queues, ATaskFetchesWhileItWaitsAndBeginsWhenACoreIsFree) {
    const loom::Run world = runFromText("node P1; node P2; task a 4; task b 5; task c 1; file d 3 a -> c", "");
    Told told(world, "0 a P1, 0 b P2, 4 c P2");
    const auto run = direct(world, told);
    // c holds nothing while it waits; its input comes while b runs.
    EXPECT_EQ(tell(*run, "place send arrive begin end"),
              "0 place a P1\n0 place b P2\n0 begin a P1:0\n0 begin b P2:0\n4 end a P1:0\n4 place c P2\n4 send d P1 P2\n"
              "5 end b P2:0\n7 arrive d P1 P2\n7 begin c P2:0\n8 end c P2:0\n");
    EXPECT_EQ(violations(*run), "");
    EXPECT_EQ(told.heard, "a committed P1 4\nb committed P2 5\n");  // c's end ends the run
}

TEST(Queues, TheSmallerRankGoesFirstThenTheOneAssignedFirst) {
    const loom::Run world = runFromText("node P1; task a 1; task b 1; task c 1; task d 1", "");
    Told told(world, "0 a P1, 0 b P1, 0 c P1, 0 d P1", {{"a", 2}, {"b", 1}, {"c", 1}, {"d", 0}});
    const auto run = direct(world, told);
    EXPECT_EQ(tell(*run, "begin"), "0 begin d P1:0\n1 begin b P1:0\n2 begin c P1:0\n3 begin a P1:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Queues, AnyFreeCoreTakesTheNextAndNarrowTasksPassWideOnes) {
    const loom::Run world = runFromText("node P1 cores=2; task a 3; task w 2 cores=2; task b 1; task c 1", "");
    Told told(world, "0 a P1, 0 w P1, 0 b P1, 0 c P1");
    const auto run = direct(world, told);
    EXPECT_EQ(tell(*run, "begin"), "0 begin a P1:0\n0 begin b P1:1\n1 begin c P1:1\n3 begin w P1:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Queues, MemoryAndDevicesAreTakenWhenATaskBegins) {
    const loom::Run world = runFromText("node P1 cores=2 memory=10 gpu=1; task a 3 memory=6; task b 2 memory=6; task g 4 accelerator=gpu; task h 1 accelerator=gpu", "");
    Told told(world, "0 a P1, 0 b P1, 0 g P1, 0 h P1");
    const auto run = direct(world, told);
    EXPECT_EQ(tell(*run, "begin"), "0 begin a P1:0\n0 begin g P1:1\n3 begin b P1:0\n4 begin h P1:1\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Moves, ATaskThatHasNotBegunRunsOnTheThiefAndOnceOnly) {
    const loom::Run world = runFromText("node P1; node P2; task p 1; task a 9; task b 2; file d 1 p -> b", "");
    Told told(world, "0 p P1, 1 a P1, 1 b P1, 3 b P2");
    const auto run = direct(world, told);
    EXPECT_EQ(tell(*run, "place send begin end"),
              "0 place p P1\n0 begin p P1:0\n1 end p P1:0\n1 place a P1\n1 place b P1\n1 begin a P1:0\n"
              "3 place b P2\n3 send d P1 P2\n4 begin b P2:0\n6 end b P2:0\n10 end a P1:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Moves, ATaskThatRunsStaysAndTheSchedulerHearsIt) {
    const loom::Run world = runFromText("node P1; node P2; task a 5; task b 5", "");
    Told told(world, "0 a P1, 0 b P1, 2 a P2, 3 b P2, 3 b P2");
    const auto run = direct(world, told);
    EXPECT_EQ(tell(*run, "place refuse begin"),
              "0 place a P1\n0 place b P1\n0 begin a P1:0\n2 refuse a P2\n3 place b P2\n3 refuse b P2\n3 begin b P2:0\n");
    EXPECT_EQ(violations(*run), "");
    EXPECT_EQ(told.heard, "a refused P2 0\nb refused P2 0\na committed P1 5\n");
}

TEST(Moves, BackAndForthIsNoSecondRun) {
    const loom::Run world = runFromText("node P1; node P2; task a 5; task c 5; task b 1", "");
    Told told(world, "0 a P1, 0 c P2, 0 b P1, 1 b P2, 2 b P1, 3 b P2");
    const auto run = direct(world, told);
    EXPECT_EQ(tell(*run, "begin"), "0 begin a P1:0\n0 begin c P2:0\n5 begin b P2:0\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Queues, WhatWaitsOnANodeThatDiesIsReadyAgain) {
    const loom::Run world = runFromText("node P1; node P2; task a 5; task b 5", "");
    Told told(world, "0 a P1, 0 b P1, 2 b P2, 7 a P1");
    Trouble trouble;
    trouble.failures.crashes.push_back({"P1", Time::fromSeconds(1), Time::fromSeconds(5)});
    const auto run = direct(world, told, trouble);
    EXPECT_EQ(tell(*run, "place retry begin"),
              "0 place a P1\n0 place b P1\n0 begin a P1:0\n1 retry a crashed\n1 retry b crashed\n2 place b P2\n2 begin b P2:0\n"
              "7 place a P1\n7 begin a P1:0 #1\n");
    EXPECT_EQ(violations(*run), "");
    EXPECT_EQ(told.heard, "a failed P1 0\nb taken-off P1 0\nb committed P2 5\n");
}

TEST(Queues, ALostOutputIsHeardOf) {
    const loom::Run world = runFromText("node P1; node P2; task a 1; task b 9; task c 1; file d 2 a -> c; edge b -> c", "");
    Told told(world, "0 a P1, 0 b P2, 3 a P2, 10 c P2");
    Trouble trouble;
    trouble.failures.crashes.push_back({"P1", Time::fromSeconds(2), Time::never()});
    const auto run = direct(world, told, trouble);
    EXPECT_EQ(tell(*run, "begin"), "0 begin a P1:0\n0 begin b P2:0\n9 begin a P2:0 #1\n10 begin c P2:0\n");
    EXPECT_EQ(told.heard, "a committed P1 1\na undone P1 0\nb committed P2 9\na committed P2 1\n");
    EXPECT_EQ(violations(*run), "");
}

TEST(Queues, TheirLengthIsSeen) {
    const loom::Run world = runFromText("node P1; task a 5; task b 5; task c 1", "");
    Told told(world, "0 a P1, 0 b P1, 0 c P1");
    EXPECT_EQ(direct(world, told)->outcome, Outcome::finished);
    EXPECT_EQ(told.queued, " 0 1 0");  // at 0, 5 and 10: a node takes the next before the scheduler is asked
}

// Woken at given times, whatever happens; places nothing but what is ready, on the first node.
class Sleeper : public Scheduler {
public:
    explicit Sleeper(double every) : every_(Time::fromSeconds(every)) {}
    [[nodiscard]] bool isStatic() const override { return false; }
    [[nodiscard]] bool wantsNews() const override { return true; }
    [[nodiscard]] Time wakeAt() const override { return next_; }
    void react(const View& view, std::vector<Placement>& placements, DecisionLog*) override {
        asked.push_back(view.now.seconds());
        next_ = view.now + every_;
        if (view.nodes[0].freeCores > 0 && !view.ready.empty()) placements.push_back({view.ready[0], NodeId(0)});
    }
    std::vector<double> asked;

private:
    Time every_, next_;
};

TEST(Wakes, ComeWhenAskedForAndDoNotKeepAFinishedRunAlive) {
    const loom::Run world = runFromText("node P1; task a 2.5", "");
    Sleeper sleeper(1);
    const auto run = direct(world, sleeper);
    EXPECT_EQ(sleeper.asked, (std::vector<double>{0, 1, 2}));
    EXPECT_EQ(tell(*run, "end over"), "2.5 end a P1:0\n2.5 over finished\n");
}

TEST(Wakes, TheLastAnswerAloneCounts) {
    // Asked at every end, it puts the next wake off: those it had asked for before are passed over.
    const loom::Run world = runFromText("node P1; task a 2; task b 2; task c 4", "");
    Sleeper sleeper(3);
    direct(world, sleeper);
    EXPECT_EQ(sleeper.asked, (std::vector<double>{0, 2, 4, 7}));
}

// A node that never comes back: a scheduler that is woken for ever does not keep the run going for ever.
TEST(Wakes, WithoutEndEndTheRun) {
    const loom::Run world = runFromText("node P1; task a 10", "");
    Sleeper sleeper(1);
    Trouble trouble;
    trouble.failures.crashes.push_back({"P1", Time::fromSeconds(1), Time::never()});
    const auto run = direct(world, sleeper, trouble);
    EXPECT_EQ(run->outcome, Outcome::failed);
    EXPECT_NE(run->failure.find("woken"), std::string::npos) << run->failure;
}

}  // namespace
}  // namespace loom::test
