// "Crash n5 here (at 27.4 s)": the same entry in the context menu of every view that shows nodes.
#pragma once

#include <functional>

#include <QMenu>

#include "app/view_state.h"

namespace loom {

// Adds the entry; when chosen, `ask` gets the node and the time the menu names, even if the run has played on meanwhile.
void addCrashAction(QMenu& menu, const ViewState& state, NodeId node, std::function<void(NodeId, Time)> ask);

}  // namespace loom
