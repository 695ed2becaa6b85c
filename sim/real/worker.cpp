#include "sim/real/worker.h"

namespace loom {

Worker::Worker(const Kernel& kernel, CompletionQueue& queue, const WallClock& clock)
    : kernel_(kernel), queue_(queue), clock_(clock), thread_([this] { work(); }) {}

Worker::~Worker() {
    dismiss();
    thread_.join();
}

void Worker::waitUntilReady() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ready_; });
}

void Worker::assign(const Job& job) {
    {
        const std::lock_guard lock(mutex_);
        next_ = job;
    }
    changed_.notify_all();
}

void Worker::drop() {
    const std::lock_guard lock(mutex_);
    next_.reset();
    cancelled_.store(true, std::memory_order_relaxed);
}

void Worker::dismiss() {
    {
        const std::lock_guard lock(mutex_);
        next_.reset();
        stop_ = true;
        cancelled_.store(true, std::memory_order_relaxed);
    }
    changed_.notify_all();
}

void Worker::work() {
    std::unique_ptr<KernelWorker> kernelWorker;
    std::string broken;
    try {
        kernelWorker = kernel_.makeWorker();
    } catch (const std::exception& e) {
        broken = std::string("a worker cannot be made: ") + e.what();
    }
    std::unique_lock lock(mutex_);
    ready_ = true;
    changed_.notify_all();
    for (;;) {
        changed_.wait(lock, [&] { return stop_ || next_.has_value(); });
        if (stop_) break;
        const Job job = *next_;
        next_.reset();
        cancelled_.store(false, std::memory_order_relaxed);
        lock.unlock();
        perform(job, kernelWorker.get(), broken);
        lock.lock();
    }
    lock.unlock();
    kernelWorker.reset();
    gone_.store(true, std::memory_order_release);
}

void Worker::perform(const Job& job, KernelWorker* kernelWorker, const std::string& broken) {
    Completion completion{job.activity, job.generation, clock_.now(), {}, {}};
    if (kernelWorker == nullptr) {
        completion.output.error = broken;
    } else {
        try {
            completion.output = kernelWorker->run(job.task, cancelled_);
        } catch (const std::exception& e) {
            completion.output.error = e.what();
        }
    }
    completion.ended = clock_.now();
    if (!cancelled_.load(std::memory_order_relaxed)) queue_.push(std::move(completion));
}

}  // namespace loom
