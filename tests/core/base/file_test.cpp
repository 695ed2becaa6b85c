#include "core/base/file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

namespace loom {
namespace {

namespace fs = std::filesystem;

class File : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "loom-file-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
    }
    void TearDown() override { fs::remove_all(folder_); }
    [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

private:
    fs::path folder_;
};

TEST_F(File, WritesAndReadsBack) {
    const std::string content("a\0b\r\n\xFF", 6);
    ASSERT_TRUE(writeFileAtomically(at("x"), content).ok());
    EXPECT_EQ(*readWholeFile(at("x"), 100), content);
    ASSERT_TRUE(writeFileAtomically(at("x"), "").ok());
    EXPECT_EQ(*readWholeFile(at("x"), 0), "");
    EXPECT_EQ(entries(), 1u);
}

TEST_F(File, KeepsThePermissionsOfTheFileItReplaces) {
    ASSERT_TRUE(writeFileAtomically(at("x"), "one").ok());
    ASSERT_EQ(::chmod(at("x").c_str(), 0600), 0);
    ASSERT_TRUE(writeFileAtomically(at("x"), "two").ok());
    EXPECT_EQ(fs::status(at("x")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(File, FailedWriteLeavesTheOldFileAndNothingBeside) {
    ASSERT_TRUE(writeFileAtomically(at("x"), "old").ok());
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tiny{4096, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tiny);
    const Status status = writeFileAtomically(at("x"), std::string(100000, 'n'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().file, at("x"));
    EXPECT_EQ(*readWholeFile(at("x"), 100), "old");
    EXPECT_EQ(entries(), 1u);
}

TEST_F(File, RefusesAFolderAsTarget) {
    fs::create_directory(at("folder"));
    EXPECT_FALSE(writeFileAtomically(at("folder"), "x").ok());
    EXPECT_TRUE(fs::is_directory(at("folder")));
    EXPECT_EQ(entries(), 1u);
    EXPECT_FALSE(writeFileAtomically(at("absent/x"), "x").ok());
}

TEST_F(File, ReadErrorsNameTheFile) {
    const Result<std::string> absent = readWholeFile(at("absent"), 100);
    ASSERT_FALSE(absent.ok());
    EXPECT_EQ(absent.error().text(), at("absent") + ": cannot be opened: No such file or directory");
    const std::string folder = fs::path(at("x")).parent_path().string();
    EXPECT_EQ(readWholeFile(folder, 100).error().text(), folder + ": is a folder, not a file");
}

TEST_F(File, LimitIsInclusive) {
    ASSERT_TRUE(writeFileAtomically(at("x"), "12345").ok());
    EXPECT_TRUE(readWholeFile(at("x"), 5).ok());
    EXPECT_EQ(readWholeFile(at("x"), 4).error().text(), at("x") + ": is larger than the limit of 4 bytes");
}

TEST_F(File, APipeIsReadButNeverWaitedForInVain) {
    ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
    EXPECT_EQ(readWholeFile(at("pipe"), 100).error().text(), at("pipe") + ": is a pipe into which nothing is written");
    std::thread writer([&] { std::ofstream(at("pipe")) << "late"; });
    EXPECT_EQ(*readWholeFile(at("pipe"), 100), "late");
    writer.join();
}

TEST(ReadWholeFile, StopsAtTheLimitOnAnEndlessFile) { EXPECT_FALSE(readWholeFile("/dev/zero", 1 << 20).ok()); }

}  // namespace
}  // namespace loom
