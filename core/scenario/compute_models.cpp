#include "core/scenario/compute_models.h"

namespace loom {

namespace {

constexpr double kHighestDegree = 1024;

}  // namespace

const std::vector<RegistryEntry>& computeRegistry() {
    static const std::vector<RegistryEntry> table = {
        {"slots", "a task has its cores to itself; who finds none free waits", "", {}},
        {"sharing",
         "processor sharing: the tasks on a node share its cores evenly, none gets more than its own",
         "Kleinrock, J. ACM 14(2), 1967",
         {{"degree",
           ParamType::integer,
           "4",
           "tasks' cores a node takes at once for each core it has; 1 shares nothing",
           1,
           kHighestDegree,
           {},
           Dimension::number}}},
    };
    return table;
}

std::uint32_t multiprogrammingDegree(const Spec& spec) {
    const Result<const RegistryEntry*> entry = findEntry(computeRegistry(), spec.name, "compute model");
    if (!entry || spec.name == "slots") return 1;
    const Result<Params> params = checkParams(spec, **entry);
    return params ? static_cast<std::uint32_t>(params->integer("degree")) : 1;
}

}  // namespace loom
