#include "core/io/importer.h"

#include "core/io/formats.h"

namespace loom {

const std::vector<const WorkloadImporter*>& importers() {
    static const std::vector<const WorkloadImporter*> all = [] {
        std::vector<const WorkloadImporter*> list{&wfformatImporter()};
        list.insert(list.end(), recognisedOnly().begin(), recognisedOnly().end());
        // Last: its first line alone is just a number.
        list.push_back(&taskListImporter());
        return list;
    }();
    return all;
}

Result<ImportedWorkload> importWorkload(const std::string& path, const ImportLimits& limits) {
    const Result<std::string> content = readContent(path, limits);
    if (!content) return content.error();
    std::string known;
    for (const WorkloadImporter* importer : importers()) {
        if (importer->recognises(*content)) {
            Result<ImportedWorkload> workload = importer->read(*content, limits);
            if (!workload) return workload.error().in(path);
            return workload;
        }
        known += (known.empty() ? "" : ", ") + importer->name();
    }
    return Error{path, {}, "unknown format; known: " + known};
}

}  // namespace loom
