// Formats of lines and words: .dag of the Cloud Workflow Simulator, the Standard Task Graph Set, SWF, Alibaba's batch_task.
#include <cmath>

#include "tests/core/io/import_text.h"

namespace loom {
namespace {

using namespace test;

TEST(SimulatorDag, TakesStatementsInAnyOrder) {
    const auto workload = imported(simulatorDagImporter(), "# made by hand\nEDGE a c\nINPUTS b f g\nFILE f 100\nTASK a genome::split:1.0 1.5\nOUTPUTS a f\n"
                                                           "TASK b genome::map:1.0 2\nTASK c genome::map:1.0 3");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "a->b a->c");
    EXPECT_EQ(workload->graph->kindName(workload->graph->kind(TaskId(1))), "map");
    EXPECT_EQ(workload->fileBytes, 100u);
    EXPECT_EQ(workload->unknown.sizes, 1u);  // g has no FILE line
}

TEST(SimulatorDag, RefusalsNameLineAndWord) {
    const auto refused = [](const std::string& text) { return refusal(simulatorDagImporter(), text); };
    EXPECT_EQ(refused("TASK a x 1\nTASK a x 1\n"), "2:6: duplicate task id 'a'");
    EXPECT_EQ(refused("TASK a x -1\n"), "1:10: task 'a': runtime is '-1'");
    EXPECT_EQ(refused("TASK a x nan\n"), "1:10: task 'a': runtime is 'nan'");
    EXPECT_EQ(refused("TASK a x 1\nEDGE a b\n"), "2:8: EDGE names task 'b', which does not exist");
    EXPECT_EQ(refused("TASK a x 1\nINPUTS b f\n"), "2:8: INPUTS names task 'b', which does not exist");
    EXPECT_EQ(refused("FILE f 1.5\n"), "1:8: file 'f': size is '1.5', not a whole number of bytes");
    EXPECT_EQ(refused("TASK a x 1\nNODE b\n"), "2:1: unknown statement 'NODE'; known: FILE, TASK, INPUTS, OUTPUTS, EDGE");
    EXPECT_EQ(refused("TASK a x 1\nEDGE a\n"), "2:1: an EDGE has a parent and a child");
    const WorkloadImporter* dagman = importerOf("# x\nJOB A a.sub\nJOB B b.sub\nPARENT A CHILD B\n");
    ASSERT_NE(dagman, nullptr);
    EXPECT_NE(refusal(*dagman, "").find("names programs to run but no runtimes"), std::string::npos);
}

TEST(Stg, CountsWithAndWithoutDummies) {
    const std::string rows = "  0 0 0\n  1 4 1 0\n  2 3 1 1\n  3 0 1 2";  // no final newline
    for (const char* header : {"  2\n", "4\n", "2 8\n"}) {
        const auto workload = imported(stgImporter(), header + rows);
        ASSERT_TRUE(workload.ok()) << workload.error().text();
        EXPECT_EQ(edgesOf(*workload->graph), "0->1 1->2 2->3");
        EXPECT_TRUE(workload->warnings.empty()) << workload->warnings[0];
    }
    EXPECT_TRUE(says(imported(stgImporter(), "9\n" + rows)->warnings, "declares 9 tasks but holds 4, which counts"));
}

TEST(Stg, WithoutDummiesAndFromOne) {
    const auto workload = imported(stgImporter(), "3\n1 5 0\n2 6.5 0\n3 1 2 1 2\n");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "1->3 2->3");
    EXPECT_EQ(workload->graph->work(TaskId(1)), 6.5e9);
}

TEST(Stg, ADeadlineMayStandBehindTheTime) {
    const auto workload = imported(stgImporter(), "2\n0 0 10 0\n1 4 20 1 0\n2 3 30 2 0 1\n3 0 40 1 2\n");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "0->1 0->2 1->2 2->3");
    EXPECT_TRUE(says(workload->report.dropped, "the column of deadlines"));
}

