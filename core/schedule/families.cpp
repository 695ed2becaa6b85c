#include "core/schedule/families.h"

#include <algorithm>

namespace loom {

const std::vector<SchedulerFamily>& schedulerFamilies() {
    static const std::vector<SchedulerFamily> families = {
        {"list schedulers",
         {"heft", "cpop", "peft", "lookahead-heft", "ippts", "sdbats", "pets", "hcpt", "hbmct", "dls", "gdl", "etf", "hlfet", "ish", "mcp",
          "bil", "fcp", "flb", "parametric"}},
        {"clustering", {"dsc"}},
        {"batch heuristics", {"min-min", "max-min", "duplex", "sufferage", "mct", "met", "olb", "wba"}},
        {"online policies", {"fifo", "list", "priority-queue", "power-of-d", "work-stealing", "delay-scheduling"}},
        {"named systems", {"dask", "ray", "spark", "hadoop"}},
        {"searches", {"annealing", "tabu", "genetic", "grasp"}},
        {"exact", {"branch-and-bound"}},
        {"choosers among others", {"portfolio", "bandit"}},
        {"baselines", {"round-robin", "random", "fastest-node"}},
    };
    return families;
}

std::string familyOf(const std::string& scheduler) {
    for (const SchedulerFamily& family : schedulerFamilies())
        if (std::find(family.members.begin(), family.members.end(), scheduler) != family.members.end()) return family.title;
    return {};
}

}  // namespace loom
