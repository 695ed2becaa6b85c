#include "app/session/playback.h"

#include <algorithm>
#include <cmath>

namespace loom {

Playback::Playback(ViewState* state, QObject* parent) : QObject(parent), state_(state) {
    timer_.setInterval(16);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Playback::tick);
    connect(state_, &ViewState::runChanged, this, [this] {
        seenRecords_ = state_->run() ? state_->run()->trace->size() : 0;
        seenEnd_ = state_->end();
        watch();
        emit speedChanged();
    });
}

void Playback::setPlaying(bool playing) {
    if (playing_ == playing) return;
    if (playing && runEnded() && state_->cursor() >= state_->end()) state_->setCursor(Time::zero());
    playing_ = playing;
    if (playing) watch();
    emit playingChanged(playing);
}

void Playback::setGear(int gear) {
    gear = std::clamp(gear, kSlowest, kMax);
    if (gear_ == gear) return;
    gear_ = gear;
    emit speedChanged();
}

double Playback::speed() const {
    if (!state_->run()) return 0;
    const double factor = std::pow(2.0, gear_);
    if (state_->run()->world == WorldKind::real && !runEnded()) return factor;
    return std::max(1e-9, state_->end().seconds() / kNaturalSeconds) * factor;
}

void Playback::watch() {
    if (timer_.isActive()) return;
    clock_.start();
    timer_.start();
}

bool Playback::runEnded() const {
    if (!state_->run()) return true;
    const Trace& trace = *state_->run()->trace;
    const std::size_t size = trace.size();
    return size > 0 && trace[size - 1].kind == RecordKind::runEnd;
}

void Playback::noticeGrowth() {
    const std::size_t records = state_->run() ? state_->run()->trace->size() : 0;
    if (records == seenRecords_) return;
    seenRecords_ = records;
    const bool fitted = state_->rangeBegin() == Time::zero() && state_->rangeEnd() == seenEnd_;
    seenEnd_ = state_->end();
    state_->announceGrowth();
    if (fitted) state_->fitRange();
    emit speedChanged();
}

void Playback::tick() {
    const double elapsed = std::min(0.25, static_cast<double>(clock_.nsecsElapsed()) / 1e9);
    clock_.start();
    noticeGrowth();
    if (playing_ && state_->run()) {
        const Time end = state_->end();
        const Time next = gear_ >= kMax ? end : state_->cursor() + Time::fromSeconds(elapsed * speed());
        if (next != state_->cursor()) state_->setCursor(std::min(next, end));
        if (state_->cursor() >= end && runEnded()) setPlaying(false);
    }
    if (!playing_ && runEnded()) timer_.stop();
}

template <class Match>
bool Playback::stepTo(int direction, Match match) {
    setPlaying(false);
    const Replay* replay = state_->replay();
    if (replay == nullptr) return false;
    const Trace& trace = *state_->run()->trace;
    const std::size_t size = trace.size();
    // The cursor stands after record position - 1; going back, that record itself does not count.
    std::size_t i = std::min(replay->position(), size);
    if (direction > 0) {
        while (i < size && !match(trace[i])) ++i;
        if (i == size) return false;
        state_->setCursorRecord(i + 1);
        return true;
    }
    if (i <= 1) return false;
    for (i -= 1; i > 0; --i) {
        if (!match(trace[i - 1])) continue;
        state_->setCursorRecord(i);
        return true;
    }
    return false;
}

bool Playback::stepEvent(int direction) {
    if (direction < 0 && state_->replay() != nullptr && state_->replay()->position() == 1) {
        setPlaying(false);
        state_->setCursorRecord(0);
        return true;
    }
    return stepTo(direction, [](const Record&) { return true; });
}

bool Playback::stepDecision(int direction) {
    return stepTo(direction, [](const Record& r) { return r.kind == RecordKind::taskPlaced; });
}

bool Playback::stepFailure(int direction) {
    return stepTo(direction, [](const Record& r) { return r.kind == RecordKind::nodeDown || r.kind == RecordKind::nodeUp; });
}

void Playback::toStart() {
    setPlaying(false);
    state_->setCursorRecord(0);
}

void Playback::toEnd() {
    setPlaying(false);
    state_->setCursor(state_->end());
}

}  // namespace loom
