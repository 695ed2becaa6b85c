#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/scenario/scenario.h"

namespace loom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string errorOf(const std::string& json) {
    const Result<ScenarioFile> file = parseScenario(json, "s.json");
    return file.ok() ? "no error" : file.error().text();
}

// A scenario with one more member.
std::string with(const std::string& member) { return R"({"clusterloom": 1, )" + member + "}"; }

ScenarioFile read(const std::string& json) {
    Result<ScenarioFile> file = parseScenario(json, "s.json");
    EXPECT_TRUE(file.ok()) << file.error().text();
    return file.ok() ? std::move(*file) : ScenarioFile{};
}

TEST(ReadScenario, AbsentKeysMeanTheDefaults) { EXPECT_EQ(read(R"({"clusterloom": 1})"), ScenarioFile{}); }

TEST(ReadScenario, InlineFormsOfTheFormat) {
    const ScenarioFile file = read(R"({ "clusterloom": 1, "name": "ten", "seed": 18446744073709551615,
      "scheduler": "heft[average=pairs,insertion=false]", "network": "max-min[tcp=cm02]", "compute": "sharing[degree=2]",
      "platform": { "nodes": [ {"id": "P1", "speed": 1, "cores": 1}, {"id": "P2", "speed": "3 Gf", "cores": 8, "memory": "2 GB",
                                "accelerators": [{"kind": "gpu", "count": 2, "speed": "10 Tf"}], "group": "r1"},
                               {"id": "nas", "storage": true} ],
                    "links": { "full": { "latency": "20 ms", "bandwidth": [[0, 1, 2], [3, 0, "8 kbps"], [5, 6, 0]] } } },
      "workload": { "tasks": [ {"id": "t1", "work": 10, "cores": 2, "memory": "1 MB", "accelerator": "gpu", "firstItem": 3, "itemCount": 4},
                               {"id": "t2", "kind": "fold", "runtimes": {"P2": 14, "P1": "16 ms"}} ],
                    "edges": [ {"from": "t1", "to": "t2", "bytes": 18} ],
                    "files": [ {"id": "f", "bytes": "1 kB", "producer": "t1", "consumers": ["t2"]}, {"id": "in"} ] } })");
    EXPECT_EQ(file.name, "ten");
    EXPECT_EQ(file.seed, 18446744073709551615u);
    EXPECT_EQ(file.scheduler.text(), "heft[average=pairs,insertion=false]");
    EXPECT_EQ(file.network.text(), "max-min[tcp=cm02]");
    EXPECT_EQ(file.compute.text(), "sharing[degree=2]");
    const auto& platform = std::get<InlinePlatform>(file.platform);
    ASSERT_EQ(platform.nodes.size(), 3u);
    EXPECT_EQ(platform.nodes[1], (InlineNode{"P2", 3e9, 8, 2e9, {{"gpu", 2, 1e13}}, "r1", false}));
    EXPECT_EQ(platform.nodes[2], (InlineNode{"nas", 1e9, 0, 0, {}, "", true}));
    EXPECT_FALSE(platform.star);
    EXPECT_THAT(platform.latency, ElementsAre(0.02));
    EXPECT_THAT(platform.bandwidth, ElementsAre(0, 1, 2, 3, 0, 1000, 5, 6, 0));
    const auto& workload = std::get<InlineWorkload>(file.workload);
    EXPECT_THAT(workload.tasks, ElementsAre(InlineTask{"t1", "", 10, {}, 2, 1e6, "gpu", 3, 4},
                                            InlineTask{"t2", "fold", 0, {{"P2", 14}, {"P1", 0.016}}, 1, 0, "", 0, 0}));
    EXPECT_THAT(workload.edges, ElementsAre(InlineEdge{"t1", "t2", 18}));
    EXPECT_THAT(workload.files, ElementsAre(InlineFile{"f", 1000, "t1", {"t2"}}, InlineFile{"in", 0, "", {}}));
}

