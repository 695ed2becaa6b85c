// One worker thread with room for one waiting job. A newer job replaces the waiting one and cancels the one at work:
// what a slider asked for last is what is computed.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "sim/seam/control.h"

namespace loom {

// `submit` and `cancel` from any one thread; jobs run one after another on the lane's own thread. The destructor
// cancels and joins; jobs must poll their control's progress.
class Lane {
public:
    using Job = std::function<void(RunControl&)>;

    Lane();
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    void submit(Job job);
    // Stops the job at work and forgets the waiting one.
    void cancel();
    // Stops the job at work, or the waiting one as soon as it begins: each still has its last word.
    void interrupt();
    [[nodiscard]] bool busy() const;
    // A person's hand on the job at work; nothing when idle.
    void post(ControlInput input);
    // Of the job at work; 0 of 0 when idle.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> progress() const;

private:
    void work();

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    Job waiting_;
    bool interrupted_ = false;             // the waiting one
    std::shared_ptr<RunControl> current_;  // null when idle
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace loom
