// A person's hand on a run: cancel, and faults injected while it goes. Thread-safe.
#pragma once

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/base/progress.h"
#include "core/trace/record.h"

namespace loom {

struct ControlInput {
    ControlKind kind = ControlKind::failNode;
    NodeId node;
};

class RunControl {
public:
    Progress progress;  // cancel() stops the run within milliseconds; done/total count committed tasks

    void post(ControlInput input) {
        const std::lock_guard lock(mutex_);
        inputs_.push_back(input);
        pending_.store(true, std::memory_order_release);
    }
    [[nodiscard]] bool pending() const { return pending_.load(std::memory_order_acquire); }
    // The loop's side: cheap when nothing waits.
    std::vector<ControlInput> take() {
        if (!pending()) return {};
        const std::lock_guard lock(mutex_);
        pending_.store(false, std::memory_order_relaxed);
        return std::exchange(inputs_, {});
    }

private:
    std::mutex mutex_;
    std::atomic<bool> pending_{false};
    std::vector<ControlInput> inputs_;
};

}  // namespace loom
