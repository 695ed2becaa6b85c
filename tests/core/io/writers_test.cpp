// Round trips through the writers and our own readers, and hostile names.
#include "core/io/writers.h"

#include <nlohmann/json.hpp>
#include <random>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/graph/graph_builder.h"
#include "core/graph/graph_measures.h"
#include "core/io/export_losses.h"
#include "core/io/exporter.h"
#include "core/io/formats.h"
#include "core/io/simgrid_xml.h"
#include "core/io/xml_tree.h"
#include "core/platform/topologies.h"

namespace loom {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

// Any double that a task may weigh, many of them with all their digits.
double anyNumber(Random& random) {
    const double scale = std::pow(10.0, static_cast<double>(below(random, 20)));
    return below(random, 8) == 0 ? 0 : std::ldexp(static_cast<double>(random() >> 11), -53) * scale;
}

std::string anyName(Random& random, std::size_t number) {
    const char* const parts[] = {"a", "\"", "\\", "<", "&", "'", ",", "\n", " ", "->", "\xC3\xA9", "\xE4\xBB\xBB", "{", ";", "0"};
    std::string name = "x";
    for (std::size_t i = below(random, 6); i-- > 0;) name += parts[below(random, std::size(parts))];
    return name + std::to_string(number);
}

// Tasks in topological order when `ordered`; files with any number of readers and edges of their own when `files`.
TaskGraph anyGraph(std::uint64_t seed, bool ordered, bool files) {
    Random random(seed);
    GraphBuilder builder;
    const std::size_t tasks = 1 + below(random, 14);
    for (std::size_t t = 0; t < tasks; ++t) {
        TaskAttributes attributes;
        attributes.work = anyNumber(random);
        if (!ordered) {
            attributes.name = anyName(random, t);
            attributes.kind = anyName(random, below(random, 3));
            attributes.cores = static_cast<std::uint32_t>(1 + below(random, 4));
            attributes.memory = below(random, 2) == 0 ? 0 : anyNumber(random);
        }
        builder.addTask(std::move(attributes));
    }
    std::vector<std::size_t> rank(tasks);
    for (std::size_t t = 0; t < tasks; ++t) rank[t] = t;
    if (!ordered) std::shuffle(rank.begin(), rank.end(), random);
    const auto task = [&](std::size_t r) { return TaskId(rank[r]); };
    for (std::size_t from = 0; from < tasks; ++from)
        for (std::size_t to = from + 1; to < tasks; ++to)
            if (below(random, 4) == 0) builder.addEdge(task(from), task(to), static_cast<double>(below(random, 3) * random() % 1'000'003));
    for (std::size_t f = files ? below(random, 6) : 0; f-- > 0;) {
        const std::size_t producer = below(random, tasks + 1);  // the last number: none
        const DataId data = builder.addData(below(random, 3) == 0 ? "" : anyName(random, below(random, 4)),
                                            static_cast<double>(random() % 1'000'003),
                                            producer == tasks ? TaskId::none() : task(producer));
        for (std::size_t reader = producer == tasks ? 0 : producer + 1; reader < tasks; ++reader)
            if (below(random, 2) == 0) builder.addInput(task(reader), data);
    }
    return builder.build().value();
}

TaskAttributes taskOf(const std::string& name, const std::string& kind, double work) {
    TaskAttributes attributes;
    attributes.name = name;
    attributes.kind = kind;
    attributes.work = work;
    return attributes;
}

void assertSameStructure(const TaskGraph& a, const TaskGraph& b) {
    RC_ASSERT(a.taskCount() == b.taskCount());
    RC_ASSERT(a.edgeCount() == b.edgeCount());
    for (std::size_t e = 0; e < a.edgeCount(); ++e) {
        const EdgeId edge(e);
        RC_ASSERT(a.source(edge) == b.source(edge));
        RC_ASSERT(a.target(edge) == b.target(edge));
        RC_ASSERT(a.edgeBytes(edge) == b.edgeBytes(edge));
    }
}

RC_GTEST_PROP(Writers, ATaskListReadsBackTheSame, (std::uint64_t seed)) {
    const TaskGraph graph = anyGraph(seed, true, false);
    const Result<ImportedWorkload> read = taskListImporter().read(writeTaskList(graph), {});
    RC_ASSERT(read.ok());
    assertSameStructure(graph, *read->graph);
    for (std::size_t t = 0; t < graph.taskCount(); ++t) RC_ASSERT(graph.work(TaskId(t)) == read->graph->work(TaskId(t)));
}

RC_GTEST_PROP(Writers, WfFormatReadsBackTheSame, (std::uint64_t seed)) {
    const TaskGraph graph = anyGraph(seed, false, true);
    const std::string text = writeWfFormat(graph, "a \"name\"", 12.5);
    const Result<ImportedWorkload> read = wfformatImporter().read(text, {});
    if (!read.ok()) RC_FAIL(read.error().text());
    RC_ASSERT(read->format == "wfformat 1.5");
    RC_ASSERT(read->recordedMakespan() == 12.5);
    RC_ASSERT(read->warnings.empty());
    const TaskGraph& again = *read->graph;
    assertSameStructure(graph, again);
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        const TaskId task(t);
        // Not every double is a double of seconds times 1e9.
        RC_ASSERT(std::abs(graph.work(task) - again.work(task)) <= 0x1p-52 * graph.work(task));
        RC_ASSERT(graph.name(task) == again.name(task));
        RC_ASSERT(graph.kindName(graph.kind(task)) == again.kindName(again.kind(task)));
        RC_ASSERT(graph.cores(task) == again.cores(task));
        RC_ASSERT(graph.memory(task) == again.memory(task));
    }
    RC_ASSERT(graph.dataCount() == again.dataCount());
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        const DataId data(d);
        RC_ASSERT(graph.dataBytes(data) == again.dataBytes(data));
        RC_ASSERT(graph.producer(data) == again.producer(data));
        RC_ASSERT(std::ranges::equal(graph.consumers(data), again.consumers(data)));
    }
}

