// Every example is a test: expected.txt holds commands ("$ clusterloom ...") and the whole of what they print. A line
// with "…" matches anything there: wall times and measured figures differ from run to run. With LOOM_UPDATE_EXAMPLES=1
// the files are written anew; commit only differences you understand.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> exampleNames() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(sourceFolder() / "examples"))
        if (entry.is_directory()) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// The lines whose figures differ from run to run, with "…" in place of them.
std::string withoutMeasurements(const std::string& output) {
    static const std::vector<std::pair<std::regex, std::string>> rules{
        {std::regex("simulated in .*, peak memory .*"), "simulated in …, peak memory …"},
    };
    std::string out;
    for (std::string line : linesOf(output)) {
        for (const auto& [pattern, replacement] : rules) line = std::regex_replace(line, pattern, replacement);
        out += line + "\n";
    }
    return out;
}

bool matches(const std::string& expected, const std::string& actual) {
    const std::string anything = "…";
    std::size_t at = 0;
    std::string rest = expected;
    bool anchored = true;
    while (true) {
        const std::size_t mark = rest.find(anything);
        const std::string piece = rest.substr(0, mark);
        const std::size_t found = actual.find(piece, at);
        if (found == std::string::npos || (anchored && found != at)) return false;
        at = found + piece.size();
        if (mark == std::string::npos) return at == actual.size() || (!anchored && piece.empty()) || actual.ends_with(piece);
        rest = rest.substr(mark + anything.size());
        anchored = false;
    }
}

std::string runAll(const fs::path& folder, const std::string& script) {
    std::string out;
    for (const std::string& line : linesOf(script)) {
        if (line.rfind("$ clusterloom ", 0) != 0) continue;
        const CommandResult result = clusterloom(line.substr(14), folder);
        out += line + "\n" + result.output + result.errors;
        if (result.status != 0) out += "(exit status " + std::to_string(result.status) + ")\n";
    }
    return out;
}

class Example : public testing::TestWithParam<std::string> {};

TEST_P(Example, PrintsWhatItPromises) {
    const fs::path folder = sourceFolder() / "examples" / GetParam();
    ASSERT_TRUE(fs::exists(folder / "README.md"));
    ASSERT_TRUE(fs::exists(folder / "scenario.json"));
    const std::string expected = readFile(folder / "expected.txt");
    ASSERT_NE(expected.find("$ clusterloom "), std::string::npos) << "expected.txt holds no command";
    const std::string actual = runAll(folder, expected);
    if (std::getenv("LOOM_UPDATE_EXAMPLES") != nullptr) {
        std::ofstream(folder / "expected.txt") << withoutMeasurements(actual);
        GTEST_SKIP() << "expected.txt was written anew";
    }
    const std::vector<std::string> want = linesOf(expected), got = linesOf(actual);
    for (std::size_t i = 0; i < std::min(want.size(), got.size()); ++i)
        EXPECT_TRUE(matches(want[i], got[i])) << "line " << i + 1 << "\n  expected: " << want[i] << "\n  printed:  " << got[i];
    EXPECT_EQ(want.size(), got.size());
}

INSTANTIATE_TEST_SUITE_P(All, Example, testing::ValuesIn(exampleNames()),
                         [](const auto& example) { return std::regex_replace(example.param, std::regex("[^A-Za-z0-9]"), "_"); });

TEST(Examples, ThereAreAtLeastSix) { EXPECT_GE(exampleNames().size(), 6u); }

}  // namespace
}  // namespace loom::test
