// How the desktop's benchmarks measure: thread CPU time, because wall time says more about the machine's other work than
// about ours.
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>

namespace loom {

// CPU time of the calling thread so far.
inline double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

inline void printTimes(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]; };
    std::printf("%-46s median %6.2f  p95 %6.2f  max %6.2f ms\n", what, at(0.5), at(0.95), at(1));
    std::fflush(stdout);
}

// Runs `step(i)` and a repaint of `view` `frames` times.
inline void measureFrames(const char* what, QWidget& view, int frames, const std::function<void(int)>& step) {
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        const double before = threadMilliseconds();
        step(i);
        view.repaint();
        times.push_back(threadMilliseconds() - before);
        QApplication::processEvents();
    }
    printTimes(what, std::move(times));
}

inline void turnWheel(QWidget& view, QPointF where, int delta) {
    QWheelEvent event(where, view.mapToGlobal(where), {}, QPoint(0, delta), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&view, &event);
}

inline void moveMouse(QWidget& view, QEvent::Type type, QPointF where, Qt::MouseButtons buttons) {
    QMouseEvent event(type, where, view.mapToGlobal(where), Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&view, &event);
}

// Drags `view` to and fro around its middle.
inline void measurePanning(QWidget& view, const char* what) {
    const QPointF middle(view.width() / 2.0, view.height() / 2.0);
    moveMouse(view, QEvent::MouseButtonPress, middle, Qt::LeftButton);
    measureFrames(what, view, 120, [&](int i) {
        moveMouse(view, QEvent::MouseMove, middle + QPointF((i % 40) * 7 - 140, (i % 30) * 5 - 75), Qt::LeftButton);
    });
    moveMouse(view, QEvent::MouseButtonRelease, middle, Qt::NoButton);
}

}  // namespace loom
