// What SimGrid platform files say beyond the facts: units, refusals, rules of routing, bounds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/io/simgrid_units.h"
#include "core/io/simgrid_xml.h"
#include "tests/support/shared_data.h"

namespace loom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<Platform> read(const std::string& body) {
    return readSimgridPlatform("<platform version=\"4.1\">\n" + body + "</platform>", "");
}

std::string causeOf(const std::string& body) {
    const Result<Platform> platform = read(body);
    return platform.ok() ? "no error" : platform.error().text();
}

std::vector<std::string> routeOf(const Platform& platform, const std::string& from, const std::string& to) {
    std::vector<LinkId> links;
    if (!platform.route(platform.find(from), platform.find(to), links)) return {"no route"};
    std::vector<std::string> names;
    for (const LinkId link : links) names.push_back(platform.link(link).name);
    return names;
}

const std::string kHosts = R"(<host id="a" speed="1Gf"/><host id="b" speed="1Gf"/><host id="c" speed="1Gf"/>)";
const std::string kLinks = R"(<link id="L" bandwidth="1MBps" latency="1ms"/><link id="M" bandwidth="2MBps" latency="2ms"/>
<link id="D" bandwidth="3MBps" sharing_policy="SPLITDUPLEX"/>)";

std::string zone(const std::string& routing, const std::string& routes) {
    return R"(<zone id="Z" routing=")" + routing + "\">" + kHosts + kLinks + routes + "</zone>";
}

TEST(SimgridUnits, CaseMatters) {
    const auto speed = [](const char* text) { return parseSimgridValue(text, SimgridUnit::speed); };
    const auto bandwidth = [](const char* text) { return parseSimgridValue(text, SimgridUnit::bandwidth); };
    const auto latency = [](const char* text) { return parseSimgridValue(text, SimgridUnit::latency); };
    EXPECT_EQ(speed("98.095Mf")->value, 98.095e6);
    EXPECT_EQ(speed("5.2297E9f")->value, 5.2297e9);
    EXPECT_EQ(speed("2megaflops")->value, 2e6);
    EXPECT_EQ(speed("3flops")->value, 3);
    EXPECT_EQ(bandwidth("125MBps")->value, 125e6);
    EXPECT_EQ(bandwidth("1Gbps")->value, 125e6);
    EXPECT_EQ(bandwidth("1KiBps")->value, 1024);
    EXPECT_EQ(bandwidth("8Kibps")->value, 1024);
    EXPECT_EQ(latency("2m")->value, 120);
    EXPECT_EQ(latency("50us")->value, 50 * 1e-6);  // a product, as SimGrid computes it
    EXPECT_FALSE(latency("0")->unitless);
    EXPECT_TRUE(latency("0.5")->unitless);
    for (const char* wrong : {"1KBps", "1Kbps", "1mBps", "1", "x", ""})
        EXPECT_TRUE(std::string(wrong) == "1" || !bandwidth(wrong).ok()) << wrong;
    for (const char* wrong : {"1gf", "1 Gf", "1Gflop", "nanf", "inff", "1e400f"}) EXPECT_FALSE(speed(wrong).ok()) << wrong;
}

