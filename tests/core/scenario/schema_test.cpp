// The JSON schema and the reader must know the same keys, and accept and refuse the same files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/scenario/scenario_keys.h"
#include "core/scenario/scenario_words.h"
#include "tests/support/shared_data.h"

namespace loom {
namespace {

namespace fs = std::filesystem;

fs::path schemaPath() { return test::sourceFolder() / "resources/schema/scenario.schema.json"; }

nlohmann::json schema() { return nlohmann::json::parse(std::ifstream(schemaPath())); }

std::vector<std::string> sorted(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    return words;
}

TEST(Schema, KnowsTheKeysOfTheReader) {
    const nlohmann::json root = schema();
    std::size_t objects = 1;
    for (const auto& [name, definition] : root["$defs"].items()) objects += definition.contains("additionalProperties") ? 1 : 0;
    EXPECT_EQ(objects, scenarioKeyTables().size());
    for (const KeyTable& table : scenarioKeyTables()) {
        const nlohmann::json& object = table.definition.empty() ? root : root["$defs"].at(table.definition);
        EXPECT_EQ(object.at("additionalProperties"), false) << table.definition;
        std::vector<std::string> known;
        for (const auto& [key, value] : object.at("properties").items()) known.push_back(key);
        EXPECT_EQ(sorted(known), sorted(*table.keys)) << table.definition;
    }
}

TEST(Schema, KnowsTheWordsOfTheReader) {
    const nlohmann::json root = schema();
    EXPECT_EQ(root["properties"]["fetch"]["enum"].get<std::vector<std::string>>(), fetchWords());
    const nlohmann::json& disks = root["$defs"]["disks"]["properties"];
    EXPECT_EQ(disks["inputs"]["enum"].get<std::vector<std::string>>(), diskInputWords());
    EXPECT_EQ(disks["transfers"]["enum"].get<std::vector<std::string>>(), diskTransferWords());
    EXPECT_EQ(root["properties"]["clusterloom"]["const"], kScenarioVersion);
}

bool haveValidator() { return std::system("python3 -c 'import jsonschema' >/dev/null 2>&1") == 0; }

// Runs the validator once over all files; the names of the refused ones.
std::vector<std::string> refusedBySchema(const std::vector<fs::path>& files, const fs::path& folder) {
    const fs::path script = folder / "validate.py";
    std::ofstream(script) << "import json, sys, jsonschema\n"
                             "v = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))\n"
                             "jsonschema.Draft202012Validator.check_schema(v.schema)\n"
                             "for f in sys.argv[2:]:\n"
                             "    print(f if list(v.iter_errors(json.load(open(f)))) else '')\n";
    std::string command = "python3 '" + script.string() + "' '" + schemaPath().string() + "'";
    for (const fs::path& file : files) command += " '" + file.string() + "'";
    const fs::path report = folder / "report.txt";
    EXPECT_EQ(std::system((command + " > '" + report.string() + "'").c_str()), 0);
    std::vector<std::string> refused;
    std::ifstream in(report);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) refused.push_back(fs::path(line).filename().string());
    return refused;
}

// Both readers must agree on every one of these.
const std::vector<std::string>& accepted() {
    static const std::vector<std::string> texts{
        R"({"clusterloom": 1})",
        R"({"clusterloom": 1, "seed": 5, "scheduler": "fifo", "network": "max-min[tcp=lv08]", "compute": "sharing[degree=3]",
            "platform": "star[nodes=2]", "workload": "a.json"})",
        R"({"clusterloom": 1, "platform": {"file": "p"}, "workload": {"file": "w"}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a", "speed": "1 Gf", "accelerators": [{"kind": "gpu", "speed": 5}]},
            {"id": "s", "storage": true, "cores": 0}], "links": {"full": {"latency": [[0, 1], [1, 0]], "bandwidth": "10 Gbps"}}}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a"}, {"id": "b", "group": "r", "memory": "1 GB"}],
            "links": {"star": {"bandwidth": [1, "2 kbps"], "latency": 0.1}}}})",
        R"({"clusterloom": 1, "workload": {"tasks": [{"id": "a", "work": 1, "cores": 2, "serialFraction": 0.1},
            {"id": "e", "work": 1, "cores": 2, "efficiency": [1, 0.9]}, {"id": "b", "runtimes": {"x": "1 ms"}}],
            "edges": [{"from": "a", "to": "b"}], "files": [{"id": "f", "consumers": ["a"]}]}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a", "speedProfile": {"points": [[0, 1], ["10 s", 0.5]], "loopAfter": 5}},
            {"id": "b", "stateProfile": {"points": [[3, 0]]}}], "links": {"star": {"bandwidth": 1}, "profiles": [{"link": "a.up",
            "bandwidth": {"points": [[1, "1 Gbps"]]}, "latency": {"points": [[1, 0]]}, "state": {"points": [[1, 0], [2, 1]]}}]}}})",
        R"({"clusterloom": 1, "disks": {"inputs": "disk", "transfers": "staged"}, "platform": {"nodes": [{"id": "a",
            "disks": [{"name": "d", "read": "1 Gbps", "write": 5, "penalty": 0.1}]}]}})",
        R"({"clusterloom": 1, "failures": {"cuts": [{"link": "l", "at": 1, "repair": 2}], "randomCuts": [{"mttf": 1, "links": "l"}],
            "stallTimeout": "5 s"}})",
        R"({"clusterloom": 1, "failures": {"crashes": [{"node": "a", "at": "1 s"}], "random": [{"mttf": 1}],
            "slowdowns": [{"node": "a", "factor": 2}]}, "retry": {"attempts": 2}, "information": "noisy", "viewDelay": 1,
            "fetch": "ahead", "real": {"kernel": "spin", "workers": 2, "shaped": true, "images": "x"}})",
    };
    return texts;
}

