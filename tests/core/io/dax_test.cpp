// Pegasus DAX in a few lines each.
#include "tests/core/io/import_text.h"

namespace loom {
namespace {

using namespace test;

std::string dax(const std::string& content, const std::string& attributes = "") {
    return quoted("<?xml version='1.0'?>\n<adag " + attributes + ">" + content + "</adag>\n");
}

TEST(Dax, EdgesAreTheUnionOfControlAndFiles) {
    const auto workload = imported(daxImporter(), dax("<job id='a' name='make' runtime='1.5'><uses file='f' link='output' size='10'/></job>"
                                                      "<job id='b' name='read' runtime='2'><uses file='f' link='input' size='10'/></job>"
                                                      "<job id='c' name='read' runtime='3' cores='4'/>"
                                                      "<child ref='b'><parent ref='a'/><parent ref='a'/></child>"
                                                      "<child ref='c'><parent ref='b'/></child>",
                                                      "xmlns='http://pegasus.isi.edu/schema/DAX' version='2.1' jobCount='3'"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(workload->format, "Pegasus DAX 2.1");
    EXPECT_EQ(edgesOf(graph), "a->b b->c");
    EXPECT_EQ(graph.edgeBytes(EdgeId(0)), 10);
    EXPECT_EQ(graph.work(TaskId(0)), 1.5e9);
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(2))), "read");
    EXPECT_EQ(graph.cores(TaskId(2)), 4u);
    EXPECT_EQ(workload->unknown.cores, 2u);
    EXPECT_TRUE(says(workload->warnings, "2 tasks state no cores and take 1 core (first: a); see --assume cores"));
}

TEST(Dax, NamesOfVersion3AndInoutAndPrefixes) {
    const auto workload = imported(
        daxImporter(), quoted("<!-- x --><p:adag xmlns:p='u' version='3.6'><p:job id='a' runtime='1'><p:uses name='f' link='inout' size='1'/></p:job>"
                              "<p:job id='b' runtime='1'><p:uses name='f' link='inout' size='2'/></p:job>"
                              "<p:job id='c' runtime='1'><p:uses name='f' link='input'/></p:job></p:adag>"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "a->b a->c b->c");
    EXPECT_EQ(workload->fileBytes, 2u);  // the larger of two sizes
    EXPECT_TRUE(says(workload->report.assumed, "1 file is listed with two sizes"));
}

TEST(Dax, MissingIsNotZero) {
    const std::string text = dax("<job id='a' name='x'><uses file='f' link='output'/></job><job id='b' name='x' runtime='4'/><job id='c' name='y' runtime='1'/>"
                                 "<job id='d' name='x' runtime='6'/><job id='e' name='z'/>");
    const auto plain = imported(daxImporter(), text);
    ASSERT_TRUE(plain.ok());
    EXPECT_EQ(plain->unknown.runtimes, 2u);
    EXPECT_EQ(plain->unknown.sizes, 1u);
    EXPECT_EQ(plain->graph->work(TaskId(0)), 0);
    EXPECT_TRUE(says(plain->warnings, "2 tasks have no runtime and count as 0 s (first: a); see --assume runtime"));
    Assumptions assume;
    ASSERT_TRUE(readAssumption("runtime=mean", assume).ok());
    ASSERT_TRUE(readAssumption("size=1 MB", assume).ok());
    ASSERT_TRUE(readAssumption("cores=3", assume).ok());
    const auto filled = imported(daxImporter(), text, assume);
    ASSERT_TRUE(filled.ok());
    EXPECT_EQ(filled->unknown.runtimes, 2u);  // still unknown, whatever stands in
    EXPECT_EQ(filled->graph->work(TaskId(0)), 5e9);               // of its kind
    EXPECT_NEAR(filled->graph->work(TaskId(4)), 11e9 / 3, 1);     // of all: no z is known
    EXPECT_EQ(filled->fileBytes, 1'000'000u);
    EXPECT_EQ(filled->graph->cores(TaskId(1)), 3u);
    assume = {};
    ASSERT_TRUE(readAssumption("runtime=median", assume).ok());
    EXPECT_EQ(imported(daxImporter(), text, assume)->graph->work(TaskId(4)), 4e9);
    EXPECT_EQ(daxImporter().read(dax("<job id='a'/>"), {}, assume).error().cause,
              "--assume runtime=median: the file states no runtime at all; give it in seconds");
    assume = {};
    ASSERT_TRUE(readAssumption("sizeFactor=1000", assume).ok());
    EXPECT_EQ(imported(daxImporter(), dax("<job id='a' runtime='0'><uses file='f' link='output' size='7'/></job>"), assume)->fileBytes, 7000u);
}

TEST(Dax, ALyingHeaderIsSaid) {
    const auto workload = imported(daxImporter(), dax("<job id='a' runtime='1'/>", "jobCount='25'"));
    ASSERT_TRUE(workload.ok());
    EXPECT_TRUE(says(workload->warnings, "declares 25 tasks but holds 1, which counts"));
}

TEST(Dax, AWorkflowInsideIsOneTask) {
    const auto workload = imported(daxImporter(), dax("<job id='a' runtime='1'/><dax id='b' file='inner.dax'/><dag id='c' file='inner.dag'/>"
                                                      "<child ref='b'><parent ref='a'/></child>"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "a->b");
    EXPECT_TRUE(says(workload->warnings, "2 jobs are whole workflows in files of their own and count as one task each (first: b)"));
}

TEST(Dax, AttributesAreOneOfAKindAndFew) {
    const auto refused = [](const std::string& content) { return refusal(daxImporter(), dax(content)); };
    EXPECT_EQ(refused("<job id='a' runtime='1' runtime='5'/>"), "2:9: <job> has the attribute 'runtime' twice (Pegasus DAX)");
    std::string many;
    for (int i = 0; i < 100000; ++i) many += " a" + std::to_string(i) + "=''";
    EXPECT_EQ(refused("<job id='a'" + many + "/>"), "2:9: <job> has more than 200 attributes (Pegasus DAX)");
}

TEST(Dax, FilesThatAllWriteAndAllReadAreLimited) {
    std::string jobs;
    for (int i = 0; i < 3000; ++i)
        jobs += "<job id='w" + std::to_string(i) + "'><uses file='f' link='output'/></job><job id='r" + std::to_string(i) + "'><uses file='f' link='input'/></job>";
    EXPECT_EQ(refusal(daxImporter(), dax(jobs)), "f: the files make more dependencies than are accepted");
}

TEST(Dax, RefusalsNamePlaceAndJob) {
    const auto refused = [](const std::string& content) { return refusal(daxImporter(), dax(content)); };
    EXPECT_EQ(refused("<job id='a'/><job id='a'/>"), "2:22: duplicate job id 'a'");
    EXPECT_EQ(refused("<job name='a'/>"), "2:9: a job has no id");
    EXPECT_EQ(refused("<job id='a'/><child ref='a'><parent ref='g'/></child>"), "2:37: job 'a' names parent 'g', which does not exist");
    EXPECT_EQ(refused("<job id='a'/><child ref='g'/>"), "2:22: child 'g' is no job of this file");
    EXPECT_EQ(refused("<job id='a' runtime='-1'/>"), "2:9: job 'a': runtime is -1");
    EXPECT_EQ(refused("<job id='a' runtime='NaN'/>"), "2:9: job 'a': runtime is 'NaN', not a number");
    EXPECT_EQ(refused("<job id='a' cores='1e9'/>"), "a: task 'a': core count is 1e+09");
    EXPECT_EQ(refused("<job id='a'><uses file='f' link='input' size='-3'/></job>"),
              "2:21: file 'f': size is '-3', not a whole number of bytes");
    EXPECT_EQ(refused("<job id='a'/><child ref='a'><parent ref='a'/></child>"), "a: task 'a' depends on itself");
    EXPECT_EQ(refused("<job id='a'/><job id='b'/><child ref='a'><parent ref='b'/></child><child ref='b'><parent ref='a'/></child>"),
              "a: not a DAG: a -> b -> a");
    EXPECT_NE(refused("<job").find("not well-formed XML"), std::string::npos);
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<x>";
    EXPECT_NE(refused(deep), "accepted");
}

}  // namespace
}  // namespace loom
