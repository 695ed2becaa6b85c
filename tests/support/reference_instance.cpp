#include "tests/support/reference_instance.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "core/graph/graph_builder.h"
#include "sim/script/lua_scheduler.h"
#include "tests/support/shared_data.h"

namespace loom::test {

namespace {

std::unique_ptr<Instance> make(std::vector<TaskAttributes> tasks, const std::vector<double>& speed,
                               const std::vector<EdgeOf>& edges, std::vector<double> bandwidth) {
    GraphBuilder builder;
    for (TaskAttributes& task : tasks) builder.addTask(std::move(task));
    for (const EdgeOf& edge : edges) builder.addEdge(TaskId(edge.from), TaskId(edge.to), edge.bytes);
    std::vector<NodeInfo> nodes(speed.size());
    for (std::size_t i = 0; i < speed.size(); ++i) {
        nodes[i].name = "P" + std::to_string(i + 1);
        nodes[i].speed = speed[i];
    }
    const std::size_t pairs = speed.size() * speed.size();
    if (bandwidth.empty()) bandwidth.assign(pairs, 1);
    Result<TaskGraph> graph = builder.build();
    Result<Platform> platform = fullPlatform(std::move(nodes), bandwidth, std::vector<double>(pairs, 0), NodeId::none());
    if (!graph || !platform) throw std::runtime_error(graph ? platform.error().text() : graph.error().text());
    return std::make_unique<Instance>(std::move(*graph), std::move(*platform));
}

}  // namespace

std::unique_ptr<Instance> unrelated(const std::vector<std::vector<double>>& seconds, const std::vector<EdgeOf>& edges,
                                    const std::vector<double>& bandwidth) {
    std::vector<TaskAttributes> tasks(seconds.size());
    for (std::size_t i = 0; i < seconds.size(); ++i) tasks[i].runtimes = seconds[i];
    return make(std::move(tasks), std::vector<double>(seconds.at(0).size(), 1), edges, bandwidth);
}

std::unique_ptr<Instance> related(const std::vector<double>& work, const std::vector<double>& speed,
                                  const std::vector<EdgeOf>& edges, const std::vector<double>& bandwidth) {
    std::vector<TaskAttributes> tasks(work.size());
    for (std::size_t i = 0; i < work.size(); ++i) tasks[i].work = work[i];
    return make(std::move(tasks), speed, edges, bandwidth);
}

std::unique_ptr<Instance> readInstance(const nlohmann::json& json, double scaleWork, double scaleData, double scaleRate) {
    std::vector<EdgeOf> edges;
    for (const nlohmann::json& edge : json.at("edges"))
        edges.push_back({edge[0].get<std::uint32_t>(), edge[1].get<std::uint32_t>(), edge[2].get<double>() * scaleData});
    const bool matrix = json.contains("W");
    const std::size_t m = matrix ? json["W"][0].size() : json["speed"].size();
    std::vector<double> bandwidth(m * m, scaleRate);
    if (json.contains("bw"))
        for (std::size_t i = 0; i < m; ++i)
            for (std::size_t k = 0; k < json["bw"][i].size(); ++k)
                bandwidth[i * m + i + 1 + k] = bandwidth[(i + 1 + k) * m + i] = json["bw"][i][k].get<double>() * scaleRate;
    if (matrix) {
        auto seconds = json["W"].get<std::vector<std::vector<double>>>();
        for (std::vector<double>& row : seconds)
            for (double& value : row) value *= scaleWork / scaleRate;
        return unrelated(seconds, edges, bandwidth);
    }
    auto work = json["cost"].get<std::vector<double>>();
    for (double& value : work) value *= scaleWork;
    auto speed = json["speed"].get<std::vector<double>>();
    for (double& value : speed) value *= scaleRate;
    return related(work, speed, edges, bandwidth);
}

nlohmann::json readShared(const std::string& relative) {
    std::ifstream file(sharedFolder() / relative);
    return nlohmann::json::parse(file);
}

Plan planWith(const std::string& scheduler, const Estimator& estimate, std::uint64_t seed) {
    const Result<Spec> spec = parseSpec(scheduler);
    Result<std::unique_ptr<Scheduler>> made = openScheduler(*spec, LOOM_SOURCE_DIR);
    if (!made) throw std::runtime_error(made.error().text());
    const View view{estimate, Time::zero(), {}, {}, nullptr, seed};
    AllDecisions log;
    Plan plan;
    (*made)->plan(view, plan.placements, &log);
    if (const Error* error = (*made)->failure()) throw std::runtime_error(error->text());
    plan.byTask.resize(estimate.graph().taskCount());
    for (const Placement& placement : plan.placements) plan.byTask[placement.task.index()] = placement;
    plan.priorities = (*made)->priorities();
    plan.decisions = std::move(log.decisions);
    plan.makespan = plannedMakespan(plan.placements).seconds();
    return plan;
}

}  // namespace loom::test
