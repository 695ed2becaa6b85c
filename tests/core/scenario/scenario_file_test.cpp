#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/scenario/scenario.h"

namespace loom {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A folder of its own for each test, removed afterwards.
class ScenarioFileTest : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(testing::TempDir()) / (std::string("loom_scenario_") + test->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& content) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return (folder_ / name).string();
    }
    std::string content(const std::string& name) {
        std::ostringstream out;
        out << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
        return out.str();
    }

    fs::path folder_;
};

TEST_F(ScenarioFileTest, LoadSaveLoadIsTheSame) {
    const std::string path = write("s.json", R"({"clusterloom": 1, "name": "x", "seed": 7, "workload": {"file": "w.json"}})");
    const Result<ScenarioFile> first = loadScenarioFile(path);
    ASSERT_TRUE(first.ok()) << first.error().text();
    EXPECT_EQ(first->baseFolder, folder_.string());
    const std::string copy = (folder_ / "t.json").string();
    ASSERT_TRUE(saveScenarioFile(*first, copy).ok());
    const Result<ScenarioFile> second = loadScenarioFile(copy);
    ASSERT_TRUE(second.ok()) << second.error().text();
    EXPECT_EQ(*first, *second);
    ASSERT_TRUE(saveScenarioFile(*second, copy).ok());
    EXPECT_EQ(content("t.json"), formatScenario(*first));
}

TEST_F(ScenarioFileTest, SavingElsewhereKeepsTheReferences) {
    write("data/w.json", "{}");
    const std::string path = write(
        "s.json",
        R"({"clusterloom": 1, "workload": {"file": "data/w.json"}, "platform": {"file": "/abs/p.json"}, "real": {"images": "pics"}})");
    const Result<ScenarioFile> file = loadScenarioFile(path);
    ASSERT_TRUE(file.ok()) << file.error().text();
    fs::create_directories(folder_ / "other");
    ASSERT_TRUE(saveScenarioFile(*file, (folder_ / "other/t.json").string()).ok());
    const Result<ScenarioFile> moved = loadScenarioFile((folder_ / "other/t.json").string());
    ASSERT_TRUE(moved.ok()) << moved.error().text();
    const auto& reference = std::get<FileReference>(moved->workload);
    EXPECT_EQ(reference.path, "../data/w.json");
    EXPECT_TRUE(fs::equivalent(fs::path(moved->baseFolder) / reference.path, folder_ / "data/w.json"));
    EXPECT_EQ(std::get<FileReference>(moved->platform).path, "/abs/p.json");
    EXPECT_EQ(moved->real.images, "../pics");
}

TEST_F(ScenarioFileTest, AWorkloadAloneRunsOnFourNodesWithHeft) {
    const std::string path = write("genome.json", R"({"name": "w", "schemaVersion": "1.5", "workflow": {}})");
    const Result<ScenarioFile> file = loadScenarioFile(path);
    ASSERT_TRUE(file.ok()) << file.error().text();
    EXPECT_EQ(file->name, "genome");
    EXPECT_EQ(std::get<FileReference>(file->workload).path, "genome.json");
    EXPECT_EQ(std::get<Spec>(file->platform).text(), "star[nodes=4]");
    EXPECT_EQ(file->scheduler.text(), "heft");
    EXPECT_EQ(file->baseFolder, folder_.string());
}

TEST_F(ScenarioFileTest, ErrorsNameTheFileAndThePlace) {
    const std::string cut = write("cut.json", "{\"clusterloom\": 1,\n\"name\": \"x");
    EXPECT_THAT(loadScenarioFile(cut).error().text(), HasSubstr(cut + ":2:"));
    const std::string odd = write("odd.json", R"({"clusterloom": 1, "sede": 4})");
    EXPECT_EQ(loadScenarioFile(odd).error().text(), odd + ":sede: unknown key 'sede'; did you mean 'seed'?");
    EXPECT_THAT(loadScenarioFile((folder_ / "none.json").string()).error().text(), HasSubstr("none.json"));
    EXPECT_FALSE(loadScenarioFile(folder_.string()).ok());
}

TEST_F(ScenarioFileTest, AByteOrderMarkIsAccepted) {
    const std::string path = write("bom.json", "\xEF\xBB\xBF{\"clusterloom\": 1, \"seed\": 3}");
    const Result<ScenarioFile> file = loadScenarioFile(path);
    ASSERT_TRUE(file.ok()) << file.error().text();
    EXPECT_EQ(file->seed, 3u);
}

TEST_F(ScenarioFileTest, AFailedSaveLeavesTheOldFile) {
    write("s.json", "old");
    EXPECT_FALSE(saveScenarioFile(ScenarioFile{}, (folder_ / "missing/s.json").string()).ok());
    EXPECT_EQ(content("s.json"), "old");
}

}  // namespace
}  // namespace loom
