// What the tests of saved runs share: a run with trouble in it, and SQL as its readers would type it.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "sim/session.h"

namespace loom::test {

inline RunPtr simulated(const ScenarioFile& file) {
    const Result<ScenarioPtr> scenario = resolveScenario(file);
    if (!scenario) throw std::invalid_argument(scenario.error().text());
    RunControl control;
    return simulate(*scenario, control).value();
}

// A run with crashes, retries and transfers under a static plan.
inline RunPtr troubledRun(std::uint64_t seed = 7, const Spec& scheduler = Spec{"heft", {}}) {
    const char* const text =
        R"({"clusterloom": 1, "name": "crash \u00e9", "scheduler": "fifo", "seed": 7, "workload": "layered[tasks=120,width=12]",
        "platform": "star[nodes=4]", "failures": {"crashes": [{"node": "n1", "at": 2, "repair": 5}], "random": [{"mttf": 30, "mttr": 4}]}})";
    ScenarioFile file = parseScenario(text, "").value();
    file.seed = seed;
    file.scheduler = scheduler;
    return simulated(file);
}

inline void runSql(const std::filesystem::path& path, const std::string& sql) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(connection) << " in " << sql;
    sqlite3_close(connection);
}

// The first column of the first row.
inline double askSql(const std::filesystem::path& path, const std::string& sql) {
    sqlite3* connection = nullptr;
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &connection), SQLITE_OK);
    EXPECT_EQ(sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(connection);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW) << sql;
    const double value = sqlite3_column_double(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(connection);
    return value;
}

}  // namespace loom::test
