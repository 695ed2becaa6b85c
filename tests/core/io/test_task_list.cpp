#include <gtest/gtest.h>

#include "core/io/formats.h"

namespace loom {
namespace {

std::string refusal(const std::string& text, const ImportLimits& limits = {}) {
    const Result<ImportedWorkload> workload = taskListImporter().read(text, limits);
    return workload.ok() ? "accepted" : workload.error().text();
}

TEST(TaskList, ReadsTasksAndTheirOwnData) {
    const std::string text = "3\n1000000000 0\n5e8 1 0 2000\n7 2 0 10 1 0\n";
    ASSERT_TRUE(taskListImporter().recognises(text));
    const Result<ImportedWorkload> workload = taskListImporter().read(text, {});
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    EXPECT_EQ(workload->format, "task list");
    EXPECT_EQ(graph.taskCount(), 3u);
    EXPECT_EQ(graph.work(TaskId(1)), 5e8);
    EXPECT_EQ(graph.edgeCount(), 3u);
    EXPECT_EQ(graph.dataCount(), 2u);  // the edge of no bytes carries nothing
    EXPECT_EQ(graph.edgeBytes(graph.inEdges(TaskId(2))[0]), 10);
    EXPECT_TRUE(graph.edgeData(graph.inEdges(TaskId(2))[1]).empty());
    EXPECT_EQ(workload->fileCount, 2u);
    EXPECT_EQ(workload->fileBytes, 2010u);
}

TEST(TaskList, AcceptsNoTasksAndNoLastNewline) {
    EXPECT_EQ(taskListImporter().read("0\n", {})->graph->taskCount(), 0u);
    EXPECT_EQ(taskListImporter().read("1\r\n5 0", {})->graph->taskCount(), 1u);
}

TEST(TaskList, IsNotAStandardTaskGraph) {
    const std::string stg = "  2\n 0 0 0\n 1 4 1 0\n 2 3 1 1\n 3 0 1 2\n";
    for (const WorkloadImporter* importer : importers()) {
        if (!importer->recognises(stg)) continue;
        EXPECT_EQ(importer->name(), "Standard Task Graph (STG)");
        break;
    }
    EXPECT_FALSE(taskListImporter().recognises("hello\n1 2\n"));
    EXPECT_FALSE(taskListImporter().recognises("1 2\n1 0\n"));
}

TEST(TaskList, RefusalsHaveLineAndColumn) {
    EXPECT_EQ(refusal("2\n5 0\n"), "3:1: the file declares 2 tasks but ends after 1");
    EXPECT_EQ(refusal("1\n5 0\n5 0\n"), "3:1: unexpected text behind the last of 1 tasks");
    EXPECT_EQ(refusal("2\n5 0\n5 1 1 7\n"), "3:5: task 1: parent 1 must be a task before it");
    EXPECT_EQ(refusal("2\n5 0\n5 1 0\n"), "3:6: task 1: expected the bytes from parent 0");
    EXPECT_EQ(refusal("2\n5 0\n5 1 0 -1\n"), "3:7: task 1: bytes are -1");
    EXPECT_EQ(refusal("1\n-5 0\n"), "2:1: task 0: flops are -5");
    EXPECT_EQ(refusal("1\nnan 0\n"), "2:1: task 0: flops are nan");
    EXPECT_EQ(refusal("1\n5 x\n"), "2:3: task 0: expected the number of its parents");
    EXPECT_EQ(refusal("2\n5 0\n5 1 0 9 9\n"), "3:9: task 1: unexpected text behind its 1 parents");
    EXPECT_EQ(refusal("2\n5 0\n5 2 0 9 0 9\n"), "t0 -> t1: duplicate edge t0 -> t1");
    EXPECT_EQ(refusal("99999999999\n"), "1:1: 99999999999 tasks; at most 4000000 are read");
    ImportLimits limits;
    limits.edges = 1;
    EXPECT_EQ(refusal("2\n5 0\n5 2 0 1 0 1\n", limits), "3:3: more than 1 dependencies");
}

}  // namespace
}  // namespace loom
