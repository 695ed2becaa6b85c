// Dask: what happens -> what it decides (model of distributed, scheduler.py and stealing.py).
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "core/graph/graph_builder.h"
#include "core/schedule/dask_groups.h"
#include "tests/core/schedule/conversation.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

double scoreAt(const Decision& decision, std::size_t node) { return decision.candidates.at(node).score; }

// "r0 r1 ... " and their lines.
std::string names(const std::string& prefix, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += prefix + std::to_string(i) + " ";
    return out;
}
std::string tasks(const std::string& prefix, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "task " + prefix + std::to_string(i) + " 1 kind=" + prefix + "; ";
    return out;
}

std::map<std::string, int> countByNode(const std::string& decisions) {
    std::map<std::string, int> count;
    for (std::size_t at = decisions.find('>'); at != std::string::npos; at = decisions.find('>', at + 1))
        ++count[decisions.substr(at + 1, decisions.find(' ', at) - at - 1)];
    return count;
}

// Every task of kind `one` takes a second. a1 to a4 have their input on A, c1 on C.
const char* const kObjective =
    "node A cores=2; node B cores=2; node C cores=1; task l 1 kind=one; task p 1; task a1 1 kind=one; task a2 1 kind=one; "
    "task a3 1 kind=one; task a4 1 kind=one; task c1 1 kind=one; task t 1; file za 1 p -> a1 a2 a3 a4; file zc 1 p -> c1; "
    "file x 300000000 p -> t; file y 50000000 p -> t";

TEST(Dask, GoesWhereItWouldStartFirstAmongTheHoldersOfAnInput) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json all = readShared("reference/laws.json")["vectors"];
    const nlohmann::json vector = *std::find_if(all.begin(), all.end(), [](const auto& v) { return v["id"] == "DASK_OBJ"; });
    Conversation talk("dask[stealing=false]", kObjective);
    EXPECT_EQ(talk.ready("l").decide(), "l>A");
    talk.done("l", 1).has("A", "za x y").has("B", "y").has("C", "zc x");
    EXPECT_EQ(talk.ready("a1 a2 a3 a4 c1").decide(), "a1>A a2>A a3>A a4>A c1>C");
    EXPECT_EQ(talk.ready("t").decide(), "t>" + vector["expected"]["choice"].get<std::string>());
    EXPECT_NEAR(scoreAt(talk.why(), 0), vector["expected"]["A"].get<double>(), 1e-12);
    EXPECT_NEAR(scoreAt(talk.why(), 1), vector["expected"]["B"].get<double>(), 1e-12);
    EXPECT_NEAR(scoreAt(talk.why(), 2), vector["expected"]["C"].get<double>(), 1e-12);
}

// The first observation is the average, others move it half way; what estimates say (9 s) is not looked at.
TEST(Dask, LearnsDurationsFromWhatItHears) {
    std::string world = "node A cores=2; node B cores=2; ";
    for (const char* name : {"a", "b", "c", "d", "e", "f"}) world += "task " + std::string(name) + " 9 kind=k; ";
    Conversation talk("dask", world);
    EXPECT_EQ(talk.ready("a").decide(), "a>A");
    EXPECT_EQ(talk.ready("b").decide(), "b>B");
    EXPECT_EQ(scoreAt(talk.why(), 0), 0.5);  // nobody knows yet
    EXPECT_EQ(talk.done("a", 4).ready("c").decide(), "c>A");
    EXPECT_EQ(scoreAt(talk.why(), 1), 4);
    EXPECT_EQ(talk.done("b", 2).ready("d").decide(), "d>B");
    EXPECT_EQ(scoreAt(talk.why(), 0), 3);
}

