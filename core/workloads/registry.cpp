// The table of workload generators. To add one: a file with its generator, its declaration in generator.h, a row here.
#include "core/workloads/registry.h"

#include "core/workloads/generator.h"

namespace loom {
namespace {

const std::vector<Generator>& generators() {
    static const std::vector<Generator> all{chainGenerator(),           forkJoinGenerator(), layeredGenerator(),
                                            choleskyGenerator(),        montageGenerator(),  mapReduceGenerator(),
                                            imageRecognitionGenerator()};
    return all;
}

}  // namespace

const std::vector<RegistryEntry>& workloadRegistry() {
    static const std::vector<RegistryEntry> entries = [] {
        std::vector<RegistryEntry> rows;
        for (const Generator& generator : generators()) rows.push_back(generator.entry);
        return rows;
    }();
    return entries;
}

Result<TaskGraph> buildWorkload(const Spec& spec, std::uint64_t seed) {
    const Result<const RegistryEntry*> entry = findEntry(workloadRegistry(), spec.name, "workload");
    if (!entry) return entry.error();
    const Result<Params> params = checkParams(spec, **entry);
    if (!params) return params.error();
    const auto index = static_cast<std::size_t>(*entry - workloadRegistry().data());
    Result<TaskGraph> graph = generators()[index].build(*params, seed);
    if (!graph) return failure(spec.name + ": " + graph.error().cause);
    return graph;
}

}  // namespace loom
