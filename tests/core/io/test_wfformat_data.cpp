// Every published workflow at hand against facts computed independently of this project.
#include <algorithm>
#include <cmath>
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

class WfFormatData : public testing::TestWithParam<std::string> {};

std::vector<std::string> files() {
    std::vector<std::string> names;
    const auto folder = test::sharedFolder() / "data/wfformat";
    if (!std::filesystem::exists(folder)) return {"absent"};
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string testName(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
}

void compareCoreCounts(const TaskGraph& graph, const json& facts) {
    for (const auto& [value, count] : facts["coreCount_values"].items()) {
        const std::uint32_t cores = value == "None" ? 1u : static_cast<std::uint32_t>(std::ceil(std::stod(value)));
        std::size_t found = 0;
        for (std::size_t t = 0; t < graph.taskCount(); ++t) found += graph.cores(TaskId(t)) == cores ? 1 : 0;
        EXPECT_GE(found, count.get<std::size_t>()) << value;
    }
}

void compareData(const TaskGraph& graph, const json& facts) {
    std::size_t inputs = 0, outputs = 0;
    double carried = 0;
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        inputs += !graph.producer(DataId(d)).valid() ? 1 : 0;
        outputs += graph.producer(DataId(d)).valid() && graph.consumers(DataId(d)).empty() ? 1 : 0;
    }
    for (std::size_t e = 0; e < graph.edgeCount(); ++e) carried += graph.edgeBytes(EdgeId(e));
    EXPECT_EQ(inputs, facts["workflow_input_files"].get<std::size_t>());
    EXPECT_EQ(outputs, facts["workflow_output_files"].get<std::size_t>());
    EXPECT_EQ(carried, facts["bytes_over_dependencies_each_consumer_counted"].get<double>());
}

TEST_P(WfFormatData, AgreesWithTheFacts) {
    LOOM_NEEDS_SHARED("data/wfformat/" + GetParam());
    std::ifstream stream(test::sharedFolder() / "data/facts.json");
    const json facts = json::parse(stream)["wfformat/" + GetParam()];
    const Result<ImportedWorkload> workload = importWorkload((test::sharedFolder() / "data/wfformat" / GetParam()).string());
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const TaskGraph& graph = *workload->graph;
    const GraphSummary sum = summarise(graph);

    EXPECT_EQ(workload->format, "wfformat " + facts["schemaVersion"].get<std::string>());
    EXPECT_EQ(sum.tasks, facts["tasks"].get<std::size_t>());
    EXPECT_EQ(sum.edges, facts["edges"].get<std::size_t>());
    EXPECT_EQ(workload->fileCount, facts["files_unique"].get<std::uint64_t>());
    EXPECT_EQ(workload->fileBytes, facts["total_bytes_unique_files"].get<std::uint64_t>());
    EXPECT_EQ(sum.files, workload->fileCount);
    EXPECT_EQ(sum.bytes, static_cast<double>(workload->fileBytes));
    EXPECT_NEAR(sum.runtimeSum, facts["sum_runtime_s"].get<double>(), 1e-9 * sum.runtimeSum);
    EXPECT_NEAR(sum.criticalPath, facts["critical_path_s"].get<double>(), 1e-9 * sum.criticalPath);
    EXPECT_EQ(sum.levels, facts["levels"].get<std::size_t>());
    EXPECT_EQ(sum.maxLevelWidth, facts["max_level_width"].get<std::size_t>());
    EXPECT_EQ(workload->recordedMakespan().has_value(), !facts["declared_makespan_s"].is_null());
    if (workload->recordedMakespan()) {
        EXPECT_EQ(*workload->recordedMakespan(), facts["declared_makespan_s"].get<double>());
    }
    if (facts.contains("max_parallel_width_antichain") && facts["max_parallel_width_antichain"].is_number()) {
        EXPECT_EQ(antichainWidth(graph, 2600), facts["max_parallel_width_antichain"].get<std::size_t>());
    }

    std::size_t entries = 0, exits = 0, zero = 0;
    for (std::size_t t = 0; t < graph.taskCount(); ++t) {
        entries += graph.predecessors(TaskId(t)).empty() ? 1 : 0;
        exits += graph.successors(TaskId(t)).empty() ? 1 : 0;
        zero += graph.work(TaskId(t)) == 0 ? 1 : 0;
    }
    EXPECT_EQ(entries, facts["entry_tasks"].get<std::size_t>());
    EXPECT_EQ(exits, facts["exit_tasks"].get<std::size_t>());
    EXPECT_EQ(zero, facts["zero_runtimes"].get<std::size_t>() + facts["missing_runtimes"].get<std::size_t>());
    compareCoreCounts(graph, facts);
    compareData(graph, facts);
    const CriticalPath path = criticalPath(
        graph, [&](TaskId t) { return graph.work(t); }, [](EdgeId) { return 0.0; });
    EXPECT_EQ(graph.name(path.tasks.front()), facts["critical_path_first_last"][0].get<std::string>());
    EXPECT_EQ(graph.name(path.tasks.back()), facts["critical_path_first_last"][1].get<std::string>());
}

INSTANTIATE_TEST_SUITE_P(Published, WfFormatData, testing::ValuesIn(files()), testName);

}  // namespace
}  // namespace loom
