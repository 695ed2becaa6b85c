#include "core/platform/platform.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/platform/topologies.h"

namespace loom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<Platform> built(const std::string& text, std::uint64_t seed = 1) { return buildPlatform(*parseSpec(text), seed); }

std::vector<std::string> routeNames(const Platform& platform, const std::string& from, const std::string& to) {
    std::vector<LinkId> links;
    EXPECT_TRUE(platform.route(platform.find(from), platform.find(to), links));
    std::vector<std::string> names;
    for (LinkId link : links) names.push_back(platform.link(link).name);
    return names;
}

NodeInfo named(const std::string& name) {
    NodeInfo node;
    node.name = name;
    return node;
}

TEST(Star, RouteIsUpAndDown) {
    const Result<Platform> platform = built("star[nodes=3,bandwidth=8Gbps,latency=1ms]");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_EQ(platform->nodeCount(), 3u);
    EXPECT_EQ(platform->linkCount(), 6u);
    EXPECT_THAT(routeNames(*platform, "n0", "n2"), ElementsAre("n0.up", "n2.down"));
    EXPECT_THAT(routeNames(*platform, "n1", "n1"), ElementsAre());
    const PathCost cost = platform->pathCost(NodeId(0), NodeId(2));
    EXPECT_DOUBLE_EQ(cost.latency, 2e-3);
    EXPECT_DOUBLE_EQ(cost.bandwidth, 1e9);
    EXPECT_TRUE(std::isinf(platform->pathCost(NodeId(1), NodeId(1)).bandwidth));
    EXPECT_EQ(platform->description(), "star[nodes=3,bandwidth=8Gbps,latency=1ms]");
}

TEST(Star, BackboneIsSharedByAllRoutes) {
    const Result<Platform> platform =
        built("star[nodes=3,bandwidth=8Gbps,latency=0,backboneBandwidth=80Mbps,backboneLatency=3ms]");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_THAT(routeNames(*platform, "n0", "n2"), ElementsAre("n0.up", "backbone", "n2.down"));
    EXPECT_THAT(routeNames(*platform, "n2", "n1"), ElementsAre("n2.up", "backbone", "n1.down"));
    const PathCost cost = platform->pathCost(NodeId(2), NodeId(1));
    EXPECT_DOUBLE_EQ(cost.latency, 3e-3);
    EXPECT_DOUBLE_EQ(cost.bandwidth, 1e7);
}

TEST(Star, StorageHasNoCores) {
    const Result<Platform> platform = built("star[nodes=2,cores=8,storage=true,storageBandwidth=80Mbps]");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_EQ(platform->nodeCount(), 3u);
    EXPECT_EQ(platform->totalCores(), 16u);
    ASSERT_EQ(platform->storage(), NodeId(2));
    EXPECT_FALSE(platform->computes(platform->storage()));
    EXPECT_TRUE(platform->computes(NodeId(1)));
    EXPECT_DOUBLE_EQ(platform->pathCost(platform->storage(), NodeId(0)).bandwidth, 1e7);
    EXPECT_EQ(built("star")->storage(), NodeId::none());
}

TEST(Star, SpeedsRepeatInOrder) {
    const Result<Platform> platform = built("star[nodes=5,speeds=2Gf;1Gf]");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(platform->node(NodeId(i)).speed, i % 2 == 0 ? 2e9 : 1e9);
}

TEST(Star, HeterogeneityIsKeyedBySeedAndNode) {
    const std::string text = "star[nodes=200,speed=2Gf,heterogeneity=uniform,spread=0.5]";
    const Result<Platform> a = built(text, 7);
    const Result<Platform> b = built(text, 7);
    const Result<Platform> c = built(text, 8);
    const Result<Platform> fewer = built("star[nodes=100,speed=2Gf,heterogeneity=uniform,spread=0.5]", 7);
    ASSERT_TRUE(a.ok() && b.ok() && c.ok() && fewer.ok());
    double sum = 0;
    for (std::size_t i = 0; i < 200; ++i) {
        const double speed = a->node(NodeId(i)).speed;
        EXPECT_EQ(speed, b->node(NodeId(i)).speed);
        EXPECT_NE(speed, c->node(NodeId(i)).speed);
        if (i < 100) {
            EXPECT_EQ(speed, fewer->node(NodeId(i)).speed);
        }
        EXPECT_GT(speed, 1e9);
        EXPECT_LT(speed, 3e9);
        sum += speed;
    }
    EXPECT_NEAR(sum / 200, 2e9, 1.5e8);
    EXPECT_NE(built("star[heterogeneity=log-normal]")->node(NodeId(0)).speed, 1e9);
    EXPECT_EQ(built("star[spread=0.5]")->node(NodeId(0)).speed, 1e9);
}

