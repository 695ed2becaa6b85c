// Malformed and foreign files: each gets one clear sentence that says where.
#include <gtest/gtest.h>

#include "core/graph/graph_summary.h"
#include "core/io/importer.h"
#include "tests/support/shared_data.h"

namespace loom {
namespace {

std::string refusalOf(const std::string& relative) {
    const std::string path = (test::sharedFolder() / "data" / relative).string();
    const Result<ImportedWorkload> workload = importWorkload(path);
    if (workload.ok()) return "accepted";
    EXPECT_EQ(workload.error().file, path);
    const std::string text = workload.error().place + ": " + workload.error().cause;
    EXPECT_EQ(text.find('\n'), std::string::npos);
    return text;
}

TEST(BadFiles, AreRefusedNamingThePlace) {
    LOOM_NEEDS_SHARED("data/bad");
    EXPECT_EQ(refusalOf("bad/01-truncated.json"), "97:16: unexpected end of JSON");
    EXPECT_EQ(refusalOf("bad/02-cycle.json"), "a_1: not a DAG: a_1 -> b_2 -> d_4 -> a_1");
    EXPECT_EQ(refusalOf("bad/03-dangling-parent.json"), "c_3: task 'c_3' names parent 'ghost_99', which does not exist");
    EXPECT_EQ(refusalOf("bad/04-negative-runtime.json"), "b_2: task 'b_2': runtime is -5");
    EXPECT_EQ(refusalOf("bad/06-duplicate-task-ids.json"), "b_2: duplicate task id 'b_2'");
    EXPECT_EQ(refusalOf("bad/08-unknown-schema-version.json"),
              "schemaVersion: WfFormat version '9.7' is unknown; known: 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6");
    EXPECT_EQ(refusalOf("bad/12-empty.json"), ": the file is empty");
    const std::string nan = refusalOf("bad/05-nan-runtime.json");
    EXPECT_NE(nan.find("invalid JSON"), std::string::npos) << nan;
    EXPECT_TRUE(std::isdigit(static_cast<unsigned char>(nan[0]))) << nan;
}

TEST(BadFiles, AByteOrderMarkIsFine) {
    LOOM_NEEDS_SHARED("data/bad");
    const Result<ImportedWorkload> workload = importWorkload((test::sharedFolder() / "data/bad/07-utf8-bom.json").string());
    ASSERT_TRUE(workload.ok()) << workload.error().text();
    const GraphSummary sum = summarise(*workload->graph);
    EXPECT_EQ(sum.tasks, 4u);
    EXPECT_EQ(sum.edges, 4u);
    EXPECT_DOUBLE_EQ(sum.criticalPath, 25);
    EXPECT_EQ(workload->fileCount, 5u);
    EXPECT_EQ(workload->fileBytes, 10010u);
}

TEST(BadFiles, EntitiesAreNeverExpanded) {
    LOOM_NEEDS_SHARED("data/bad");
    const std::string text = refusalOf("bad/09-billion-laughs.dax");
    EXPECT_EQ(text, "3:1: entity declarations are not allowed in XML (Pegasus DAX)");
}

TEST(BadFiles, APlatformIsNoWorkload) {
    LOOM_NEEDS_SHARED("data");
    for (const auto& entry : std::filesystem::directory_iterator(test::sharedFolder() / "data/platform")) {
        if (!entry.is_regular_file()) continue;
        const std::string text = refusalOf("platform/" + entry.path().filename().string());
        EXPECT_NE(text.find("a platform, not a workload"), std::string::npos) << entry.path() << ": " << text;
    }
    EXPECT_NE(refusalOf("bad/10-platform-zero-bandwidth.xml").find("a platform, not a workload"), std::string::npos);
    EXPECT_NE(refusalOf("bad/11-platform-missing-route.xml").find("a platform, not a workload"), std::string::npos);
}

}  // namespace
}  // namespace loom
