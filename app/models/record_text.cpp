#include "app/models/record_text.h"

#include "app/session/text.h"

namespace loom {

QString RecordText::kind(RecordKind kind) {
    switch (kind) {
        case RecordKind::taskReady:
            return tr("ready");
        case RecordKind::taskPlaced:
            return tr("placed");
        case RecordKind::transferBegin:
            return tr("transfer begins");
        case RecordKind::transferEnd:
            return tr("transfer arrives");
        case RecordKind::transferLost:
            return tr("transfer lost");
        case RecordKind::computeBegin:
            return tr("start");
        case RecordKind::computeEnd:
            return tr("finish");
        case RecordKind::computeFailed:
            return tr("attempt fails");
        case RecordKind::taskRetry:
            return tr("again");
        case RecordKind::dataLost:
            return tr("data lost");
        case RecordKind::nodeDown:
            return tr("node down");
        case RecordKind::nodeUp:
            return tr("node up");
        case RecordKind::nodeSpeed:
            return tr("node speed");
        case RecordKind::placementRefused:
            return tr("refused");
        case RecordKind::control:
            return tr("by hand");
        case RecordKind::runEnd:
            return tr("end of run");
        case RecordKind::dataInitial:
            return tr("input there");
        case RecordKind::linkDown:
            return tr("link down");
        case RecordKind::linkUp:
            return tr("link up");
        case RecordKind::linkRate:
            return tr("link bandwidth");
        case RecordKind::linkLatency:
            return tr("link latency");
    }
    return tr("unknown");
}

QString RecordText::reason(Reason reason) {
    switch (reason) {
        case Reason::none:
            return {};
        case Reason::nodeCrashed:
            return tr("the node crashed");
        case Reason::nodeKilled:
            return tr("the node was killed by hand");
        case Reason::taskError:
            return tr("the task failed");
        case Reason::outputLost:
            return tr("its output was lost");
        case Reason::noSuchNode:
            return tr("no such node");
        case Reason::nodeBusy:
            return tr("the node is busy");
        case Reason::nodeIsDown:
            return tr("the node is down");
        case Reason::notReady:
            return tr("the task is not ready");
        case Reason::cannotRun:
            return tr("the node cannot run it");
        case Reason::attemptsUsedUp:
            return tr("no attempts left");
        case Reason::linkFailed:
            return tr("the link failed");
        case Reason::linkIsDown:
            return tr("a link on the way was down for too long");
        case Reason::switchedOff:
            return tr("the node was switched off");
    }
    return {};
}

QString RecordText::outcome(Outcome outcome) {
    switch (outcome) {
        case Outcome::finished:
            return tr("finished");
        case Outcome::failed:
            return tr("failed");
        case Outcome::stuck:
            return tr("stuck");
        case Outcome::cancelled:
            return tr("cancelled");
    }
    return {};
}

QString RecordText::state(TaskState state) {
    switch (state) {
        case TaskState::waiting:
            return tr("Waiting for its inputs");
        case TaskState::ready:
            return tr("Ready");
        case TaskState::transfer:
            return tr("Inputs on their way");
        case TaskState::running:
            return tr("Running");
        case TaskState::done:
            return tr("Done");
        case TaskState::failed:
            return tr("Failed");
        case TaskState::retry:
            return tr("To run again");
    }
    return {};
}

QString RecordText::task(TaskId task, const TaskGraph& graph) {
    if (!task.valid()) return QStringLiteral("–");
    return task.index() < graph.taskCount() ? toQString(graph.name(task)) : QStringLiteral("#%1").arg(task.value);
}

QString RecordText::node(NodeId node, const Platform& platform) {
    if (!node.valid()) return QStringLiteral("–");
    return node.index() < platform.nodeCount() ? toQString(platform.node(node).name) : QStringLiteral("#%1").arg(node.value);
}

QString RecordText::link(LinkId link, const Platform& platform) {
    return link.index() < platform.linkCount() ? toQString(platform.link(link).name) : QStringLiteral("#%1").arg(link.value);
}

QString RecordText::data(DataId data, const TaskGraph& graph) {
    if (data.index() >= graph.dataCount()) return QStringLiteral("#%1").arg(data.value);
    const QString name = toQString(graph.dataName(data));
    if (!name.isEmpty()) return name;
    const TaskId producer = graph.producer(data);
    return producer.valid() ? tr("output of %1").arg(task(producer, graph)) : tr("input %1").arg(data.value);
}

QString RecordText::subject(const Record& record, const Scenario& scenario) {
    switch (record.kind) {
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost:
        case RecordKind::dataLost:
        case RecordKind::dataInitial:
            return data(record.data(), *scenario.graph);
        case RecordKind::nodeDown:
        case RecordKind::nodeUp:
        case RecordKind::nodeSpeed:
            return node(record.node(), *scenario.platform);
        case RecordKind::linkDown:
        case RecordKind::linkUp:
        case RecordKind::linkRate:
        case RecordKind::linkLatency:
            return link(record.link(), *scenario.platform);
        case RecordKind::control:
            return node(NodeId(record.a), *scenario.platform);
        case RecordKind::runEnd:
            return outcome(static_cast<Outcome>(record.subject));
        default:
            return task(record.task(), *scenario.graph);
    }
}

QString RecordText::detail(const Record& record, const Scenario& scenario) {
    const Platform& platform = *scenario.platform;
    switch (record.kind) {
        case RecordKind::transferBegin:
        case RecordKind::transferEnd:
        case RecordKind::transferLost: {
            QString text = QStringLiteral("%1 → %2").arg(node(record.from(), platform), node(record.to(), platform));
            if (record.data().index() < scenario.graph->dataCount()) {
                text += QStringLiteral(", ") + quantityText(scenario.graph->dataBytes(record.data()), Dimension::bytes);
            }
            return text;
        }
        case RecordKind::taskPlaced:
        case RecordKind::dataLost:
        case RecordKind::dataInitial:
            return tr("on %1").arg(node(record.node(), platform));
        case RecordKind::computeBegin:
        case RecordKind::computeEnd:
        case RecordKind::computeFailed: {
            const QString where = tr("on %1").arg(node(record.node(), platform));
            return record.extra == 0 ? where : where + QStringLiteral(", ") + tr("attempt %1").arg(record.extra + 1);
        }
        case RecordKind::taskRetry:
        case RecordKind::nodeDown:
        case RecordKind::linkDown:
            return reason(static_cast<Reason>(record.a));
        case RecordKind::linkLatency:
            return quantityText(latencyOf(record).seconds(), Dimension::time);
        case RecordKind::linkRate:
        case RecordKind::nodeSpeed:
            return tr("%1 % of nominal").arg(record.a / 1e4, 0, 'f', 1);
        case RecordKind::placementRefused:
            return QStringLiteral("%1: %2").arg(node(record.node(), platform), reason(static_cast<Reason>(record.b)));
        case RecordKind::control:
            return static_cast<ControlKind>(record.subject) == ControlKind::failNode ? tr("killed") : tr("repaired");
        default:
            return {};
    }
}

}  // namespace loom
