#include "core/io/chrome_trace.h"

#include <cmath>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/support/trace_text.h"

namespace loom {
namespace {

using nlohmann::json;

const char* const kWorld = R"(
    node P1 cores=2 ; node P2
    task t1 4 ; task t2 6 ; task t3 2 cores=2
    file a 10 t1 -> t2 t3
)";
// t1 commits on P1; a goes to P2; t2 is cut off there by a crash and runs again on P1 after t3 took both its lanes.
const char* const kTrace = R"(
    0 ready t1 ; 0 place t1 P1:1 ; 0 begin t1 P1:1 ; 4 end t1 P1:1 ; 4 ready t2 ; 4 ready t3 ; 4 send a P1 P2
    4.5 begin t3 P1:0 ; 6 arrive a P1 P2 ; 6 begin t2 P2:0 ; 6.5 end t3 P1:0
    7 fail t2 P2:0 ; 7 down P2 ; 7 retry t2 crashed ; 8 up P2 ; 8 begin t2 P1:0 #1 ; 14.000000001 end t2 P1:0 #1 ; 14.000000001 over finished
)";

std::vector<json> eventsOf(const json& document, const std::string& phase) {
    std::vector<json> found;
    for (const json& event : document.at("traceEvents")) {
        if (event.at("ph") == phase) found.push_back(event);
    }
    return found;
}

std::int64_t nanoseconds(const json& microseconds) { return std::llround(microseconds.get<double>() * 1000); }

using Thread = std::pair<int, int>;
Thread threadOf(const json& event) { return {event.at("pid"), event.at("tid")}; }

// Slices of one thread are disjoint or one inside the other.
void expectNesting(const json& document) {
    std::map<Thread, std::vector<std::pair<std::int64_t, std::int64_t>>> threads;
    for (const json& slice : eventsOf(document, "X")) {
        const std::int64_t begin = nanoseconds(slice.at("ts"));
        threads[threadOf(slice)].emplace_back(begin, begin + nanoseconds(slice.at("dur")));
    }
    for (const auto& [thread, slices] : threads) {
        for (std::size_t i = 0; i < slices.size(); ++i) {
            for (std::size_t j = i + 1; j < slices.size(); ++j) {
                const auto& [b1, e1] = slices[i];
                const auto& [b2, e2] = slices[j];
                const bool apart = e1 <= b2 || e2 <= b1;
                const bool inside = (b1 <= b2 && e2 <= e1) || (b2 <= b1 && e1 <= e2);
                EXPECT_TRUE(apart || inside) << thread.first << "/" << thread.second;
            }
        }
    }
}

// Every flow starts inside a slice of its thread and ends at one, not before it began.
void expectFlowsBound(const json& document) {
    const std::vector<json> slices = eventsOf(document, "X");
    const auto inside = [&](const json& flow) {
        for (const json& slice : slices) {
            const std::int64_t begin = nanoseconds(slice.at("ts"));
            const std::int64_t at = nanoseconds(flow.at("ts"));
            if (threadOf(slice) == threadOf(flow) && begin <= at && at < begin + nanoseconds(slice.at("dur"))) return true;
        }
        return false;
    };
    std::map<int, json> starts;
    for (const json& flow : eventsOf(document, "s")) {
        EXPECT_TRUE(inside(flow)) << flow;
        EXPECT_TRUE(starts.emplace(flow.at("id"), flow).second) << "two flows with one id";
    }
    const std::vector<json> ends = eventsOf(document, "f");
    EXPECT_EQ(ends.size(), starts.size());
    for (const json& flow : ends) {
        EXPECT_TRUE(inside(flow)) << flow;
        EXPECT_EQ(flow.at("bp"), "e");
        const json& start = starts.at(flow.at("id"));
        EXPECT_EQ(start.at("cat"), flow.at("cat"));
        EXPECT_EQ(start.at("name"), flow.at("name"));
        EXPECT_LE(nanoseconds(start.at("ts")), nanoseconds(flow.at("ts")));
    }
}

json sliceNamed(const json& document, const std::string& name, const std::string& category) {
    for (const json& slice : eventsOf(document, "X")) {
        if (slice.at("name") == name && slice.at("cat") == category) return slice;
    }
    return json();
}

TEST(ChromeTrace, AttemptsAreSlicesOnTheirLanes) {
    const json document = json::parse(chromeTrace(test::runFromText(kWorld, kTrace)));
    EXPECT_EQ(document.at("displayTimeUnit"), "ms");
    const json t1 = sliceNamed(document, "t1", "compute");
    EXPECT_EQ(threadOf(t1), Thread(1, 2));
    EXPECT_EQ(t1.at("ts"), 0.0);
    EXPECT_EQ(t1.at("dur"), 4e6);
    EXPECT_EQ(t1.at("args").at("outcome"), "committed");
    const json lost = sliceNamed(document, "t2", "lost");
    EXPECT_EQ(threadOf(lost), Thread(2, 1));
    EXPECT_EQ(lost.at("ts"), 6e6);
    EXPECT_EQ(lost.at("dur"), 1e6);
    const json again = sliceNamed(document, "t2", "compute");
    EXPECT_EQ(again.at("args").at("attempt"), 1);
    EXPECT_EQ(again.at("dur"), 6000000.001);  // to the nanosecond
    std::set<Thread> wide;
    for (const json& slice : eventsOf(document, "X")) {
        if (slice.at("name") == "t3") wide.insert(threadOf(slice));
    }
    EXPECT_EQ(wide, (std::set<Thread>{{1, 1}, {1, 2}}));
    const json down = sliceNamed(document, "down", "down");
    EXPECT_EQ(threadOf(down), Thread(2, 2));
    EXPECT_EQ(down.at("dur"), 1e6);
    expectNesting(document);
}