RC_GTEST_PROP(Writers, GraphMlIsWellFormedAndWhole, (std::uint64_t seed)) {
    const TaskGraph graph = anyGraph(seed, false, true);
    const std::string text = writeGraphMl(graph, "<&>");
    const Result<XmlTree> tree = XmlTree::parse(text);
    RC_ASSERT(tree.ok());
    std::size_t nodes = 0, edges = 0;
    for (const XmlElement& child : tree->root().children()) {
        if (child.name() != "graph") continue;
        for (const XmlElement& part : child.children()) {
            if (part.name() == "node") RC_ASSERT(part.children()[0].content() == graph.name(TaskId(nodes++)));
            edges += part.name() == "edge" ? 1 : 0;
        }
    }
    RC_ASSERT(nodes == graph.taskCount());
    RC_ASSERT(edges == graph.edgeCount());
}

TEST(Writers, WfFormatHasBothParentsAndChildren) {
    GraphBuilder builder;
    const TaskId a = builder.addTask(taskOf("a", "first", 2e9)), b = builder.addTask(taskOf("b", "second", 3e9));
    builder.addEdge(a, b, 7);
    const nlohmann::json json = nlohmann::json::parse(writeWfFormat(builder.build().value(), "w", 0));
    EXPECT_EQ(json["schemaVersion"], "1.5");
    const auto& tasks = json["workflow"]["specification"]["tasks"];
    EXPECT_EQ(tasks[0]["children"], nlohmann::json::array({"b"}));
    EXPECT_EQ(tasks[1]["parents"], nlohmann::json::array({"a"}));
    EXPECT_EQ(tasks[0]["outputFiles"], tasks[1]["inputFiles"]);
    EXPECT_EQ(json["workflow"]["specification"]["files"][0]["sizeInBytes"], 7);
    EXPECT_EQ(json["workflow"]["execution"]["tasks"][1]["runtimeInSeconds"], 3.0);
}

