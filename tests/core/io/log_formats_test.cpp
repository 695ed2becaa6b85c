// Recorded runs in JSON: Spark event logs, Dask task streams, Chrome traces.
#include <cmath>

#include "tests/core/io/import_text.h"

namespace loom {
namespace {

using namespace test;

std::string event(const std::string& kind, const std::string& rest) { return quoted("{'Event':'SparkListener" + kind + "'" + (rest.empty() ? "" : ",") + rest + "}\n"); }
std::string stageInfo(int id, const std::string& parents) {
    return "{'Stage ID':" + std::to_string(id) + ",'Stage Attempt ID':0,'Number of Tasks':2,'RDD Info':[{'RDD ID':9,'Parent IDs':[77]}],'Parent IDs':[" + parents + "]}";
}
std::string taskEnd(int stage, int index, int launch, int finish, const std::string& reason = "Success", const std::string& metrics = "{}") {
    return event("TaskEnd", "'Stage ID':" + std::to_string(stage) + ",'Task End Reason':{'Reason':'" + reason + "'},'Task Info':{'Index':" + std::to_string(index) +
                                ",'Launch Time':" + std::to_string(launch) + ",'Finish Time':" + std::to_string(finish) +
                                ",'Executor ID':'1','Host':'h1','Speculative':false},'Task Metrics':" + metrics);
}

TEST(SparkLog, StagesWaitForStages) {
    const auto workload = imported(
        sparkImporter(),
        event("LogStart", "'Spark Version':'3.1.1'") + event("ApplicationStart", "'Timestamp':1000") +
            event("ExecutorAdded", "'Timestamp':1100,'Executor ID':'1','Executor Info':{'Host':'h1','Total Cores':4}") +
            event("JobStart", "'Job ID':0,'Submission Time':1200,'Stage IDs':[0,1,2],'Stage Infos':[" + stageInfo(0, "") + "," + stageInfo(1, "0,0") + "," +
                                  stageInfo(2, "") + "]") +
            event("StageSubmitted", "'Stage Info':" + stageInfo(0, "")) +
            taskEnd(0, 0, 2000, 2500, "Success", "{'Shuffle Write Metrics':{'Shuffle Bytes Written':100}}") + taskEnd(0, 1, 2000, 3000, "ExceptionFailure") +
            taskEnd(0, 1, 3000, 3600) + taskEnd(0, 1, 3000, 3900) + event("StageCompleted", "'Stage Info':" + stageInfo(0, "")) +
            taskEnd(1, 0, 4000, 4500, "Success", "{'Shuffle Read Metrics':{'Remote Bytes Read':30,'Local Bytes Read':45}}") +
            taskEnd(1, 1, 4000, 5000, "Success", "{'Shuffle Read Metrics':{'Remote Bytes Read':25}}") +
            quoted("{'Event':'org.apache.spark.sql.Something'}\n") + event("ApplicationEnd", "'Timestamp':6000") + "{\"Event\":\"SparkLis");
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(workload->format, "Spark event log of Spark 3.1.1");
    EXPECT_EQ(edgesOf(graph), "stage0.task0->stage1.task0 stage0.task0->stage1.task1 stage0.task1->stage1.task0 stage0.task1->stage1.task1");
    EXPECT_DOUBLE_EQ(graph.work(TaskId(1)), 0.6e9);  // the first attempt that succeeded
    EXPECT_EQ(graph.edgeBytes(EdgeId(0)), 75);
    EXPECT_EQ(graph.edgeBytes(EdgeId(1)), 25);
    EXPECT_EQ(*workload->recordedMakespan(), 5);
    EXPECT_EQ(workload->recorded->start[0], 1);
    EXPECT_EQ(workload->recorded->machines[0].name, "executor 1 on h1");
    EXPECT_EQ(*workload->recorded->machines[0].cores, 4);
    EXPECT_TRUE(says(workload->report.read, "1 stage was skipped"));
    EXPECT_TRUE(says(workload->report.read, "2 attempts besides those that count"));
    EXPECT_TRUE(says(workload->warnings, "1 line is no complete JSON and is ignored"));
}

TEST(SparkLog, StopsInMidRunAndLacksWhatOldOnesLack) {
    const auto workload = imported(sparkImporter(), quoted("{ 'Event' : 'SparkListenerTaskStart','Stage ID':3}\n") + event("TaskStart", "") + event("TaskStart", "") +
                                                        quoted("{'Event':'SparkListenerTaskEnd','Stage ID':3,'Task Info':{'Task ID':8,'Launch Time':1000,'Finish Time':3000}}\n") +
                                                        event("TaskEnd", ""));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->graph->name(TaskId(0)), "stage3.task8");
    EXPECT_EQ(*workload->recordedMakespan(), 2);
    EXPECT_TRUE(says(workload->warnings, "the log stops before the application ended"));
    EXPECT_TRUE(says(workload->warnings, "attempts that had not ended when the log stopped are ignored: 1"));
    EXPECT_TRUE(says(workload->warnings, "1 end of a task names neither task nor stage"));
    EXPECT_EQ(refusal(sparkImporter(), event("LogStart", "")), "no task of the log has ended");
    EXPECT_EQ(refusal(sparkImporter(), "{\"Event\":\"Spark"), "no line of the file is an event");
}

// A second attempt at a stage counts its tasks from 0 again; only the partition says which one it is.
TEST(SparkLog, APartitionTellsTasksOfASecondAttemptApart) {
    const auto end = [](int attempt, int index, int partition, int launch, const std::string& reason) {
        return event("TaskEnd", "'Stage ID':0,'Stage Attempt ID':" + std::to_string(attempt) + ",'Task End Reason':{'Reason':'" + reason + "'},'Task Info':{'Index':" +
                                    std::to_string(index) + ",'Partition ID':" + std::to_string(partition) + ",'Launch Time':" + std::to_string(launch) +
                                    ",'Finish Time':" + std::to_string(launch + 100 * (partition + 1)) + ",'Executor ID':'driver'}");
    };
    const auto workload = imported(sparkImporter(), event("LogStart", "'Spark Version':'3.3.0'") + end(0, 0, 0, 1000, "Success") +
                                                        end(0, 1, 1, 1000, "FetchFailed") + end(1, 0, 1, 2000, "Success"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    ASSERT_EQ(workload->graph->taskCount(), 2u);
    EXPECT_DOUBLE_EQ(workload->graph->work(TaskId(1)), 0.2e9);
    EXPECT_EQ(workload->recorded->start[1], 1);  // the one that succeeded
    EXPECT_FALSE(says(workload->warnings, "1 task never succeeded"));
    for (const auto& fact : workload->facts) EXPECT_NE(fact.first, "cores");  // the log does not say how many the driver has
}

TEST(DaskStream, TasksAreIndependentAndTheirTimesRecorded) {
    const auto workload = imported(
        daskImporter(), quoted("[{'type':'\\u0080','startstops':[{'action':'transfer','start':9.5,'stop':10},{'action':'compute','start':10,'stop':12.5}],"
                               "'worker':'w1','thread':1,'nbytes':100,'key':'inc-7f','status':'OK'},\n"
                               "{'key':'(\\u0027sum-part-7f\\u0027, 0)','worker':'w2','thread':2,'startstops':[],'status':'error'},{'worker':'w2'},"
                               "{'key':'inc-7f','worker':'w1','thread':3,'startstops':[{'action':'compute','start':11,'stop':12}]}]"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    ASSERT_EQ(graph.taskCount(), 3u);
    EXPECT_EQ(graph.work(TaskId(0)), 2.5e9);
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(0))), "inc");
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(1))), "sum-part");
    EXPECT_EQ(graph.name(TaskId(2)), "inc-7f (2)");
    EXPECT_EQ(workload->unknown.runtimes, 1u);
    EXPECT_EQ(workload->fileBytes, 100u);
    EXPECT_EQ(workload->recorded->start[0], 0);
    EXPECT_EQ(workload->recorded->finish[0], 3);
    EXPECT_EQ(*workload->recorded->machines[0].cores, 2);
    EXPECT_EQ(refusal(daskImporter(), "[{\"startstops\":["), "1:17: unexpected end of JSON");
    EXPECT_NE(refusal(daskImporter(), quoted("[{'key':'a','startstops':NaN}]")).find("1:26: invalid JSON"), std::string::npos)
        << refusal(daskImporter(), quoted("[{'key':'a','startstops':NaN}]"));
}

