// Lists of schedulers as a parameter: heft+cpop+peft[links=true].
#pragma once

#include "core/schedule/schedulers.h"

namespace loom {

struct NamedScheduler {
    std::string name;  // as written
    SchedulerPtr scheduler;
};

// The static schedulers of a text, or the first error. "all" stands for every static scheduler of the registry that does not
// search itself, with its defaults. Refuses online schedulers, those that search, and repetitions.
Result<std::vector<NamedScheduler>> schedulersOf(const std::string& text);

}  // namespace loom
