// Where worker threads leave what they computed, and where the loop's thread waits for it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "sim/real/kernel.h"
#include "sim/real/wall_clock.h"

namespace loom {

// One attempt that came to its end on a worker thread.
struct Completion {
    ActivityId activity;
    std::uint32_t generation = 0;  // of the activity when it was assigned; an older one is void
    Time begun, ended;
    KernelOutput output;
};

// Thread-safe.
class CompletionQueue {
public:
    void push(Completion completion) {
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(completion));
        }
        changed_.notify_one();
    }
    // Ends a wait without a completion, now or the next one.
    void wake() {
        {
            const std::lock_guard lock(mutex_);
            woken_ = true;
        }
        changed_.notify_one();
    }
    std::vector<Completion> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(waiting_, {});
    }
    // Until something is there, somebody wakes it, or `deadline`. True when it was woken.
    bool wait(WallClock::Clock::time_point deadline) {
        std::unique_lock lock(mutex_);
        changed_.wait_until(lock, deadline, [&] { return woken_ || !waiting_.empty(); });
        return std::exchange(woken_, false);
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Completion> waiting_;
    bool woken_ = false;
};

}  // namespace loom
