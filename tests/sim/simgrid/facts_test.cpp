// Every transfer time of data/facts.json, measured with SimGrid 3.32 on published platforms: 100 MB alone along each
// route, and two at once, without TCP factors ("ideal": CM02, no window, no cross-traffic) and under the default LV08.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

#include "core/io/simgrid_xml.h"
#include "tests/support/shared_data.h"
#include "tests/support/transfer_race.h"

namespace loom::test {
namespace {

constexpr double kBytes = 1e8;
constexpr double kNanoseconds = 2e-9;  // start-up and end are rounded to whole nanoseconds

// Largest difference so far of one column of the printed table.
struct Column {
    const char* network;
    const char* alone;  // keys of the facts
    const char* together;
    std::size_t times = 0;
    double worst = 0;  // relative

    void compare(double ours, double simgrid, const std::string& what) {
        EXPECT_NEAR(ours, simgrid, kNanoseconds + 1e-11 * simgrid) << network << ": " << what;  // the facts have 12 digits
        ++times;
        worst = std::max(worst, std::abs(ours - simgrid) / simgrid);
    }
};

void compareRoutes(const Platform& platform, const nlohmann::json& routes, Column& column) {
    for (const nlohmann::json& route : routes) {
        if (!route.contains(column.alone) || !route[column.alone].is_number()) continue;  // ended by a profile
        const NodeId from = platform.find(route["src"].get<std::string>()), to = platform.find(route["dst"].get<std::string>());
        column.compare(finishTimes(column.network, platform, {{from, to, kBytes}})[0], route[column.alone].get<double>(),
                       route["src"].get<std::string>() + " to " + route["dst"].get<std::string>());
    }
}

void comparePairs(const Platform& platform, const nlohmann::json& pairs, Column& column) {
    for (const nlohmann::json& pair : pairs) {
        std::vector<RaceTransfer> race;
        for (const nlohmann::json& transfer : pair[column.together])
            race.push_back({platform.find(transfer["src"].get<std::string>()), platform.find(transfer["dst"].get<std::string>()), kBytes});
        const std::vector<double> ends = finishTimes(column.network, platform, race);
        for (std::size_t i = 0; i < race.size(); ++i) {
            const nlohmann::json& finish = pair[column.together][i]["finish_s"];
            if (finish.is_number()) column.compare(ends[i], finish.get<double>(), pair["case"].get<std::string>());
        }
    }
}

TEST(PlatformFacts, TransferTimesAreSimGrids) {
    LOOM_NEEDS_SHARED("data/facts.json");
    std::ifstream file(sharedFolder() / "data/facts.json");
    const nlohmann::json facts = nlohmann::json::parse(file);
    std::size_t times = 0;
    for (const auto& [key, fact] : facts.items()) {
        if (!key.starts_with("platform/")) continue;
        SCOPED_TRACE(key);
        const Result<Platform> platform = loadSimgridPlatform((sharedFolder() / "data" / key).string());
        ASSERT_TRUE(platform.ok()) << platform.error().text();
        for (Column column : {Column{"max-min[tcp=cm02,window=0]", "time_100MB_alone_ideal_s", "ideal"},
                              Column{"max-min[tcp=lv08]", "time_100MB_alone_LV08_default_s", "LV08_default"}}) {
            compareRoutes(*platform, fact["routes"], column);
            comparePairs(*platform, fact["two_transfers_100MB_each_started_at_0"], column);
            std::printf("%-40s %-27s %3zu times, largest relative difference %.1e\n", key.c_str(), column.network, column.times, column.worst);
            times += column.times;
        }
    }
    EXPECT_GT(times, 200u);
}

}  // namespace
}  // namespace loom::test
