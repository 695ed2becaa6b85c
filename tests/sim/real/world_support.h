// A kernel of known behaviour and a driver that plays the loop's part, for the thread world's tests.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

#include "core/platform/platform.h"
#include "sim/real/thread_world.h"

namespace loom::test {

// Every task waits `milliseconds[task]` (the last entry for all others), asking every millisecond whether it is
// cancelled, and answers with its number. Task `failing` reports an error.
class WaitingKernel : public Kernel {
public:
    explicit WaitingKernel(std::vector<int> milliseconds, TaskId failing = TaskId::none())
        : milliseconds_(std::move(milliseconds)), failing_(failing) {}

    [[nodiscard]] std::unique_ptr<KernelWorker> makeWorker() const override {
        made_.fetch_add(1);
        return std::make_unique<Waiter>(*this);
    }
    [[nodiscard]] int workersMade() const { return made_.load(); }
    [[nodiscard]] int cancelledRuns() const { return cancelledRuns_.load(); }

private:
    class Waiter : public KernelWorker {
    public:
        explicit Waiter(const WaitingKernel& kernel) : kernel_(&kernel) {}
        KernelOutput run(TaskId task, const std::atomic<bool>& cancelled) override {
            const int wait = kernel_->milliseconds_[std::min(task.index(), kernel_->milliseconds_.size() - 1)];
            const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(wait);
            while (std::chrono::steady_clock::now() < end && !cancelled.load()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            if (cancelled.load()) kernel_->cancelledRuns_.fetch_add(1);
            KernelOutput output;
            if (task == kernel_->failing_) output.error = "the test says so";
            output.answers.push_back({task.value, 0, 0, 1});
            return output;
        }

    private:
        const WaitingKernel* kernel_;
    };

    std::vector<int> milliseconds_;
    TaskId failing_;
    mutable std::atomic<int> made_{0};
    mutable std::atomic<int> cancelledRuns_{0};
};

// Every task returns once `count` of them are running at the same time.
class MeetingKernel : public Kernel {
public:
    explicit MeetingKernel(int count) : count_(count) {}
    [[nodiscard]] std::unique_ptr<KernelWorker> makeWorker() const override { return std::make_unique<Guest>(*this); }

private:
    class Guest : public KernelWorker {
    public:
        explicit Guest(const MeetingKernel& kernel) : kernel_(&kernel) {}
        KernelOutput run(TaskId task, const std::atomic<bool>& cancelled) override {
            kernel_->here_.fetch_add(1);
            while (kernel_->here_.load() < kernel_->count_ && !cancelled.load()) std::this_thread::yield();
            return {{{task.value, 0, 0, 1}}, {}, {}};
        }

    private:
        const MeetingKernel* kernel_;
    };

    int count_;
    mutable std::atomic<int> here_{0};
};

inline Platform starOf(int nodes, const char* rest = "") {
    const Result<Spec> spec = parseSpec("star[nodes=" + std::to_string(nodes) + rest + "]");
    EXPECT_TRUE(spec.ok());
    Result<Platform> platform = buildPlatform(*spec, 1);
    EXPECT_TRUE(platform.ok());
    return std::move(*platform);
}

inline Compute computeOn(int activity, int task, int node) {
    return Compute{ActivityId(activity), TaskId(task), NodeId(node), 0, 0, 1, Time::zero()};
}

// An event and when it was delivered.
struct Heard {
    Time time;
    Event event;
};

// Everything up to and including the first event `isLast` accepts; empty when the world has nothing more to say.
inline std::vector<Heard> hearUntil(World& world, const std::function<bool(const Event&)>& isLast) {
    std::vector<Heard> heard;
    Time last = world.now();
    for (;;) {
        const std::span<const Delivery> deliveries = world.next();
        if (deliveries.empty()) return {};
        EXPECT_GE(world.now(), last) << "time never decreases";
        last = world.now();
        bool found = false;
        for (const Delivery& delivery : deliveries) {
            heard.push_back({world.now(), delivery.event});
            found |= isLast(delivery.event);
        }
        if (found) return heard;
    }
}

template <class EventType>
std::vector<Heard> hearUntil(World& world) {
    return hearUntil(world, [](const Event& e) { return std::holds_alternative<EventType>(e); });
}

template <class EventType>
std::size_t countOf(const std::vector<Heard>& heard) {
    std::size_t count = 0;
    for (const Heard& h : heard) count += std::holds_alternative<EventType>(h.event) ? 1 : 0;
    return count;
}

}  // namespace loom::test