TEST(Writers, DotHasSizesAsSimGridReadsThem) {
    GraphBuilder builder;
    const TaskId a = builder.addTask(taskOf("say \"a\\", "", 2e9)), b = builder.addTask(taskOf("b", "", 0.5)), c = builder.addTask(taskOf("c", "", 0));
    builder.addEdge(a, b, 1e6);
    builder.addEdge(b, c);
    EXPECT_EQ(writeDot(builder.build().value(), "g"),
              "digraph \"g\" {\n  \"say \\\"a\\\\\" [size=\"2e+09\"];\n  \"b\" [size=\"0.5\"];\n  \"c\" [size=\"0\"];\n"
              "  \"say \\\"a\\\\\" -> \"b\" [size=\"1e+06\"];\n  \"b\" -> \"c\";\n}\n");
}

TEST(Writers, WhatAFormatCannotCarryIsCounted) {
    GraphBuilder builder;
    TaskAttributes wide = taskOf("a", "k", 1e9);
    wide.cores = 4;
    const TaskId a = builder.addTask(wide), b = builder.addTask(taskOf("b", "k", 1e9)), c = builder.addTask(taskOf("c", "k", 1e9));
    const DataId shared = builder.addData("f", 10.5, a);
    builder.addInput(b, shared);
    builder.addInput(c, shared);
    ExportSource source;
    source.graph = std::make_shared<const TaskGraph>(builder.build().value());
    const auto warningsOf = [&](const char* format) { return (*chooseExporter(source, "", format))->write(source)->warnings; };
    EXPECT_EQ(warningsOf("dot"), (std::vector<std::string>{"1 task takes several cores: DOT does not carry that",
                                                           "1 file is read by several tasks; every reader gets one of its own: DOT does not carry that"}));
    EXPECT_EQ(warningsOf("wfformat"),
              std::vector<std::string>{"1 size is not a whole number of bytes and is rounded: WfFormat does not carry that"});
    EXPECT_EQ(warningsOf("tasklist").size(), 3u);  // names as well
}

// The same nodes; the same links by name on every way.
void expectSamePlatform(const Platform& a, const Platform& b) {
    ASSERT_EQ(a.nodeCount(), b.nodeCount());
    for (std::size_t n = 0; n < a.nodeCount(); ++n) {
        const NodeInfo &x = a.node(NodeId(n)), &y = b.node(NodeId(n));
        EXPECT_EQ(x.name, y.name);
        EXPECT_EQ(x.speed, y.speed);
        EXPECT_EQ(std::max(1u, x.cores), y.cores);
        EXPECT_EQ(x.disks, y.disks);
    }
    std::vector<LinkId> there, back;
    for (std::size_t from = 0; from < a.nodeCount(); ++from) {
        for (std::size_t to = 0; to < a.nodeCount(); ++to) {
            there.clear();
            back.clear();
            const bool reached = a.route(NodeId(from), NodeId(to), there);
            if (from == to && there.empty()) continue;  // a copy on one node: a fat loopback stands for it
            ASSERT_EQ(reached, b.route(NodeId(from), NodeId(to), back)) << from << " " << to;
            ASSERT_EQ(there.size(), back.size());
            for (std::size_t i = 0; i < there.size(); ++i) {
                const LinkInfo &x = a.link(there[i]), &y = b.link(back[i]);
                EXPECT_EQ(x.name, y.name);
                EXPECT_EQ(x.bandwidth, y.bandwidth);
                EXPECT_EQ(x.latency, y.latency);
                EXPECT_EQ(x.sharing, y.sharing);
            }
        }
    }
}

class PlatformRoundTrip : public testing::TestWithParam<const char*> {};