TEST(Stg, PredecessorsMayHaveCosts) {
    for (const std::string& text : {std::string("2\n0 0 0\n1 5 1 0 2\n2 3 2 0 1 1 4.5\n"), std::string("2 4\n0 0 0\n1 5 1\n  0 2\n2 3 2\n 0 1\n 1 4.5 # the end\n")}) {
        const auto workload = imported(stgImporter(), text);
        ASSERT_TRUE(workload.ok()) << workload.error().text();
        EXPECT_EQ(edgesOf(*workload->graph), "0->1 0->2 1->2");
        EXPECT_EQ(workload->graph->edgeBytes(EdgeId(2)), 4.5);
        EXPECT_TRUE(says(workload->warnings, "communication costs are abstract and count as bytes"));
    }
    EXPECT_EQ(refusal(stgImporter(), "2\n0 0 0\n1 5 1\n 0 2\n2 3 2\n 0 1\n"), "3:1: task '1': the number of predecessors does not agree with those listed");
    EXPECT_EQ(refusal(stgImporter(), "2\n0 0 0\n1 5 1 0 -2\n"), "3:9: task '1': communication cost is '-2'");
}

TEST(Stg, ItsOwnRemarksAreCompared) {
    const std::string rows = "2\n0 0 0\n1 4 1 0\n2 3 1 1\n3 0 1 2\n";
    const auto right = imported(stgImporter(), rows + "# Edges : 1 / 9 (+dummy edges : 2)\n# CP Length : 7\n");
    EXPECT_TRUE(says(right->report.read, "declares 7 s of critical path, which agrees"));
    EXPECT_TRUE(says(right->report.read, "declares 3 dependencies, which agrees"));
    const auto wrong = imported(stgImporter(), rows + "# CP Length : 8\n");
    EXPECT_TRUE(says(wrong->warnings, "declares 8 s of critical path but holds 7, which counts"));
}

TEST(Stg, RefusalsNameLineAndTask) {
    const auto refused = [](const std::string& text) { return refusal(stgImporter(), text); };
    EXPECT_EQ(refused("2\n0 0 0\n1 4 2 0\n"), "3:1: task '1': the number of predecessors does not agree with those listed");
    EXPECT_EQ(refused("2\n0 0 0\n1 4 1 7\n"), "3:7: task '1' names predecessor '7', which does not exist");
    EXPECT_EQ(refused("2\n0 0 0\n0 4 1 0\n"), "3:1: duplicate task '0'");
    EXPECT_EQ(refused("2\n0 0 0\n1 -4 1 0\n"), "3:3: task '1': processing time is '-4'");
    EXPECT_EQ(refused("2\n0 0 0\n1 inf 1 0\n"), "3:3: task '1': processing time is 'inf'");
    EXPECT_EQ(refused("2\n0 0 1 1\n1 4 1 0\n"), "0: not a DAG: 0 -> 1 -> 0");
}

// id submit wait run processors cpu memory wanted time ... queue ... before, think
std::string job(const std::string& first10, const std::string& queue = "-1", const std::string& before = "-1") {
    return first10 + " 1 3 -1 -1 " + queue + " -1 " + before + " -1\n";
}

