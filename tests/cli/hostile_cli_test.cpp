// What people type by mistake, and what programs that read our output rely on.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/run_command.h"
#include "tests/support/shared_data.h"

namespace loom::test {
namespace {

using nlohmann::json;

json facts(const std::string& arguments, const std::filesystem::path& folder = std::filesystem::current_path()) {
    const CommandResult result = clusterloom("info --json " + arguments, folder);
    EXPECT_EQ(result.status, 0) << result.errors;
    return json::parse(result.output);
}

constexpr const char* kPlatform =
    R"({"nodes": [{"id": "P1", "speed": "2 Gf", "cores": 4}, {"id": "P2", "speed": "1 Gf"}],
        "links": {"full": {"latency": 0, "bandwidth": "1 Gbps"}}})";

TEST(Info, DescribesPlatforms) {
    const json star = facts("'star[nodes=3,cores=2,speed=5Gf]'");
    EXPECT_EQ(star["kind"], "platform");
    EXPECT_EQ(star["hosts"], 3);
    EXPECT_EQ(star["cores"], 6);
    EXPECT_EQ(star["links"], 6);
    EXPECT_EQ(star["speed"], 30e9);
    EXPECT_TRUE(star["warnings"].empty());
    const ScratchFolder folder;
    folder.write("machines.json", kPlatform);
    const json file = facts("machines.json", folder.path());
    EXPECT_EQ(file["kind"], "platform");
    EXPECT_EQ(file["cores"], 5);
    EXPECT_EQ(file["speed"], 9e9);
    EXPECT_EQ(clusterloom("route machines.json P1 P2", folder.path()).status, 0);
    EXPECT_EQ(clusterloom("info 'star[nodes=0]'").status, 2);
}

// A path with a folder in it is the same file.
TEST(Info, KnowsAWorkloadByItsContentWhereverItLies) {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder.path() / "deep");
    folder.write("deep/list.txt", "2\n10 0\n10 1 0 5\n");
    for (const std::string& name : {std::string("deep/list.txt"), "'" + (folder.path() / "deep/list.txt").string() + "'"}) {
        const json list = facts(name, folder.path());
        EXPECT_EQ(list["kind"], "workload") << name;
        EXPECT_EQ(list["format"], "task list") << name;
    }
}

TEST(Info, SaysThatAFileCannotBeOpened) {
    const ScratchFolder folder;
    std::filesystem::create_symlink("second", folder.path() / "first");
    std::filesystem::create_symlink("first", folder.path() / "second");
    EXPECT_NE(clusterloom("info first", folder.path()).errors.find("Too many levels of symbolic links"), std::string::npos);
    for (const char* absent : {"info absent.json", "info folder/absent"})
        EXPECT_NE(clusterloom(absent, folder.path()).errors.find("cannot be opened: No such file"), std::string::npos) << absent;
    EXPECT_NE(clusterloom("info absent", folder.path()).errors.find("unknown platform 'absent'"), std::string::npos);
}

TEST(Info, PrintsNamesThatHoldAnythingAsOneLineOfText) {
    const ScratchFolder folder;
    folder.write("bad.json", "{\"schemaVersion\":\"1.5\",\"workflow\":{\"specification\":{\"tasks\":[{\"id\":\"a\",\"parents\":[\"\\u001b[2J\\n\"]}]}}}");
    EXPECT_EQ(clusterloom("info bad.json", folder.path()).errors, "error: bad.json:a: task 'a' names parent ' [2J ', which does not exist\n");
    folder.write("bytes.dag", "TASK a\xFF x -1\n");
    EXPECT_EQ(clusterloom("info bytes.dag", folder.path()).errors, "error: bytes.dag:1:11: task 'a\xEF\xBF\xBD': runtime is '-1'\n");
}

TEST(Words, UnknownCommandsAreNamedWithTheNearest) {
    const CommandResult result = clusterloom("schedulars");
    EXPECT_EQ(result.status, 2);
    EXPECT_NE(result.errors.find("schedulars"), std::string::npos) << result.errors;
    EXPECT_NE(result.errors.find("'schedulers'"), std::string::npos) << result.errors;
}

TEST(Words, SizesMustBeNumbers) {
    for (const char* bytes : {"nan", "inf", "-1"})
        EXPECT_EQ(clusterloom(std::string("route 'star[nodes=2]' n0 n1 --bytes ") + bytes).status, 2) << bytes;
}

TEST(Output, ProtocolsAreAListEvenWhileThereIsNone) {
    EXPECT_TRUE(json::parse(clusterloom("protocols --json").output)["protocols"].is_array());
}

TEST(Output, ThatCannotBeWrittenIsAFailure) {
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    EXPECT_EQ(clusterloom("schedulers > /dev/full; exit $? #").status, 1);
}

// A scheduler that did not finish is no measure for the others.
TEST(Compare, FailedRunsAreNotTheBest) {
    const ScratchFolder folder;
    folder.write("dead.json", R"({"clusterloom": 1, "platform": "star[nodes=1]", "workload": "chain[tasks=3]",
                                 "failures": {"crashes": [{"node": "n0", "at": 0.5}]}})");
    const CommandResult result = clusterloom("compare --schedulers fifo,heft dead.json", folder.path());
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.output.find("failed"), std::string::npos) << result.output;
    EXPECT_EQ(result.output.find("+0 %"), std::string::npos) << result.output;
}

TEST(Json, IsValidWhereNothingIsFinite) {
    const ScratchFolder folder;
    folder.write("huge.json", R"({"clusterloom": 1, "platform": "star[nodes=2]", "scheduler": "fifo", "workload":
        {"tasks": [{"id": "a", "work": 9e18}, {"id": "b", "work": 5e18}], "edges": [{"from": "a", "to": "b"}]}})");
    const CommandResult result = clusterloom("run --json huge.json", folder.path());
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.errors.find("292 years"), std::string::npos) << result.errors;
    EXPECT_EQ(json::parse(result.output)["metrics"]["committed"], 1);
}

}  // namespace
}  // namespace loom::test
