// Damaged scenarios end in an error or in a scenario, never in anything else; the sanitizers watch.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/rng.h"
#include "core/scenario/scenario.h"

namespace loom {
namespace {

const std::string& sound() {
    static const std::string text = R"({ "clusterloom": 1, "name": "x", "seed": 1, "scheduler": "heft[insertion=true]",
      "platform": { "nodes": [ {"id": "P1", "speed": "1 Gf", "cores": 1, "accelerators": [{"kind": "gpu", "speed": 1e3}]}, {"id": "P2"} ],
                    "links": { "full": { "latency": "1 ms", "bandwidth": [[0, 1], ["8 kbps", 0]] } } },
      "workload": { "tasks": [ {"id": "t1", "work": 10}, {"id": "t2", "runtimes": {"P1": 14, "P2": 16}} ],
                    "edges": [ {"from": "t1", "to": "t2", "bytes": 18} ], "files": [{"id": "f", "consumers": ["t1"]}] },
      "failures": {"crashes": [{"node": "P1", "at": 5, "repair": "1 min"}], "random": [{"mttf": 1e5}]}, "retry": {"attempts": 2} })";
    return text;
}

void tryIt(const std::string& text) {
    const Result<ScenarioFile> file = parseScenario(text, "f");
    if (!file) {
        EXPECT_FALSE(file.error().cause.empty()) << text;
        return;
    }
    const std::string canonical = formatScenario(*file);
    const Result<ScenarioFile> back = parseScenario(canonical, "f");
    ASSERT_TRUE(back.ok()) << back.error().text() << "\n" << canonical;
    EXPECT_EQ(*back, *file) << canonical;
}

TEST(Hostile, EveryPrefixIsRefused) {
    for (std::size_t length = 0; length < sound().size(); ++length)
        EXPECT_FALSE(parseScenario(sound().substr(0, length), "f").ok()) << length;
    EXPECT_TRUE(parseScenario(sound(), "f").ok());
}

TEST(Hostile, ReplacedBytes) {
    const std::string bytes =
        "{}[]\",:-+0123456789.eE \\u\x00\xFF\n"
        "abktnf";
    for (std::uint64_t round = 0; round < 6000; ++round) {
        RandomStream random(1, Purpose::test, round);
        std::string text = sound();
        for (std::uint64_t changes = 1 + random.below(4); changes > 0; --changes)
            text[random.below(text.size())] = bytes[random.below(bytes.size())];
        tryIt(text);
    }
}

TEST(Hostile, ValuesOfEveryKindInEveryPlace) {
    const std::vector<std::string> values{
        "null",      "true", "-1", "0",    "1e308",    "1e-320", "18446744073709551616", "4294967296", "\"\"", "\"x\"",
        "\"1e400\"", "[]",   "{}", "[[]]", "\"-5 s\"", "\"[\"",  "{\"a\":{}}",           "-0.0"};
    std::size_t places = 0;
    for (std::size_t at = sound().find(": "); at != std::string::npos; at = sound().find(": ", at + 1)) {
        const std::size_t start = at + 2;
        if (sound()[start] == '{' || sound()[start] == '[' || sound()[start] == ' ') continue;
        const std::size_t end = sound().find_first_of(",}", start);
        ++places;
        for (const std::string& value : values) tryIt(sound().substr(0, start) + value + sound().substr(end));
    }
    EXPECT_GT(places, 20u);
}

TEST(Hostile, HugeListsStayWithinLimits) {
    std::string nodes = R"({"clusterloom": 1, "platform": {"nodes": [)";
    for (int i = 0; i < 100'001; ++i) nodes += R"({"id":"a"},)";
    nodes.back() = ']';
    const Result<ScenarioFile> file = parseScenario(nodes + "}}", "f");
    ASSERT_FALSE(file.ok());
    EXPECT_EQ(file.error().text(), "f:platform.nodes[100000]: more than 100000 nodes");
    EXPECT_FALSE(parseScenario(R"({"clusterloom": 1, "description": ")" + std::string(40u << 20, 'x') + "\"}", "f").ok());
}

}  // namespace
}  // namespace loom
