// Files that a command keeps of its run.
#pragma once

#include "app/cli/commands.h"
#include "core/trace/run.h"

namespace loom::cli {

// Each whole or not at all; the first error ends it.
Status keep(const Run& run, const KeptFiles& files);

}  // namespace loom::cli
