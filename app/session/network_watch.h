// The network of the run on show: who gets what at the cursor, and the selected link's or transfer's course over time.
// Computed by the engine's threads, on request of whoever is visible.
#pragma once

#include <set>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/session/network_moment.h"

namespace loom {

class Engine;

// GUI thread only. Works at most a quarter of one thread's time on moments: the newest cursor is answered, not every one.
class NetworkWatch : public QObject {
    Q_OBJECT

public:
    NetworkWatch(ViewState* view, Engine* engine, QObject* parent = nullptr);

    // Whether `who` is visible and draws the network. Without anybody nothing is computed.
    void setWanted(const QObject* who, bool wanted);
    // The newest moment known of the run on show; null before the first and for a real run, whose network is not
    // modelled. It may lag behind the cursor by a frame or two.
    [[nodiscard]] const NetworkMomentPtr& moment() const { return moment_; }
    // Of the selected link or transfer; null while it is computed.
    [[nodiscard]] const NetworkCoursePtr& course() const { return course_; }
    [[nodiscard]] bool computingCourse() const { return courseRequest_ != 0; }
    // Nothing asked for is still to come; for pictures and tests.
    [[nodiscard]] bool idle() const { return momentRequest_ == 0 && courseRequest_ == 0 && !pause_.isActive(); }

signals:
    void momentChanged();
    void courseChanged();

private:
    [[nodiscard]] bool modelled() const;
    void askMoment();
    void askCourse();

    ViewState* view_;
    Engine* engine_;
    std::set<const QObject*> wanting_;
    NetworkMomentPtr moment_;
    NetworkCoursePtr course_;
    quint64 momentRequest_ = 0, courseRequest_ = 0;
    bool stale_ = false;  // the cursor moved while a moment was computed
    QElapsedTimer asked_;
    QTimer pause_;
};

}  // namespace loom
