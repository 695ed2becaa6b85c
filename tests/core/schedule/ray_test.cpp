// Ray: what happens -> what it decides (hybrid_scheduling_policy.cc and the locality-aware lease policy).
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "tests/core/schedule/conversation.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

// Nodes of 20 cores; fillers read something on the node they are to fill, t something on `local`.
std::string hybridWorld(const std::vector<int>& used) {
    const std::vector<std::string> nodes = {"local", "n1", "n2"};
    std::string world = "task t 1; file dt 1 -> t; ";
    for (std::size_t i = 0; i < nodes.size(); ++i)
        world += "node " + nodes[i] + " cores=20; task f" + std::to_string(i) + " 1 cores=" + std::to_string(used[i]) + "; file d" +
                 std::to_string(i) + " 1 -> f" + std::to_string(i) + "; ";
    return world;
}

TEST(Ray, PacksUpToTheThresholdThenSpreads) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json all = readShared("reference/laws.json")["vectors"];
    const nlohmann::json vector = *std::find_if(all.begin(), all.end(), [](const auto& v) { return v["id"] == "RAY_HYBRID"; });
    for (const auto& [input, choice] : {std::pair{"util", "choice1"}, {"util2", "choice2"}}) {
        std::vector<int> used;
        for (const char* node : {"local", "n1", "n2"})
            used.push_back(static_cast<int>(std::lround(vector["inputs"][input][node].get<double>() * 20)));
        Conversation talk("ray[viewDelay=0]", hybridWorld(used));
        talk.has("local", "d0 dt").has("n1", "d1").has("n2", "d2");
        EXPECT_EQ(talk.ready("f0 f1 f2").decide(), "f0>local f1>n1 f2>n2");
        EXPECT_EQ(talk.ready("t").decide(), "t>" + vector["expected"][choice].get<std::string>());
    }
}

TEST(Ray, TheThresholdCanBeMoved) {
    Conversation talk("ray[viewDelay=0,threshold=0.4]", hybridWorld({9, 4, 12}));
    talk.has("local", "d0 dt").has("n1", "d1").has("n2", "d2").ready("f0 f1 f2").decide();
    EXPECT_EQ(talk.ready("t").decide(), "t>n1");  // 9 of 20 cores count now
}

TEST(Ray, AsksTheNodeOfMostArgumentBytesFirst) {
    Conversation talk("ray", "node A; node B; node C; task t 1; task u 1; file big 10 -> t; file small 1 -> t");
    talk.has("B", "small").has("C", "big");
    EXPECT_EQ(talk.ready("t").decide(), "t>C");
    EXPECT_EQ(talk.ready("u").decide(), "u>A");  // no arguments: the owner's own
}

// Everybody's data is on one of two nodes of one core; a round trip to R takes 0.1 s. L is the owner's node.
const char* const kTwo = "node L; node R; latency 0.05; task a 1; task b 1; task c 1; file da 1 -> a; file db 1 -> b; file dc 1 -> c";

TEST(Ray, ATaskPassedOnTakesARoundTrip) {
    Conversation talk("ray", kTwo);
    talk.has("L", "da db").has("R", "dc");
    EXPECT_EQ(talk.ready("a").decide(), "a>L");
    EXPECT_EQ(talk.at(1).ready("b").decide(), "");
    EXPECT_DOUBLE_EQ(talk.wake(), 1.1);
    EXPECT_EQ(talk.at(1.1).decide(), "b>R");
    EXPECT_EQ(talk.why().priority, 1);  // one hop
}

TEST(Ray, AStaleViewIsTurnedAwayAndTheFirstRayletAskedAgain) {
    Conversation talk("ray[viewDelay=10s]", kTwo);
    talk.has("L", "da").has("R", "db dc");
    EXPECT_EQ(talk.ready("a b").decide(), "a>L b>R");
    // R is full and still believes L is free. L says no; then R knows no free node, and keeps the task in its queue.
    EXPECT_EQ(talk.at(2).ready("c").decide(), "c>R");
    EXPECT_EQ(talk.why().rule, "no node has room as far as the raylet knows: it waits where the score is least");
    EXPECT_EQ(talk.why().priority, 1);
}

TEST(Ray, WithoutSpillbackATaskWaitsWhereItWasSent) {
    Conversation talk("ray[viewDelay=10s,spillback=false]", kTwo);
    talk.has("L", "da").has("R", "db dc").ready("a b").decide();
    EXPECT_EQ(talk.at(2).ready("c").decide(), "c>L");
}

TEST(Ray, UpToDateViewsAreNeverTurnedAway) {
    Conversation talk("ray[viewDelay=0]", "node L; node R; task a 1; task b 1; task c 1; file da 1 -> a; file db 1 -> b; file dc 1 -> c");
    talk.has("L", "da").has("R", "db dc").ready("a b").decide();
    EXPECT_EQ(talk.at(2).ready("c").decide(), "c>R");
    EXPECT_EQ(talk.why().priority, 0);  // no hop
}

TEST(Ray, AnUpdateTellsWhatWasTrueWhenItFellDue) {
    Conversation talk("ray[viewDelay=10s]", kTwo);
    talk.has("L", "da").has("R", "db dc").ready("a b").decide();
    // By 12 an update has said that L is busy: nobody is asked in vain.
    EXPECT_EQ(talk.at(12).ready("c").decide(), "c>R");
    EXPECT_EQ(talk.why().priority, 0);
}

TEST(Ray, OnlySoManyRequestsWaitAndALeaseServesTheNextTask) {
    Conversation talk("ray[viewDelay=0,requests=1]", "node L; node R; task a 1; task b 1; task c 1; task d 1; task e 1");
    EXPECT_EQ(talk.ready("a b c d e").decide(), "a>L b>R c>L");  // both are full, one request waits, the owner keeps d and e
    EXPECT_EQ(talk.at(1).done("b").decide(), "d>R");
    EXPECT_EQ(talk.why().rule, "a lease whose task has ended serves the owner's next task of the same shape");
    EXPECT_EQ(talk.at(2).done("a").decide(), "e>L");
}

TEST(Ray, KeepsPlainTasksOffNodesWithAccelerators) {
    Conversation talk("ray[viewDelay=0]", "node G gpu=1; node C; task t 1; task u 1; task g 1 accelerator=gpu");
    EXPECT_EQ(talk.ready("t").decide(), "t>C");
    EXPECT_EQ(talk.ready("u").decide(), "u>G");  // C is full
    EXPECT_EQ(talk.done("u").ready("g").decide(), "g>G");
}

TEST(Ray, DrawsAmongTheBestFifth) {
    // Ten nodes of two cores, all at 0.5 or more but the last three: two of these are candidates.
    std::string world = "task t 1; ";
    for (int i = 0; i < 10; ++i)
        world += "node n" + std::to_string(i) + " cores=2; task f" + std::to_string(i) + " 1; file d" + std::to_string(i) + " 1 -> f" +
                 std::to_string(i) + "; ";
    Conversation talk("ray[viewDelay=0]", world);
    for (int i = 0; i < 7; ++i) {
        const std::string n = std::to_string(i);
        EXPECT_EQ(talk.has("n" + n, "d" + n).ready("f" + n).decide(), "f" + n + ">n" + n);
    }
    const std::string chosen = talk.ready("t").decide();
    EXPECT_TRUE(chosen == "t>n7" || chosen == "t>n8") << chosen;
}

}  // namespace
}  // namespace loom::test
