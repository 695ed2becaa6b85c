#include "tests/support/shared_data.h"

#include <cstdlib>

namespace loom::test {

std::filesystem::path sourceFolder() { return LOOM_SOURCE_DIR; }

std::filesystem::path sharedFolder() {
    if (const char* folder = std::getenv("LOOM_SHARED")) return folder;
    return sourceFolder().parent_path() / "shared";
}

}  // namespace loom::test
