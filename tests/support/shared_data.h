// Reference inputs that live beside the project and are never copied into it.
#pragma once

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

namespace loom::test {

// The folder of reference data: $LOOM_SHARED, else ../shared seen from the project's root.
std::filesystem::path sharedFolder();
// The project's root.
std::filesystem::path sourceFolder();

}  // namespace loom::test

// Skips the test, saying why, when a reference file or folder is absent.
#define LOOM_NEEDS_SHARED(relative)                                                                      \
    if (!std::filesystem::exists(loom::test::sharedFolder() / (relative)))                               \
    GTEST_SKIP() << "reference data absent: " << (loom::test::sharedFolder() / (relative)).string()
