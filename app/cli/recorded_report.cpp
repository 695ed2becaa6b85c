#include "app/cli/recorded_report.h"

#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "app/cli/output.h"

namespace loom::cli {

namespace {

std::size_t placedTasks(const RecordedRun& run) {
    return run.machine.size() - static_cast<std::size_t>(std::count(run.machine.begin(), run.machine.end(), RecordedRun::kNoMachine));
}

}  // namespace

nlohmann::ordered_json recordedJson(const RecordedRun& run, std::optional<double> simulated) {
    nlohmann::ordered_json json;
    if (run.makespan) json["makespan"] = *run.makespan;
    if (simulated && run.makespan) {
        json["simulated"] = *simulated;
        json["difference"] = *simulated - *run.makespan;
        if (*run.makespan > 0) json["ratio"] = *simulated / *run.makespan;
    }
    json["machines"] = nlohmann::ordered_json::array();
    for (const RecordedMachine& machine : run.machines) {
        nlohmann::ordered_json row{{"name", machine.name}};
        if (machine.cores) row["cores"] = *machine.cores;
        if (machine.speed) row["speed"] = *machine.speed;
        if (machine.memory) row["memory"] = *machine.memory;
        json["machines"].push_back(std::move(row));
    }
    json["placedTasks"] = placedTasks(run);
    json["timedTasks"] = run.timedTasks();
    return json;
}

void addRecordedRows(Table& table, const RecordedRun* run, double makespan, std::optional<double> simulated) {
    table.add({"recorded makespan", seconds(makespan)});
    if (simulated) table.add({"simulated against recorded", seconds(*simulated) + ", " + percentDifference(*simulated, makespan)});
    if (run == nullptr) return;
    if (!run->machines.empty())
        table.add({"recorded machines", std::to_string(run->machines.size()) + ", tasks with a machine " + std::to_string(placedTasks(*run))});
    if (const std::size_t timed = run->timedTasks(); timed > 0) table.add({"tasks with recorded times", std::to_string(timed)});
}

nlohmann::ordered_json reportJson(const ImportReport& report) {
    return {{"read", report.read}, {"assumed", report.assumed}, {"dropped", report.dropped}};
}

void printReport(const ImportReport& report) {
    const auto print = [](const char* heading, const std::vector<std::string>& lines) {
        for (const std::string& line : lines) std::printf("%-8s  %s\n", heading, line.c_str());
    };
    if (!report.empty()) std::printf("\n");
    print("read", report.read);
    print("assumed", report.assumed);
    print("dropped", report.dropped);
}

}  // namespace loom::cli
