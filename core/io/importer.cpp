#include "core/io/importer.h"

#include "core/io/formats.h"

namespace loom {

const std::vector<const WorkloadImporter*>& importers() {
    static const std::vector<const WorkloadImporter*> all = [] {
        std::vector<const WorkloadImporter*> list{&wfformatImporter(), &daxImporter(), &simulatorDagImporter(), &dotImporter(),
                                                   &stgImporter(),      &swfImporter(), &alibabaImporter(),
                                                   &sparkImporter(),    &daskImporter(), &chromeImporter()};
        list.insert(list.end(), recognisedOnly().begin(), recognisedOnly().end());
        // Last: its first line alone is just a number.
        list.push_back(&taskListImporter());
        return list;
    }();
    return all;
}

const WorkloadImporter* importerOf(std::string_view content) {
    for (const WorkloadImporter* importer : importers())
        if (importer->recognises(content)) return importer;
    return nullptr;
}

Result<ImportedWorkload> importWorkload(const std::string& path, const Assumptions& assume, const ImportLimits& limits) {
    const Result<std::string> content = readContent(path, limits);
    if (!content) return content.error();
    if (const WorkloadImporter* importer = importerOf(*content)) {
        Result<ImportedWorkload> workload = importer->read(*content, limits, assume);
        if (!workload) return workload.error().in(path);
        return workload;
    }
    std::string known;
    for (const WorkloadImporter* importer : importers()) known += (known.empty() ? "" : ", ") + importer->name();
    return Error{path, {}, "unknown format; known: " + known};
}

}  // namespace loom
