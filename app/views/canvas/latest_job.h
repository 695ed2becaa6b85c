// Work of which only the newest request matters: layouts and layers while a person zooms.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QFutureWatcher>
#include <QtConcurrent/QtConcurrentRun>

#include "core/base/progress.h"

namespace loom {

// GUI thread only; runs at most one piece of work in a pool thread and keeps the newest of those asked for meanwhile.
// Results arrive on the GUI thread through `deliver`; those of cancelled work are dropped.
template <class Result>
class LatestJob {
public:
    using Work = std::function<Result(const Progress*)>;

    explicit LatestJob(std::function<void(Result)> deliver) : deliver_(std::move(deliver)) {
        QObject::connect(&watcher_, &QFutureWatcherBase::finished, &watcher_, [this] { finish(); });
    }
    ~LatestJob() {
        QObject::disconnect(&watcher_, nullptr, nullptr, nullptr);
        if (running_) {
            progress_->cancel();
            watcher_.waitForFinished();
        }
    }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    // `abandon`: what runs now is of no use any more.
    void request(Work work, bool abandon) {
        if (!running_) return start(std::move(work));
        if (abandon) progress_->cancel();
        pending_ = std::move(work);
    }
    [[nodiscard]] bool busy() const { return running_; }
    // Blocks until nothing is left to do, results delivered; for pictures and tests.
    void wait() {
        while (running_) {
            watcher_.waitForFinished();
            finish();
        }
    }

private:
    void start(Work work) {
        running_ = true;
        progress_ = std::make_shared<Progress>();
        watcher_.setFuture(QtConcurrent::run([work = std::move(work), progress = progress_] { return work(progress.get()); }));
    }
    void finish() {
        if (!running_ || !watcher_.isFinished()) return;
        running_ = false;
        const bool cancelled = progress_->cancelled();
        Result result = watcher_.result();
        if (pending_) {
            Work next = std::move(*pending_);
            pending_.reset();
            start(std::move(next));
        }
        if (!cancelled) deliver_(std::move(result));
    }

    std::function<void(Result)> deliver_;
    QFutureWatcher<Result> watcher_;
    std::shared_ptr<Progress> progress_;
    std::optional<Work> pending_;
    bool running_ = false;
};

}  // namespace loom
