// Reading a long trace in slices between events, so that no window freezes over it.
#pragma once

#include <cstddef>
#include <functional>

#include <QTimer>

namespace loom {

// GUI thread. A reader that lags behind is called again and again, events in between; nothing runs while it keeps up.
class CatchUp {
public:
    // Reads at most `records` records; true while some are left.
    using Slice = std::function<bool(std::size_t records)>;

    // `records`: what takes a few milliseconds.
    CatchUp(std::size_t records, Slice slice) : records_(records), slice_(std::move(slice)) {
        timer_.setInterval(0);
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] {
            if (!slice_(records_)) timer_.stop();
        });
    }
    // Reads one slice at once, so that what is short is complete when this returns, and the others between events.
    void start() {
        if (timer_.isActive()) return;
        if (slice_(records_)) timer_.start();
    }
    // As `start`, whatever was going on: there is something else to read.
    void restart() {
        stop();
        start();
    }
    void stop() { timer_.stop(); }
    [[nodiscard]] bool behind() const { return timer_.isActive(); }
    // Blocks until everything is read; for pictures and tests.
    void finish() {
        while (behind()) {
            if (!slice_(records_)) timer_.stop();
        }
    }

private:
    std::size_t records_;
    Slice slice_;
    QTimer timer_;
};

}  // namespace loom
