// Any bytes as a scenario: an error or a ScenarioFile that writes and reads back the same, and that resolves or says why
// not.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "core/scenario/json_document.h"
#include "core/scenario/scenario.h"

namespace {

// Registry text may name platforms and workloads that are legal but large; file references must not reach the disk.
bool cheapToResolve(const loom::ScenarioFile& file) {
    return std::holds_alternative<loom::InlinePlatform>(file.platform) &&
           std::holds_alternative<loom::InlineWorkload>(file.workload);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)loom::hasTopLevelKey(text, "clusterloom");
    loom::Result<loom::ScenarioFile> file = loom::parseScenario(text, "fuzz");
    if (!file) return 0;
    const std::string canonical = loom::formatScenario(*file);
    const loom::Result<loom::ScenarioFile> back = loom::parseScenario(canonical, "fuzz");
    if (!back || !(*back == *file)) std::abort();
    if (cheapToResolve(*file)) (void)loom::resolveScenario(std::move(*file));
    return 0;
}