TEST_P(PlatformRoundTrip, ReadsBackTheSame) {
    const Result<Platform> platform = buildPlatform(parseSpec(GetParam()).value(), 3);
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    const Result<std::string> text = writePlatformXml(*platform);
    ASSERT_TRUE(text.ok()) << text.error().text();
    const Result<Platform> again = readSimgridPlatform(*text, "");
    ASSERT_TRUE(again.ok()) << again.error().text();
    expectSamePlatform(*platform, *again);
    // A second time, from what was read.
    const Result<std::string> twice = writePlatformXml(*again);
    ASSERT_TRUE(twice.ok()) << twice.error().text();
    const Result<Platform> third = readSimgridPlatform(*twice, "");
    ASSERT_TRUE(third.ok()) << third.error().text();
    expectSamePlatform(*platform, *third);
}
INSTANTIATE_TEST_SUITE_P(Builders, PlatformRoundTrip,
                         testing::Values("star[nodes=7,cores=3,heterogeneity=uniform,backboneBandwidth=1Gbps]", "star[nodes=4,loopback=1Gbps,storage=true]", "star[nodes=1]", "full[nodes=5]", "cluster",
                                         "cluster[backboneBandwidth=1Gbps,backboneSharing=fatpipe]",
                                         "two-tier[racks=2,nodes=3,storage=true]", "fat-tree[k=4]", "torus", "dragonfly",
                                         "dumbbell", "wan", "edge-fog-cloud"));

TEST(PlatformXml, AStarIsAClusterZoneAndOthersAreFull) {
    const auto zoneOf = [](const char* spec) {
        const std::string text = writePlatformXml(buildPlatform(parseSpec(spec).value(), 1).value()).value();
        return text.find("routing=\"Cluster\"") != std::string::npos ? "star" : "full";
    };
    EXPECT_STREQ(zoneOf("star[nodes=5]"), "star");
    EXPECT_STREQ(zoneOf("two-tier"), "full");
    // SimGrid refuses the whole file if a backbone says how it is shared.
    EXPECT_STREQ(zoneOf("cluster[backboneBandwidth=1Gbps,backboneSharing=fatpipe]"), "full");
    const std::string text = writePlatformXml(buildPlatform(parseSpec("star[nodes=5,backboneBandwidth=1Gbps]").value(), 1).value()).value();
    const std::size_t backbone = text.find("<backbone");
    ASSERT_NE(backbone, std::string::npos);
    EXPECT_EQ(text.substr(backbone, text.find("/>", backbone) - backbone).find("sharing_policy"), std::string::npos);
}

TEST(PlatformXml, HostileNamesStayApart) {
    std::vector<NodeInfo> nodes(3);
    nodes[0].name = "<a \"b\" & 'c'>";
    nodes[1].name = "x\xFF";
    nodes[2].name = "x\xFE";  // looks like the one before once it is UTF-8
    const Platform platform = fullPlatform(nodes, std::vector<double>(9, 1e6), std::vector<double>(9, 0.5), NodeId::none()).value();
    const Result<Platform> again = readSimgridPlatform(writePlatformXml(platform).value(), "");
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_EQ(again->node(NodeId(0)).name, nodes[0].name);
    EXPECT_NE(again->node(NodeId(1)).name, again->node(NodeId(2)).name);
    EXPECT_EQ(again->pathCost(NodeId(1), NodeId(2)).latency, 0.5);
}

TEST(PlatformXml, RefusesWhatIsTooLarge) {
    const Result<std::string> text = writePlatformXml(buildPlatform(parseSpec("two-tier[racks=40,nodes=20]").value(), 1).value());
    ASSERT_FALSE(text.ok());
    EXPECT_NE(text.error().text().find("too large"), std::string::npos) << text.error().text();
}

TEST(Exporters, AreFoundByExtensionAndName) {
    ExportSource source;
    source.graph = std::make_shared<const TaskGraph>(anyGraph(1, true, false));
    EXPECT_EQ((*chooseExporter(source, "a.json", ""))->name, "wfformat");
    EXPECT_EQ((*chooseExporter(source, "a.json", "dot"))->name, "dot");
    EXPECT_FALSE(chooseExporter(source, "a.xml", "").ok());
    const Result<const Exporter*> run = chooseExporter(source, "a", "paje");
    ASSERT_FALSE(run.ok());
    EXPECT_NE(run.error().text().find("saved run"), std::string::npos);
    const Result<const Exporter*> misspelt = chooseExporter(source, "a", "grafml");
    ASSERT_FALSE(misspelt.ok());
    EXPECT_NE(misspelt.error().text().find("did you mean 'graphml'"), std::string::npos);
}

}  // namespace
}  // namespace loom
