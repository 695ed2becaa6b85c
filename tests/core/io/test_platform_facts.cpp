// Every platform fact of data/facts.json, measured with SimGrid 3.32: counts, routes link by link, latencies, bottlenecks.
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

#include "core/io/simgrid_xml.h"
#include "tests/support/shared_data.h"

namespace loom {
namespace {

std::vector<std::string> linkNames(const Platform& platform, const std::vector<LinkId>& links) {
    std::vector<std::string> names;
    for (const LinkId link : links) names.push_back(platform.link(link).name);
    return names;
}

void expectRoute(const Platform& platform, const nlohmann::json& fact) {
    const std::string name = fact["src"].get<std::string>() + " to " + fact["dst"].get<std::string>();
    const NodeId from = platform.find(fact["src"].get<std::string>()), to = platform.find(fact["dst"].get<std::string>());
    ASSERT_TRUE(from.valid() && to.valid()) << name;
    std::vector<LinkId> links;
    ASSERT_TRUE(platform.route(from, to, links)) << name;
    EXPECT_EQ(links.size(), fact["links_count"].get<std::size_t>()) << name;
    EXPECT_EQ(linkNames(platform, links), fact["links"].get<std::vector<std::string>>()) << name;
    const PathCost cost = platform.pathCost(from, to);
    const double latency = fact["latency_s"].get<double>();
    EXPECT_NEAR(cost.latency, latency, 1e-11 * latency) << name;  // the facts have 12 digits
    if (fact["bottleneck_Bps"].is_null()) {
        EXPECT_TRUE(std::isinf(cost.bandwidth)) << name;
    } else {
        EXPECT_NEAR(cost.bandwidth, fact["bottleneck_Bps"].get<double>(), 1e-11 * cost.bandwidth) << name;
    }
}

TEST(PlatformFacts, CountsAndRoutesAreSimgrids) {
    LOOM_NEEDS_SHARED("data/facts.json");
    std::ifstream file(test::sharedFolder() / "data/facts.json");
    const nlohmann::json facts = nlohmann::json::parse(file);
    std::size_t platforms = 0, routes = 0;
    for (const auto& [key, fact] : facts.items()) {
        if (!key.starts_with("platform/")) continue;
        SCOPED_TRACE(key);
        const Result<Platform> platform = loadSimgridPlatform((test::sharedFolder() / "data" / key).string());
        ASSERT_TRUE(platform.ok()) << platform.error().text();
        const nlohmann::json& counts = fact["simgrid_3_32"];
        EXPECT_EQ(platform->nodeCount(), counts["hosts"].get<std::size_t>());
        EXPECT_EQ(platform->totalCores(), counts["cores"].get<std::size_t>());
        EXPECT_EQ(platform->linkCount(), counts["links_total"].get<std::size_t>());
        double speed = 0;
        std::size_t disks = 0;
        for (std::size_t i = 0; i < platform->nodeCount(); ++i) {
            const NodeInfo& node = platform->node(NodeId(i));
            speed += node.speed * node.cores;
            disks += node.disks.size();
        }
        EXPECT_NEAR(speed, counts["total_speed_flops"].get<double>(), 1e-9 * speed);
        EXPECT_EQ(disks, counts["disks"].get<std::size_t>());
        for (const nlohmann::json& route : fact["routes"]) expectRoute(*platform, route);
        ++platforms;
        routes += fact["routes"].size();
    }
    EXPECT_EQ(platforms, 11u);
    EXPECT_GT(routes, 80u);
}

TEST(PlatformFacts, ProfilesHoldWhatTheFilesSay) {
    LOOM_NEEDS_SHARED("data/platform/two_hosts_profiles.xml");
    const Result<Platform> platform =
        loadSimgridPlatform((test::sharedFolder() / "data/platform/two_hosts_profiles.xml").string());
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    const NodeInfo& a = platform->node(platform->find("Cpu A"));
    const NodeInfo& b = platform->node(platform->find("Cpu B"));
    EXPECT_EQ(a.speedProfile, (Profile{{{0, 1}, {11, 0.5}, {20, 0.9}}, 1}));
    EXPECT_EQ(a.stateProfile, (Profile{{{1, 0}, {2, 1}}, 8}));
    EXPECT_EQ(b.speedProfile, (Profile{{{0, 1}, {10, 0.8}, {20, 0.4}}, 10}));
    EXPECT_TRUE(b.stateProfile.empty());
}

}  // namespace
}  // namespace loom