const std::vector<std::string>& refused() {
    static const std::vector<std::string> texts{
        R"({})",
        R"({"clusterloom": 2})",
        R"({"clusterloom": 1, "sede": 1})",
        R"({"clusterloom": 1, "seed": -1})",
        R"({"clusterloom": 1, "fetch": "never"})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a"}], "links": {}}})",
        R"({"clusterloom": 1, "platform": {"nodes": []}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a", "speed": []}]}})",
        R"({"clusterloom": 1, "workload": {"tasks": [{"id": "a"}]}})",
        R"({"clusterloom": 1, "workload": {"tasks": [{"id": "a", "work": 1, "runtimes": {"x": 1}}]}})",
        R"({"clusterloom": 1, "workload": {"tasks": [{"id": "a", "work": 1, "cores": 0}]}})",
        R"({"clusterloom": 1, "workload": {"tasks": [{"id": "a", "work": 1, "serialFraction": 1.5}]}})",
        R"({"clusterloom": 1, "workload": {"tasks": [{"id": "a", "work": 1, "efficiency": 1}]}})",
        R"({"clusterloom": 1, "workload": {"tasks": [{"id": "a", "work": 1, "efficiency": [1], "serialFraction": 0}]}})",
        R"({"clusterloom": 1, "workload": {"file": "x", "tasks": []}})",
        R"({"clusterloom": 1, "failures": {"slowdowns": [{"node": "a"}]}})",
        R"({"clusterloom": 1, "failures": {"cuts": [{"at": 1}]}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a", "speedProfile": {"points": []}}]}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a", "speedProfile": {"points": [[1]]}}]}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a", "speedProfile": [[1, 1]]}]}})",
        R"({"clusterloom": 1, "disks": {"transfers": "tape"}})",
        R"({"clusterloom": 1, "platform": {"nodes": [{"id": "a", "disks": [{"read": 1}]}]}})",
        R"({"clusterloom": 1, "retry": {"attempts": 0}})",
        R"({"clusterloom": 1, "real": {"workers": 1.5}})",
    };
    return texts;
}

TEST(Schema, AgreesWithTheReader) {
    for (const std::string& text : accepted()) EXPECT_TRUE(parseScenario(text, "").ok()) << text;
    for (const std::string& text : refused()) EXPECT_FALSE(parseScenario(text, "").ok()) << text;
    if (!haveValidator()) GTEST_SKIP() << "python3-jsonschema is not installed";

    const fs::path folder = fs::path(testing::TempDir()) / "loom_schema_test";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::vector<fs::path> files;
    const auto add = [&](const std::string& name, const std::string& text) {
        files.push_back(folder / name);
        std::ofstream(files.back()) << text;
    };
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < accepted().size(); ++i) {
        add("good" + std::to_string(i), accepted()[i]);
        add("canonical" + std::to_string(i), formatScenario(*parseScenario(accepted()[i], "")));
    }
    for (std::size_t i = 0; i < refused().size(); ++i) {
        add("bad" + std::to_string(i), refused()[i]);
        expected.push_back("bad" + std::to_string(i));
    }
    EXPECT_EQ(sorted(refusedBySchema(files, folder)), sorted(expected));
    fs::remove_all(folder);
}

// Every scenario that ships must read and satisfy the schema.
TEST(Schema, HoldsForEveryShippedScenario) {
    std::vector<fs::path> files;
    const fs::path examples = test::sourceFolder() / "examples";
    if (fs::exists(examples))
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(examples))
            if (entry.path().filename() == "scenario.json") files.push_back(entry.path());
    if (files.empty()) GTEST_SKIP() << "no examples yet";
    for (const fs::path& file : files) {
        const Result<ScenarioFile> loaded = loadScenarioFile(file.string());
        EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().text());
    }
    if (!haveValidator()) GTEST_SKIP() << "python3-jsonschema is not installed";
    const fs::path folder = fs::path(testing::TempDir()) / "loom_schema_examples";
    fs::create_directories(folder);
    EXPECT_THAT(refusedBySchema(files, folder), testing::IsEmpty());
    fs::remove_all(folder);
}

}  // namespace
}  // namespace loom
