// The vectors of reference/laws.json that are about schedules.
#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/core/schedule/online_run.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

nlohmann::json vectorOf(const std::string& id) {
    const nlohmann::json all = readShared("reference/laws.json")["vectors"];
    return *std::find_if(all.begin(), all.end(), [&](const nlohmann::json& v) { return v["id"] == id; });
}

// Tasks are numbered from 1 in these vectors.
std::vector<EdgeOf> edgesFromOne(const nlohmann::json& list) {
    std::vector<EdgeOf> edges;
    for (const nlohmann::json& e : list)
        edges.push_back({e[0].get<std::uint32_t>() - 1, e[1].get<std::uint32_t>() - 1, e.size() > 2 ? e[2].get<double>() : 0});
    return edges;
}

TEST(Laws, Heft) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json vector = vectorOf("HEFT");
    std::vector<std::vector<double>> seconds;
    for (int t = 1; t <= 10; ++t) seconds.push_back(vector["inputs"]["W"][std::to_string(t)].get<std::vector<double>>());
    const auto problem = unrelated(seconds, edgesFromOne(vector["inputs"]["edges"]));
    const Plan plan = planWith("heft", problem->estimate);
    EXPECT_EQ(plan.makespan, vector["expected"]["makespan"].get<double>());
    for (std::size_t i = 0; i < 10; ++i) {
        const std::string name = std::to_string(i + 1);
        EXPECT_NEAR(plan.priorities[i], vector["expected"]["rank_u"][name].get<double>(), 1e-9);
        const nlohmann::json& placement = vector["expected"]["placement"][name];
        EXPECT_EQ(plan.byTask[i].node.index(), placement[0].get<std::size_t>());
        EXPECT_EQ(plan.byTask[i].start.seconds(), placement[1].get<double>());
        EXPECT_EQ(plan.byTask[i].finish.seconds(), placement[2].get<double>());
    }
}

TEST(Laws, Mapping) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json vector = vectorOf("MAPPING");
    const auto problem = unrelated(vector["inputs"]["ETC"].get<std::vector<std::vector<double>>>(), {});
    const std::vector<std::pair<const char*, const char*>> forms = {
        {"olb", "olb"}, {"met", "met"}, {"mct", "mct"}, {"minmin", "min-min"}, {"maxmin", "max-min"}, {"sufferage", "sufferage"}};
    ASSERT_EQ(forms.size(), vector["expected"].size());
    for (const auto& [name, form] : forms)
        EXPECT_EQ(planWith(form, problem->estimate).makespan, vector["expected"][name].get<double>()) << name;
}

double grahamRun(const std::vector<double>& times, const std::vector<EdgeOf>& edges, std::size_t processors) {
    return runOnline("list", related(times, std::vector<double>(processors, 1), edges)->estimate).makespan.seconds();
}

TEST(Laws, GrahamAnomaly) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json vector = vectorOf("GRAHAM_ANOMALY");
    const nlohmann::json& expected = vector["expected"];
    const auto times = vector["inputs"]["times"].get<std::vector<double>>();
    const std::vector<EdgeOf> edges = edgesFromOne(vector["inputs"]["edges"]);
    EXPECT_EQ(grahamRun(times, edges, 3), expected["makespan_m3"].get<double>());
    EXPECT_EQ(grahamRun(times, edges, 4), expected["makespan_m4"].get<double>());
    std::vector<double> shorter = times;
    for (double& time : shorter) time -= 1;
    EXPECT_EQ(grahamRun(shorter, edges, 3), expected["makespan_m3_all_times_minus_1"].get<double>());
    // The other list: tasks renumbered by their place in it.
    const auto list = vector["inputs"]["list2"].get<std::vector<std::uint32_t>>();
    std::vector<std::uint32_t> place(list.size());
    std::vector<double> renumbered(list.size());
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        place[list[i] - 1] = i;
        renumbered[i] = times[list[i] - 1];
    }
    std::vector<EdgeOf> moved;
    for (const EdgeOf& e : edges) moved.push_back({place[e.from], place[e.to], 0});
    EXPECT_EQ(grahamRun(renumbered, moved, 3), expected["makespan_m3_list2"].get<double>());
    std::vector<EdgeOf> fewer = edges;
    std::erase_if(fewer, [](const EdgeOf& e) { return e.from == 3 && (e.to == 4 || e.to == 5); });
    EXPECT_EQ(grahamRun(times, fewer, 3), expected["makespan_m3_without_edges_4_5_and_4_6"].get<double>());
}

TEST(Laws, GrahamBound) {
    LOOM_NEEDS_SHARED("reference/laws.json");
    const nlohmann::json vector = vectorOf("GRAHAM_BOUND");
    const auto m = vector["inputs"]["m"].get<std::size_t>();
    const auto jobs = vector["inputs"]["jobs"].get<std::vector<double>>();
    EXPECT_EQ(grahamRun(jobs, {}, m), vector["expected"]["LS"].get<double>());
    const auto problem = related(jobs, std::vector<double>(m, 1), {});
    EXPECT_EQ(planWith("mct", problem->estimate).makespan, vector["expected"]["LS"].get<double>());
    EXPECT_EQ(planWith("heft", problem->estimate).makespan, vector["expected"]["OPT"].get<double>());
}

// Longest processing time first: HEFT on independent tasks and equal nodes.
TEST(Laws, LongestFirst) {
    LOOM_NEEDS_SHARED("reference/examples/graham1969.json");
    const nlohmann::json graham = readShared("reference/examples/graham1969.json");
    for (const nlohmann::json& one : graham["lpt_4_3_minus_1_3m"]) {
        const auto problem =
            related(one["cost"].get<std::vector<double>>(), std::vector<double>(one["processors"].get<std::size_t>(), 1), {});
        for (const char* form : {"heft", "hlfet", "max-min", "mcp"})
            EXPECT_EQ(planWith(form, problem->estimate).makespan, one["LPT"].get<double>()) << form;
    }
}

}  // namespace

}  // namespace loom::test
