#include "app/views/timeline/gantt_scroll.h"

#include <QScrollBar>

#include "app/views/timeline/gantt_view.h"

namespace loom {

void connectScrollBar(GanttView* gantt, QScrollBar* bar) {
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
}

}  // namespace loom
