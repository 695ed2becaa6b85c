// DOT's grammar and SimGrid's meaning of it.
#include "tests/core/io/import_text.h"

namespace loom {
namespace {

using namespace test;

TEST(Dot, NodesAreTasksAndEdgesCarryBytes) {
    const auto workload = imported(dotImporter(), quoted("/* made by\n hand */\n// c\n#line 3\ndigraph 'my graph' {\n a [size='1e9', pos='1,2' width=3];\n"
                                                             "a->b [size='1e6'] ; b -> end; root->a [size=-1]\n}\n"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(edgesOf(graph), "a->b b->end root->a");
    EXPECT_EQ(graph.work(TaskId(0)), 1e9);
    EXPECT_EQ(graph.edgeBytes(EdgeId(0)), 1e6);
    EXPECT_TRUE(graph.edgeData(EdgeId(1)).empty());
    EXPECT_EQ(workload->unknown.runtimes, 1u);  // b; entry and exit cost nothing by definition
    EXPECT_TRUE(says(workload->report.read, "1 edge has a negative size"));
    EXPECT_EQ(workload->fileBytes, 1'000'000u);
}

TEST(Dot, ChainsSubgraphsPortsAndDefaults) {
    const auto workload = imported(dotImporter(), quoted("digraph{node[size=5];edge[size=7];a:p:n->b->c[size=9];"
                                                         "subgraph cluster_x{node[size=6,category=map];d;e->d} f->{d;e}->g;rank=same;graph[size='7,5'];h[size=8]}"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(edgesOf(graph), "a->b b->c d->g e->d e->g f->d f->e");
    EXPECT_EQ(graph.edgeBytes(EdgeId(0)), 9);
    EXPECT_EQ(graph.edgeBytes(EdgeId(2)), 7);
    EXPECT_EQ(graph.work(*graph.find("e")), 6);
    EXPECT_EQ(graph.work(*graph.find("f")), 5);
    EXPECT_EQ(graph.work(*graph.find("h")), 8);
    EXPECT_EQ(graph.kindName(graph.kind(*graph.find("d"))), "map");
}

TEST(Dot, AttributesBehindAChainLeaveEdgesInsideItsSubgraphsAlone) {
    const auto workload = imported(dotImporter(), "digraph { a -> { b -> c [size=1] } [size=2] }");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "a->b a->c b->c");
    EXPECT_EQ(workload->graph->edgeBytes(EdgeId(0)), 2);
    EXPECT_EQ(workload->graph->edgeBytes(EdgeId(2)), 1);
}

TEST(Dot, RepeatedEdgesAddUpUnlessTheGraphIsStrict) {
    const std::string body = "digraph { a->b [size=3]; a->b [size=4]; a->b }";
    const auto sum = imported(dotImporter(), body);
    ASSERT_TRUE(sum.ok()) << sum.error().text();
    EXPECT_EQ(sum->graph->edgeBytes(EdgeId(0)), 7);
    EXPECT_TRUE(says(sum->warnings, "2 edges are written again (first: a -> b); their sizes are added"));
    EXPECT_EQ(imported(dotImporter(), "STRICT " + body)->graph->edgeBytes(EdgeId(0)), 4);
}

TEST(Dot, QuotedIdsAreTextsAndNoKeywords) {
    const auto workload = imported(dotImporter(), quoted("digraph { 'node' [size=1]; 'a \\\\'b\\\\'' [size=2]; 'x' + 'y' -> -1.5e+3; 'long\\\nname' }"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->graph->taskCount(), 5u);
    EXPECT_TRUE(workload->graph->find("node").has_value());
    EXPECT_EQ(edgesOf(*workload->graph), "xy->-1.5e+3");
    EXPECT_TRUE(workload->graph->find("longname").has_value());
}

TEST(Dot, HtmlTextsAreTexts) {
    const auto workload = imported(dotImporter(), "digraph { a [label=<<b>x</b>, [y]; }>, size=3]; a -> <c d> [label=<>] }");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "a->c d");
    EXPECT_EQ(workload->graph->work(TaskId(0)), 3);
}

TEST(Dot, RefusalsNameThePlace) {
    const auto refused = [](const std::string& text) { return refusal(dotImporter(), quoted(text)); };
    EXPECT_EQ(refused("graph { a -- b }"), "1:1: the graph is undirected: tasks need a direction, write 'digraph' and '->'");
    EXPECT_EQ(refused("digraph { a -- b }"), "1:13: the graph is undirected: tasks need a direction, write 'digraph' and '->'");
    EXPECT_EQ(refused("digraph { a [label=<b<i>] }"), "1:20: an HTML text does not end");
    EXPECT_EQ(refused("digraph { a [size='x'] }"), "1:19: size is 'x', not a number");
    EXPECT_EQ(refused("digraph { a [size=nan] }"), "1:19: size is 'nan', not a number");
    EXPECT_EQ(refused("digraph { a [size=-5] }"), "a: task 'a': work is -5");
    EXPECT_EQ(refused("digraph { a -> }"), "1:16: expected an id, found '}'");
    EXPECT_EQ(refused("digraph { a "), "1:13: expected a node, an edge or '}', found the end of the file");
    EXPECT_EQ(refused("digraph { 'a "), "1:11: a text does not end");
    EXPECT_EQ(refused("digraph { /* "), "1:10: a comment does not end");
    EXPECT_EQ(refused("digraph { a ! }"), "1:13: unexpected '!'");
    EXPECT_EQ(refused("digraph { a->a }"), "a: task 'a' depends on itself");
    EXPECT_EQ(refused("digraph { a->b->a }"), "a: not a DAG: a -> b -> a");
    EXPECT_TRUE(says(imported(dotImporter(), "digraph {a} digraph {b}")->warnings, "what follows the first graph"));
}

TEST(Dot, DepthAndJoinsAreLimited) {
    std::string deep = "digraph ";
    for (int i = 0; i < 100000; ++i) deep += "{";
    EXPECT_NE(refusal(dotImporter(), deep).find("nested deeper than 64"), std::string::npos);
    std::string wide = "digraph { {";
    for (int i = 0; i < 3000; ++i) wide += "a" + std::to_string(i) + " ";
    wide += "} -> {";
    for (int i = 0; i < 3000; ++i) wide += "b" + std::to_string(i) + " ";
    EXPECT_NE(refusal(dotImporter(), wide + "} }").find("more than 4000000 edges"), std::string::npos);
}

}  // namespace
}  // namespace loom
