#include "app/views/timeline/timeline_view.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollBar>

#include "app/views/timeline/gantt_scroll.h"
#include "app/views/timeline/gantt_view.h"
#include "app/views/timeline/scrubber_view.h"

namespace loom {

TimelineView::TimelineView(ViewState* state, QWidget* parent)
    : QWidget(parent),
      gantt_(new GanttView(state, this)),
      scrubber_(new ScrubberView(state, this)),
      bar_(new QScrollBar(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline and scrubber"));
    setFocusProxy(gantt_);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(gantt_, 0, 0);
    grid->addWidget(bar_, 0, 1);
    grid->addWidget(scrubber_, 1, 0);
    grid->setRowStretch(0, 1);
    connect(gantt_, &GanttView::crashRequested, this, &TimelineView::crashRequested);
    connectScrollBar(gantt_, bar_);
}

void TimelineView::finishRendering() {
    gantt_->finishRendering();
    scrubber_->finishRendering();
}

void TimelineView::fit() { gantt_->fit(); }

void TimelineView::paintVector(QPainter& painter, const QRect& target) {
    painter.save();
    painter.setClipRect(target);
    gantt_->paintVector(painter, QRect(target.topLeft(), gantt_->size()));
    painter.translate(target.topLeft() + scrubber_->pos());
    scrubber_->paintTo(painter);
    painter.restore();
}

}  // namespace loom
