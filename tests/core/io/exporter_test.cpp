// The table of formats: what is promised of all of them.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "core/io/csv.h"
#include "core/io/exporter.h"
#include "core/io/run_tables.h"
#include "tests/core/io/run_file_support.h"
#include "tests/support/run_command.h"

namespace loom::test {
namespace {

namespace fs = std::filesystem;

using Listing = std::set<std::string>;
Listing listing(const fs::path& folder) {
    Listing names;
    for (const fs::directory_entry& each : fs::directory_iterator(folder)) names.insert(each.path().filename().string());
    return names;
}

TEST(ExportTo, EveryFormatIsWrittenAndSaysWhatItLeavesOut) {
    const ScratchFolder folder;
    const RunPtr run = troubledRun();
    ExportSource source = exportSource(run);
    source.table = "tasks";
    std::set<std::string> names;
    for (const Exporter& exporter : exporters()) {
        ASSERT_TRUE(names.insert(exporter.name).second) << exporter.name;
        ASSERT_NE(exporter.write == nullptr, exporter.save == nullptr) << exporter.name;
        const std::string path = (folder.path() / exporter.name).string();
        Progress progress;
        const auto done = exportTo(exporter, source, path, progress);
        ASSERT_TRUE(done.ok()) << done.error().text();
        EXPECT_EQ(fs::is_directory(path), exporter.folder);
        EXPECT_EQ(*done, exporter.losses == nullptr ? std::vector<std::string>{} : exporter.losses(source)) << exporter.name;
        if (exporter.write == nullptr) continue;
        EXPECT_EQ(readFile(path), exporter.write(source)->text) << exporter.name;
    }
    EXPECT_EQ(listing(folder.path()), names);  // and nothing beside them
    EXPECT_EQ(listing(folder.path() / "tables").size(), runTableDefs().size());
}

TEST(ExportTo, ACancelledOneLeavesWhatWasThere) {
    const ScratchFolder folder;
    ExportSource source = exportSource(troubledRun());
    source.table = "tasks";
    const std::string old = folder.write("old", "old").string();
    for (const Exporter& exporter : exporters()) {
        Progress progress;
        progress.cancel();
        const auto done = exportTo(exporter, source, exporter.folder ? (folder.path() / "new").string() : old, progress);
        ASSERT_FALSE(done.ok()) << exporter.name;
        EXPECT_NE(done.error().text().find("cancelled"), std::string::npos);
    }
    EXPECT_EQ(readFile(old), "old");
    EXPECT_EQ(listing(folder.path()), Listing{"old"});
}

// One table cannot take its place: the others stay away as well.
TEST(ExportTo, AFolderOfTablesIsWholeOrNotThere) {
    const ScratchFolder folder;
    const RunPtr run = troubledRun();
    Progress cancelled;
    cancelled.cancel();
    EXPECT_FALSE(writeCsvFolder(*run, (folder.path() / "fresh").string(), cancelled).ok());
    EXPECT_EQ(listing(folder.path()), Listing{});
    fs::create_directory(folder.path() / "kept");
    folder.write("kept/tasks.csv", "old");
    EXPECT_FALSE(writeCsvFolder(*run, (folder.path() / "kept").string(), cancelled).ok());
    EXPECT_EQ(readFile(folder.path() / "kept" / "tasks.csv"), "old");
    EXPECT_EQ(listing(folder.path() / "kept"), Listing{"tasks.csv"});
    Progress progress;
    const Status written = writeCsvFolder(*run, folder.write("file", "x").string(), progress);
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(readFile(folder.path() / "file"), "x");
    ASSERT_TRUE(writeCsvFolder(*run, (folder.path() / "kept").string(), progress).ok());
    EXPECT_EQ(progress.done(), runTableDefs().size());
    EXPECT_NE(readFile(folder.path() / "kept" / "tasks.csv"), "old");
}

}  // namespace
}  // namespace loom::test
