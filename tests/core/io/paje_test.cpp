#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "core/io/writers.h"
#include "tests/support/trace_text.h"

namespace loom {
namespace {

const char* const kWorld = "node P1 cores=2 ; node P2 ; task t1 4 ; task t2 6 ; task t3 0 cores=2 ; file a 10 t1 -> t2 t3";
const char* const kTrace = R"(
    0 begin t1 P1:1 ; 4 end t1 P1:1 ; 4 send a P1 P2 ; 4 begin t3 P1:0 ; 4 end t3 P1:0
    6 arrive a P1 P2 ; 6 begin t2 P2:0 ; 7 fail t2 P2:0 ; 7 down P2 ; 8 up P2 ; 8 begin t2 P1:0 #1 ; 14 end t2 P1:0 #1 ; 14 over finished
)";

// The words of a line; quoted ones may hold blanks.
std::vector<std::string> wordsOf(const std::string& line) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == ' ') {
            ++at;
            continue;
        }
        const bool quoted = line[at] == '"';
        const std::size_t end = std::min(line.find(quoted ? '"' : ' ', at + 1), line.size());
        words.push_back(line.substr(at + (quoted ? 1 : 0), end - at - (quoted ? 1 : 0)));
        at = end + (quoted ? 1 : 0);
    }
    return words;
}

// Reads a trace as pj_dump does and says of every event what must hold: declared fields, known containers, times that do
// not decrease, states popped as often as pushed, links that end once.
struct PajeReader {
    std::map<std::string, std::pair<std::string, std::size_t>> kinds;  // number -> name, fields
    std::map<std::string, std::string> containers;                     // alias -> name
    std::map<std::string, std::vector<std::string>> stacks;            // of states by container
    std::map<std::string, std::string> links;                          // open, by key
    std::map<std::string, std::vector<std::pair<double, double>>> states;
    std::size_t transfers = 0;

    void read(const std::string& text) {
        std::istringstream lines(text);
        std::string line, number;
        double last = 0;
        while (std::getline(lines, line)) {
            const auto words = wordsOf(line);
            ASSERT_FALSE(words.empty());
            if (words[0] == "%EventDef") {
                number = words[2];
                kinds[number] = {words[1], 0};
            } else if (words[0] == "%") {
                ++kinds[number].second;
            } else if (words[0] != "%EndEventDef") {
                ASSERT_TRUE(kinds.contains(words[0])) << line;
                ASSERT_EQ(words.size() - 1, kinds[words[0]].second) << line;
                event(kinds[words[0]].first, words, last);
            }
            ASSERT_FALSE(testing::Test::HasFatalFailure()) << line;
        }
        EXPECT_TRUE(containers.empty());
        EXPECT_TRUE(links.empty());
        for (const auto& [container, stack] : stacks) EXPECT_TRUE(stack.empty()) << container;
    }

    void event(const std::string& kind, const std::vector<std::string>& words, double& last) {
        if (kind.starts_with("PajeDefine")) return;
        const double time = std::stod(words[1]);
        ASSERT_GE(time, last);
        last = time;
        if (kind == "PajeCreateContainer") {
            ASSERT_TRUE(words[4] == "0" || containers.contains(words[4]));
            ASSERT_TRUE(containers.emplace(words[2], words[5]).second);
        } else if (kind == "PajeDestroyContainer") {
            ASSERT_EQ(containers.erase(words[3]), 1u);
        } else if (kind == "PajePushState") {
            ASSERT_TRUE(containers.contains(words[3]));
            stacks[words[3]].push_back(words[1]);
            EXPECT_EQ(stacks[words[3]].size(), 1u) << "two attempts on one lane";
        } else if (kind == "PajePopState") {
            ASSERT_FALSE(stacks[words[3]].empty());
            states[words[3]].emplace_back(std::stod(stacks[words[3]].back()), time);
            stacks[words[3]].pop_back();
        } else if (kind == "PajeStartLink") {
            ASSERT_TRUE(containers.contains(words[5]));
            ASSERT_TRUE(links.emplace(words[6], words[5]).second);
        } else if (kind == "PajeEndLink") {
            ASSERT_EQ(links.erase(words[6]), 1u);
            ++transfers;
        }
    }
};

TEST(Paje, IsSoundAndHoldsEveryAttempt) {
    PajeReader reader;
    reader.read(writePaje(test::runFromText(kWorld, kTrace)));
    using Spans = std::vector<std::pair<double, double>>;
    EXPECT_EQ(reader.states["n0.1"], (Spans{{0, 4}, {4, 4}}));  // t3 takes no time and both lanes
    EXPECT_EQ(reader.states["n0.0"], (Spans{{4, 4}, {8, 14}}));
    EXPECT_EQ(reader.states["n1.0"], (Spans{{6, 7}}));
    EXPECT_EQ(reader.states["n1"], (Spans{{7, 8}}));  // down
    EXPECT_EQ(reader.transfers, 1u);
}

TEST(Paje, NamesAreQuoted) {
    const std::string text = writePaje(test::runFromText("node a\"b\\c ; task x\"y 1", "0 begin x\"y a\"b\\c:0 ; 1 end x\"y a\"b\\c:0"));
    EXPECT_NE(text.find("\"a'b\\c\""), std::string::npos);
    PajeReader reader;
    reader.read(text);
}

}  // namespace
}  // namespace loom