TEST(SimgridXml, RefusesWhatCannotBe) {
    const std::string route = R"(<route src="a" dst="b"><link_ctn id="L"/></route>)";
    EXPECT_EQ(causeOf(zone("Full", route)), "no error");
    EXPECT_THAT(causeOf(zone("Full", route + route)), HasSubstr("declared twice"));
    EXPECT_THAT(causeOf(zone("Full", route + R"(<route src="b" dst="a"><link_ctn id="L"/></route>)")), HasSubstr("declared twice"));
    EXPECT_THAT(causeOf(zone("Full", R"(<route src="a" dst="x"><link_ctn id="L"/></route>)")), HasSubstr("'x'"));
    EXPECT_THAT(causeOf(zone("Full", R"(<route src="a" dst="b"><link_ctn id="Q"/></route>)")), HasSubstr("'Q'"));
    EXPECT_THAT(causeOf(zone("Full", R"(<route src="a" dst="b"><link_ctn id="D"/></route>)")), HasSubstr("direction"));
    EXPECT_THAT(causeOf(zone("Full", R"(<route src="a" dst="b"></route>)")), HasSubstr("no link"));
    EXPECT_THAT(causeOf(zone("None", route)), HasSubstr("None"));
    EXPECT_THAT(causeOf(zone("Wifi", "")), HasSubstr("routing 'Wifi' is not supported"));
    EXPECT_THAT(causeOf(zone("Full", R"(<link id="L" bandwidth="1Bps"/>)")), HasSubstr("two links are called 'L'"));
    EXPECT_THAT(causeOf(zone("Full", R"(<host id="a" speed="1f"/>)")), HasSubstr("'a'"));
    EXPECT_THAT(causeOf(zone("Full", R"(<host id="d" speed="0f"/>)")), HasSubstr("the speed of pstate 0 is 0"));
    EXPECT_THAT(causeOf(zone("Full", R"(<host id="d" speed="1f,-1f"/>)")), HasSubstr("host 'd': speed must not be negative"));
    EXPECT_THAT(causeOf(zone("Full", R"(<host id="d" speed="1f,0f" pstate="1"/>)")), HasSubstr("the speed of pstate 1 is 0"));
    EXPECT_EQ(causeOf(zone("Full", R"(<host id="d" speed="1f,0f"/>)")), "no error");  // a state for booting
    EXPECT_THAT(causeOf(zone("Full", R"(<link id="N" bandwidth="-1Bps"/>)")), HasSubstr("link 'N': bandwidth must be positive"));
    EXPECT_THAT(causeOf(zone("Full", R"(<link id="N" bandwidth="1Bps" latency="-1s"/>)")), HasSubstr("latency"));
    EXPECT_THAT(causeOf(zone("Full", R"(<link id="N" bandwidth="1Bps" sharing_policy="WIFI"/>)")), HasSubstr("WIFI"));
    EXPECT_THAT(causeOf(""), HasSubstr("no zone"));
    EXPECT_THAT(causeOf(R"(<actor host="a" function="worker"/>)"), HasSubstr("a deployment"));
    EXPECT_THAT(causeOf(R"(<zone id="Z" routing="Full"/>)"), HasSubstr("no host"));
    EXPECT_THAT(causeOf(zone("Full", "") + R"(<zone id="Y" routing="Full"/>)"), HasSubstr("one outermost zone"));
}

