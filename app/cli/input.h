// From the command line's words to a resolved scenario, with warnings printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace loom::cli {

// Words that replace what stands in a scenario file.
struct Overrides {
    std::string platform;  // platform file or registry text
    std::string scheduler;
    std::string network;
    std::string compute;
    std::optional<std::uint64_t> seed;
    std::vector<std::string> assume;  // KEY=VALUE: what stands in for what a workload's file leaves out
};

// Loads a scenario or workload file, applies the overrides and resolves it; warnings go to standard error.
Result<ScenarioPtr> loadScenario(const std::string& path, const Overrides& overrides);

// Words of --assume into a file's reference to a workload; an error when the workload stands in no file of its own.
Status applyAssumptions(const std::vector<std::string>& words, ScenarioFile& file);

// A scheduler's script on the command line is looked for from the current folder first; a scenario names its from its own.
Spec fromHere(Spec scheduler, const std::string& baseFolder);
// A spec given as a word on the command line; errors name the option.
Result<Spec> parseOption(const std::string& option, const std::string& text);

// The platform a word stands for: registry text, a platform file, or the platform of a scenario file.
Result<Platform> loadPlatform(const std::string& word);

// Whether a word names a file rather than a registry entry of platforms.
PlatformSource platformSource(const std::string& word);

// What kind of platform a word names, in the words of the report; empty: none. Registry text, unless a file has that name.
std::string platformFormat(const std::string& word);

}  // namespace loom::cli
