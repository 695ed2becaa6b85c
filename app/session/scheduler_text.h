// A scheduler as people type it.
#pragma once

#include <QString>

#include "core/base/result.h"
#include "core/base/spec.h"

namespace loom {

// The scheduler of the registry a text names, or a script, which is opened only by who runs it and says what is wrong with it.
Result<Spec> readScheduler(const QString& text);

}  // namespace loom