TEST(ChromeTrace, SlicesAreTasksAndArrowsDependencies) {
    const auto workload = imported(
        chromeImporter(),
        quoted("{'displayTimeUnit':'ms','traceEvents':[{'ph':'M','pid':1,'name':'process_name','args':{'name':'node A'}},"
               "{'ph':'X','pid':1,'tid':1,'ts':0,'dur':1000000,'name':'make','args':{'kind':'maker'}},"
               "{'ph':'X','pid':1,'tid':1,'ts':100,'dur':50,'name':'inner'},"
               "{'ph':'s','id':7,'pid':1,'tid':1,'ts':500000,'name':'d','cat':'c'},"
               "{'ph':'B','pid':2,'tid':'x','ts':2000000,'name':'use'},{'ph':'E','pid':2,'tid':'x','ts':2500000},"
               "{'ph':'f','id':7,'pid':2,'tid':'x','ts':1500000,'name':'d','cat':'c'},"
               "{'ph':'C','pid':1,'ts':1,'name':'busy'},{'ph':'E','pid':9,'tid':1,'ts':1},{'ph':'X','pid':1,'tid':1,'name':'timeless'}, 5]}"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    ASSERT_EQ(graph.taskCount(), 2u);
    EXPECT_EQ(edgesOf(graph), "make->use");
    EXPECT_EQ(graph.kindName(graph.kind(TaskId(0))), "maker");
    EXPECT_DOUBLE_EQ(graph.work(TaskId(1)), 0.5e9);
    EXPECT_EQ(workload->recorded->machines[0].name, "node A");
    EXPECT_EQ(workload->recorded->machine[1], 1u);
    EXPECT_DOUBLE_EQ(*workload->recordedMakespan(), 2.5);
    EXPECT_TRUE(says(workload->report.read, "1 slice runs inside another"));
    EXPECT_TRUE(says(workload->warnings, "1 event lacks its time"));
    EXPECT_TRUE(says(workload->warnings, "1 end of a slice that was not begun"));
}

TEST(ChromeTrace, ABareListMayStopAnywhere) {
    const auto workload = imported(chromeImporter(), quoted("[{'ph':'X','pid':1,'tid':1,'ts':0,'dur':5,'name':'a'},{'ph':'B','pid':1,'tid':2,'ts':3,'name':'a'},\n"
                                                            "{'ph':'f','id':1,'pid':1,'tid':1,'ts':2,'bp':'e'},{'ph':'X',"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(workload->graph->name(TaskId(1)), "a (2)");
    EXPECT_TRUE(says(workload->warnings, "the list of events does not end"));
    EXPECT_TRUE(says(workload->warnings, "1 slice never ends"));
    EXPECT_TRUE(says(workload->warnings, "1 end of an arrow meets no slice"));
}

TEST(ChromeTrace, ArrowsMayStandInTheSlices) {
    const auto slice = [](int thread, int time, const std::string& name, const std::string& rest) {
        return "{'ph':'X','pid':1,'tid':" + std::to_string(thread) + ",'ts':" + std::to_string(time) + ",'dur':5,'name':'" + name + "'" + rest + "}";
    };
    const auto workload = imported(
        chromeImporter(), quoted("[" + slice(1, 0, "from", ",'bind_id':'0x2','flow_out':true") + "," + slice(1, 0, "inside", "") + "," +
                                 slice(2, 10, "through", ",'bind_id':'0x2','flow_in':true,'flow_out':true") + "," + slice(3, 20, "to", ",'bind_id':'0x2','flow_in':true") +
                                 ",{'ph':'B','pid':1,'tid':4,'ts':21,'name':'to also','bind_id':'0x2','flow_in':true,'flow_out':false},{'ph':'E','pid':1,'tid':4,'ts':22}," +
                                 slice(5, 30, "other", ",'bind_id':3,'flow_in':true") + "," + slice(6, 30, "none", ",'bind_id':4") + "]"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "from->through through->to through->to also");
    EXPECT_TRUE(says(workload->warnings, "1 end of an arrow meets no slice or no other end"));
}

TEST(ChromeTrace, BeginsAndEndsPairByTime) {
    const auto workload = imported(chromeImporter(), quoted("[{'ph':'E','ts':20,'pid':1,'tid':1},{'ph':'B','ts':10,'pid':1,'tid':1,'name':'late'},"
                                                            "{'ph':'B','ts':0,'pid':1,'tid':1,'name':'early'},{'ph':'E','ts':5,'pid':1,'tid':1}]"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_DOUBLE_EQ(workload->graph->work(TaskId(0)), 10e3);
    EXPECT_DOUBLE_EQ(workload->graph->work(TaskId(1)), 5e3);
    EXPECT_FALSE(says(workload->warnings, "1 "));
}

TEST(ChromeTrace, IsToldFromWfFormatWhenBothHaveASchemaVersion) {
    const std::string trace = quoted("{'schemaVersion':1,'deviceProperties':[],'traceEvents':[{'ph':'X','pid':'Spans','tid':1,'ts':0.5,'dur':1.5,'name':'a'}]}");
    EXPECT_TRUE(imported(chromeImporter(), trace).ok());
}

// Two slices that point at each other would be a cycle; the arrow against time is left out.
TEST(ChromeTrace, ArrowsBackInTimeAreDropped) {
    const auto workload = imported(chromeImporter(), quoted("[{'ph':'X','pid':1,'tid':1,'ts':0,'dur':9,'name':'a'},{'ph':'X','pid':1,'tid':2,'ts':1,'dur':9,'name':'b'},"
                                                            "{'ph':'s','id':1,'pid':1,'tid':1,'ts':2},{'ph':'f','bp':'e','id':1,'pid':1,'tid':2,'ts':3},"
                                                            "{'ph':'s','id':2,'pid':1,'tid':2,'ts':4},{'ph':'f','bp':'e','id':2,'pid':1,'tid':1,'ts':5}]"));
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    EXPECT_EQ(edgesOf(*workload->graph), "a->b");
    EXPECT_TRUE(says(workload->warnings, "1 slice had begun before"));
    EXPECT_TRUE(says(workload->warnings, "1 arrow points back in time"));
}

TEST(ChromeTrace, RefusalsNameThePlace) {
    EXPECT_EQ(refusal(chromeImporter(), "{\"traceEvents\":[{\"ph\":\"X\""), "1:26: unexpected end of JSON");
    EXPECT_EQ(refusal(chromeImporter(), "[{\"ph\":\"C\"}]"), "there is no slice in the trace");
    std::string deep = "[{\"ph\":\"X\",\"args\":";
    for (int i = 0; i < 100000; ++i) deep += "{\"args\":";
    EXPECT_EQ(refusal(chromeImporter(), deep), "nested deeper than 64 levels");
}

}  // namespace
}  // namespace loom
