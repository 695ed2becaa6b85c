// Arrow keys, Home and End that move a slider or a combo box must not step the playback.
#pragma once

#include <QEvent>
#include <QKeyEvent>
#include <QWidget>

namespace loom {

// GUI thread. The window's shortcuts leave these keys to `widget` while it has the focus. Owned by the widget.
class KeepKeys : public QObject {
public:
    explicit KeepKeys(QWidget* widget) : QObject(widget) { widget->installEventFilter(this); }

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::ShortcutOverride) {
            switch (static_cast<QKeyEvent*>(event)->key()) {
                case Qt::Key_Left:
                case Qt::Key_Right:
                case Qt::Key_Home:
                case Qt::Key_End:
                    event->accept();
                    return true;
                default:
                    break;
            }
        }
        return QObject::eventFilter(object, event);
    }
};

}  // namespace loom
