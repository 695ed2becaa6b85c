// The parts of a scenario file, each read and written by a file of its own.
#pragma once

#include <string>

#include "core/base/units.h"
#include "core/scenario/json_document.h"
#include "core/scenario/scenario.h"

namespace loom {

// What parseScenario refuses in counts and what the JSON schema states.
inline constexpr std::uint32_t kMostTaskCores = 1'000'000;
inline constexpr std::uint32_t kMostDevices = 10'000;
inline constexpr std::uint32_t kMostWorkers = 1024;
inline constexpr std::uint32_t kMostAttempts = 1'000'000;

Result<WorkloadSource> readWorkload(const Json& value, const std::string& path);
Result<PlatformSource> readPlatform(const Json& value, const std::string& path);
Result<InlinePlatform> readInlinePlatform(const Json& value, const std::string& path);
Result<FailurePlan> readFailures(const Json& value, const std::string& path);

Json workloadJson(const WorkloadSource& source);
Json platformJson(const PlatformSource& source);
Json failuresJson(const FailurePlan& failures);

// A number in the base unit, or text with a unit where that is shorter to read and reads back as the same number.
Json quantityJson(double value, Dimension dimension);
Json timeJson(Time time);

}  // namespace loom
