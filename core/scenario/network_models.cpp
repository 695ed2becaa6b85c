#include "core/scenario/network_models.h"

namespace loom {

const std::vector<RegistryEntry>& networkRegistry() {
    static const std::vector<RegistryEntry> table = {
        {"unshared", "every transfer runs at its bottleneck as if it were alone; no contention", "", {}},
        {"fair-share", "every link divides its bandwidth equally among the transfers on it", "", {}},
        {"max-min",
         "max-min fair rates by progressive filling: no transfer can gain without a slower one losing",
         "Bertsekas, Gallager, Data Networks, 1992, 6.5.2",
         {{"tcp",
           ParamType::choice,
           "none",
           "TCP factors: none; cm02: as SimGrid's CM02 without cross-traffic; lv08: SimGrid's default (Velho, Legrand 2009)",
           0,
           0,
           {"none", "cm02", "lv08"},
           Dimension::number}}},
    };
    return table;
}

}  // namespace loom
