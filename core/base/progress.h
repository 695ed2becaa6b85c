// How long work is watched and stopped: shared by one worker thread and any number of watchers.
#pragma once

#include <atomic>
#include <cstdint>

namespace loom {

// Thread-safe. The worker polls `cancelled()` at least every few milliseconds and adds to `done`.
class Progress {
public:
    void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool cancelled() const {
        return cancelled_.load(std::memory_order_relaxed) || (outer_ != nullptr && outer_->cancelled());
    }
    // This work is a part of `outer`, which must outlive it: whoever cancels that cancels this. Before the work begins.
    void isPartOf(const Progress& outer) { outer_ = &outer; }

    void begin(std::uint64_t total) {
        done_.store(0, std::memory_order_relaxed);
        total_.store(total, std::memory_order_relaxed);
    }
    void advanceTo(std::uint64_t done) { done_.store(done, std::memory_order_relaxed); }
    void add(std::uint64_t more) { done_.fetch_add(more, std::memory_order_relaxed); }  // any number of workers
    [[nodiscard]] std::uint64_t done() const { return done_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t total() const { return total_.load(std::memory_order_relaxed); }

    // Whether there is anybody who watches, and who has cancelled.
    static bool cancelled(const Progress* progress) { return progress != nullptr && progress->cancelled(); }

private:
    const Progress* outer_ = nullptr;
    std::atomic<bool> cancelled_{false};
    std::atomic<std::uint64_t> done_{0};
    std::atomic<std::uint64_t> total_{0};
};

}  // namespace loom
