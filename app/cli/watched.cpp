#include "app/cli/watched.h"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>

namespace loom::cli {

namespace {

std::atomic<bool> interrupted{false};

void onInterrupt(int) { interrupted.store(true); }

}  // namespace

Watched::Watched(Progress& progress, std::string label) : progress_(progress), label_(std::move(label)) {
    interrupted.store(false);
    std::signal(SIGINT, onInterrupt);
    thread_ = std::thread([this] { watch(); });
}

Watched::~Watched() {
    done_.store(true);
    thread_.join();
    std::signal(SIGINT, SIG_DFL);
}

void Watched::watch() {
    using std::chrono::milliseconds;
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    const auto begin = std::chrono::steady_clock::now();
    auto nextLine = begin + milliseconds(500);
    bool shown = false;
    while (!done_.load()) {
        std::this_thread::sleep_for(milliseconds(5));
        if (interrupted.load()) progress_.cancel();
        if (!terminal || std::chrono::steady_clock::now() < nextLine) continue;
        nextLine += milliseconds(100);
        shown = true;
        const auto total = static_cast<double>(progress_.total());
        const double percent = total > 0 ? 100 * static_cast<double>(progress_.done()) / total : 0;
        std::fprintf(stderr, "\r%s: %.0f %% (Ctrl+C cancels)", label_.c_str(), percent);
    }
    if (shown) std::fprintf(stderr, "\r\033[K");
}

double peakMemoryBytes() {
    rusage usage{};
    return ::getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<double>(usage.ru_maxrss) * 1024 : 0;
}

}  // namespace loom::cli
