// Forms longer than their window.
#pragma once

#include <QLayout>
#include <QScrollArea>

namespace loom {

// The content, at the top of an area that scrolls up and down only. The area owns it.
inline QScrollArea* scrolled(QWidget* content) {
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->layout()->setAlignment(Qt::AlignTop);
    return area;
}

}  // namespace loom