TEST(Star, GpusAndMemory) {
    const Result<Platform> platform = built("star[gpus=2,gpuSpeed=5Tf,memory=4GB]");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    const NodeInfo& node = platform->node(NodeId(0));
    ASSERT_EQ(node.accelerators.size(), 1u);
    EXPECT_EQ(node.accelerators[0].kind, "gpu");
    EXPECT_EQ(node.accelerators[0].count, 2u);
    EXPECT_EQ(node.accelerators[0].speed, 5e12);
    EXPECT_EQ(node.memory, 4e9);
}

TEST(TwoTier, RoutesThroughTheRacks) {
    const Result<Platform> platform =
        built("two-tier[racks=2,nodes=3,bandwidth=8Gbps,latency=1ms,oversubscription=6,uplinkLatency=2ms,storage=true]");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_EQ(platform->nodeCount(), 7u);
    EXPECT_EQ(platform->node(NodeId(2)).group, "rack0");
    EXPECT_EQ(platform->node(NodeId(3)).group, "rack1");
    EXPECT_THAT(routeNames(*platform, "n0", "n2"), ElementsAre("n0.up", "n2.down"));
    EXPECT_THAT(routeNames(*platform, "n2", "n3"), ElementsAre("n2.up", "rack0.up", "rack1.down", "n3.down"));
    EXPECT_THAT(routeNames(*platform, "storage", "n5"), ElementsAre("storage.up", "rack1.down", "n5.down"));
    EXPECT_THAT(routeNames(*platform, "n0", "storage"), ElementsAre("n0.up", "rack0.up", "storage.down"));
    const PathCost across = platform->pathCost(NodeId(2), NodeId(3));
    EXPECT_DOUBLE_EQ(across.latency, 6e-3);
    EXPECT_DOUBLE_EQ(across.bandwidth, 5e8);
    EXPECT_DOUBLE_EQ(platform->pathCost(NodeId(0), NodeId(1)).bandwidth, 1e9);
}

TEST(Full, EveryOrderedPairHasItsOwnLink) {
    const Result<Platform> platform = built("full[nodes=4,bandwidth=8Gbps,latency=1ms]");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_EQ(platform->linkCount(), 12u);
    std::vector<bool> seen(12, false);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) {
            std::vector<LinkId> links;
            ASSERT_TRUE(platform->route(NodeId(i), NodeId(j), links));
            ASSERT_EQ(links.size(), i == j ? 0u : 1u);
            if (i == j) continue;
            EXPECT_FALSE(seen[links[0].index()]);
            seen[links[0].index()] = true;
        }
}

TEST(Full, ZeroBandwidthMeansNoRoute) {
    const Result<Platform> platform = fullPlatform({named("a"), named("b")}, {0, 5, 0, 0}, {0, 0.5, 0, 0}, NodeId::none());
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    std::vector<LinkId> links;
    EXPECT_TRUE(platform->route(NodeId(0), NodeId(1), links));
    EXPECT_FALSE(platform->route(NodeId(1), NodeId(0), links));
    EXPECT_TRUE(platform->pathCost(NodeId(0), NodeId(1)).reachable);
    EXPECT_EQ(platform->pathCost(NodeId(0), NodeId(1)).bandwidth, 5);
    EXPECT_EQ(platform->pathCost(NodeId(0), NodeId(1)).latency, 0.5);
    EXPECT_FALSE(platform->pathCost(NodeId(1), NodeId(0)).reachable);
}

TEST(Platform, FindsNodesByName) {
    const Result<Platform> platform = built("star[nodes=64]");
    ASSERT_TRUE(platform.ok());
    for (std::size_t i = 0; i < 64; ++i) EXPECT_EQ(platform->find("n" + std::to_string(i)), NodeId(i));
    EXPECT_EQ(platform->find("n64"), NodeId::none());
    EXPECT_EQ(platform->find(""), NodeId::none());
}

