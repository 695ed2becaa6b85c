#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/shared_data.h"
#include "tests/tidy/rules.h"

namespace loom::test {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<fs::path> sources() {
    std::vector<fs::path> out;
    for (const char* room : {"core", "sim", "app", "tests", "resources"})
        for (const auto& entry : fs::recursive_directory_iterator(sourceFolder() / room)) {
            const std::string extension = entry.path().extension();
            if (extension == ".cpp" || extension == ".h" || extension == ".py" || extension == ".sh") out.push_back(entry.path());
        }
    return out;
}

TEST(Tidy, TheHouseKeepsItsRules) {
    const std::vector<fs::path> files = sources();
    ASSERT_GT(files.size(), 100u);
    for (const fs::path& file : files)
        for (const std::string& finding : checkFile(fs::relative(file, sourceFolder()).generic_string(), contentOf(file)))
            ADD_FAILURE() << finding;
}

TEST(Tidy, EveryRoomSaysWhatItIs) {
    for (const char* house : {"core", "sim", "app"})
        for (const auto& room : fs::directory_iterator(sourceFolder() / house)) {
            if (!room.is_directory()) continue;
            const fs::path readme = room.path() / "README.md";
            EXPECT_TRUE(fs::exists(readme)) << readme << " is missing";
            const std::string text = contentOf(readme);
            EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 40) << readme << " has more than 40 lines";
        }
}

// Every rule, with a line that breaks it and a place where the same line is fine.
struct RuleCase {
    const char* forbidden;
    const char* allowed;
    const char* text;
};

class TidyRules : public testing::TestWithParam<RuleCase> {};

TEST_P(TidyRules, FindWhatBreaksThem) {
    const RuleCase& c = GetParam();
    EXPECT_EQ(checkFile(c.forbidden, c.text).size(), 1u) << c.text;
    EXPECT_EQ(checkFile(c.allowed, c.text).size(), 0u) << c.text;
}

INSTANTIATE_TEST_SUITE_P(All, TidyRules,
                         testing::Values(RuleCase{"core/a.cpp", "sim/a.cpp", "#include \"sim/seam/world.h\""},
                                         RuleCase{"app/views/a.cpp", "app/session/a.cpp", "#include \"sim/session.h\""},
                                         RuleCase{"sim/a.cpp", "app/a.cpp", "#include \"app/theme.h\""},
                                         RuleCase{"core/trace/a.cpp", "core/graph/a.cpp", "#include <boost/graph/graph_traits.hpp>"},
                                         RuleCase{"core/graph/a.h", "core/graph/a.cpp", "#include <boost/graph/graph_traits.hpp>"},
                                         RuleCase{"core/schedule/a.cpp", "core/io/a.cpp", "#include <nlohmann/json.hpp>"},
                                         RuleCase{"app/views/dag/a.cpp", "app/views/charts/a.cpp", "#include <qcustomplot.h>"},
                                         RuleCase{"sim/flow/a.cpp", "sim/real/a.cpp", "#include <opencv2/dnn.hpp>"},
                                         RuleCase{"core/a.cpp", "app/a.cpp", "#include <QString>"},
                                         RuleCase{"sim/virtual/a.cpp", "sim/real/a.cpp", "auto t = std::chrono::steady_clock::now();"},
                                         RuleCase{"core/a.cpp", "app/a.cpp", "int x = rand();"},
                                         RuleCase{"core/a.cpp", "app/a.cpp", "std::uniform_int_distribution<int> d;"},
                                         RuleCase{"core/a.cpp", "app/a.cpp", "std::unordered_map<int, int> m;\nfor (auto& x : m) use(x);"},
                                         RuleCase{"app/a.cpp", "tests/tidy/a.cpp", "// TODO later"}));

TEST(Tidy, LongFilesAreFound) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "x\n";
    EXPECT_TRUE(checkLength("core/a.cpp", text).empty());
    EXPECT_EQ(checkLength("core/a.cpp", text + "x\n").size(), 1u);
}

}  // namespace
}  // namespace loom::test
