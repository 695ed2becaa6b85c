// convert, --report, and what they write.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string example(const std::string& name) { return "'" + (sourceFolder() / "examples" / name / "scenario.json").string() + "'"; }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class Convert : public ::testing::Test {
protected:
    ScratchFolder folder_;
    CommandResult command(const std::string& arguments) const { return clusterloom(arguments, folder_.path()); }
    // Runs it, expects success, and gives the file.
    std::string converted(const std::string& arguments, const std::string& file) const {
        const CommandResult result = command("convert " + arguments);
        EXPECT_EQ(result.status, 0) << result.errors;
        return readFile(folder_.path() / file);
    }
    void refuses(const std::string& arguments, const std::vector<std::string>& mentioned) const {
        const CommandResult result = command("convert " + arguments);
        EXPECT_EQ(result.status, 2) << arguments;
        EXPECT_EQ(result.errors.rfind("error: ", 0), 0u) << result.errors;
        EXPECT_EQ(std::count(result.errors.begin(), result.errors.end(), '\n'), 1) << result.errors;
        for (const std::string& word : mentioned) EXPECT_TRUE(holds(result.errors, word)) << word << " is not in: " << result.errors;
    }
};

TEST_F(Convert, AWorkloadKeepsItsFactsThroughWfFormat) {
    converted(example("03-montage-heterogeneous") + " montage.json", "montage.json");
    const json before = json::parse(command("info --json " + example("03-montage-heterogeneous")).output);
    const json after = json::parse(command("info --json montage.json").output);
    EXPECT_EQ(after["format"], "wfformat 1.5");
    for (const char* key : {"tasks", "edges", "files", "bytes", "levels", "maxLevelWidth"}) EXPECT_EQ(before[key], after[key]) << key;
    EXPECT_NEAR(before["runtimeSum"].get<double>(), after["runtimeSum"].get<double>(), 1e-9 * after["runtimeSum"].get<double>());
}

TEST_F(Convert, ASavedRunGoesIntoEveryFormat) {
    ASSERT_EQ(command("run " + example("05-node-crash") + " --save run.loom --report run.html --trace run.json").status, 0);
    const std::string fingerprint = json::parse(command("replay run.loom --json").output)["fingerprint"];
    EXPECT_TRUE(holds(readFile(folder_.path() / "run.html"), fingerprint));
    EXPECT_TRUE(holds(readFile(folder_.path() / "run.html"), "clusterloom run "));
    EXPECT_EQ(json::parse(converted("run.loom again.json", "again.json"))["otherData"]["fingerprint"], fingerprint);
    EXPECT_EQ(readFile(folder_.path() / "run.json"), readFile(folder_.path() / "again.json"));
    EXPECT_TRUE(holds(converted("run.loom run.zh.html --language zh", "run.zh.html"), "完工时间"));
    EXPECT_TRUE(holds(converted("run.loom run.trace", "run.trace"), "PajePushState"));
    EXPECT_TRUE(holds(converted("run.loom run.dot", "run.dot"), "\"map_0\" -> \"reduce_0\""));
    EXPECT_TRUE(holds(converted("run.loom cluster.xml", "cluster.xml"), "<host id=\"n0\""));
    EXPECT_TRUE(holds(converted("run.loom run.graphml", "run.graphml"), "<graphml"));
    EXPECT_EQ(json::parse(converted("run.loom wf.json --to wfformat", "wf.json"))["workflow"]["execution"]["makespanInSeconds"],
              json::parse(command("replay run.loom --json").output)["makespan"]);
    EXPECT_TRUE(converted("run.loom d.csv --table decisions", "d.csv").starts_with("record,time [s],task"));
}

TEST_F(Convert, AllTablesGoIntoAFolder) {
    ASSERT_EQ(command("run " + example("01-canonical-graph") + " --save run.loom").status, 0);
    const json said = json::parse(command("convert run.loom tables --to csv --json").output);
    EXPECT_EQ(said["files"].size(), 9u);
    for (const auto& file : said["files"]) EXPECT_TRUE(fs::exists(folder_.path() / file.get<std::string>())) << file;
    EXPECT_TRUE(holds(readFile(folder_.path() / "tables/metrics.csv"), "makespan,80,s\r\n"));
}

TEST_F(Convert, APlatformGoesFromTextFormToXmlAndBack) {
    converted("'star[nodes=6,cores=2]' star.xml", "star.xml");
    const json info = json::parse(command("info --json star.xml").output);
    EXPECT_EQ(info["hosts"], 6);
    EXPECT_EQ(info["cores"], 12);
    const std::string again = converted("star.xml again.xml", "again.xml");
    EXPECT_TRUE(holds(again, "routing=\"Cluster\""));
}

TEST_F(Convert, WhatIsLostIsAWarning) {
    const CommandResult result = command("convert " + example("05-node-crash") + " out.dot");
    EXPECT_EQ(result.status, 0);
    EXPECT_TRUE(holds(result.errors, "warning: ")) << result.errors;
    EXPECT_TRUE(holds(result.errors, "DOT does not carry that")) << result.errors;
}

TEST_F(Convert, RefusesInOneSentence) {
    refuses("no-such-file.json x.dot", {"no-such-file.json"});
    refuses(example("01-canonical-graph") + " x.foo", {"x.foo", "--to", "wfformat"});
    refuses(example("01-canonical-graph") + " x.html", {"x.html"});  // a scenario is no run yet
    refuses(example("01-canonical-graph") + " x --to html", {"saved run"});
    refuses(example("01-canonical-graph") + " x --to dott", {"did you mean 'dot'"});
    refuses(example("01-canonical-graph") + " no/such/folder/x.dot", {"no/such/folder/x.dot"});
    folder_.write("run.loom", std::string("SQLite format 3\0", 16) + std::string(200, 'x'));
    refuses("run.loom x.html", {"run.loom"});
    ASSERT_EQ(command("run " + example("01-canonical-graph") + " --save run.loom").status, 0);
    refuses("run.loom x.csv", {"tasks, attempts"});
    refuses("run.loom x.csv --table taks", {"no table is called 'taks'"});
}

TEST_F(Convert, HelpNamesEveryFormatAndWhatItLeavesOut) {
    const CommandResult help = command("convert --help");
    EXPECT_EQ(help.status, 0);
    for (const char* word : {"wfformat", "dot", "graphml", "tasklist", "simgrid", "chrome", "paje", "csv", "html", "leaves out"})
        EXPECT_TRUE(holds(help.output, word)) << word;
}

TEST_F(Convert, GenerateWritesGraphsToo) {
    ASSERT_EQ(command("generate 'fork-join[width=3]' f.dot").status, 0);
    EXPECT_TRUE(readFile(folder_.path() / "f.dot").starts_with("digraph "));
    ASSERT_EQ(command("generate 'fork-join[width=3]' f.json").status, 0);
    EXPECT_TRUE(holds(readFile(folder_.path() / "f.json"), "\"clusterloom\": 1"));
}

}  // namespace
}  // namespace loom::test