TEST(ReadScenario, StarLinksAreOneOrOneANode) {
    const auto platform = [](const std::string& star) {
        return std::get<InlinePlatform>(
            read(with(R"("platform": {"nodes": [{"id": "a"}, {"id": "b"}], "links": {"star": )" + star + "}}")).platform);
    };
    EXPECT_TRUE(platform(R"({"bandwidth": "8 Gbps"})").star);
    EXPECT_THAT(platform(R"({"bandwidth": "8 Gbps"})").bandwidth, ElementsAre(1e9));
    EXPECT_THAT(platform(R"({"bandwidth": [1, 2], "latency": ["1 ms", 0]})").bandwidth, ElementsAre(1, 2));
    EXPECT_THAT(platform(R"({"bandwidth": [1, 2], "latency": ["1 ms", 0]})").latency, ElementsAre(1e-3, 0));
}

TEST(ReadScenario, TextIsRegistryTextOrAPath) {
    EXPECT_EQ(std::get<Spec>(*parsePlatformSource("star[nodes=16]")), (Spec{"star", {{"nodes", "16"}}}));
    EXPECT_EQ(std::get<FileReference>(*parsePlatformSource("cluster.json")).path, "cluster.json");
    EXPECT_EQ(std::get<FileReference>(*parsePlatformSource("a/b")).path, "a/b");
    EXPECT_EQ(std::get<Spec>(*parsePlatformSource("stra[spread=0.5]")).name, "stra");
    EXPECT_FALSE(parsePlatformSource("star[nodes=16").ok());
    EXPECT_FALSE(parsePlatformSource("").ok());
    EXPECT_EQ(std::get<FileReference>(*parseWorkloadSource("./chain")).path, "./chain");
    EXPECT_EQ(std::get<FileReference>(read(with(R"("workload": {"file": "chain"})")).workload).path, "chain");
    EXPECT_EQ(std::get<Spec>(read(with(R"("workload": "chain")")).workload).name, "chain");
}

TEST(ReadScenario, FailuresAndTheRest) {
    const ScenarioFile file =
        read(with(R"("failures": {"crashes": [{"node": "n0", "at": 5}, {"node": "n1", "at": "1 min", "repair": 30}],
        "random": [{"mttf": "1 d"}, {"nodes": "n2", "mttf": 10, "mttr": 2}],
        "slowdowns": [{"node": "n3", "factor": 4}, {"node": "n3", "at": 1, "duration": 2, "factor": 1.5}]},
      "retry": {"attempts": 7, "backoff": "100 ms", "multiplier": 3}, "information": "mean", "viewDelay": "2 s", "fetch": "ahead",
      "real": {"kernel": "matrix[size=64]", "workers": 2, "images": "pictures", "shaped": true})"));
    EXPECT_THAT(file.failures.crashes, ElementsAre(NodeCrash{"n0", Time::fromSeconds(5), Time::never()},
                                                   NodeCrash{"n1", Time::fromSeconds(60), Time::fromSeconds(30)}));
    EXPECT_THAT(file.failures.random, ElementsAre(RandomFailures{"*", 86400, 0}, RandomFailures{"n2", 10, 2}));
    EXPECT_THAT(file.failures.slowdowns, ElementsAre(Slowdown{"n3", Time::zero(), Time::never(), 4},
                                                     Slowdown{"n3", Time::fromSeconds(1), Time::fromSeconds(2), 1.5}));
    EXPECT_EQ(file.retry, (RetryPolicy{7, 0.1, 3}));
    EXPECT_EQ(file.information.text(), "mean");
    EXPECT_EQ(file.viewDelay, 2);
    EXPECT_TRUE(file.fetchAhead);
    EXPECT_EQ(file.real, (RealSpec{Spec{"matrix", {{"size", "64"}}}, 2, "pictures", true}));
}

TEST(ReadScenario, WholeNanosecondsAreExact) {
    const auto at = [](const std::string& text) {
        return read(with(R"("failures": {"crashes": [{"node": "a", "at": ")" + text + "\"}]}"))
            .failures.crashes[0]
            .at.nanoseconds();
    };
    EXPECT_EQ(at("8388608000996224 ns"), 8388608000996224);
    EXPECT_EQ(at("9223372036854775806 ns"), 9223372036854775806);
    EXPECT_EQ(at("20 us"), 20000);
    EXPECT_EQ(at("1.5 ns"), 2);
}