TEST(ChromeTrace, DependenciesAreFlows) {
    const json document = json::parse(chromeTrace(test::runFromText(kWorld, kTrace)));
    EXPECT_EQ(eventsOf(document, "s").size(), 2u);
    expectFlowsBound(document);
}

TEST(ChromeTrace, AFlowStartsAtTheAttemptWhoseOutputWasUsed) {
    // t1 commits twice; t2 used the second output and t3, long before, the first.
    const json document = json::parse(chromeTrace(test::runFromText(
        kWorld,
        "0 begin t1 P1:0 ; 4 end t1 P1:0 ; 4 begin t3 P1:0 ; 6 end t3 P1:0 ; 7 down P1 ; 7 retry t1 lost ; 7 begin t1 P2:0 #1 ; "
        "11 end t1 P2:0 #1 ; 11 begin t2 P2:0 ; 17 end t2 P2:0")));
    std::set<Thread> starts;
    for (const json& flow : eventsOf(document, "s")) starts.insert(threadOf(flow));
    EXPECT_EQ(starts, (std::set<Thread>{{1, 1}, {2, 1}}));
    expectFlowsBound(document);
}

TEST(ChromeTrace, TransfersAreAsyncPairs) {
    const json document = json::parse(chromeTrace(test::runFromText(kWorld, kTrace)));
    const auto begins = eventsOf(document, "b");
    const auto ends = eventsOf(document, "e");
    ASSERT_EQ(begins.size(), 1u);
    ASSERT_EQ(ends.size(), 1u);
    for (const char* key : {"id", "cat", "name", "pid"}) EXPECT_EQ(begins[0].at(key), ends[0].at(key)) << key;
    EXPECT_EQ(begins[0].at("pid"), 2);
    EXPECT_EQ(begins[0].at("ts"), 4e6);
    EXPECT_EQ(ends[0].at("ts"), 6e6);
    EXPECT_EQ(begins[0].at("args").at("from"), "P1");
    EXPECT_EQ(begins[0].at("args").at("bytes"), 10.0);
}

TEST(ChromeTrace, CountersAndNames) {
    const json document = json::parse(chromeTrace(test::runFromText(kWorld, kTrace)));
    std::map<std::string, std::map<std::int64_t, int>> counters;
    for (const json& event : eventsOf(document, "C")) {
        counters[event.at("name")][nanoseconds(event.at("ts")) / 1'000'000] = event.at("args").begin().value();
    }
    EXPECT_EQ(counters.at("busy cores").at(0), 1);
    EXPECT_EQ(counters.at("busy cores").at(4500), 2);
    EXPECT_EQ(counters.at("busy cores").at(6000), 3);
    EXPECT_EQ(counters.at("ready tasks").at(4000), 2);
    EXPECT_EQ(counters.at("transfers").at(4000), 1);
    EXPECT_EQ(counters.at("transfers").at(6000), 0);
    EXPECT_EQ(counters.at("link P1-P2").at(4000), 1);
    EXPECT_EQ(counters.at("link P1-P2").at(6000), 0);
    std::map<int, std::string> processes;
    std::map<Thread, std::string> threads;
    for (const json& event : eventsOf(document, "M")) {
        if (event.at("name") == "process_name") processes[event.at("pid")] = event.at("args").at("name");
        if (event.at("name") == "thread_name") threads[threadOf(event)] = event.at("args").at("name");
    }
    EXPECT_EQ(processes, (std::map<int, std::string>{{1, "P1"}, {2, "P2"}, {3, "cluster"}}));
    EXPECT_EQ(threads,
              (std::map<Thread, std::string>{{{1, 1}, "lane 0"}, {{1, 2}, "lane 1"}, {{2, 1}, "lane 0"}, {{2, 2}, "down"}}));
}

TEST(ChromeTrace, EscapesNames) {
    const loom::Run run =
        test::runFromText("node a\"b\\c ; task x\"\\\xff 1", "0 begin x\"\\\xff a\"b\\c:0 ; 1 end x\"\\\xff a\"b\\c:0");
    const json document = json::parse(chromeTrace(run));
    EXPECT_FALSE(sliceNamed(document, "x\"\\\xEF\xBF\xBD", "compute").is_null());  // what is no UTF-8 becomes U+FFFD
    EXPECT_EQ(eventsOf(document, "M").at(2).at("args").at("name"), "a\"b\\c");
}

TEST(ChromeTrace, OfNothingIsStillADocument) {
    const json document = json::parse(chromeTrace(test::runFromText(kWorld, "")));
    EXPECT_TRUE(eventsOf(document, "X").empty());
    EXPECT_EQ(eventsOf(document, "M").size(), 6u);
}

TEST(ChromeTrace, IsWrittenWholeOrNotAtAll) {
    const loom::Run run = test::runFromText(kWorld, kTrace);
    const std::string path = testing::TempDir() + "/loom_chrome_trace.json";
    ASSERT_TRUE(writeChromeTrace(run, path).ok());
    const auto content = readWholeFile(path, 1 << 20);
    std::remove(path.c_str());
    ASSERT_TRUE(content.ok());
    EXPECT_EQ(*content, chromeTrace(run));
    const Status failed = writeChromeTrace(run, testing::TempDir() + "/no/such/folder/x.json");
    ASSERT_FALSE(failed.ok());
    EXPECT_NE(failed.error().text().find("no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace loom
