#include "app/view_link.h"

#include <algorithm>

namespace loom {

template <class Take>
void ViewLink::passOn(const ViewState& from, Take take) {
    if (!linked_ || passing_) return;
    passing_ = true;
    for (ViewState* view : views_)
        if (view != &from) take(*view);
    passing_ = false;
}

void ViewLink::setViews(std::vector<ViewState*> views, Time horizon) {
    for (ViewState* view : views_) view->disconnect(this);
    views_ = std::move(views);
    if (views_.empty()) return;
    for (ViewState* view : views_) {
        const bool whole = view->rangeBegin() == Time::zero() && view->rangeEnd() >= view->end();
        view->setHorizon(horizon);
        if (whole) view->fitRange();
        connect(view, &ViewState::cursorChanged, this, [this, view] { passCursor(*view); });
        connect(view, &ViewState::rangeChanged, this, [this, view] {
            passOn(*view, [&](ViewState& other) { other.setRange(view->rangeBegin(), view->rangeEnd()); });
        });
        connect(view, &ViewState::selectionChanged, this, [this, view] {
            passOn(*view, [&](ViewState& other) {
                other.selectTask(view->selectedTask());
                other.selectNode(view->selectedNode());
            });
        });
        connect(view, &ViewState::hoverChanged, this, [this, view] {
            passOn(*view, [&](ViewState& other) {
                other.hoverTask(view->hoveredTask());
                other.hoverNode(view->hoveredNode());
            });
        });
    }
    if (linked_) alignWith(*views_.front());
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
        other.selectNode(first.selectedNode());
    });
}

// A view on its way through a long run is passed on when it is there; one that was sent there says nothing new.
void ViewLink::passCursor(const ViewState& from) {
    if (!from.arrived() || from.cursor() == std::min(at_, from.end())) return;
    if (linked_ && !passing_) at_ = from.cursor();
    passOn(from, [&](ViewState& other) { other.setCursor(from.cursor()); });
}

}  // namespace loom