TEST(Swf, JobsAreIndependentTasksOfSeveralCores) {
    const auto workload = imported(swfImporter(), "; Computer: Little One\n; MaxProcs: 64\n" + job("7 100 5 60 4 -1 2 -1 -1 -1", "2") + job("3 50 10 20 -1 -1 -1 8 99 -1") +
                                                      job("4 60.5 0 -1 2 -1 -1 -1 30.5 -1") + job("5 70 0 -1 2 -1 -1 -1 -1 -1"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    ASSERT_EQ(graph.taskCount(), 3u);  // the last job has neither time
    EXPECT_EQ(graph.edgeCount(), 0u);
    EXPECT_EQ(graph.name(TaskId(0)), "job7");
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(0))), "queue 2");
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(1))), "user 3");
    EXPECT_EQ(graph.cores(TaskId(1)), 8u);
    EXPECT_EQ(graph.work(TaskId(2)), 30.5e9);
    EXPECT_EQ(graph.memory(TaskId(0)), 2 * 1024 * 4);
    EXPECT_EQ(graph.release(TaskId(0)), 50);  // submit times need not be sorted; the first is time 0
    EXPECT_EQ(graph.release(TaskId(1)), 0);
    EXPECT_TRUE(says(workload->warnings, "1 job has neither run time nor requested time and is ignored (first: 5)"));
    EXPECT_TRUE(says(workload->warnings, "1 job has no run time; its requested time counts, an upper bound (first: 4)"));
    ASSERT_NE(workload->recorded, nullptr);
    const RecordedRun& run = *workload->recorded;
    EXPECT_EQ(run.origin, 50);
    EXPECT_EQ(run.submit[0], 50);
    EXPECT_EQ(run.start[0], 55);
    EXPECT_EQ(run.finish[0], 115);
    EXPECT_EQ(*run.makespan, 115);
    EXPECT_EQ(run.machines[0].name, "Little One");
    EXPECT_EQ(*run.machines[0].cores, 64);
    EXPECT_EQ(run.machine[0], 0u);
}

TEST(Swf, WithoutHeaderWithRepeatedIdsAndPrecedingJobs) {
    const auto workload = imported(swfImporter(), job("1 0 -1 10 1 -1 -1 -1 -1 -1") + job("1 5 -1 10 1 -1 -1 -1 -1 -1") +
                                                      job("2 6 -1 10 -1 -1 -1 -1 -1 -1", "-1", "1") + job("3 6 -1 10 1 -1 -1 -1 -1 -1", "-1", "77") + "4 0 0\n");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->graph->name(TaskId(1)), "job1 (2)");
    EXPECT_EQ(edgesOf(*workload->graph), "job1->job2");
    EXPECT_EQ(workload->unknown.cores, 1u);
    EXPECT_TRUE(says(workload->warnings, "1 line has fewer than 18 fields and is ignored (first: 4)"));
    EXPECT_TRUE(says(workload->warnings, "1 job waits for one that the file does not have"));
    EXPECT_EQ(workload->recorded->start[1], 5);  // no wait is known at all: the submission is the start
    EXPECT_EQ(*workload->recorded->makespan, 16);
}

