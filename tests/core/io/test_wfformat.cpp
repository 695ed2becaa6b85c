// WfFormat's corners, each in a few lines of JSON.
#include <fstream>

#include <gtest/gtest.h>

#include "core/graph/graph_measures.h"
#include "core/io/formats.h"

namespace loom {
namespace {

Result<ImportedWorkload> read(const std::string& json, const ImportLimits& limits = {}) {
    EXPECT_TRUE(wfformatImporter().recognises(json)) << json;
    return wfformatImporter().read(json, limits);
}

std::string refusal(const std::string& json, const ImportLimits& limits = {}) {
    const Result<ImportedWorkload> workload = read(json, limits);
    return workload.ok() ? "accepted" : workload.error().text();
}

// A flat file of the version with these tasks, single quotes for double ones.
std::string quoted(std::string text) {
    for (char& c : text) c = c == '\'' ? '"' : c;
    return text;
}
std::string flat(const std::string& version, const std::string& tasks) {
    const std::string list = version < "1.3" ? "jobs" : "tasks";
    return quoted("{'name':'x','schemaVersion':'" + version + "','workflow':{'" + list + "':[" + tasks + "]}}");
}
std::string split(const std::string& tasks, const std::string& files, const std::string& executed, const std::string& rest = "") {
    return quoted("{'schemaVersion':'1.5','workflow':{'specification':{'tasks':[" + tasks + "],'files':[" + files +
                  "]},'execution':{'makespanInSeconds':1,'tasks':[" + executed + "]" + rest + "}}}");
}

TEST(WfFormat, ChildrenAloneMakeEdges) {
    const auto workload = read(split("{'name':'a','id':'a1','children':['b1']},{'name':'b','id':'b1'}", "", ""));
    ASSERT_TRUE(workload.ok());
    EXPECT_EQ(workload->graph->edgeCount(), 1u);
    EXPECT_EQ(workload->graph->successors(TaskId(0))[0], TaskId(1));
}

TEST(WfFormat, ThreeSourcesOfOneEdgeMerge) {
    const auto workload =
        read(split("{'name':'a','id':'a1','children':['b1'],'outputFiles':['f']},"
                   "{'name':'b','id':'b1','parents':['a1'],'inputFiles':['f','g']}",
                   "{'id':'f','sizeInBytes':5000000000},{'id':'g','sizeInBytes':0}",
                   "{'id':'b1','runtimeInSeconds':2.5},{'id':'a1','runtimeInSeconds':1}"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(graph.edgeCount(), 1u);
    EXPECT_EQ(graph.edgeBytes(EdgeId(0)), 5e9);
    EXPECT_EQ(graph.work(TaskId(0)), 1e9);
    EXPECT_EQ(graph.work(TaskId(1)), 2.5e9);
    EXPECT_EQ(graph.dataName(graph.inputs(TaskId(1))[1]), "g");
    EXPECT_TRUE(workload->warnings.empty());
}

TEST(WfFormat, FlatFilesReferToNamesNotIds) {
    const auto workload = read(flat("1.3",
                                    "{'name':'a','id':'7','runtime':1},{'name':'7','id':'8','runtime':1},"
                                    "{'name':'c','id':'9','runtime':1,'parents':['7']}"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->graph->predecessors(TaskId(2))[0], TaskId(1));
    EXPECT_EQ(workload->graph->name(TaskId(1)), "7");
}

TEST(WfFormat, RepeatedNamesAreToldApartByIds) {
    const auto workload =
        read(flat("1.4",
                  "{'name':'FASTQC','id':'1','files':[{'name':'x','path':'p','sizeInBytes':1,'link':'output'}]},"
                  "{'name':'FASTQC','id':'2','files':[{'name':'x','path':'q','sizeInBytes':2,'link':'output'}]},"
                  "{'name':'MULTIQC','id':'3','files':[{'name':'x','path':'q','sizeInBytes':2,'link':'input'}]}"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(graph.name(TaskId(1)), "2");
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(1))), "FASTQC");
    EXPECT_EQ(workload->fileCount, 2u);  // one name in two folders is two files
    ASSERT_EQ(graph.edgeCount(), 1u);
    EXPECT_EQ(graph.source(EdgeId(0)), TaskId(1));
}

TEST(WfFormat, ASharedFileIsOneObject) {
    const auto workload = read(flat("1.0",
                                    "{'name':'a','runtime':1,'files':[{'name':'f','size':9,'link':'output'}]},"
                                    "{'name':'b','runtime':1,'files':[{'name':'f','size':9,'link':'input'}]},"
                                    "{'name':'c','runtime':1,'files':[{'name':'f','size':9,'link':'input'}]}"));
    ASSERT_TRUE(workload.ok());
    EXPECT_EQ(workload->graph->dataCount(), 1u);
    EXPECT_EQ(workload->graph->consumers(DataId(0)).size(), 2u);
    EXPECT_EQ(workload->fileBytes, 9u);
}

TEST(WfFormat, FractionalCoresAreRoundedUpAndHugeOnesStay) {
    const auto workload = read(flat("1.2",
                                    "{'name':'a','cores':1.5,'runtime':1},{'name':'b','cores':256,'runtime':1},"
                                    "{'name':'c','cores':0.0,'runtime':1},{'name':'d','runtime':1}"));
    ASSERT_TRUE(workload.ok());
    const std::uint32_t expected[] = {2, 256, 1, 1};
    for (int t = 0; t < 4; ++t) EXPECT_EQ(workload->graph->cores(TaskId(t)), expected[t]);
    EXPECT_EQ(refusal(flat("1.2", "{'name':'a','cores':-1}")), "a: task 'a': core count is -1");
    EXPECT_EQ(refusal(flat("1.2", "{'name':'a','cores':1e300}")), "a: task 'a': core count is 1e+300");
}

TEST(WfFormat, MemoryInBytesWinsOverOldKilobytes) {
    const auto workload =
        read(flat("1.4", "{'name':'a','memoryInBytes':5000,'memory':4},{'name':'b','memory':4,'memoryInBytes':6000}"));
    ASSERT_TRUE(workload.ok());
    EXPECT_EQ(workload->graph->memory(TaskId(0)), 5000);
    EXPECT_EQ(workload->graph->memory(TaskId(1)), 6000);
    EXPECT_EQ(read(flat("1.2", "{'name':'a','memory':4}"))->graph->memory(TaskId(0)), 4096);
}

TEST(WfFormat, WhatIsMissingIsSaid) {
    const auto workload = read(split("{'name':'a','id':'a1','inputFiles':['f']}", "", ""));
    ASSERT_TRUE(workload.ok());
    ASSERT_EQ(workload->warnings.size(), 2u);
    EXPECT_EQ(workload->warnings[0], "1 task has no runtime and counts as 0 s (first: a1); see --assume runtime");
    EXPECT_EQ(workload->warnings[1], "1 file has no size and counts as 0 bytes (first: f); see --assume size");
    const auto unversioned = read(quoted("{'workflow':{'tasks':[{'name':'a','runtimeInSeconds':1}]}}"));
    ASSERT_TRUE(unversioned.ok());
    EXPECT_EQ(unversioned->warnings[0], "schemaVersion is missing; read as 1.4");
}

TEST(WfFormat, AFileWrittenInPlaceIsNoCycle) {
    const auto workload =
        read(split("{'name':'a','id':'a','outputFiles':['log']},"
                   "{'name':'b','id':'b','inputFiles':['log'],'outputFiles':['log']},"
                   "{'name':'c','id':'c','inputFiles':['log'],'outputFiles':['log']},"
                   "{'name':'d','id':'d','inputFiles':['log']}",
                   "{'id':'log','sizeInBytes':3}", ""));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->graph->edgeCount(), 6u);  // each waits for all before it
    EXPECT_EQ(workload->warnings.back(),
              "1 file is written by more than one task; the first one's output is moved (first: log)");
}

TEST(WfFormat, SelfLoopsAndCyclesAreReportedTogether) {
    EXPECT_EQ(refusal(flat("1.2", "{'name':'a','parents':['a']},{'name':'b','parents':['a']}")), "a: task 'a' depends on itself");
    EXPECT_EQ(
        refusal(flat("1.2", "{'name':'a','parents':['a','c']},{'name':'b','parents':['b','a']},{'name':'c','parents':['b']}")),
        "a: tasks 'a', 'b' depend on themselves; not a DAG: a -> b -> c -> a");
}

TEST(WfFormat, RefusalsNameTaskAndValue) {
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','children':['zz']}")), "a: task 'a' names child 'zz', which does not exist");
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a'},{'name':'a'}")), "a: duplicate task name 'a'");
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','id':'1'},{'name':'a','id':'1'}")), "1: duplicate task id '1'");
    EXPECT_EQ(refusal(flat("1.3", "{'id':'1'},{'name':'a'}")), "task 1: task number 1 has no id");
    EXPECT_EQ(refusal(split("{'name':'a','id':'a'}", "", "{'id':'b','runtimeInSeconds':1}")),
              "b: the execution names task 'b', which the specification does not have");
    EXPECT_EQ(refusal(split("{'name':'a','id':'a'}", "", "{'id':'a'},{'id':'a'}")), "a: the execution has task 'a' twice");
    EXPECT_EQ(refusal(split("", "{'id':'f','sizeInBytes':1},{'id':'f','sizeInBytes':2}", "")), "f: duplicate file id 'f'");
    EXPECT_EQ(refusal(quoted("{'schemaVersion':'1.5','workflow':{}}")), "workflow: there is no list of tasks");
}

TEST(WfFormat, WrongTypesAreRefusedWithTheirPath) {
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a'},{'name':7}")), "workflow.tasks[1].name: expected text");
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','runtime':'long'}")), "workflow.tasks[0].runtime: expected a number");
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','parents':'b'}")), "workflow.tasks[0].parents: expected an array");
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','parents':[['b']]}")), "workflow.tasks[0].parents[0]: expected text");
    EXPECT_EQ(refusal(flat("1.3", "5")), "workflow.tasks[0]: expected an object");
    EXPECT_EQ(refusal(flat("1.3", "null")), "workflow.tasks[0]: expected an object");
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','parents':null}")), "accepted");
    EXPECT_EQ(refusal(quoted("{'workflow':3}")), "workflow: expected an object");
    EXPECT_EQ(refusal(quoted("{'workflow':[]}")), "workflow: expected an object");
    EXPECT_EQ(refusal(quoted("{'workflow':{'tasks':{}}}")), "workflow.tasks: expected an array");
    EXPECT_EQ(refusal(split("", "{'id':'f','sizeInBytes':-1}", "")),
              "workflow.specification.files[0].sizeInBytes: a file size is a whole number of bytes, not -1");
    EXPECT_EQ(refusal(split("", "{'id':'f','sizeInBytes':18446744073709551615},{'id':'g','sizeInBytes':1}", "")),
              "g: the file sizes add up to more than 2^64 bytes");
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','files':[{'name':'f','link':'both'}]}")),
              "workflow.tasks[0].files[0].link: link is 'both'; known: input, output");
}

TEST(WfFormat, BrokenJsonHasLineAndColumn) {
    EXPECT_EQ(refusal("{\"workflow\":\n {\"tasks\": [}"),
              "2:13: invalid JSON: syntax error while parsing value - unexpected '}'; expected '[', '{', or a literal");
    EXPECT_EQ(refusal("{\"workflow\":\n {"), "2:3: unexpected end of JSON");
    EXPECT_EQ(refusal("{\"workflow\":{\"tasks\":[]}} x").substr(0, 5), "1:27:");
    EXPECT_NE(refusal("{\"workflow\":{\"makespan\":1e999}}").find("1:"), std::string::npos);
    EXPECT_NE(refusal("{\"workflow\":\"\xff\"}"), "accepted");
}

// Generators that list a file for each task that touches it.
TEST(WfFormat, AFileMayBeListedAgainWithItsSize) {
    const auto workload = read(split("{'id':'a','outputFiles':['f','f']},{'id':'b','inputFiles':['f']}", "{'id':'f','sizeInBytes':7},{'id':'f','sizeInBytes':7}", ""));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->fileCount, 1u);
    EXPECT_EQ(workload->fileBytes, 7u);
    EXPECT_EQ(workload->report.read.at(0), "1 file is listed again with the same size and counts once (first: f)");
    EXPECT_EQ(workload->report.assumed.size(), 2u);  // runtimes and cores; no file has two writers
}

TEST(WfFormat, ANegativeMakespanIsNoTime) {
    const auto workload = read(quoted("{'workflow':{'makespan':-1,'tasks':[{'name':'a','runtime':1}]}}"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_FALSE(workload->recordedMakespan());
    EXPECT_EQ(workload->report.dropped.at(0), "the declared makespan of -1 s is no time and is ignored");
}

TEST(WfFormat, AKeyThatStandsTwiceIsRefused) {
    EXPECT_EQ(refusal(split("{'id':'a'}", "", "{'id':'a','runtimeInSeconds':1,'runtimeInSeconds':100}")),
              "workflow.execution.tasks[0].runtimeInSeconds: the key 'runtimeInSeconds' stands twice in one object");
    EXPECT_EQ(refusal(flat("1.4", "{'name':'a','parents':['b'],'parents':[]},{'name':'b'}")),
              "workflow.tasks[0].parents: the key 'parents' stands twice in one object");
    EXPECT_EQ(refusal(quoted("{'workflow':{'tasks':[]},'workflow':{}}")), "workflow: the key 'workflow' stands twice in one object");
    // What is not read may say what it likes.
    EXPECT_TRUE(read(flat("1.4", "{'name':'a','note':1,'note':2,'command':{'name':1,'name':2}}")).ok());
}

TEST(WfFormat, NumbersBeyondADoubleHaveTheirPlace) {
    EXPECT_EQ(refusal(flat("1.4", "{'name':'a','runtime':1e400}")), "1:82: invalid JSON: number overflow parsing '1e400'");
}

TEST(WfFormat, DepthAndCountsAreLimited) {
    std::string deep = "{\"workflow\":{\"x\":";
    for (int i = 0; i < 100000; ++i) deep += "[";
    EXPECT_NE(refusal(deep).find("nested deeper than 64 levels"), std::string::npos);
    ImportLimits small;
    small.tasks = 2;
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a'},{'name':'b'},{'name':'c'}"), small), "workflow.tasks[2]: more than 2 tasks");
    small.edges = 1;
    EXPECT_EQ(refusal(flat("1.3", "{'name':'a','children':['b','b']},{'name':'b'}"), small),
              "workflow.tasks[0].children[1]: more than 1 references");
}

// Every task writes and reads one file: the dependencies would be the square of their number.
TEST(WfFormat, DependenciesMadeByFilesAreLimited) {
    std::string tasks;
    for (int i = 0; i < 200; ++i)
        tasks += (i == 0 ? "" : ",") +
                 ("{'name':'t" + std::to_string(i) + "','files':[{'name':'f','link':'output'},{'name':'f','link':'input'}]}");
    ImportLimits limits;
    limits.edges = 10000;
    EXPECT_EQ(refusal(flat("1.3", tasks), limits), "f: the files make more dependencies than are accepted");
}

TEST(WfFormat, IsToldFromOtherJson) {
    const WorkloadImporter& importer = wfformatImporter();
    EXPECT_FALSE(importer.recognises("{\"clusterloom\":1,\"workload\":{\"tasks\":[]}}"));
    EXPECT_FALSE(importer.recognises("{\"traceEvents\":[{\"workflow\":1}]}"));
    EXPECT_FALSE(importer.recognises("[{\"workflow\":1}]"));
    EXPECT_FALSE(importer.recognises("{\"a\":\"\\\"workflow\\\":\"}"));
    EXPECT_TRUE(importer.recognises(" \n{\"a\":{\"b\":[1,\"}\"]},\"workflow\" : {}}"));
}

}  // namespace
}  // namespace loom