TEST(Dask, HoldsRootsBackWhileWorkersHaveEnough) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json all = readShared("reference/laws.json")["vectors"];
    const nlohmann::json vector = *std::find_if(all.begin(), all.end(), [](const auto& v) { return v["id"] == "DASK_SLOTS"; });
    Conversation talk("dask", "node A cores=1; node B cores=4; node C cores=10; " + tasks("r", 40));
    const std::map<std::string, int> count = countByNode(talk.ready(names("r", 40)).decide());
    const std::vector<int> slots = vector["expected"]["slots"];
    EXPECT_EQ(count, (std::map<std::string, int>{{"A", slots[0]}, {"B", slots[1]}, {"C", slots[2]}}));
    EXPECT_EQ(talk.decide(), "");  // the others stay at the scheduler
    EXPECT_EQ(talk.done("r0").decide().substr(0, 4), "r18>");
}

TEST(Dask, WorkThatFollowsGoesBeforeMoreRoots) {
    Conversation talk("dask", "node A; task c 1 kind=c; " + tasks("r", 6) + "file d 1 r0 -> c");
    EXPECT_EQ(talk.ready(names("r", 6)).decide(), "r0>A r1>A");
    EXPECT_EQ(talk.done("r0").ready("c").decide(), "c>A");
    EXPECT_EQ(talk.done("r1").decide(), "r2>A");
}

TEST(Dask, WithoutSaturationDealsRootsOutInRunsOfNeighbours) {
    const std::string world = "node A cores=2; node B cores=2; " + tasks("r", 12);
    // floor(12 / 4 x 2) = 6 in a row.
    EXPECT_EQ(Conversation("dask[saturation=inf]", world).ready(names("r", 12)).decide(),
              "r0>A r1>A r2>A r3>A r4>A r5>A r6>B r7>B r8>B r9>B r10>B r11>B");
    EXPECT_EQ(Conversation("dask[version=2022.8]", world).ready(names("r", 12)).decide().substr(0, 30),
              Conversation("dask[saturation=inf]", world).ready(names("r", 12)).decide().substr(0, 30));
}

TEST(Dask, AGroupIsOfRootsOnlyIfItIsLargeAndReadsLittle) {
    // Eight tasks on four threads are no large group: none is held back.
    EXPECT_EQ(countByNode(Conversation("dask", "node A cores=4; " + tasks("r", 8)).ready(names("r", 8)).decide())["A"], 8);
    EXPECT_EQ(countByNode(Conversation("dask", "node A cores=4; " + tasks("r", 9)).ready(names("r", 9)).decide())["A"], 5);
    // Nine that read what five others made are no roots either.
    std::string world = "node A cores=4; " + tasks("p", 5) + tasks("r", 9);
    for (int i = 0; i < 9; ++i) world += "edge p" + std::to_string(i % 5) + " -> r" + std::to_string(i) + "; ";
    EXPECT_EQ(countByNode(Conversation("dask", world).ready(names("r", 9)).decide())["A"], 9);
}

// Two nodes; what a1 to a4 read is on V, so they all go there. They are no roots, as p is one of five.
std::string stealWorld(const std::string& bytes) {
    return "node V; node T; task p 1 kind=p; task p1 1 kind=p; task p2 1 kind=p; task p3 1 kind=p; task p4 1 kind=p; task l 1 kind=k; task a1 1 kind=k; task a2 1 kind=k; task a3 1 kind=k; task a4 1 kind=k; "
           "task b 1 kind=k; file z " + bytes + " p -> a1 a2 a3 a4; file s 1000000 p -> b";
}
Conversation loaded(const std::string& form, const std::string& bytes, double seconds) {
    Conversation talk(form, stealWorld(bytes));
    EXPECT_EQ(talk.ready("l").decide(), "l>V");
    talk.done("l", seconds).has("V", "z s");
    EXPECT_EQ(talk.ready("a1 a2 a3 a4").decide(), "a1>V a2>V a3>V a4>V");
    return talk;
}

