// Any bytes as a workload: an error that says something, or a graph that holds together and a record that fits it. Built once a
// format: LOOM_FUZZED names its importer. Without it the bytes go the whole way: unpacked, recognised, read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/graph/graph_summary.h"
#include "core/io/formats.h"
#include "core/io/recorded_platform.h"

namespace {

using namespace loom;

ImportLimits smallLimits() {
    ImportLimits limits;
    limits.bytes = 1 << 20;
    limits.tasks = 10000;
    limits.edges = 100000;
    return limits;
}

void checkRecord(const RecordedRun& run, std::size_t tasks) {
    for (const std::size_t size : {run.machine.size(), run.submit.size(), run.start.size(), run.finish.size()})
        if (size != 0 && size != tasks) std::abort();
    for (const std::uint32_t machine : run.machine)
        if (machine != RecordedRun::kNoMachine && machine >= run.machines.size()) std::abort();
    (void)recordedPlatform(&run);
}

void check(const Result<ImportedWorkload>& workload) {
    if (!workload.ok()) {
        if (workload.error().cause.empty()) std::abort();
        return;
    }
    const TaskGraph& graph = *workload->graph;
    const GraphSummary sum = summarise(graph);
    if (graph.topologicalOrder().size() != graph.taskCount() || sum.levels > sum.tasks) std::abort();
    for (std::size_t d = 0; d < graph.dataCount(); ++d)
        for (const TaskId reader : graph.consumers(DataId(d)))
            if (reader == graph.producer(DataId(d))) std::abort();
    if (workload->recorded != nullptr) checkRecord(*workload->recorded, graph.taskCount());
    if (workload->unknown.runtimes > graph.taskCount() || workload->unknown.cores > graph.taskCount()) std::abort();
}

Assumptions someAssumptions() {
    Assumptions assume;
    assume.runtime = Assumptions::RuntimeRule{Assumptions::RuntimeRule::Of::median, 0};
    assume.size = 1e6;
    assume.cores = 2;
    assume.sizeFactor = 1000;
    return assume;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
#ifdef LOOM_FUZZED
    const WorkloadImporter& importer = LOOM_FUZZED();
    (void)importer.recognises(text);
    // Also when it is not recognised: no reader may rely on that.
    check(importer.read(text, smallLimits()));
    check(importer.read(text, smallLimits(), someAssumptions()));
#else
    const Result<std::string> content = unpackContent(text, smallLimits());
    if (!content.ok()) return 0;
    for (const WorkloadImporter* importer : importers())
        if (importer->recognises(*content)) check(importer->read(*content, smallLimits(), someAssumptions()));
#endif
    return 0;
}
