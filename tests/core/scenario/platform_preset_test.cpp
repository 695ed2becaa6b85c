#include "core/scenario/platform_preset.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "core/base/file.h"
#include "core/scenario/scenario.h"
#include "tests/support/shared_data.h"

namespace loom {
namespace {

TEST(PlatformPreset, EveryStockPlatformOpensAndEveryBuilderHasOne) {
    std::set<std::string> builders;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(test::sourceFolder() / "resources/platforms")) {
        const std::string path = entry.path().string();
        if (entry.path().extension() == ".md") continue;
        ++files;
        const Result<Platform> platform = resolvePlatform(FileReference{path}, "", 1);
        ASSERT_TRUE(platform.ok()) << platform.error().text();
        EXPECT_GE(platform->nodeCount(), 4u) << path;
        EXPECT_TRUE(platform->pathCost(NodeId(0), NodeId(platform->nodeCount() - 1)).reachable) << path;
        EXPECT_FALSE(platform->topology().empty()) << path;
        if (entry.path().extension() != ".json") continue;
        const Result<PlatformPreset> preset = parsePlatformPreset(*readWholeFile(path, 1 << 16), path);
        ASSERT_TRUE(preset.ok()) << preset.error().text();
        EXPECT_FALSE(preset->description.empty()) << path;
        builders.insert(preset->builder.name);
    }
    EXPECT_GE(files, 13u);
    for (const RegistryEntry& entry : platformRegistry()) EXPECT_TRUE(builders.contains(entry.name)) << entry.name;
}

TEST(PlatformPreset, RefusesWhatItDoesNotKnow) {
    const auto cause = [](const char* text) { return parsePlatformPreset(text, "p.json").error().text(); };
    EXPECT_NE(cause(R"({"builder": "star", "descripton": "x"})").find("description"), std::string::npos);
    EXPECT_NE(cause(R"({"description": "x"})").find("builder"), std::string::npos);
    EXPECT_NE(cause(R"({"builder": "star["})").find("p.json"), std::string::npos);
}

}  // namespace
}  // namespace loom
