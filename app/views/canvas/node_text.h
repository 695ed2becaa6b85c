// A node and its state at the cursor in words: the same tooltip in every view that shows nodes.
#pragma once

#include <QCoreApplication>

#include "app/view_state.h"

namespace loom {

class NodeText {
    Q_DECLARE_TR_FUNCTIONS(loom::NodeText)

public:
    // Several lines; empty when there is no such node.
    static QString describe(const ViewState& state, NodeId node);
};

}  // namespace loom
