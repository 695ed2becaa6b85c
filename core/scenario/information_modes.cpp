#include "core/scenario/information_modes.h"

namespace loom {

const std::vector<RegistryEntry>& informationRegistry() {
    static const std::vector<RegistryEntry> table = {
        {"exact", "the true times", "", {}},
        {"noisy",
         "each task's true time times a log-normal factor of median 1, drawn for it alone",
         "Beranek, Bohm, Cima, J. Supercomputing 78, 2022",
         {{"sigma", ParamType::number, "0.3", "standard deviation of the factor's logarithm", 0, 5, {}, Dimension::number}}},
        {"mean", "the mean of the task's kind", "Beranek, Bohm, Cima, J. Supercomputing 78, 2022", {}},
        {"blind", "the same time for every task", "Beranek, Bohm, Cima, J. Supercomputing 78, 2022", {}},
    };
    return table;
}

Result<Knowledge> knowledgeOf(const Spec& spec) {
    const Result<const RegistryEntry*> entry = findEntry(informationRegistry(), spec.name, "information mode");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    const auto mode = static_cast<Information>(*entry - informationRegistry().data());
    return Knowledge{mode, mode == Information::noisy ? params->number("sigma") : 0};
}

}  // namespace loom
