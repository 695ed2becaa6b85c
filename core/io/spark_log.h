// What a Spark event log says, gathered from its lines; times are milliseconds of an epoch. Inside core/io only.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/io/case_tally.h"
#include "core/io/text_table.h"

namespace loom {

struct SparkStage {
    std::vector<std::uint64_t> parents;
    bool submitted = false, completed = false;
    double submission = std::numeric_limits<double>::quiet_NaN();  // ms
};

// One attempt at a task that came to an end.
struct SparkAttempt {
    std::uint64_t stage = 0, index = 0;
    bool success = false;
    std::uint32_t executor = TextTable::kNone;  // into SparkLog::executorNames
    double launch = 0, finish = 0;              // ms
    double shuffleWritten = 0, shuffleRead = 0; // B
};

struct SparkExecutor {
    std::string host;
    double cores = 0;  // 0 = not stated
};

struct SparkLog {
    std::string version;
    double begin = std::numeric_limits<double>::quiet_NaN(), end = std::numeric_limits<double>::quiet_NaN();  // of the application
    double firstTime = std::numeric_limits<double>::infinity(), lastTime = -std::numeric_limits<double>::infinity();  // of any event
    double taskCores = 0;  // spark.task.cpus; 0 = not stated
    std::uint64_t jobs = 0;
    std::map<std::uint64_t, SparkStage> stages;  // by id, in any attempt
    std::vector<SparkAttempt> attempts;
    std::uint64_t started = 0;  // attempts
    TextTable executorNames;
    std::vector<SparkExecutor> executors;  // by number in `executorNames`
    double inputBytes = 0;
    CaseTally brokenLines, longLines, otherEvents, incompleteEnds, speculative, backwards;
};

// Reads a log line by line; a line that is no JSON is counted and passed over. Refuses a text without any event.
Result<SparkLog> readSparkLog(std::string_view content, std::uint32_t depth, std::uint64_t mostAttempts);

}  // namespace loom
