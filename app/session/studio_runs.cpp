// How a change of the document becomes a run on show.
#include "app/session/studio.h"
#include "app/session/text.h"

namespace loom {

void Studio::modelChanged() {
    if (document_.empty()) return;
    if (const RunEntry* known = simulated()) {
        // The same inputs give the same run: nothing to compute.
        draft_ = {};
        waiting_ = false;
        show(RunEntry(*known), runs_.bySerial(runs_.current()));
        return;
    }
    if (draft_.title.isEmpty()) draft_.title = plainTitle();
    draft_.parent = runs_.current();
    draft_.model = document_.model();
    requestRun();
}

QString Studio::plainTitle() const {
    QString title = QString::fromStdString(document_.model().file->scheduler.text());
    const QString& edit = document_.lastEdit();
    return edit.isEmpty() || edit.contains(title) ? title : title + QStringLiteral(" · ") + edit;
}

void Studio::requestRun() {
    if (draft_.mergeKey >= 0) {
        if (throttle_.isActive()) {
            waiting_ = true;
            return;
        }
        throttle_.start();
    }
    sendRun();
}

void Studio::sendRun() {
    waiting_ = false;
    if (answer_ == Answer::real) {
        answer_ = Answer::simulation;
        emit answerChanged();
    }
    sent_ = std::exchange(draft_, {});
    runRequest_ = engine_.simulate(document_.effective());
    emit answersChanged();
}

void Studio::runStarted(quint64 request, const RunPtr& run) {
    // A first run is watched as it grows. A later one appears when it is whole, so that the one on show stays useful.
    if (request != runRequest_ || !fresh_) return;
    view_.setRun(run);
    view_.setCursor(Time::zero());
    playback_.setPlaying(true);
    playback_.watch();
}

void Studio::runFinished(quint64 request, const RunPtr& run, const DigestPtr& digest) {
    if (request != runRequest_) return;
    runRequest_ = 0;
    RunEntry entry = sent_;
    const RunEntry* before = runs_.bySerial(runs_.current());
    // During a drag the ghost stays the run from before it.
    const bool sameDrag = before != nullptr && entry.mergeKey >= 0 && before->mergeKey == entry.mergeKey;
    std::optional<RunEntry> ghost;
    if (before != nullptr && !sameDrag) ghost = *before;
    if (sameDrag) {
        if (const RunEntry* older = runs_.bySerial(before->parent)) ghost = *older;
    }
    const bool first = fresh_;
    fresh_ = false;
    entry.run = run;
    entry.digest = digest;
    const int serial = runs_.add(entry);
    // The simulation beside a real run that was opened is its ghost.
    const bool beside = ghost && ghost->run->world == WorldKind::real && ghost->model == entry.model;
    if (beside) return show(*ghost, runs_.bySerial(serial));
    show(RunEntry(*runs_.bySerial(serial)), ghost ? &*ghost : nullptr);
    if (entry.forkedAt) view_.setCursor(*entry.forkedAt);  // the consequence begins there
    if (first) playback_.watch();
    if (std::exchange(playOn_, false)) playback_.setPlaying(true);
    if (run->outcome != Outcome::finished) {
        script_.takeFailure(toQString(run->failure));
        emit notice(toQString(run->failure));
    }
}

void Studio::realStarted(quint64 request, const RunPtr& run) {
    if (request != realRequest_) return;
    if (const RunEntry* ghost = simulated()) {
        view_.setGhost(ghost->run);
        ghostDigest_ = ghost->digest;
    }
    digest_ = nullptr;
    view_.setRun(run);
    view_.setCursor(Time::zero());
    playback_.setGear(0);
    playback_.setPlaying(true);
    emit digestChanged();
}

void Studio::realFinished(quint64 request, const RealAnswerPtr& answer, const DigestPtr& digest) {
    if (request != realRequest_) return;
    realRequest_ = 0;
    RunEntry entry;
    entry.title = tr("real run");
    entry.model = realModel_;
    entry.run = answer->run;
    entry.digest = digest;
    entry.real = answer;
    const RunEntry* parent = runs_.byModel(realModel_);
    if (parent != nullptr) entry.parent = parent->serial;
    const int current = runs_.current();
    const int serial = runs_.add(entry);
    if (realModel_ != document_.model()) {
        // The scenario was edited meanwhile: the answer is kept in the list, what is on show stays.
        runs_.setCurrent(current);
        return;
    }
    const RunEntry* ghost = simulated();
    show(RunEntry(*runs_.bySerial(serial)), ghost);
    if (answer->run->outcome != Outcome::finished) emit notice(QString::fromStdString(answer->run->failure));
}

void Studio::show(const RunEntry& entry, const RunEntry* ghost) {
    const bool hasGhost = ghost != nullptr && ghost->run != entry.run;
    ghostDigest_ = hasGhost ? ghost->digest : nullptr;
    view_.setGhost(hasGhost ? ghost->run : nullptr);
    digest_ = entry.digest;
    runs_.setCurrent(entry.serial);
    const Answer answer = entry.run->world == WorldKind::real ? Answer::real : Answer::simulation;
    const bool answerMoves = answer_ != answer && answer_ != Answer::formula;
    if (answerMoves) answer_ = answer;
    if (view_.run() == entry.run)
        view_.announceGrowth();
    else
        view_.setRun(entry.run);
    playback_.watch();
    if (answerMoves) emit answerChanged();
    emit digestChanged();
    emit answersChanged();
}

}  // namespace loom
