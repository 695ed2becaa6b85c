#include "app/view_state.h"

#include <algorithm>

namespace loom {

ViewState::ViewState(QObject* parent)
    : QObject(parent), journey_(kSlice, [this](std::size_t records) {
          travel(records);
          emit cursorChanged();
          return !arrived_;  // as it is now: a listener may have sent the cursor elsewhere
      }) {}
ViewState::~ViewState() = default;

void ViewState::setRun(RunPtr run) {
    const bool sameGraph = run_ && run && run_->scenario->graph->taskCount() == run->scenario->graph->taskCount();
    const bool sameNodes = run_ && run && run_->scenario->platform->nodeCount() == run->scenario->platform->nodeCount();
    const bool sameLinks = run_ && run && run_->scenario->platform->linkCount() == run->scenario->platform->linkCount();
    const Time journeyEnd = cursorTravels() && !wantedRecord_ ? wantedTime_ : Time::zero();
    journey_.stop();
    run_ = std::move(run);
    replay_.reset();
    if (run_) replay_ = std::make_unique<Replay>(*run_->scenario->graph, *run_->scenario->platform, *run_->trace);
    if (!sameGraph) selectedTask_ = TaskId::none();
    if (!sameNodes) selectedNode_ = NodeId::none();
    if (!sameLinks) selectedLink_ = LinkId::none();
    if (!sameGraph || !sameNodes) selectedTransfer_ = {};
    hoveredTask_ = TaskId::none();
    hoveredNode_ = NodeId::none();
    hoveredLink_ = LinkId::none();
    wantedTime_ = sameGraph ? std::min(std::max(cursor_, journeyEnd), end()) : Time::zero();
    wantedRecord_.reset();
    visited_ = 0;
    cursor_ = Time::zero();
    arrived_ = true;
    if (replay_) travel(kSlice);
    rangeBegin_ = Time::zero();
    rangeEnd_ = end();
    emit runChanged();
    emit rangeChanged();
    emit selectionChanged();
    emit cursorChanged();
    if (!arrived_) journey_.start();
}

void ViewState::setGhost(RunPtr ghost) {
    if (ghost_ == ghost) return;
    ghost_ = std::move(ghost);
    emit ghostChanged();
}

void ViewState::setRecorded(RunPtr recorded) {
    if (recorded_ == recorded) return;
    const bool all = showsAll();
    recorded_ = std::move(recorded);
    emit recordedChanged();
    if (all) fitRange();
    if (cursor_ > end()) setCursor(end());
}

void ViewState::announceGrowth() { emit runGrew(); }

void ViewState::setCursor(Time time) {
    time = std::clamp(time, Time::zero(), end());
    if (!replay_) return;
    wantedTime_ = time;
    wantedRecord_.reset();
    journey_.restart();
}

void ViewState::setCursorRecord(std::size_t count) {
    if (!replay_) return;
    wantedRecord_ = count;
    journey_.restart();
}

// One stretch of the way.
void ViewState::travel(std::size_t records) {
    const std::size_t reach = std::max(visited_, replay_->position()) + records;
    const std::size_t count =
        wantedRecord_ ? std::min(*wantedRecord_, run_->trace->size()) : run_->trace->upperBound(wantedTime_);
    arrived_ = count <= reach;
    replay_->seekRecord(std::min(count, reach));
    if (arrived_ && !wantedRecord_) replay_->seekTime(wantedTime_);
    cursor_ = replay_->time();
    visited_ = std::max(visited_, replay_->position());
}

Time ViewState::end() const {
    const Time run = run_ ? run_->trace->end() : Time::zero();
    return std::max({run, horizon_, recorded_ ? recorded_->trace->end() : Time::zero()});
}

void ViewState::setHorizon(Time horizon) {
    if (horizon_ == horizon) return;
    const bool all = showsAll();
    horizon_ = horizon;
    if (all) fitRange();
}

void ViewState::setRange(Time begin, Time end) {
    if (end <= begin || (begin == rangeBegin_ && end == rangeEnd_)) return;
    rangeBegin_ = begin;
    rangeEnd_ = end;
    emit rangeChanged();
}

void ViewState::fitRange() { setRange(Time::zero(), end()); }

void ViewState::selectTask(TaskId task) {
    if (selectedTask_ == task) return;
    selectedTask_ = task;
    if (task.valid()) letGoOfNetwork();
    emit selectionChanged();
}

void ViewState::selectNode(NodeId node) {
    if (selectedNode_ == node) return;
    selectedNode_ = node;
    if (node.valid()) letGoOfNetwork();
    emit selectionChanged();
}

void ViewState::letGoOfNetwork() {
    selectedLink_ = LinkId::none();
    selectedTransfer_ = {};
}

void ViewState::selectLink(LinkId link) {
    if (selectedLink_ == link && !selectedTransfer_.valid()) return;
    letGoOfNetwork();
    selectedLink_ = link;
    if (link.valid()) {
        selectedTask_ = TaskId::none();
        selectedNode_ = NodeId::none();
    }
    emit selectionChanged();
}

void ViewState::selectTransfer(const TransferKey& transfer) {
    if (selectedTransfer_ == transfer) return;
    letGoOfNetwork();
    selectedTransfer_ = transfer;
    if (transfer.valid()) {
        selectedTask_ = TaskId::none();
        selectedNode_ = NodeId::none();
    }
    emit selectionChanged();
}

void ViewState::hoverTask(TaskId task) {
    if (hoveredTask_ == task) return;
    hoveredTask_ = task;
    emit hoverChanged();
}

void ViewState::hoverNode(NodeId node) {
    if (hoveredNode_ == node) return;
    hoveredNode_ = node;
    emit hoverChanged();
}

void ViewState::hoverLink(LinkId link) {
    if (hoveredLink_ == link) return;
    hoveredLink_ = link;
    emit hoverChanged();
}

}  // namespace loom
