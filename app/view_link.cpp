#include "app/view_link.h"

#include <algorithm>

namespace loom {

namespace {

// The node of the same name in the other run; none() where it has none.
NodeId nodeIn(const ViewState& other, const ViewState& from, NodeId node) {
    if (!node.valid() || !other.run()) return NodeId::none();
    const auto& platform = from.run()->scenario->platform;
    const auto& theirs = other.run()->scenario->platform;
    return platform == theirs ? node : theirs->find(platform->node(node).name);
}

}  // namespace

template <class Take>
void ViewLink::passOn(const ViewState& from, Take take) {
    if (!linked_ || passing_) return;
    passing_ = true;
    for (ViewState* view : views_)
        if (view != &from) take(*view);
    passing_ = false;
}

void ViewLink::setViews(std::vector<ViewState*> views) {
    for (ViewState* view : views_) view->disconnect(this);
    views_ = std::move(views);
    if (views_.empty()) return;
    for (ViewState* view : views_) {
        connect(view, &ViewState::cursorChanged, this, [this, view] { passCursor(*view); });
        connect(view, &ViewState::rangeChanged, this, [this, view] {
            passOn(*view, [&](ViewState& other) { other.setRange(view->rangeBegin(), view->rangeEnd()); });
        });
        connect(view, &ViewState::selectionChanged, this, [this, view] {
            passOn(*view, [&](ViewState& other) {
                other.selectTask(view->selectedTask());
                other.selectNode(nodeIn(other, *view, view->selectedNode()));
            });
        });
        connect(view, &ViewState::hoverChanged, this, [this, view] {
            passOn(*view, [&](ViewState& other) {
                other.hoverTask(view->hoveredTask());
                other.hoverNode(nodeIn(other, *view, view->hoveredNode()));
            });
        });
    }
    if (linked_) alignWith(*views_.front());
}

void ViewLink::setViews(const std::vector<ViewState*>& views, Time horizon) {
    setViews({});
    for (ViewState* view : views) view->setHorizon(horizon);
    setViews(views);
}

void ViewLink::setLinked(bool linked) {
    if (linked_ == linked) return;
    linked_ = linked;
    if (linked_ && !views_.empty()) alignWith(*views_.front());
}

void ViewLink::alignWith(const ViewState& first) {
    at_ = first.cursor();
    passOn(first, [&](ViewState& other) {
        other.setCursor(first.cursor());
        other.setRange(first.rangeBegin(), first.rangeEnd());
        other.selectTask(first.selectedTask());
        other.selectNode(nodeIn(other, first, first.selectedNode()));
    });
}

// A view on its way through a long run is passed on when it is there; one that was sent there says nothing new.
void ViewLink::passCursor(const ViewState& from) {
    if (!from.arrived() || from.cursor() == std::min(at_, from.end())) return;
    if (linked_ && !passing_) at_ = from.cursor();
    passOn(from, [&](ViewState& other) { other.setCursor(from.cursor()); });
}

}  // namespace loom
