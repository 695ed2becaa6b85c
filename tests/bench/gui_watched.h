// The longest that single events keep the desktop's GUI thread busy.
#pragma once

#include <cstdio>
#include <functional>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include "tests/bench/gui_measure.h"

namespace loom {

// Knows the longest a single event kept the GUI thread busy, and whose event that was.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        const QByteArray name = depth_ == 0 ? QByteArray(receiver->metaObject()->className()) : QByteArray();
        const int type = event->type();
        const double before = depth_ == 0 ? threadMilliseconds() : 0;
        ++depth_;
        const bool done = QApplication::notify(receiver, event);
        if (--depth_ > 0) return done;
        const double took = threadMilliseconds() - before;
        if (took > longest_) {
            longest_ = took;
            whose_ = name + " event " + QByteArray::number(type);
        }
        return done;
    }
    // Begins a new measurement.
    void forget() {
        longest_ = 0;
        whose_.clear();
        started_ = threadMilliseconds();
        wall_.start();
    }
    void report(const char* what) const {
        const double seconds = static_cast<double>(wall_.nsecsElapsed()) / 1e9;
        std::printf("%-46s longest event %7.1f ms (%s); %.2f s, GUI thread %.0f %% of a core\n", what, longest_,
                    whose_.constData(), seconds, (threadMilliseconds() - started_) / 10 / seconds);
        std::fflush(stdout);
    }

private:
    int depth_ = 0;
    double longest_ = 0, started_ = 0;
    QByteArray whose_;
    QElapsedTimer wall_;
};

inline WatchedApplication& watched() { return *static_cast<WatchedApplication*>(qApp); }

// Sleeps between events: with a time limit Qt would spin, and take a core from the engine.
template <class Condition>
void waitUntil(Condition done) {
    QTimer tick;
    tick.start(5);
    while (!done()) QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

// As a click would do it, so that it is measured.
inline void inAnEvent(const std::function<void()>& action) {
    QObject receiver;
    QObject::connect(
        &receiver, &QObject::objectNameChanged, &receiver, [&] { action(); }, Qt::QueuedConnection);
    receiver.setObjectName(QStringLiteral("go"));
    QApplication::sendPostedEvents(&receiver);
}

}  // namespace loom
