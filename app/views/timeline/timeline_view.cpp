#include "app/views/timeline/timeline_view.h"

#include <QPainter>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/views/timeline/gantt_scroll.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/recorded_pane.h"
#include "app/views/timeline/scrubber_view.h"

namespace loom {

TimelineView::TimelineView(ViewState* state, QWidget* parent)
    : QWidget(parent),
      gantt_(new GanttView(state, this)),
      recorded_(new RecordedPane(state, this)),
      scrubber_(new ScrubberView(state, this)) {
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline and scrubber"));
    setFocusProxy(gantt_);
    auto* above = new QWidget;
    above->setLayout(withScrollBar(gantt_));
    auto* split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("timelineSplit"));
    split->addWidget(above);
    split->addWidget(recorded_);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(split, 1);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(0, 0, scrollBarRoom(), 0);
    below->addWidget(scrubber_);
    layout->addLayout(below);
    connect(gantt_, &GanttView::crashRequested, this, &TimelineView::crashRequested);
}

void TimelineView::finishRendering() {
    gantt_->finishRendering();
    recorded_->finishRendering();
    scrubber_->finishRendering();
}

void TimelineView::fit() { gantt_->fit(); }

void TimelineView::paintVector(QPainter& painter, const QRect& target) {
    painter.save();
    painter.setClipRect(target);
    gantt_->paintVector(painter, QRect(target.topLeft(), gantt_->size()));
    if (recorded_->isVisibleTo(this))
        recorded_->paintVector(painter, QRect(target.topLeft() + recorded_->mapTo(this, QPoint()), recorded_->size()));
    painter.translate(target.topLeft() + scrubber_->pos());
    scrubber_->paintTo(painter);
    painter.restore();
}

}  // namespace loom
