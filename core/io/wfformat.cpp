// WfFormat of WfCommons, versions 1.0 to 1.6: one JSON object a workflow execution.
#include <algorithm>
#include <array>

#include "core/io/formats.h"
#include "core/io/recognise.h"
#include "core/io/wfformat_document.h"

namespace loom {
namespace {

constexpr std::array<std::string_view, 7> kVersions{"1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6"};

std::string knownVersions() {
    std::string text;
    for (std::string_view version : kVersions) text += (text.empty() ? "" : ", ") + std::string(version);
    return text;
}

class WfFormat final : public WorkloadImporter {
public:
    [[nodiscard]] std::string name() const override { return "wfformat"; }

    // A scenario of our own says "clusterloom" and is none; PyTorch's Chrome traces have a schemaVersion as well.
    [[nodiscard]] bool recognises(std::string_view content) const override {
        const std::string_view key = firstTopLevelKey(content, {"workflow", "traceEvents", "clusterloom"});
        return key == "workflow" || (key.empty() && !firstTopLevelKey(content, {"schemaVersion"}).empty());
    }

private:
    Status fill(std::string_view content, WorkloadDraft& draft) const override {
        const Result<WfDocument> document = readWfDocument(content, draft.limits());
        if (!document) return document.error();
        const std::string version = document->version;
        if (!version.empty() && std::find(kVersions.begin(), kVersions.end(), version) == kVersions.end())
            return failureAt("schemaVersion", "WfFormat version '" + version + "' is unknown; known: " + knownVersions());
        if (!document->anyTasks) return failureAt("workflow", "there is no list of tasks");
        if (version.empty())
            draft.tellAssumed(std::string("schemaVersion is missing; read as ") + (document->split ? "1.5" : "1.4"));
        else
            draft.setFormat(name() + " " + version);
        draftOfWfDocument(*document, draft);
        return Done{};
    }
};

}  // namespace

const WorkloadImporter& wfformatImporter() {
    static const WfFormat importer;
    return importer;
}

}  // namespace loom
