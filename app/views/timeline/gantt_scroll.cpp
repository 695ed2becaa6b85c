#include "app/views/timeline/gantt_scroll.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QStyle>

#include "app/views/timeline/gantt_view.h"

namespace loom {

int scrollBarRoom() { return QApplication::style()->pixelMetric(QStyle::PM_ScrollBarExtent); }

QHBoxLayout* withScrollBar(GanttView* gantt) {
    auto* bar = new QScrollBar(Qt::Vertical);
    QSizePolicy keep = bar->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    bar->setSizePolicy(keep);
    bar->setFixedWidth(scrollBarRoom());
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(gantt, 1);
    row->addWidget(bar);
    bar->setAccessibleName(GanttView::tr("Rows"));
    const auto sync = [gantt, bar] {
        const QSignalBlocker blocker(bar);
        bar->setRange(0, gantt->scrollRange());
        bar->setPageStep(gantt->pageHeight());
        bar->setSingleStep(24);
        bar->setValue(gantt->scroll());
        bar->setVisible(gantt->scrollRange() > 0);
    };
    QObject::connect(gantt, &GanttView::geometryChanged, bar, sync);
    QObject::connect(bar, &QScrollBar::valueChanged, gantt, &GanttView::setScroll);
    sync();
    return row;
}

}  // namespace loom
