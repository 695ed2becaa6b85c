// Scenario files that differ from one of them in values at paths: what a sweep varies.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/scenario/scenario.h"

namespace loom {

// A value for one place of a scenario file. The path names keys from the root and subscripts of arrays, joined by dots:
// "seed", "retry.attempts", "failures.random.0.mttf". A key below a registry text is a parameter of it:
// "platform.nodes" of "star[nodes=16]". The value is text as in the file: a number, a quantity with a unit, a word.
struct Setting {
    std::string path;
    std::string value;
};

// Immutable after construction; thread-safe.
class ScenarioVariation {
public:
    explicit ScenarioVariation(const ScenarioFile& base);
    ~ScenarioVariation();

    // The base with the settings made, in order. Errors name path and value, and the nearest key of an unknown one.
    // Parameters of registry texts are checked by name and range; what only a built graph or platform can tell (a
    // node's name, a file's presence) is left to resolveScenario.
    [[nodiscard]] Result<ScenarioFile> with(std::span<const Setting> settings) const;

private:
    struct Tree;
    ScenarioFile base_;
    std::unique_ptr<const Tree> tree_;
};


// "platform.nodes=4, network.tcp=lv08", for reports and errors.
std::string settingsText(std::span<const Setting> settings);

}  // namespace loom