TEST(ReadScenario, UnknownKeysNameThePlaceAndTheNearest) {
    const auto node = [](const std::string& inside) { return with(R"("platform": {"nodes": [{"id": "a"}, )" + inside + "]}"); };
    const auto task = [](const std::string& inside) { return with(R"("workload": {"tasks": [)" + inside + "]}"); };
    EXPECT_EQ(errorOf(with(R"("schedular": "heft")")), "s.json:schedular: unknown key 'schedular'; did you mean 'scheduler'?");
    EXPECT_EQ(errorOf(node(R"({"id": "b", "sped": 1})")),
              "s.json:platform.nodes[1].sped: unknown key 'sped'; did you mean 'speed'?");
    EXPECT_THAT(errorOf(task(R"({"id": "b", "runtime": 1})")), HasSubstr("workload.tasks[0].runtime: unknown key"));
    EXPECT_THAT(errorOf(with(R"("workload": {"task": []})")), HasSubstr("did you mean 'tasks'"));
    EXPECT_THAT(errorOf(with(R"("workload": {"file": "x", "tasks": []})")), HasSubstr("workload.tasks: unknown key"));
    EXPECT_THAT(errorOf(with(R"("failures": {"crash": []})")), HasSubstr("failures.crash: unknown key"));
    EXPECT_THAT(errorOf(with(R"("failures": {"crashes": [{"node": "a", "at": 1, "repairs": 1}]})")),
                HasSubstr("failures.crashes[0].repairs: unknown key 'repairs'; did you mean 'repair'"));
    EXPECT_THAT(errorOf(with(R"("retry": {"attempt": 3})")), HasSubstr("retry.attempt: unknown key"));
    EXPECT_THAT(errorOf(with(R"("real": {"kernels": "spin"})")), HasSubstr("real.kernels: unknown key"));
    EXPECT_THAT(errorOf(with(R"("platform": {"nodes": [{"id": "a"}], "links": {"mesh": {}}})")),
                HasSubstr("platform.links.mesh"));
    EXPECT_THAT(errorOf(with(R"("platform": {"nodes": [{"id": "a"}], "links": {"star": {"bandwith": 1}}})")),
                HasSubstr("platform.links.star.bandwith: unknown key 'bandwith'; did you mean 'bandwidth'"));
}

