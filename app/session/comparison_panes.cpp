// What people do to the panes of a comparison: each is a step that can be undone.
#include <algorithm>

#include <QUndoCommand>

#include "app/session/comparison.h"
#include "app/session/scheduler_text.h"
#include "app/session/text.h"

namespace loom {

// What was done to the panes, in the document's history though it is no edit of the scenario.
class PanesCommand : public QUndoCommand {
public:
    PanesCommand(Comparison* comparison, std::vector<Comparison::Pane> before, std::vector<Comparison::Pane> after, const QString& what)
        : QUndoCommand(what), comparison_(comparison), before_(std::move(before)), after_(std::move(after)) {}

    // The panes are as they were left, but runs that were under way may be there by now.
    void undo() override {
        after_ = comparison_->panes();
        comparison_->restore(before_);
    }
    void redo() override {
        if (std::exchange(done_, false)) return;
        before_ = comparison_->panes();
        comparison_->restore(after_);
    }

private:
    Comparison* comparison_;
    std::vector<Comparison::Pane> before_, after_;
    bool done_ = true;  // before it was remembered
};

std::vector<Comparison::Pane> Comparison::panes() const {
    std::vector<Pane> panes;
    for (const auto& side : sides_)
        panes.push_back({side->scheduler, side->serial, side->of, side->run, side->digest, side->wrong});
    return panes;
}

void Comparison::restore(const std::vector<Pane>& panes) {
    link_.setViews({});
    const auto gone = std::move(sides_);  // until their panes let go of them
    sides_.clear();
    racing_.clear();
    raceRequest_ = 0;
    for (const Pane& pane : panes) {
        CompareSide& side = *sides_.emplace_back(std::make_unique<CompareSide>());
        side.scheduler = pane.scheduler;
        side.serial = pane.serial;
        side.of = pane.of;
        side.run = pane.run;
        side.digest = pane.digest;
        side.wrong = pane.wrong;
        side.view.setRun(side.run);
    }
    emit sidesChanged();
    if (active_) refresh();
    emit sidesRestored();
}

void Comparison::remember(std::vector<Pane> before, const QString& what) {
    document_->undoStack().push(new PanesCommand(this, std::move(before), panes(), what));
}

QString Comparison::letterOf(std::size_t side) { return QChar(static_cast<char16_t>(u'A' + side)); }

bool Comparison::setScheduler(std::size_t side, const QString& text, QString* error) {
    const Result<Spec> spec = readScheduler(text.trimmed());
    if (!spec) {
        *error = toQString(spec.error().text());
        return false;
    }
    CompareSide& changed = *sides_[side];
    if (changed.serial < 0 && changed.scheduler == *spec) return true;
    std::vector<Pane> before = panes();
    changed.serial = -1;
    changed.scheduler = *spec;
    changed.of = nullptr;
    refresh();
    remember(std::move(before), tr("pane %1: %2").arg(letterOf(side), nameOf(changed)));
    return true;
}

void Comparison::setRun(std::size_t side, int serial) {
    const RunEntry* entry = runs_->bySerial(serial);
    if (entry == nullptr || sides_[side]->serial == serial) return;
    std::vector<Pane> before = panes();
    CompareSide& changed = *sides_[side];
    changed.serial = serial;
    changed.scheduler = entry->run->scenario->file.scheduler;
    take(changed, entry->run, entry->digest, {});
    remember(std::move(before), tr("pane %1: %2").arg(letterOf(side), nameOf(changed)));
    linkViews();
    if (side < kFewest) compareFirstTwo();
}

void Comparison::add() {
    if (sides_.size() >= kMost || sides_.empty()) return;
    std::vector<Pane> before = panes();
    sides_.push_back(std::make_unique<CompareSide>());
    // Something that is not there yet.
    for (const char* name : {"heft", "fifo", "min-min", "round-robin", "random"}) {
        sides_.back()->scheduler = Spec{name, {}};
        if (std::none_of(sides_.begin(), sides_.end() - 1, [&](const auto& side) { return side->scheduler.name == name; })) break;
    }
    emit sidesChanged();
    refresh();
    remember(std::move(before), tr("pane %1 added").arg(letterOf(sides_.size() - 1)));
}

void Comparison::remove(std::size_t side) {
    if (sides_.size() <= kFewest || side >= sides_.size()) return;
    std::vector<Pane> before = panes();
    link_.setViews({});
    const std::unique_ptr<CompareSide> gone = std::move(sides_[side]);
    sides_.erase(sides_.begin() + static_cast<std::ptrdiff_t>(side));
    // The panes let go of its view first.
    emit sidesChanged();
    refresh();
    remember(std::move(before), tr("pane %1 taken out").arg(letterOf(side)));
}

}  // namespace loom
