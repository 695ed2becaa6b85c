#include "core/trace/critical_chain.h"

#include <gtest/gtest.h>

#include "core/trace/link_use.h"
#include "tests/support/trace_text.h"

namespace loom {
namespace {

const char* const kWorld = "node P1 ; node P2 ; task t1 4 ; task t2 6 ; task t3 2 ; file a 2 t1 -> t2 t3";

struct Step {
    std::uint32_t task;
    ChainCause cause;
    double gap;
    friend bool operator==(const Step&, const Step&) = default;
};

std::vector<Step> chainOf(const std::string& trace) {
    std::vector<Step> steps;
    for (const ChainStep& step : criticalChain(test::runFromText(kWorld, trace)))
        steps.push_back({step.task.value, step.cause, step.gap.seconds()});
    return steps;
}

TEST(CriticalChain, FollowsAnInputOverItsTransfer) {
    EXPECT_EQ(chainOf("1 begin t1 P1:0 ; 5 end t1 P1:0 ; 5 send a P1 P2 ; 7 arrive a P1 P2 ; 7 begin t2 P2:0 ; 13 end t2 P2:0"),
              (std::vector<Step>{{0, ChainCause::start, 1}, {1, ChainCause::input, 2}}));
}

TEST(CriticalChain, FollowsTheLaneWhereItCameFreeLater) {
    EXPECT_EQ(chainOf("0 begin t1 P1:0 ; 4 end t1 P1:0 ; 4 begin t2 P1:0 ; 10 end t2 P1:0 ; 10 begin t3 P1:0 ; 12 end t3 P1:0"),
              (std::vector<Step>{{0, ChainCause::start, 0}, {1, ChainCause::input, 0}, {2, ChainCause::core, 0}}));
}

TEST(CriticalChain, ATransferAskedForWhenTheLaneCameFreeWaitedForTheLane) {
    EXPECT_EQ(chainOf("0 begin t1 P1:0 ; 4 end t1 P1:0 ; 4 send a P1 P2 ; 6 arrive a P1 P2 ; 6 begin t2 P2:0 ; 12 end t2 P2:0 ; "
                      "12 gone a P2 ; 12 send a P1 P2 ; 14 arrive a P1 P2 ; 14 begin t3 P2:0 ; 16 end t3 P2:0"),
              (std::vector<Step>{{0, ChainCause::start, 0}, {1, ChainCause::input, 2}, {2, ChainCause::core, 2}}));
}

TEST(CriticalChain, OfNothingIsEmpty) { EXPECT_TRUE(chainOf("0 ready t1").empty()); }

TEST(LinkUse, CountsWhatCrossedAndForHowLong) {
    const loom::Run run = test::runFromText(kWorld,
                                            "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 4 send a P1 P2 ; 6 arrive a P1 P2 ; 8 send a P1 P2 ; "
                                            "9 break a P1 P2 ; 10 send a P1 P2 ; 12 over stuck");
    const std::vector<LinkUse> uses = linkUse(run);
    std::vector<LinkId> way;
    ASSERT_TRUE(run.scenario->platform->route(NodeId(0), NodeId(1), way));
    ASSERT_EQ(way.size(), 1u);
    const LinkUse& use = uses[way[0].index()];
    EXPECT_EQ(use.transfers, 1u);
    EXPECT_EQ(use.bytes, 2);
    EXPECT_EQ(use.busySeconds, 5);  // arrived, broken off, still open
    EXPECT_EQ(use.peak, 1u);
    for (std::size_t l = 0; l < uses.size(); ++l) EXPECT_EQ(uses[l].peak, LinkId(l) == way[0] ? 1u : 0u);
}

}  // namespace
}  // namespace loom