TEST(SimgridXml, BoundsWhatAFileMayAskFor) {
    const std::string many = R"(<cluster id="c" prefix="h" suffix="" speed="1f" bw="1Bps" radical=")";
    EXPECT_THAT(causeOf(many + R"(0-4294967295"/>)"), HasSubstr("more than 100000 hosts"));
    EXPECT_THAT(causeOf(many + R"(3-1"/>)"), HasSubstr("a <= b"));
    EXPECT_THAT(causeOf(many + R"(0-2;5"/>)"), HasSubstr("radical"));
    EXPECT_THAT(causeOf(many + R"(0-3" topology="TORUS" topo_parameters="100000,100000,100000"/>)"), HasSubstr("torus"));
    EXPECT_THAT(causeOf(many + R"(0-3" topology="TORUS" topo_parameters="3,2"/>)"), HasSubstr("need 6 hosts"));
    EXPECT_THAT(causeOf(many + R"(0-3" topology="FAT_TREE" topo_parameters="2;2,2;1,999999;1,999999"/>)"), HasSubstr("fat tree"));
    EXPECT_THAT(causeOf(many + R"(0-3" topology="DRAGONFLY" topo_parameters="2,1;1,1;1,1;2"/>)"), HasSubstr("2 groups and 1 routers"));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<zone id=\"z" + std::to_string(i) + "\" routing=\"Full\">";
    EXPECT_THAT(causeOf(deep), HasSubstr("not well-formed"));
    for (int i = 0; i < 100; ++i) deep += "</zone>";
    EXPECT_THAT(causeOf(deep), HasSubstr("nested deeper"));
    const Result<Platform> entity =
        readSimgridPlatform("<!DOCTYPE platform [<!ENTITY x \"y\">]><platform version=\"4.1\"/>", "");
    ASSERT_FALSE(entity.ok());
    EXPECT_THAT(entity.error().cause, HasSubstr("entity"));
}

// SimGrid's own profiles turn a host off with -1.
TEST(SimgridXml, StatesBelowZeroAreOff) {
    const std::string trace = R"(<trace id="T" periodicity="10">1 -1
2 1</trace>)";
    const Result<Platform> platform =
        read(trace + zone("Full", R"(<trace_connect trace="T" element="a"/><trace_connect trace="T" element="L" kind="LINK_AVAIL"/>)"));
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    const std::vector<Profile::Point>& points = platform->node(platform->find("a")).stateProfile.points;
    ASSERT_EQ(points.size(), 2u);
    EXPECT_EQ(points[0].value, 0);
    EXPECT_EQ(points[1].value, 1);
    for (const char* kind : {"SPEED", "BANDWIDTH", "LATENCY"}) {
        const std::string target = std::string(kind) == "SPEED" ? "a" : "L";
        EXPECT_THAT(causeOf(trace + zone("Full", "<trace_connect trace=\"T\" element=\"" + target + "\" kind=\"" + kind + "\"/>")),
                    HasSubstr("must not be negative"))
            << kind;
    }
}

TEST(SimgridXml, ZonesInAVivaldiZoneMeetAtTheirRouters) {
    const auto inner = [](const std::string& name, const std::string& router) {
        return "<zone id=\"" + name + R"(" routing="Full"><host id="h)" + name + R"(" speed="1f"/><link id="l)" + name +
               R"(" bandwidth="1Bps" latency="1ms"/>)" + router + "</zone>";
    };
    const auto router = [](const std::string& name, const std::string& place) {
        return "<router id=\"router_" + name + "\" coordinates=\"" + place + "\"/><route src=\"h" + name + "\" dst=\"router_" + name +
               "\"><link_ctn id=\"l" + name + "\"/></route>";
    };
    const Result<Platform> platform = read(R"(<zone id="O" routing="Vivaldi">)" + inner("A", router("A", "0 0 1")) +
                                           inner("B", router("B", "3 4 2")) + inner("C", "") +
                                           R"(<host id="near" speed="1f" coordinates="0 0 0"/></zone>)");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_THAT(routeOf(*platform, "hA", "hB"), ElementsAre("lA", "lB"));
    EXPECT_NEAR(platform->pathCost(platform->find("hA"), platform->find("hB")).latency, 0.002 + 0.008, 1e-12);  // 5 + 1 + 2 ms apart
    EXPECT_THAT(routeOf(*platform, "hA", "hC"), ElementsAre("no route"));
    EXPECT_THAT(routeOf(*platform, "hA", "hA"), ElementsAre("__loopback__"));
    EXPECT_THAT(causeOf(R"(<zone id="O" routing="Full"><host id="h" speed="1f" coordinates="1 2"/></zone>)"), HasSubstr("three numbers"));
}

TEST(SimgridXml, SplitDuplexLinksTurnRound) {
    const Result<Platform> platform = read(zone("Full", R"(<route src="a" dst="b"><link_ctn id="L"/><link_ctn id="D" direction="UP"/></route>
        <route src="b" dst="c" symmetrical="NO"><link_ctn id="D_DOWN"/></route>)"));
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_THAT(routeOf(*platform, "a", "b"), ElementsAre("L", "D_UP"));
    EXPECT_THAT(routeOf(*platform, "b", "a"), ElementsAre("D_DOWN", "L"));
    EXPECT_THAT(routeOf(*platform, "b", "c"), ElementsAre("D_DOWN"));
    EXPECT_THAT(routeOf(*platform, "c", "b"), ElementsAre("no route"));
    EXPECT_THAT(routeOf(*platform, "a", "a"), ElementsAre("__loopback__"));
}

TEST(SimgridXml, ShortestPathsCountLinks) {
    // a-b-c has two links, the direct way three.
    const std::string routes = R"(<route src="a" dst="b"><link_ctn id="L"/></route><route src="b" dst="c"><link_ctn id="M"/></route>
        <route src="a" dst="c"><link_ctn id="M"/><link_ctn id="M"/><link_ctn id="L"/></route>)";
    for (const char* routing : {"Floyd", "Dijkstra", "DijkstraCache", "floyd"}) {
        const Result<Platform> platform = read(zone(routing, routes));
        ASSERT_TRUE(platform.ok()) << platform.error().text();
        EXPECT_THAT(routeOf(*platform, "a", "c"), ElementsAre("L", "M")) << routing;
        EXPECT_THAT(routeOf(*platform, "c", "a"), ElementsAre("M", "L")) << routing;
    }
}

TEST(SimgridXml, BypassesHoldInOneDirection) {
    const Result<Platform> platform = read(zone("Full", R"(<route src="a" dst="b"><link_ctn id="L"/></route>
        <bypassRoute src="a" dst="b"><link_ctn id="M"/></bypassRoute>)"));
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_THAT(routeOf(*platform, "a", "b"), ElementsAre("M"));
    EXPECT_THAT(routeOf(*platform, "b", "a"), ElementsAre("L"));
}

TEST(SimgridXml, ZonesJoinAtTheirGateways) {
    const std::string inner = R"(<zone id="I" routing="Full"><host id="a" speed="1f"/><router id="g"/><link id="in" bandwidth="1Bps"/>
        <route src="a" dst="g"><link_ctn id="in"/></route></zone>
        <cluster id="c" prefix="h" suffix="" radical="1,3" speed="1f" core="2" bw="1Bps" bb_bw="2Bps"/>)";
    const std::string joint = R"(<zoneRoute src="I" dst="c" gw_src="g" gw_dst="hc_router"><link_ctn id="w"/></zoneRoute>)";
    const std::string head = R"(<zone id="O" routing="Full"><link id="w" bandwidth="1Bps"/>)";
    const Result<Platform> platform = read(head + inner + joint + "</zone>");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_EQ(platform->totalCores(), 5u);
    EXPECT_THAT(routeOf(*platform, "a", "h3"), ElementsAre("in", "w", "c_backbone", "c_link_3_DOWN"));
    EXPECT_THAT(routeOf(*platform, "h1", "a"), ElementsAre("c_link_1_UP", "c_backbone", "w", "in"));
    EXPECT_THAT(routeOf(*platform, "h1", "h3"), ElementsAre("c_link_1_UP", "c_backbone", "c_link_3_DOWN"));
    const std::string wrong = R"(<zoneRoute src="I" dst="c" gw_src="h1" gw_dst="hc_router"><link_ctn id="w"/></zoneRoute>)";
    EXPECT_THAT(causeOf(head + inner + wrong + "</zone>"), HasSubstr("gateway 'h1' is not in zone 'I'"));
    const Result<Platform> apart = read(head + inner + "</zone>");
    ASSERT_TRUE(apart.ok()) << apart.error().text();
    EXPECT_THAT(routeOf(*apart, "a", "h3"), ElementsAre("no route"));
}

TEST(SimgridXml, CabinetsAndHostLinksMeetAtTheBackbone) {
    const Result<Platform> platform = read(R"(<zone id="Z" routing="Cluster"><host id="a" speed="1f"/>
        <link id="u" bandwidth="1Bps"/><link id="d" bandwidth="1Bps"/><host_link id="a" up="u" down="d"/>
        <cabinet id="k" prefix="h" suffix="" radical="0-1" speed="1f" bw="1Bps" lat="1s"/>
        <backbone id="B" bandwidth="1Bps" latency="1s"/></zone>)");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_THAT(routeOf(*platform, "a", "h1"), ElementsAre("u", "B", "link_h1_DOWN"));
    EXPECT_THAT(routeOf(*platform, "h0", "a"), ElementsAre("link_h0_UP", "B", "d"));
}

TEST(SimgridXml, InlineTracesAreConnected) {
    const Result<Platform> platform = read(zone("Full", R"(<trace id="t">
        0 1
        5 0.5
        LOOPAFTER 2
        </trace><trace_connect trace="t" element="b" kind="SPEED"/><trace_connect trace="t" element="D" kind="LINK_AVAIL"/>)"));
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    const Profile wanted{{{0, 1}, {5, 0.5}}, 2};
    EXPECT_EQ(platform->node(platform->find("b")).speedProfile, wanted);
    std::size_t connected = 0;
    for (std::size_t l = 0; l < platform->linkCount(); ++l) connected += platform->link(LinkId(l)).stateProfile == wanted ? 1 : 0;
    EXPECT_EQ(connected, 2u);
    EXPECT_THAT(causeOf(zone("Full", "<trace id=\"t\">3 1\n2 1\n</trace>")), HasSubstr("must not go back"));
    EXPECT_THAT(causeOf(zone("Full", R"(<trace_connect trace="q" element="b"/>)")), HasSubstr("'q'"));
    EXPECT_THAT(causeOf(zone("Full", R"(<host id="d" speed="1f" speed_file="no/such/file"/>)")), HasSubstr("speed_file"));
}

TEST(SimgridXml, WarnsOfWhatIsAssumedAndLeftOut) {
    const Result<Platform> platform = readSimgridPlatform(
        "\n  \n<?xml version='1.0'?><platform version=\"3\"><AS id=\"Z\" routing=\"Full\"><host id=\"a\" power=\"1000\">"
        "<prop id=\"p\" value=\"v\"/></host></AS><process host=\"a\" function=\"f\"/></platform>",
        "");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_EQ(platform->node(NodeId(0)).speed, 1000);
    EXPECT_THAT(platform->warnings(), testing::Contains(HasSubstr("without a unit")));
    EXPECT_THAT(platform->warnings(), testing::Contains(HasSubstr("<prop>")));
    EXPECT_THAT(platform->warnings(), testing::Contains(HasSubstr("<process> is ignored")));
}

TEST(SimgridXml, BadFilesAreRefusedByName) {
    LOOM_NEEDS_SHARED("data/bad");
    const auto refusal = [](const char* name) {
        const Result<Platform> platform = loadSimgridPlatform((test::sharedFolder() / "data/bad" / name).string());
        return platform.ok() ? "accepted" : platform.error().text();
    };
    EXPECT_THAT(refusal("10-platform-zero-bandwidth.xml"), HasSubstr("6:6: link 'L': bandwidth must be positive"));
    EXPECT_THAT(refusal("11-platform-missing-route.xml"), HasSubstr("no link is called 'NoSuchLink'"));
}

}  // namespace
}  // namespace loom
