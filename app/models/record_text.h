// Records in words, for the event log and the inspector.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/scenario/scenario.h"
#include "core/trace/record.h"
#include "core/trace/replay.h"
#include "core/trace/trace.h"

namespace loom {

// Stateless. Names come from the scenario the run was made of; subscripts outside it are shown as numbers.
class RecordText {
    Q_DECLARE_TR_FUNCTIONS(RecordText)

public:
    static QString kind(RecordKind kind);
    static QString reason(Reason reason);
    static QString outcome(Outcome outcome);
    static QString state(TaskState state);
    // The task, data object or node the record is about.
    static QString subject(const Record& record, const Scenario& scenario);
    // What else the record says: "n1 → n4", "on n2, attempt 2".
    static QString detail(const Record& record, const Scenario& scenario);

    static QString task(TaskId task, const TaskGraph& graph);
    static QString node(NodeId node, const Platform& platform);
    static QString link(LinkId link, const Platform& platform);
    static QString data(DataId data, const TaskGraph& graph);
};

}  // namespace loom
