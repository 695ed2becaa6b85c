// Long work on a terminal: a progress line on standard error, and Ctrl+C that cancels cleanly.
#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "core/base/progress.h"

namespace loom::cli {

// While it lives: shows `label` with how far `progress` is when standard error is a terminal and the work takes
// longer than half a second; SIGINT cancels `progress`. One at a time.
class Watched {
public:
    Watched(Progress& progress, std::string label);
    ~Watched();
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

private:
    void watch();

    Progress& progress_;
    std::string label_;
    std::atomic<bool> done_{false};
    std::thread thread_;
};

// Peak resident memory of this process in bytes; 0 when the system does not say.
double peakMemoryBytes();

}  // namespace loom::cli
