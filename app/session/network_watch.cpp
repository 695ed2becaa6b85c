#include "app/session/network_watch.h"

#include <algorithm>

#include "app/session/engine.h"

namespace loom {

namespace {
constexpr int kShortestPause = 30;   // ms between two moments
constexpr int kLongestPause = 1000;  // ms
}  // namespace

NetworkWatch::NetworkWatch(ViewState* view, Engine* engine, QObject* parent) : QObject(parent), view_(view), engine_(engine) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, [this] {
        if (std::exchange(stale_, false)) askMoment();
    });
    connect(view_, &ViewState::cursorChanged, this, &NetworkWatch::askMoment);
    connect(view_, &ViewState::runChanged, this, [this] {
        moment_ = nullptr;
        emit momentChanged();
        askCourse();
    });
    connect(view_, &ViewState::selectionChanged, this, &NetworkWatch::askCourse);
    connect(view_, &ViewState::runGrew, this, [this] {
        const Trace& trace = *view_->run()->trace;
        if (!trace.empty() && trace[trace.size() - 1].kind == RecordKind::runEnd) askCourse();
    });
    connect(engine_, &Engine::networkKnown, this, [this](quint64 request, const NetworkMomentPtr& moment) {
        if (request != momentRequest_) return;
        momentRequest_ = 0;
        pause_.start(std::clamp(3 * static_cast<int>(asked_.elapsed()), kShortestPause, kLongestPause));
        if (!moment || moment->run != view_->run()) return;
        moment_ = moment;
        emit momentChanged();
    });
    connect(engine_, &Engine::courseKnown, this, [this](quint64 request, const NetworkCoursePtr& course) {
        if (request != courseRequest_) return;
        courseRequest_ = 0;
        course_ = course;
        emit courseChanged();
    });
}

void NetworkWatch::setWanted(const QObject* who, bool wanted) {
    if (!wanted) {
        wanting_.erase(who);
        return;
    }
    if (!wanting_.insert(who).second) return;
    askMoment();
    askCourse();
}

bool NetworkWatch::modelled() const { return view_->run() && view_->run()->world == WorldKind::simulated; }

void NetworkWatch::askMoment() {
    if (wanting_.empty() || !modelled()) return;
    if (momentRequest_ != 0 || pause_.isActive()) {
        stale_ = true;
        return;
    }
    asked_.start();
    momentRequest_ = engine_->networkAt(view_->run(), view_->replay()->transfers(), view_->replay()->links(), view_->cursor());
}

void NetworkWatch::askCourse() {
    const LinkId link = view_->selectedLink();
    const TransferKey& transfer = view_->selectedTransfer();
    if (!modelled() || (!link.valid() && !transfer.valid())) {
        courseRequest_ = 0;
        course_ = nullptr;
        emit courseChanged();
        return;
    }
    if (wanting_.empty()) return;
    const bool known = course_ && course_->run == view_->run() && course_->records == view_->run()->trace->size() &&
                       course_->link == link &&
                       (course_->transfer ? TransferKey{course_->transfer->data, course_->transfer->from, course_->transfer->to}
                                          : TransferKey{}) == transfer;
    if (known) return;
    course_ = nullptr;
    courseRequest_ = engine_->course(view_->run(), link, transfer, view_->cursor());
    emit courseChanged();
}

}  // namespace loom
