// Every workload of the reference data against facts computed independently of this project, printed as one table.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/graph/graph_measures.h"
#include "core/graph/graph_summary.h"
#include "core/io/importer.h"
#include "tests/support/shared_data.h"

namespace loom {
namespace {

using nlohmann::json;

// One line of the table; a difference fails the test.
void compare(const std::string& file, const char* fact, double ours, const json& reference, double scale = 1) {
    if (!reference.is_number()) return;
    const double theirs = reference.get<double>() * scale;
    const bool agrees = std::abs(ours - theirs) <= 1e-9 * std::abs(theirs);
    std::printf("%-52s %-18s %18.10g %18.10g%s\n", file.c_str(), fact, ours, theirs, agrees ? "" : "  DIFFERS");
    EXPECT_TRUE(agrees) << file << ": " << fact << " is " << ours << ", not " << theirs;
}

double factOf(const ImportedWorkload& workload, const std::string& name) {
    for (const auto& [key, value] : workload.facts)
        if (key == name) return value;
    return std::nan("");
}

void compareGraph(const std::string& file, const ImportedWorkload& workload, const json& facts, double unit) {
    const GraphSummary sum = summarise(*workload.graph);
    compare(file, "tasks", static_cast<double>(sum.tasks), facts.value("tasks", json()));
    compare(file, "edges", static_cast<double>(sum.edges), facts.value("edges", json()));
    compare(file, "runtime sum", sum.runtimeSum, facts.value("sum_runtime_s", json()), unit);
    compare(file, "critical path", sum.criticalPath, facts.value("critical_path_s", json()), unit);
    compare(file, "levels", static_cast<double>(sum.levels), facts.value("levels", json()));
    compare(file, "level width", static_cast<double>(sum.maxLevelWidth), facts.value("max_level_width", json()));
    compare(file, "missing runtimes", static_cast<double>(workload.unknown.runtimes), facts.value("missing_runtimes", json()));
    const json antichain = facts.value("max_parallel_width_antichain", json());
    if (antichain.is_number()) compare(file, "antichain", static_cast<double>(antichainWidth(*workload.graph, 2600)), antichain);
}

void compareFiles(const std::string& file, const ImportedWorkload& workload, const json& facts) {
    compare(file, "files", static_cast<double>(workload.fileCount), facts.value("files_unique", json()));
    compare(file, "bytes", static_cast<double>(workload.fileBytes), facts.value("total_bytes_unique_files", json()));
    compare(file, "sizes missing", static_cast<double>(workload.unknown.sizes), facts.value("files_without_size", json()));
    compare(file, "bytes over edges", static_cast<double>(workload.fileBytes), facts.value("total_edge_bytes", json()));
    double carried = 0;
    std::size_t inputs = 0, outputs = 0;
    const TaskGraph& graph = *workload.graph;
    for (std::size_t e = 0; e < graph.edgeCount(); ++e) carried += graph.edgeBytes(EdgeId(e));
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        inputs += graph.producer(DataId(d)).valid() ? 0 : 1;
        outputs += graph.producer(DataId(d)).valid() && graph.consumers(DataId(d)).empty() ? 1 : 0;
    }
    compare(file, "bytes carried", carried, facts.value("bytes_over_dependencies_each_consumer_counted", json()));
    compare(file, "workflow inputs", static_cast<double>(inputs), facts.value("workflow_input_files", json()));
    // A file that only its own writer reads is an output here; the reference counts that reader.
    if (facts.value("files_read_and_written_by_same_task", 0) == 0)
        compare(file, "workflow outputs", static_cast<double>(outputs), facts.value("workflow_output_files", json()));
}

void compareFormat(const std::string& file, const ImportedWorkload& workload, const json& facts) {
    if (facts.contains("spark_version")) {
        compare(file, "jobs", factOf(workload, "jobs"), facts["jobs"]);
        compare(file, "stages", factOf(workload, "stages"), facts["stages_seen"]);
        compare(file, "stages completed", factOf(workload, "stagesCompleted"), facts["stages_completed"]);
        compare(file, "tasks", static_cast<double>(workload.graph->taskCount()), facts["task_ends"]);
        compare(file, "task seconds", factOf(workload, "taskSeconds"), facts["sum_task_duration_ms"], 1e-3);
        compare(file, "executors", factOf(workload, "executors"), facts["executors"]);
        compare(file, "cores", factOf(workload, "cores"), facts["total_executor_cores"]);
        compare(file, "wall", factOf(workload, "wall"), facts["app_wall_ms"], 1e-3);
        compare(file, "makespan", workload.recordedMakespan().value_or(0), facts["app_wall_ms"], 1e-3);
    } else if (facts.contains("sum_core_seconds")) {
        compare(file, "jobs", factOf(workload, "jobs"), facts["jobs"]);
        compare(file, "core seconds", factOf(workload, "coreSeconds"), facts["sum_core_seconds"]);
        compare(file, "widest", factOf(workload, "widest"), facts["max_procs_of_a_job"]);
        compare(file, "makespan", workload.recordedMakespan().value_or(0), facts["end_of_last_job_s"]);
    } else if (facts.contains("instances")) {
        compare(file, "jobs", factOf(workload, "jobs"), facts["jobs"]);
        compare(file, "instances", factOf(workload, "instances"), facts["instances"]);
        compare(file, "core seconds", factOf(workload, "coreSeconds"), facts["core_seconds_upper_bound"]);
        compare(file, "makespan", workload.recordedMakespan().value_or(0), facts["end_max"].get<double>() - facts["start_min"].get<double>());
    }
}

TEST(ImportFacts, EveryReferenceWorkloadAgrees) {
    LOOM_NEEDS_SHARED("data/facts.json");
    std::ifstream stream(test::sharedFolder() / "data/facts.json");
    const json all = json::parse(stream);
    std::printf("%-52s %-18s %18s %18s\n", "file", "fact", "ours", "reference");
    std::size_t files = 0;
    for (const auto& [file, facts] : all.items()) {
        if (file == "_about" || file.starts_with("platform/")) continue;
        ++files;
        const Result<ImportedWorkload> workload = importWorkload((test::sharedFolder() / "data" / file).string());
        ASSERT_TRUE(workload.ok()) << workload.error().text();
        // The facts of DOT are in flop; a runtime of one second is 1 Gflop.
        const double unit = file.starts_with("dot/") ? 1e-9 : 1;
        compareGraph(file, *workload, facts, unit);
        if (facts.contains("control_and_file_edges")) compareGraph(file, *workload, facts["control_and_file_edges"], unit);
        compareFiles(file, *workload, facts);
        compareFormat(file, *workload, facts);
    }
    EXPECT_EQ(files, 30u);
}

}  // namespace
}  // namespace loom
