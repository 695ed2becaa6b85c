#include "app/session/lane.h"

namespace loom {

Lane::Lane() : thread_([this] { work(); }) {}

Lane::~Lane() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        waiting_ = {};
        if (current_) current_->progress.cancel();
    }
    wake_.notify_one();
    thread_.join();
}

void Lane::submit(Job job) {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = std::move(job);
        interrupted_ = false;
        if (current_) current_->progress.cancel();
    }
    wake_.notify_one();
}

void Lane::cancel() {
    const std::lock_guard lock(mutex_);
    waiting_ = {};
    if (current_) current_->progress.cancel();
}

void Lane::interrupt() {
    const std::lock_guard lock(mutex_);
    interrupted_ = true;
    if (current_) current_->progress.cancel();
}

void Lane::post(ControlInput input) {
    const std::lock_guard lock(mutex_);
    if (current_) current_->post(input);
}

bool Lane::busy() const {
    const std::lock_guard lock(mutex_);
    return current_ || waiting_;
}

std::pair<std::uint64_t, std::uint64_t> Lane::progress() const {
    const std::lock_guard lock(mutex_);
    if (!current_) return {0, 0};
    return {current_->progress.done(), current_->progress.total()};
}

void Lane::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return closing_ || waiting_; });
        if (closing_) return;
        const Job job = std::exchange(waiting_, {});
        current_ = std::make_shared<RunControl>();
        const std::shared_ptr<RunControl> control = current_;
        if (std::exchange(interrupted_, false)) control->progress.cancel();
        lock.unlock();
        job(*control);
        lock.lock();
        current_.reset();
    }
}

}  // namespace loom
