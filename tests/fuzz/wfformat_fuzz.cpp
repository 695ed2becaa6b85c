// Feeds arbitrary bytes to everything that stands between a workload file and its task graph.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/graph/graph_summary.h"
#include "core/io/formats.h"

namespace {

loom::ImportLimits smallLimits() {
    loom::ImportLimits limits;
    limits.bytes = 1 << 20;
    limits.tasks = 10000;
    limits.edges = 100000;
    return limits;
}

// A graph that was accepted must hold together; an error must say something.
void check(const loom::Result<loom::ImportedWorkload>& workload) {
    if (!workload.ok()) {
        if (workload.error().cause.empty()) std::abort();
        return;
    }
    const loom::TaskGraph& graph = *workload->graph;
    const loom::GraphSummary sum = loom::summarise(graph);
    if (graph.topologicalOrder().size() != graph.taskCount() || sum.levels > sum.tasks) std::abort();
    for (std::size_t d = 0; d < graph.dataCount(); ++d) {
        for (loom::TaskId reader : graph.consumers(loom::DataId(d)))
            if (reader == graph.producer(loom::DataId(d))) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const loom::ImportLimits limits = smallLimits();
    const loom::Result<std::string> content = loom::unpackContent(std::string(reinterpret_cast<const char*>(data), size), limits);
    if (!content.ok()) return 0;
    for (const loom::WorkloadImporter* importer : loom::importers()) {
        if (importer->recognises(*content)) check(importer->read(*content, limits));
    }
    // Also when it is not recognised: no reader may rely on that.
    check(loom::wfformatImporter().read(*content, limits));
    check(loom::taskListImporter().read(*content, limits));
    return 0;
}
