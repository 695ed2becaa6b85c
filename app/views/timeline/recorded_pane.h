// What happened in reality, beneath the timeline of the run on show and on its time axis.
#pragma once

#include <memory>

#include <QWidget>

#include "app/view_link.h"
#include "app/views/canvas/latest_job.h"
#include "app/views/export/vector_paintable.h"

class QLabel;
class QToolButton;

namespace loom {

class GanttView;

// GUI thread. Shown while the scenario of the run has a record that times tasks and somebody wants to see it; puts it into the
// view's state, so that the time axis reaches to its end. Cursor, range and selection are those of `state`, which outlives it.
class RecordedPane : public QWidget, public VectorPaintable {
    Q_OBJECT

public:
    explicit RecordedPane(ViewState* state, QWidget* parent = nullptr);
    ~RecordedPane() override;

    [[nodiscard]] GanttView* gantt() const { return gantt_; }
    [[nodiscard]] bool wanted() const { return wanted_; }
    void setWanted(bool wanted);
    // The scenario of the run on show has something to show here.
    [[nodiscard]] bool available() const { return record_ != nullptr; }
    // Blocks until it is shown; for pictures and tests.
    void finishRendering();
    void paintVector(QPainter& painter, const QRect& target) override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 140}; }

signals:
    void wantedChanged();
    void availableChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Made {
        std::shared_ptr<const RecordedRun> record;
        RunPtr run;     // null where
        QString wrong;  // says why there is none
    };
    void follow();
    void take(const Made& made);
    void showWords();
    [[nodiscard]] QString comparison() const;

    ViewState* state_;
    ViewState own_;
    ViewLink link_;
    std::shared_ptr<const RecordedRun> record_;  // of the run on show, where it times tasks
    bool made_ = false;                          // it was asked to be made into a run
    RunPtr run_;                                 // what was made of it; null until then
    QString wrong_;
    bool wanted_ = true;
    QLabel* words_;
    QToolButton* close_;
    GanttView* gantt_;
    LatestJob<Made> job_;
};

}  // namespace loom