TEST(Dask, AnIdleWorkerStealsWhatItGainsBy) {
    // The reference's example: thief 0 + 1 + 1 <= victim 4 - (0 + 1) / 2.
    Conversation talk = loaded("dask", "100000000", 1);
    EXPECT_EQ(talk.wake(), 1);
    EXPECT_EQ(talk.at(0.5).decide(), "");  // between rounds
    EXPECT_EQ(talk.at(1).decide(), "a1>T");
    EXPECT_EQ(talk.why().rule, "stolen by an idle worker that gains by it");
    // The victim has begun it: it keeps it, and is not asked again.
    EXPECT_EQ(talk.refused("a1").at(1.5).decide(), "");
    EXPECT_EQ(talk.at(2).decide(), "a2>T");
    // Now T has work and an object to fetch: nobody is idle.
    EXPECT_EQ(talk.at(3).decide(), "");
}

TEST(Dask, DoesNotStealWhatWouldNotPay) {
    // 3 s of transfer: 0 + 3 + 1 > 4 - 1/2.
    Conversation far = loaded("dask", "300000000", 1);
    EXPECT_EQ(far.at(1).decide(), "");
    EXPECT_EQ(far.wake(), -1);  // and as nothing has changed, there is nothing to look at again
    // Level 15: (10 s + 0.1 s) / 0.01 s.
    EXPECT_EQ(loaded("dask", "1000000000", 0.01).at(1).decide(), "");
    // Tasks of a millisecond are never worth it.
    EXPECT_EQ(loaded("dask", "1", 0.001).at(1).decide(), "");
    EXPECT_EQ(loaded("dask[stealing=false]", "100000000", 1).wake(), -1);
}

TEST(Dask, StealsWhatIsCheapToMoveFirst) {
    // b reads 1 MB: level 3; the others, first assigned, 100 MB: level 6.
    Conversation talk = loaded("dask", "100000000", 1);
    EXPECT_EQ(talk.ready("b").decide(), "b>V");
    const std::string stolen = talk.at(1).decide();
    EXPECT_EQ(stolen.substr(0, 3), "b>T");
}

TEST(Dask, RoundsFollowTheInterval) {
    Conversation talk = loaded("dask[version=2022.8]", "100000000", 1);
    EXPECT_EQ(talk.wake(), 0.1);
    Conversation own = loaded("dask[stealInterval=3s]", "100000000", 1);
    EXPECT_EQ(own.wake(), 3);
}

TEST(Dask, WhatWasOnAWorkerThatDiedGoesElsewhere) {
    Conversation talk("dask", "node A; node B; task a 1; task b 1");
    EXPECT_EQ(talk.ready("a b").decide(), "a>A b>B");
    EXPECT_EQ(talk.down("A").decide(), "a>B");
}

TEST(DaskOrder, FinishesABranchBeforeTheNext) {
    GraphBuilder builder;
    for (int i = 0; i < 7; ++i) builder.addTask({});
    // 0, 1 -> 4; 2, 3 -> 5; 4, 5 -> 6
    for (const auto& [from, to] : {std::pair{0, 4}, {1, 4}, {2, 5}, {3, 5}, {4, 6}, {5, 6}}) builder.addEdge(TaskId(from), TaskId(to), 0);
    EXPECT_EQ(depthFirstOrder(*builder.build()), (std::vector<std::uint32_t>{0, 1, 3, 4, 2, 5, 6}));
}

TEST(DaskOrder, PutsTheUsersPriorityFirst) {
    GraphBuilder builder;
    for (const double priority : {0.0, 1.0, 0.0, 1.0}) {
        TaskAttributes task;
        task.priority = priority;
        builder.addTask(std::move(task));
    }
    EXPECT_EQ(daskOrder(*builder.build()), (std::vector<std::uint32_t>{2, 0, 3, 1}));
}

TEST(DaskParameters, RefuseWhatIsNoSaturation) {
    const auto made = makeScheduler(*parseSpec("dask[saturation=much]"));
    ASSERT_FALSE(made.ok());
    EXPECT_NE(made.error().text().find("saturation"), std::string::npos);
    EXPECT_TRUE(makeScheduler(*parseSpec("dask[saturation=2]")).ok());
}

}  // namespace
}  // namespace loom::test