std::string causeOf(const Result<Platform>& platform) { return platform.ok() ? "no error" : platform.error().text(); }

TEST(Platform, RefusesWhatCannotBe) {
    EXPECT_THAT(causeOf(built("star[node=3]")), HasSubstr("did you mean 'nodes'"));
    EXPECT_THAT(causeOf(built("stra")), HasSubstr("did you mean 'star'"));
    EXPECT_THAT(causeOf(built("star[nodes=0]")), HasSubstr("'nodes'"));
    EXPECT_THAT(causeOf(built("star[nodes=1000000000]")), HasSubstr("'nodes'"));
    EXPECT_THAT(causeOf(built("star[nodes=1.5]")), HasSubstr("whole number"));
    EXPECT_THAT(causeOf(built("star[bandwidth=0]")), HasSubstr("'bandwidth'"));
    EXPECT_THAT(causeOf(built("star[speed=nan]")), HasSubstr("'speed'"));
    EXPECT_THAT(causeOf(built("star[speeds=1Gf;]")), HasSubstr("'speeds'"));
    EXPECT_THAT(causeOf(built("star[speeds=1Gf;0]")), HasSubstr("'speeds'"));
    EXPECT_THAT(causeOf(built("two-tier[racks=50000,nodes=99999]")), HasSubstr("at most"));
    EXPECT_THAT(causeOf(built("star[nodes=99999,cores=1000000]")), HasSubstr("cores"));
    EXPECT_THAT(causeOf(built("full[nodes=5000]")), HasSubstr("'nodes'"));
    EXPECT_THAT(causeOf(built("star[cores=4294967297]")), HasSubstr("'cores'"));
}

TEST(Platform, MakeChecksItsColumns) {
    const auto star = [](std::vector<NodeInfo> nodes, PortInfo port = {1, 0}, NodeId storage = NodeId::none()) {
        const std::vector<PortInfo> ports(nodes.size(), port);
        return starPlatform(std::move(nodes), ports, {}, storage, "");
    };
    EXPECT_EQ(causeOf(star({named("a"), named("b")})), "no error");
    EXPECT_THAT(causeOf(star({named("a"), named("b"), named("a")})), HasSubstr("two nodes are called 'a'"));
    EXPECT_THAT(causeOf(star({named("")})), HasSubstr("no name"));
    EXPECT_THAT(causeOf(star({})), HasSubstr("no node with cores"));
    EXPECT_THAT(causeOf(star({named("a")}, {0, 0})), HasSubstr("bandwidth"));
    EXPECT_THAT(causeOf(star({named("a")}, {std::numeric_limits<double>::infinity(), 0})), HasSubstr("bandwidth"));
    EXPECT_THAT(causeOf(star({named("a")}, {1, -1})), HasSubstr("latency"));
    EXPECT_THAT(causeOf(star({named("a")}, {1, 0}, NodeId(1))), HasSubstr("storage"));
    NodeInfo slow = named("slow");
    slow.speed = 0;
    EXPECT_THAT(causeOf(star({slow})), HasSubstr("'slow'"));
    NodeInfo odd = named("odd");
    odd.accelerators.push_back({"gpu", 1, std::nan("")});
    EXPECT_THAT(causeOf(star({odd})), HasSubstr("gpu"));
    EXPECT_THAT(causeOf(fullPlatform({named("a"), named("b")}, {1, 1, 1}, {0, 0, 0, 0}, NodeId::none())), HasSubstr("4"));
    EXPECT_THAT(causeOf(fullPlatform({named("a"), named("b")}, {0, -1, 1, 0}, {0, 0, 0, 0}, NodeId::none())), HasSubstr("a-b"));
}

TEST(Platform, EveryRegistryEntryBuildsWithItsDefaults) {
    for (const RegistryEntry& entry : platformRegistry()) {
        const Result<Platform> platform = buildPlatform(Spec{entry.name, {}}, 1);
        ASSERT_TRUE(platform.ok()) << platform.error().text();
        EXPECT_GT(platform->totalCores(), 0u);
        EXPECT_FALSE(entry.description.empty());
        for (const ParamDef& param : entry.params) EXPECT_FALSE(param.help.empty()) << param.name;
    }
}

}  // namespace
}  // namespace loom
