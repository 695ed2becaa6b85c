// What a file is, told from its content: a platform, a workload on its own, or a scenario.
#pragma once

#include <string>
#include <string_view>

#include "core/scenario/scenario.h"

namespace loom {

// What kind of platform the (unpacked) content is, in the words of reports; empty: none. A SimGrid platform, a preset, or a JSON
// object that lists nodes and is neither scenario nor workload.
std::string platformKind(std::string_view content);

// True for what loadScenarioFile makes around a workload file: `path` is the workload itself, not a scenario.
bool isWorkloadAlone(const ScenarioFile& file, const std::string& path);

}  // namespace loom
