#include "app/views/canvas/node_text.h"

#include "core/base/units.h"

namespace loom {

QString NodeText::describe(const ViewState& state, NodeId node) {
    if (state.replay() == nullptr || !node.valid() || node.index() >= state.replay()->nodes().size()) return {};
    const NodeInfo& info = state.run()->scenario->platform->node(node);
    const NodeStatus& now = state.replay()->nodes()[node.index()];
    QStringList lines{QString::fromStdString(info.name)};
    if (info.cores == 0)
        lines << tr("stores the workflow's inputs");
    else
        lines << tr("%L1 cores of %2")
                     .arg(info.cores)
                     .arg(QString::fromStdString(formatQuantity(info.speed * now.speedFactor, Dimension::speed)));
    if (!now.up)
        lines << tr("down");
    else if (info.cores > 0)
        lines << tr("%L1 running, %L2 waiting, %L3 done").arg(now.busyCores).arg(now.queued).arg(now.done);
    lines << tr("received %1, sent %2")
                 .arg(QString::fromStdString(formatQuantity(now.bytesIn, Dimension::bytes)),
                      QString::fromStdString(formatQuantity(now.bytesOut, Dimension::bytes)));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace loom