TEST(ReadScenario, WrongTypesNameWhatIsExpected) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {R"("name": 5)", "name: expected text, found the number 5"},
        {R"("seed": -1)", "seed: expected a whole number"},
        {R"("seed": 1.5)", "seed: expected a whole number"},
        {R"("seed": "1")", "seed: expected a whole number"},
        {R"("scheduler": ["heft"])", "scheduler: expected text, found an array"},
        {R"("scheduler": "heft[")", "scheduler: unbalanced"},
        {R"("platform": 5)", "platform: expected registry text"},
        {R"("workload": null)", "workload: expected registry text"},
        {R"("workload": {"tasks": {}})", "workload.tasks: expected an array, found an object"},
        {R"("workload": {"tasks": []})", "workload.tasks: names no task"},
        {R"("workload": {"tasks": [5]})", "workload.tasks[0]: expected an object, found the number 5"},
        {R"("workload": {"tasks": [{"work": 1}]})", "workload.tasks[0]: the key 'id' is missing"},
        {R"("workload": {"tasks": [{"id": "", "work": 1}]})", "workload.tasks[0].id: is empty"},
        {R"("workload": {"tasks": [{"id": "a"}]})", "workload.tasks[0]: task 'a' needs either 'work' or 'runtimes'"},
        {R"("workload": {"tasks": [{"id": "a", "work": 1, "runtimes": {"p": 1}}]})", "needs either 'work' or 'runtimes'"},
        {R"("workload": {"tasks": [{"id": "a", "work": -1}]})", "workload.tasks[0].work: must be finite and not negative"},
        {R"("workload": {"tasks": [{"id": "a", "work": "5 miles"}]})", "workload.tasks[0].work:"},
        {R"("workload": {"tasks": [{"id": "a", "runtimes": {}}]})", "workload.tasks[0].runtimes: names no node"},
        {R"("workload": {"tasks": [{"id": "a", "runtimes": {"p": true}}]})",
         "workload.tasks[0].runtimes.p: expected a number or text"},
        {R"("workload": {"tasks": [{"id": "a", "work": 1, "cores": 0}]})",
         "workload.tasks[0].cores: expected a whole number in 1.."},
        {R"("workload": {"tasks": [{"id": "a\u0000b", "work": 1}]})", "workload.tasks[0].id: the text holds a zero byte"},
        {R"("workload": {"tasks": [{"id": "a", "work": 1}], "edges": [{"from": "a"}]})",
         "workload.edges[0]: the key 'to' is missing"},
        {R"("workload": {"tasks": [{"id": "a", "work": 1}], "files": [{"id": "f", "consumers": [1]}]})",
         "workload.files[0].consumers[0]"},
        {R"("platform": {"nodes": []})", "platform.nodes: names no node"},
        {R"("platform": {"nodes": [{"id": "a"}, {"id": "b"}]})", "platform: the key 'links' is missing"},
        {R"("platform": {"nodes": [{"id": "a", "speed": 0}]})", "platform.nodes[0].speed: must be positive"},
        {R"("platform": {"nodes": [{"id": "a", "cores": 0}]})", "platform.nodes[0].cores: expected a whole number in 1.."},
        {R"("platform": {"nodes": [{"id": "a"}], "links": {}})", "platform.links: needs either 'full' or 'star'"},
        {R"("platform": {"nodes": [{"id": "a"}, {"id": "b"}], "links": {"full": {"bandwidth": [[0, 1]]}}})",
         "platform.links.full.bandwidth: expected a matrix of 2 rows"},
        {R"("platform": {"nodes": [{"id": "a"}, {"id": "b"}], "links": {"full": {"bandwidth": [[0, 1], [1]]}}})",
         "platform.links.full.bandwidth[1]: expected an array of 2 values"},
        {R"("platform": {"nodes": [{"id": "a"}, {"id": "b"}], "links": {"star": {"bandwidth": [1]}}})",
         "platform.links.star.bandwidth: expected an array of 2 values"},
        {R"("platform": {"nodes": [{"id": "a"}], "links": {"star": {"latency": 1}}})",
         "platform.links.star: the key 'bandwidth' is missing"},
        {R"("failures": {"crashes": [{"node": "a", "at": "1 GB"}]})", "failures.crashes[0].at:"},
        {R"("failures": {"crashes": [{"node": "a", "at": 1e300}]})", "failures.crashes[0].at: is later than 292 years"},
        {R"("failures": {"random": [{"mttf": 0}]})", "failures.random[0].mttf: must be positive"},
        {R"("failures": {"slowdowns": [{"node": "a", "factor": 0.5}]})", "failures.slowdowns[0].factor: must be in 1.."},
        {R"("retry": {"attempts": 0})", "retry.attempts: expected a whole number in 1.."},
        {R"("fetch": "ahed")", "fetch: unknown word 'ahed'; did you mean 'ahead'?"},
        {R"("real": {"workers": 5000})", "real.workers: expected a whole number in 0..1024"},
        {R"("real": {"shaped": "yes"})", "real.shaped: expected true or false, found text"},
    };
    for (const auto& [member, message] : cases) EXPECT_THAT(errorOf(with(member)), HasSubstr(message)) << member;
}

TEST(ReadScenario, TheVersionMustBeKnown) {
    EXPECT_EQ(errorOf("{}"), "s.json: the key 'clusterloom' is missing");
    EXPECT_THAT(errorOf(R"({"clusterloom": 2})"), HasSubstr("s.json:clusterloom: the format's version must be 1"));
    EXPECT_THAT(errorOf(R"({"clusterloom": "1"})"), HasSubstr("the format's version must be 1, found text"));
    EXPECT_THAT(errorOf("[]"), HasSubstr("expected an object, found an array"));
}

TEST(ReadScenario, APlatformMayStandInAFileOfItsOwn) {
    const Result<InlinePlatform> platform = parsePlatformFile(R"({"nodes": [{"id": "a", "speed": 2}]})", "p.json");
    ASSERT_TRUE(platform.ok()) << platform.error().text();
    EXPECT_EQ(platform->nodes[0].speed, 2);
    EXPECT_THAT(parsePlatformFile(R"({"nodes": [{"id": "a", "spede": 2}]})", "p.json").error().text(),
                HasSubstr("p.json:nodes[0].spede"));
}

}  // namespace
}  // namespace loom