TEST(Swf, PartsOfAJobAreSaid) {
    const auto workload = imported(swfImporter(), job("1 0 0 30 1 -1 -1 -1 -1 -1") + quoted("1 0 0 10 1 -1 -1 -1 -1 -1 2 1 1 1 1 1 -1 -1\n1 15 0 20 1 -1 -1 -1 -1 -1 3 1 1 1 1 1 -1 -1\n"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->graph->taskCount(), 3u);
    EXPECT_TRUE(says(workload->warnings, "2 lines are parts of jobs that were stopped and resumed"));
}

TEST(Swf, RefusesWhatIsNoNumber) {
    const std::string huge = job("1 0 0 1e400 1 -1 -1 -1 -1 -1");
    EXPECT_EQ(importerOf(huge), &swfImporter());
    EXPECT_EQ(refusal(swfImporter(), huge), "1:7: job '1': field 4 is '1e400', not a number");
    EXPECT_EQ(refusal(swfImporter(), "; Version: 2\n" + job("1 0 x 10 1 -1 -1 -1 -1 -1")), "2:5: job '1': field 3 is 'x', not a number");
    EXPECT_EQ(refusal(swfImporter(), job("1 0 nan 10 1 -1 -1 -1 -1 -1")), "1:5: job '1': field 3 is 'nan', not a number");
    EXPECT_EQ(refusal(swfImporter(), job("1 0 0 10 1e300 -1 -1 -1 -1 -1")), "job1: task 'job1': core count is 1e+300");
    EXPECT_EQ(refusal(swfImporter(), "; MaxJobs: 3\n"), "there is no job with a runtime in the file");
    const auto odd = imported(swfImporter(), job("1 0 0 10 1 -1 -1 -1 -1 -7"));
    EXPECT_TRUE(says(odd->warnings, "1 negative number other than -1 counts as unknown"));
}

TEST(Alibaba, TheGraphStandsInTheNames) {
    const auto workload = imported(alibabaImporter(), "M1,12846.0,j_1,1,Terminated,100,150,100.0,0.3\nR2_1,1,j_1,1,Terminated,160,170,250,\n"
                                                      "J3_1_2_Stg1_9,2,j_1,1,Failed,175,0,,0.3\ntask_Nzg3ODM,1,j_1,1,Terminated,100,101,50,0.1");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(edgesOf(graph), "M1->R2_1 M1->J3_1_2_Stg1_9 R2_1->J3_1_2_Stg1_9");
    EXPECT_EQ(graph.cores(TaskId(1)), 3u);
    EXPECT_EQ(graph.work(TaskId(0)), 50e9);
    EXPECT_EQ(workload->unknown.runtimes, 1u);
    EXPECT_EQ(workload->unknown.cores, 1u);
    EXPECT_TRUE(says(workload->warnings, "1 dependency names a task that its job does not have and is ignored (first: J3_1_2_Stg1_9)"));
    EXPECT_TRUE(says(workload->warnings, "1 task did not end well and counts as any other (first: J3_1_2_Stg1_9, Failed)"));
    EXPECT_EQ(workload->recorded->start[1], 60);
    EXPECT_TRUE(std::isnan(workload->recorded->finish[2]));
    EXPECT_EQ(workload->facts[1], (std::pair<std::string, double>("instances", 12850)));
}

TEST(Alibaba, SeveralJobsKeepTheirTasksApart) {
    const auto workload = imported(alibabaImporter(), "M1,1,j_1,1,Terminated,1,2,100,1\nM1,1,j_2,1,Terminated,1,2,100,1\nR2_1,1,j_2,1,Terminated,2,3,100,1\n"
                                                      "R2_1,1,j_1,1,Terminated,2,3,100,1\nM1,1,j_2,1,Terminated,1,2,100,1\nR5_5,1,j_2,1,Terminated,1,2,100,1\n");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "j_1/M1->j_1/R2_1 j_2/M1->j_2/R2_1 j_2/M1 (2)->j_2/R2_1");
    EXPECT_TRUE(says(workload->warnings, "1 task names itself as predecessor"));
    EXPECT_EQ(workload->facts[0].second, 2);
}

TEST(Alibaba, NumbersThatMultiplyEachOtherAreLimited) {
    std::string text;
    for (int i = 0; i < 2500; ++i) text += "M1,1,j_1,1,Terminated,1,2,100,1\nR2_1,1,j_1,1,Terminated,2,3,100,1\n";
    EXPECT_NE(refusal(alibabaImporter(), text).find("tasks that share their numbers make more dependencies than are accepted"), std::string::npos);
}

TEST(Alibaba, RefusesWhatIsNoNumber) {
    EXPECT_EQ(refusal(alibabaImporter(), "M1,1,j,1,Terminated,x,2,100,1\n"), "1:21: task 'M1': expected a number, not 'x'");
    EXPECT_EQ(refusal(alibabaImporter(), "M1,1,j,1,Terminated,-5,2,100,1\n"), "1:21: task 'M1': a number is negative ('-5')");
    EXPECT_EQ(refusal(alibabaImporter(), "M1_2,1,j,1,Terminated,1,2,100,1\nM2_1,1,j,1,Terminated,1,2,100,1\n"), "M1_2: not a DAG: M1_2 -> M2_1 -> M1_2");
    EXPECT_TRUE(says(imported(alibabaImporter(), "M1,1,j,1,Terminated,1,2,100,1\nM2_1,1,j\n")->warnings, "1 line has not 9 fields"));
}

}  // namespace
}  // namespace loom
