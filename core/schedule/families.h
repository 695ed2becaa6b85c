// The registered schedulers by family, for people who choose from many.
#pragma once

#include <string>
#include <vector>

namespace loom {

struct SchedulerFamily {
    const char* title;                // plural, lower case
    std::vector<std::string> members; // names of the registry
};

// Every registered scheduler in exactly one family; families and members in the order to be shown.
const std::vector<SchedulerFamily>& schedulerFamilies();
// The title of the family; empty for a name that is not registered.
std::string familyOf(const std::string& scheduler);

}  // namespace loom
