// Properties of every builder: links lead from source to destination, ways back, sums, hops.
#include <gtest/gtest.h>
#include <malloc.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/platform/platform.h"

namespace loom {
namespace {

Platform made(const std::string& text, std::uint64_t seed = 1) {
    Result<Platform> platform = buildPlatform(*parseSpec(text), seed);
    EXPECT_TRUE(platform.ok()) << text << ": " << (platform.ok() ? "" : platform.error().text());
    return std::move(*platform);
}

std::vector<LinkId> routeOf(const Platform& platform, std::size_t from, std::size_t to) {
    std::vector<LinkId> links;
    RC_ASSERT(platform.route(NodeId(from), NodeId(to), links));
    return links;
}

// Follows the links; a link that is one row for both directions may be crossed either way. Loopbacks, limiters and backbones
// stand at one vertex of the way.
void chains(const Platform& platform, std::size_t from, std::size_t to) {
    const Topology& topology = platform.topology();
    auto at = static_cast<std::uint32_t>(from);
    double latency = 0, bandwidth = std::numeric_limits<double>::infinity();
    std::vector<std::uint32_t> passed{at}, standing;
    for (const LinkId link : routeOf(platform, from, to)) {
        const Topology::Ends& ends = topology.ends[link.index()];
        if (ends.from == ends.to) {
            standing.push_back(ends.from);
        } else {
            RC_ASSERT(ends.from == at || ends.to == at);
            at = ends.from == at ? ends.to : ends.from;
            passed.push_back(at);
        }
        latency += platform.link(link).latency;
        bandwidth = std::min(bandwidth, platform.link(link).bandwidth);
    }
    RC_ASSERT(at == to);
    for (const std::uint32_t vertex : standing) RC_ASSERT(std::find(passed.begin(), passed.end(), vertex) != passed.end());
    const PathCost cost = platform.pathCost(NodeId(from), NodeId(to));
    RC_ASSERT(std::fabs(cost.latency - latency) <= 1e-12 * std::max(1.0, latency));
    RC_ASSERT(cost.bandwidth == bandwidth);
}

std::size_t pick(const Platform& platform) { return *rc::gen::inRange<std::size_t>(0, platform.nodeCount()); }

std::string whole(const char* name, int low, int high) {
    return std::string(name) + "=" + std::to_string(*rc::gen::inRange(low, high + 1));
}

std::string randomSharing() {
    return "sharing=" + *rc::gen::element<std::string>("split-duplex", "shared", "fatpipe") + ",limiter=" +
           *rc::gen::element<std::string>("0", "5Gbps") + ",loopback=" + *rc::gen::element<std::string>("0", "8Gbps");
}

std::string randomPlatform() {
    const std::string storage = *rc::gen::arbitrary<bool>() ? ",storage=true" : "";
    switch (*rc::gen::inRange(0, 11)) {
        case 0: return "star[" + whole("nodes", 1, 20) + ",backboneBandwidth=1Gbps,loopback=1Gbps" + storage + "]";
        case 1: return "two-tier[" + whole("racks", 1, 5) + "," + whole("nodes", 1, 5) + storage + "]";
        case 2: return "full[" + whole("nodes", 1, 12) + storage + "]";
        case 3: return "cluster[" + whole("nodes", 1, 12) + ",backboneBandwidth=3Gbps," + randomSharing() + storage + "]";
        case 4: return "leaf-spine[" + whole("leaves", 1, 5) + "," + whole("nodes", 1, 5) + "," + whole("spines", 1, 4) + "]";
        case 5: return "fat-tree[k=" + std::to_string(2 * *rc::gen::inRange(1, 4)) + "," + randomSharing() + "]";
        case 6: return "torus[dims=" + std::to_string(*rc::gen::inRange(1, 6)) + "x" + std::to_string(*rc::gen::inRange(1, 6)) + "," +
                       randomSharing() + "]";
        case 7: return "dragonfly[groups=2," + whole("chassis", 1, 3) + "," + whole("routers", 2, 4) + "," + whole("nodes", 1, 3) +
                       "," + randomSharing() + "]";
        case 8: return "dumbbell[" + whole("left", 1, 6) + "," + whole("right", 1, 6) + storage + "]";
        case 9: return "wan[" + whole("regions", 1, 6) + "," + whole("nodes", 1, 4) + ",wanLatency=5ms;90ms;7ms" + storage + "]";
        default: return "edge-fog-cloud[" + whole("fogs", 1, 4) + "," + whole("devices", 1, 5) + "," + whole("clouds", 1, 3) + "]";
    }
}

TEST(Topology, EveryLinkOfEveryBuilderChains) {
    EXPECT_TRUE(rc::check("link ends chain from source to destination", [] {
        const std::string text = randomPlatform();
        RC_LOG() << text;
        const Platform platform = made(text);
        RC_ASSERT(platform.topology().ends.size() == platform.linkCount());
        RC_ASSERT(platform.topology().vertices.size() >= platform.nodeCount());
        for (std::size_t i = 0; i < platform.nodeCount(); ++i)
            RC_ASSERT(platform.topology().vertices[i].name == platform.node(NodeId(i)).name);
        for (const Topology::Vertex& vertex : platform.topology().vertices)
            RC_ASSERT(vertex.x >= 0 && vertex.x <= 1 && vertex.y >= 0 && vertex.y <= 1);
        for (const Topology::Ends& ends : platform.topology().ends)
            RC_ASSERT(std::max(ends.from, ends.to) < platform.topology().vertices.size());
        for (int i = 0; i < 10; ++i) chains(platform, pick(platform), pick(platform));
    }));
}

TEST(Topology, WaysBackAreAsLongAsWaysThere) {
    EXPECT_TRUE(rc::check("reverse routes cost the same", [] {
        const Platform platform = made(randomPlatform());
        const std::size_t from = pick(platform), to = pick(platform);
        if (platform.description().starts_with("edge")) return;  // uplinks are thinner
        const PathCost there = platform.pathCost(NodeId(from), NodeId(to)), back = platform.pathCost(NodeId(to), NodeId(from));
        RC_ASSERT(routeOf(platform, from, to).size() == routeOf(platform, to, from).size());
        RC_ASSERT(std::fabs(there.latency - back.latency) < 1e-12);
        RC_ASSERT(there.bandwidth == back.bandwidth);
    }));
}

TEST(Torus, TakesTheShorterWayInEveryDimension) {
    EXPECT_TRUE(rc::check("hops = sum of shorter ways round", [] {
        const int x = *rc::gen::inRange(1, 8), y = *rc::gen::inRange(1, 8), z = *rc::gen::inRange(1, 5);
        const Platform platform =
            made("torus[dims=" + std::to_string(x) + "x" + std::to_string(y) + "x" + std::to_string(z) + "]");
        const auto a = static_cast<int>(pick(platform)), b = static_cast<int>(pick(platform));
        const auto ring = [](int p, int q, int size) { return std::min(std::abs(p - q), size - std::abs(p - q)); };
        const int hops = ring(a % x, b % x, x) + ring(a / x % y, b / x % y, y) + ring(a / x / y, b / x / y, z);
        RC_ASSERT(routeOf(platform, a, b).size() == static_cast<std::size_t>(hops));
    }));
}

TEST(FatTree, ClimbsOnlyAsFarAsItMust) {
    EXPECT_TRUE(rc::check("2, 4 or 6 links: same edge switch, same pod, another pod", [] {
        const int k = 2 * *rc::gen::inRange(1, 6);
        const std::string routing = *rc::gen::element<std::string>("ecmp", "d-mod-k");
        const Platform platform = made("fat-tree[k=" + std::to_string(k) + ",routing=" + routing + "]");
        RC_ASSERT(platform.nodeCount() == static_cast<std::size_t>(k * k * k / 4));
        const auto a = static_cast<int>(pick(platform)), b = static_cast<int>(pick(platform));
        const int edge = k / 2, pod = k * k / 4;
        const std::size_t hops = a == b ? 0 : a / edge == b / edge ? 2 : a / pod == b / pod ? 4 : 6;
        RC_ASSERT(routeOf(platform, a, b).size() == hops);
    }));
}

TEST(LeafSpine, FlowsSpreadOverTheSpines) {
    const Platform platform = made("leaf-spine[leaves=4,nodes=8,spines=4]");
    std::vector<int> uses(4, 0);
    for (std::size_t from = 0; from < 8; ++from)
        for (std::size_t to = 8; to < 32; ++to) {
            std::vector<LinkId> links;
            ASSERT_TRUE(platform.route(NodeId(from), NodeId(to), links));
            ASSERT_EQ(links.size(), 4u);
            const std::string& spine = platform.topology().vertices[platform.topology().ends[links[1].index()].to].name;
            ++uses[static_cast<std::size_t>(59 - std::stoi(spine.substr(7)))];  // switches count down
            std::vector<LinkId> again;
            ASSERT_TRUE(platform.route(NodeId(from), NodeId(to), again));
            EXPECT_EQ(links, again);
        }
    for (const int count : uses) EXPECT_NEAR(count, 48, 24);  // 192 flows over 4 spines
}

TEST(Wan, TakesTheWayOfLeastLatency) {
    // 0-1 is slow and 0-2-1 is fast; 0-1 is cut altogether in the second platform.
    const Platform fast = made("wan[regions=3,nodes=1,latency=0,wanLatency=50ms;10ms;10ms]");
    EXPECT_NEAR(fast.pathCost(NodeId(0), NodeId(1)).latency, 0.02, 1e-12);
    const Platform cut = made("wan[regions=3,nodes=1,latency=0,wanLatency=50ms;60ms;70ms,wanBandwidth=0;1Gbps;2Gbps]");
    EXPECT_NEAR(cut.pathCost(NodeId(0), NodeId(1)).latency, 0.13, 1e-12);
    EXPECT_EQ(cut.pathCost(NodeId(0), NodeId(1)).bandwidth, 1.25e8);
    EXPECT_FALSE(made("wan[regions=2,nodes=1,wanBandwidth=0]").pathCost(NodeId(0), NodeId(1)).reachable);
}

TEST(Dragonfly, RefusesMoreGroupsThanRoutersLeadTo) {
    const Result<Platform> platform = buildPlatform(*parseSpec("dragonfly[groups=4,routers=3]"), 1);
    ASSERT_FALSE(platform.ok());
    EXPECT_NE(platform.error().cause.find("4 groups and 3 routers"), std::string::npos) << platform.error().cause;
}

TEST(FatTree, AThousandHostsFitInFewMegabytes) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer's allocator does not count";
#endif
    const struct mallinfo2 before = mallinfo2();
    const Platform platform = made("fat-tree[k=16]");
    std::vector<LinkId> links;
    for (std::size_t from = 0; from < platform.nodeCount(); ++from) {
        links.clear();
        ASSERT_TRUE(platform.route(NodeId(from), NodeId(platform.nodeCount() - 1 - from), links));
    }
    const struct mallinfo2 after = mallinfo2();
    const std::size_t bytes = (after.uordblks + after.hblkhd) - (before.uordblks + before.hblkhd);
    RecordProperty("bytes", static_cast<int>(bytes));
    EXPECT_EQ(platform.nodeCount(), 1024u);
    EXPECT_GT(bytes, platform.nodeCount() * sizeof(NodeInfo));
    EXPECT_LT(bytes, 50u << 20);
}

}  // namespace
}  // namespace loom
