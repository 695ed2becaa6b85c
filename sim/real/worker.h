// One thread that computes for one slot.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "sim/real/completion_queue.h"

namespace loom {

struct Job {
    ActivityId activity;
    std::uint32_t generation = 0;
    TaskId task;
};

// Makes its own KernelWorker on its own thread. The public calls are for one owner thread. Kernel, queue and clock must
// outlive it. A job that was dropped leaves no completion, or one of an old generation.
class Worker {
public:
    Worker(const Kernel& kernel, CompletionQueue& queue, const WallClock& clock);
    ~Worker();  // dismisses and joins
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // Until the kernel's part for this thread is prepared.
    void waitUntilReady();
    // Runs as soon as a dropped job before it has returned.
    void assign(const Job& job);
    // Gives up the current job: the kernel is told and returns soon, what it brings does not count. Does not wait.
    void drop();
    // Drops and lets the thread end. Does not wait.
    void dismiss();
    // The thread is at its end: destruction does not wait.
    [[nodiscard]] bool gone() const { return gone_.load(std::memory_order_acquire); }

private:
    void work();
    void perform(const Job& job, KernelWorker* kernelWorker, const std::string& broken);

    const Kernel& kernel_;
    CompletionQueue& queue_;
    const WallClock& clock_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Job> next_;
    bool ready_ = false;
    bool stop_ = false;
    std::atomic<bool> cancelled_{false};
    std::atomic<bool> gone_{false};
    std::thread thread_;
};

}  // namespace loom
