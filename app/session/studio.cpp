#include "app/session/studio.h"

#include <QDir>
#include <QFileInfo>

#include "app/session/scheduler_text.h"
#include "app/session/text.h"
#include "core/schedule/scheduler.h"

namespace loom {

namespace {
constexpr int kSliderPause = 100;  // ms between two runs of one drag
constexpr int kDigestPause = 250;  // ms between two looks at a run that is still going
}  // namespace

Studio::Studio(QObject* parent)
    : QObject(parent), playback_(&view_), network_(&view_, &engine_), comparison_(&view_, &document_, &runs_, &engine_) {
    throttle_.setSingleShot(true);
    throttle_.setInterval(kSliderPause);
    digestPause_.setSingleShot(true);
    digestPause_.setInterval(kDigestPause);
    connect(&throttle_, &QTimer::timeout, this, [this] {
        if (waiting_) requestRun();
    });
    connect(&digestPause_, &QTimer::timeout, this, [this] {
        if (view_.run()) engine_.digest(view_.run());
    });
    connect(&view_, &ViewState::runGrew, this, [this] {
        if (!digestPause_.isActive() && runs_.byRun(view_.run()) == nullptr) digestPause_.start();
    });
    connect(&view_, &ViewState::selectionChanged, this, &Studio::askWhy);
    connect(&document_, &Document::modelChanged, this, &Studio::followScript);
    connect(&document_, &Document::modelChanged, this, &Studio::modelChanged);
    connect(&engine_, &Engine::opened, this, &Studio::take);
    connect(&engine_, &Engine::checked, this, &Studio::trialHolds);
    connect(&engine_, &Engine::runStarted, this, &Studio::runStarted);
    connect(&engine_, &Engine::runFinished, this, &Studio::runFinished);
    connect(&engine_, &Engine::realStarted, this, &Studio::realStarted);
    connect(&engine_, &Engine::realFinished, this, &Studio::realFinished);
    connect(&engine_, &Engine::failed, this, [this](quint64 request, const Error& error) {
        if (takeOpenFailure(request, error)) return;
        const QString sentence = toQString(error.text());
        if (request == realRequest_) realRequest_ = 0;
        // An edit that cannot be run is taken back, so that what is shown and what is edited stay one.
        const bool takeBack = request == runRequest_ && !fresh_ && document_.undoStack().canUndo();
        if (request == runRequest_) runRequest_ = 0;
        draft_ = {};
        script_.takeFailure(sentence);  // before the edit goes back, and with it the script it named
        if (takeBack) document_.takeBack();
        emit failed(sentence);
        emit answersChanged();
    });
    connect(&engine_, &Engine::cancelled, this, [this] {
        realRequest_ = 0;
        runRequest_ = 0;
        loadRequest_ = 0;
        emit notice(tr("Cancelled."));
        emit answersChanged();
    });
    connect(&engine_, &Engine::digested, this, [this](quint64, const RunPtr& run, const DigestPtr& digest) {
        if (run != view_.run() || runs_.byRun(run) != nullptr) return;
        digest_ = digest;
        emit digestChanged();
    });
    connect(&engine_, &Engine::explained, this, [this](quint64 request, TaskId task, const std::optional<Decision>& decision) {
        if (request != whyRequest_) return;
        whyRequest_ = 0;
        decisionTask_ = task;
        decision_ = decision;
        emit decisionChanged();
    });
}

Studio::~Studio() {
    // Members go in reverse order; none of their last words may reach a half-gone studio.
    engine_.disconnect(this);
    document_.disconnect(this);
    view_.disconnect(this);
}

void Studio::forgetDocument() {
    comparison_.clear();
    runs_.clear();
    realRequest_ = 0;
    view_.setGhost(nullptr);
    digest_ = ghostDigest_ = nullptr;
    answer_ = Answer::simulation;
    draft_ = {};
    cameOfARun_ = false;
}

void Studio::adoptRun(const FilePtr& file, const RunPtr& run, const DigestPtr& digest) {
    forgetDocument();
    cameOfARun_ = true;
    fresh_ = false;
    RunEntry entry;
    entry.title = run->world == WorldKind::real ? tr("real run") : QString::fromStdString(file->scheduler.text());
    entry.model = {file, {}};
    entry.run = run;
    entry.digest = digest;
    const int serial = runs_.add(std::move(entry));
    // A simulated run is found as the answer to the document; beside a real one its simulation is made.
    document_.reset(file, {});
    if (run->world == WorldKind::real) show(RunEntry(*runs_.bySerial(serial)), nullptr);
    emit answerChanged();
}

void Studio::adopt(FilePtr file, const QString& path) {
    forgetDocument();
    fresh_ = true;
    document_.reset(std::move(file), path);
    emit answerChanged();
    emit answersChanged();
    emit digestChanged();
}

bool Studio::setScheduler(const QString& text, QString* error) {
    const Result<Spec> spec = readScheduler(text);
    if (!spec) {
        *error = QString::fromStdString(spec.error().text());
        return false;
    }
    document_.editFile(tr("scheduler %1").arg(text), [&](ScenarioFile& file) { file.scheduler = *spec; });
    return true;
}

bool Studio::runScript(const QString& path, QString* error) {
    if (document_.empty()) return true;
    const QString folder = toQString(document_.model().file->baseFolder);
    const QString below = QDir(folder).relativeFilePath(path);
    const QString text = folder.isEmpty() || below.startsWith(QLatin1String("..")) ? path : below;
    if (text != toQString(document_.model().file->scheduler.text())) return setScheduler(text, error);
    document_.editFile(tr("changes in %1").arg(QFileInfo(path).fileName()), [](ScenarioFile&) {});
    return true;
}

// The editor shows the document's script, unless something else in it would be lost.
void Studio::followScript() {
    if (document_.empty() || script_.modified() || script_.mistake()) return;
    const ScenarioFile& file = *document_.model().file;
    if (!namesScript(file.scheduler)) return;
    const QString path = QFileInfo(QDir(toQString(file.baseFolder)), toQString(file.scheduler.name)).absoluteFilePath();
    QString error;
    // What cannot be read the engine reports.
    if (path != script_.path()) script_.open(path, &error);
}

bool Studio::setNetwork(const QString& text, QString* error) {
    const Result<Spec> spec = parseSpec(text.toStdString());
    if (!spec) {
        *error = QString::fromStdString(spec.error().text());
        return false;
    }
    // Whether the model exists the engine says when it resolves the scenario.
    document_.editFile(tr("network %1").arg(text), [&](ScenarioFile& file) { file.network = *spec; });
    return true;
}

void Studio::setCluster(const PlatformSource& platform, const Spec& network, const Spec& compute, const QString& what) {
    const ScenarioFile& now = *document_.model().file;
    if (platform == now.platform && network == now.network && compute == now.compute) return;
    auto file = std::make_shared<ScenarioFile>(now);
    file->platform = platform;
    file->network = network;
    file->compute = compute;
    WhatIf sliders = document_.model().whatIf;
    if (platform != now.platform) sliders.nodes.reset();  // a number of the platform before
    document_.edit({std::move(file), sliders}, what);
}

void Studio::setWhatIf(const WhatIf& whatIf, const QString& what, int mergeKey) {
    draft_ = {};
    draft_.title = what;
    draft_.mergeKey = mergeKey;
    document_.edit({document_.model().file, whatIf}, what, mergeKey);
}

void Studio::nextSeed() {
    const std::uint64_t seed = document_.model().file->seed + 1;
    document_.editFile(tr("seed %1").arg(seed), [&](ScenarioFile& file) { file.seed = seed; });
}

void Studio::forkFailures(Time at, const QString& title, const FailurePlan& more) {
    const RunEntry* parent = runs_.bySerial(runs_.current());
    if (parent == nullptr) return;
    draft_ = {};
    draft_.title = tr("fork of %1 at %2").arg(parent->label, title);
    draft_.forkedAt = at;
    playOn_ = true;
    document_.editFile(draft_.title, [&](ScenarioFile& file) {
        file.failures.crashes.insert(file.failures.crashes.end(), more.crashes.begin(), more.crashes.end());
        file.failures.slowdowns.insert(file.failures.slowdowns.end(), more.slowdowns.begin(), more.slowdowns.end());
    });
}

void Studio::crash(NodeId node, Time at, Time repair) {
    if (!view_.run() || !node.valid()) return;
    const Platform& platform = *view_.run()->scenario->platform;
    if (node.index() >= platform.nodeCount()) return;
    if (view_.run()->world == WorldKind::real) {
        if (realRunning())
            engine_.failRealNode(node);
        else
            emit notice(tr("The real run is over; choose the simulation to fork it."));
        return;
    }
    const std::string& name = platform.node(node).name;
    FailurePlan more;
    more.crashes.push_back({name, at, repair});
    forkFailures(at, tr("%1: %2 crashes").arg(momentText(at), QString::fromStdString(name)), more);
}

void Studio::slowDown(NodeId node, Time at, double factor) {
    if (!view_.run() || !node.valid() || view_.run()->world == WorldKind::real) return;
    const std::string& name = view_.run()->scenario->platform->node(node).name;
    FailurePlan more;
    more.slowdowns.push_back({name, at, Time::never(), factor});
    forkFailures(at, tr("%1: %2 is %3 times slower").arg(momentText(at), QString::fromStdString(name)).arg(factor), more);
}

void Studio::showRun(int serial) {
    const RunEntry* entry = runs_.bySerial(serial);
    if (entry == nullptr || serial == runs_.current()) return;
    const RunEntry wanted = *entry;
    if (wanted.model == document_.model()) return show(wanted, runs_.bySerial(runs_.current()));
    // The inputs come back with the run; modelChanged then finds and shows it.
    document_.edit(wanted.model, tr("back to run %1").arg(wanted.label));
}

const RunEntry* Studio::simulated() const { return runs_.byModel(document_.model()); }
const RunEntry* Studio::measured() const { return runs_.byModel(document_.model(), WorldKind::real); }

void Studio::setAnswer(Answer answer) {
    if (answer_ == answer) return;
    answer_ = answer;
    if (answer == Answer::simulation) {
        if (const RunEntry* entry = simulated()) show(RunEntry(*entry), runs_.bySerial(runs_.current()));
    } else if (answer == Answer::real) {
        const RunEntry* entry = measured();
        if (entry != nullptr)
            show(RunEntry(*entry), simulated());
        else if (!realRunning())
            startReal();
    }
    emit answerChanged();
}

void Studio::startReal() {
    if (document_.empty()) return;
    realModel_ = document_.model();
    realRequest_ = engine_.runReal(document_.effective());
    answer_ = Answer::real;
    emit answerChanged();
    emit answersChanged();
}

void Studio::askWhy() {
    const TaskId task = view_.selectedTask();
    whyRequest_ = 0;
    decision_.reset();
    decisionTask_ = task;
    const RunPtr& run = view_.run();
    if (task.valid() && run && run->world == WorldKind::simulated) whyRequest_ = engine_.explain(run, task);
    emit decisionChanged();
}

}  // namespace loom
