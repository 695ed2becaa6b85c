// How files become the document or part of it: read and checked in the background, taken whole or not at all.
#include <QDir>
#include <QFileInfo>

#include "app/session/examples.h"
#include "app/session/studio.h"
#include "app/session/text.h"

namespace loom {

void Studio::open(const QStringList& paths) {
    if (paths.isEmpty()) return;
    loading_ = paths.first();
    if (!loading_.startsWith(QLatin1Char(':'))) {
        loadRequest_ = engine_.load(paths);
        return;
    }
    const FilePtr file = readCompiledIn(loading_);
    if (!file) {
        emit failed(tr("%1 cannot be read.").arg(loading_));
        return;
    }
    if (!document_.empty() && mayReplace_ && !mayReplace_()) return;
    adopt(file, {});
    emit opened({});
}

void Studio::openFirstExample() {
    const QStringList examples = exampleFiles();
    if (!examples.isEmpty()) return open({examples.first()});
    adopt(plainExample(), {});
    emit opened({});
}

void Studio::take(quint64 request, const OpenedFilesPtr& files) {
    if (request != loadRequest_) return;
    if (files->path.isEmpty()) {
        if (document_.empty()) adopt(plainExample(), {});
        usePlatform(files->platform);
    } else {
        if (!document_.empty() && mayReplace_ && !mayReplace_()) return;
        if (request != loadRequest_) return;  // something else was opened while that was asked
        if (files->run)
            adoptRun(files->file, files->run, files->digest);
        else
            adopt(files->file, files->path);
        if (!files->platform.isEmpty()) emit platformOpened(files->platform);
        emit opened(files->path);
        if (files->workload) emit imported();
    }
    if (files->ignored.isEmpty()) return;
    QStringList names;
    for (const QString& path : files->ignored) names << QFileInfo(path).fileName();
    emit notice(tr("Not opened: %1. A workload and a platform can be opened together, nothing else.").arg(names.join(QStringLiteral(", "))));
}

void Studio::usePlatform(const QString& path) {
    if (document_.empty()) return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    Trial trial;
    trial.what = tr("platform %1").arg(QFileInfo(path).fileName());
    trial.path = absolute;
    trial.platform = true;
    trial.change = [reference = FileReference{absolute.toStdString()}](ScenarioFile& file) { file.platform = reference; };
    tryEdit(std::move(trial));
}

void Studio::assume(const Assumptions& assumptions) {
    const QString path = workloadPath();
    if (path.isEmpty()) return;
    Trial trial;
    trial.what = tr("assumptions about %1").arg(QFileInfo(path).fileName());
    trial.path = path;
    trial.change = [assumptions](ScenarioFile& file) {
        if (auto* reference = std::get_if<FileReference>(&file.workload)) reference->assume = assumptions;
    };
    tryEdit(std::move(trial));
}

void Studio::tryEdit(Trial trial) {
    auto file = std::make_shared<ScenarioFile>(*document_.model().file);
    trial.change(*file);
    trial.before = document_.model();
    WhatIf sliders = trial.before.whatIf;
    if (file->platform != trial.before.file->platform) sliders.nodes.reset();  // a number of the platform before
    trial.after = {std::move(file), sliders};
    trial_ = std::move(trial);
    loading_ = trial_.path;
    loadRequest_ = engine_.check(Document::effectiveOf(trial_.after));
}

void Studio::trialHolds(quint64 request) {
    if (request != loadRequest_) return;
    // What was edited meanwhile has not been checked together with this.
    if (document_.model() != trial_.before) return tryEdit(trial_);
    loadRequest_ = 0;
    const Trial trial = std::exchange(trial_, {});
    document_.edit(trial.after, trial.what);
    if (trial.platform) emit platformOpened(trial.path);
}

bool Studio::takeOpenFailure(quint64 request, const Error& error) {
    if (request != loadRequest_) return false;
    loadRequest_ = 0;
    trial_ = {};
    emit openFailed(loading_, error);
    if (document_.empty()) adopt(plainExample(), {});  // the window is never empty
    return true;
}

ScenarioPtr Studio::scenario() const {
    if (document_.empty()) return nullptr;
    if (const RunEntry* entry = simulated()) return entry->run->scenario;
    return engine_.resolved(document_.effective());
}

QString Studio::workloadPath() const {
    if (document_.empty()) return {};
    const ScenarioFile& file = *document_.model().file;
    const auto* reference = std::get_if<FileReference>(&file.workload);
    return reference == nullptr ? QString() : QFileInfo(QDir(toQString(file.baseFolder)), toQString(reference->path)).absoluteFilePath();
}

}  // namespace loom
