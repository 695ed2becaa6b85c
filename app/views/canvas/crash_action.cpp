#include "app/views/canvas/crash_action.h"

#include <QCoreApplication>

#include "app/views/canvas/time_axis.h"

namespace loom {

void addCrashAction(QMenu& menu, const ViewState& state, NodeId node, std::function<void(NodeId, Time)> ask) {
    const QString name = QString::fromStdString(state.run()->scenario->platform->node(node).name);
    const Time at = state.cursor();
    const QString text = QCoreApplication::translate("loom::ClusterView", "Crash %1 here (at %2)").arg(name, timeText(at));
    QAction* crash = menu.addAction(text);
    crash->setObjectName(QStringLiteral("crashNode"));
    QObject::connect(crash, &QAction::triggered, &menu, [node, at, ask = std::move(ask)] { ask(node, at); });
}

}  // namespace loom
