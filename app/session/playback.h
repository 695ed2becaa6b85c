// The frame tick: moves the cursor while playing and notices that the trace has grown.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/view_state.h"

namespace loom {

// GUI thread only. One timer drives everything that moves; it sleeps while nothing does.
class Playback : public QObject {
    Q_OBJECT

public:
    static constexpr int kSlowest = -6;  // gears are powers of two of the natural speed
    static constexpr int kFastest = 6;
    static constexpr int kMax = 7;  // straight to the end of what is known

    explicit Playback(ViewState* state, QObject* parent = nullptr);

    [[nodiscard]] bool playing() const { return playing_; }
    void setPlaying(bool playing);
    void toggle() { setPlaying(!playing_); }

    [[nodiscard]] int gear() const { return gear_; }
    void setGear(int gear);
    // Seconds of the run shown in one second: at gear 0 the whole run takes `kNaturalSeconds`; a real run still going
    // is shown as it happens.
    [[nodiscard]] double speed() const;

    // One record, one placement, or one node failure or repair; direction +1 or -1. Stops playing. False at the end.
    bool stepEvent(int direction);
    bool stepDecision(int direction);
    bool stepFailure(int direction);
    void toStart();
    void toEnd();
    // Follow a run that is being written: the tick must go on though nothing plays.
    void watch();

signals:
    void playingChanged(bool playing);
    void speedChanged();

private:
    static constexpr double kNaturalSeconds = 16;
    void tick();
    void noticeGrowth();
    [[nodiscard]] bool runEnded() const;
    template <class Match>
    bool stepTo(int direction, Match match);

    ViewState* state_;
    QTimer timer_;
    QElapsedTimer clock_;
    bool playing_ = false;
    int gear_ = 0;
    std::size_t seenRecords_ = 0;
    Time seenEnd_;
};

}  // namespace loom
