// Killed at any moment of a save, a run's file is the old one or the new one, whole.
#include "core/io/run_file.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>

#include <gtest/gtest.h>

#include "tests/core/io/run_file_support.h"
#include "tests/support/run_command.h"

namespace loom::test {
namespace {

namespace fs = std::filesystem;

// Saves one run after the other over the same file until it is killed.
[[noreturn]] void saveForever(const Run& a, const Run& b, const std::string& path) {
    for (;;)
        if (!saveRun(a, path) || !saveRun(b, path)) ::_exit(1);
}

// What killed saves left beside the file; removed.
std::size_t removeLeftovers(const fs::path& folder, const fs::path& file) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path() != file) count += fs::remove(entry.path()) ? 1 : 0;
    return count;
}

TEST(RunFileKill, TheFileIsAlwaysTheOldOneOrTheNewOne) {
    const char* const wish = std::getenv("LOOM_KILLS");
    const int kills = wish != nullptr ? std::atoi(wish) : 60;
    const ScratchFolder folder;
    const fs::path path = folder.path() / "run.loom";
    const RunPtr a = troubledRun(7), b = troubledRun(8);
    const std::string first = fingerprint(*a->trace), second = fingerprint(*b->trace);
    ASSERT_NE(first, second);
    const auto begun = std::chrono::steady_clock::now();
    ASSERT_TRUE(saveRun(*a, path.string()).ok());
    const auto save = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count();
    // us. Disks and builds differ, and what one save took says little of the next: the delay grows while no save comes through
    // and shrinks when one does, so that kills keep meeting saves at every stage.
    constexpr std::int64_t kShortest = 10'000, kLongest = 2'000'000;
    std::int64_t longest = std::clamp<std::int64_t>(2 * save, kShortest, kLongest);
    std::mt19937_64 random(5);
    std::size_t interrupted = 0, changed = 0;
    std::string last = first;
    for (int i = 0; i < kills; ++i) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) saveForever(last == first ? *b : *a, last == first ? *a : *b, path.string());
        ::usleep(static_cast<useconds_t>(random() % static_cast<std::uint64_t>(longest)));
        ::kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "a save failed before it was killed";
        const Result<RunPtr> loaded = loadRun(path.string());
        ASSERT_TRUE(loaded.ok()) << loaded.error().text() << " after kill " << i;
        const std::string found = fingerprint(*(*loaded)->trace);
        ASSERT_TRUE(found == first || found == second) << "kill " << i;
        changed += found != last ? 1 : 0;
        longest = std::clamp(found != last ? longest * 2 / 3 : longest * 5 / 4, kShortest, kLongest);
        last = found;
        interrupted += removeLeftovers(folder.path(), path);
    }
    // The kills met saves, and saves came through between them.
    EXPECT_GT(interrupted, static_cast<std::size_t>(kills / 4));
    EXPECT_GT(changed, static_cast<std::size_t>(kills / 20));
}

}  // namespace
}  // namespace loom::test
