#include "core/io/run_tables.h"

#include <array>

#include "core/io/run_table_writers.h"

namespace loom {

namespace {

using enum CellType;

constexpr std::array kTasks{RunColumn{"id", integer},        RunColumn{"name"},
                            RunColumn{"kind"},               RunColumn{"work", real, "flop"},
                            RunColumn{"cores", integer},     RunColumn{"node", integer},
                            RunColumn{"state"},              RunColumn{"ready", real, "s"},
                            RunColumn{"begin", real, "s"},   RunColumn{"finish", real, "s"},
                            RunColumn{"attempts", integer},  RunColumn{"release", real, "s"}};
constexpr std::array kAttempts{RunColumn{"task", integer},    RunColumn{"attempt", integer}, RunColumn{"node", integer},
                               RunColumn{"lane", integer},    RunColumn{"lanes", integer},   RunColumn{"begin", real, "s"},
                               RunColumn{"end", real, "s"},   RunColumn{"outcome"}};
constexpr std::array kTransfers{RunColumn{"data", integer},      RunColumn{"name"},
                                RunColumn{"from_node", integer}, RunColumn{"to_node", integer},
                                RunColumn{"begin", real, "s"},   RunColumn{"end", real, "s"},
                                RunColumn{"bytes", real, "B"},   RunColumn{"outcome"}};
constexpr std::array kNodes{RunColumn{"id", integer},           RunColumn{"name"},
                            RunColumn{"place"},                 RunColumn{"speed", real, "flop/s"},
                            RunColumn{"cores", integer},        RunColumn{"memory", real, "B"},
                            RunColumn{"state"},                 RunColumn{"crashes", integer},
                            RunColumn{"committed", integer},    RunColumn{"utilisation", real},
                            RunColumn{"bytes_in", real, "B"},   RunColumn{"bytes_out", real, "B"}};
constexpr std::array kLinks{RunColumn{"id", integer},        RunColumn{"name"},
                            RunColumn{"bandwidth", real, "B/s"}, RunColumn{"latency", real, "s"},
                            RunColumn{"sharing"},            RunColumn{"transfers", integer},
                            RunColumn{"peak", integer},      RunColumn{"bytes", real, "B"},
                            RunColumn{"busy", real, "s"}};
constexpr std::array kMetrics{RunColumn{"name"}, RunColumn{"value", real}, RunColumn{"unit"}};
constexpr std::array kDecisions{RunColumn{"record", integer},          RunColumn{"time", real, "s"},
                                RunColumn{"task", integer},            RunColumn{"node", integer},
                                RunColumn{"lane", integer},            RunColumn{"outcome"},
                                RunColumn{"reason"},                   RunColumn{"ready", real, "s"},
                                RunColumn{"planned_start", real, "s"}, RunColumn{"planned_finish", real, "s"}};
constexpr std::array kIncumbents{RunColumn{"evaluations", integer}, RunColumn{"makespan", real, "s"}, RunColumn{"bound", real, "s"}};
constexpr std::array kRecords{RunColumn{"record", integer},  RunColumn{"time", real, "s"}, RunColumn{"kind"},
                              RunColumn{"subject", integer}, RunColumn{"a", integer},      RunColumn{"b", integer},
                              RunColumn{"extra", integer}};

constexpr std::array kTables{
    RunTableDef{"tasks", kTasks, true, writeTaskRows},
    RunTableDef{"attempts", kAttempts, true, writeAttemptRows},
    RunTableDef{"transfers", kTransfers, true, writeTransferRows},
    RunTableDef{"nodes", kNodes, true, writeNodeRows},
    RunTableDef{"links", kLinks, true, writeLinkRows},
    RunTableDef{"metrics", kMetrics, true, writeMetricRows},
    RunTableDef{"decisions", kDecisions, true, writeDecisionRows},
    RunTableDef{"incumbents", kIncumbents, false, writeIncumbentRows},
    RunTableDef{"records", kRecords, false, writeRecordRows},
};

}  // namespace

std::span<const RunTableDef> runTableDefs() { return kTables; }

const RunTableDef* findRunTable(std::string_view name) {
    for (const RunTableDef& table : kTables)
        if (name == table.name) return &table;
    return nullptr;
}

std::string runTableNames() {
    std::string names;
    for (const RunTableDef& table : kTables) names += (names.empty() ? "" : ", ") + std::string(table.name);
    return names;
}

}  // namespace loom
