#include "app/session/comparison.h"

#include <algorithm>

#include "app/session/text.h"

namespace loom {

namespace {

bool sameShape(const Run& a, const Run& b) {
    return a.scenario->graph->taskCount() == b.scenario->graph->taskCount() &&
           a.scenario->platform->nodeCount() == b.scenario->platform->nodeCount();
}

}  // namespace

Comparison::Comparison(ViewState* view, Document* document, RunList* runs, Engine* engine, QObject* parent)
    : QObject(parent), view_(view), document_(document), runs_(runs), engine_(engine) {
    connect(document_, &Document::modelChanged, this, [this] {
        if (!active_) return;
        if (sides_.empty()) choose();
        refresh();
    });
    connect(engine_, &Engine::raced, this,
            [this](quint64 request, int index, const RunPtr& run, const DigestPtr& digest, const QString& wrong) {
                if (request == raceRequest_) raced(index, run, digest, wrong);
            });
    connect(engine_, &Engine::compared, this, [this](quint64 request, const RunDifferencePtr& difference) {
        if (request != compareRequest_) return;
        compareRequest_ = 0;
        difference_ = difference;
        emit differenceChanged();
    });
    connect(engine_, &Engine::bothExplained, this,
            [this](quint64 request, TaskId task, const std::optional<Decision>& a, const std::optional<Decision>& b) {
                if (request != bothRequest_) return;
                bothRequest_ = 0;
                decisions_ = PartedDecisions{task, a, b};
                emit partingChanged();
            });
    connect(engine_, &Engine::ratiosKnown, this, [this](quint64 request, const RatiosPtr& ratios) {
        if (request != measureRequest_) return;
        measureRequest_ = 0;
        ratios_ = ratios;
        emit ratiosChanged();
    });
    connect(engine_, &Engine::cancelled, this, [this] {
        if (raceRequest_ == 0) return;
        raceRequest_ = 0;
        for (const std::size_t side : std::exchange(racing_, {})) {
            if (sides_[side]->run || !sides_[side]->wrong.isEmpty()) continue;
            sides_[side]->wrong = tr("Cancelled.");
            emit sideChanged(static_cast<int>(side));
        }
    });
}

Comparison::~Comparison() {
    engine_->disconnect(this);
    document_->disconnect(this);
    link_.setViews({});
}

void Comparison::setActive(bool active) {
    if (active_ == active) return;
    active_ = active;
    if (active_) {
        if (sides_.empty()) choose();
        refresh();
    } else {
        linkViews();
    }
}

void Comparison::clear() {
    link_.setViews({});
    view_->setHorizon(Time::zero());
    const auto gone = std::move(sides_);  // until their panes let go of them
    sides_.clear();
    racing_.clear();
    difference_ = nullptr;
    decisions_.reset();
    parting_ = -1;
    ratios_ = nullptr;
    raceRequest_ = compareRequest_ = bothRequest_ = 0;
    if (std::exchange(measureRequest_, 0) != 0) engine_->stopMeasuring();
    emit sidesChanged();
    emit differenceChanged();
    emit partingChanged();
    emit ratiosChanged();
}

void Comparison::choose() {
    if (document_->empty()) return;
    const Spec& now = document_->model().file->scheduler;
    for (const char* name : {"", now.name == "heft" ? "fifo" : "heft"}) {
        sides_.push_back(std::make_unique<CompareSide>());
        sides_.back()->scheduler = *name == '\0' ? now : Spec{name, {}};
    }
    emit sidesChanged();
}

// Makes the runs that are missing; what was made of the same scenario stays.
void Comparison::refresh() {
    if (document_->empty()) return;
    const FilePtr file = document_->effective();
    std::vector<FilePtr> missing;
    racing_.clear();
    raceRequest_ = 0;
    for (std::size_t i = 0; i < sides_.size(); ++i) {
        CompareSide& side = *sides_[i];
        if (side.serial >= 0 || (side.run && side.of == file && side.run->scenario->file.scheduler == side.scheduler)) continue;
        side.of = file;
        const RunEntry* known = runs_->byModel(document_->model());
        if (known != nullptr && known->run->scenario->file.scheduler == side.scheduler) {
            take(side, known->run, known->digest, {});
            continue;
        }
        take(side, nullptr, nullptr, {});
        auto own = std::make_shared<ScenarioFile>(*file);
        own->scheduler = side.scheduler;
        missing.push_back(std::move(own));
        racing_.push_back(i);
    }
    if (!missing.empty()) raceRequest_ = engine_->race(std::move(missing));
    linkViews();
    compareFirstTwo();
}

void Comparison::take(CompareSide& side, RunPtr run, DigestPtr digest, const QString& wrong) {
    // A view that gets a run shows all of it; that is nothing the others should follow.
    link_.setViews({});
    side.run = std::move(run);
    side.digest = std::move(digest);
    side.wrong = wrong;
    side.view.setHorizon(Time::zero());
    side.view.setRun(side.run);
    const auto at = std::find_if(sides_.begin(), sides_.end(), [&](const auto& each) { return each.get() == &side; });
    emit sideChanged(static_cast<int>(at - sides_.begin()));
}

void Comparison::raced(int index, const RunPtr& run, const DigestPtr& digest, const QString& wrong) {
    const std::size_t side = racing_[static_cast<std::size_t>(index)];
    if (static_cast<std::size_t>(index) + 1 == racing_.size()) raceRequest_ = 0;
    take(*sides_[side], run, digest, wrong);
    linkViews();
    if (side < kFewest) compareFirstTwo();
}

// One axis for all: it ends with the longest run.
void Comparison::linkViews() {
    std::vector<ViewState*> views;
    Time horizon;
    if (active_) {
        views.push_back(view_);
        for (const auto& side : sides_) {
            if (!side->run) continue;
            horizon = std::max(horizon, side->run->trace->end());
            views.push_back(&side->view);
        }
        return link_.setViews(views, horizon);
    }
    link_.setViews({});
    view_->setHorizon(Time::zero());
    if (view_->rangeEnd() > view_->end()) view_->fitRange();
    if (view_->cursor() > view_->end()) view_->setCursor(view_->end());
}

void Comparison::compareFirstTwo() {
    const bool known = difference_ && sides_.size() >= kFewest && difference_->a == sides_[0]->run && difference_->b == sides_[1]->run;
    if (known) return;  // others came or went
    difference_ = nullptr;
    decisions_.reset();
    parting_ = -1;
    compareRequest_ = bothRequest_ = 0;
    const bool both = sides_.size() >= kFewest && sides_[0]->run && sides_[1]->run;
    if (both && sameShape(*sides_[0]->run, *sides_[1]->run)) compareRequest_ = engine_->compare(sides_[0]->run, sides_[1]->run);
    emit differenceChanged();
    emit partingChanged();
}

std::vector<const RunEntry*> Comparison::choosable() const {
    std::vector<const RunEntry*> entries;
    const RunEntry* now = runs_->byModel(document_->model());
    for (const RunEntry& entry : runs_->entries())
        if (now != nullptr && sameShape(*entry.run, *now->run)) entries.push_back(&entry);
    return entries;
}

QString Comparison::nameOf(const CompareSide& side) const {
    const RunEntry* entry = side.serial < 0 ? nullptr : runs_->bySerial(side.serial);
    return entry != nullptr ? QStringLiteral("%1 · %2").arg(entry->label, entry->title) : toQString(side.scheduler.text());
}

double Comparison::best() const {
    double best = 0;
    for (const auto& side : sides_) {
        if (!side->digest || !side->run || side->run->outcome != Outcome::finished) continue;
        const double makespan = side->digest->metrics.makespan;
        if (makespan > 0 && (best == 0 || makespan < best)) best = makespan;
    }
    return best;
}

void Comparison::setLinked(bool linked) {
    if (linked == link_.linked()) return;
    link_.setLinked(linked);
    emit linkedChanged();
}

bool Comparison::goToParting(int direction) {
    if (!difference_ || difference_->partings.empty()) return false;
    const std::vector<Parting>& all = difference_->partings;
    int next = parting_ + direction;
    if (parting_ < 0 || view_->cursor() != all[static_cast<std::size_t>(parting_)].at) {
        // The cursor was moved: from there on.
        const Time now = view_->cursor();
        const auto after = direction > 0 ? std::find_if(all.begin(), all.end(), [&](const Parting& p) { return p.at > now; })
                                         : std::find_if(all.begin(), all.end(), [&](const Parting& p) { return p.at >= now; });
        next = static_cast<int>(after - all.begin()) - (direction > 0 ? 0 : 1);
        // At the very start nothing has been passed yet.
        if (direction > 0 && now == Time::zero()) next = 0;
        // A run that was played stands at its end: the first step always leads somewhere.
        const bool outside = next < 0 || next >= static_cast<int>(all.size());
        if (parting_ < 0 && outside) next = direction > 0 ? 0 : static_cast<int>(all.size()) - 1;
    }
    if (next < 0 || next >= static_cast<int>(all.size())) return false;
    parting_ = next;
    const Parting& parting = all[static_cast<std::size_t>(next)];
    decisions_.reset();
    bothRequest_ = engine_->explainBoth(difference_->a, difference_->b, parting.task);
    for (ViewState* view : {view_, &sides_[0]->view, &sides_[1]->view}) {
        view->setCursor(parting.at);
        view->selectNode(NodeId::none());
        view->selectTask(parting.task);
    }
    emit partingChanged();
    return true;
}

void Comparison::measure(int seeds) {
    if (document_->empty() || sides_.empty()) return;
    std::vector<Spec> schedulers;
    for (const auto& side : sides_) schedulers.push_back(side->scheduler);
    measureRequest_ = engine_->measure(document_->effective(), std::move(schedulers),
                                       static_cast<std::uint32_t>(std::clamp(seeds, 1, kMostSeeds)));
    emit ratiosChanged();
}

void Comparison::stopMeasuring() {
    if (measuring()) engine_->stopMeasuring();
}

bool Comparison::idle() const { return raceRequest_ == 0 && compareRequest_ == 0 && bothRequest_ == 0 && measureRequest_ == 0; }

}  // namespace loom
