// Long work on a terminal: a progress line on standard error, and Ctrl+C that cancels cleanly.
#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "sim/seam/control.h"

namespace loom::cli {

// While it lives: shows `label` with the progress of `control` when standard error is a terminal and the work takes
// longer than half a second; SIGINT cancels `control`. One at a time.
class Watched {
public:
    Watched(RunControl& control, std::string label);
    ~Watched();
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

private:
    void watch();

    RunControl& control_;
    std::string label_;
    std::atomic<bool> done_{false};
    std::thread thread_;
};

// Peak resident memory of this process in bytes; 0 when the system does not say.
double peakMemoryBytes();

}  // namespace loom::cli
