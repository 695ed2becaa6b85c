// Schedulers that users write: a script in Lua that defines plan() and/or react(), and optionally explain().
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/schedule/scheduler.h"

namespace loom {

// Reads the script's text and runs its top level. `name` stands in errors, with the line. A script with react() is an
// online scheduler (its plan(), if any, runs once before time zero to prepare); one with plan() alone is static.
// What a script may call is described in README.md here.
Result<std::unique_ptr<Scheduler>> makeLuaScheduler(const std::string& name, std::string_view text);

// The scheduler a scenario names: of the registry, or a script (namesScript) whose path starts at `baseFolder`.
Result<std::unique_ptr<Scheduler>> openScheduler(const Spec& spec, const std::string& baseFolder);

}  // namespace loom
